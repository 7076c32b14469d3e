"""One small table, and the formats in which real sheets hold it."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

from ok_match import Intake, Program, Sheet, check
from tests.builders import sheet_of

DATA = Path(__file__).parents[1] / "data"

Cell = str | int | datetime

HEADER = ("Submitted at", "Participant number", "Email", "Name", "Company", "Industry", "Goals", "When can you meet?")
#: A table with real dates, whole numbers, line breaks within a cell, accents and every delimiter.
TABLE: tuple[tuple[Cell, ...], ...] = (
    (
        datetime(2025, 9, 1, 8, 30),
        17,
        "zoe@people.example",
        "Zoë Nuñez",
        "Café Ærø, Inc",
        "Food; drink",
        "Open a second shop.\nPay the first one off.",
        "Tuesday evening;Thursday noon",
    ),
    (
        datetime(2025, 9, 2),
        4,
        "bo@people.example",
        "Bo “Bear” O’Hare",
        "",
        "Trades, building",
        'Hire a foreman who says "no" - and means it',
        "Tuesday evening",
    ),
    (
        datetime(2025, 9, 3, 17, 5, 9),
        120,
        "cy@people.example",
        "Cy Tab",
        "Owl & Co",
        "",
        "Raise prices,\nfinally; then\trest",
        "Thursday noon;Tuesday evening",
    ),
)


def text_of(cell: Cell) -> str:
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


def delimited(delimiter: str, encoding: str, newline: str = "\n") -> bytes:
    """The table as delimited text."""
    out = io.StringIO(newline="")
    rows = [[text_of(cell).replace("\n", newline) for cell in row] for row in TABLE]
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows([HEADER, *rows])
    return out.getvalue().encode(encoding)


def workbook(
    rows: Sequence[Sequence[Cell]] = (HEADER, *TABLE), *, hidden: Sequence[str] = (), empty: Sequence[str] = ()
) -> bytes:
    """The rows as an Excel workbook, behind the hidden and the empty sheets named."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        decoys = [book.add_worksheet(name) for name in hidden]
        for decoy in decoys:
            decoy.write_row(0, 0, ["Name", "Goals"])
            decoy.write_row(1, 0, ["Nobody", "stay unseen"])
        for name in empty:
            book.add_worksheet(name)
        sheet = book.add_worksheet("Answers")
        sheet.activate()
        sheet.set_first_sheet()
        for decoy in decoys:
            decoy.hide()
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(line, column, cell, moment)
                else:
                    sheet.write(line, column, cell)
    return out.getvalue()


def read(rows: Sequence[Sequence[str]], header: Sequence[str] | None = None, **program: object) -> Intake:
    """The intake of rows below a header, by default that of the builders."""
    data = sheet_of(rows) if header is None else sheet_of(rows, header)
    return check(Sheet("sheet.csv", data), Program(**program))  # type: ignore[arg-type]


def codes(intake: Intake) -> list[str]:
    """The codes of all problems except those about columns that a small sheet lacks."""
    return [problem.code for problem in intake.problems if problem.code != "no-field"]


def about(intake: Intake, code: str) -> list[int | None]:
    """The rows in which a problem was found."""
    return [problem.row for problem in intake.problems if problem.code == code]
