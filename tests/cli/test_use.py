"""The commands as people and scripts use them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match import read_record
from ok_match.cli.app import app
from tests.conftest import SAMPLES

GOOD = str(SAMPLES / "hand-kept.csv")


def run(*arguments: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(app, list(arguments))


def test_a_piped_report_is_plain_and_linear() -> None:
    result = run("match", GOOD)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert not set("╭╮╰╯│─━┃") & set(result.stdout)
    assert result.stdout.startswith("12 people in 2 cohorts\n")
    assert result.stderr == ""


def test_json_on_standard_output_is_a_record() -> None:
    result = run("match", GOOD, "--format", "json", "--seed", "3")
    record = read_record(result.stdout)
    assert record.provenance.seed == 3
    assert list(json.loads(result.stdout)) == [
        "schema", "provenance", "program", "intake", "participants", "roster", "score", "bound", "pair_counts",
        "crowds", "explanations", "corrections", "second_opinions", "conflicts",
    ]  # fmt: skip


def test_a_file_gets_the_format_its_ending_means(tmp_path: Path) -> None:
    starts = {"a.json": "{", "a.md": "# 12 people", "a.txt": "12 people"}
    for name, start in starts.items():
        assert run("match", GOOD, "-o", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_csv_lists_everybody_once() -> None:
    result = run("match", str(SAMPLES / "microsoft-forms.xlsx"), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(rows) == 20
    assert [row["status"] for row in rows].count("held") == 1


@pytest.mark.parametrize(("option", "count"), [(["--cohorts", "3"], 3), (["--size", "3"], 4), (["--size", "2-3"], 5)])
def test_sizes_on_the_command_line_hold(option: list[str], count: int) -> None:
    record = read_record(run("match", GOOD, "--format", "json", *option).stdout)
    assert len(record.roster.cohorts) == count
    assert sum(len(cohort.members) for cohort in record.roster.cohorts) == 12


def test_strict_signals_that_somebody_is_left_over() -> None:
    assert run("match", GOOD, "--strict").exit_code == 0
    assert run("match", str(SAMPLES / "microsoft-forms.xlsx"), "--strict").exit_code == 5
    assert run("check", str(SAMPLES / "microsoft-forms.xlsx")).exit_code == 3


def test_those_who_wait_are_named_with_what_holds_them_out() -> None:
    result = run("match", GOOD, "--size", "5")
    assert result.exit_code == 0
    assert "Left over: 2 people waiting" in result.stdout
    assert "Waiting for a seat (2 people)" in result.stdout
    assert "Full: cohorts 1 and 2." in result.stdout


def test_check_changes_nothing_and_accounts_for_every_row() -> None:
    before = Path(GOOD).stat()
    result = run("check", GOOD)
    assert result.exit_code == 0
    assert "Rows: 12 = 12 people + 0 merged + 0 dropped + 0 held" in result.stdout
    assert "goals <- Goals" in result.stdout
    assert Path(GOOD).stat().st_mtime_ns == before.st_mtime_ns


def test_check_as_json_accounts_for_every_row() -> None:
    rows = json.loads(run("check", GOOD, "--format", "json").stdout)["rows"]
    assert rows == {"data": 12, "people": 12, "merged": 0, "dropped": 0, "held": 0}


def test_a_sheet_without_the_questions_asks_for_attention(tmp_path: Path) -> None:
    sheet = tmp_path / "phones.csv"
    sheet.write_text("Name,Phone\nAna,541-555-0101\nBea,541-555-0102\n", "utf-8")
    result = run("check", str(sheet))
    assert result.exit_code == 3
    assert "No column was recognised as goals" in result.stdout


def test_a_closed_pipe_is_no_error() -> None:
    command = f'"{sys.executable}" -m ok_match match "{SAMPLES / "google-forms.csv"}" | head -n 1'
    if os.name == "nt":
        pytest.skip("no head here")
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert result.stdout.startswith("34 people")
    assert result.stderr == ""


def test_the_same_command_twice_prints_the_same_bytes() -> None:
    first, second = (run("match", GOOD, "--format", "json").stdout for _ in range(2))
    assert first == second
