"""Rows and columns that a workbook hides, and formulas without a value: what its reader does not tell."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import normpath

#: Bytes read at a time, and those that are kept at most while the end of a row is waited for.
_PIECE, _LONGEST_ROW = 1 << 20, 1 << 23
#: Bytes of the parts that only list the sheets, and the last row and column that a sheet can have.
_SMALL, _LAST_ROW, _LAST_COLUMN = 1 << 22, 1 << 20, 1 << 14
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_TAG = re.compile(rb"<(?:\w+:)?(row|col|sheetPr|f)(?=[\s/>])([^<>]*)>")
_HIDDEN = re.compile(rb"\b(?:hidden|zeroHeight)\s*=\s*[\"'](?:1|true)[\"']")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
#: A cell with a formula, and what the formula gave; it is missing where a program wrote the workbook.
_FORMULA = re.compile(
    rb"<(?:\w+:)?c(\s[^<>]*)?>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v(?:\s[^<>]*)?(?:/>|>([^<]*)</(?:\w+:)?v>)\s*)?(?=</|<(?:\w+:)?(?:is|extLst))"
)
_ODS_TAG = re.compile(rb"<(/?)table:(table|table-row|table-column)(?=[\s/>])([^<>]*)>")


@dataclass(slots=True)
class Concealed:
    """What is hidden in one sheet.

    Attributes
    ----------
    rows : set of int
        Hidden rows, as the spreadsheet numbers them.
    columns : set of int
        Positions of hidden columns, from 0.
    unvalued : set of (int, int)
        Row and position of the cells that hold a formula without its value.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    unvalued: set[tuple[int, int]] = field(default_factory=set)


def concealed_in(archive: zipfile.ZipFile, kind: str) -> dict[str, Concealed]:
    """What each sheet of a workbook hides, by the name of the sheet; nothing where the workbook is of another kind."""
    if kind == "ods":
        return _of_open_document(archive)
    known = set(archive.namelist())
    if "xl/workbook.xml" not in known:
        return {}
    book = _small(archive, "xl/workbook.xml")
    unsettled = re.search(rb"fullCalcOnLoad\s*=\s*[\"'](?:1|true)", book) is not None
    return {
        sheet: _of_sheet(archive, part, unsettled=unsettled)
        for sheet, part in _parts(archive, book).items()
        if part in known
    }


def _small(archive: zipfile.ZipFile, part: str) -> bytes:
    try:
        with archive.open(part) as stream:
            return stream.read(_SMALL)
    except KeyError:
        return b""


def _attributes(text: bytes) -> dict[str, str]:
    """The attributes of a tag, without the prefixes of their names."""
    return {
        name.rpartition(b":")[2].decode("latin-1"): html.unescape((double or single).decode("utf-8", "replace"))
        for name, double, single in _ATTRIBUTE.findall(text)
    }


def _parts(archive: zipfile.ZipFile, book: bytes) -> Mapping[str, str]:
    """The part of the archive that holds each sheet."""
    relations = {}
    for text in re.findall(rb"<(?:\w+:)?Relationship\s([^<>]*)>", _small(archive, "xl/_rels/workbook.xml.rels")):
        relation = _attributes(text)
        target = relation.get("Target", "")
        relations[relation.get("Id")] = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
    parts = {}
    for text in re.findall(rb"<(?:\w+:)?sheet\s([^<>]*)>", book):
        # A sheet has an id of its own, `sheetId`, beside the id of its part, `r:id`.
        sheet = _attributes(text)
        parts[sheet.get("name", "")] = relations.get(sheet.get("id", ""), "")
    return parts


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part cut after tags, after the end of a row where there is one."""
    waiting = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            waiting += piece
            cut = max(waiting.rfind(b"</row>") + 6, waiting.rfind(b"-row>") + 5)
            if cut < 7 and len(waiting) > _LONGEST_ROW:
                cut = waiting.rfind(b">") + 1 or len(waiting)
            if cut >= 7:
                yield waiting[:cut]
                waiting = waiting[cut:]
    yield waiting


def _of_sheet(archive: zipfile.ZipFile, part: str, *, unsettled: bool) -> Concealed:
    """What a sheet of an Excel workbook hides; ``unsettled`` where the workbook is still to be calculated."""
    found = Concealed()
    row = 0
    zeros: set[tuple[int, int]] = set()
    settled = False
    for piece in _pieces(archive, part):
        for match in _TAG.finditer(piece):
            tag, text = match[1], match[2]
            if tag == b"row":
                number = re.search(rb"\sr\s*=\s*[\"'](\d{1,7})[\"']", text)
                row = int(number[1]) if number else row + 1
                if _HIDDEN.search(text):
                    found.rows.add(row)
            elif tag == b"col" and _HIDDEN.search(text):
                span = _attributes(text)
                first, last = (int(span.get(end, "0")) for end in ("min", "max"))
                found.columns.update(range(max(first, 1) - 1, min(last, _LAST_COLUMN)))
        for match in _FORMULA.finditer(piece):
            place = _PLACE.search(match[1] or b"")
            value = (match[2] or b"").strip()
            if place and not value:
                found.unvalued.add(_cell(place))
            elif place and value == b"0":
                zeros.add(_cell(place))
            else:
                settled = True
    # Programs that write workbooks put a zero where Excel is still to work a formula out.
    if unsettled and not settled:
        found.unvalued |= zeros
    return found


def _cell(place: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for letter in place[1].upper():
        column = 26 * column + letter - ord("A") + 1
    return int(place[2]), column - 1


def _of_open_document(archive: zipfile.ZipFile) -> dict[str, Concealed]:
    """What the sheets of an OpenDocument workbook hide."""
    sheets: dict[str, Concealed] = {}
    found = Concealed()
    depth = row = column = 0
    if "content.xml" not in archive.namelist():
        return sheets
    for piece in _pieces(archive, "content.xml"):
        for match in _ODS_TAG.finditer(piece):
            ends, tag, text = match[1], match[2], match[3]
            if tag == b"table":
                depth += -1 if ends else 0 if text.endswith(b"/") else 1
                if depth == 1 and not ends:
                    found = sheets.setdefault(_attributes(text).get("name", ""), Concealed())
                    row = column = 0
            elif not ends and depth == 1:
                row_or_column = _attributes(text)
                is_hidden = row_or_column.get("visibility") in ("collapse", "filter")
                times = row_or_column.get("number-rows-repeated" if tag == b"table-row" else "number-columns-repeated")
                count = int(times) if times and times.isdigit() else 1
                if tag == b"table-row":
                    if is_hidden:
                        found.rows.update(range(row + 1, min(row + count, _LAST_ROW) + 1))
                    row += count
                else:
                    if is_hidden:
                        found.columns.update(range(column, min(column + count, _LAST_COLUMN)))
                    column += count
    return sheets
