"""Law 10: whatever is in a cell, every output stays inert."""

import csv
import io
import json
import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, seed, settings

from ok_match import ImpossibleError, Options, Program, Record, Sheet, SheetError, check, match
from ok_match.model import Sizes
from ok_match.render import CHECK_FORMATS, FORMATS, report, terminal
from tests.builders import sheet_of
from tests.strategies import SHARED, rows

#: The color or weight codes that we write; nothing else may begin with an escape character.
STYLE = re.compile(r"\x1b\[[0-9;]*m")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LIVE = re.compile(r"(?<!\\)(<[a-zA-Z/!]|!?\[[^\]]*\]\()")
thorough = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def hostile(people: list[list[str]]) -> Record | None:
    return matched(sheet_of(people))


@cache
def matched(sheet: bytes) -> Record | None:
    """The record of a sheet, or None if the sheet cannot be matched."""
    try:
        # The lexical engine quotes any statements that share a word, so most of the drawn text is shown.
        program = Program(cohorts=Sizes(min=2, max=14))
        return match(Sheet("sheet.csv", sheet), program, Options(engine="lexical"))
    except (SheetError, ImpossibleError):
        return None


@seed(SHARED)
@given(rows(least=3, most=6))
@thorough
def test_no_output_holds_a_control_character_or_anything_that_runs(people: list[list[str]]) -> None:
    record = hostile(people)
    if record is None:
        return
    for name, form in FORMATS.items():
        assert not UNSEEN.search(form(record)), name
    assert not LIVE.search(FORMATS["markdown"](record))
    for row in csv.reader(io.StringIO(FORMATS["csv"](record))):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)
    assert json.loads(FORMATS["json"](record))


@seed(SHARED)
@given(rows(least=3, most=6))
@thorough
def test_a_terminal_gets_no_escape_but_our_own(people: list[list[str]]) -> None:
    record = hostile(people)
    if record is not None:
        shown = STYLE.sub("", terminal(report(record), 80, colour=True))
        assert "\x1b" not in shown
        assert not UNSEEN.search(shown)


@given(rows(least=1, most=6))
@thorough
def test_a_checked_sheet_is_shown_inert(people: list[list[str]]) -> None:
    intake = check(Sheet("sheet.csv", sheet_of(people)))
    for name, form in CHECK_FORMATS.items():
        assert not UNSEEN.search(form(intake)), name


@pytest.mark.parametrize("text", ["[hiring] needs cash", "see [/x] close", "[bold]x[/bold]"])
def test_square_brackets_are_shown_as_they_were_written(text: str) -> None:
    people = [[f"p{n}@people.example", f"P{n}", "", "", text, text, "", ""] for n in range(4)]
    record = hostile(people)
    assert record is not None
    for shown in (FORMATS["terminal"](record), terminal(report(record), 120, colour=False)):
        assert text in shown
