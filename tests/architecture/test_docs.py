"""Documents cannot drift from what they describe."""

import importlib.util
import inspect
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import ok_match
from ok_match import Program, Record, Sheet, check, errors
from ok_match.cli import codes
from ok_match.cli.app import app
from ok_match.cli.stopping import CODES
from ok_match.intake import FIELD_NAMES, PROBLEMS
from ok_match.render import FORMATS
from ok_match.rules import CARDS
from tests.conftest import ROOT, SAMPLES

DOCS = ROOT / "docs"
#: Every page that people read, by its path from the root.
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (*ROOT.glob("*.md"), *DOCS.glob("*.md"), ROOT / "benchmarks" / "README.md", *ROOT.glob("examples/*.md"))
)
RENEW = "run: python tools/write_docs.py"


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def writer():  # type: ignore[no-untyped-def]
    """The script that writes the generated pages."""
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "tools" / "write_docs.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


WRITER = writer()


@pytest.mark.parametrize("name", WRITER.pages())
def test_a_generated_page_is_current(name: str) -> None:
    assert page(name) == WRITER.pages()[name], RENEW


def test_the_readme_shows_real_output(records: dict[str, Record]) -> None:
    shown = WRITER.shown_in_readme(page("README.md"), FORMATS["terminal"](records["google-forms.csv"]))
    assert not shown.false_pieces(), RENEW


def test_the_tutorial_shows_what_its_commands_print() -> None:
    outputs = WRITER.walk(page("docs/tutorial.md"))
    assert len(outputs) >= 5
    for output in outputs:
        assert not output.false_pieces(), RENEW


def test_a_false_output_would_be_noticed_and_mended() -> None:
    shown = WRITER.Shown("Rows: 37\nCohorts: 5\n[…]\nThe end.\n", "Title\nRows: 38\nCohorts: 4\n\nThe end.\n")
    assert shown.false_pieces() == ["Rows: 37\nCohorts: 5\n"]
    assert shown.refreshed() == "Rows: 38\nCohorts: 4\n[…]\nThe end.\n"


def test_a_command_that_fails_stops_the_walk(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"absent\.csv"):
        list(WRITER.walked("```sh\nok-match check absent.csv\n```", tmp_path))


def test_the_examples_in_help_run(tmp_path, monkeypatch) -> None:
    (tmp_path / "answers.csv").write_bytes((SAMPLES / "hand-kept.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(app, ["match", "answers.csv", "-o", "record.json"])
    assert made.exit_code == 0, made.output
    for command in app.registered_commands:
        example = re.search(r"Example: ok-match (.*)", command.callback.__doc__)
        result = CliRunner().invoke(app, shlex.split(example[1]))
        assert result.exit_code == 0, (example[1], result.output)


def test_the_page_of_the_command_line_lists_every_command_and_exit_code() -> None:
    text = page("docs/cli.md")
    assert all(f"(#ok-match-{command.name})" in text for command in app.registered_commands)
    named = {value for name, value in vars(codes).items() if name.isupper()}
    assert set(map(int, re.findall(r"^\| (\d+) \|", text, re.MULTILINE))) == named


def test_the_page_of_the_command_line_lists_every_kind_of_error_with_its_class_and_exit_code() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|(?: `(\w+)` )?", page("docs/cli.md"), re.MULTILINE)
    classes = {error.kind: name for name, error in vars(errors).items() if "kind" in getattr(error, "__dict__", {})}
    assert {kind: name for kind, _, name in rows if name} == classes
    assert {kind: int(code) for kind, code, _ in rows} == dict.fromkeys(classes, codes.ATTENTION) | CODES


def test_the_sample_program_is_valid_and_uses_real_rules() -> None:
    program = Program.from_toml((SAMPLES / "program.toml").read_text("utf-8"))
    assert {rule.rule for rule in program.rules} <= set(CARDS)


@pytest.mark.parametrize("code", [code for code, kind in PROBLEMS.items() if "\n" in kind.example])
def test_the_example_of_each_problem_shows_it(code: str) -> None:
    intake = check(Sheet("example.csv", PROBLEMS[code].example.encode()))
    assert code in {problem.code for problem in intake.problems}


def test_the_page_about_sheets_lists_every_field() -> None:
    assert all(f"`{field}`" in page("docs/sheets.md") for field in FIELD_NAMES)


def test_the_page_of_benchmarks_has_a_section_for_every_script() -> None:
    sections = re.findall(r"^## (\w+\.py)$", page("benchmarks/README.md"), re.MULTILINE)
    assert sorted(sections) == sorted(path.name for path in (ROOT / "benchmarks").glob("*.py"))


def test_the_index_leads_to_every_page() -> None:
    linked = set(re.findall(r"\(([\w.-]+)\)", page("docs/README.md")))
    assert {path.name for path in DOCS.iterdir()} - {"README.md"} <= linked


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files_and_headings_that_exist(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", page(name), flags=re.DOTALL)):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        assert path.exists(), target
        assert not anchor or anchor in anchors(path.read_text("utf-8")), target


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub derives them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def test_no_public_name_is_described_by_the_docstring_of_its_type() -> None:
    described = WRITER.ALIASES
    for name in ok_match.__all__:
        value = getattr(ok_match, name)
        documented = inspect.isclass(value) or inspect.isfunction(value) or name in described
        assert documented, f"{name} has no docstring of its own: describe it in ALIASES of tools/write_docs.py"
