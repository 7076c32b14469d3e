"""What the values of a column look like: the third clue to its field, beside its question and what that means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ok_match.intake.files.cleaning import is_answer
from ok_match.model import EMAIL

from .asking.lookalikes import is_past

#: Cells that are looked at; a column does not change further down.
SAMPLE = 400
DAYS = re.compile(
    r"(?<![^\W_])(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:days?)?(?![^\W_])"
    r"|(?<![^\W_])(?:early |late )?(?:morning|afternoon|evening|lunch(?: ?time| hour)|noon|midday|night)s?(?![^\W_])"
    r"|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b(?:weekdays?|weekends?)\b|\b\d{1,2}[:h]\d\d\b|\b\d{1,2} ?(?:h|uhr)\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|vormittag|nachmittag|abend)"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|apr[eè]s-midi|soir)"
    r"|\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|tardes?|noches?|ma[nñ]anas?)\b"
    r"|\b(?:segunda|ter[cç]a|quarta|quinta|sexta)-feira\b|\b(?:manh[aã]|noite)\b"
    r"|\b(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|domenica|mattina|pomeriggio|sera)\b"
    r"|\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ochtend|middag|avond)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*",
    re.IGNORECASE,
)
#: Times as values: a meal alone is no time to meet.
MODES = re.compile(r"\b(in[- ]person|face[- ]to[- ]face|online|virtual|remote|zoom|video|either|hybrid|both)\b", re.I)
_YES_NO = re.compile(
    r"(yes|no|y|n|true|false|0|1|x|✓|maybe|i (agree|accept|consent|understand|promise|do|don'?t)( .*)?"
    r"|(yes|no)[,.;:! -].*|agreed?|accepted?|ja|nein|oui|non|s[ií])\W*",
    re.IGNORECASE,
)
#: The ends of a scale in a label, which are no day and month: "(1-5)".
_SCALE = re.compile(r"\(\s*[01]\s*(?:-|–|to)\s*(?:[3-7]|10)\s*\)")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*|\d{5}(\.\d+)?")
_MEALS = re.compile(
    r"\b(breakfast|brunch|lunch|dinner|supper|vegetarian|vegan|fish|meat|chicken|gluten|halal|kosher|salad|soup"
    r"|sandwich(es)?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"#?\d{1,12}([.,]0+)?(st|nd|rd|th)?|-?\d{1,3}\.\d+,? ?-?\d{1,3}\.\d+")
_POSTCODE = re.compile(r"\d{4,6}(?:\.0)?|\d{5}-\d{3,4}")
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(,? [^\W\d_][\w.'’-]*){1,4}")
_PIECE = re.compile(r"[;,\n|]")


_PART = re.compile(r"[ap]\.?m\.?|eve|\d{1,2}(?::?\d\d)?(?:[ _-]\d{1,2}(?::?\d\d)?)? ?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_SIGNS = " _-.:?"
#: Where the words of "mon_am" and "MonEve" meet.
_JOINTS = re.compile(r"_|(?<=[a-z])(?=[A-Z])")


def names_time(label: str) -> bool:
    """Whether a label names a time at which people could meet: a day, a part of it, a clock time or a date."""
    return has_time(label) and not is_past(label.casefold())


def has_time(label: str) -> bool:
    """Whether there is a time in a label, be it one of the past: "Attended kick-off Tue 13 Jan"."""
    spaced = _JOINTS.sub(" ", label)
    return bool(DAYS.search(spaced) or _DATED.search(_SCALE.sub(" ", spaced)))


def is_day(text: str) -> bool:
    """Whether a text is a day of the week and nothing else."""
    return DAYS.fullmatch(text.strip(_SIGNS)) is not None


def is_part_of_day(label: str) -> bool:
    """Whether a label is a part of a day and nothing else, as in "mon_am" and "Monday [6-8 pm]"."""
    text = label.strip(_SIGNS)
    return _PART.fullmatch(text) is not None or DAYS.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares, from 0 to 1, of a column's filled cells that look like something.

    Attributes
    ----------
    filled : int
        Filled cells that were looked at.
    words : float
        Words of a cell, on average.
    distinct : float
        Different answers a filled cell.
    recurs : bool
        Whether the cells look ticked from a list.
    """

    filled: int
    addresses: float
    yes_no: float
    dates: float
    numbers: float
    digits: float
    names: float
    days: float
    modes: float
    words: float
    distinct: float
    recurs: bool
    meals: float = 0.0
    postcodes: float = 0.0


def profile_of(cells: Sequence[str]) -> Profile:
    """The profile of the first filled cells of a column, or of all the columns of one question."""
    seen: list[str] = []
    for cell in cells:
        text = cell.strip()
        if text:
            seen.append(text[:2000])
        if len(seen) == SAMPLE:
            break
    answers = [text for text in seen if is_answer(text)] or seen
    size = max(1, len(answers))

    def share(pattern: re.Pattern[str], *, whole: bool = True) -> float:
        return sum(bool(pattern.fullmatch(text) if whole else pattern.search(text)) for text in answers) / size

    return Profile(
        filled=len(seen),
        addresses=share(EMAIL),
        yes_no=share(_YES_NO),
        dates=share(_DATE),
        numbers=share(_NUMBER),
        digits=share(_DIGIT, whole=False),
        names=share(_NAME),
        days=share(DAYS, whole=False),
        modes=share(MODES, whole=False),
        words=sum(len(text.split()) for text in answers) / size,
        distinct=len({text.casefold() for text in answers}) / size,
        recurs=_recurs(answers),
        meals=share(_MEALS, whole=False),
        postcodes=share(_POSTCODE),
    )


def _recurs(cells: Sequence[str]) -> bool:
    """Whether cells look ticked from a list: most of their pieces occur more than once."""
    pieces = Counter(piece.strip() for cell in cells for piece in _PIECE.split(cell) if piece.strip())
    return bool(pieces) and sum(n for n in pieces.values() if n > 1) * 10 >= sum(pieces.values()) * 6


def fits(field: str, seen: Profile) -> float:
    """How well such values can be answers to a field, from 0 (not at all) to 1."""
    if seen.filled < 2:
        return 1.0  # a single row proves nothing
    if seen.addresses > 0.5:
        return 1.0 if field in {"email", "keep_apart", "sit_with"} else 0.05
    fit = _FITS.get(field)
    return fit(seen) if fit else 1.0


def _prose(seen: Profile) -> float:
    """The fit of answers in own words: longer than a label, and not from a short list."""
    if seen.numbers > 0.7:
        return 0.0
    if seen.dates > 0.6 or seen.yes_no > 0.7:
        return 0.1
    if seen.recurs and seen.words < 4 and seen.distinct < 0.6:
        return 0.15
    return 1.0 if seen.words >= 3 or not seen.recurs else 0.5


def _label(seen: Profile) -> float:
    """The fit of names and kinds: a few words; a place, a rating, a yes or a no is never the name of anything."""
    if seen.yes_no > 0.7 or (seen.numbers > 0.7 and seen.distinct < 0.9):
        return 0.0
    if seen.dates > 0.5:
        return 0.1
    return 1.0 if seen.words <= 7 else 0.4 if seen.words <= 14 else 0.1


def _name(seen: Profile) -> float:
    """The fit of names; numbers that are all different may stand for people, but only a plain header says so."""
    return min(_label(seen), 0.1 if seen.numbers > 0.7 else 1.0)


def _about_people(seen: Profile) -> float:
    """The fit of answers that speak of other people, and not of times."""
    return 0.1 if (seen.days > 0.6 and seen.recurs) or seen.numbers > 0.6 or seen.dates > 0.6 else 1.0


def _amount(seen: Profile) -> float:
    return 1.0 if seen.digits > 0.3 else 0.2


def _assent(seen: Profile) -> float:
    return 1.0 if seen.yes_no > 0.4 else 0.7 if seen.distinct < 0.3 else 0.2


_FITS: dict[str, Callable[[Profile], float]] = {
    "goals": _prose,
    "obstacles": _prose,
    "opportunities": _prose,
    "offers": _prose,
    "themes": lambda seen: float(seen.recurs and seen.yes_no < 0.5) * (0.3 if seen.days > 0.6 else 1.0),
    "availability": lambda seen: (
        0.0 if seen.meals > 0.5 and seen.days < 0.5 else 1.0 if seen.days > 0.3 else 0.6 if seen.recurs else 0.4
    ),
    "name": lambda seen: _name(seen) if seen.words <= 6 else 0.1,
    "first_name": lambda seen: _name(seen) if seen.words <= 4 else 0.1,
    "last_name": lambda seen: _name(seen) if seen.words <= 4 else 0.1,
    **dict.fromkeys(
        ("middle_name", "name_prefix", "name_suffix", "preferred_name"),
        lambda seen: _label(seen) if seen.words <= 4 else 0.1,
    ),
    "email": lambda seen: 1.0 if seen.addresses > 0.3 else 0.8,
    "timestamp": lambda seen: 1.0 if seen.dates > 0.5 else 0.2,
    "team_size": _amount,
    "revenue": _amount,
    "years": _amount,
    "phone": _amount,
    "time_zone": lambda seen: 0.0 if seen.days > 0.5 else 1.0,
    "mode": lambda seen: 1.0 if seen.modes > 0.3 else 0.2,
    "consent": _assent,
    "share_contact": _assent,
    "facilitate": _assent,
    "keep_apart": _about_people,
    "sit_with": _about_people,
    "organisation": _label,
    "industry": _label,
    # A postcode tells the town; other numbers, and where a computer seems to stand, do not.
    "town": lambda seen: 1.0 if seen.postcodes > 0.6 else _label(seen) if seen.numbers <= 0.6 else 0.0,
    "role": _label,
}


def speaks_for(seen: Profile) -> tuple[str, int] | None:
    """The field that the values alone give away, and how surely, in percent; ``None`` where they give away none."""
    if seen.addresses >= 0.6:
        return "email", 95
    # Moments that are all different are when somebody did something, not when people could meet.
    moments = seen.dates > 0.6 and seen.distinct > 0.8
    if seen.filled >= 3 and seen.days > 0.8 and (seen.recurs or seen.words < 4) and seen.words < 12 and not moments:
        return "availability", 75
    if seen.filled >= 3 and seen.modes > 0.9 and seen.distinct < 0.5 and seen.words < 6:
        return "mode", 70
    return None
