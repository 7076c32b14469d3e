"""Fixtures of the whole suite, each with its story."""

from pathlib import Path

import pytest

from ok_match import Program, Record, Sheet, match

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "samples"
#: Every sample, with the program that belongs to it if there is one.
PROGRAMS = {"google-forms.csv": "program.toml", "hand-kept.csv": None, "microsoft-forms.xlsx": None}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the diff")


def program_of(sample: str) -> Program:
    """Give the program that a sample is matched with."""
    name = PROGRAMS[sample]
    return Program.from_toml((SAMPLES / name).read_text("utf-8"), name) if name else Program()


@pytest.fixture(scope="session")
def records() -> dict[str, Record]:
    """Every sample, matched once with its program and seed 0: what the README's reader sees."""
    return {name: match(Sheet(name, (SAMPLES / name).read_bytes()), program_of(name)) for name in PROGRAMS}


@pytest.fixture(params=list(PROGRAMS))
def record(request: pytest.FixtureRequest, records: dict[str, Record]) -> Record:
    """Each sample's record in turn."""
    return records[request.param]
