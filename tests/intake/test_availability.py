"""The times when people can come, from grids, lists and free text."""

import pytest

from ok_match import Intake

from .sheets import about, codes, read

GRID = ["Name", "When can you meet? [Tuesday]", "When can you meet? [Wednesday]"]


def times(intake: Intake) -> dict[str, tuple[str, ...]]:
    return {person.name: person.trait("availability") for person in intake.participants}


def test_a_grid_is_folded_into_one_list_of_times() -> None:
    rows = [["Ana", "Morning, Evening", ""], ["Bo", "Evening", "Morning"], ["Cy", "Morning", "Morning"]]
    assert times(read(rows, GRID)) == {
        "Ana": ("Tuesday Morning", "Tuesday Evening"),
        "Bo": ("Tuesday Evening", "Wednesday Morning"),
        "Cy": ("Tuesday Morning", "Wednesday Morning"),
    }


def test_a_list_of_options_needs_no_grid() -> None:
    rows = [["Ana", "Tuesday evening;Thursday noon"], ["Bo", "Thursday noon;"], ["Cy", "Tuesday evening"]]
    assert times(read(rows, ["Name", "Availability"]))["Ana"] == ("Tuesday evening", "Thursday noon")


@pytest.mark.parametrize("word", ["Not available", "I can't", "unavailable", "none", "Never", "No", "cannot make it"])
def test_a_refusal_in_a_grid_is_no_time(word: str) -> None:
    rows = [["Ana", "Morning", word], ["Bo", "Morning", "Evening"], ["Cy", "Morning", "Evening"]]
    assert times(read(rows, GRID))["Ana"] == ("Tuesday Morning",)


def test_a_box_that_is_not_ticked_is_no_time() -> None:
    rows = [["Ana", "TRUE", "FALSE"], ["Bo", "FALSE", "TRUE"], ["Cy", "TRUE", "FALSE"]]
    by_name = times(read(rows, GRID))
    assert set(by_name["Ana"]) & set(by_name["Bo"]) == set()
    assert len(by_name["Ana"]) == len(by_name["Bo"]) == 1


def test_somebody_who_gave_no_time_is_held_where_others_did() -> None:
    intake = read([["Ana", ""], ["Bo", "Tuesday"], ["Cy", "Tuesday"]], ["Name", "Availability"])
    assert about(intake, "no-times-given") == [2]
    assert [held.reasons for held in intake.held] == [("no-times-given",)]


def test_times_that_are_not_understood_make_nobody_free() -> None:
    rows = [["Ana", "mornings mostly"], ["Bo", "after six if it must be"], ["Cy", "ask me"]]
    intake = read(rows, ["Name", "Availability"])
    assert about(intake, "unread-times") == [2, 4]
    assert times(intake) == {"Bo": ("after six if it must be",)}


def test_a_column_in_which_no_time_is_understood_is_asked_about_as_a_whole() -> None:
    intake = read([["Ana", "it depends"], ["Bo", "we shall see"], ["Cy", "ask me"]], ["Name", "Availability"])
    assert "unclear-availability" in codes(intake)
    assert set(times(intake).values()) == {()}


def test_one_write_in_does_not_spoil_a_list_of_times() -> None:
    rows = [["Ana", "Tuesday"], ["Bo", "Tuesday"], ["Cy", "Thursday"], ["Di", "Thursday"], ["Ed", "some Sundays"]]
    intake = read(rows, ["Name", "Availability"])
    assert "unclear-availability" not in codes(intake)
    assert [(held.name, held.reasons) for held in intake.held] == [("Ed", ("unread-times",))]
