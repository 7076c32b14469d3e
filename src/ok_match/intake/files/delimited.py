"""Reads CSV and its cousins: any common encoding, comma, semicolon or tab."""

import csv
import io
import re
from collections import Counter

from ok_match.errors import SheetError
from ok_match.model import Detected

from .grid import Grid, grid_of

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
#: Rows that the delimiter is judged on.
SAMPLE = 200
#: The first bytes of files that people rename, and what such a file is.
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
#: Excel's own way to say, in a line above all others, which separator a file uses.
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


def read_delimited(data: bytes, name: str) -> tuple[Grid]:
    """Read delimited text; there is one sheet in it.

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
    told = _SEPARATOR_LINE.match(text)
    text = text[told.end() :] if told else text
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    delimiter = told[1] if told else sniff_delimiter(text)
    # A line that only told the separator still counts as a row of the spreadsheet.
    lead: list[list[str]] = [[]] if told else []
    rows = lead + list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    detected = Detected(format="csv", encoding=encoding, delimiter=DELIMITERS[delimiter])
    open_row = None if _well_quoted(text, delimiter) else _swallowing_row(rows, delimiter)
    if open_row is None:
        return (grid_of(rows, detected),)
    # A quotation mark that nobody closed has taken the rows behind it into one cell: read marks as plain text.
    plain = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    cells = lead + [[_unquoted(cell) for cell in row] for row in plain]
    return (grid_of(cells, detected, (("unclosed-quote", open_row, ""),)),)


def _well_quoted(text: str, delimiter: str) -> bool:
    """Say whether every quotation mark that opens a cell is closed where the cell ends."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _swallowing_row(rows: list[list[str]], delimiter: str) -> int | None:
    """Find a row with a cell that holds whole rows: lines cut as often as the rows of this sheet are."""
    width = max((len(row) for row in rows), default=0)
    for number, row in enumerate(rows, 1):
        for cell in row:
            lines = cell.splitlines() if width > 2 and cell.count(delimiter) >= width - 1 else []
            if any(line.count(delimiter) >= width - 1 for line in lines[1:]):
                return number
    return None


def _unquoted(cell: str) -> str:
    """Take away the quotation marks around a cell."""
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell.removeprefix('"')


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Give the text of the bytes, and the encoding that they were in."""
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
    """Order the encodings by how likely they are without a byte-order mark."""
    head = data[:4000]
    if head[1::2].count(0) > len(head) // 4:
        return ("utf-16-le",)
    if head[::2].count(0) > len(head) // 4:
        return ("utf-16-be",)
    return ("utf-8", "cp1252", "latin-1")


def _is_text(text: str) -> bool:
    """Say whether so few control characters occur that this can be something people typed."""
    head = text[:20_000]
    odd = sum(ord(char) < 32 and char not in "\t\r\n" for char in head)
    return odd <= 8 + len(head) // 20


def sniff_delimiter(text: str) -> str:
    """Find the delimiter by how evenly it cuts the rows, never by the first line alone."""

    def evenness(delimiter: str) -> tuple[float, int]:
        rows = csv.reader(io.StringIO(text[:500_000], newline=""), delimiter=delimiter)
        widths = [len(row) for row, _ in zip(rows, range(SAMPLE), strict=False) if any(row)]
        width, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (times / len(widths) if width > 1 else 0.0), width

    return max(DELIMITERS, key=evenness)
