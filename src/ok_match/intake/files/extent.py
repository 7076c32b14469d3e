"""How large the sheets of a workbook are, before any of them is laid out in memory."""

import re
import zipfile
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

#: Bytes read at a time, and the overlap that catches a reference cut in two.
_PIECE, _OVERLAP = 1 << 20, 64
#: The place of a row (``r="7"``) or of a cell (``r="AB7"``).
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,9})[\"']")
#: Characters that the cells of a workbook may hold together, where many share one text; shorter texts do no harm.
MOST_SHARED, _LONG = 128_000_000, 1000
_SHARED = re.compile(rb"<(?:\w+:)?si[\s>]")
_POINTER = re.compile(rb"\st\s*=\s*[\"']s[\"'][^<>]{0,80}>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*<")


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


def shares_too_much(archive: zipfile.ZipFile) -> bool:
    """Whether the cells of an Excel workbook point so often at long texts that together they fill the memory."""
    parts = archive.namelist()
    strings = next((part for part in parts if part.endswith("sharedStrings.xml")), "")
    if not strings:
        return False
    with archive.open(strings) as stream:
        starts = [match.start() for match in _SHARED.finditer(stream.read())]
    ends = [*starts, archive.getinfo(strings).file_size]
    lengths = [after - before for before, after in pairwise(ends)]
    total, room = 0, MOST_SHARED
    if max(lengths, default=0) < _LONG:
        return False
    for part in parts:
        if "/worksheets/" in part and total <= room:
            total += sum(map(partial(_length, lengths), _pointers(archive, part)))
    return total > room


def _length(lengths: list[int], pointer: int) -> int:
    return lengths[pointer] if pointer < len(lengths) else 0


def _pointers(archive: zipfile.ZipFile, part: str) -> Iterator[int]:
    seen = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            seen += piece
            cut = seen.rfind(b"</") + 1
            yield from map(int, _POINTER.findall(seen[:cut]))
            seen = seen[cut:] if len(seen) - cut < _PIECE else b""
