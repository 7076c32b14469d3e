"""The meanings of unclear questions are looked up outside the intake and come back as data."""

import pytest

from ok_match import Sheet, intake
from tests.builders import sheet_of

HEADER = ("Name", "Goals", "What is next for you?", "Which way is up?")
ROWS = [("Ana Ortega", "Open on Saturdays", "Hire a baker for the night shift", "Left at the church")] * 2


@pytest.fixture
def sheet() -> intake.OpenSheet:
    """A sheet with four questions, two of them in plain words."""
    return intake.open_sheet(Sheet("next.csv", sheet_of(ROWS, HEADER)))


def test_only_questions_with_unclear_words_are_asked_about(sheet: intake.OpenSheet) -> None:
    assert sheet.unclear_questions == ("What is next for you?", "Which way is up?")


def test_a_meaning_decides_where_the_words_are_unclear(sheet: intake.OpenSheet) -> None:
    meanings = [{"opportunities": 0.9, "other": 0.1}, {"other": 1.0}]
    assert [column.field for column in intake.read(sheet, meanings).columns][1:] == ["goals", "opportunities", None]


def test_without_meanings_the_words_decide_alone(sheet: intake.OpenSheet) -> None:
    assert [column.field for column in intake.read(sheet).columns] == ["name", "goals", None, None]


def test_meanings_of_some_questions_only_are_refused(sheet: intake.OpenSheet) -> None:
    with pytest.raises(ValueError, match="shorter"):
        intake.read(sheet, [{"goals": 1.0}])


def test_a_sheet_is_read_twice_alike(sheet: intake.OpenSheet) -> None:
    assert intake.read(sheet) == intake.read(sheet)
