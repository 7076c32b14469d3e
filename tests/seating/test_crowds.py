"""Where a cohort has more than its fair share of a sector, and what one fewer would cost."""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Program
from ok_match.model import Cohort, OrganisationKind, Roster, Rule, Sector, Work, person_share
from ok_match.rules import complete
from ok_match.seating import Case
from ok_match.seating.crowds import crowds
from tests.builders import people, world_of

LETTERS = "abcdefgh"
RETAIL, HEALTH = Sector.RETAIL, Sector.HEALTH


def case_of(sectors: list[Sector], weights: list[list[int]], *rules: Rule) -> Case:
    works = [Work(sector=sector, kind=OrganisationKind.BUSINESS) for sector in sectors]
    world = world_of(people(LETTERS[: len(sectors)], work=works), weights)
    return Case(replace(world, cohorts=2), complete(Program(rules=rules)))


def roster_of(text: str) -> Roster:
    """A roster from ``"abc|def"``, labeled from the end, so that a label is not a position."""
    cohorts = [
        Cohort(label=str(2 - number), name="", members=tuple(members)) for number, members in enumerate(text.split("|"))
    ]
    return Roster(cohorts=tuple(cohorts), waitlist=(), held=())


def ground(weights: list[list[int]], cohorts: list[str]) -> int:
    """The common ground of all people, in units, counted pair by pair."""
    return sum(
        person_share(len(members)) * weights[LETTERS.index(one)][LETTERS.index(other)]
        for members in cohorts
        for one, other in product(members, members)
        if one != other
    )


@st.composite
def symmetric(draw: st.DrawFn, size: int = 8) -> list[list[int]]:
    half = [[draw(st.integers(0, 900)) if j < i else 0 for j in range(size)] for i in range(size)]
    return [[half[i][j] + half[j][i] for j in range(size)] for i in range(size)]


@given(symmetric())
@settings(max_examples=40, deadline=None)
def test_the_price_of_one_fewer_is_that_of_the_best_swap(weights: list[list[int]]) -> None:
    case = case_of([RETAIL] * 4 + [HEALTH] * 4, weights)
    crowd, _ = crowds(case, roster_of("abce|dfgh"))
    before = ground(weights, ["abce", "dfgh"])
    after = [ground(weights, ["abce".replace(out, into), "dfgh".replace(into, out)]) for out in "abc" for into in "fgh"]
    assert (crowd.cohort, crowd.kind, crowd.people, crowd.share) == ("2", "retail", ("a", "b", "c"), 2)
    assert crowd.price == max(0, round(1000 * (before - max(after)) / max(1, before)))


def test_an_even_deal_has_no_crowds() -> None:
    flat = [[0 if i == j else 100 for j in range(8)] for i in range(8)]
    assert crowds(case_of([RETAIL] * 4 + [HEALTH] * 4, flat), roster_of("abef|cdgh")) == ()


def test_a_swap_that_a_must_forbids_is_not_priced() -> None:
    flat = [[0 if i == j else 100 for j in range(8)] for i in range(8)]
    held = [
        Rule(rule="together", arguments={"people": list("ABCE")}),
        Rule(rule="together", arguments={"people": list("DFGH")}),
    ]
    first, second = crowds(case_of([RETAIL] * 4 + [HEALTH] * 4, flat, *held), roster_of("abce|dfgh"))
    assert first.price is second.price is None
