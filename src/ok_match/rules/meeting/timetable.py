"""Who can come when, by a finite list of meeting windows drawn from everybody's times.

A window is a stretch of ``MEETING`` minutes on one kind of day: every Tuesday, each first Tuesday, or one date. People
share a time exactly if one of the windows that begin where somebody's time begins lies within everybody's times, so
that these windows are enough. A time that is shorter than a meeting is a window of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Participant
from ok_match.model.people.slot import ALTERNATE, DAY, LAST, MEETING, Slot, Times, clock_text, times_of

Span = tuple[int, int]


class DayKind(NamedTuple):
    """A kind of day: each one of a weekday, those of a week of the month, a date; or a time known by its words only."""

    weekday: int = 0
    week: int | None = None
    date: str = ""
    option: str = ""


class Window(NamedTuple):
    """A stretch of the clock on one kind of day, and the stretch that somebody named from which it was drawn."""

    day: DayKind
    span: Span
    within: Span

    def order(self) -> tuple[bool, str, str, int, int, Span]:
        """Where it stands among others: by day of the week, then dates, then times known by their words."""
        day = self.day
        week = LAST - 1 if day.week is None else day.week
        return bool(day.option), day.option, day.date, day.weekday, week, self.span


class Calendar(NamedTuple):
    """The times of one person: those named, with the words for each, and whether all times are fine."""

    named: tuple[tuple[str, Times], ...]
    zone: int

    @property
    def unknown(self) -> bool:
        """Whether nothing is known, so that nothing is ruled out."""
        return not self.named

    @property
    def slots(self) -> list[Slot]:
        """The times at which the person can come."""
        return [slot for _, times in self.named for slot in times.slots]

    @property
    def without(self) -> list[Slot]:
        """The times at which the person cannot come."""
        return [slot for _, times in self.named for slot in times.without]

    def spans(self, day: DayKind) -> list[Span]:
        """When the person can come on such a day, merged and in order."""
        if self.unknown:
            return [(-DAY, 2 * DAY)]
        free = _merged(span for slot in self.slots for span in _on(slot, day, self.zone))
        for slot in self.without:
            for shut in _on(slot, day, self.zone, shutting=True):
                free = _less(free, shut)
        return free


@dataclass(frozen=True)
class Timetable:
    """The windows in which people of one sheet could meet, and who can come in which."""

    calendars: tuple[Calendar, ...]
    windows: tuple[Window, ...]

    @cached_property
    def free(self) -> NDArray[np.bool_]:
        """Whether each person can come in each window, shape (people, windows)."""
        free = np.zeros((len(self.calendars), len(self.windows)), bool)
        at: dict[DayKind, list[int]] = {}
        for t, window in enumerate(self.windows):
            at.setdefault(window.day, []).append(t)
        alike: dict[Calendar, list[int]] = {}
        for i, calendar in enumerate(self.calendars):
            alike.setdefault(calendar, []).append(i)
        for calendar, people in alike.items():
            row = np.zeros(len(self.windows), bool)
            for day, windows in at.items():
                spans = calendar.spans(day)
                for t in windows:
                    row[t] = any(s <= self.windows[t].span[0] and self.windows[t].span[1] <= e for s, e in spans)
            free[people] = row
        return free

    def label(self, window: int, members: Sequence[int]) -> str:
        """The time that these people share around a window, in their own words if they have some for it."""
        day, (start, end), within = self.windows[window]
        first, last = within
        for i in members:
            for s, e in self.calendars[i].spans(day):
                if s <= start and end <= e:
                    first, last = max(first, s), min(last, e)
        return self.words.get((day, (first, last))) or self._in_figures(day, first, last)

    @cached_property
    def words(self) -> dict[tuple[DayKind, Span], str]:
        """How most people call a stretch, where somebody named just that."""
        days = dict.fromkeys(window.day for window in self.windows)
        called: dict[tuple[DayKind, Span], Counter[str]] = {}
        for calendar in self.calendars:
            for words, times in calendar.named:
                if len(times.slots) != 1 or times.without or not _is_single(times.slots[0]):
                    continue
                for day in days:
                    if _names(times.slots[0], day):
                        for span in _on(times.slots[0], day, calendar.zone):
                            called.setdefault((day, span), Counter())[words] += 1
        return {key: min(count, key=lambda words: (-count[words], words)) for key, count in called.items()}

    def _in_figures(self, day: DayKind, first: int, last: int) -> str:
        if day.option:
            return day.option
        weekday = _WEEKDAY_NAMES[day.weekday]
        when = day.date or (f"{_WEEK_NAMES[day.week]} {weekday}" if day.week is not None else weekday)
        clock = "" if (first, last) == (0, DAY) else f" {clock_text(first)}–{clock_text(last)}"
        return f"{when}{clock}"


_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK_NAMES = {ALTERNATE: "every other", 1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", LAST: "last"}


def timetable_of(people: Sequence[Participant], field: str, apart: bool = False) -> Timetable:
    """The timetable of the people of a sheet.

    Parameters
    ----------
    field : str
        The trait that holds their times.
    apart : bool
        Whether windows of one day must not overlap, so that several shared windows are several meetings.
    """
    named = [_named(person, field) for person in people]
    zones = Counter(slot.zone for times in named for _, t in times for slot in t.slots if slot.zone is not None)
    zone = min(zones, key=lambda z: (-zones[z], z)) if zones else 0
    calendars = tuple(Calendar(times, zone) for times in named)
    table = Timetable(calendars, tuple(sorted(_windows(set(calendars)), key=Window.order)))
    return _apart(table) if apart else table


def _named(person: Participant, field: str) -> tuple[tuple[str, Times], ...]:
    """The words and meaning of each time of a person; in older records a time is what its words are."""
    trait = person.find_trait(field)
    if trait is None:
        return ()
    if len(trait.times) != len(trait.values):
        return tuple((words, Times((Slot(option=words),))) for words in trait.values)
    return tuple((words, times_of(times)) for words, times in zip(trait.values, trait.times, strict=True))


def _windows(calendars: Iterable[Calendar]) -> set[Window]:
    named = [(slot, calendar) for calendar in calendars for slot in calendar.slots]
    days = {day for slot, _ in named for day in _days_named(slot)}
    # Who names a date without a year, and who names it with one, mean the same day.
    full = {day.date[-5:] for day in days if day.date and not day.date.startswith("--")}
    days = {day for day in days if not (day.date.startswith("--") and day.date[-5:] in full)}
    open_ended = any(_unbound(slot) or (slot.is_any and calendar.without) for slot, calendar in named)
    if open_ended or (named and not days):
        days = {DayKind(weekday) for weekday in range(7)}
    windows: dict[tuple[DayKind, int], Span] = {}
    short: set[Window] = set()
    # Where nothing is taken away from it, a slot is the same for everybody who named it.
    plain = {(slot, calendar.zone) for slot, calendar in named if not slot.is_any}
    shut = {calendar for slot, calendar in named if slot.is_any and calendar.without}
    for day in days:
        for spans in (
            *(_on(slot, day, zone) for slot, zone in plain),
            *(calendar.spans(day) for calendar in shut),
        ):
            for start, end in spans:
                if end - start < MEETING:
                    short.add(Window(day, (start, end), (start, end)))
                else:
                    longest = windows.get((day, start), (start, end))
                    windows[day, start] = (start, max(end, longest[1]))
    found = {Window(day, (s, s + MEETING), (s, e)) for (day, s), (_, e) in windows.items()} | short
    if named and not found:
        found = {Window(DayKind(weekday), (0, MEETING), (0, DAY)) for weekday in range(7)}
    return found


def _apart(table: Timetable) -> Timetable:
    """The timetable with the windows that suit most people, none of which overlaps another."""
    count = table.free.sum(axis=0)
    kept: list[int] = []
    for t in sorted(range(len(table.windows)), key=lambda t: (-int(count[t]), t)):
        day, (start, end), _ = table.windows[t]
        if not any(
            day == table.windows[k].day and start < table.windows[k].span[1] and table.windows[k].span[0] < end
            for k in kept
        ):
            kept.append(t)
    return Timetable(table.calendars, tuple(table.windows[t] for t in sorted(kept)))


def _unbound(slot: Slot) -> bool:
    """Whether a slot names no day."""
    return not (slot.days or slot.dates or slot.option or slot.is_any)


def _is_single(slot: Slot) -> bool:
    return bool(slot.option) or len(slot.days) + len(slot.dates) == 1


def _days_named(slot: Slot) -> Iterable[DayKind]:
    """The kinds of day that a slot names."""
    if slot.option:
        return [DayKind(option=slot.option)]
    if slot.dates:
        return [DayKind(_weekday(text), None, text) for text in slot.dates if not text.startswith("---")]
    weeks: Sequence[int | None] = slot.weeks or (None,)
    return [DayKind(day, week) for day in slot.days or (range(7) if slot.weeks else ()) for week in weeks]


def _names(slot: Slot, day: DayKind) -> bool:
    return day in _days_named(slot)


def _on(slot: Slot, day: DayKind, zone: int, *, shutting: bool = False) -> list[Span]:
    """When a slot lies on such a day, by the clock of a zone."""
    if day.option or slot.option:
        if slot.is_any:
            return [(0, DAY)]
        return [(0, DAY)] if slot.option == day.option else []
    shift = 0 if slot.zone is None else zone - slot.zone
    spans = []
    for turn in (-1, 0, 1):
        if not shift and turn and slot.end <= DAY:
            continue
        # The slot on the day before, this day and the next, as this zone's clock shows it on this day.
        start, end = slot.start + shift + turn * DAY, slot.end + shift + turn * DAY
        start, end = max(0, start), min(DAY, end)
        if start < end and _is_on(slot, day, turn, shutting=shutting):
            spans.append((start, end))
    if not shift and slot.end > DAY and _is_on(slot, day, 0, shutting=shutting):
        spans = [(slot.start, slot.end)]
    return spans


def _is_on(slot: Slot, day: DayKind, turn: int, *, shutting: bool) -> bool:
    """Whether a slot lies on a kind of day, or on the day so many days after it."""
    weekday = (day.weekday + turn) % 7
    if slot.dates:
        if day.date and not turn:
            return any(_same_date(day.date, named) for named in slot.dates)
        return False
    if slot.days and weekday not in slot.days:
        return False
    if not slot.weeks:
        return True
    if day.date:
        return _week(day.date) in slot.weeks or (shutting and ALTERNATE in slot.weeks)
    # Who can come on first Tuesdays only cannot come on all; who cannot come on first Tuesdays still can on the others.
    return day.week in slot.weeks


def _same_date(one: str, other: str) -> bool:
    """Whether two dates can be one: their years, or months, count only where both are known."""
    if one.startswith("---") or other.startswith("---"):
        return one[-2:] == other[-2:]
    if one.startswith("--") or other.startswith("--"):
        return one[-5:] == other[-5:]
    return one == other


def _weekday(text: str) -> int:
    return date.fromisoformat(text).weekday() if not text.startswith("--") else -1


def _week(text: str) -> int | None:
    return (int(text[8:]) - 1) // 7 + 1 if not text.startswith("--") else None


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(set(spans)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _less(spans: Iterable[Span], shut: Span) -> list[Span]:
    rest = []
    for start, end in spans:
        rest += [(s, e) for s, e in ((start, min(end, shut[0])), (max(start, shut[1]), end)) if s < e]
    return rest
