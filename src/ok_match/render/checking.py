"""The page about a sheet, in words: what was recognised, what became of each row, what to look at."""

from __future__ import annotations

from ok_match.model import Intake, Problem, Severity

from .document import Document, Entries, Facts, Line, Section, Strong
from .phrases import count, quoted

MARKS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
FORMATS = {"csv": "delimited text", "xlsx": "Excel workbook"}


def sheet_page(intake: Intake) -> Document:
    """Word an intake for the facilitator who is about to match."""
    rows = intake.rows
    found = intake.detected
    kind = ", ".join(
        part
        for part in (
            FORMATS.get(found.format, found.format),
            f"sheet {found.sheet}" if found.sheet else "",
            f"{found.encoding}, cut at every {found.delimiter}" if found.delimiter else "",
        )
        if part
    )
    facts: tuple[tuple[str, Line], ...] = (
        ("File", (f"{intake.source} ({kind})",)),
        (
            "Rows",
            (f"{rows.data} = {rows.people} people + {rows.merged} merged + {rows.dropped} dropped + {rows.held} held",),
        ),
        ("Columns", (f"{sum(c.field is not None for c in intake.columns)} recognised, "
                     f"{sum(c.field is None for c in intake.columns)} ignored",)),
        ("To look at", (_tally(intake.problems),)),
    )  # fmt: skip
    sections = [
        Section(
            "Columns",
            "",
            (
                Entries(
                    "Recognised",
                    tuple(_column(c.header, c.field, c.reason, c.sample) for c in intake.columns if c.field),
                ),
                Entries(
                    "Ignored",
                    tuple(_column(c.header, c.field, c.reason, c.sample) for c in intake.columns if not c.field),
                ),
            ),
        )
    ]
    if intake.problems:
        sections.append(Section("Row by row", "", (Entries("", tuple(_problem(p) for p in intake.problems)),)))
    return Document(f"What {intake.source} holds", (Facts(facts),), tuple(sections))


def _tally(problems: tuple[Problem, ...]) -> str:
    parts = [
        count(number, MARKS[severity].lower())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if (number := sum(problem.severity is severity for problem in problems))
    ]
    return ", ".join(parts) or "nothing"


def _column(header: str, field: str | None, reason: str, sample: str) -> tuple[Line, tuple[Line, ...]]:
    shown = header or "(no header)"
    title: Line = (Strong(field), f" <- {shown}") if field else (shown, f": {reason}")
    return title, (("for example ", quoted(sample)),) if field and sample else ()


def _problem(problem: Problem) -> tuple[Line, tuple[Line, ...]]:
    where = f"Row {problem.row}" if problem.row else "Sheet"
    column = f", column {problem.column}" if problem.column else ""
    return (f"{where}{column}. {MARKS[problem.severity]}: {problem.message}",), ((f"Try: {problem.advice}",),)
