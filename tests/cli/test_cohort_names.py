"""The facilitator names cohorts from the command line, or from a file."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match import read_record
from ok_match.cli.app import app
from tests.conftest import SAMPLES

GOOD = str(SAMPLES / "hand-kept.csv")


def names_with(tmp_path: Path, *given: str) -> list[str]:
    saved = tmp_path / "record.json"
    arguments = [part for name in given for part in ("--names", name)]
    done = CliRunner().invoke(
        app, ["match", GOOD, "--size", "3-6", "--engine", "lexical", *arguments, "-o", str(saved), "--force"]
    )
    assert done.exit_code == 0, done.output
    return [cohort.name for cohort in read_record(saved.read_text("utf-8"), "record").roster.cohorts]


def refused(*given: str) -> str:
    arguments = [part for name in given for part in ("--names", name)]
    done = CliRunner().invoke(app, ["match", GOOD, "--size", "3-6", "--engine", "lexical", *arguments])
    assert done.exit_code in {2, 3}
    return done.stderr


def test_a_name_may_be_given_as_an_argument_and_may_be_repeated(tmp_path: Path) -> None:
    assert names_with(tmp_path, "1=The river", "cohort 2 = North = south")[:2] == ["The river", "North = south"]


@pytest.mark.parametrize(
    "text",
    [
        '1 = "The river"\n# the other keeps its own\n\n2 = "The ford"\n',
        "label,name\n1,The river\n2,The ford\n",
        "Cohort;Name\r\nCohort 1;The river\r\nCohort 2;The ford\r\n",
        "\ufeff[names]\n1 = 'The river'\n2 = 'The ford'\n",
    ],
)
def test_names_may_stand_in_a_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(text, "utf-8", newline="")

    assert names_with(tmp_path, str(path))[:2] == ["The river", "The ford"]


def test_names_that_cannot_be_used_are_refused_in_words(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("1 = one\nThe river\n")
    assert "twice" in refused("1=The river", "2=the River")
    assert "twice" in refused("1=The river", "1=The ford")
    assert "letters" in refused("1=")
    assert "letters" in refused("1=" + "x" * 81)
    assert "neither a name nor a file" in refused("nowhere.csv")
    assert "line 2" in refused(str(bad))
    assert "no cohort" in refused("77=The river")
