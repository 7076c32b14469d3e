"""Times at which people can meet, in normal form: what a hundred ways of writing them come down to.

A slot is a stretch of the clock on some days. Two slots written differently (``Monday evening``, ``MON - eve``,
``Mon 17:00-22:00``) are equal where they mean the same, and two that are not equal may still overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")

#: A meeting takes this long, in minutes: times that overlap for less are not shared.
MEETING = 60
#: The minutes of a day.
DAY = 24 * 60
#: How days of the week are written, Monday first.
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
#: In ``Slot.weeks``: every other week, and the last one of a month.
ALTERNATE, LAST = 0, -1
_WEEKS = {ALTERNATE: "alternate", 1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", LAST: "last"}
_NUMBERED = {name: number for number, name in _WEEKS.items()}
_CLOCK = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_ZONE = re.compile(r"UTC(?:([+-])(\d\d):(\d\d))?")


class Slot(NamedTuple):
    """A stretch of the clock on some days.

    Attributes
    ----------
    days : tuple of int
        Days of the week, Monday being 0; empty for every day.
    weeks : tuple of int
        The weeks of a month (1 to 5, ``LAST``), or ``ALTERNATE``; empty for every week.
    dates : tuple of str
        Single dates as ``2026-03-03``; ``--03-03`` where the year is unknown and ``---03`` where the month is. Days
        and weeks are then empty.
    start, end : int
        Minutes since midnight; the end may lie in the next day.
    zone : int or None
        The clock's offset from UTC in minutes; ``None`` where all people go by one clock.
    option : str
        A time that only its words tell apart from others (``slot a``), in lower case; all else is then empty.
    """

    days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    start: int = 0
    end: int = DAY
    zone: int | None = None
    option: str = ""

    @property
    def is_any(self) -> bool:
        """Whether it is every time there is."""
        return self == ANY

    def __str__(self) -> str:
        """The slot as text that ``slot_of`` reads."""
        if self.option:
            return f"= {self.option}"
        if self.is_any:
            return "any"
        when = ",".join(self.dates) or ",".join(WEEKDAYS[day] for day in self.days)
        weeks = ",".join(_WEEKS[week] for week in self.weeks)
        clock = "" if (self.start, self.end) == (0, DAY) else f"{clock_text(self.start)}-{clock_text(self.end)}"
        zone = "" if self.zone is None else _zone_text(self.zone)
        return " ".join(part for part in (weeks, when, clock, zone) if part)


ANY = Slot()


class Times(NamedTuple):
    """The times in one answer: those at which somebody can come, less those at which they cannot."""

    slots: tuple[Slot, ...] = ()
    without: tuple[Slot, ...] = ()

    def __str__(self) -> str:
        """The times as text that ``times_of`` reads."""
        return "; ".join([*map(str, self.slots), *(f"not {slot}" for slot in self.without)])

    def in_zone(self, zone: int) -> Times:
        """The times by a clock at this offset from UTC, where they name none of their own."""
        return Times(*(tuple(_in_zone(slot, zone) for slot in slots) for slots in self))


def _in_zone(slot: Slot, zone: int) -> Slot:
    return slot if slot.option or slot.is_any or slot.zone is not None else slot._replace(zone=zone)


def slot_of(text: str) -> Slot:
    """The slot that was written as text."""
    if text.startswith("= "):
        return Slot(option=text[2:])
    if text == "any":
        return ANY
    slot = ANY
    for word in text.split():
        zone, clock = _ZONE.fullmatch(word), _CLOCK.fullmatch(word)
        parts = word.split(",")
        if clock:
            numbers = [int(number) for number in clock.groups()]
            slot = slot._replace(start=60 * numbers[0] + numbers[1], end=60 * numbers[2] + numbers[3])
        elif zone:
            minutes = 60 * int(zone[2] or 0) + int(zone[3] or 0)
            slot = slot._replace(zone=-minutes if zone[1] == "-" else minutes)
        elif parts[0] in _NUMBERED:
            slot = slot._replace(weeks=tuple(_NUMBERED[part] for part in parts))
        elif parts[0] in WEEKDAYS:
            slot = slot._replace(days=tuple(WEEKDAYS.index(part) for part in parts))
        else:
            slot = slot._replace(dates=tuple(parts))
    return slot


@lru_cache(maxsize=20_000)
def times_of(text: str) -> Times:
    """The times that were written as text."""
    parts = [part for part in text.split("; ") if part]
    return Times(
        tuple(slot_of(part) for part in parts if not part.startswith("not ")),
        tuple(slot_of(part.removeprefix("not ")) for part in parts if part.startswith("not ")),
    )


def may_overlap(a: Slot, b: Slot) -> bool:
    """Whether two slots have some time in common, so far as they tell: weeks, dates and zones apart."""
    if a.is_any or b.is_any:
        return True
    if a.option or b.option:
        return a.option == b.option
    if a.dates and b.dates and not set(a.dates) & set(b.dates):
        return False
    if a.weeks and b.weeks and not set(a.weeks) & set(b.weeks):
        return False
    if a.days and b.days and not set(a.days) & set(b.days):
        return False
    return a.start < b.end and b.start < a.end


def shared(a: Slot, b: Slot) -> Slot | None:
    """The times that two slots have in common, where they last long enough to meet or as long as one of the two."""
    if not may_overlap(a, b) or a.option or b.option or (None not in (a.zone, b.zone) and a.zone != b.zone):
        return None
    start, end = max(a.start, b.start), min(a.end, b.end)
    if end - start < min(MEETING, a.end - a.start, b.end - b.start):
        return None
    zone = b.zone if a.zone is None else a.zone
    return Slot(_in_both(a.days, b.days), _in_both(a.weeks, b.weeks), _in_both(a.dates, b.dates), start, end, zone)


def _in_both(ours: tuple[_T, ...], theirs: tuple[_T, ...]) -> tuple[_T, ...]:
    """What two lists share, of which an empty one leaves nothing out."""
    return tuple(one for one in ours if one in theirs) if ours and theirs else ours or theirs


def clock_text(minutes: int) -> str:
    """Minutes since midnight on a clock: ``17:30``; beyond midnight it counts on, to ``26:00``."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def days_text(days: Iterable[int]) -> str:
    """Days of the week as people read them: ``Mon, Tue``."""
    return ", ".join(WEEKDAYS[day] for day in sorted(days))


def _zone_text(zone: int) -> str:
    hours, minutes = divmod(abs(zone), 60)
    return f"UTC{'-' if zone < 0 else '+'}{hours:02}:{minutes:02}"
