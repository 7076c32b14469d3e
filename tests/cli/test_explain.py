"""``ok-match explain`` as people and scripts use it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ok_match import Options, Program, Record, Sheet, match
from ok_match.cli.app import app
from ok_match.model import CohortPage, PairPage, PersonPage, Sizes, WhyNotPage
from tests.cli.conftest import Command
from tests.conftest import SAMPLES

KINDS = {"person": PersonPage, "cohort": CohortPage, "pair": PairPage, "why_not": WhyNotPage}


@pytest.fixture(scope="module")
def saved(records: dict[str, Record], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The record of each sample as the only file in its folder, and one in which two people wait."""
    folder = tmp_path_factory.mktemp("records")
    sheet = SAMPLES / "hand-kept.csv"
    short = match(
        Sheet(sheet.name, sheet.read_bytes()), Program(cohorts=Sizes(min=5, max=5)), Options(engine="lexical")
    )
    paths = {}
    for name, record in {**records, "waiting": short}.items():
        path = folder / f"{Path(name).stem}.json"
        path.write_text(record.to_json(), "utf-8")
        paths[name] = str(path)
    return paths


def run(*arguments: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(app, ["explain", *arguments])


def unwrapped(text: str) -> str:
    """Plain text without its line breaks, so that a long quotation is on one line."""
    return " ".join(text.split())


def test_the_page_about_a_person_is_complete(saved: dict[str, str], records: dict[str, Record]) -> None:
    record = records["google-forms.csv"]
    person = next(person for person in record.participants if person.name == "Elise Thornquist")
    result = run(saved["google-forms.csv"], "--person", "elise THORNQUIST")
    assert result.exit_code == 0, result.output
    text = unwrapped(result.stdout)
    assert result.stdout.startswith("Elise Thornquist: cohort ")
    assert person.organisation in text
    assert f"Sheet row: {person.row}" in text
    for statement in person.statements:
        assert f"“{' '.join(statement.text.split())}”" in text
    cohort = next(cohort for cohort in record.roster.cohorts if person.id in cohort.members)
    names = {member.id: member.name for member in record.participants}
    shared = text[text.index("What they share with each member") :]
    for other in cohort.members:
        assert (f"- {names[other]}" in shared) == (other != person.id)
    assert "Best other seat: cohort " in text


def test_plain_output_has_no_escape_codes_and_no_frames(saved: dict[str, str]) -> None:
    for question in (["--person", "Maeve Tiernan"], ["--cohort", "1"], ["--pair", "Maeve Tiernan", "Colin Astbury"]):
        result = run(saved["hand-kept.csv"], *question)
        assert result.exit_code == 0, result.output
        assert "\x1b" not in result.stdout
        assert not set("╭╮╰╯│─━┃") & set(result.stdout)
        assert result.stderr == ""


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("person", ["--person", "maeve tiernan"]),
        ("cohort", ["--cohort", "2"]),
        ("pair", ["--pair", "Maeve Tiernan", "Colin Astbury"]),
        ("why_not", ["--why-not", "Maeve Tiernan", "Colin Astbury"]),
    ],
)
def test_json_is_the_page_itself(saved: dict[str, str], kind: str, question: list[str]) -> None:
    result = run(saved["hand-kept.csv"], *question, "--format", "json")
    assert json.loads(result.stdout)["kind"] == kind
    page = KINDS[kind].model_validate_json(result.stdout)
    assert page.faithful
    assert page.model_dump_json(indent=2) + "\n" == result.stdout


def test_namesakes_are_told_apart(saved: dict[str, str], records: dict[str, Record]) -> None:
    both = [person for person in records["google-forms.csv"].participants if person.name == "Sarah Miller"]
    assert len(both) == 2
    refused = run(saved["google-forms.csv"], "--person", "Sarah Miller")
    assert refused.exit_code == 2
    for person in both:
        assert person.email in refused.output
        for name in (person.email.upper(), person.id, f"sarah miller ({person.organisation})"):
            result = run(saved["google-forms.csv"], "--person", name, "--format", "json")
            assert json.loads(result.stdout)["who"]["participant"] == person.id


def test_a_cohort_is_found_by_label_and_by_name(saved: dict[str, str], records: dict[str, Record]) -> None:
    record = records["google-forms.csv"]
    cohort = record.roster.cohorts[1]
    by_label, by_name = (
        run(saved["google-forms.csv"], "--cohort", name).stdout for name in (cohort.label, cohort.name.upper())
    )
    assert by_label == by_name
    assert by_label.startswith(f"Cohort {cohort.label}: {cohort.name} (")
    pairs = by_label[by_label.index("How much each pair shares") :]
    size = len(cohort.members)
    assert pairs.count(" of 1000") == size * (size - 1) // 2


def test_the_page_about_somebody_who_waits_says_why(saved: dict[str, str]) -> None:
    record = Record.model_validate_json(Path(saved["waiting"]).read_text("utf-8"))
    first, second = (waiting.participant for waiting in record.roster.waitlist)
    result = run(saved["waiting"], "--person", first)
    assert result.exit_code == 0, result.output
    assert "Seat: waits for a seat" in result.stdout
    assert "Full: cohorts 1 and 2." in result.stdout
    both = run(saved["waiting"], "--why-not", first, second)
    assert "Both wait" in both.stdout
    placed = record.roster.cohorts[0].members[0]
    alone = run(saved["waiting"], "--why-not", first, placed)
    assert "who would then wait" in alone.stdout
    assert alone.stdout.count(" into cohort ") == 1


def test_the_page_about_somebody_held_says_why(saved: dict[str, str], records: dict[str, Record]) -> None:
    record = records["microsoft-forms.xlsx"]
    held, placed = record.roster.held[0], record.participants[0]
    for question in (
        ["--person", held.name or held.email],
        ["--pair", held.participant, placed.id],
        ["--why-not", placed.id, held.participant],
    ):
        result = run(saved["microsoft-forms.xlsx"], *question)
        assert result.exit_code == 0, result.output
        assert "did not agree to the terms of the group" in unwrapped(result.stdout)


def test_a_file_is_written_and_never_overwritten_without_force(saved: dict[str, str], tmp_path: Path) -> None:
    output = tmp_path / "maeve.md"
    asked = [saved["hand-kept.csv"], "--person", "Maeve Tiernan", "-o", str(output)]
    assert run(*asked).exit_code == 0
    assert output.read_text("utf-8").startswith("# Maeve Tiernan: cohort ")
    refused = run(*asked)
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert run(*asked, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ([], "Give one of"),
        (["--person", "Maeve Tiernan", "--cohort", "1"], "only one"),
        (["--person", "Maeve Tirnan"], "Did you mean Maeve Tiernan?"),
        (["--person", "Maev"], "Did you mean Maeve Tiernan?"),
        (["--person", ""], "no person"),
        (["--pair", "Maeve Tiernan", "Colin Asbury"], "Did you mean Colin Astbury?"),
        (["--pair", "Maeve Tiernan", "maeve tiernan"], "same person"),
        (["--cohort", "7"], "The cohorts are: 1, 2."),
        (["--person", "Maeve Tiernan", "--format", "csv"], "no format csv"),
    ],
)
def test_questions_that_cannot_be_answered(saved: dict[str, str], question: list[str], words: str) -> None:
    result = run(saved["hand-kept.csv"], *question)
    assert result.exit_code == 2
    assert words in unwrapped(result.output)


def with_change(text: str, change: str) -> bytes:
    """The record of a sample, damaged in one way."""
    record = json.loads(text)
    if change == "stranger":
        record["roster"]["cohorts"][0]["members"][0] = "nobody@people.example"
    elif change == "twice":
        record["roster"]["cohorts"][0]["members"].append(record["roster"]["cohorts"][1]["members"][0])
    elif change == "no cohorts":
        record["roster"]["cohorts"] = record["explanations"]["cohorts"] = []
    elif change == "engine":
        record["provenance"]["engine"] = "telepathy"
    elif change == "rule":
        record["program"]["rules"][0]["rule"] = "telepathy"
    elif change == "cut":
        return text[:-500].encode()
    return json.dumps(record).encode() if change != "noise" else b"\xff\xfe\x00\x01"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("stranger", "contradicts itself"),
        ("twice", "contradicts itself"),
        ("no cohorts", "contradicts itself"),
        ("engine", "telepathy"),
        ("rule", "telepathy"),
        ("cut", "not a whole"),
        ("noise", "not UTF-8"),
    ],
)
def test_a_broken_record_asks_for_attention(
    saved: dict[str, str], tmp_path: Path, ok_match: Command, change: str, words: str
) -> None:
    broken, output = tmp_path / "broken.json", tmp_path / "out.md"
    broken.write_bytes(with_change(Path(saved["hand-kept.csv"]).read_text("utf-8"), change))
    result = ok_match("explain", broken, "--cohort", "1", "-o", output)
    assert result.returncode == 3, result.stderr
    assert words in result.stderr
    assert "Try: " in result.stderr
    assert "Traceback" not in result.stderr
    assert not output.exists()


def test_help_stays_light() -> None:
    code = (
        "import sys\nfrom ok_match.cli.app import main\nsys.argv = ['ok-match', 'explain', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "assert not {'numpy', 'numba', 'pandas', 'sklearn', 'onnxruntime'} & set(sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert result.returncode == 0, result.stderr
    assert "--why-not" in result.stdout
