"""Workbooks: Excel (.xlsx, .xlsm, .xlsb, .xls) and OpenDocument (.ods)."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from ok_match.model import Detected

from .concealed import Concealed, concealed_in
from .extent import largest_sheet
from .grid import MOST_CELLS, Grid, grid_of
from .kinds import OLD_OFFICE
from .refusals import refusal, too_large

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

#: Unpacked bytes, and how many times the size of the file, above which a workbook is taken for an attack.
MOST_BYTES, MOST_TIMES = 300_000_000, 200
#: The exceptions that unpacking a damaged archive raises, depending on which bytes are wrong.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, KeyError, IndexError, EOFError, OSError,
    NotImplementedError, RuntimeError, MemoryError,
)  # fmt: skip
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def is_workbook(data: bytes) -> bool:
    """Whether bytes are those of a workbook, whatever the file is called."""
    if data.startswith(OLD_OFFICE):
        return "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data
    return data.startswith(b"PK\x03\x04") and (b"xl/workbook" in data or _OPEN_DOCUMENT in data[:200])


def read_workbook(data: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of a workbook that hold anything: those that are shown, then those that are hidden.

    Raises
    ------
    SheetError
        If the workbook is damaged, locked, or unpacks to more than any sheet of answers.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    kind = "xls" if data.startswith(OLD_OFFICE) else "ods" if _OPEN_DOCUMENT in data[:200] else "xlsx"
    try:
        concealed = {} if kind == "xls" else _looked_into(data, name, kind)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [meta for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        sheets.sort(key=lambda meta: meta.visible is not SheetVisibleEnum.Visible)
        grids = []
        for meta in sheets:
            sheet = book.get_sheet_by_name(meta.name)
            grid = _grid(sheet, meta.name, kind, name, concealed.get(meta.name, Concealed()))
            grids.append(replace(grid, hidden=meta.visible is not SheetVisibleEnum.Visible))
            if sum(grid.cells.size for grid in grids) > 2 * MOST_CELLS:
                raise too_large(name, f"has sheets of more than {2 * MOST_CELLS:,} cells together")
    except (CalamineError, *DAMAGED) as error:
        if "password" in str(error).casefold():
            raise refusal(name, "has a password.", "open it, remove the password, and save it again.") from None
        raise refusal(
            name,
            "is a workbook that cannot be opened: it is damaged or was cut off.",
            "open it in a spreadsheet program, remove any password, and save it again as .xlsx or CSV.",
        ) from None
    filled = [grid for grid in grids if not grid.cells.empty]
    return tuple(filled) or (grid_of([], Detected(format=kind)),)


def _looked_into(data: bytes, name: str, kind: str) -> dict[str, Concealed]:
    """What each sheet hides; an archive that unpacks to far more than its size is rejected before it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MOST_BYTES or (unpacked > 50_000_000 and unpacked > MOST_TIMES * len(data)):
            raise too_large(name, f"unpacks to {unpacked // 1_000_000:,} MB")
        if kind == "ods" and "META-INF/manifest.xml" in archive.namelist():
            with archive.open("META-INF/manifest.xml") as manifest:
                if b"encryption-data" in manifest.read(1 << 20):
                    raise refusal(name, "has a password.", "open it, remove the password, and save it again.")
        # The reader asks for the memory of a whole sheet first, and too little of it ends the process.
        cells = largest_sheet(archive)
        if cells > MOST_CELLS:
            raise too_large(name, f"has a sheet of {cells:,} cells, the empty ones between counted")
        return concealed_in(archive, kind)


def _grid(sheet: CalamineSheet, title: str, kind: str, name: str, concealed: Concealed) -> Grid:
    end = sheet.end or (0, 0)
    if (end[0] + 1) * (end[1] + 1) > MOST_CELLS:
        raise too_large(name, f"has a sheet of {end[0] + 1:,} rows and {end[1] + 1:,} columns")
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
    unvalued = {(row, position) for row, position in concealed.unvalued if row <= len(rows)}
    for row, position in unvalued:
        # Where a formula was never worked out, the reader gives a blank or a zero.
        if position < len(rows[row - 1]):
            rows[row - 1][position] = ""
    return replace(
        grid_of(rows, Detected(format=kind, sheet=title), wide=frozenset(wide)),
        unseen_rows=frozenset(row for row in concealed.rows if row <= len(rows)),
        unseen_columns=frozenset(concealed.columns),
        unvalued=frozenset(unvalued),
    )


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
