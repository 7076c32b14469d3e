"""Tokens gathered into units of sense: a range of days, a stretch of the clock, a date, the first Tuesdays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .clock import Span, after, before, between, point
from .lexer import Clock, Token


class Unit(NamedTuple):
    """A unit of sense: its kind, its value, and the words that it was made of."""

    kind: str
    value: Any = None
    text: str = ""


class Hours(NamedTuple):
    """Clock times whose half of the day may depend on the part of the day beside them."""

    how: str
    first: Clock
    last: Clock | None = None

    def span(self, part: Span | None) -> Span | None:
        """The stretch of the clock; ``None`` where morning and evening are both likely."""
        if self.how == "between" and self.last:
            return between(self.first, self.last, part)
        return {"after": after, "before": before}.get(self.how, point)(self.first, part)


@dataclass(frozen=True, slots=True)
class Notation:
    """How a sheet as a whole writes what single answers leave open.

    Attributes
    ----------
    day_first : bool or None
        Whether 3/4 is the third of April; ``None`` where nothing shows.
    whole_day : bool
        Whether clock times count 24 hours.
    year : int or None
        The year of dates that name none.
    part : tuple of int or None
        The part of the day that all times are in: "7-9" in a column of evenings.
    within : tuple of int or None
        The hours of the label that an answer stands under, which its clock times must lie in.
    """

    day_first: bool | None = None
    whole_day: bool = False
    year: int | None = None
    part: Span | None = None
    within: Span | None = None


#: What a unit of several tokens begins with.
_FRACTIONS = ("half", "quarter")
_OPENING = frozenset(
    ("date", "numeric", "number", "ordinal", "month", "alternate", "day", "clock", "part", "after", "before", "between")
)


@dataclass(slots=True)
class _Gatherer:
    tokens: Sequence[Token]
    notation: Notation
    units: list[Unit] = field(default_factory=list)
    at: int = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token so many places on; an empty one behind the last."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else Token("end")

    def take(self, count: int, kind: str, value: Any = None) -> None:
        text = " ".join(token.text for token in self.tokens[self.at : self.at + count])
        self.units.append(Unit(kind, value, text))
        self.at += count

    def clock(self, ahead: int = 0) -> Clock | None:
        """The clock time so many places on, if there can be one."""
        token = self.peek(ahead)
        if token.kind == "clock":
            sure = token.value.sure or self.notation.whole_day
            return Clock(token.value.minutes, sure, token.value.halved)
        if token.kind == "number" and token.value <= 24:
            return Clock(60 * token.value, token.value > 12)
        if token.kind == "part" and token.value == (720, 780):
            return Clock(720, True)
        return None

    def skip(self, ahead: int) -> int:
        """The next place that holds no filler."""
        while self.peek(ahead).kind == "filler" and self.peek(ahead).text not in ("a",):
            ahead += 1
        return ahead


def units_of(tokens: Sequence[Token], notation: Notation) -> list[Unit]:
    """The units of sense that tokens make up, in order."""
    told = _Gatherer(tokens, notation)
    while told.at < len(tokens):
        token = told.peek()
        opens = token.kind in _OPENING or token.text in _FRACTIONS
        if not (opens and (_date(told) or _weeks(told) or _days(told) or _hours(told))):
            told.take(1, "unknown" if token.kind in ("number", "month", "short day") else token.kind, token.value)
    return told.units


def _days(told: _Gatherer) -> bool:
    """Days of the week, one or a range."""
    first = told.peek()
    if first.kind != "day":
        return False
    link = told.peek(1)
    joins = link.kind in ("dash", "to") or link.text in (
        "until",
        "till",
        "til",
        "a",
        "bis",
        "tot",
        "tm",
        "ate",
        "hasta",
    )
    ahead = told.skip(2)
    last = told.peek(ahead)
    if joins and last.kind == "day" and len(first.value) == len(last.value) == 1:
        start, end = first.value[0], last.value[0]
        told.take(ahead + 1, "day", tuple((start + i) % 7 for i in range((end - start) % 7 + 1)))
    else:
        told.take(1, "day", first.value)
    return True


def _weeks(told: _Gatherer) -> bool:
    """The first and third weeks of a month, before a day; a day of the month where none follows."""
    if told.peek().kind == "alternate":
        told.take(1, "weeks", (0,))
        return True
    weeks, ahead = [], 0
    while told.peek(ahead).kind == "ordinal":
        weeks.append(told.peek(ahead).value)
        ahead += 1
        if told.peek(ahead).kind in ("and", "weak") and told.peek(ahead + 1).kind == "ordinal":
            ahead += 1
        elif (
            told.peek(ahead).kind == "weak"
            and told.peek(ahead + 1).kind == "and"
            and told.peek(ahead + 2).kind == "ordinal"
        ):
            ahead += 2
    if not weeks:
        return False
    follows = told.peek(told.skip(ahead))
    if follows.kind == "day" and max(weeks) <= 5:
        told.take(ahead, "weeks", tuple(weeks))
    elif min(weeks) > 0:
        told.take(ahead, "date", tuple(f"---{day:02}" for day in weeks))
    else:
        told.take(ahead, "unknown")
    return True


def _date(told: _Gatherer) -> bool:
    """A date, with its year or without."""
    first, second = told.peek(), told.peek(1)
    if first.kind == "date":
        told.take(1, "date", (_iso(*first.value),))
    elif first.kind == "numeric":
        day, month, year, mark = first.value
        day_first = told.notation.day_first if mark == "/" else True
        if day > 12 or month > 12:
            day_first = day > 12
        if day == month:
            day_first = True
        if day_first is None or max(day, month) > 31 or min(day, month) < 1:
            return False
        day, month = (day, month) if day_first else (month, day)
        told.take(1, "date", (_dated(told, year, month, day),))
    elif first.kind in ("number", "ordinal") and told.peek(told.skip(1)).kind == "month" and 0 < first.value <= 31:
        place = told.skip(1)
        _take_date(told, place + 1, told.peek(place).value, first.value)
    elif first.kind == "month" and second.kind in ("number", "ordinal") and 0 < second.value <= 31:
        _take_date(told, 2, first.value, second.value)
    else:
        return False
    return True


def _take_date(told: _Gatherer, length: int, month: int, day: int) -> None:
    """A date whose month is a word, with the year that may follow it."""
    ahead = length + (told.peek(length).kind == "weak" or told.peek(length).kind == "filler")
    year = told.peek(ahead)
    is_year = year.kind == "number" and 2000 <= year.value < 2100
    told.take(ahead + 1 if is_year else length, "date", (_dated(told, str(year.value) if is_year else "", month, day),))


def _dated(told: _Gatherer, year: str, month: int, day: int) -> str:
    number = int(year) + (2000 if len(year) == 2 else 0) if year else told.notation.year
    return f"--{month:02}-{day:02}" if number is None else _iso(number, month, day)


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _hours(told: _Gatherer) -> bool:  # noqa: PLR0911 - one return a form
    """A stretch of the clock: from, to, after, before, at."""
    if _past_the_hour(told):
        return True
    opening = told.peek().kind
    relation = opening if opening in ("after", "before", "between") else ""
    start = told.skip(1) if relation else 0
    first, part = told.clock(start), told.peek(start)
    if first is None and part.kind != "part":
        return False
    if first is None or (part.kind == "part" and relation in ("after", "before")):
        return relation != "between" and _parts(told, relation, start)
    length, last = _end_of_range(told, start, relation)
    if last is not None:
        told.take(length, "hours", Hours("between", first, last))
        return True
    follows = told.peek(start + 1)
    if relation == "after" and told.peek().text.startswith(("no", "not")):
        length, last = _other_end(told, start + 1)
        if last is not None:
            told.take(length, "hours", Hours("between", first, last))
            return True
    if follows.kind in ("onwards", "earlier"):
        told.take(start + 2, "hours", Hours("after" if follows.kind == "onwards" else "before", first))
    elif follows.kind == "weak" and follows.text == "+" and told.peek(start + 2).kind in ("end", "strong", "weak"):
        told.take(start + 2, "hours", Hours("after", first))
    elif relation in ("after", "before"):
        told.take(start + 1, "hours", Hours(relation, first))
    elif part.kind == "part":
        told.take(1, "part", part.value)
    elif part.kind == "number" and (relation or not _stands_for_a_clock(told)):
        return False  # "between 6" has no other end
    else:
        told.take(start + 1, "hours", Hours("at", first))
    return True


def _past_the_hour(told: _Gatherer) -> bool:
    """So many minutes past or before the hour: half past six, a quarter to seven."""
    before = {("half", "past"): 30, ("quarter", "past"): 15, ("quarter", "after"): 15, ("quarter", "to"): -15}
    minutes = before.get((told.peek().text, told.peek(1).text))
    hour = told.peek(2)
    clock = told.clock(2)
    if minutes is None or clock is None or hour.kind == "part" or clock.minutes % 60:
        return False
    told.take(3, "hours", Hours("at", clock._replace(minutes=clock.minutes + minutes)))
    return True


def _other_end(told: _Gatherer, ahead: int) -> tuple[int, Clock | None]:
    """The end of what begins with "not before 10": "or after 4"."""
    ahead += told.peek(ahead).kind in ("and", "weak")
    if told.peek(ahead).text not in ("or after", "after", "not after", "no later than", "and after", "past"):
        return 0, None
    place = told.skip(ahead + 1)
    return place + 1, told.clock(place)


def _end_of_range(told: _Gatherer, start: int, relation: str) -> tuple[int, Clock | None]:
    """The length of a range in tokens, and its end; ``None`` where no range follows."""
    ahead = start + 1
    if told.peek(ahead).kind == "zone":
        ahead += 1
    link = told.peek(ahead)
    joins = (
        link.kind in ("dash", "to", "before")
        or (link.kind == "and" and relation == "between")
        or link.text == "a"
        or (link.means("to"))
    )
    if not joins:
        return 0, None
    place = told.skip(ahead + 1)
    if told.peek(place).kind == "end":
        return 0, None
    last = told.clock(place)
    if last is not None and link.kind == "dash" and told.peek(place).kind == "part":
        return 0, None
    return place + 1, last


def _parts(told: _Gatherer, relation: str, start: int) -> bool:
    """A part of the day, from one to another, or what comes after or before it."""
    part = told.peek(start)
    if part.kind != "part":
        return False
    link, last = told.peek(start + 1), told.peek(start + 2)
    if link.kind in ("dash", "to", "before") and last.kind == "part" and last.value[1] > part.value[0]:
        told.take(start + 3, "part", (part.value[0], last.value[1]))
    elif relation == "after":
        begin = part.value[1] if part.value != (720, 780) or "lunch" in part.text else 720
        told.take(start + 1, "part", (begin, 24 * 60))
    elif relation == "before":
        told.take(start + 1, "part", (0, part.value[0]))
    else:
        told.take(1, "part", part.value)
    return True


def _stands_for_a_clock(told: _Gatherer) -> bool:
    """Whether a bare number is a time: it stands behind a day, a part of the day or "at"."""
    number = told.peek().value
    if not 1 <= number <= 24 or told.peek(1).kind == "unknown":
        return False
    before = told.tokens[told.at - 1] if told.at else Token("start")
    if told.peek(1).kind in ("filler", "part") and told.peek(told.skip(1)).kind == "part":
        return True
    return before.kind in ("day", "part") or before.text in ("at", "um", "a las", "alle", "om", "as", "around", "about")
