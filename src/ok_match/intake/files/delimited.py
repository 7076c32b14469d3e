"""CSV and its relatives: any common encoding, parted by commas, semicolons, tabs or upright strokes."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from ok_match.model import Detected, Severity

from .encodings import decoded
from .grid import MOST_CELLS, Grid, Remark, grid_of
from .refusals import refusal, too_large

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
#: Rows by which the delimiter is judged.
SAMPLE = 200

#: The first line by which Excel declares the separator of a file; sometimes it stands in quotation marks.
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*(\r\n|\r|\n)', re.IGNORECASE)
#: A quotation mark that is escaped as programs do it, and not by doubling it.
_BACKSLASH_QUOTE = re.compile(r'(?<!\\)((?:\\\\)*)\\"')


def read_delimited(data: bytes, name: str, encoding: str = "") -> tuple[Grid]:
    """The one sheet of a file of delimited text.

    Parameters
    ----------
    encoding : str
        How its letters are encoded, where the facilitator says so.

    Raises
    ------
    SheetError
        If the bytes are not text.
    ProgramError
        If there is no such encoding, or the bytes are not in it.
    """
    text, found, remarks = decoded(data, name, encoding)
    text = text.lstrip("\ufeff")
    declared = _SEPARATOR_LINE.match(text)
    text = text[declared.end() :] if declared else text
    if max(map(text.count, DELIMITERS)) + text.count("\n") > 2 * MOST_CELLS:
        raise too_large(name, f"has more than {2 * MOST_CELLS:,} cells")
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    delimiter, rows, marks = _parted(text, declared[1] if declared else "")
    # The line that declares the separator still counts as a row of the spreadsheet.
    rows = [[], *rows] if declared else rows
    if len(rows) * max(map(len, rows), default=0) > MOST_CELLS:
        raise too_large(name, f"has {len(rows):,} rows and {max(map(len, rows)):,} columns")
    if not any(cell.strip() for row in rows for cell in row):
        raise refusal(name, "holds no text.")
    detected = Detected(format="csv", encoding=found, delimiter=DELIMITERS[delimiter])
    return (grid_of(rows, detected, (*remarks, *(_shifted(mark, 1 if declared else 0) for mark in marks))),)


def _shifted(remark: Remark, rows: int) -> Remark:
    return remark if remark.row is None else remark._replace(row=remark.row + rows)


def _parted(text: str, declared: str) -> tuple[str, list[list[str]], tuple[Remark, ...]]:
    """The delimiter and rows of a text, and what was odd about its quotation marks."""
    delimiter = declared or sniff_delimiter(text)
    if '\\"' in text and not (_well_quoted(text, delimiter) and _are_even(_cut(text, delimiter))):
        mended = _BACKSLASH_QUOTE.sub(r'\1""', text)
        other = declared or sniff_delimiter(mended)
        if _well_quoted(mended, other):
            return other, [[cell.replace("\\\\", "\\") for cell in row] for row in _cut(mended, other)], ()
    rows = _cut(text, delimiter)
    unwrapped = _unwrapped(rows, declared)
    if unwrapped:
        return unwrapped
    open_row = None if _well_quoted(text, delimiter) else _swallowing_row(rows, delimiter)
    if open_row is None:
        return delimiter, rows, ()
    # A quotation mark that is never closed swallows the rows behind it: read the marks as plain characters.
    plain = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    cells = [[_unquoted(cell) for cell in row] for row in plain]
    return delimiter, cells, (Remark("unclosed-quote", open_row, severity=Severity.WARNING),)


def _cut(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _are_even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether no row has more cells than the first that is filled."""
    filled = [len(row) for row in rows if any(row)]
    return not filled or max(filled) <= max(filled[:3])


def _unwrapped(rows: Sequence[Sequence[str]], declared: str) -> tuple[str, list[list[str]], tuple[Remark, ...]] | None:
    """The rows of a file in which whole rows stand in quotation marks, as one cell each; ``None`` where none does.

    Spreadsheet programs write such files when a text that was never parted into columns is saved as CSV. The header
    is often spared.
    """
    filled = [(number, row) for number, row in enumerate(rows) if any(cell.strip() for cell in row)]
    lone = [number for number, row in filled if not any(cell.strip() for cell in row[1:])]
    if len(filled) < 2 or len(lone) * 10 < (len(filled) - 1) * 8:
        return None
    joined = "\n".join(rows[number][0].replace("\n", " ") for number in lone)
    delimiter = declared or sniff_delimiter(joined)
    inner = {number: _cut(rows[number][0], delimiter) for number in lone}
    width = Counter(len(cut[0]) for cut in inner.values() if len(cut) >= 1).most_common(1)[0][0]
    header = filled[0][1] if filled[0][0] not in inner else []
    if width < 3 or (header and len(header) != width):
        return None
    if sum(len(cut) == 1 and len(cut[0]) == width for cut in inner.values()) * 10 < len(inner) * 8:
        return None
    # A cell with line breaks was cut into several rows: they belong together.
    whole = {number: _cut(rows[number][0].replace("\n", "\u2028"), delimiter)[0] for number in lone}
    kept = [
        [cell.replace("\u2028", "\n") for cell in whole[number]] if number in whole else list(row)
        for number, row in enumerate(rows)
    ]
    return delimiter, kept, (Remark("wrapped-rows", None, str(len(lone))),)


def _well_quoted(text: str, delimiter: str) -> bool:
    """Whether every quotation mark that opens a cell is closed where the cell ends."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _swallowing_row(rows: Sequence[Sequence[str]], delimiter: str) -> int | None:
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


def sniff_delimiter(text: str) -> str:
    """The delimiter that cuts the rows most evenly; the first line alone never decides."""

    def evenness(delimiter: str) -> tuple[float, int]:
        rows = csv.reader(io.StringIO(text[:500_000], newline=""), delimiter=delimiter)
        widths = [len(row) for row, _ in zip(rows, range(SAMPLE), strict=False) if any(row)]
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (count / len(widths) if width > 1 else 0.0), width

    return max(DELIMITERS, key=evenness)
