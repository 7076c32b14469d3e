"""Writes workbooks whose bytes depend on nothing but what is in them."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | datetime | None
Row = Sequence[Cell]

MADE = datetime(2026, 9, 7, 12, 0)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = {"office": "office:1.0", "table": "table:1.0", "text": "text:1.0"}


def xlsx(fill: Callable[[xlsxwriter.Workbook, Format], None]) -> bytes:
    """Make an Excel workbook; ``fill`` adds its sheets and is given the format of a moment."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE})
        fill(book, book.add_format({"num_format": "m/d/yy h:mm:ss"}))
    return out.getvalue()


def put(sheet: Worksheet, rows: Sequence[Row], moment: Format, top: int = 0) -> None:
    """Write rows as a spreadsheet program holds them: moments, numbers and ticks are none of them text."""
    for line, row in enumerate(rows, top):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(line, column, cell, moment)
            elif isinstance(cell, bool):
                sheet.write_boolean(line, column, cell)
            elif isinstance(cell, int | float):
                sheet.write_number(line, column, cell)
            elif cell:
                sheet.write_string(line, column, cell)


def ods(title: str, rows: Sequence[Row]) -> bytes:
    """Make an OpenDocument spreadsheet of one sheet.

    As LibreOffice does, equal cells that stand side by side are written once, with how often they are repeated.
    """
    names = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for key, name in NAMES.items())
    lines = "".join(f"<table:table-row>{_cells(row)}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3"><office:body>'
        f"<office:spreadsheet><table:table table:name={quoteattr(title)}>{lines}</table:table></office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return archive({"mimetype": MIMETYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


def _cells(row: Row) -> str:
    runs: list[tuple[Cell, int]] = []
    for cell in row:
        again = runs and runs[-1][0] == cell and type(runs[-1][0]) is type(cell)
        runs[-1:] = [(cell, runs[-1][1] + 1)] if again else [*runs[-1:], (cell, 1)]
    return "".join(_cell(cell, times) for cell, times in runs)


def _cell(cell: Cell, times: int) -> str:
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    shown = str(cell)
    match cell:
        case None | "":
            return f"<table:table-cell{repeated}/>"
        case bool():
            value, shown = f'"boolean" office:boolean-value="{shown.lower()}"', shown.upper()
        case int() | float():
            value = f'"float" office:value="{cell}"'
        case datetime():
            value, shown = f'"date" office:date-value="{cell:%Y-%m-%dT%H:%M:%S}"', f"{cell:%d/%m/%y %H:%M}"
        case _:
            value = '"string"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n"))
    return f"<table:table-cell office:value-type={value}{repeated}>{lines}</table:table-cell>"


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Pack parts into a ZIP archive, without the time of day; the first is stored as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number, (name, content) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            packed.writestr(entry, content)
    return out.getvalue()
