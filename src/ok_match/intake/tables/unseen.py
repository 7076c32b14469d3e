"""What a workbook hides from the eye: rows and columns that are left out unless the program says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ok_match.intake.columns.cues import cues, is_platform, recognisable
from ok_match.intake.columns.table import Table, tidy
from ok_match.model import Severity

if TYPE_CHECKING:
    from ok_match.intake.files.grid import Grid
    from ok_match.model import ColumnChoice

#: Fields that decide who may be placed, and with whom: without them, matching would go wrong.
_WEIGHTY = frozenset({"keep_apart", "consent", "status", "finished"})
#: From here on the words of a header ask for a field, in percent.
_LEAST = 45
#: Rows named in a message.
_SHOWN = 8


def without_hidden_rows(grid: Grid) -> Grid:
    """A grid without the rows that a filter, or somebody's hand, hides; those above the answers stay if they help."""
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
    return grid.remarked("hidden-rows", None, rows, severity=Severity.DECISION, detail=count)


def _header_rows(grid: Grid, hidden: list[int]) -> set[int]:
    """The hidden rows at the top that are the header, where no row that is shown has as many questions."""
    top = [row for row in grid.cells.index[:10] if row in hidden]
    if not top:
        return set()
    known = {row: recognisable([tidy(cell) for cell in grid.cells.loc[row]]) for row in grid.cells.index[:10]}
    shown = max((count for row, count in known.items() if row not in top), default=0)
    return {row for row in top if known[row] > max(shown, 1)}


def without_hidden_columns(
    grid: Grid, table: Table, wanted: Mapping[str, ColumnChoice], *, read: bool
) -> tuple[Grid, Table]:
    """A table without what stands in hidden columns, save in those that the program names.

    Parameters
    ----------
    wanted : mapping
        The columns that the program names.
    read : bool
        Whether hidden columns are to be read like all others.
    """
    named = _named(table, wanted)
    hidden = [
        header
        for header in table.headers
        if header.position in grid.unseen_columns and any(cell.strip() for cell in table.body[header.position])
    ]
    hidden = [header for header in hidden if not read and header.position not in named]
    if not hidden:
        return grid, table
    body = table.body.copy()
    for header in hidden:
        body[header.position] = ""
        grid = grid.remarked(
            "hidden-columns",
            None,
            severity=_severity(header.shown),
            column=header.shown or f"column {header.position + 1}",
        )
    return grid, replace(table, body=body)


def _severity(header: str) -> Severity:
    words = cues(header)
    if any(words.get(field, 0) >= _LEAST for field in _WEIGHTY):
        return Severity.ERROR
    quiet = not header or is_platform(header) or words.get("timestamp", 0) >= _LEAST
    return Severity.NOTE if quiet else Severity.DECISION


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
