"""One table in every dialect: the same people are read."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake, Sheet, SheetError, check
from tests.builders import HEADER as BUILDERS_HEADER
from tests.builders import sheet_of
from tests.strategies import rows

from .sheets import HEADER, TABLE, delimited, read, text_of, workbook

DIALECTS = {
    "comma, UTF-8": (delimited(",", "utf-8"), "utf-8"),
    "comma, UTF-8 with mark": (delimited(",", "utf-8-sig"), "utf-8-sig"),
    "semicolon, UTF-8": (delimited(";", "utf-8"), "utf-8"),
    "tab, UTF-8": (delimited("\t", "utf-8"), "utf-8"),
    "semicolon, Windows": (delimited(";", "cp1252"), "cp1252"),
    "comma, Windows, CRLF": (delimited(",", "cp1252", "\r\n"), "cp1252"),
    "tab, UTF-16": (delimited("\t", "utf-16"), "utf-16"),
    "tab, UTF-16 big-endian with mark": (b"\xfe\xff" + delimited("\t", "utf-16-be"), "utf-16"),
    "comma, UTF-16 without mark": (delimited(",", "utf-16-le"), "utf-16-le"),
    "comma, UTF-8, CRLF": (delimited(",", "utf-8", "\r\n"), "utf-8"),
    "comma, UTF-8, CR": (delimited(",", "utf-8", "\r"), "utf-8"),
    "workbook": (workbook(), ""),
}


@pytest.fixture(scope="module")
def plain() -> Intake:
    """The intake of the table as plain CSV text."""
    return read([[text_of(cell) for cell in row] for row in TABLE], HEADER)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_same_table_gives_the_same_people_in_every_dialect(dialect: str, plain: Intake) -> None:
    intake = check(Sheet("answers", DIALECTS[dialect][0]))
    assert {person.name for person in intake.participants} == {"Cy Tab", "Zoë Nuñez", "Bo “Bear” O’Hare"}
    assert intake.participants == plain.participants
    assert intake.rows == plain.rows
    assert [column.field for column in intake.columns] == [column.field for column in plain.columns]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_encoding_found_is_reported(dialect: str) -> None:
    data, encoding = DIALECTS[dialect]
    assert check(Sheet("answers", data)).detected.encoding == encoding


@pytest.mark.parametrize(("mark", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab")])
def test_the_delimiter_found_is_reported(mark: str, name: str) -> None:
    assert check(Sheet("answers", delimited(mark, "utf-8"))).detected.delimiter == name


def test_an_encoding_that_had_to_be_guessed_is_noted() -> None:
    guessed, known = (check(Sheet("answers", delimited(",", encoding))) for encoding in ("cp1252", "utf-8"))
    assert "guessed-encoding" in [problem.code for problem in guessed.problems]
    assert "guessed-encoding" not in [problem.code for problem in known.problems]


def test_a_letter_that_cp1252_lacks_is_kept_and_asked_about() -> None:
    intake = check(Sheet("answers.csv", b"Email,Name,Goals\na@people.example,An\x81a,sell bread\n"))
    assert [len(person.name) for person in intake.participants] == [4]
    assert "guessed-encoding" in [problem.code for problem in intake.decisions]


def test_whole_numbers_and_dates_of_a_workbook_read_as_people_write_them() -> None:
    columns = {column.header: column.sample for column in check(Sheet("answers.xlsx", workbook())).columns}
    assert columns["Participant number"] == "17"
    assert columns["Submitted at"] == "2025-09-01 08:30:00"


def test_real_dates_decide_which_answer_is_the_later_one() -> None:
    later, earlier = list(TABLE[2]), list(TABLE[0])
    earlier[1:4] = later[1:4]
    intake = check(Sheet("answers.xlsx", workbook((HEADER, later, earlier))))
    assert [person.row for person in intake.participants] == [2]


def test_hidden_and_empty_sheets_of_a_workbook_are_skipped() -> None:
    intake = check(Sheet("answers.xlsx", workbook(hidden=("Old",), empty=("Notes",))))
    assert intake.detected.sheet == "Answers"
    assert len(intake.participants) == len(TABLE)


def test_rows_keep_the_numbers_of_the_spreadsheet_below_blank_rows_and_line_breaks() -> None:
    sheet = b'\n\nName,Goals\n\nAna,"sell\nbread"\n\nBo,bake it\n'
    assert {person.name: person.row for person in check(Sheet("answers.csv", sheet)).participants} == {
        "Ana": 5,
        "Bo": 7,
    }


def test_rows_of_a_workbook_keep_their_numbers_too() -> None:
    intake = check(
        Sheet("answers.xlsx", workbook(((), ("Name", "Goals"), ("Ana", "sell bread"), (), ("Bo", "bake it"))))
    )
    assert {person.name: person.row for person in intake.participants} == {"Ana": 3, "Bo": 5}


def test_the_name_of_the_file_does_not_matter() -> None:
    assert check(Sheet("answers.csv", workbook())).participants == check(Sheet("answers.xlsx", workbook())).participants


def test_a_few_unquoted_commas_do_not_make_a_semicolon_sheet_a_comma_sheet() -> None:
    sheet = b"Name;Goals;Industry\nAna;cash, staff, rest;food, drink\nBo;time, rest;trades, timber\n"
    assert check(Sheet("answers.csv", sheet)).detected.delimiter == "semicolon"


def participants_or_none(data: bytes) -> object:
    try:
        intake = check(Sheet("sheet.csv", data))
    except SheetError:
        return None
    return intake.participants, intake.rows, [(problem.code, problem.row) for problem in intake.problems]


@given(rows(least=1, most=6), st.sampled_from(";\t"))
@settings(max_examples=40, deadline=None)
def test_no_cell_can_make_the_delimiter_misread(people: list[list[str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([BUILDERS_HEADER, *people])
    assert participants_or_none(out.getvalue().encode()) == participants_or_none(sheet_of(people))


def test_a_very_long_cell_is_read_whole() -> None:
    intake = read([["a@people.example", "Ana", "", "", "sell bread " * 13_000, "", "", ""]])
    assert len(intake.participants[0].statements) == 1
