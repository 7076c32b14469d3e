"""What somebody works in, and what sectors are called by whoever corrects them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.model import OrganisationKind, Sector, Work, WorkChoice
from ok_match.model.people.work import SURE_OF_WORK
from ok_match.model.people.work_names import instead_of, kind_called, sector_called, work_called
from ok_match.render.words.crossing import KINDS, SECTORS

BUSINESS, NONPROFIT, PUBLIC = OrganisationKind
works = st.builds(Work, sector=st.none() | st.sampled_from(Sector), kind=st.none() | st.sampled_from(OrganisationKind))


@given(works, works)
def test_nearness_goes_both_ways(one: Work, other: Work) -> None:
    assert one.near(other) == other.near(one)


@given(works)
def test_people_of_whom_nothing_is_known_are_near_to_nobody(work: Work) -> None:
    assert not Work().near(work)
    assert not Work(kind=BUSINESS).near(work)


def test_one_sector_or_two_nonprofits_are_near() -> None:
    assert Work(sector=Sector.HEALTH).near(Work(sector=Sector.HEALTH, kind=NONPROFIT))
    assert Work(sector=Sector.ARTS, kind=NONPROFIT).near(Work(kind=NONPROFIT))
    assert not Work(sector=Sector.ARTS, kind=PUBLIC).near(Work(sector=Sector.HEALTH, kind=PUBLIC))


def test_only_a_text_that_was_read_with_little_confidence_is_unsure() -> None:
    assert not Work().unsure
    assert Work(text="LLC").unsure
    assert Work(text="wool", sector=Sector.RETAIL, sure=SURE_OF_WORK - 1).unsure
    assert not Work(text="wool", sector=Sector.RETAIL, sure=SURE_OF_WORK).unsure


def test_a_choice_holds_a_sector_a_kind_or_both() -> None:
    assert WorkChoice(participant="a").values == ()
    assert WorkChoice(participant="a", kind=PUBLIC).values == (PUBLIC,)
    assert WorkChoice(participant="a", sector=Sector.ARTS, kind=BUSINESS).values == (Sector.ARTS, BUSINESS)


@pytest.mark.parametrize("sector", Sector)
def test_a_sector_may_be_called_as_in_the_file_or_as_on_the_page(sector: Sector) -> None:
    assert sector_called(sector) is sector_called(f"  {SECTORS[sector].upper()} ") is sector


@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_kind_may_be_called_as_in_the_file_or_as_on_the_page(kind: OrganisationKind) -> None:
    assert kind_called(kind) is kind_called(KINDS[kind].title()) is kind


def test_a_name_that_is_not_known_is_none() -> None:
    assert sector_called("wool") is sector_called("") is kind_called("cooperative") is None


def test_in_place_of_an_unknown_name_the_nearest_is_suggested_and_all_are_listed() -> None:
    assert instead_of("Retial", Sector).startswith('did you mean "retail"? Use one of: agriculture, mining')
    assert instead_of("qqq", ["a", "b"]) == "use one of: a, b"


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ("Health", (Sector.HEALTH,)),
        ("nonprofit", (NONPROFIT,)),
        (["nonprofit", "health"], (NONPROFIT, Sector.HEALTH)),
        ("public", (Sector.PUBLIC, PUBLIC)),
        (["public"], (Sector.PUBLIC, PUBLIC)),
        (["education", "public"], (Sector.EDUCATION, PUBLIC)),
        (["food and lodging"], (Sector.HOSPITALITY,)),
    ],
)
def test_one_name_or_a_list_stands_for_a_sector_a_kind_or_both(names: object, values: tuple[object, ...]) -> None:
    assert work_called(names) == values
    assert work_called([str(value) for value in values]) == values  # as a record holds them


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("helth", 'did you mean "health"'),
        (["arts", "nonproft"], '"nonproft" is no sector and no kind .*did you mean "nonprofit"'),
        ("", "accommodation and food"),
        ([], "is no sector"),
        (3, "3 is no sector"),
        ({"sector": "arts"}, "is no sector"),
        (["arts", "health"], "two sectors"),
        (["business", "nonprofit"], "two kinds"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(names: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        work_called(names)
