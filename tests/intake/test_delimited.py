"""Delimited text in all the ways in which programs and people write it."""

import csv
import io
from collections.abc import Sequence

import pytest

from ok_match import Intake, Sheet, SheetError, check

HEADER = ("Email", "Name", "Company", "Goals")
ROWS = (
    ("ana@people.example", "Ana Roe", "Roe, Tran & Co", 'Sell "good" bread; not more'),
    ("bo@people.example", "Bo Lund", "", "Hire a foreman,\nthen rest"),
    ("cy@people.example", "Cy Okafor", "Okafor | Sons", "Raise prices"),
    ("dee@people.example", "Dee Marsh", "Marsh; Marsh", "C:\\shop\\ online"),
)


def written(delimiter: str, rows: Sequence[Sequence[str]] = ROWS, ends: str = "\r\n", **how: object) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=ends, **how).writerows([HEADER, *rows])  # type: ignore[arg-type]
    return out.getvalue()


def read(text: str) -> Intake:
    return check(Sheet("answers.csv", text.encode()))


def seen(intake: Intake) -> set[tuple[str, str, str, str]]:
    return {
        (person.email, person.name, person.organisation, person.statements[0].text) for person in intake.participants
    }


def codes(intake: Intake) -> set[str]:
    return {problem.code for problem in intake.problems}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_every_delimiter_is_found(delimiter: str, ends: str, quoting: int) -> None:
    rows = [tuple(cell.replace("\n", " ") for cell in row) for row in ROWS] if ends == "\r" else ROWS
    intake = read(written(delimiter, rows, ends=ends, quoting=quoting))
    assert {person[:3] for person in seen(intake)} == {row[:3] for row in ROWS}


@pytest.mark.parametrize(
    "line", ["sep={}\r\n", "sep={}\n", "SEP={}\r\n", '"sep={}"\r\n', "\ufeffsep={}\r\n", "sep={}{}{}\n"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_line_that_declares_the_separator_is_obeyed(line: str, delimiter: str) -> None:
    intake = read(line.format(delimiter, delimiter, delimiter) + written(delimiter))
    assert {person[1] for person in seen(intake)} == {row[1] for row in ROWS}
    assert min(person.row for person in intake.participants) == 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_quotation_marks_with_a_backslash_are_quotation_marks(delimiter: str) -> None:
    lines = [delimiter.join(HEADER)]
    for email, name, company, goals in ROWS[:3]:
        cells = ('"' + cell.replace("\\", "\\\\").replace('"', '\\"') + '"' for cell in (email, name, company, goals))
        lines.append(delimiter.join(cells))
    intake = read("\n".join(lines) + "\n")
    assert {person[1:3] for person in seen(intake)} == {row[1:3] for row in ROWS[:3]}
    [ana] = [person for person in intake.participants if person.name == "Ana Roe"]
    assert '"good"' in " ".join(statement.text for statement in ana.statements)


def test_a_backslash_at_the_end_of_a_cell_is_a_backslash() -> None:
    intake = read(written(",", [("ana@people.example", "Ana Roe", "C:\\shop\\", "Rest")], quoting=csv.QUOTE_ALL))
    assert seen(intake) == {("ana@people.example", "Ana Roe", "C:\\shop\\", "Rest")}


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("spared", [0, 1])
@pytest.mark.parametrize("tail", ["", ",,,"])
def test_rows_that_stand_in_quotation_marks_as_a_whole_are_parted(delimiter: str, spared: int, tail: str) -> None:
    lines = written(delimiter, [ROWS[0], ROWS[2], ROWS[3]], ends="\n").splitlines()
    wrapped = [
        line if number < spared else '"' + line.replace('"', '""') + '"' + tail for number, line in enumerate(lines)
    ]
    intake = read("\r\n".join(wrapped) + "\r\n")
    assert {person[:3] for person in seen(intake)} == {row[:3] for row in (ROWS[0], ROWS[2], ROWS[3])}
    assert "wrapped-rows" in codes(intake)


def test_a_sheet_of_one_column_is_not_parted() -> None:
    intake = read('Name\n"Roe, Ana, Dr."\n"Lund, Bo, Jr."\n"Marsh, Dee, Jr."\n')
    assert intake.rows.data == 3
    assert "wrapped-rows" not in codes(intake)


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff"])
def test_a_stray_byte_order_mark_is_no_part_of_the_first_header(mark: str) -> None:
    assert read(mark + written(",")).columns[0].header == "Email"


@pytest.mark.parametrize("ends", [("\r\n", "\n"), ("\n", "\r"), ("\r", "\r\n")])
def test_line_ends_may_be_mixed(ends: tuple[str, str]) -> None:
    lines = written(",", [ROWS[0], ROWS[2], ROWS[3]], ends="\n").splitlines()
    text = "".join(line + ends[number % 2] for number, line in enumerate(lines))
    assert read(text).rows.people == 3


@pytest.mark.parametrize("tail", [",", ",,,,", ", ,"])
def test_delimiters_at_the_ends_of_rows_are_no_columns(tail: str) -> None:
    lines = written(",", [ROWS[0], ROWS[2], ROWS[3]], ends="\n").splitlines()
    intake = read("\n".join(line + tail for line in lines))
    assert len(intake.columns) == len(HEADER)
    assert "extra-cells" not in codes(intake)


def test_options_between_strokes_do_not_make_strokes_the_delimiter() -> None:
    rows = [(email, name, "Hiring|Pricing|Sleep", goals) for email, name, _, goals in ROWS]
    assert {person[1] for person in seen(read(written(",", rows)))} == {row[1] for row in ROWS}


@pytest.mark.parametrize("text", [",,,\n,,,\n", ";;\n", '""\n""\n', "\t\t\n"])
def test_delimiters_alone_are_no_sheet(text: str) -> None:
    with pytest.raises(SheetError):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Email,Name,Goals\nana@people.example,Ana," + "x" * 33_000_000,
        "Name,Goals\n" + "," * 9_000_000,
        "Name,Goals\n" + ("," * 3_000 + "\n") * 2_000,
        "Name,Goals\n" + "a,b\n" * 60_000,
    ],
)
def test_more_than_any_form_gives_is_refused(text: str) -> None:
    with pytest.raises(SheetError, match="no sheet of answers does"):
        read(text)
