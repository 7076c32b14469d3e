"""A program in Python opens the same files as the command line, and writes the same bytes."""

from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match import (
    Intake,
    Program,
    ProgramError,
    Record,
    RecordError,
    Sheet,
    Sizes,
    check,
    conflict_table,
    draft_program,
    follow,
    guess_themes,
    open_followed,
    open_program,
    open_record,
    open_sheet,
    reopen,
    standing_rules,
    to_text,
)
from ok_match.cli.app import app
from tests.conftest import SAMPLES

GOOD = SAMPLES / "hand-kept.csv"
THEMES = '[[themes]]\nname = "Bees"\nphrases = ["my bees", "a hive", "honey for sale"]\n'


@pytest.fixture(scope="module")
def intake() -> Intake:
    """The small sample, checked."""
    return check(open_sheet(GOOD))


def written(*arguments: object) -> str:
    """What a command writes to a pipe."""
    result = CliRunner().invoke(app, [*map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_sheet_is_its_name_and_its_bytes() -> None:
    assert open_sheet(str(GOOD)) == Sheet(GOOD.name, GOOD.read_bytes())


def test_a_program_brings_the_files_that_it_names(tmp_path: Path, records: dict[str, Record]) -> None:
    record = records["hand-kept.csv"]
    (tmp_path / "spring.json").write_text(record.to_json(), "utf-8")
    (tmp_path / "themes.toml").write_text(THEMES, "utf-8")
    program = tmp_path / "program.toml"
    program.write_text('themes = "themes.toml"\n[[rules]]\nrule = "history"\nrecords = ["spring.json"]\n', "utf-8-sig")
    opened = open_program(program)
    assert opened.themes is not None
    assert [entry.name for entry in opened.themes.themes] == ["Bees"]
    assert len(opened.rules[0].arguments["met"]) == len(record.roster.cohorts)


def test_a_program_brings_the_record_that_it_follows(tmp_path: Path, records: dict[str, Record]) -> None:
    record = records["hand-kept.csv"]
    (tmp_path / "last.json").write_text(record.to_json(), "utf-8", newline="")
    program = tmp_path / "program.toml"
    program.write_text('follow = "last.json"\n', "utf-8")
    followed = open_program(program).follow
    assert followed == open_followed(tmp_path / "last.json") == follow(record, "last.json")
    assert [cohort.label for cohort in followed.cohorts] == [cohort.label for cohort in record.roster.cohorts]
    assert followed.record.sha256 == sha256((tmp_path / "last.json").read_bytes()).hexdigest()


def test_a_run_that_follows_a_record_says_what_its_cohorts_kept(tmp_path: Path, records: dict[str, Record]) -> None:
    record = records["hand-kept.csv"]
    (tmp_path / "last.json").write_text(record.to_json(), "utf-8")
    told = written("match", GOOD, "--follow", tmp_path / "last.json", "--seed", 5)
    kept = [cohort.name for cohort in record.roster.cohorts]
    assert "Follows: last.json: all cohorts keep at least half of their members" in " ".join(told.split())
    assert all(f"Cohort {number}: {name}" in told for number, name in enumerate(kept, 1))


def test_a_record_is_opened_as_it_was_saved(tmp_path: Path, records: dict[str, Record]) -> None:
    path = tmp_path / "record.json"
    path.write_text(records["hand-kept.csv"].to_json(), "utf-8")
    assert open_record(path) == records["hand-kept.csv"]


def test_files_that_are_not_text_or_not_there_are_refused(tmp_path: Path) -> None:
    noise = tmp_path / "noise"
    noise.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(RecordError, match="not UTF-8"):
        open_record(noise)
    with pytest.raises(ProgramError, match="not UTF-8"):
        open_program(noise)
    program = tmp_path / "program.toml"
    program.write_text('themes = "missing.toml"')
    with pytest.raises(FileNotFoundError, match=r"missing\.toml"):
        open_program(program)
    refused = CliRunner().invoke(app, ["check", str(GOOD), "-p", str(program)])
    assert refused.exit_code == 2
    assert "missing.toml" in refused.stderr


def test_results_are_written_as_the_command_line_writes_them(intake: Intake, records: dict[str, Record]) -> None:
    for form in ("terminal", "json", "markdown"):
        assert to_text(intake, form) == written("check", GOOD, "--format", form)
    for form in ("terminal", "json", "markdown", "csv"):
        assert to_text(records["hand-kept.csv"], form) == written("match", GOOD, "--format", form)
    themes = guess_themes(open_sheet(GOOD))
    for form in ("csv", "json"):
        assert to_text(themes, form) == written("themes", GOOD, "--format", form)


def test_a_page_is_written_with_its_record(tmp_path: Path, records: dict[str, Record]) -> None:
    record = records["hand-kept.csv"]
    path = tmp_path / "record.json"
    path.write_text(record.to_json(), "utf-8")
    page = reopen(record).cohort("1")
    for form in ("terminal", "json", "markdown"):
        assert to_text(page, form, record) == written("explain", path, "--cohort", "1", "--format", form)
    with pytest.raises(ValueError, match="together with the record"):
        to_text(page, "markdown")


def test_a_format_that_there_is_not_is_named_with_those_that_there_are(intake: Intake) -> None:
    with pytest.raises(ValueError, match="only terminal, json, markdown"):
        to_text(intake, "csv")


def test_a_draft_is_the_program_that_init_writes(tmp_path: Path, intake: Intake) -> None:
    path = tmp_path / "program.toml"
    written("init", GOOD, "-o", path, "--name", "Spring", "--size", "4-7")
    assert draft_program(intake, standing_rules(), name="Spring", sizes=Sizes(min=4, max=7)) == path.read_text("utf-8")
    assert Program.from_toml(draft_program(intake, standing_rules())).cohorts == Sizes.fitting(12)


def test_the_list_of_conflicts_is_the_one_that_check_writes(tmp_path: Path, intake: Intake) -> None:
    path = tmp_path / "conflicts.csv"
    written("check", GOOD, "--conflicts", path)
    assert conflict_table(intake) == path.read_text("utf-8-sig")
