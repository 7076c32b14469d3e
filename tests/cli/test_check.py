"""``ok-match check``: the page to read before anything is matched."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match.cli.app import app
from tests.builders import sheet_of
from tests.conftest import SAMPLES

HEADER = ("Email", "Name", "Goals", "Obstacles (only the facilitator sees this)", "Opportunities", "I agree", "Notes")
ANA = ["ana@people.example", "Ana Ortega", "sell more bread", "", "a second shop", "Yes", ""]
BO = ["bo@people.example", "Bo Lund", "hire a baker", "time", "", "Yes", "Please call me before you decide"]
CY = ["cy@people.example", "Cy Tab", "rest", "money", "", "No", ""]


def checked(path: Path, *flags: str) -> object:
    return CliRunner().invoke(app, ["check", str(path), *flags])


def written(tmp_path: Path, *rows: list[str]) -> Path:
    path = tmp_path / "answers.csv"
    path.write_bytes(sheet_of(rows, HEADER))
    return path


def page_of(tmp_path: Path, *rows: list[str]) -> dict:
    return json.loads(checked(written(tmp_path, *rows), "--format", "json").stdout)


def test_the_json_has_rows_columns_people_held_and_problems(tmp_path: Path) -> None:
    page = page_of(tmp_path, ANA, BO, CY, ANA)
    assert page["rows"] == {"data": 4, "people": 1, "merged": 1, "dropped": 0, "held": 2}
    assert {"header", "field", "visibility", "confidence", "sample"} <= page["columns"][0].keys()
    assert [(person["id"], person["row"], person["missing"]) for person in page["people"]] == [
        ("ana@people.example", 5, ["obstacles"])
    ]
    assert {person["name"]: person["reasons"] for person in page["held"]} == {
        "Bo Lund": ["asks-to-talk"],
        "Cy Tab": ["consent-refused"],
    }
    assert all(person["reason"] for person in page["held"])
    assert {"code", "severity", "row", "column", "value", "advice"} <= page["problems"][0].keys()
    assert page["detected"]["format"] == "csv"
    assert page["detected"]["header_rows"] == 1


def test_each_column_has_somebody_who_may_see_it(tmp_path: Path) -> None:
    seen = {column["field"]: column["visibility"] for column in page_of(tmp_path, ANA, CY)["columns"]}
    assert seen["goals"] == seen["name"] == "cohort"
    assert seen["obstacles"] == seen["email"] == seen["consent"] == "facilitator"


@pytest.mark.parametrize(("rows", "code"), [((ANA, [*ANA[:1], "Ana O", *ANA[2:]]), 0), ((ANA, CY), 3), ((CY,), 3)])
def test_the_exit_code_says_whether_something_needs_a_decision(tmp_path: Path, rows: tuple, code: int) -> None:
    assert checked(written(tmp_path, *rows)).exit_code == code


def test_a_warning_counts_under_strict(tmp_path: Path) -> None:
    path = written(tmp_path, ["ana at people", *ANA[1:]])
    assert [checked(path).exit_code, checked(path, "--strict").exit_code] == [0, 5]


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_the_page_says_what_is_held_what_is_missing_and_what_to_ask_next_time(tmp_path: Path, form: str) -> None:
    text = " ".join(checked(written(tmp_path, ANA, BO, CY), "--format", form).stdout.replace("\\", "").split())
    assert "Needs a decision" in text
    assert "Bo Lund" in text
    assert "asks to be called" in text
    assert "No obstacles: 1 person: Ana Ortega (row 2)" in text
    assert "Times to meet, as boxes to tick" in text


def test_a_recurring_problem_shows_its_first_rows_and_counts_all(tmp_path: Path) -> None:
    rows = [[f"odd {number}", f"Person {number}", *ANA[2:]] for number in range(30)]
    shown = checked(written(tmp_path, *rows)).stdout
    assert shown.count("does not look like an e-mail address") == 12
    assert "18 more problems of the kind odd-email" in shown
    assert len([problem for problem in page_of(tmp_path, *rows)["problems"] if problem["code"] == "odd-email"]) == 30


def test_a_clean_sample_needs_no_decision() -> None:
    assert checked(SAMPLES / "hand-kept.csv").exit_code == 0
