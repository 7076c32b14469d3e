"""The facilitator's word on how a sheet is read: columns by position, and decisions made as proposed."""

import pytest

from ok_match import Program, ProgramError, Sheet, SheetError, check, match
from ok_match.model import Guidance, Severity

COUPLE = b"""Name,Email,Goals,Obstacles
Ana Ortega,ana@juniper.example,Open on Saturdays,Nobody answers my ads
Bo and Lu Park,bo@tamarack.example,Open a cafe,Cash runs out
Cy Lund,cy@larch.example,Raise prices,Cash runs out
"""


@pytest.mark.parametrize(
    "entry",
    ["two-people", "two-people: row 3", "two-people:Bo and Lu Park", "two-people: BO AND  LU PARK"],
)
def test_a_decision_is_accepted_by_its_code_or_for_one_row_or_name(entry: str) -> None:
    intake = check(Sheet("couple.csv", COUPLE), Program(accept=(entry,)))
    assert not intake.undecided
    assert "Bo and Lu Park" in {person.name for person in intake.participants}
    assert {p.severity for p in intake.problems if p.code == "two-people"} == {Severity.NOTE}


@pytest.mark.parametrize("entry", ["two-people: row 2", "two-people: Ana Ortega", "unfinished"])
def test_a_decision_about_something_else_changes_nothing(entry: str) -> None:
    intake = check(Sheet("couple.csv", COUPLE), Program(accept=(entry,)))
    assert [person.name for person in intake.held] == ["Bo and Lu Park"]


def test_an_unknown_decision_is_rejected_with_the_nearest_code() -> None:
    with pytest.raises(ProgramError, match="two-people"):
        Program.from_toml('accept = ["two-peple"]')


def test_a_column_is_named_by_its_position_or_by_its_place_among_equals() -> None:
    data = COUPLE.replace(b"Goals,Obstacles", b"Note,Note")
    intake = check(
        Sheet("notes.csv", data), Program.from_toml('[columns]\ngoals = {header = "note", nth = 2}\nnotes = 3')
    )
    assert [column.field for column in intake.columns] == ["name", "email", "notes", "goals"]


@pytest.mark.parametrize("named", ["goals = 9", 'goals = {header = "Goals", nth = 2}'])
def test_a_column_that_does_not_exist_is_named_in_the_error(named: str) -> None:
    with pytest.raises(ProgramError, match=r"columns. goals"):
        check(Sheet("couple.csv", COUPLE), Program.from_toml(f"[columns]\n{named}"))


def test_nothing_is_matched_before_an_error_is_decided() -> None:
    rows = b"Name,Email,Shoe size\nAna Ortega,ana@juniper.example,38\nBo Lund,bo@tamarack.example,44\n"
    with pytest.raises(SheetError, match="must be decided first"):
        match(Sheet("shoes.csv", rows), Program.from_toml("[cohorts]\nmin = 2\nmax = 2"))
    accepted = Program.from_toml('accept = ["no-field"]\n[cohorts]\nmin = 2\nmax = 2')
    assert len(match(Sheet("shoes.csv", rows), accepted).roster.cohorts) == 1


def test_guidance_says_who_may_see_a_column() -> None:
    program = Program.from_toml('[columns]\ngoals = {header = "Goals", share = "facilitator"}')
    assert program.guidance.shares == {"goals": "facilitator"}
    assert Guidance().shares == {}
