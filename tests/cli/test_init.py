"""``ok-match init``: a program for this sheet, by flags or by questions."""

import os
import select
import signal
import sys
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from ok_match import Program, Sheet, SheetError, Sizes, check, draft_program, standing_rules
from ok_match.cli.app import app
from tests.builders import sheet_of
from tests.conftest import SAMPLES
from tests.strategies import fragments

SHEET = SAMPLES / "google-forms.csv"


def run(*arguments: str) -> object:
    return CliRunner().invoke(app, ["init", *arguments])


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx", "hand-kept.csv"])
def test_the_sheet_is_read_the_same_with_the_program_as_without(sample: str, tmp_path: Path) -> None:
    target = tmp_path / "program.toml"
    assert run(str(SAMPLES / sample), "-o", str(target)).exit_code == 0
    data = (SAMPLES / sample).read_bytes()
    program = Program.from_toml(target.read_text("utf-8"))
    with_it, without = check(Sheet(sample, data), program), check(Sheet(sample, data))
    assert with_it.participants == without.participants
    assert [c.visibility for c in with_it.columns] == [c.visibility for c in without.columns]


def test_flags_are_written_down(tmp_path: Path) -> None:
    target = tmp_path / "p.toml"
    run(str(SHEET), "-o", str(target), "--name", 'The "River"', "--season", "2027-spring", "--size", "7-9")
    program = Program.from_toml(target.read_text("utf-8"))
    assert (program.name, program.season) == ('The "River"', "2027-spring")
    assert (program.cohorts.min, program.cohorts.max) == (7, 9)


def test_an_existing_program_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "program.toml"
    target.write_text("name = 'mine'")
    assert run(str(SHEET), "-o", str(target)).exit_code == 2
    assert target.read_text() == "name = 'mine'"


def test_rules_that_the_sheet_cannot_support_are_not_offered(tmp_path: Path) -> None:
    target = tmp_path / "program.toml"
    run(str(SAMPLES / "hand-kept.csv"), "-o", str(target))
    text = target.read_text("utf-8")
    assert "meeting_mode" not in text
    assert "(this sheet does not say)" in text  # The sheet has no times to meet.


def test_every_rule_that_is_offered_is_one(tmp_path: Path) -> None:
    header = ("Email", "Name", "Goals", "Specialty", "Time zone", "Years in business", "Team size", "Previous group")
    rows = [[f"p{i}@people.example", f"P{i}", "rest", "roofs", "PST", str(i), "5", "2024"] for i in range(1, 13)]
    sheet = sheet_of(rows, header)
    text = draft_program(check(Sheet("sheet.csv", sheet)), standing_rules())
    offered = "\n".join(line.removeprefix("#   ") for line in text.splitlines() if line.startswith("#   "))
    offered = offered[offered.index("[[rules]]") :].replace("one@somewhere.example", "P1").replace("Another Name", "P2")
    rules = tomllib.loads(offered)["rules"]
    assert {"one_per", "time_zone", "at_least", "nobody_alone", "history", "apart"} <= {rule["rule"] for rule in rules}
    for rule in rules:
        check(Sheet("sheet.csv", sheet), Program(rules=[rule]))


@given(st.integers(0, 400))
def test_the_sizes_fit_the_people(people: int) -> None:
    sizes = Sizes.fitting(people)
    assert sizes.min <= sizes.target <= sizes.max
    if people >= 4:
        assert any(sizes.min * cohorts <= people <= sizes.max * cohorts for cohorts in range(1, people + 1))


@given(st.lists(fragments, min_size=3, max_size=3), fragments)
@settings(max_examples=40, deadline=None)
def test_the_program_is_valid_whatever_headers_and_names_contain(headers: list[str], name: str) -> None:
    try:
        intake = check(Sheet("sheet.csv", sheet_of([["a", "b", "c", "d@people.example"]], [*headers, "Email"])))
    except SheetError:
        reject()  # such headers are not told from the row below them, or from a page of the web
    text = draft_program(intake, standing_rules(), name=name)
    assert Program.from_toml(text).name == name


def test_on_a_terminal_questions_are_asked(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no terminals of that kind")
    command = [sys.executable, "-m", "ok_match", "init", str(SHEET), "-o", str(tmp_path / "p.toml")]
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, command)  # noqa: S606 - a program of ours, on a terminal of its own
    unanswered, answers = b"", [b"High Desert\n", b"2027\n", b"7-9\n", b"y\n", b"n\n", b"y\n"]
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        try:
            unanswered += os.read(terminal, 4096) if ready else b""
        except OSError:
            break
        if not ready and unanswered.rstrip().endswith(b":"):
            # Whatever is asked after the rules, about columns and decisions, is left as it is.
            os.write(terminal, answers.pop(0) if answers else b"\n")
            unanswered = b""
    else:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    program = Program.from_toml((tmp_path / "p.toml").read_text("utf-8"))
    assert (program.name, program.season, program.cohorts.max) == ("High Desert", "2027", 9)
    assert {rule.rule: rule.strength for rule in program.rules}["meeting_slot"] == "should"
