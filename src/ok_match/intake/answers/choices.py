"""What people chose among options: ticked, listed, or put in order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from ok_match.intake.columns.choices.marks import chosen, mark_of, share_of_marks
from ok_match.intake.columns.choices.parts import Kind, Part, Question
from ok_match.intake.columns.choices.pieces import cut
from ok_match.intake.columns.choices.ranks import are_ranks, asks_for_order, best_first, counts, place_in, rank_of
from ok_match.intake.columns.choices.shapes import shape_of
from ok_match.intake.columns.choices.words import EVERYTHING, NOTHING
from ok_match.intake.columns.recognition import Heading
from ok_match.intake.columns.verdict import NAMED
from ok_match.model import WRITTEN_FACETS, Facet
from ok_match.model.sheets.ledger import Ledger, shortened

_OWN_WORDS = re.compile(
    r"(?:other|something else|sonstiges|autre|otr[oa]|outr[oa]|altr[oi]|anders)\s*(?:\([^()]*\))?\s*[:–—-]\s*"
    r"(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ALIKE = 0.8
#: More unknown marks than these in a question are asked about together.
_ONE_BY_ONE = 5


class Chosen(NamedTuple):
    """An option that somebody chose, and the place that they gave it, where they put options in order (1 is best)."""

    text: str
    rank: int | None = None


class Unclear(NamedTuple):
    """A mark that may or may not say that an option was chosen, its column, and how often it stands there."""

    header: str
    value: str
    times: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen in each line, by position of the column, and what is unclear about it.

    Attributes
    ----------
    unclear : tuple of Unclear
        Marks that are not known; they count as not chosen.
    coded : tuple of str
        Headers of questions whose options are known by their numbers only.
    orders : tuple of str
        Headers of questions whose options were put in order, where it is not said which end is the best.
    """

    by_position: Mapping[int, list[tuple[Chosen, ...]]]
    unclear: tuple[Unclear, ...] = ()
    coded: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()


def choices_of(headings: Sequence[Heading], table: Sequence[Sequence[str]]) -> Choices:
    """The choices in all columns that hold themes, or another facet that people answered by choosing.

    Parameters
    ----------
    table : sequence of sequence of str
        The cleaned cells below the header, column by column.
    """
    questions: dict[int, list[Heading]] = defaultdict(list)
    for heading in headings:
        if heading.field in WRITTEN_FACETS or heading.field == Facet.THEMES:
            questions[heading.question].append(heading)
    by_position: dict[int, list[tuple[Chosen, ...]]] = {}
    unclear: list[Unclear] = []
    coded: list[str] = []
    orders: list[str] = []
    for parts in _with_named_ranks(questions, table).values():
        if parts[0].field != Facet.THEMES and not _are_choices(parts, table):
            continue
        read = _Question(parts, table)
        by_position |= read.chosen
        unclear += read.unclear
        if read.coded:
            coded.append(parts[0].header)
        if read.is_open:
            orders.append(parts[0].header)
    return Choices(by_position, tuple(unclear), tuple(coded), tuple(orders))


def remark_on_choices(choices: Choices, ledger: Ledger) -> None:
    """Decisions about marks, codes and orders that may mean one thing or another."""
    for header, value, times in choices.unclear:
        ledger.ask("unclear-tick", column=header, value=shortened(value, 40), detail=str(times))
    for header in choices.coded:
        ledger.ask("coded-options", column=header)
    for header in choices.orders:
        ledger.ask("options-in-order", column=header)


def _with_named_ranks(
    questions: Mapping[int, list[Heading]], table: Sequence[Sequence[str]]
) -> Mapping[int, list[Heading]]:
    """The questions, with columns that the program names as themes put together as one where they hold places."""
    named = [
        heading
        for parts in questions.values()
        for heading in parts
        if heading.field == Facet.THEMES and heading.reason == NAMED and heading.kind in (Kind.WHOLE, Kind.ROW)
    ]
    if not are_ranks([table[heading.position] for heading in named], asked=True):
        return questions
    ranked = [replace(heading, kind=Kind.RANK, row=heading.row or heading.header) for heading in named]
    others = {
        index: rest for index, parts in questions.items() if (rest := [part for part in parts if part not in named])
    }
    return others | {-1: ranked}


def _are_choices(parts: Sequence[Heading], table: Sequence[Sequence[str]]) -> bool:
    """Whether a question that may be answered in own words was answered by choosing."""
    asked = Question(parts[0].asked, tuple(Part(part.position, part.row, part.kind) for part in parts))
    return shape_of(asked, table).several


class _Question:
    """The columns of one question, read."""

    def __init__(self, parts: Sequence[Heading], table: Sequence[Sequence[str]]) -> None:
        self.parts, self.table = parts, table
        self.lines = len(table[parts[0].position]) if parts else 0
        self.chosen: dict[int, list[tuple[Chosen, ...]]] = {}
        self.unknown: Counter[str] = Counter()
        self.seen_in: dict[str, str] = {}
        self.is_open = False
        self._ticked([part for part in parts if part.kind in (Kind.TICK, Kind.CHOICE)])
        self._ranked([part for part in parts if part.kind is Kind.RANK])
        self._placed([part for part in parts if part.kind is Kind.PLACE])
        for whole in (part for part in parts if part.kind is Kind.WHOLE):
            # A column that the program names, or that stands alone, may be an option with marks below it.
            is_option = share_of_marks([whole.header], [table[whole.position]]) > _ALIKE
            self._ticked([replace(whole, row=whole.header)]) if is_option else self._listed([whole])
        self._rows([part for part in parts if part.kind is Kind.ROW])
        for part in parts:
            if part.kind is Kind.OTHER:
                self.chosen[part.position] = [self._own_words(cell) for cell in self.table[part.position]]
        for part in parts:
            if part.kind is Kind.JOINT:
                self._joint(part)

    @property
    def asked(self) -> str:
        return " ".join(dict.fromkeys([self.parts[0].asked, *(part.header for part in self.parts[:1])]))

    @property
    def unclear(self) -> list[Unclear]:
        values = sorted(self.unknown)
        if len(values) > _ONE_BY_ONE:
            some = ", ".join(value for value, _ in self.unknown.most_common(3))
            return [Unclear(self.parts[0].header, f"{some} ...", self.unknown.total())]
        return [Unclear(self.seen_in[value], value, self.unknown[value]) for value in values]

    @property
    def coded(self) -> bool:
        """Whether all that was chosen are numbers."""
        texts = {choice.text for lines in self.chosen.values() for line in lines for choice in line}
        return bool(texts) and all(re.fullmatch(r"[A-Za-z]{0,3}\d{1,4}(\.0)?", text) for text in texts)

    def _ticked(self, parts: Sequence[Heading]) -> None:
        for part in parts:
            choice = (Chosen(part.row),) if not NOTHING.fullmatch(part.row) else ()
            self.chosen[part.position] = [
                choice if self._is_ticked(part, cell) else () for cell in self.table[part.position]
            ]

    def _is_ticked(self, part: Heading, cell: str) -> bool:
        mark = chosen(cell, part.row)
        if mark is None:
            self._ask_about(part, cell)
        return mark is True

    def _ask_about(self, part: Heading, value: str) -> None:
        self.unknown[value] += 1
        self.seen_in.setdefault(value, part.header)

    def _ranked(self, parts: Sequence[Heading]) -> None:
        """Numbers below the options: the best-placed count."""
        ranks = [[rank_of(cell) if cell else None for cell in self.table[part.position]] for part in parts]
        lowest = max((rank for column in ranks for rank in column if rank), default=0)
        first = not parts or self._direction()
        for part, column in zip(parts, ranks, strict=True):
            for cell, rank in zip(self.table[part.position], column, strict=True):
                if cell and rank is None and mark_of(cell) is not False and not NOTHING.fullmatch(cell):
                    self._ask_about(part, cell)
            placed = [rank and (rank if first else lowest + 1 - rank) for rank in column]
            self.chosen[part.position] = [
                (Chosen(part.row, rank),) if rank and rank <= counts(len(parts)) else () for rank in placed
            ]

    def _direction(self) -> bool:
        """Whether 1, or the first, is the best; where nothing says so, it is taken to be, and asked."""
        said = best_first(self.asked)
        if said is None and not asks_for_order(self.asked):
            self.is_open = True
        return said is not False

    def _placed(self, parts: Sequence[Heading]) -> None:
        """A column for the first choice, the second and so on."""
        options = {cell.casefold() for part in parts for cell in self.table[part.position] if cell}
        for part in parts:
            place = place_in(part.row)
            rank = place[0] if place else 1
            self.chosen[part.position] = [
                (Chosen(cell, rank),) if cell and rank <= counts(len(options)) and not NOTHING.fullmatch(cell) else ()
                for cell in self.table[part.position]
            ]

    def _rows(self, parts: Sequence[Heading]) -> None:
        """Rows of a grid, where what stands in them is a mark, known or not; or one row, which holds the answer."""
        if len(parts) > 1:
            self._ticked(parts)
        elif parts:
            self._listed(parts)

    def _listed(self, parts: Sequence[Heading]) -> None:
        """Several options in a cell, perhaps in order."""
        options, ordered = cut([cell for part in parts for cell in self.table[part.position]])
        named = [[name for option in row if (name := self._named(option, parts[0]))] for row in options]
        every = {name.casefold() for row in named for name in row}
        if ordered or asks_for_order(self.asked):
            first = best_first(self.asked) is not False
        elif _are_orders(named):
            first = self._direction()
        else:
            first = None
        lines = iter(named)
        for part in parts:
            self.chosen[part.position] = [
                tuple(_in_order(row, len(every), first=first)) for row in islice(lines, self.lines)
            ]

    def _named(self, option: str, part: Heading) -> str:
        """What an option names, without the "Other" before own words; empty where it names nothing."""
        own = _OWN_WORDS.fullmatch(option)
        name = own["words"].strip() if own else option
        if EVERYTHING.fullmatch(name):
            self._ask_about(part, name)
            return ""
        return "" if NOTHING.fullmatch(name) else name

    def _own_words(self, cell: str) -> tuple[Chosen, ...]:
        if not cell or NOTHING.fullmatch(cell) or mark_of(cell) is not None:
            return ()
        return (Chosen(cell),)

    def _joint(self, part: Heading) -> None:
        """Of a cell that holds all options once more, the own words behind them where "Other" was ticked."""
        labels = sorted((p.row for p in self.parts if p.row), key=len, reverse=True)
        others = [p.position for p in self.parts if NOTHING.fullmatch(p.row) and p.kind in (Kind.TICK, Kind.CHOICE)]
        written = [p.position for p in self.parts if p.kind is Kind.OTHER]
        found: list[tuple[Chosen, ...]] = []
        for line, cell in enumerate(self.table[part.position]):
            ticked = any(mark_of(self.table[position][line]) for position in others)
            already = any(self.chosen[position][line] for position in written)
            found.append(_left_over(cell, labels) if ticked and not already else ())
        self.chosen[part.position] = found


def _left_over(cell: str, labels: Sequence[str]) -> tuple[Chosen, ...]:
    for label in labels:
        cell = cell.replace(label, "\n", 1)
    words = [text for piece in cell.split("\n") if (text := piece.strip(" ,;|/"))]
    return (Chosen(words[-1]),) if words else ()


def _are_orders(rows: Sequence[Sequence[str]]) -> bool:
    """Whether nearly all lists hold the same options, three or more, in different orders."""
    filled = [tuple(name.casefold() for name in row) for row in rows if row]
    if len(filled) < 3:
        return False
    same, times = Counter(frozenset(row) for row in filled).most_common(1)[0]
    alike = {row for row in filled if frozenset(row) == same}
    return len(same) >= 3 and times >= _ALIKE * len(filled) and len(alike) > 1


def _in_order(row: Sequence[str], options: int, *, first: bool | None) -> Iterable[Chosen]:
    """The options of one cell; of options in order, the best-placed ones with their places."""
    if first is None:
        return [Chosen(name) for name in row]
    ordered = row if first else row[::-1]
    return [Chosen(name, rank) for rank, name in enumerate(ordered[: counts(options)], 1)]
