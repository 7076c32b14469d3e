"""The recognised columns of a sheet with the cells below them, and what was ticked in each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ok_match.intake.columns.folding import Kind
from ok_match.intake.columns.recognition import Heading
from ok_match.intake.values.answers import ticked
from ok_match.intake.values.traits import Habits
from ok_match.model import Facet

#: An option that names nothing: the words behind it are what counts.
_NO_OPTION = re.compile(
    r"(other|something else)\b( ?\(.*|,? please.*)?\W*|none of (these|the above|them)\W*|sonstiges|autre", re.IGNORECASE
)
_UNTICKED = re.compile(r"false|no|0|not selected|unchecked|-", re.IGNORECASE)


@dataclass(frozen=True)
class Sheet:
    """The recognised columns and, column by column, the cleaned cells below the header.

    Attributes
    ----------
    ticks : mapping
        By position of a multiple-choice column, the options ticked in each line.
    habits : Habits
        How amounts are written.
    last_first : bool
        Whether names are written "Ortega, Ana".
    wide : frozenset of int
        Rows, as the spreadsheet numbers them, in which cells are merged across.
    """

    headings: Sequence[Heading]
    table: Sequence[Sequence[str]]
    ticks: Mapping[int, list[tuple[str, ...]]]
    habits: Habits
    last_first: bool = False
    wide: frozenset[int] = frozenset()

    @cached_property
    def header(self) -> dict[str, str]:
        """The header that each recognised field stands under; the first, where there are several."""
        return {heading.field: heading.header for heading in reversed(self.headings) if heading.field}

    @cached_property
    def named(self) -> frozenset[int]:
        """Positions of the columns with names and e-mail addresses."""
        fields = {"name", "first_name", "last_name", "email"}
        return frozenset(heading.position for heading in self.headings if heading.field in fields)

    def options(self, heading: Heading, line: int) -> tuple[str, ...]:
        """Give the options that one line ticks in a multiple-choice column, and the words behind "Other"."""
        cell = self.table[heading.position][line]
        if heading.kind is Kind.CHOICE:
            return (heading.row,) if cell and not _UNTICKED.fullmatch(cell) and not _NO_OPTION.fullmatch(cell) else ()
        if heading.kind is Kind.OTHER:
            return () if not cell or _NO_OPTION.fullmatch(cell) or _UNTICKED.fullmatch(cell) else (cell,)
        return tuple(option for option in self.ticks[heading.position][line] if not _NO_OPTION.fullmatch(option))

    def graded(self, line: int) -> str:
        """Give what one line rates, a line of text each: ``Integrity: 4``."""
        graded = ((h.row, self.table[h.position][line]) for h in self.headings if h.field == "ratings")
        return "\n".join(f"{row}: {cell}" if row else cell for row, cell in graded if cell)


def ticks_of(headings: Sequence[Heading], table: Sequence[Sequence[str]]) -> dict[int, list[tuple[str, ...]]]:
    """Tell apart the options of multiple-choice columns; what separates them is learnt from a question as a whole."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for field in (Facet.THEMES, "availability"):
        whole = [h.position for h in headings if h.field == field and h.kind is Kind.WHOLE]
        rows = [h.position for h in headings if h.field == field and h.kind is Kind.ROW]
        for columns in (*([position] for position in whole), rows):
            options = ticked([cell for position in columns for cell in table[position]])
            for turn, position in enumerate(columns):
                lines = len(table[position])
                found[position] = options[turn * lines : (turn + 1) * lines]
    return found
