"""CSV and its relatives: any common encoding, separated by commas, semicolons or tabs."""

import csv
import io
import re
from collections import Counter

from ok_match.errors import SheetError
from ok_match.model import Detected

from .grid import Grid, grid_of

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
#: Rows by which the delimiter is judged.
SAMPLE = 200
#: The first bytes of other kinds of file, and what such a file is.
SIGNATURES = {
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Office document that holds no workbook",
    b"PK\x03\x04": "a ZIP archive, and not a workbook",
    b"{\\rtf": "a rich text document",
}

_WEB_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)
#: The first line by which Excel declares the separator of a file.
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


def read_delimited(data: bytes, name: str) -> tuple[Grid]:
    """The one sheet of a file of delimited text.

    Raises
    ------
    SheetError
        If the bytes are not text.
    """
    text, encoding = decode(data, name)
    if _WEB_PAGE.match(text):
        raise _no_sheet(name, "is a web page, not a spreadsheet.")
    if text.lstrip().startswith("<?xml"):
        raise _no_sheet(name, "is XML, as Excel 2003 wrote it, and not a workbook.")
    declared = _SEPARATOR_LINE.match(text)
    text = text[declared.end() :] if declared else text
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    delimiter = declared[1] if declared else sniff_delimiter(text)
    # The line that declares the separator still counts as a row of the spreadsheet.
    lead: list[list[str]] = [[]] if declared else []
    rows = lead + list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    detected = Detected(format="csv", encoding=encoding, delimiter=DELIMITERS[delimiter])
    open_row = None if _well_quoted(text, delimiter) else _swallowing_row(rows, delimiter)
    if open_row is None:
        return (grid_of(rows, detected),)
    # A quotation mark that is never closed swallows the rows behind it: read the marks as plain characters.
    plain = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    cells = lead + [[_unquoted(cell) for cell in row] for row in plain]
    return (grid_of(cells, detected, (("unclosed-quote", open_row, ""),)),)


def _well_quoted(text: str, delimiter: str) -> bool:
    """Whether every quotation mark that opens a cell is closed where the cell ends."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _swallowing_row(rows: list[list[str]], delimiter: str) -> int | None:
    """The number of a row with a cell that holds whole rows: lines with as many delimiters as the widest row."""
    width = max((len(row) for row in rows), default=0)
    for number, row in enumerate(rows, 1):
        for cell in row:
            lines = cell.splitlines() if width > 2 and cell.count(delimiter) >= width - 1 else []
            if any(line.count(delimiter) >= width - 1 for line in lines[1:]):
                return number
    return None


def _unquoted(cell: str) -> str:
    """A cell without the quotation marks around it."""
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell.removeprefix('"')


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of some bytes, and the encoding that they were in.

    Raises
    ------
    SheetError
        If the bytes are not text.
    """
    known = next((what for start, what in SIGNATURES.items() if data.startswith(start)), None)
    if known is None:
        for mark, encoding in (
            (b"\xef\xbb\xbf", "utf-8-sig"),
            (b"\xff\xfe", "utf-16"),
            (b"\xfe\xff", "utf-16"),
        ):
            if data.startswith(mark):
                try:
                    return data.decode(encoding), encoding
                except UnicodeDecodeError:
                    break
        for encoding in _guesses(data):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if _is_text(text):
                return text, encoding
    raise _no_sheet(name, f"is {known}, not a spreadsheet." if known else "is not text and not a workbook.")


def _no_sheet(name: str, what: str) -> SheetError:
    return SheetError(name, what, "Nothing was read.", "download the answers again as CSV or Excel (.xlsx).")


def _guesses(data: bytes) -> tuple[str, ...]:
    """The encodings that bytes without a byte-order mark may be in, likeliest first."""
    head = data[:4000]
    if head[1::2].count(0) > len(head) // 4:
        return ("utf-16-le",)
    if head[::2].count(0) > len(head) // 4:
        return ("utf-16-be",)
    return ("utf-8", "cp1252", "latin-1")


def _is_text(text: str) -> bool:
    """Whether a text has few enough control characters to be something that people typed."""
    head = text[:20_000]
    odd = sum(ord(char) < 32 and char not in "\t\r\n" for char in head)
    return odd <= 8 + len(head) // 20


def sniff_delimiter(text: str) -> str:
    """The delimiter that cuts the rows most evenly; the first line alone never decides."""

    def evenness(delimiter: str) -> tuple[float, int]:
        rows = csv.reader(io.StringIO(text[:500_000], newline=""), delimiter=delimiter)
        widths = [len(row) for row, _ in zip(rows, range(SAMPLE), strict=False) if any(row)]
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (count / len(widths) if width > 1 else 0.0), width

    return max(DELIMITERS, key=evenness)
