"""Several sheets of one form, read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .evidence import plain

if TYPE_CHECKING:
    from ok_match.intake.columns.table import Table
    from ok_match.intake.files.grid import Grid

#: Share of the headers of two sheets that must be the same, for them to be sheets of one form.
_ALIKE = 0.75
#: Rows of a second sheet are numbered from here on, or from the next power of ten.
_LEAST_STEP = 1000


def are_alike(first: Table, second: Table, share: float = _ALIKE) -> bool:
    """Whether two sheets have the same headers, in any order, but for a few."""
    a, b = (_headers(table) for table in (first, second))
    return bool(a and b) and len(a & b) >= share * len(a | b)


def _headers(table: Table) -> set[tuple[str, int]]:
    return {key for key in _keys(table) if key[0]}


def _keys(table: Table) -> list[tuple[str, int]]:
    """The headers in lower case, and which of those with the same words each is."""
    seen: dict[str, int] = {}
    keys = []
    for header in table.headers:
        text = plain(header.shown)
        seen[text] = seen.get(text, 0) + 1
        keys.append((text, seen[text]))
    return keys


def joined(parts: Sequence[tuple[Grid, Table]]) -> tuple[Grid, Table]:
    """The rows of several sheets below the headers of the first, and below those that only others have.

    The rows of the second sheet are numbered from 1,000 on, those of the third from 2,000 on, and so forth: row 1007
    is row 7 of the second. A remark says so.
    """
    import pandas as pd

    (grid, table), *others = parts
    step = _LEAST_STEP
    while step <= max((int(table.body.index.max()) for _, table in parts), default=0):
        step *= 10
    headers = list(table.headers)
    keys = _keys(table)
    bodies = [table.body[[header.position for header in headers]]]
    wide, left_out, unvalued = set(grid.wide), grid.left_out, set(grid.unvalued)
    for number, (other, below) in enumerate(others, 1):
        places = {}
        for header, key in zip(below.headers, _keys(below), strict=True):
            if key not in keys and any(cell.strip() for cell in below.body[header.position]):
                keys.append(key)
                headers.append(replace(header, position=len(headers)))
            if key in keys:
                places[header.position] = headers[keys.index(key)].position
        shift = step * number
        body = below.body[list(places)].rename(columns=places)
        body.index = pd.Index([row + shift for row in body.index])
        bodies.append(body)
        wide |= {row + shift for row in other.wide}
        unvalued |= {(row + shift, places[at]) for row, at in other.unvalued if at in places}
        left_out += other.left_out
        grid = replace(grid, remarks=(*grid.remarks, *(_shifted(remark, shift) for remark in other.remarks)))
        grid = grid.remarked("joined-sheets", None, other.sheet, detail=f"{shift + below.top + 1:,}".replace(",", ""))
    whole = pd.concat(bodies).fillna("")
    whole = whole.reindex(columns=range(max(header.position for header in headers) + 1), fill_value="").astype(object)
    names = ", ".join([grid.sheet, *(other.sheet for other, _ in others)])
    detected = grid.detected.model_copy(update={"sheet": names})
    grid = replace(
        grid, detected=detected, wide=frozenset(wide), unvalued=frozenset(unvalued), left_out=left_out,
        unseen_rows=frozenset(), unseen_columns=frozenset(),
    )  # fmt: skip
    return grid, replace(table, headers=tuple(headers), body=whole)


def _shifted(remark, shift: int):  # type: ignore[no-untyped-def]
    return remark if remark.row is None else remark._replace(row=remark.row + shift)
