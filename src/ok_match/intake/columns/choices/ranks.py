"""Places in an order: as a number in a cell, as the header of a column, and as the order of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from .marks import mark_of
from .words import BEST_IS_LAST, BEST_IS_ONE, ORDER

#: The best-placed options that count, at most.
MOST = 3
#: The share of cells below options in order that may be marks instead of numbers, and the longest other slip.
_STRAY, _SLIP = 0.15, 3
#: The share of lines without a tie from which on numbers are an order, where it is asked for and where it is not.
_ORDERS_ASKED, _ORDERS = 0.6, 0.85
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "top": 1, "primary": 1, "secondary": 2, "erste": 1, "zweite": 2, "dritte": 3, "premier": 1, "première": 1,
    "deuxième": 2, "troisième": 3, "primera": 1, "primero": 1, "segunda": 2, "segundo": 2, "tercera": 3, "tercero": 3,
}  # fmt: skip
_IN_CELL = re.compile(
    r"(?:(?:rank|choice|priority|place|no|nr)\.? ?)?#?(\d{1,2})(?:\.0)?(?:st|nd|rd|th|\.|º|ª)?"
    r"(?: ?(?:choice|priority|place))?(?: ?[-–:(=].*)?",
    re.IGNORECASE,
)
_NOUN = r"(?:choice|priority|preference|rank(?:ed)?|place|pick|option|topic|interest|most important|position)"
#: A place in a header: "1st choice", "Priority 2", "Rank #3", "Second most important topic".
_IN_HEADER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<number>\d{{1,2}})(?:st|nd|rd|th)\b(?=.*\b{_NOUN}|\s*$)",
        rf"\b(?P<word>{'|'.join(_ORDINALS)})\b(?=\W+(?:\w+\W+){{0,3}}?{_NOUN})(?:\W+most important\b)?",
        rf"\b(?:{_NOUN}|number|no\.?|nr\.?)\W{{0,3}}(?P<number>\d{{1,2}})\b",
        r"^#\s*(?P<number>\d{1,2})$",
        r"^(?P<number>\d{1,2})(?:st|nd|rd|th)?$",
        rf"^(?P<word>{'|'.join(_ORDINALS)})$",
        r"\bmost important\b(?P<number>)",
    )
)


@lru_cache(maxsize=50_000)
def rank_of(cell: str) -> int | None:
    """The place that a cell gives: "2", "2nd", "#2", "Rank 2", "second"; ``None`` where it gives none."""
    text = " ".join(cell.split()).casefold().strip("()[]")
    word, _, noun = text.partition(" ")
    if word in _ORDINALS and (not noun or re.fullmatch(_NOUN, noun)):
        return _ORDINALS[word]
    match = _IN_CELL.fullmatch(text)
    number = int(match[1]) if match else 0
    return number or None


@lru_cache(maxsize=10_000)
def place_in(header: str) -> tuple[int, str] | None:
    """The place that a header names, and the header without it; ``None`` where it names none."""
    for pattern in _IN_HEADER:
        match = pattern.search(header)
        if match:
            word = match.groupdict().get("word")
            number = _ORDINALS[word.casefold()] if word else int(match["number"] or 1)
            rest = f"{header[: match.start()]} {header[match.end() :]}"
            return number, " ".join(re.sub(r"[^\w?]+", " ", rest).split()).casefold()
    return None


def asks_for_order(question: str) -> bool:
    """Whether a question asks to put things in order."""
    return ORDER.search(question.replace("’", "'")) is not None


def best_first(question: str) -> bool | None:
    """Whether 1, or the first, is the best place by the words of a question; ``None`` where they leave it open."""
    if BEST_IS_LAST.search(question):
        return False
    return True if BEST_IS_ONE.search(question) else None


def is_slip(cell: str) -> bool:
    """Whether a cell may stand where a place belongs: a mark, known or not, and no words."""
    return len(cell) <= _SLIP or mark_of(cell) is not None


def are_ranks(columns: Sequence[Sequence[str]], *, asked: bool = False) -> bool:
    """Whether columns hold places: numbers from 1, each at most once a line, and together a number an option.

    A few people tick where they should number, or give two options the same place; that does not undo the others'.

    Parameters
    ----------
    asked : bool
        Whether the question asks for an order: then more lines with the same number twice are forgiven.
    """
    most = len(columns)
    times = Counter(cell for cells in columns for cell in cells if cell)
    ranks = {cell: rank_of(cell) for cell in times}
    numbers = {rank for rank in ranks.values() if rank}
    stray = [cell for cell, rank in ranks.items() if rank is None and mark_of(cell) is not False]
    strays = sum(times[cell] for cell in stray)
    if most < 2 or not {1, 2} <= numbers or max(numbers) > most or strays > _STRAY * times.total():
        return False
    # Words below some of the options are no slips of the pen.
    if not all(map(is_slip, stray)):
        return False
    lines = [[rank for cell in line if cell and (rank := ranks[cell])] for line in zip(*columns, strict=True)]
    several = [line for line in lines if len(line) > 1]
    orders = sum(len(set(line)) == len(line) for line in several)
    # Two columns of a scale of two agree by chance too often to be an order.
    if most == 2 and not asked:
        return False
    return bool(several) and orders >= (_ORDERS_ASKED if asked else _ORDERS) * len(several)


def counts(options: int) -> int:
    """How many of the best-placed options count where so many were put in order: the top half, and at most three."""
    return max(1, min(MOST, options // 2))
