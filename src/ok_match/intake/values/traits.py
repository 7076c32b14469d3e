"""Answers that are kept as they are or made into something that can be compared: bands, yes or no, ratings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ok_match.intake.columns.fields import KEPT
from ok_match.intake.files.cleaning import is_answer
from ok_match.model import Place, Trait

from .amounts import Amount, revenue, team_size, years
from .ratings import rating
from .zones import meeting_mode, time_zone

#: All traits, in the order in which a participant has them.
TRAITS = (
    "role", "town", "specialty", "earlier_group", "keep_apart", "sit_with", "consent", "share_contact", "notes",
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


_NOBODY = re.compile(r"(no|nope|nobody|no[ -]?one|not really|no thanks|none that .*|not that .*)[.! ]*", re.IGNORECASE)
_ABOUT_PEOPLE = {"keep_apart", "sit_with"}


def yes_or_no(text: str) -> str | None:
    """Read an answer as ``yes`` or ``no``; ``None`` where it is neither."""
    plain = text.strip().replace("’", "'")
    return "no" if _NO.match(plain) else "yes" if _YES.match(plain) else None


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


def trait_of(name: str, text: str, place: Place, habits: Habits) -> Trait | None:
    """Make the trait of one answer; ``None`` where nothing was said, or nothing clear."""
    if not is_answer(text) or (name in _ABOUT_PEOPLE and _NOBODY.fullmatch(text)):
        return None
    called = name.removeprefix(KEPT)
    if name in AMOUNTS:
        amount = AMOUNTS[name](text, habits)
        if amount is None:
            return None
        return Trait(name=called, values=(amount.band,), place=place, original=text, number=amount.number)
    if name in _WORDS:
        word = _WORDS[name](text)
        return Trait(name=called, values=(word,), place=place, original=text) if word else None
    if name == "ratings":
        graded = [
            (label, rating(grade, habits.top))
            for label, _, grade in (line.rpartition(": ") for line in text.splitlines())
        ]
        values = tuple(f"{label or 'rating'}: {grade.band}" for label, grade in graded if grade)
        return Trait(name=called, values=values, place=place, original=text) if values else None
    return Trait(name=called, values=(text,), place=place)


#: Traits that are amounts, and how each is read.
AMOUNTS: dict[str, Callable[[str, Habits], Amount | None]] = {
    "team_size": lambda text, _: team_size(text),
    "revenue": lambda text, habits: revenue(text, european=habits.european),
    "years": lambda text, habits: years(text, habits.year),
}
_WORDS: dict[str, Callable[[str], str | None]] = {
    "share_contact": yes_or_no,
    "facilitate": yes_or_no,
    "mode": meeting_mode,
    "time_zone": time_zone,
}
