"""Documents cannot drift from what they describe."""

import importlib.util
import json
import re
import shlex

import pytest
from typer.testing import CliRunner

import ok_match.errors
from ok_match import Program, Record, Sheet, check
from ok_match.cli.app import app
from ok_match.cli.codes import ATTENTION
from ok_match.cli.stopping import CODES
from ok_match.intake import FIELD_NAMES, PROBLEMS
from ok_match.rules import CARDS
from tests.conftest import ROOT, SAMPLES


def test_the_record_schema_is_current() -> None:
    written = json.loads((ROOT / "docs" / "record.schema.json").read_text("utf-8"))
    assert written == Record.model_json_schema(by_alias=True), "run: python tools/write_docs.py"


def test_the_readme_shows_real_output(records: dict[str, Record]) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"<!-- output -->\n```text\n(.*?)```", readme, re.DOTALL)
    assert shown
    from ok_match.render import FORMATS

    real = FORMATS["terminal"](records["google-forms.csv"])
    for part in shown[1].split("[…]\n"):
        assert part.strip("\n") in real, part


def test_the_examples_in_help_run(tmp_path, monkeypatch) -> None:
    (tmp_path / "answers.csv").write_bytes((SAMPLES / "hand-kept.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(app, ["match", "answers.csv", "-o", "record.json"])
    assert made.exit_code == 0, made.output
    for command in app.registered_commands:
        example = re.search(r"Example: ok-match (.*)", command.callback.__doc__)
        result = CliRunner().invoke(app, shlex.split(example[1]))
        assert result.exit_code == 0, (example[1], result.output)


def test_the_sample_program_reads_and_uses_real_rules() -> None:
    program = Program.from_toml((SAMPLES / "program.toml").read_text("utf-8"))
    assert {rule.rule for rule in program.rules} <= set(CARDS)


def test_the_problems_page_is_current() -> None:
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "tools" / "write_docs.py")
    write_docs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(write_docs)
    page = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert page == write_docs.problems(), "run: python tools/write_docs.py"


@pytest.mark.parametrize("code", [code for code, kind in PROBLEMS.items() if "\n" in kind.example])
def test_the_example_of_each_problem_shows_it(code: str) -> None:
    intake = check(Sheet("example.csv", PROBLEMS[code].example.encode()))
    assert code in {problem.code for problem in intake.problems}


def test_the_page_about_sheets_lists_every_field() -> None:
    page = (ROOT / "docs" / "sheets.md").read_text("utf-8")
    assert all(f"`{field}`" in page for field in FIELD_NAMES)


def test_the_rules_page_lists_every_rule() -> None:
    page = (ROOT / "docs" / "program.md").read_text("utf-8")
    assert all(f"`{rule}`" in page for rule in CARDS)


def test_the_page_about_errors_lists_every_kind_with_its_class_and_exit_code() -> None:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|(?: `(\w+)` )?", page, re.MULTILINE)
    classes = {
        error.kind: name for name, error in vars(ok_match.errors).items() if "kind" in getattr(error, "__dict__", {})
    }
    assert {kind: name for kind, _, name in rows if name} == classes
    assert {kind: int(code) for kind, code, _ in rows} == dict.fromkeys(classes, ATTENTION) | CODES
