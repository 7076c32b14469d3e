"""Answers that are kept as they are, or made into something that can be compared: bands, yes or no, ratings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ok_match.intake.columns.fields import KEPT
from ok_match.intake.files.cleaning import is_answer
from ok_match.model import Grade, Place, Trait
from ok_match.model.languages import LANGUAGES, plain_words
from ok_match.model.people.trait_text import band_edge

from .amounts import Amount, revenue, team_size, years
from .modes import meeting_mode
from .ratings import nearest_step, rating
from .zones import offset_label, utc_offset

#: All traits, in the order in which a participant has them.
TRAITS = (
    "preferred_name", "role", "town", "specialty", "earlier_group", "keep_apart", "sit_with", "consent", "share_contact", "notes",
    "years", "team_size", "revenue", "mode", "time_zone", "facilitate", "ratings", "phone", "pronouns", "access",
    "availability",
)  # fmt: skip
_YES = re.compile(
    r"(y|yes|yep|yeah|sure|true|1|ok|okay|happy to"
    r"|of course|absolutely|definitely|gladly|willing|please do|checked|x|✓|✔"
    r"|ja|oui|s[ií]|i (would|will|can|do|agree))(?!\w)(?!,? but (not|no|only))",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(n|no|nope|false|0|not|never|please don'?t|i'?d rather not|rather not|prefer not|nein|non)\b", re.IGNORECASE
)
#: Answers to a question about other people that name nobody.
_NOBODY = re.compile(r"(no|nope|nobody|no[ -]?one|not really|no thanks|none that .*|not that .*)[.! ]*", re.IGNORECASE)
_ABOUT_PEOPLE = {"keep_apart", "sit_with"}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a sheet as a whole writes what single answers leave open.

    Attributes
    ----------
    european : bool
        Whether numbers are written with a decimal comma.
    year : int or None
        The year of the latest answer, to which "since 2009" is counted.
    top : int
        The highest rating that can be given.
    """

    european: bool = False
    year: int | None = None
    top: int = 5


#: The fields of a trait that an answer gives; ``None`` where it is not clear.
Typed = Mapping[str, Any] | None


def trait_of(name: str, text: str, place: Place, habits: Habits) -> Trait | None:
    """The trait that an answer gives; ``None`` where nothing was said, or nothing clear."""
    if not is_answer(text) or (name in _ABOUT_PEOPLE and _NOBODY.fullmatch(text)):
        return None
    if name in _READERS:
        typed = _READERS[name](text, habits)
        return Trait(name=name, place=place, original=text, **typed) if typed else None
    edge = band_edge(text) if name.startswith(KEPT) else None
    banded = {} if edge is None else {"edge": edge}
    return Trait(name=name.removeprefix(KEPT), values=(text,), place=place, **banded)


def yes_or_no(text: str) -> bool | None:
    """Whether an answer says yes; ``None`` where it says neither yes nor no."""
    plain = text.strip().replace("’", "'")
    if _NO.match(plain):
        return False
    return True if _YES.match(plain) else _yes_or_no_abroad(plain_words(text))


def _yes_or_no_abroad(words: str) -> bool | None:
    """The same for an answer in another language."""
    if any(language.no.match(words) for language in LANGUAGES.values()):
        return False
    return True if any(language.yes.match(words) for language in LANGUAGES.values()) else None


def _amount(amount: Amount | None) -> Typed:
    return {"values": (amount.band,), "number": amount.number} if amount else None


def _answer(text: str) -> Typed:
    yes = yes_or_no(text)
    return None if yes is None else {"values": ("yes" if yes else "no",), "yes": yes}


def _mode(text: str) -> Typed:
    mode = meeting_mode(text)
    return {"values": (mode.value,), "mode": mode} if mode else None


def _zone(text: str) -> Typed:
    offset = utc_offset(text)
    return None if offset is None else {"values": (offset_label(offset),), "offset": offset}


def _grades(text: str, habits: Habits) -> Typed:
    """The ratings in an answer, one a line: ``Integrity: 4``."""
    lines = [line.rpartition(": ") for line in text.splitlines()]
    rated = [(label or "rating", rating(written, habits.top)) for label, _, written in lines]
    grades = tuple(Grade(label=label, step=nearest_step(value)) for label, value in rated if value is not None)
    return {"values": tuple(f"{grade.label}: {grade.step}" for grade in grades), "grades": grades} if grades else None


#: Traits that are amounts, and how each is read.
AMOUNTS: Mapping[str, Callable[[str, Habits], Amount | None]] = {
    "team_size": lambda text, _: team_size(text),
    "revenue": lambda text, habits: revenue(text, european=habits.european),
    "years": lambda text, habits: years(text, habits.year),
}
_READERS: Mapping[str, Callable[[str, Habits], Typed]] = {
    "team_size": lambda text, habits: _amount(AMOUNTS["team_size"](text, habits)),
    "revenue": lambda text, habits: _amount(AMOUNTS["revenue"](text, habits)),
    "years": lambda text, habits: _amount(AMOUNTS["years"](text, habits)),
    "share_contact": lambda text, _: _answer(text),
    "facilitate": lambda text, _: _answer(text),
    "mode": lambda text, _: _mode(text),
    "time_zone": lambda text, _: _zone(text),
    "ratings": _grades,
}
