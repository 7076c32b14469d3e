"""The page about a sheet, in words: what was recognised, what became of each row, what to look at."""

from __future__ import annotations

from ok_match.model import Column, Intake, Problem, Severity

from .conflicts import conflict_section
from .document import Document, Entries, Facts, Line, Section, Strong
from .phrases import Names, count, quoted, row_account

MARKS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
FORMATS = {"csv": "delimited text", "xlsx": "Excel workbook"}


def sheet_page(intake: Intake) -> Document:
    """Word an intake for the facilitator who is about to match."""
    rows = intake.rows
    known = [column for column in intake.columns if column.field]
    ignored = [column for column in intake.columns if not column.field]
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
        ("Rows", row_account(rows)),
        ("Columns", (f"{len(known)} recognised, {len(ignored)} ignored",)),
        ("To look at", (_tally(intake.problems),)),
    )  # fmt: skip
    sections = [
        Section(
            "Columns",
            "",
            (
                Entries("Recognised", tuple(_column(column) for column in known)),
                Entries("Ignored", tuple(_column(column) for column in ignored)),
            ),
        )
    ]
    conflicts = conflict_section(intake.conflicts, Names(intake.participants))
    if conflicts:
        sections.append(conflicts)
    if intake.problems:
        sections.append(Section("Row by row", "", (Entries("", tuple(problem_entry(p) for p in intake.problems)),)))
    return Document(f"What {intake.source} holds", (Facts(facts),), tuple(sections))


def _tally(problems: tuple[Problem, ...]) -> str:
    parts = [
        count(number, MARKS[severity].lower())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if (number := sum(problem.severity is severity for problem in problems))
    ]
    return ", ".join(parts) or "nothing"


def _column(column: Column) -> tuple[Line, tuple[Line, ...]]:
    shown = column.header or "(no header)"
    if column.field is None:
        return (shown, f": {column.reason}"), ()
    sample: tuple[Line, ...] = (("for example ", quoted(column.sample)),) if column.sample else ()
    return (Strong(column.field), f" <- {shown}"), sample


def problem_entry(problem: Problem) -> tuple[Line, tuple[Line, ...]]:
    """Say where a problem is, what it is, and what to try."""
    where = f"Row {problem.row}" if problem.row else "Sheet"
    column = f", column “{problem.column}”" if problem.column else ""
    return (f"{where}{column}: {MARKS[problem.severity]}: {problem.message}",), ((f"Try: {problem.advice}",),)
