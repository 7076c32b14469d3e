"""Sheets that are broken or malicious, with a description of each.

The files are in ``tests/data/hostile``. Large ones, and those that differ in a few bytes of an archive, are made here.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

import xlsxwriter

from tests.builders import HEADER, sheet_of

from .sheets import DATA

FOLDER = DATA / "hostile"
#: The description of each file.
DESCRIPTIONS: Mapping[str, str] = {
    "formula-cells.csv": "Cells begin as formulas do, or hide that they will once a spreadsheet has trimmed them.",
    "mojibake.csv": "UTF-8 was read as Windows text and saved again; in the second row letters were lost for good.",
    "excel-damage.csv": "A spreadsheet made a phone number a power of ten, a range a date, a date a number.",
    "html-table.xls": "A web page with a table, which old tools save as a workbook.",
    "xml-spreadsheet.xls": "The XML that Excel 2003 wrote, still called a workbook.",
    "names-that-are-no-values.csv": "People and firms are called Null, None, NA, NaN, True, 1e5 and 007.",
    "path-like-names.csv": "Names that would leave the folder, or that an operating system keeps to itself.",
    "markup-and-escapes.csv": "Tags, Markdown, templates, Rich markup, terminal links and colours.",
    "mirrored-and-hidden-text.csv": "Letters that turn the direction of reading, and letters that nobody sees.",
    "nul-bytes.csv": "NUL within names, and a row of nothing else.",
    "separator-line.csv": "Excel's own first line, which says what parts the cells.",
    "utf-32.csv": "An encoding that hardly anybody uses.",
    "half-a-surrogate.csv": "UTF-16 that was cut within a letter.",
    "two-encodings.csv": "Two exports pasted into one file, each with its own encoding.",
    "quotes-everywhere.csv": "Quotation marks within cells, doubled, single, unclosed, and as inches.",
    "same-header-many-times.csv": "Three questions with one name, two names, two addresses.",
}

_NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
ANA = ("ana@people.example", "Ana Roe", "Roe Bakery", "Food", "Open a second shop.", "Flour went up.", "", "Tuesday")


def raw_workbook(
    sheet: str | bytes, strings: str = "", prologue: str = "", workbook: str = '<workbookPr date1904="0"/>'
) -> bytes:
    """A workbook packed around the XML of its only sheet, with nothing checked.

    Parameters
    ----------
    strings : str
        The content of the table of shared strings.
    prologue : str
        The text before that table, such as a document type.
    """
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")), 1
        )
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook {_NAMES} xmlns:r="{_RELATIONS}">{workbook}<sheets>'
        '<sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": sheet
        if isinstance(sheet, bytes)
        else f"{_XML}<worksheet {_NAMES}>{sheet}</worksheet>",
        "xl/sharedStrings.xml": f"{_XML}{prologue}<sst {_NAMES}>{strings}</sst>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def data_of(rows: Iterable[Sequence[str]]) -> str:
    """The rows as the XML of a sheet, each cell with its text."""
    lines = (
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    return f"<sheetData>{''.join(lines)}</sheetData>"


def external_entity() -> bytes:
    """A shared string that asks for a file of the reader's machine."""
    prologue = '<!DOCTYPE sst [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(HEADER)))
    answers = "".join(f'<c t="s"><v>{len(HEADER) + number}</v></c>' for number in range(len(ANA)))
    texts = [*map(escape, HEADER), ANA[0], "&file;", *map(escape, ANA[2:])]
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return raw_workbook(f"<sheetData><row>{cells}</row><row>{answers}</row></sheetData>", strings, prologue)


def entities_within_entities() -> bytes:
    """Ten entities, each ten times the one before: a few bytes that expand to ten billion letters."""
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 11)
    )
    sheet = '<sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row></sheetData>'
    return raw_workbook(sheet, "<si><t>Name</t></si><si><t>&e10;</t></si>", f"<!DOCTYPE sst [{entities}]>")


def zip_bomb(megabytes: int = 64) -> bytes:
    """A sheet of blanks that expands a thousandfold."""
    start, end = f"{_XML}<worksheet {_NAMES}><sheetData>".encode(), b"</sheetData></worksheet>"
    return raw_workbook(start + b" " * (megabytes << 20) + end)


def zip_bomb_that_lies(megabytes: int = 64) -> bytes:
    """The same, but its table of contents says that the sheet is small."""
    data = bytearray(zip_bomb(megabytes))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        # The unpacked size is 24 bytes into an entry of the table of contents.
        if struct.unpack_from("<I", data, place + 24)[0] > 1 << 20:
            struct.pack_into("<I", data, place + 24, 1000)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def one_text_in_every_cell(cells: int = 100, length: int = 32_767) -> bytes:
    """One long shared string that every cell of a long column points to."""
    rows = '<row><c t="s"><v>1</v></c></row>' * cells
    sheet = f'<sheetData><row><c t="s"><v>0</v></c></row>{rows}</sheetData>'
    return raw_workbook(sheet, f"<si><t>Goals</t></si><si><t>{'bread ' * (length // 6)}</t></si>")


def last_cell_of_the_sheet() -> bytes:
    """Two answers, and a stray cell in the last row and column that a sheet can have."""
    filled = data_of([HEADER, ANA]).removesuffix("</sheetData>")
    stray = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return raw_workbook(filled + stray)


def false_dimension() -> bytes:
    """A sheet of two rows that claims to have seventeen billion cells."""
    return raw_workbook('<dimension ref="A1:XFD1048576"/>' + data_of([HEADER, ANA]))


def repeated_ods_cells(times: int = 1_000_000_000) -> bytes:
    """An OpenDocument sheet with one filled cell, repeated a billion times."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    header = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{h}</text:p></table:table-cell>' for h in HEADER
    )
    repeated = f'table:number-columns-repeated="{times}"'
    cell = f'<table:table-cell office:value-type="string" {repeated}><text:p>x</text:p></table:table-cell>'
    content = (
        f"{_XML}<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Answers"><table:table-row>{header}</table:table-row>'
        f"<table:table-row>{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'{_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in (("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)):
            packed.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def locked_workbook() -> bytes:
    """The container that Excel puts around a workbook with a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


def workbook_without_sheets() -> bytes:
    """An archive that names a workbook and contains none of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


def broken_xml() -> bytes:
    """A sheet whose XML ends within a cell."""
    return raw_workbook(f'{_XML}<worksheet {_NAMES}><sheetData><row><c t="inlineStr"><is><t>Na'.encode())


def error_cells() -> bytes:
    """Formulas that failed, with errors in place of answers."""
    failed = "".join(f'<c t="e"><v>{error}</v></c>' for error in ("#REF!", "#N/A", "#DIV/0!", "#VALUE!"))
    ana = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in ANA[:4])
    header = data_of([HEADER]).removesuffix("</sheetData>")
    return raw_workbook(f"{header}<row>{ana}{failed}</row></sheetData>")


def hidden_rows_and_columns() -> bytes:
    """Rows that a filter hides, and a collapsed column: answers like any others."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Answers")
        for line, row in enumerate((HEADER, ANA, ("bo@people.example", "Bo Lund", *ANA[2:]))):
            sheet.write_row(line, 0, row)
        sheet.autofilter(0, 0, 2, len(HEADER) - 1)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(5, 5, None, None, {"hidden": True})
    return out.getvalue()


def merged_cells() -> bytes:
    """One cell for the organisation of two people, one for a question over two columns, one for a whole row."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Answers")
        sheet.merge_range(0, 0, 0, len(HEADER) - 1, "Applications, autumn")
        for line, row in enumerate((HEADER, ANA, ("bo@people.example", "Bo Lund", "", *ANA[3:])), 1):
            sheet.write_row(line, 0, row)
        sheet.merge_range(2, 2, 3, 2, ANA[2])
        sheet.merge_range(4, 0, 4, len(HEADER) - 1, "Thank you all")
    return out.getvalue()


def widest_sheet(columns: int = 16_384) -> bytes:
    """A sheet with every column filled, up to the most that a sheet can have."""
    width = columns - len(HEADER)
    header = (*HEADER, *(f"Column {number}" for number in range(width)))
    return raw_workbook(data_of([header, (*ANA, *("x" for _ in range(width)))]))


def long_cells(filler: str = "bread ", length: int = 40_000) -> bytes:
    """Answers of one person that are 40,000 characters long each."""
    text = (filler * (length // len(filler) + 1))[:length]
    return sheet_of([["ana@people.example", "Ana Roe", "Roe Bakery", "Food", text, text, text, text], list(ANA)])


#: Fillers that could make a pattern backtrack: separators, brackets, blanks, addresses, list items.
FILLERS = (
    ". ", "a. ", "; ", ", ", "- \n", "((", " ", "\n", "@.", "1) ",
    "“", "not ", "Bo and ", "=", "\u202e", "\x1b[31mred bread is the best ", "｟",
)  # fmt: skip


def one_long_line(length: int = 8_000) -> bytes:
    """A file of one header row that never ends, and one answer."""
    return b"Name," + b"a," * (length // 2) + b"\nAna Roe,Open a second shop.\n"


def quote_opened_early(rows: int = 2_000) -> bytes:
    """A first answer that opens a quotation mark, which is never closed."""
    lines = "".join(f"p{n}@people.example,Pat {n},Firm {n},Food,Grow {n},,,Tuesday\n" for n in range(rows))
    return f'{",".join(HEADER)}\nana@people.example,"Ana Roe,Roe Bakery,Food,Open,,,Tuesday\n{lines}'.encode()


def many_rows(rows: int = 2_000, people: int | None = None, firms: int | None = None) -> bytes:
    """A long sheet; with fewer ``people`` they answer repeatedly, with fewer ``firms`` they share employers."""
    return sheet_of(
        [
            [
                f"p{number % (people or rows)}@people.example",
                f"Pat {number % (people or 997)} Roe",
                f"Firm {number % (firms or rows)}",
                ("Food", "Trades", "Care")[number % 3],
                f"Open shop number {number % 89} by spring.",
                f"Rent, staff and flour cost {number % 61} percent more.",
                "",
                ("Tuesday", "Thursday")[number % 2],
            ]
            for number in range(rows)
        ]
    )


def nobody_alike(rows: int = 1_000) -> bytes:
    """A question with boxes to tick that everybody answers in words of their own, with commas."""
    return sheet_of(
        [
            [f"p{n}@people.example", f"Pat {n}", "", "", "Grow.", "Rent.", f"a{n}, b{n}, c{n}", f"d{n}, e{n}"]
            for n in range(rows)
        ],
        (*HEADER[:6], "Which of these are on your mind? Tick all that apply.", "Availability"),
    )


#: The files that are made here, by a name that says the fault.
MADE: Mapping[str, Callable[[], bytes]] = {
    "external-entity.xlsx": external_entity,
    "entities-within-entities.xlsx": entities_within_entities,
    "zip-bomb.xlsx": zip_bomb,
    "zip-bomb-that-lies.xlsx": zip_bomb_that_lies,
    "one-text-in-every-cell.xlsx": one_text_in_every_cell,
    "last-cell-of-the-sheet.xlsx": last_cell_of_the_sheet,
    "false-dimension.xlsx": false_dimension,
    "repeated-cells.ods": repeated_ods_cells,
    "locked.xlsx": locked_workbook,
    "workbook-without-sheets.xlsx": workbook_without_sheets,
    "broken-xml.xlsx": broken_xml,
    "error-cells.xlsx": error_cells,
    "hidden-rows.xlsx": hidden_rows_and_columns,
    "merged-cells.xlsx": merged_cells,
    "widest-sheet.xlsx": lambda: widest_sheet(1_000),
    "long-cells.csv": long_cells,
    "one-long-line.csv": one_long_line,
    "quote-opened-early.csv": quote_opened_early,
    "many-rows.csv": many_rows,
    "few-people-many-rows.csv": lambda: many_rows(people=7),
    "one-employer.csv": lambda: many_rows(300, firms=1),
    "nobody-alike.csv": nobody_alike,
}
