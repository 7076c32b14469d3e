"""A ticked option weighs less, the more it tells of the sector of those who ticked it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ok_match.model import OrganisationKind, Participant, Sector, Work
from ok_match.similarity.openness import CLOSED, openness
from tests.builders import participant

SECTORS = (Sector.HEALTH, Sector.RETAIL, Sector.CONSTRUCTION, Sector.ARTS)
OPTIONS = ("Hiring", "Pricing", "Board and funding", "Succession")
NONPROFIT = OrganisationKind.NONPROFIT

works = st.builds(
    Work,
    sector=st.none() | st.sampled_from(SECTORS),
    kind=st.sampled_from([None, OrganisationKind.BUSINESS, NONPROFIT]),
)
crowds = st.lists(st.tuples(works, st.sets(st.sampled_from(OPTIONS))), max_size=14)


def crowd(*ticked: tuple[Work, object]) -> list[Participant]:
    return [participant(f"P{n}", work=work, themes=sorted(options)) for n, (work, options) in enumerate(ticked)]  # type: ignore[call-overload]


def in_sector(sector: Sector | None, *options: str) -> tuple[Work, object]:
    return Work(sector=sector), options


@given(crowds)
def test_over_all_ticks_the_mean_weight_is_one(ticked: list[tuple[Work, set[str]]]) -> None:
    assume(any(options for _, options in ticked))
    weights = openness(crowd(*ticked))
    ticks = [weights[option] for _, options in ticked for option in options]
    assert sum(ticks) / len(ticks) == pytest.approx(1.0)
    assert weights.keys() == {option for _, options in ticked for option in options}


@given(crowds)
def test_no_option_weighs_less_than_the_closed_share_of_another(ticked: list[tuple[Work, set[str]]]) -> None:
    weights = openness(crowd(*ticked)).values()
    assert all(weight > 0 for weight in weights)
    assert not weights or min(weights) >= CLOSED * max(weights) - 1e-12


@given(crowds, st.randoms())
def test_the_order_of_people_changes_no_weight(ticked: list[tuple[Work, set[str]]], random) -> None:  # type: ignore[no-untyped-def]
    people = crowd(*ticked)
    assert openness(random.sample(people, len(people))) == pytest.approx(openness(people))


@given(st.lists(st.sets(st.sampled_from(OPTIONS)), max_size=10), st.none() | st.sampled_from(SECTORS))
def test_where_nobody_differs_every_option_weighs_one(ticked: list[set[str]], sector: Sector | None) -> None:
    weights = openness(crowd(*(in_sector(sector, *options) for options in ticked)))
    assert all(weight == pytest.approx(1.0) for weight in weights.values())


@given(st.integers(2, 4), st.integers(2, 4))
def test_an_option_of_all_sectors_weighs_at_least_as_much_as_one_of_a_single_sector(each: int, sectors: int) -> None:
    """Both options are ticked equally often."""
    people = crowd(
        *(in_sector(SECTORS[s], "even") for s in range(sectors) for _ in range(each)),
        *(in_sector(SECTORS[0], "closed") for _ in range(each * sectors)),
    )
    weights = openness(people)
    assert weights["even"] > 1 > weights["closed"]


def test_the_more_people_of_one_sector_tick_an_option_the_less_it_weighs() -> None:
    others = [in_sector(sector, "Hiring") for sector in SECTORS for _ in range(4)]
    few, many = (
        openness(crowd(*others, *(in_sector(Sector.HEALTH, "Licensing") for _ in range(number)))) for number in (2, 4)
    )
    assert many["Licensing"] / many["Hiring"] < few["Licensing"] / few["Hiring"] < 1


def test_an_option_that_only_nonprofits_tick_tells_as_much_as_a_sector() -> None:
    charities = [(Work(sector=sector, kind=NONPROFIT), ("Board and funding",)) for sector in (*SECTORS, None)]
    firms = [in_sector(sector, "Hiring") for sector in SECTORS for _ in range(2)]
    weights = openness(crowd(*charities, *firms))
    assert weights["Board and funding"] < weights["Hiring"]


def test_an_option_that_one_person_ticked_twice_counts_once() -> None:
    once, twice = crowd(in_sector(Sector.HEALTH, "Hiring")), crowd(in_sector(Sector.HEALTH, "Hiring", "Hiring"))
    assert openness(once) == openness(twice)
