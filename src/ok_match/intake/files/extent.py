"""How large the sheets of a workbook are, before any of them is laid out in memory."""

import re
import zipfile

#: Bytes read at a time, and the overlap that catches a reference cut in two.
_PIECE, _OVERLAP = 1 << 20, 64
#: The place of a row (``r="7"``) or of a cell (``r="AB7"``).
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,9})[\"']")


def largest_sheet(archive: zipfile.ZipFile) -> int:
    """The number of cells that the largest sheet of an Excel workbook spans, empty ones included.

    A sheet of two answers with a stray cell in its last row and column spans 17 billion cells, and a reader that
    lays it out as a table asks for memory that no machine has.

    Raises
    ------
    zipfile.BadZipFile
        If a part cannot be unpacked.
    """
    # Every part is searched: a workbook may keep its sheets under any name.
    return max((_span(archive, part) for part in archive.namelist()), default=0)


def _span(archive: zipfile.ZipFile, part: str) -> int:
    rows, columns, seen = {0}, {b""}, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            seen = seen[-_OVERLAP:] + piece
            places = _PLACE.findall(seen)
            columns.update(letters for letters, _ in places)
            rows.update(map(int, {row for _, row in places}))
            rows = {max(rows)}
    return max(rows) * max(map(_column, columns))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return number
