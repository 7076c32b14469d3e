"""Clock times that leave open which half of the day they mean: ``after 6``, ``5-7``, ``9am-5``."""

from __future__ import annotations

from ok_match.model.people.slot import DAY, MEETING

from .lexer import Clock

_NOON = 12 * 60
#: Bare hours up to here are of the afternoon, and from there on of the morning; those between can be either.
_LATEST_AFTERNOON, _EARLIEST_MORNING = 6 * 60 + 59, 9 * 60

Span = tuple[int, int]


def start_at(clock: Clock, part: Span | None = None) -> int | None:
    """The minutes since midnight at which something starts; ``None`` where morning and evening are both likely.

    Parameters
    ----------
    clock : Clock
        As it was written.
    part : tuple of int, optional
        The part of the day that it was written with.
    """
    minutes = clock.minutes
    if clock.sure or minutes >= _NOON:
        return minutes
    if part:
        later = minutes + _NOON
        fits = [time for time in (minutes, later) if part[0] - MEETING <= time < part[1]]
        return fits[0] if len(fits) == 1 else None
    if minutes <= _LATEST_AFTERNOON:
        return minutes + _NOON
    return minutes if minutes >= _EARLIEST_MORNING else None


def between(start: Clock, end: Clock, part: Span | None = None) -> Span | None:
    """The stretch from one clock time to another; ``None`` where it is not clear which."""
    if start.sure and end.sure:
        return _forward(start.minutes, end.minutes)
    if end.sure and not end.halved and end.minutes > _NOON + 59:
        # "10:00-22:15": whoever counts to 24 does so from the start.
        return _forward(start.minutes, end.minutes)
    if end.sure:
        earlier = [time for time in _halves(start) if time < end.minutes]
        return (max(earlier), end.minutes) if earlier else None
    if start.sure:
        later = [time for time in _halves(end) if time > start.minutes]
        return (start.minutes, min(later)) if later else None
    first = start_at(start, part)
    if first is None and (end.minutes == _NOON or end.minutes < start.minutes):
        first = start.minutes  # "8-12", "8-5": a morning or a working day
    if first is None:
        return None
    later = [time for time in _halves(end) if time > first]
    return (first, min(later)) if later else None


def after(clock: Clock, part: Span | None = None) -> Span | None:
    """From a clock time to the end of the day, or of the part of the day."""
    start = start_at(clock, part)
    if start is None and part is None:
        start = clock.minutes + _NOON  # "after 7", "after 8": nobody says so of the morning
    if start is None:
        return None
    return start, max(DAY, start + MEETING) if part is None else max(part[1], start + MEETING)


def before(clock: Clock, part: Span | None = None) -> Span | None:
    """From the beginning of the day, or of the part of the day, to a clock time."""
    end = start_at(clock, part)
    if end is None or end <= 0:
        return None
    return (min(part[0], end - MEETING) if part else 0), end


def point(clock: Clock, part: Span | None = None) -> Span | None:
    """A meeting that starts at a clock time."""
    start = start_at(clock, part)
    return None if start is None else (start, start + MEETING)


def _halves(clock: Clock) -> tuple[int, ...]:
    if clock.sure:
        return (clock.minutes,)
    return (clock.minutes, clock.minutes + _NOON) if clock.minutes < _NOON else (clock.minutes % DAY,)


def _forward(start: int, end: int) -> Span | None:
    """A stretch of at most half a day, over midnight if need be."""
    end = DAY if end == 0 else end
    if end > start:
        return start, end
    return (start, end + DAY) if start >= _NOON and end <= 6 * 60 else None
