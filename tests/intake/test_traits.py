"""The meaning of a cell reaches the rules as a typed value, and no text is parsed twice."""

import pytest

from ok_match import Sheet, check
from ok_match.model import Grade, MeetingMode, Trait
from tests.builders import sheet_of

HEADER = ("Name", "Goals", "Time zone", "Willing to facilitate?", "Meeting mode", "Years in business")
ROW = ("Ana Ortega", "Open on Saturdays", "Pacific/Auckland", "gladly", "Zoom, please", "7")


@pytest.fixture(scope="module")
def traits() -> dict[str, Trait]:
    """The traits of Ana, who answers every question that has a type."""
    (ana,) = check(Sheet("ana.csv", sheet_of([ROW], HEADER))).participants
    return {trait.name: trait for trait in ana.traits}


def test_a_time_zone_is_an_offset_in_minutes(traits: dict[str, Trait]) -> None:
    assert (traits["time_zone"].offset, traits["time_zone"].values) == (720, ("UTC+12",))


def test_yes_and_no_are_typed_values(traits: dict[str, Trait]) -> None:
    assert (traits["facilitate"].yes, traits["facilitate"].values) == (True, ("yes",))


def test_a_way_of_meeting_is_one_of_three(traits: dict[str, Trait]) -> None:
    assert traits["mode"].mode is MeetingMode.ONLINE


def test_an_amount_is_a_number(traits: dict[str, Trait]) -> None:
    assert (traits["years"].number, traits["years"].values) == (7.0, ("6-10",))


def test_ratings_are_graded_one_by_one() -> None:
    header = ("Name", "Goals", "Rate yourself [Trust]", "Rate yourself [Candour]")
    rows = [("Ana Ortega", "Open on Saturdays", "4", "2"), ("Bo Lund", "Open a café", "5", "it depends")]
    ana, bo = check(Sheet("two.csv", sheet_of(rows, header))).participants
    assert ana.find_trait("ratings").grades == (Grade(label="Trust", step=4), Grade(label="Candour", step=2))  # type: ignore[union-attr]
    assert bo.find_trait("ratings").grades == (Grade(label="Trust", step=5),)  # type: ignore[union-attr]
