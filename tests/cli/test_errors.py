"""An error is text for people, and one JSON object for scripts that asked for JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match import OkMatchError
from ok_match.cli.app import app
from ok_match.cli.commands import match as match_module
from tests.conftest import SAMPLES

GOOD = str(SAMPLES / "hand-kept.csv")
PARTS = ["kind", "where", "what", "follows", "try"]
APART = "[[rules]]\nrule = 'apart'\npeople = ['Maeve Tiernan', 'Colin Astbury']\nwhy = 'they sued each other'\n"
SEATS = "".join(
    f"[[rules]]\nrule = 'seat'\nperson = '{name}'\ncohorts = [1]\n" for name in ("Maeve Tiernan", "Colin Astbury")
)
#: Kind: the arguments, the files that they need, and the exit code.
WAYS = {
    "sheet": (["match", "empty.csv"], {"empty.csv": ""}, 3),
    "program": (["match", GOOD, "-p", "p.toml"], {"p.toml": "nmae = 'x'"}, 3),
    "record": (["explain", "r.json", "--cohort", "1"], {"r.json": "{}"}, 3),
    "model": (["match", GOOD, "--model", "."], {}, 3),
    "leftover": (
        ["match", GOOD, "--engine", "lexical", "--size", "5", "-p", "p.toml"],
        {"p.toml": 'leftovers = "ask"'},
        3,
    ),
    "impossible": (
        ["match", GOOD, "--engine", "lexical", "-p", "p.toml"],
        {"p.toml": APART + SEATS},
        4,
    ),
    "usage": (["match", "missing.csv"], {}, 2),
}
#: Arguments that Click itself rejects, with and without an option that asks for JSON.
WRONG_USAGE = {
    "unknown option before": ["match", GOOD, "--colour", "--format", "json"],
    "unknown option after": ["match", GOOD, "--format=json", "--colour"],
    "missing value": ["match", GOOD, "--format", "json", "--size"],
    "missing argument": ["match", "--format", "json"],
    "bad number": ["match", GOOD, "--cohorts", "none", "--format", "json"],
    "unknown command": ["mach", GOOD, "--format", "json"],
    "an output file": ["match", GOOD, "--colour", "-o", "out.json"],
    "an output file, glued": ["match", GOOD, "--colour", "--output=out.json"],
    "no such format beside it": ["themes", "missing.csv", "-o", "out.json"],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(app, list(arguments))


def failed(kind: str, *more: str):  # type: ignore[no-untyped-def]
    """The result of a command that fails with this kind of error."""
    arguments, files, code = WAYS[kind]
    for name, text in files.items():
        Path(name).write_text(text, "utf-8")
    result = run(*arguments, *more)
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    return result


def error_in(text: str) -> dict:
    document = json.loads(text)
    assert list(document) == ["error"]
    assert list(document["error"])[: len(PARTS)] == PARTS
    assert all(document["error"][part] for part in PARTS)
    return document["error"]


@pytest.mark.parametrize("kind", WAYS)
def test_an_error_is_json_if_json_was_asked_for(kind: str) -> None:
    assert error_in(failed(kind, "--format", "json").stderr)["kind"] == kind


@pytest.mark.parametrize("kind", WAYS)
def test_an_output_file_that_ends_in_json_asks_for_json_too(kind: str) -> None:
    assert error_in(failed(kind, "-o", "out.json").stderr)["kind"] == kind
    assert not Path("out.json").exists()


@pytest.mark.parametrize("kind", WAYS)
def test_text_and_json_say_the_same(kind: str) -> None:
    error = error_in(failed(kind, "--format", "json").stderr)
    text = failed(kind, "--format", "markdown").stderr
    assert error["what"] in text
    assert kind == "usage" or text == f"{error['where']}: {error['what']}\n{error['follows']}\nTry: {error['try']}\n"


@pytest.mark.parametrize("arguments", WRONG_USAGE.values(), ids=WRONG_USAGE)
def test_wrong_usage_of_any_kind_is_json(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert error_in(result.stderr)["kind"] == "usage"


@pytest.mark.parametrize(
    "arguments", [["match", "-o", "out.json", "--format", "csv"], ["match", "json"], ["match", "--names", "1=json"], []]
)
def test_other_arguments_leave_the_error_as_text(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.output


def test_each_class_of_errors_has_a_kind_of_its_own() -> None:
    classes = [*OkMatchError.__subclasses__()]
    classes += [child for parent in classes for child in parent.__subclasses__()]
    kinds = [error.kind for error in classes if "kind" in vars(error)]
    assert sorted(kinds) == sorted(set(WAYS) - {"usage"})


def test_a_hindrance_is_data_without_answers() -> None:
    impossible = error_in(failed("impossible", "--format", "json").stderr)
    assert impossible["obstacle"] == "contradiction"
    assert len(impossible["people"]) == 2
    assert sorted(impossible["rules"]) == ["apart", "seat"]
    assert impossible["waiting"] is None
    assert {"rule", "people", "setting", "value", "waiting"} <= impossible["reliefs"][0].keys()
    assert "sued" not in json.dumps(impossible)
    leftover = error_in(failed("leftover", "--format", "json").stderr)
    assert (leftover["waiting"], leftover["total"]) == (2, 12)


def test_a_defect_is_json_and_shows_no_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("what Maeve wrote")

    monkeypatch.setattr(match_module, "shown", broken)
    result = run("match", GOOD, "--format", "json")
    assert result.exit_code == 1
    error = error_in(result.stderr)
    assert error["kind"] == "defect"
    assert "ValueError in test_errors.py" in error["what"]
    assert "Maeve" not in result.stderr


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_interrupted_run_says_so(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(match_module, "shown", interrupted)
    result = run("match", GOOD, "--format", form)
    assert result.exit_code == 130
    if form == "json":
        assert error_in(result.stderr)["kind"] == "interrupted"
    else:
        assert result.stderr == "Stopped. Nothing was written.\n"


def test_a_script_gets_nothing_but_the_object_on_standard_error() -> None:
    command = [sys.executable, "-m", "ok_match", "match", "missing.csv", "--colour", "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert (result.returncode, result.stdout) == (2, "")
    assert "--colour" in error_in(result.stderr)["what"]


@pytest.mark.skipif(os.name == "nt", reason="no such signal here")
def test_a_process_that_is_interrupted_ends_with_130() -> None:
    code = (
        "import os, signal, sys\nfrom ok_match.cli.commands import match\nfrom ok_match.cli.app import main\n"
        "match.shown = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        f"sys.argv = ['ok-match', 'match', {GOOD!r}]\nmain()\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (result.returncode, result.stderr) == (130, "Stopped. Nothing was written.\n")
