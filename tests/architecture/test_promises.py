"""Every statement about the supported Pythons and systems agrees."""

import re
import tomllib

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MARK = "Programming Language :: Python :: 3."
SUPPORTED = sorted(int(line.removeprefix(MARK)) for line in PROJECT["classifiers"] if line.startswith(MARK))


def test_the_supported_pythons_are_consecutive_from_the_required_one() -> None:
    assert list(range(SUPPORTED[0], SUPPORTED[-1] + 1)) == SUPPORTED
    assert PROJECT["requires-python"] == f">=3.{SUPPORTED[0]}"
    named = re.findall(r"Python 3\.(\d+) or (?:newer|later)", (ROOT / "README.md").read_text("utf-8"))
    assert named
    assert {int(minor) for minor in named} == {SUPPORTED[0]}


def test_every_bound_on_a_dependency_is_a_lower_one_that_ci_can_install() -> None:
    for bound in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]:
        assert re.fullmatch(r"[a-z0-9-]+>=[0-9.]+(; .+)?", bound), bound


def test_the_workflow_runs_the_oldest_and_the_newest_python_on_every_system() -> None:
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")
    assert f'python: ["3.{SUPPORTED[0]}", "3.{SUPPORTED[-1]}"]' in workflow
    assert re.findall(r"(\w+)-latest", workflow)[:3] == ["ubuntu", "macos", "windows"]
