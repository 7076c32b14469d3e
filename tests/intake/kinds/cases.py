"""The cases as they stand in their tables, and the files that a facilitator would have."""

from __future__ import annotations

import gzip
import io
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from ok_match import Sheet

TABLES = Path(__file__).parents[2] / "data" / "kinds"


@dataclass(frozen=True)
class Case:
    """One sheet and what a careful person would make of it; see ``tests/data/kinds/README.md`` for the keys."""

    kind: str
    name: str
    situation: str
    file: str
    expect: Mapping[str, Any]
    sheet: str = ""
    encoding: str = "utf-8"
    wrap: str = ""
    hex: str | None = None
    workbook: Sequence[Mapping[str, Any]] = field(default_factory=tuple)

    @property
    def handed_in(self) -> Sheet:
        """The file as it is handed in."""
        if self.hex is not None:
            return Sheet(self.file, bytes.fromhex(self.hex))
        data = _workbook(self.workbook) if self.workbook else self.sheet.encode(self.encoding)
        return Sheet(self.file, _wrapped(data, self.wrap, self.file))


def cases(tables: Path = TABLES) -> Iterator[Case]:
    """All cases, kind by kind."""
    for table in sorted(tables.glob("K*.toml")):
        for case in tomllib.loads(table.read_text("utf-8"))["case"]:
            yield Case(**case)


def _wrapped(data: bytes, how: str, file: str) -> bytes:
    if how == "gzip":
        return gzip.compress(data, mtime=0)
    if how != "zip":
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(file.removesuffix(".zip"), data)
    return out.getvalue()


def _workbook(sheets: Sequence[Mapping[str, Any]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        for sheet in sheets:
            page = book.add_worksheet(sheet["name"])
            for line, row in enumerate(sheet["rows"]):
                for column, cell in enumerate(row):
                    if cell != "":
                        page.write(line, column, cell)
            for merged in sheet.get("merged", ()):
                top, left = _place(merged.partition(":")[0])
                page.merge_range(merged, sheet["rows"][top][left])
            for row in sheet.get("hidden_rows", ()):
                page.set_row(row - 1, None, None, {"hidden": True})
            for letter in sheet.get("hidden_columns", ()):
                page.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
            if sheet.get("filtered"):
                page.autofilter(0, 0, len(sheet["rows"]) - 1, len(sheet["rows"][0]) - 1)
            if sheet.get("hidden"):
                page.hide()
    return out.getvalue()


def _place(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(cell[len(letters) :]) - 1, column - 1
