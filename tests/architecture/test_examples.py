"""The example programs run on public names alone."""

import ast
import re
import runpy
from pathlib import Path

import pytest

import ok_match
from ok_match import Record, read_record
from tests.conftest import ROOT, SAMPLES

EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
SHEET = str(SAMPLES / "hand-kept.csv")


def run(name: str, *arguments: str) -> None:
    runpy.run_path(str(ROOT / "examples" / name))["main"](*arguments)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_uses_only_public_names(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ok_match"):
            assert node.module == "ok_match"
            assert {alias.name for alias in node.names} <= set(ok_match.__all__)


def test_the_page_of_examples_lists_every_example() -> None:
    page = (ROOT / "examples" / "README.md").read_text("utf-8")
    assert all(f"({path.name})" in page for path in EXAMPLES)


def test_the_first_example_prints_everybody(records: dict[str, Record], capsys: pytest.CaptureFixture[str]) -> None:
    run("form_cohorts.py", SHEET)
    printed = capsys.readouterr().out
    assert all(f"- {person.name}, " in printed for person in records["hand-kept.csv"].participants)


def test_the_example_in_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.csv").write_bytes(Path(SHEET).read_bytes())
    (tmp_path / "program.toml").write_text('name = "Circles"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    block = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    exec(block[1], {})  # noqa: S102 - our own README
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_programs_are_compared_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    run("compare_programs.py", SHEET)
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_next_season_people_meet_somebody_new(
    records: dict[str, Record], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "last.json", tmp_path / "new.json"
    before.write_text(records["hand-kept.csv"].to_json(), "utf-8")
    run("next_season.py", str(before), SHEET, str(after))
    record = read_record(after.read_text("utf-8"))
    again = record.pairs_of("history")
    assert again
    assert capsys.readouterr().out.startswith(f"{again.pairs} pairs meet again; in random cohorts ")
    assert [set(cohort.members) for cohort in record.roster.cohorts] != [
        set(cohort.members) for cohort in records["hand-kept.csv"].roster.cohorts
    ]
