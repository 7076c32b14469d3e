"""What every reader produces: a grid of text with the row numbers of the spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from ok_match.model import Detected

#: A problem that only the reader can see: its code, its row if it has one, and the value seen.
Remark = tuple[str, int | None, str]


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
    """

    cells: pd.DataFrame
    detected: Detected
    remarks: tuple[Remark, ...] = ()
    wide: frozenset[int] = frozenset()

    def remarked(self, code: str, row: int | None, value: str = "") -> Grid:
        """The same grid with one more remark."""
        return replace(self, remarks=(*self.remarks, (code, row, value)))


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
