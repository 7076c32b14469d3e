"""Themes go out to a spreadsheet and come back corrected by the facilitator."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match import read_record
from ok_match.cli.app import app
from tests.conftest import SAMPLES

GOOD = str(SAMPLES / "hand-kept.csv")


def run(*arguments: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(app, list(arguments))


def listed(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def write(path: Path, rows: list[dict[str, str]], *, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    """The file of the small sample's themes, as the command writes it."""
    path = tmp_path / "themes.csv"
    assert run("themes", GOOD, "-o", str(path)).exit_code == 0
    return path


def test_every_statement_is_listed_with_three_themes(themes: Path) -> None:
    rows = listed(themes)
    assert len(rows) == 34
    assert all(row["theme_1"] and row["theme_2"] and row["theme_3"] and row["correct_theme"] == "" for row in rows)


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ","), ("cp1252", ";"), ("utf-16", "\t")])
def test_corrections_come_back_from_any_spreadsheet_program(themes: Path, encoding: str, delimiter: str) -> None:
    rows = listed(themes)
    rows[0]["correct_theme"] = "alone at the top"
    rows[5]["correct_theme"] = "nothing"
    write(themes, rows, encoding=encoding, delimiter=delimiter)
    result = run("match", GOOD, "--themes", str(themes), "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert "Used 2 of 2 corrected themes" in result.stderr
    record = read_record(result.stdout)
    assert {correction.theme for correction in record.corrections} == {"Alone at the top", ""}


def test_an_unedited_list_changes_nothing(themes: Path) -> None:
    plain = run("match", GOOD, "--format", "json")
    with_list = run("match", GOOD, "--themes", str(themes), "--format", "json")
    assert with_list.stdout == plain.stdout
    assert "Used 0 of 0" in with_list.stderr


def test_a_theme_that_does_not_exist_is_named_with_its_row(themes: Path) -> None:
    rows = listed(themes)
    rows[3]["correct_theme"] = "Alone at teh top"
    write(themes, rows)
    result = run("match", GOOD, "--themes", str(themes))
    assert result.exit_code == 3
    assert "row 5" in result.stderr
    assert 'did you mean "Alone at the top"' in result.stderr


def test_corrections_need_an_engine_that_knows_themes(themes: Path) -> None:
    result = run("match", GOOD, "--themes", str(themes), "--engine", "lexical")
    assert result.exit_code == 2
    assert "lexical knows no themes" in result.stderr


def test_a_formula_in_an_answer_survives_the_round_trip_unharmed(tmp_path: Path) -> None:
    sheet, path = tmp_path / "sheet.csv", tmp_path / "themes.csv"
    sheet.write_text('Name,Goals\nAna,"=cash, at last"\nBea,pay my people\nCid,a holiday\n', "utf-8")
    assert run("themes", str(sheet), "-o", str(path)).exit_code == 0
    rows = listed(path)
    assert rows[0]["statement"] == "'=cash, at last"
    rows[0]["correct_theme"] = "Taxes"
    write(path, rows)
    result = run("match", str(sheet), "--themes", str(path), "--size", "3")
    assert "Used 1 of 1" in result.stderr
