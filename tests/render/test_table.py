"""CSV for a spreadsheet: everybody, and no cell that runs."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Options, Program, Record, Sheet, match
from ok_match.model import Sizes
from ok_match.render import FORMATS
from ok_match.render.formats.table import inert
from tests.builders import sheet_of
from tests.strategies import answers

FORMULA = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
HEADER = ("Email", "Name", "Organisation", "Industry", "Goals", "I agree to the terms")


def lines(*people: str, size: int = 2) -> list[dict[str, str]]:
    """Match people given as ``name/organisation/consent`` and read the table back."""
    rows = []
    for number, person in enumerate(people):
        name, organisation, consent = (person + "//").split("/")[:3]
        rows.append([f"p{number}@people.example", name, organisation, "", "sell bread", consent])
    record = match(
        Sheet("sheet.csv", sheet_of(rows, HEADER)),
        Program(cohorts=Sizes(min=size, max=size)),
        Options(engine="lexical"),
    )
    return list(csv.DictReader(io.StringIO(FORMATS["csv"](record))))


@given(st.one_of(answers, st.builds(str.__add__, st.sampled_from([*FORMULA, " =", "\t=", "\xa0+"]), answers)))
@settings(max_examples=50, deadline=None)
def test_a_cell_never_begins_as_a_formula_does(text: str) -> None:
    shown = inert(text)
    assert not shown.lstrip(" \t\r\n\xa0").startswith(FORMULA)
    assert shown in (text, f"'{text}")


@pytest.mark.parametrize("text", ["Ana", "O'Hare", "5 - 3", "a=b", "ana@people.example", "", "(555) 555-0101"])
def test_an_ordinary_cell_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize("name", ["=1+1", "+1 541 555-0123", "-Bo-", "@here", " =cmd", "%x", "=HYPERLINK(0)"])
def test_a_name_that_is_a_formula_is_shown_and_not_run(name: str) -> None:
    table = lines(name, "Bo", "Cy", "Di")
    shown = {line["name"] for line in table}
    assert shown == {f"'{name.strip()}", "Bo", "Cy", "Di"}
    for line in table:
        assert not any(cell.lstrip().startswith(FORMULA) for cell in line.values())


def test_everybody_has_one_line_with_where_they_are() -> None:
    table = lines("Ana/Owl", "Bo/Owl", "Cy/Elk", "Di//No")
    assert sorted((line["name"], line["status"]) for line in table if line["name"] in {"Cy", "Di"}) == [
        ("Cy", "seated"),
        ("Di", "held"),
    ]
    assert sorted(line["status"] for line in table) == ["held", "seated", "seated", "waiting"]
    assert {line["cohort"] for line in table if line["status"] == "seated"} == {"1"}
    assert {line["cohort"] for line in table if line["status"] != "seated"} == {""}


def test_a_line_leads_back_to_the_row_of_the_sheet() -> None:
    assert {line["name"]: line["sheet_row"] for line in lines("Ana", "Bo")} == {"Ana": "2", "Bo": "3"}


def test_every_sample_lists_everybody(record: Record) -> None:
    table = list(csv.DictReader(io.StringIO(FORMATS["csv"](record))))
    expected = [person.id for person in record.participants] + [held.participant for held in record.roster.held]
    assert sorted(line["id"] for line in table) == sorted(expected)
