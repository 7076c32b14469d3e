"""Whether the people of a sheet take part, as its status columns and its short notes say, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ok_match.intake.answers.answers import Answers
from ok_match.intake.columns.attendance import Attendance, Role, attendance_of, code_of, role_of, says_withdrawn
from ok_match.intake.columns.recognition import Heading

#: The problem code of each attendance that keeps somebody from being placed.
_CODES = {
    Attendance.WITHDRAWN: "withdrawn",
    Attendance.PENDING: "not-confirmed",
    Attendance.UNFINISHED: "unfinished",
    Attendance.PREVIEW: "preview-row",
    Attendance.SPAM: "spam-row",
}
#: Rows of these standings are nobody.
NOBODY = frozenset({"preview-row", "spam-row"})
_BLANK = {Role.TAKING_PART: "not-confirmed", Role.SETTLED: "not-confirmed", Role.COMPLETE: "unfinished"}


class Status(NamedTuple):
    """One thing that a status column says of a row: the problem code, the column, and what stands there."""

    code: str
    column: str
    text: str


def statuses(answers: Answers) -> list[tuple[Status, ...]]:
    """What keeps each line's person from being placed, by all status columns and notes; empty where nothing does."""
    found: list[list[Status]] = [[] for _ in answers.table[0]]
    for heading in answers.headings:
        cells = answers.table[heading.position]
        for line, code in enumerate(_codes(heading, cells)):
            if code:
                found[line].append(Status(code, heading.header, cells[line]))
    return [tuple(statuses) for statuses in found]


def _codes(heading: Heading, cells: Sequence[str]) -> list[str]:
    """The problem code of each cell of a column; empty where there is none, or the column is no status."""
    role = role_of(heading.header)
    filled = [cell for cell in cells if cell]
    if heading.field == "timestamp":
        # A form that was sent has a time of sending; most rows have one.
        lacking = role is Role.SENT and 2 * len(filled) > len(cells)
        return [("unfinished" if lacking and not cell else "") for cell in cells]
    if heading.field == "notes":
        return ["withdrawn" if says_withdrawn(cell) else "" for cell in cells]
    if heading.field not in ("status", "finished"):
        return [""] * len(cells)
    if heading.field == "finished" or role is None:
        role = role if role and role is not Role.SENT else Role.COMPLETE if heading.field == "finished" else Role.PLAIN
    if role is Role.PLAIN and all(cell.strip().isdigit() for cell in filled):
        return [_CODES.get(code_of(cell), "") for cell in cells]
    graded = "2" in filled
    reads = [_read(cell, role, graded=graded) for cell in cells]
    blank = ""
    if any(read is Attendance.GOING for read in reads) and 2 * len(filled) >= len(cells):
        blank = _BLANK.get(role, "unknown-status" if role is Role.PLAIN else "")
    if role is Role.SETTLED and any(read is Attendance.GOING for read in reads):
        blank = _BLANK[role]
    return [
        blank if not cell else "unknown-status" if read is None else _CODES.get(read, "")
        for cell, read in zip(cells, reads, strict=True)
    ]


def _read(cell: str, role: Role, *, graded: bool) -> Attendance | None:
    """The attendance in a cell; in REDCap a form is 0 incomplete, 1 unverified or 2 complete."""
    if role is Role.COMPLETE and graded and cell in {"0", "1", "2"}:
        return (Attendance.UNFINISHED, Attendance.UNFINISHED, Attendance.GOING)[int(cell)]
    return attendance_of(cell, role)
