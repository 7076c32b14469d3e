"""The headers of a sheet and what stands below them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ok_match.intake.files.cleaning import clean

if TYPE_CHECKING:
    import pandas as pd

_GRID = re.compile(r"^(?P<stem>.*?)\s*\[(?P<row>[^\[\]]+)\]$", re.DOTALL)
#: What form tools leave in a header and nobody reads: recalled answers, tags, line breaks written out.
_RUBBISH = re.compile(
    r"\{\{.*?\}\}|\$\{[^}]*\}|<[a-z/][^<>]*>|&nbsp;|\[(?:Field|Question|recall)[^\]]*\]", re.IGNORECASE
)
#: What stands in brackets behind a question and is no row of it.
_REMARK = re.compile(
    r"(required|optional|mandatory|if any|if applicable|please .*|max(imum)?\b.*|up to .*|(tick|select|check|choose) .*"
    r"|confidential|private|one sentence|in .* words|\d+ .* words|e\.?g\.? .*|pflichtfeld|opcional|facultatif)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one column.

    Attributes
    ----------
    text : str
        The question, on one line and without what a form tool left in it.
    row : str
        The label within the question, where it has several columns: a row of a grid, a choice, a sub-question.
    code : str
        The short name that the form tool gives the column (``Q5_7_TEXT``), if it gives one.
    """

    position: int
    text: str
    row: str = ""
    code: str = ""

    @property
    def shown(self) -> str:
        """The whole header on one line, by which a program names the column."""
        return f"{self.text} [{self.row}]" if self.row and self.text else self.row or self.text


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, cut into its header and what stands below.

    Attributes
    ----------
    body : DataFrame of str
        Shape (rows, columns); the index holds the row numbers of the spreadsheet.
    top : int
        The first row of the header, as the spreadsheet numbers it.
    header_rows : int
        How many rows the header takes.
    tool : str
        The form tool that wrote it, where it gives itself away, else empty.
    doubtful : frozenset of int
        Rows of the body, as the spreadsheet numbers them, that may belong to the header.
    """

    headers: tuple[Header, ...]
    body: pd.DataFrame
    top: int
    header_rows: int
    tool: str
    doubtful: frozenset[int] = frozenset()


def tidy(text: str) -> str:
    """A header on one line, without hidden characters and what form tools leave behind."""
    plain = " ".join(_RUBBISH.sub(" ", clean(text)).split())
    return plain or " ".join(clean(text).split())


def split_grid(header: str) -> tuple[str, str]:
    """The question and the row of ``Question [row]``; the row is empty for other headers."""
    match = _GRID.match(header)
    if match and _REMARK.fullmatch(match["row"].strip()):
        return header, ""
    return (match["stem"].strip(), match["row"].strip()) if match and match["stem"] else (header, "")
