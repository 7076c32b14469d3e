"""What a workbook hides from the eye: rows and columns that are left out unless the program says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ok_match.intake.columns.asking.cues import cues, is_platform, recognisable
from ok_match.intake.columns.table import Table, tidy
from ok_match.model import Severity

if TYPE_CHECKING:
    from ok_match.intake.files.grid import Grid
    from ok_match.model import ColumnChoice

#: Fields that decide who may be placed, and with whom: without them, matching would go wrong.
_WEIGHTY = frozenset({"keep_apart", "consent", "status", "finished", "sit_with"})
#: Fields that tell people apart, and that nobody but the facilitator needs to see.
_TELLING = frozenset({"email", "id", "name", "first_name", "last_name", "timestamp"})
#: From here on the words of a header ask for a field, in percent.
_LEAST = 45
#: Rows named in a message.
_SHOWN = 8


def without_hidden_rows(grid: Grid, *, told: bool) -> Grid:
    """A grid without the rows that a filter, or somebody's hand, hides; a hidden header stays.

    Parameters
    ----------
    told : bool
        Whether the program says that they are to be left out.
    """
    hidden = [row for row in grid.cells.index if row in grid.unseen_rows]
    if not hidden:
        return grid
    shown = grid.cells.drop(index=hidden)
    kept = _header_rows(grid, hidden)
    if kept:
        shown = grid.cells.drop(index=[row for row in hidden if row not in kept])
    gone = [row for row in hidden if row not in kept and any(cell.strip() for cell in grid.cells.loc[row])]
    grid = replace(grid, cells=shown, left_out=len(gone))
    if not gone:
        return grid
    rows = ", ".join(map(str, gone[:_SHOWN])) + (" …" if len(gone) > _SHOWN else "")
    count = f"{len(gone)} row{'s' * (len(gone) > 1)}"
    severity = Severity.NOTE if told else Severity.DECISION
    return grid.remarked("hidden-rows", None, rows, severity=severity, detail=count)


def _header_rows(grid: Grid, hidden: list[int]) -> set[int]:
    """The hidden rows at the top that are the header, where no row that is shown has as many questions."""
    top = [row for row in grid.cells.index[:10] if row in hidden]
    if not top:
        return set()
    known = {row: recognisable([tidy(cell) for cell in grid.cells.loc[row]]) for row in grid.cells.index[:10]}
    shown = max((count for row, count in known.items() if row not in top), default=0)
    return {row for row in top if known[row] > max(shown, 1)}


def without_hidden_columns(
    grid: Grid, table: Table, wanted: Mapping[str, ColumnChoice], *, told: bool
) -> tuple[Grid, Table]:
    """A table without what stands in hidden columns.

    Those that the program names are read; so are those that tell people apart or say who must not be placed, or not
    together: people hide them from onlookers, and leaving them out would not be the cautious reading.

    Parameters
    ----------
    wanted : mapping
        The columns that the program names.
    told : bool
        Whether the program says that hidden columns are to be left out.
    """
    named = _named(table, wanted)
    body = table.body
    for header in table.headers:
        filled = header.position in grid.unseen_columns and any(cell.strip() for cell in body[header.position])
        if not filled or header.position in named:
            continue
        read = not told and _asks_for(header.shown, _WEIGHTY | _TELLING)
        if not read:
            body = body.copy() if body is table.body else body
            body[header.position] = ""
        shown = header.shown or f"column {header.position + 1}"
        detail = "is hidden, and was read all the same" if read else "is hidden, and was not read"
        severity = Severity.NOTE if told or _is_minor(header.shown) else Severity.DECISION
        grid = grid.remarked("hidden-columns", None, severity=severity, column=shown, detail=detail)
    return grid, replace(table, body=body)


def _asks_for(header: str, fields: Collection[str]) -> bool:
    words = cues(header) if header else {}
    return any(words.get(field, 0) >= _LEAST for field in fields)


def _is_minor(header: str) -> bool:
    """Whether it hardly matters that a column is hidden: it only tells people apart, or nobody needs it."""
    if not header or is_platform(header):
        return True
    return _asks_for(header, _TELLING) and not _asks_for(header, _WEIGHTY)


def _named(table: Table, wanted: Mapping[str, ColumnChoice]) -> Collection[int]:
    """The positions of the columns that the program names."""
    found = set()
    for choice in wanted.values():
        for header in choice.header if isinstance(choice.header, tuple) else (choice.header,):
            if isinstance(header, int):
                found.add(header - 1)
            else:
                key = tidy(header).casefold()
                found |= {h.position for h in table.headers if key in (h.shown.casefold(), h.text.casefold())}
    return found


def remark_on_formulas(grid: Grid, table: Table) -> Grid:
    """A grid with an error for each column whose formulas have no values, as in workbooks that a program wrote."""
    rows = set(table.body.index)
    for header in table.headers:
        lost = sum(position == header.position and row in rows for row, position in grid.unvalued)
        if lost:
            count = f"{lost:,} cell{'s' * (lost > 1)}"
            grid = grid.remarked("formula-without-value", None, count, severity=Severity.ERROR, column=header.shown)
    return grid
