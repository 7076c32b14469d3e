"""How far two written names can be of one person: the same, near, faintly alike, or different."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from ok_match.model.people.given_names import ALSO_CALLED, CALLED
from ok_match.model.people.spelling import distance


class Likeness(IntEnum):
    """What two names have in common, the least first.

    ``FAINT``: one of the names, or a letter apart. ``NEAR``: a slip of the pen, a short form, an initial, a part left
    out. ``SAME``: nothing but case, accents, punctuation, order and titles differ.
    """

    DIFFERENT = 0
    FAINT = 1
    NEAR = 2
    SAME = 3


_TITLES = frozenset("mr mrs ms miss mx dr prof rev sir dame herr frau mme phd md mba cpa esq rn".split())
#: What tells a parent from a child of the same name.
_GENERATION = frozenset("jr sr junior senior ii iii iv".split())
_ASIDE = re.compile(r"[(\[“\"].*?[)\]”\"]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Characters of a name that are looked at.
_LONGEST = 120
_DOUBLED = re.compile(r"(.)\1+")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "'": None, "’": None})


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles and without what stands in brackets; "Ortega, Ana" in that order."""
    plain = unicodedata.normalize("NFKD", name[:_LONGEST].casefold().translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = tuple(_WORD.findall(_ASIDE.sub(" ", plain))) or tuple(_WORD.findall(plain))
    return tuple(word for word in words if word not in _TITLES) or words


def generation(name: str) -> str:
    """What tells somebody from a parent or child of the same name: "jr", "sr", "iii"; empty where nothing does."""
    return next((word for word in name_words(name)[1:] if word in _GENERATION), "")


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str) -> Likeness:  # noqa: PLR0911 - one return a reason
    """How alike two names are; a missing name contradicts nothing."""
    a, b = name_words(one), name_words(other)
    if not a or not b or sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return Likeness.SAME
    if set(a) & _GENERATION != set(b) & _GENERATION and set(a) & _GENERATION and set(b) & _GENERATION:
        return Likeness.DIFFERENT
    a, b = (tuple(word for word in words if word not in _GENERATION) or words for words in (a, b))
    if sorted(a) == sorted(b):
        return Likeness.NEAR
    if len(a) == 1 or len(b) == 1:
        (word, *_), rest = (a, b) if len(a) == 1 else (b, a)
        if len(rest) == 1:
            return Likeness.NEAR if _fits(word, rest[0]) else _faintly(word, rest[0])
        if _jumbled("".join(a), "".join(b)):
            return Likeness.NEAR
        return Likeness.NEAR if any(_fits(word, other) for other in (rest[0], rest[-1])) else Likeness.DIFFERENT
    return max(_in_order(a, b), _swapped(a, b), _jumbled("".join(a), "".join(b)))


def _in_order(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    given, surname = _fits(a[0], b[0]), _share_surname(a, b)
    slips = (not _exact(a[0], b[0])) + (a[-1] != b[-1])
    if given and surname and _middle_differs(a, b):
        return Likeness.FAINT
    if given and surname:
        return Likeness.NEAR if slips < 2 or len(a) != len(b) or _short(a[0], b[0]) else Likeness.FAINT
    if a[0] == b[0]:
        return Likeness.FAINT
    return _faintly(a[0], b[0]) if a[-1] == b[-1] else Likeness.DIFFERENT


def _middle_differs(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have a middle name, and not the same: "Maria J. Lopez", "Maria T. Lopez"."""
    return len(a) == len(b) > 2 and a[-1] == b[-1] and not any(_fits(x, y) for x in a[1:-1] for y in b[1:-1])


def _swapped(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    crossed = _fits(a[0], b[-1]) and _fits(a[-1], b[0])
    return Likeness.NEAR if crossed and (a[0] == b[-1] or a[-1] == b[0]) else Likeness.DIFFERENT


def _jumbled(one: str, other: str) -> Likeness:
    """Whether two names have the same letters, a blank or their order aside: "AnaRoe", "Ana Reo"."""
    near = len(one) > 5 and one.isalpha() and one[0] == other[0] and sorted(one) == sorted(other)
    return Likeness.NEAR if near else Likeness.DIFFERENT


def _share_surname(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of the surnames fits: of two, people often leave one out."""
    return _fits(a[-1], b[-1]) or bool(set(a[1:]) & set(b[1:]) - {word for word in a if len(word) < 4})


def _exact(one: str, other: str) -> bool:
    return one == other or other in CALLED.get(one, ()) or other in ALSO_CALLED.get(one, ())


def _short(one: str, other: str) -> bool:
    return len(one) == 1 or len(other) == 1 or _exact(one, other)


def _fits(one: str, other: str) -> bool:
    """Whether two words can be the same name: equal, an initial, a short form, or a slip of the pen; no numbers."""
    if not (one.isalpha() and other.isalpha()):
        return one == other
    if _exact(one, other) or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    if _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return min(len(one), len(other)) > 2
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < 5:
        return min(len(one), len(other)) > 2 and longest > 4 and one[0] == other[0] and distance(one, other, 1) <= 1
    most = 2 if longest >= 8 else 1
    return distance(one, other, most) <= most


def _faintly(one: str, other: str) -> Likeness:
    return (
        Likeness.FAINT if one.isalpha() and one[0] == other[0] and distance(one, other, 1) <= 1 else Likeness.DIFFERENT
    )
