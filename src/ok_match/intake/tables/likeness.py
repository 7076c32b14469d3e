"""How much a row is like the rows around it: what tells an answer from a header, and a person from a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ok_match.intake.columns.asking.cues import cues
from ok_match.model import EMAIL

#: Rows by which a column is judged.
SAMPLE = 40
_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b.*|\d{1,2}[-. ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*.*", re.I
)
_NUMBER = re.compile(r"[+$€£#~]?[\d\s.,()/%+-]*\d[\d\s.,()/%+-]*[kmKM%+]?")
_CODE = re.compile(r"[A-Za-z]{1,4}[-_ ]?\d{1,7}")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MARK = re.compile(
    r"(?:yes|no|y|n|x|true|false|[✓✔✗✘]|maybe|ja|nein|oui|non|s[ií]|free|busy|checked|unchecked)", re.IGNORECASE
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?[A-ZÀ-Þ][\w'’.-]*(?:,? (?:[A-ZÀ-Þ][\w'’.-]*|van|von|de|del|der|den|da|dos"
    r"|la|le|el|al|bin|y|af)){1,4}"
)
#: The share of a column's cells that must be alike to make it a column of that shape.
_MOST = 0.75
#: Words of a cell from which on it is prose.
_PROSE = 3


class Likeness(NamedTuple):
    """The cells of a row that are as those of their columns are, those that cannot be, and all that are filled."""

    alike: int
    unlike: int
    filled: int


@lru_cache(16384)
def shape(cell: str) -> str:
    """What a cell looks like: ``mail``, ``date``, ``number``, ``code``, ``link``, ``mark``, ``name``, ``prose`` ..."""
    text = cell.strip()
    if not text:
        return ""
    for kind, pattern in (("mail", EMAIL), ("date", _DATE), ("number", _NUMBER), ("link", _LINK), ("mark", _MARK)):
        if pattern.fullmatch(text):
            return kind
    if _CODE.fullmatch(text):
        return "code"
    if len(text) <= 60 and _NAME.fullmatch(text) and not asks(text):
        return "name"
    return "prose" if len(text.split()) >= _PROSE else "word"


@lru_cache(16384)
def asks(text: str) -> bool:
    """Whether the words of a cell could be those of a question."""
    return len(text) < 600 and (text.rstrip(" *").endswith(("?", ":")) or max(cues(text).values()) > 0)


def likeness(row: Sequence[str], below: Sequence[Sequence[str]]) -> Likeness:
    """How a row compares with the rows below it, column by column.

    A cell is alike where its whole column has one shape and the cell has it too, or where it is one of few values that
    recur; it is unlike where the column is one of addresses, numbers or dates and the cell is none.
    """
    alike = unlike = 0
    for position, cell in enumerate(row):
        text = cell.strip()
        if not text:
            continue
        others = [line[position].strip() for line in below[:SAMPLE] if position < len(line) and line[position].strip()]
        if not others:
            continue
        kind, own = _kind(others), shape(text)
        if kind in ("mail", "date", "number", "code"):
            alike += own == kind
            unlike += own != kind and not (len(others) < 2 and own in ("word", "mark"))
        elif kind == "name":
            alike += own == "name"
            unlike += own == "prose"
        elif kind == "mark":
            alike += own == "mark"
        elif own in ("mail", "link"):
            alike += 1  # no header is an address, whatever stands below it
        elif not asks(text):
            alike += (text in others and len(set(others)) * 2 <= len(others)) or kind == own == "prose"
    return Likeness(alike, unlike, sum(bool(cell.strip()) for cell in row))


def _kind(cells: Sequence[str]) -> str:
    """The shape that most cells of a column have, else empty."""
    kind, times = Counter(map(shape, cells)).most_common(1)[0]
    return kind if times >= _MOST * len(cells) else ""
