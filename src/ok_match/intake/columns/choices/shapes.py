"""What the cells below a question look like, whatever its words: ticks, ranks, ratings, lists of options, codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from ok_match.intake.columns.profile import DAYS, SAMPLE, names_time
from ok_match.intake.files.cleaning import is_answer

from .marks import are_repeated, chosen, mark_of, share_of_marks
from .parts import Kind, Question
from .pieces import cut
from .ranks import are_ranks, asks_for_order, place_in, rank_of
from .words import GRADE, OTHER, RATED

_NUMBER = re.compile(r"\d{1,3}(?:\.0)?")
#: A number with a comma in it, which is not a list of two.
_DECIMAL = re.compile(r"\d+,\d+")
#: More words than these in common are no marks.
_FEW = 7
#: Options that more words than these are no options.
_WORDS = 12


class Shape(StrEnum):
    """What the cells below a question look like; ``unclear``: options with marks in the cells that nobody knows."""

    PLAIN = "plain"
    TICKS = "ticks"
    RANKS = "ranks"
    GRADES = "grades"
    LIST = "list"
    CODES = "codes"
    UNCLEAR = "unclear"

    @property
    def several(self) -> bool:
        """Whether each person chose among many options, and could choose several."""
        return self in (Shape.TICKS, Shape.RANKS, Shape.LIST, Shape.CODES, Shape.UNCLEAR)


def are_times(labels: Sequence[str]) -> bool:
    """Whether most labels are times to meet."""
    return sum(names_time(label) for label in labels) * 2 > len(labels)


def kinds_of(stem: str, labels: Sequence[str], columns: Sequence[Sequence[str]]) -> list[Kind]:
    """What each column is to the question that they share.

    Columns whose labels are times to meet stay rows of a grid, except that a cell may repeat its label.
    """
    others = [OTHER.fullmatch(label) is not None for label in labels]
    main = [index for index, other in enumerate(others) if not other]
    texts, cells = [labels[index] for index in main], [columns[index] for index in main]
    each = _each(stem, texts, cells)
    return [
        each if index in main and each else _alone(labels[index], columns[index], other=others[index], among=each)
        for index in range(len(labels))
    ]


def _each(stem: str, labels: Sequence[str], columns: Sequence[Sequence[str]]) -> Kind | None:
    """What all columns with options are alike; ``None`` where each is judged by itself."""
    if not labels:
        return None
    if are_repeated(labels, columns):
        return Kind.CHOICE
    if are_times(labels):
        return None
    if are_places(labels, columns):
        return Kind.PLACE
    if are_ranks(columns, asked=asks_for_order(stem)):
        return Kind.RANK
    return Kind.TICK if share_of_marks(labels, columns) >= 0.5 and not are_grades(columns) else None


def _alone(label: str, cells: Sequence[str], *, other: bool, among: Kind | None) -> Kind:
    filled = [cell for cell in cells if cell]
    if other:
        # A mark at "Other" names nothing; what is written there does.
        marks = among is Kind.TICK and all(chosen(cell, label) is not None for cell in filled)
        return Kind.TICK if marks and filled else Kind.CHOICE if are_repeated([label], [cells]) else Kind.OTHER
    return Kind.CHOICE if are_repeated([label], [cells]) else Kind.ROW


def are_places(labels: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether labels are places, "1st choice" and so on, and the cells are options that recur."""
    places = [place_in(label) for label in labels]
    if len(places) < 2 or not all(places) or [place[0] for place in places if place] != list(range(1, len(places) + 1)):
        return False
    cells = [cell for column in columns for cell in column if is_answer(cell)]
    if all(mark_of(cell) is not None for cell in set(cells)):
        return False
    if not cells or all(_NUMBER.fullmatch(cell) for cell in cells) or any(DAYS.search(cell) for cell in cells[:5]):
        return False
    times = Counter(cell.casefold() for cell in cells)
    recurring = sum(count for count in times.values() if count > 1)
    return 2 * recurring >= len(cells) and max(len(cell.split()) for cell in times) <= _WORDS


def are_grades(columns: Sequence[Sequence[str]]) -> bool:
    """Whether nearly all cells are steps of a scale, and more than two steps occur, or other words than yes and no."""
    seen = Counter(cell.casefold() for cells in columns for cell in cells if cell)
    grades = sum(count for cell, count in seen.items() if GRADE.fullmatch(cell))
    return bool(seen) and 10 * grades >= 9 * seen.total() and not set(seen) <= {"0", "1"}


def shape_of(question: Question, columns: Sequence[Sequence[str]]) -> Shape:
    """What the cells below a question look like."""
    kinds = question.kinds()
    if kinds & {Kind.RANK, Kind.PLACE}:
        return Shape.RANKS
    if kinds & {Kind.TICK, Kind.CHOICE} and Kind.ROW not in kinds and len(question.parts) > 1:
        return Shape.TICKS
    cells = [columns[part.position] for part in question.parts]
    if len(question.parts) > 1:
        if are_times([part.label for part in question.parts]):
            return Shape.PLAIN
        rows = [columns[part.position] for part in question.parts if part.kind is Kind.ROW]
        return Shape.GRADES if are_grades(cells) else Shape.UNCLEAR if share_marks(rows) else Shape.PLAIN
    if question.parts[0].kind is Kind.WHOLE and RATED.search(question.text) and are_grades(cells):
        return Shape.GRADES
    return _of_list([cell for cell in cells[0] if is_answer(cell)][:SAMPLE])


def share_marks(columns: Sequence[Sequence[str]]) -> bool:
    """Whether several columns were answered by the same few words, which are then marks of some kind."""
    seen = [{cell.casefold() for cell in cells if cell} for cells in columns]
    times = Counter(cell for cells in seen for cell in cells)
    alike = sum(count > 1 for count in times.values())
    return len(columns) > 1 and 0 < len(times) <= _FEW and alike * 2 > len(times)


def _of_list(cells: Sequence[str]) -> Shape:
    """Whether cells hold options chosen from a list, several in some: short pieces most of which recur."""
    if 2 * sum(bool(_DECIMAL.fullmatch(cell)) for cell in cells) > len(cells):
        return Shape.PLAIN
    options = cut(cells).options
    times = Counter(option.casefold() for row in options for option in row)
    several = sum(len(row) > 1 for row in options)
    recurring = sum(count for count in times.values() if count > 1)
    rare = 10 * recurring < 6 * times.total() or 10 * len(times) > 8 * times.total()
    if several < 2 or 6 * several < len(cells) or rare:
        return Shape.PLAIN
    words = sum(len(option.split()) * count for option, count in times.items()) / times.total()
    if words > 7 or any("@" in option for option in times) or sum(bool(DAYS.search(o)) for o in times) * 3 > len(times):
        return Shape.PLAIN
    if all(_NUMBER.fullmatch(option) or rank_of(option) for option in times):
        return Shape.CODES
    return Shape.LIST
