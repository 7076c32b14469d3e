"""The fixtures of the whole suite."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from ok_match import Program, Record, Sheet, match
from tests.laws.quiet_runs import Household, long_life

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "samples"
#: Every sample, with the program that belongs to it if there is one.
PROGRAMS = {"google-forms.csv": "program.toml", "hand-kept.csv": None, "microsoft-forms.xlsx": None}


# A deadline would assert a time, and a busy machine would break it.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files; read the diff")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the intake tests first: they need no kernels, which the long-running program compiles meanwhile."""
    items.sort(key=lambda item: item.path.parent.name != "intake")


def program_of(sample: str) -> Program:
    """The program that a sample is matched with."""
    name = PROGRAMS[sample]
    return Program.from_toml((SAMPLES / name).read_text("utf-8"), name) if name else Program()


@pytest.fixture(scope="session")
def records() -> dict[str, Record]:
    """Every sample, matched once with its program and seed 0: what the README shows."""
    return {name: match(Sheet(name, (SAMPLES / name).read_bytes()), program_of(name)) for name in PROGRAMS}


@pytest.fixture(params=list(PROGRAMS))
def record(request: pytest.FixtureRequest, records: dict[str, Record]) -> Record:
    """The record of each sample, one at a time."""
    return records[request.param]


@pytest.fixture(scope="session")
def lingering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Household, subprocess.Popen[str]]]:
    """A program that uses ok-match and runs for half a minute, in a household of its own."""
    household, process = long_life(tmp_path_factory.mktemp("lingering") / "household")
    with process:
        yield household, process
        process.kill()


@pytest.fixture(scope="session", autouse=True)
def _the_long_running_program_starts_first(request: pytest.FixtureRequest) -> None:
    """Start the program above before any test, so that the others run meanwhile."""
    if any("lingering" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("lingering")
