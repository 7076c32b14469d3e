"""Reads Excel workbooks (.xlsx, .xlsm)."""

import datetime
import io

from ok_match.errors import SheetError
from ok_match.model import Detected

from .grid import Grid, grid_of


def is_workbook(data: bytes) -> bool:
    """Say whether these are the bytes of an Excel workbook, whatever the file is called."""
    return data.startswith(b"PK\x03\x04") and b"xl/workbook" in data


def read_workbook(data: bytes, name: str) -> Grid:
    """Read the first visible sheet that holds anything.

    Raises
    ------
    SheetError
        If the workbook is damaged or locked.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [meta.name for meta in book.sheets_metadata if meta.visible is SheetVisibleEnum.Visible]
        for sheet_name in shown:
            rows = book.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
            if any(cell != "" for row in rows for cell in row):
                detected = Detected(format="xlsx", sheet=sheet_name)
                return grid_of([[_as_text(cell) for cell in row] for row in rows], detected)
    except CalamineError:
        raise SheetError(
            name,
            "is an Excel workbook that cannot be opened.",
            "Nothing was read.",
            "open it in a spreadsheet program, remove any password, and save it again as .xlsx or CSV.",
        ) from None
    return grid_of([], Detected(format="xlsx"))


def _as_text(cell: object) -> str:
    """Write a cell as a person would read it: no ``.0`` behind whole numbers, dates as ISO 8601."""
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
