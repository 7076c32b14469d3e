"""From a sheet to a file of conflicts, to decisions, to a roster that follows them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.test_use import run

HEADER = ["Email", "Name", "Company", "Industry", "Goals", "Who should you not sit with?", "Anything else?"]
WISHES = {
    0: "Greg - we were partners until 2018",
    2: "Rather not with Ann Dray",
    4: "I do the books for two of you",
    6: "=Ivo Sand, a competitor",
}


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    names = ["Zora Pell", "Greg Milbrook", "Tess Okafor", "Ann Dray", "Cy Dunn", "Fay Odum", "Sol Ruiz", "Ivo Sand"]
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number, name in enumerate(names):
            row = [
                f"p{number}@firm{number}.example",
                name,
                f"Firm {number}",
                "",
                "Hire a foreman",
                WISHES.get(number, "No"),
                "",
            ]
            writer.writerow(row)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def written(sheet: Path, name: str = "conflicts.csv") -> Path:
    path = sheet.parent / name
    result = run("check", str(sheet), "--conflicts", str(path))
    assert result.exit_code in (0, 3), result.stderr
    return path


def decide(path: Path, **decisions: str) -> Path:
    """Write decisions, keyed by the first word of the sentence, into the file as a spreadsheet program would."""
    rows = rows_of(path)
    for row in rows:
        row["decision"] = decisions.get(row["a"][:2], "")
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode("cp1252"))
    return path


def matched(sheet: Path, *more: str) -> dict[str, object]:
    result = run("match", str(sheet), "--cohorts", "2", "--engine", "lexical", "--format", "json", *more)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def together(record: dict[str, object], *people: str) -> bool:
    cohorts = [{member[:2] for member in cohort["members"]} for cohort in record["roster"]["cohorts"]]
    return any(set(people) <= cohort for cohort in cohorts)


def test_the_file_lists_every_conflict_and_can_be_opened_safely(sheet: Path) -> None:
    rows = rows_of(written(sheet))
    assert [(row["a"][:2], row["b"][:2], row["strength"], row["resolved"]) for row in rows] == [
        ("p0", "p1", "must", "yes"),
        ("p2", "p3", "should", "yes"),
        ("p4", "", "should", "no"),
        ("p6", "p7", "must", "yes"),
    ]
    assert rows[0]["why"] == "once business partners"
    assert rows[3]["sentence"] == f"'{WISHES[6]}"
    assert all(row["decision"] == "" for row in rows)


def test_the_file_is_never_overwritten_unasked(sheet: Path) -> None:
    path = written(sheet)
    path.write_text("mine", "utf-8")
    assert run("check", str(sheet), "--conflicts", str(path)).exit_code == 2
    assert path.read_text("utf-8") == "mine"
    assert run("check", str(sheet), "--conflicts", str(path), "--force").exit_code == 3
    assert run("check", str(sheet), "--conflicts", str(sheet.parent / "c.xlsx")).exit_code == 2


def test_firm_and_resolved_conflicts_are_musts_until_rejected(sheet: Path) -> None:
    record = matched(sheet)
    assert not together(record, "p0", "p1")
    assert not together(record, "p6", "p7")
    report = run("match", str(sheet), "--cohorts", "2", "--engine", "lexical").stdout
    assert "3 pairs kept apart, as read from the sheet and not yet decided by you; 1 not resolved" in report
    assert "it does not say who" in report


def test_decisions_are_followed_and_recorded(sheet: Path) -> None:
    path = decide(written(sheet), p0="reject", p2="accept", p4="reject", p6="soften")
    record = matched(sheet, "--conflicts", str(path))
    assert {conflict["a"][:2]: conflict["decision"] for conflict in record["conflicts"]} == {
        "p0": "reject", "p2": "accept", "p4": "reject", "p6": "soften",
    }  # fmt: skip
    assert not together(record, "p2", "p3")
    assert "conflict-unresolved" not in {problem["code"] for problem in record["intake"]["problems"]}


def test_the_count_of_decided_conflicts_leaves_out_those_that_are_only_proposed(sheet: Path) -> None:
    path = written(sheet)
    command = ("match", str(sheet), "--cohorts", "2", "--engine", "lexical", "--conflicts", str(path))
    assert f"Conflicts: 0 decided in {path.name}" in run(*command).stderr
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join([lines[0], "reject" + lines[1][lines[1].index(",") :], *lines[2:]]), "utf-8")
    assert f"Conflicts: 1 decided in {path.name}" in run(*command).stderr


def test_a_wrong_line_stops_the_run_and_is_named(sheet: Path) -> None:
    path = written(sheet)
    path.write_bytes(path.read_bytes() + b"accept,Tess Okafor,,Ivo Sandd,,,,,,,,\n")
    result = run("match", str(sheet), "--cohorts", "2", "--conflicts", str(path))
    assert result.exit_code == 3
    assert result.stderr.startswith("conflicts.csv, row 6: ")
    assert 'did you mean "Ivo Sand"' in result.stderr


def test_check_lists_conflicts_for_scripts(sheet: Path) -> None:
    page = json.loads(run("check", str(sheet), "--format", "json").stdout)
    assert {"a", "b", "strength", "sentence", "row", "resolved"} <= page["conflicts"][0].keys()
    assert [conflict["row"] for conflict in page["conflicts"]] == [2, 4, 6, 8]


def test_explain_says_who_asked_and_in_what_words(sheet: Path, tmp_path: Path) -> None:
    saved = tmp_path / "record.json"
    run("match", str(sheet), "--cohorts", "2", "--engine", "lexical", "-o", str(saved))
    result = run("explain", str(saved), "--why-not", "Zora Pell", "Greg Milbrook")
    plain = " ".join(result.stdout.split())
    assert "Zora Pell asked to be kept apart from Greg Milbrook (once business partners), in row 2" in plain
    assert WISHES[0] in plain


def test_an_impossible_set_of_conflicts_is_named_as_what_to_soften(sheet: Path) -> None:
    program = sheet.parent / "program.toml"
    seats = [f'[[rules]]\nrule = "seat"\nperson = "{name}"\ncohorts = [1]\n' for name in ("Zora Pell", "Greg Milbrook")]
    program.write_text("\n".join(seats), "utf-8")
    result = run("match", str(sheet), "--cohorts", "2", "--engine", "lexical", "--program", str(program))
    assert result.exit_code == 4
    assert "soften or reject the conflict between Zora Pell and Greg Milbrook" in result.stderr
    assert "partners" not in result.stderr


def test_people_who_wait_because_of_conflicts_are_listed_with_those_to_soften(sheet: Path) -> None:
    text = sheet.read_text("utf-8").replace(WISHES[0], "Greg and Tess").replace(WISHES[2], "Greg")
    sheet.write_text(text, "utf-8")
    result = run("match", str(sheet), "--cohorts", "2", "--engine", "lexical")
    assert "A conflict with somebody in" in result.stdout
    assert "often or reject the conflict between" in result.stdout


def test_no_confidential_sentence_leaves_the_facilitators_outputs(sheet: Path) -> None:
    for args in (["--format", "csv"], []):
        result = run("match", str(sheet), "--cohorts", "2", "--engine", "lexical", *args)
        assert "partners until" not in result.stderr
        assert ("partners until" in result.stdout) == (not args)
