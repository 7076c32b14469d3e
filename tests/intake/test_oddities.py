"""Broken and odd sheets: each file in tests/data has one fault, which its name says."""

import re

import pytest

from ok_match import Intake, OkMatchError, Sheet, SheetError, check

from .sheets import DATA, about, codes, read

#: The error of each file that cannot be read.
REFUSED = {
    "archive.xlsx": "ZIP archive",
    "binary.csv": "not text",
    "document.csv": "PDF",
    "empty.csv": "is empty",
    "html-page.csv": "web page",
    "header-without-rows.csv": "no rows below",
    "old-office-document.xls": "old Office document",
    "only-a-byte-order-mark.csv": "holds no text",
    "only-delimiters.csv": "holds no text",
    "only-spaces.csv": "is empty",
    "picture.csv": "PNG",
    "truncated-workbook.xlsx": "cannot be opened",
}
#: The problems of each odd file that can be read, by row, and its number of people.
REMARKED: dict[str, tuple[int, list[tuple[str, int | None]]]] = {
    "all-rows-are-tests.csv": (0, [("test-row", 2), ("test-row", 3)]),
    "anonymous-email-column.csv": (2, []),
    "blank-rows-between.csv": (2, [("blank-row", 3), ("blank-row", 4)]),
    "column-without-header.csv": (1, []),
    "empty-column.csv": (1, []),
    "hidden-characters.csv": (2, [("hidden-characters", 2)] * 3),
    "no-email-column.csv": (2, []),
    "no-question-recognised.csv": (1, [("no-answers", 2)]),
    "ragged-rows.csv": (3, [("extra-cells", 2), ("no-answers", 3)]),
    "repeated-headers.csv": (1, [("repeated-header", None)]),
    "title-above-the-header.csv": (1, [("title-rows", None)]),
}
KNOWN_FAULTS = {"unclosed-quote.csv"}


def checked(name: str) -> Intake:
    return check(Sheet(name, (DATA / name).read_bytes()))


def test_every_file_here_is_used() -> None:
    assert {path.name for path in DATA.iterdir() if path.is_file()} == {*REFUSED, *REMARKED, *KNOWN_FAULTS}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_a_sheet_is_refused_in_plain_words(name: str) -> None:
    with pytest.raises(SheetError, match=REFUSED[name]) as caught:
        checked(name)
    error = caught.value
    assert error.where == name
    assert all((error.what, error.follows, error.advice))


@pytest.mark.parametrize("name", REMARKED)
def test_an_odd_sheet_is_read_and_its_problems_noted(name: str) -> None:
    people, problems = REMARKED[name]
    intake = checked(name)
    assert intake.rows.people == people
    noted = [(problem.code, problem.row) for problem in intake.problems if problem.code != "no-field"]
    assert sorted(noted, key=str) == sorted(problems, key=str)


def test_a_quotation_mark_that_is_never_closed_is_noted() -> None:
    try:
        intake = checked("unclosed-quote.csv")
    except OkMatchError:
        return
    assert codes(intake)


def test_a_sheet_without_any_question_is_an_error() -> None:
    severities = {problem.value: problem.severity for problem in checked("no-question-recognised.csv").problems}
    assert severities["goals"] == severities["obstacles"] == "error"


def test_a_sheet_without_some_questions_gets_warnings_only() -> None:
    severities = {problem.value: problem.severity for problem in checked("ragged-rows.csv").problems}
    assert severities["obstacles"] == "warning"


def test_hidden_characters_are_gone_from_what_is_kept() -> None:
    people = {person.email: person for person in checked("hidden-characters.csv").participants}
    ana = people["ana@people.example"]
    assert (ana.name, ana.statements[0].text) == ("Ana", "sell bread")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("sell\x00 bread", "sell bread"),
        ("\x1b[31msell\x1b[0m bread", "sell bread"),
        ("\x1b]0;title\x07sell bread", "sell bread"),
        ("sell \u202ebread", "sell bread"),
        ("\ufeffsell bread", "sell bread"),
        ("sell \u2066bread\u2069", "sell bread"),
    ],
)
def test_invisible_characters_are_removed_and_noted(typed: str, kept: str) -> None:
    rows = [["ana@people.example", "Ana", "", "", typed, "", "", ""], ["bo@people.example", "Bo", *[""] * 6]]
    intake = read(rows)
    people = {person.name: person for person in intake.participants}
    assert [statement.text for statement in people["Ana"].statements] == [kept]
    assert about(intake, "hidden-characters") == [2]


@pytest.mark.parametrize(
    "typed", ["👩‍👩‍👧 family", "Zürich, Ærø", "naïve plan", "שלום עולם", "two\r\nlines together here"]
)
def test_visible_characters_stay_without_a_note(typed: str) -> None:
    intake = read([["ana@people.example", "Ana", "", "", typed, "", "", ""]])
    assert about(intake, "hidden-characters") == []
    kept = " ".join(statement.text for statement in intake.participants[0].statements)
    assert re.sub(r"\s+", " ", kept) == re.sub(r"\s+", " ", typed)


def test_a_short_row_is_a_person_with_fewer_answers() -> None:
    people = {person.name: person for person in checked("ragged-rows.csv").participants}
    assert people["Bo"].statements == ()
    assert people["Cy"].statements[0].text == "bake it"


@pytest.mark.parametrize(
    ("wish", "mentioned"),
    [("Bo Lund, please", True), ("no", False), ("No one.", False), ("n/a", False), ("not really", False), ("", False)],
)
def test_a_wish_to_be_kept_apart_is_mentioned(wish: str, mentioned: bool) -> None:
    header = ["Email", "Name", "Goals", "Keep apart"]
    rows = [["ana@people.example", "Ana", "sell", wish], ["bo@people.example", "Bo Lund", "rest", "nobody"]]
    intake = read(rows, header)
    assert about(intake, "conflict-proposed") == ([2] if mentioned else [])
    assert about(intake, "conflict-unresolved") == []
    # The wish itself is confidential, so no message repeats it.
    assert not any("Lund" in problem.message for problem in intake.problems)


@pytest.mark.parametrize("named", ["ana@people.example", "ANA", "P-7", "p-7"])
def test_a_wish_that_the_program_settled_is_not_mentioned_again(named: str) -> None:
    header = ["Participant ID", "Email", "Name", "Goals", "Keep apart"]
    rows = [["P-7", "ana@people.example", "Ana", "sell", "Bo Lund"], ["P-8", "bo@people.example", "Bo", "rest", ""]]
    rules = [{"rule": "apart", "people": [named, "bo@people.example"]}]
    intake = read(rows, header, rules=rules)
    assert about(intake, "conflict-unresolved") == about(intake, "conflict-proposed") == []
