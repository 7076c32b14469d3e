"""Tells how large the sheets of a workbook would be, before any of them is laid out in memory."""

import re
import zipfile

#: What is read at a time; a reference cut in two between pieces is caught by the overlap.
_PIECE, _OVERLAP = 1 << 20, 64
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]{0,200}?\br=[\"'](\d{1,9})[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]{0,200}?\br=[\"']([A-Z]{1,3})(\d{1,9})[\"']")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def largest_sheet(archive: zipfile.ZipFile) -> int:
    """Give the cells that the largest sheet of an Excel workbook spans, the empty ones between included.

    A sheet of two answers with a stray cell in its last row and column spans seventeen thousand million cells, and
    a reader that lays it out as a table asks for memory that no machine has.

    Raises
    ------
    zipfile.BadZipFile
        If a part cannot be unpacked.
    """
    return max((_span(archive, part) for part in archive.namelist() if _SHEET.fullmatch(part)), default=0)


def _span(archive: zipfile.ZipFile, part: str) -> int:
    last, wide, seen = 0, set[bytes](), b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            seen = seen[-_OVERLAP:] + piece
            cells = _CELL.findall(seen)
            wide.update(letters for letters, _ in cells)
            last = max(last, *map(int, _ROW.findall(seen)), *(int(row) for _, row in cells), 0)
    return last * max(map(_column, wide), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number
