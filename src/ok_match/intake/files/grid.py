"""What every reader produces: a grid of text with the row numbers of the spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ok_match.model import Severity

if TYPE_CHECKING:
    import pandas as pd

    from ok_match.model import Detected

#: Cells of the largest sheet that is read, empty ones included; what people keep by hand is far below.
MOST_CELLS = 4_000_000


class Remark(NamedTuple):
    """A problem that only the reader can see: its code, its row if it has one, and what was seen."""

    code: str
    row: int | None = None
    value: str = ""
    severity: Severity = Severity.NOTE
    column: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as text.

    Attributes
    ----------
    cells : DataFrame of str
        Shape (rows, columns). The index holds the row numbers as the spreadsheet shows them; the columns are
        positions from 0. An empty cell is ``""``.
    detected : Detected
        What the file turned out to be.
    remarks : tuple of Remark
        The problems that the reader noticed.
    wide : frozenset of int
        Rows in which cells are merged across: titles, as a rule.
    hidden : bool
        Whether the sheet is hidden in its workbook.
    unseen_rows, unseen_columns : frozenset of int
        Rows that are hidden, by a filter or by hand, as the spreadsheet numbers them; and positions of such columns.
    unvalued : frozenset of (int, int)
        Row and position of the cells that hold a formula without its value.
    left_out : int
        How many rows were left out because they are hidden.
    """

    cells: pd.DataFrame
    detected: Detected
    remarks: tuple[Remark, ...] = ()
    wide: frozenset[int] = frozenset()
    hidden: bool = False
    unseen_rows: frozenset[int] = frozenset()
    unseen_columns: frozenset[int] = frozenset()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    left_out: int = 0

    @property
    def sheet(self) -> str:
        """The name of the sheet, in a workbook."""
        return self.detected.sheet

    def remarked(self, code: str, row: int | None = None, value: str = "", **more: Any) -> Grid:
        """The same grid with one more remark; ``more`` may hold severity, column and detail."""
        return replace(self, remarks=(*self.remarks, Remark(code, row, value, **more)))


def grid_of(
    rows: list[list[str]],
    detected: Detected,
    remarks: tuple[Remark, ...] = (),
    wide: frozenset[int] = frozenset(),
) -> Grid:
    """The grid of ragged rows, numbered from 1; trailing blank rows are left out."""
    import pandas as pd

    filled = next((n for n in range(len(rows), 0, -1) if any(cell.strip() for cell in rows[n - 1])), 0)
    rows = rows[:filled]
    width = max((len(row) for row in rows), default=0)
    even = [row + [""] * (width - len(row)) for row in rows]
    index = pd.RangeIndex(1, len(even) + 1)
    return Grid(pd.DataFrame(even, index=index, columns=range(width), dtype=object), detected, remarks, wide)
