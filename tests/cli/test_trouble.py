"""Bad input: a clear message and the right exit code, no traceback, no output file."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.conftest import SAMPLES

GOOD = SAMPLES / "hand-kept.csv"


BAD_SHEETS = {
    "empty": (b"", 3, "is empty"),
    "blank": (b" \n \n", 3, "is empty"),
    "header-only": (b"Name,Goals\n", 3, "no rows below"),
    "commas-only": (b",,,\n,,,\n", 3, "holds no text"),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20, 3, "JPEG"),
    "noise": (bytes(range(256)) * 20, 3, "not text"),
    "pdf": (b"%PDF-1.7 ...", 3, "PDF"),
    "damaged-workbook": (b"PK\x03\x04 xl/workbook.xml broken", 3, "cannot be opened"),
    "zip": (b"PK\x03\x04 something else", 3, "ZIP"),
    "nobody": (b"Name,Email,Goals\ntest,test@test.example,test\n", 3, "none of them can be placed"),
}


@pytest.mark.parametrize("fault", BAD_SHEETS)
def test_a_file_that_is_not_a_sheet(fault: str, tmp_path: Path, ok_match: Command) -> None:
    data, code, words = BAD_SHEETS[fault]
    sheet, output = tmp_path / f"{fault}.csv", tmp_path / "out.md"
    sheet.write_bytes(data)
    result = ok_match("match", sheet, "-o", output)
    assert result.returncode == code, result.stderr
    assert words in result.stderr
    assert "Try: " in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert not output.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [sheet.name]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["match", "missing.csv"], 2, "no file"),
        (["match", "."], 2, "is a folder"),
        (["check", "missing.csv"], 2, "no file"),
        (["match", GOOD, "--size", "many"], 2, "not a size"),
        (["match", GOOD, "--size", "9-6"], 2, "smaller size comes first"),
        (["match", GOOD, "--size", "6-8", "--cohorts", "2"], 2, "exclude each other"),
        (["match", GOOD, "--cohorts", "0"], 2, "--cohorts"),
        (["match", GOOD, "--format", "docx"], 2, "no format docx"),
        (["match", GOOD, "--engine", "magic"], 2, "no engine magic"),
        (["match", GOOD, "--program", "missing.toml"], 2, "no file"),
        (["match", GOOD, "-o", "missing/out.csv"], 2, "no folder"),
        (["match", GOOD, "--size", "40-50"], 4, "12 people are fewer than the 40"),
        (["match", GOOD, "--cohorts", "7"], 4, "cannot form 7 cohorts"),
        (["mach", GOOD], 2, "mach"),
        ([], 2, "Usage"),
    ],
)
def test_arguments_that_cannot_work(arguments: list[object], code: int, words: str, ok_match: Command) -> None:
    result = ok_match(*arguments)
    assert result.returncode == code, result.stderr
    assert words in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("nmae = 'x'", 'did you mean "name"'),
        ("[cohorts]\nmni = 4", 'did you mean "min"'),
        ("[cohorts]\nmin = 12\nmax = 8", "min (12) is larger than max (8)"),
        ("name = ", "not valid TOML"),
        (
            "[weights]\ngoals = 0\nobstacles = 0\nopportunities = 0\nthemes = 0\ngive_take = 0",
            "every weight is 0",
        ),
        ("[columns]\ngaols = 'Goals'", "did you mean goals"),
        ("[columns]\ngoals = 'Gaols'", 'did you mean "Goals"'),
        ("[[rules]]\nrule = 'appart'", "did you mean apart"),
        ("[[rules]]\nrule = 'apart'\npeople = ['Maeve Tiernan', 'Colin Asbury']", 'did you mean "Colin Astbury"'),
        ("[[rules]]\nrule = 'apart'\npeople = ['Maeve Tiernan']", "people"),
        ("[[rules]]\nrule = 'apart'\npersons = ['Maeve Tiernan', 'Colin Astbury']", "persons"),
        ("[[rules]]\nrule = 'seat'\nstrength = 'should'\nperson = 'Maeve Tiernan'\ncohorts = [1]", "should"),
        ("[[rules]]\nrule = 'seat'\nperson = 'Maeve Tiernan'\ncohorts = [0]", "cohorts"),
    ],
)
def test_a_program_that_is_invalid(toml: str, words: str, tmp_path: Path, ok_match: Command) -> None:
    program, output = tmp_path / "program.toml", tmp_path / "out.md"
    program.write_text(toml, "utf-8")
    result = ok_match("match", GOOD, "-p", program, "-o", output)
    assert result.returncode == 3, result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert not output.exists()
    checked = ok_match("check", GOOD, "-p", program)
    assert checked.returncode == 3
    assert words in checked.stderr


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (
            "[[rules]]\nrule = 'apart'\npeople = ['Maeve Tiernan', 'Colin Astbury']\n"
            "[[rules]]\nrule = 'together'\npeople = ['Maeve Tiernan', 'Colin Astbury']\n"
            "[[rules]]\nrule = 'seat'\nperson = 'Maeve Tiernan'\ncohorts = [1]",
            "contradict",
        ),
        (
            "[[rules]]\nrule = 'seat'\nperson = 'Maeve Tiernan'\ncohorts = [9]",
            "at most 6 can be formed",
        ),
    ],
)
def test_rules_that_no_roster_can_keep(toml: str, words: str, tmp_path: Path, ok_match: Command) -> None:
    program = tmp_path / "program.toml"
    program.write_text(toml, "utf-8")
    result = ok_match("match", GOOD, "-p", program)
    assert result.returncode == 4, result.stderr
    assert words in result.stderr


def test_an_output_is_never_overwritten_without_force(tmp_path: Path, ok_match: Command) -> None:
    output = tmp_path / "cohorts.csv"
    output.write_text("precious", "utf-8")
    refused = ok_match("match", GOOD, "-o", output)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert output.read_text("utf-8") == "precious"
    forced = ok_match("match", GOOD, "-o", output, "--force")
    assert forced.returncode == 0
    assert output.read_bytes().startswith(b"\xef\xbb\xbfcohort,")
    assert [path.name for path in tmp_path.iterdir()] == [output.name]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["match", "missing.csv"], 2), (["match", GOOD, "--size", "40-50"], 4)],
)
def test_a_shell_gets_the_same_exit_code(arguments: list[object], code: int, ok_match: Command) -> None:
    here = ok_match(*arguments)
    command = [sys.executable, "-m", "ok_match", *map(str, arguments)]
    there = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, encoding="utf-8")  # noqa: S603
    assert (here.returncode, there.returncode) == (code, code)
    assert there.stdout == here.stdout
    assert there.stderr.splitlines()[-1:] == here.stderr.splitlines()[-1:]


def test_a_defect_shows_no_answers_and_no_traceback(ok_match: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("what Maeve wrote")

    monkeypatch.setattr("ok_match.matching.match", broken)
    result = ok_match("match", GOOD)
    assert result.returncode == 1
    assert "a defect of ours, ValueError" in result.stderr
    assert "Maeve" not in result.stderr
    assert "Traceback" not in result.stderr
