"""Workbooks: Excel (.xlsx, .xlsm, .xlsb, .xls) and OpenDocument (.ods)."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from ok_match.errors import SheetError
from ok_match.model import Detected

from .extent import largest_sheet
from .grid import Grid, grid_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

#: Unpacked bytes, and how many times the size of the file, above which a workbook is taken for an attack.
MOST_BYTES, MOST_TIMES = 1_000_000_000, 200
#: Cells of the largest sheet that is read, empty ones included; what people keep by hand is far below.
MOST_CELLS = 20_000_000
#: The exceptions that unpacking a damaged archive raises, depending on which bytes are wrong.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, KeyError, IndexError, EOFError, OSError,
    NotImplementedError, RuntimeError, MemoryError,
)  # fmt: skip
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def is_workbook(data: bytes) -> bool:
    """Whether bytes are those of a workbook, whatever the file is called."""
    if data.startswith(OLD_OFFICE):
        return "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data
    return data.startswith(b"PK\x03\x04") and (b"xl/workbook" in data or _OPEN_DOCUMENT in data[:200])


def read_workbook(data: bytes, name: str) -> tuple[Grid, ...]:
    """The visible sheets of a workbook that hold anything, with a remark if others are hidden.

    Raises
    ------
    SheetError
        If the workbook is damaged, locked, or unpacks to more than any sheet of answers.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    kind = "xls" if data.startswith(OLD_OFFICE) else "ods" if _OPEN_DOCUMENT in data[:200] else "xlsx"
    try:
        if kind != "xls":
            _insist_on_size(data, name)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [meta.name for meta in book.sheets_metadata if meta.visible is SheetVisibleEnum.Visible]
        hidden = len(book.sheets_metadata) - len(shown)
        grids = [_grid(book.get_sheet_by_name(sheet), sheet, kind, name) for sheet in shown]
    except (CalamineError, *DAMAGED):
        raise SheetError(
            name,
            "is a workbook that cannot be opened.",
            "Nothing was read.",
            "open it in a spreadsheet program, remove any password, and save it again as .xlsx or CSV.",
        ) from None
    filled = [grid for grid in grids if not grid.cells.empty] or [grid_of([], Detected(format=kind))]
    if hidden:
        filled = [grid.remarked("hidden-sheets", None, str(hidden)) for grid in filled]
    return tuple(filled)


def _insist_on_size(data: bytes, name: str) -> None:
    """Reject an archive that unpacks to far more than its size, before any of it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MOST_BYTES or (unpacked > 50_000_000 and unpacked > MOST_TIMES * len(data)):
            raise _too_large(name, f"unpacks to {unpacked // 1_000_000:,} MB")
        # The reader asks for the memory of a whole sheet first, and too little of it ends the process.
        cells = largest_sheet(archive)
    if cells > MOST_CELLS:
        raise _too_large(name, f"has a sheet of {cells:,} cells, the empty ones between counted")


def _too_large(name: str, what: str) -> SheetError:
    return SheetError(
        name,
        f"{what}, which no sheet of answers does.",
        "It was not opened.",
        "copy the answers into a new workbook, or save them as CSV.",
    )


def _grid(sheet: CalamineSheet, title: str, kind: str, name: str) -> Grid:
    end = sheet.end or (0, 0)
    if (end[0] + 1) * (end[1] + 1) > MOST_CELLS:
        raise _too_large(name, f"has a sheet of {end[0] + 1:,} rows and {end[1] + 1:,} columns")
    rows = [[_as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    wide = set()
    for (first, left), (last, right) in sheet.merged_cell_ranges or ():
        if last >= len(rows) or left >= len(rows[first]):
            continue
        if right > left:
            wide.add(first + 1)
        # A cell merged downwards holds for all its rows; one merged across is a title.
        for row in range(first + 1, last + 1):
            rows[row][left] = rows[row][left] or rows[first][left]
    return grid_of(rows, Detected(format=kind, sheet=title), wide=frozenset(wide))


def _as_text(cell: object) -> str:
    """A cell as a person would read it: whole numbers without ``.0``, dates as ISO 8601."""
    match cell:
        case bool():
            return "Yes" if cell else "No"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime.datetime() if cell.time() == datetime.time():
            return cell.date().isoformat()
        case datetime.datetime():
            return cell.isoformat(" ", "seconds")
    return str(cell)
