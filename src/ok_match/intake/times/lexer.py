"""A text about times cut into tokens: days, parts of the day, clock times, dates, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ok_match.intake.values.zones import utc_offset

from .vocabulary import Meaning, phrases, plain, words


class Clock(NamedTuple):
    """A time on a clock as it was written: minutes since midnight, and whether it says which half of the day.

    ``halved`` is whether it says so by "am" or "pm", not by the clock of 24 hours.
    """

    minutes: int
    sure: bool
    halved: bool = False


class Token(NamedTuple):
    """One word, number or mark. ``others`` are what else it may mean; ``raised`` whether it has a capital."""

    kind: str
    value: Any = None
    text: str = ""
    others: tuple[Meaning, ...] = ()
    raised: bool = False

    def means(self, kind: str) -> bool:
        """Whether the token is of a kind, or may be."""
        return self.kind == kind or any(other.kind == kind for other in self.others)


_PATTERNS = (
    ("iso", r"(?P<y>(?:19|20)\d\d)-(?P<mo>\d{1,2})-(?P<d>\d{1,2})(?:t(?=\d))?"),
    (
        "numeric",
        r"(?P<n1>\d{1,2})(?P<sep>[./])(?P<n2>\d{1,2})(?:(?P=sep)(?P<n3>\d{4}|\d\d(?!\d|:|\s*[ap]\.?m)))?(?!\s*[ap]\.?m\b|\d|h\b)",
    ),
    (
        "clock",
        r"(?P<h>\d{1,2})(?:\s*(?:[:.h]|uhr)\s*(?P<m>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\b\.?|[ap]\b(?!\s*\d))?"
        r"|\s?(?P<half2>[ap]\.?\s?m\b\.?|[ap]\b(?!\s*\d))|\s?(?P<unit>h\b|hs\b|hrs?\b|uhr\b|heures?\b|horas?\b|uur\b))"
        r"(?:\s?(?:h|hs|hrs|hours|uhr|uur)\b)?(?:\s?o'?clock)?",
    ),
    ("four", r"(?P<f>(?:[01]\d|2[0-3])[0-5]\d)(?!\d)(?:\s?(?P<fh>h|hrs|hours)\b)?"),
    ("nth", r"(?P<nth>\d{1,2})(?:st|nd|rd|th)\b"),
    ("oclock", r"(?P<oc>\d{1,2})\s?o'?clock"),
    ("number", r"\d+"),
    ("offset", r"(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\d\d)?"),
    ("iana", r"[a-z]+/[a-z_]+(?:/[a-z_]+)?"),
    ("place", r"(?P<place>[a-z]+(?: [a-z]+)?(?: (?:standard|daylight|summer))?) time\b"),
)
_LETTERED = ("offset", "iana", "place")
_NUMBERS, _ZONES = (
    tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS if (name in _LETTERED) is lettered)
    for lettered in (False, True)
)
_BETWEEN = re.compile(r"[\s\-]+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\.?")
_STRONG = re.compile(r"[;|\n•·]|[.!](?=\s|$)")
_WEAK = re.compile(r"[,/&+]")
_SPACE = re.compile(r"[\s()\[\]{}:\"“”*_=~@]+")
#: Words that were written as one: "MonAM", "Tue6pm"; and what makes a clock time no other: "6ish".
_SEAMS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{3})(?=\d)")
_ABOUT = re.compile(r"(?<=[\dm])\s?-?ish\b", re.IGNORECASE)
_WEEKNIGHT = re.compile(r"\bweek[ -]?night(s?)\b", re.IGNORECASE)
#: Longer texts are no answers about times.
LONGEST = 400


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text; what no token fits is one of kind ``unknown``."""
    text = _parted(text)
    said = plain(text)
    # Where letters were lost or gained on the way, capitals cannot be told.
    original = text if len(text) == len(said) else said
    return _told(list(_tokens(said, original)))


def may_refuse(text: str) -> bool:
    """Whether a text can hold a word that says "none": quickly told, and only where it is not in doubt."""
    return _refusals().search(plain(_parted(text))) is not None


@lru_cache(maxsize=1)
def _refusals() -> re.Pattern[str]:
    firsts = {word.split()[0] for word, known in words().items() if any(m.kind == "none" for m in known)}
    # Words begin behind whatever is no letter.
    return re.compile(rf"(?<![^\W\d_])(?:no|{'|'.join(sorted(map(re.escape, firsts)))})")


def _parted(text: str) -> str:
    """A text whose words stand apart."""
    return _WEEKNIGHT.sub(r"weekday night\1", _ABOUT.sub("", _SEAMS.sub(" ", text)))


def _tokens(said: str, original: str) -> Iterator[Token]:
    at = 0
    while at < len(said):
        if space := _SPACE.match(said, at):
            at = space.end()
            continue
        token, at = _next(said, original, at)
        if token:
            yield token


def _next(said: str, original: str, at: int) -> tuple[Token | None, int]:  # noqa: PLR0911 - one return a kind
    for name, pattern in _patterns_at(said, at):
        if found := pattern.match(said, at):
            token = _number(name, found)
            if token:
                return token, found.end()
    raised = original[at] != said[at]
    if found := phrases().match(said, at):
        known = words().get(found[0]) or words()[" ".join(_BETWEEN.split(found[0]))]
        end = found.end()
        if end < len(said) and said[end] == "." and known[0].kind in ("day", "part", "month", "short day"):
            end += 1
        return Token(known[0].kind, known[0].value, found[0], known[1:], raised), end
    if found := _STRONG.match(said, at):
        return Token("strong", text=found[0]), found.end()
    if found := _WEAK.match(said, at):
        return Token("weak", text=found[0]), found.end()
    if said[at] == "-":
        return Token("dash", text="-"), at + 1
    if found := _WORD.match(said, at):
        if day := _day_of_compound(found[0]):
            return Token("day", words()[day][0].value, day, (), raised), at + len(day)
        return Token("unknown", text=found[0], raised=raised), found.end()
    return Token("unknown", text=said[at]), at + 1


def _patterns_at(said: str, at: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of numbers and zones that can begin at a place."""
    if said[at].isdigit():
        figures = phrases().match(said, at)
        return () if figures and not figures[0].isdigit() else _NUMBERS
    return _ZONES if "/" in said or " time" in said or said.startswith(("utc", "gmt"), at) else ()


def _day_of_compound(word: str) -> str:
    """The day in "Dienstagabend" or "donderdagavond"; empty for other words."""
    for cut in range(4, len(word) - 3):
        day, part = words().get(word[:cut], ()), words().get(word[cut:].rstrip("."), ())
        if day and part and day[0].kind == "day" and part[0].kind == "part":
            return word[:cut]
    return ""


def _number(name: str, found: re.Match[str]) -> Token | None:  # noqa: PLR0911 - one return a kind
    text = found[0]
    if name == "iso":
        return Token("date", (int(found["y"]), int(found["mo"]), int(found["d"])), text)
    if name == "numeric":
        hour, minute = int(found["n1"]), int(found["n2"])
        if found["sep"] == "." and not found["n3"] and hour < 24 and len(found["n2"]) == 2 and minute < 60:
            return Token("clock", _clock(hour, minute, "", text), text)
        return Token("numeric", (int(found["n1"]), int(found["n2"]), found["n3"] or "", found["sep"]), text)
    if name == "clock":
        clock = _clock(int(found["h"]), int(found["m"] or 0), found["half"] or found["half2"] or "", text)
        return Token("clock", clock, text) if clock else None
    if name == "four":
        year = 1900 <= int(found["f"]) <= 2040 and not found["fh"] and found["f"][2:] not in ("00", "30")
        return None if year else Token("clock", Clock(60 * int(found["f"][:2]) + int(found["f"][2:]), True), text)
    if name == "nth":
        return Token("ordinal", int(found["nth"]), text) if int(found["nth"]) < 32 else None
    if name == "oclock":
        return Token("number", int(found["oc"]), text)
    if name == "number":
        return Token("number", int(text), text) if len(text) < 5 else Token("unknown", text=text)
    offset = utc_offset(found["place"] if name == "place" else text)
    if name == "place" and offset is None:
        offset = utc_offset(found["place"].split()[0])
    return None if offset is None else Token("zone", offset, text)


def _clock(hour: int, minute: int, half: str, text: str) -> Clock | None:
    if half:
        if not 1 <= hour <= 12:
            return Clock(60 * hour + minute, True) if 12 < hour < 24 else None
        return Clock(60 * (hour % 12 + (12 if half[0] == "p" else 0)) + minute, True, True)
    if hour > 24 or (hour == 24 and minute):
        return None
    # A leading zero, the hours of the afternoon, and "h" or "Uhr" are the 24-hour clock.
    sure = hour >= 13 or hour == 0 or text.startswith("0") or not re.search(r"[:.]", text)
    return Clock(60 * hour + minute, sure)


def _told(tokens: list[Token]) -> list[Token]:
    """The tokens, with those settled that have another meaning beside some neighbours."""
    told: list[Token] = []
    for index, token in enumerate(tokens):
        before = told[-1] if told else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        told.append(_settled(token, before, after))
    return told


_TIMES = ("clock", "number", "part")
_BREAKS = ("dash", "strong", "weak")


def _settled(token: Token, before: Token | None, after: Token | None) -> Token:  # noqa: PLR0911 - one return a word
    """A token as its neighbours have it."""
    kinds = (before.kind if before else "", after.kind if after else "")
    if token.text in ("am", "pm", "a.m.", "p.m."):
        alone = kinds[0] in ("", "day", *_BREAKS) and kinds[1] in ("", "and", "zone", *_BREAKS)
        return token if token.raised or alone or (kinds[0] == "day" and kinds[1] != "day") else Token("filler")
    if token.means("short day"):
        day = next(m for m in (Meaning(token.kind, token.value), *token.others) if m.kind == "short day")
        in_a_row = kinds[0] == "day" or (after is not None and after.raised and after.means("short day"))
        beside = in_a_row or kinds[1] in ("", *_TIMES, *_BREAKS) or kinds[0] in ("dash", "weak")
        if token.raised and beside:
            return Token("day", day.value, token.text)
        others = [m for m in (Meaning(token.kind, token.value), *token.others) if m.kind != "short day"]
        return (
            Token(others[0].kind, others[0].value, token.text, tuple(others[1:]))
            if others
            else Token("unknown", text=token.text)
        )
    if token.means("zone") and isinstance(token.value, str | None):
        offset = (
            utc_offset(token.text)
            if kinds[0] in (*_TIMES, "zone") or kinds == ("", "") or token.kind == "zone"
            else None
        )
        others = [m for m in (Meaning(token.kind, token.value), *token.others) if m.kind != "zone"]
        if offset is not None and (kinds[0] in _TIMES or not others):
            return Token("zone", offset, token.text)
        return (
            Token(others[0].kind, others[0].value, token.text, tuple(others[1:]))
            if others
            else Token("unknown", text=token.text)
        )
    relation = token.kind in ("after", "before")
    if relation and kinds[1] not in (*_TIMES, "filler", "date", "numeric", "ordinal") and token.means("filler"):
        return Token("filler", text=token.text)
    if token.kind == "month" and token.text in ("mar", "may") and "number" not in kinds and "ordinal" not in kinds:
        # Spanish Tuesday; and "I may".
        return Token("day", (1,), token.text) if token.text == "mar" else Token("maybe", text="may")
    return token
