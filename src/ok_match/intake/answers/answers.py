"""A sheet whose columns are recognised, and what its columns as wholes show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from ok_match.intake.columns.asking.cues import NAMES
from ok_match.intake.columns.choices.marks import chosen
from ok_match.intake.columns.choices.words import NOTHING
from ok_match.intake.columns.folding import Kind
from ok_match.intake.columns.recognition import Heading
from ok_match.intake.values.names.written import are_last_first
from ok_match.intake.values.statements import ticked
from ok_match.intake.values.traits import Habits

from .choices import Choices, Chosen, choices_of

_UNTICKED = re.compile(r"false|no|0|not selected|unchecked|-", re.IGNORECASE)
#: The usual scale of a rating; a sheet with a larger number in it uses ten steps.
_FIVE = 5
_YEAR = re.compile(r"\b20\d\d\b")
_EUROPEAN = re.compile(
    r"\d,\d(?!\d\d)\d*\s*(mio|mrd|tsd|€|eur|m|k)\b|€|\b\d{1,2}\.\d{1,2}\.(19|20)\d\d\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Answers:
    """The recognised columns of a sheet, the cleaned cells below them, and the habits that they show.

    Attributes
    ----------
    table : sequence of sequence of str
        The cells of each column, by position.
    ticks : mapping
        By position of a column with times, the options ticked in each line.
    choices : Choices
        What was chosen among options in all other columns.
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
    choices: Choices = field(default_factory=lambda: Choices({}))
    last_first: bool = False
    wide: frozenset[int] = frozenset()

    @cached_property
    def header(self) -> dict[str, str]:
        """The header that each recognised field stands under; the first, where there are several."""
        return {heading.field: heading.header for heading in reversed(self.headings) if heading.field}

    @cached_property
    def named(self) -> frozenset[int]:
        """Positions of the columns with names and e-mail addresses."""
        fields = {*NAMES, "email", "id"}
        return frozenset(h.position for h in self.headings if h.field in fields or h.spare in fields)

    @cached_property
    def has_names(self) -> bool:
        """Whether the sheet has a column for names or a part of them."""
        return any(heading.field in NAMES for heading in self.headings)

    def chosen(self, heading: Heading, line: int) -> tuple[Chosen, ...] | None:
        """What one line chose in a column; ``None`` where the column is not one of options."""
        lines = self.choices.by_position.get(heading.position)
        return None if lines is None else lines[line]

    def text(self, heading: Heading, line: int) -> str:
        """What one line says in a column: the cell, or the option that its mark chooses."""
        cell = self.table[heading.position][line]
        if heading.kind is Kind.JOINT:
            return ""  # the columns beside it say the same
        if heading.kind in (Kind.TICK, Kind.CHOICE):
            return heading.row if cell and chosen(cell, heading.row) else ""
        return cell

    def options(self, heading: Heading, line: int) -> tuple[str, ...]:
        """The times that one line ticks in a column, and the words behind "Other"."""
        cell = self.table[heading.position][line]
        if heading.kind is Kind.WHOLE or heading.kind is Kind.ROW:
            return tuple(option for option in self.ticks[heading.position][line] if not NOTHING.fullmatch(option))
        if not cell or _UNTICKED.fullmatch(cell) or NOTHING.fullmatch(cell):
            return ()
        return (heading.row,) if heading.kind is Kind.CHOICE else (cell,)

    def graded(self, line: int) -> str:
        """The ratings of one line, a line of text each: ``Integrity: 4``."""
        ratings = ((h, self.table[h.position][line]) for h in self.headings if h.field == "ratings")
        # A cell that names what it rates, "Trust: 4", needs no header to say so.
        named = ((h.row or ("" if ":" in cell else h.header), cell) for h, cell in ratings if cell)
        return "\n".join(f"{row}: {cell}" if row else cell for row, cell in named)


def answers_of(headings: Sequence[Heading], table: Sequence[Sequence[str]], wide: frozenset[int]) -> Answers:
    """A sheet, with what its columns as wholes show: how names and numbers are written, what separates options.

    Parameters
    ----------
    table : sequence of sequence of str
        The cleaned cells below the header, column by column.
    wide : frozenset of int
        Rows in which cells are merged across, as the spreadsheet numbers them.
    """

    def cells_of(*fields: str) -> list[str]:
        return [cell for h in headings if h.field in fields for cell in table[h.position]]

    years = [int(year) for cell in cells_of("timestamp") for year in _YEAR.findall(cell)]
    ratings = [int(cell) for cell in cells_of("ratings") if re.fullmatch(r"\d{1,2}", cell)]
    habits = Habits(
        european=any(map(_EUROPEAN.search, cells_of("revenue", "team_size", "timestamp"))),
        year=max(years, default=None),
        top=10 if max(ratings, default=0) > _FIVE else _FIVE,
    )
    return Answers(
        headings,
        table,
        _ticks(headings, table),
        habits,
        choices_of(headings, table),
        are_last_first(cells_of("name")),
        wide,
    )


def _ticks(headings: Sequence[Heading], table: Sequence[Sequence[str]]) -> dict[int, list[tuple[str, ...]]]:
    """The times ticked in each column; what separates them is learned from a question as a whole."""
    ticks: dict[int, list[tuple[str, ...]]] = {}
    whole = [h.position for h in headings if h.field == "availability" and h.kind is Kind.WHOLE]
    rows = [h.position for h in headings if h.field == "availability" and h.kind is Kind.ROW]
    for columns in (*([position] for position in whole), rows):
        options = iter(ticked([cell for position in columns for cell in table[position]]))
        ticks |= {position: list(islice(options, len(table[position]))) for position in columns}
    return ticks
