"""An answer about times, understood: units of sense become slots, with what is left out and what is not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ok_match.model.people.slot import ALTERNATE, ANY, DAY, Slot

from .clock import Span
from .lexer import LONGEST, tokens_of
from .sense import Reading
from .units import Hours, Notation, Unit, units_of
from .untroubled import as_any_time
from .vocabulary import plain, vague

_NO_HABITS = Notation()
_PARTICULAR = ("day", "part", "hours", "date", "weeks", "any", "open")
_LISTED = ("weak", "and")
#: Behind "none" these name what is possible: "none except Tuesday".
_EXCEPTIONS = frozenset(
    ("except", "except for", "excepting", "excluding", "apart from", "other than", "besides", "save", "save for", "bar")
)
#: Before a time these rule out that time only: "never Fridays".
_NEVER = frozenset(("never", "nothing"))
#: Words for all there is that stand for it only where nothing else was said.
_ALL = frozenset(("all", "any", "either", "either of", "both"))
#: What is said of why a time is left out.
_REASON = re.compile(r"\([^()]*\)|[,;-]?\s*\b(?:because|due to|on account of|since i|as i)\b[^.;,()]*", re.IGNORECASE)


@dataclass(slots=True)
class _Phrase:
    """One time on its way: days, weeks and dates, the stretch of the clock, and how it is meant."""

    days: list[int] = field(default_factory=list)
    weeks: tuple[int, ...] = ()
    dates: list[str] = field(default_factory=list)
    parts: list[Span] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)
    zone: int | None = None
    any: bool = False
    mood: str = ""
    times_first: bool = False

    @property
    def dated(self) -> bool:
        return bool(self.days or self.dates)

    @property
    def timed(self) -> bool:
        return bool(self.parts or self.hours)

    @property
    def blank(self) -> bool:
        return not (self.dated or self.timed or self.any or self.weeks)

    def slots(self, usual: Span | None = None, within: Span | None = None) -> tuple[Slot, ...] | None:
        """The slots of the phrase; ``None`` where its clock times are not clear, nor by the part that is usual."""
        spans: list[Span] = []
        for hours in self.hours:
            span = hours.span(self.parts[0] if len(self.parts) == 1 else within)
            span = hours.span(usual) if span is None and usual and not (self.parts or within) else span
            if span is None or (self.parts and not any(_meet(span, part) for part in self.parts)):
                return None
            spans.append(span)
        spans = spans or self.parts or [(0, DAY)]
        weeks = tuple(sorted(set(self.weeks)))
        days = tuple(sorted(set(self.days)))
        when = [Slot(days if len(days) < 7 else (), weeks)] if self.days or not self.dates else []
        if self.dates:
            when = [Slot(dates=tuple(sorted(set(self.dates))))]
        return tuple(slot._replace(start=s, end=e, zone=self.zone) for slot in when for s, e in sorted(set(spans)))


@dataclass(slots=True)
class _Reader:
    units: Sequence[Unit]
    phrase: _Phrase = field(default_factory=_Phrase)
    done: list[_Phrase] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    negative: bool = False
    mood: str = ""
    prefers: bool = False
    none: bool = False
    refuses: bool = False
    agrees: bool = False
    local: bool = False
    open: bool = False
    bounds: bool = False
    last: str = ""
    pending: str = ""

    def close(self) -> None:
        """The phrase is complete."""
        if not self.phrase.blank:
            self.phrase.mood = self.phrase.mood or ("without" if self.negative else self.mood)
            self.done.append(self.phrase)
            self.mood = ""
        self.phrase = _Phrase()

    def particular_follows(self, index: int) -> bool:
        """Whether the next unit that matters names a time."""
        for unit in self.units[index + 1 :]:
            if unit.kind in ("filler", "positive"):
                continue
            return unit.kind in _PARTICULAR
        return False

    def clause(self, index: int) -> list[str]:
        """The kinds of the units from here to the end of the sentence."""
        kinds = []
        for unit in self.units[index + 1 :]:
            if unit.kind == "strong":
                break
            kinds.append(unit.kind)
        return kinds


@lru_cache(maxsize=20_000)
def understood(text: str, notation: Notation = _NO_HABITS) -> Reading:
    """What an answer about times says.

    Parameters
    ----------
    text : str
        The answer, or one option of it.
    notation : Notation, optional
        How the sheet writes dates and clock times.
    """
    if len(text) > LONGEST:
        return Reading(unread=(text[:20],))
    reading = _understood(text, notation)
    if reading.unread and (reading.without or reading.none) and _REASON.search(text):
        # "Any evening but Wednesdays (choir)": the reason changes nothing.
        reasons = [_understood(found[0], notation) for found in _REASON.finditer(text)]
        bare = _understood(_REASON.sub(" ", text), notation)
        is_why = all(
            why.empty and not vague().search(plain(found))
            for why, found in zip(reasons, _REASON.findall(text), strict=True)
        )
        return bare if is_why and not bare.unread and (bare.without or bare.none) else reading
    return reading


def _understood(text: str, notation: Notation) -> Reading:
    """The same, with the reasons that are given for what is left out."""
    reader = _Reader(_opening(units_of(tokens_of(as_any_time(text)), notation)))
    for index, unit in enumerate(reader.units):
        _read(reader, index, unit)
        if unit.kind not in ("filler", "positive", "prefer", "local"):
            reader.last = reader.last if unit.kind in _LISTED else unit.kind
    reader.close()
    if reader.none and _only_refuses(reader.units):
        return Reading(none=True)
    return _result(reader, notation)


def _opening(units: list[Unit]) -> list[Unit]:
    """The units, of which a "no" that stands for itself at the beginning, or a lone "all", says so."""
    told = [unit for unit in units if unit.kind not in ("strong", "dash")]
    if (
        told
        and all(unit.kind in ("filler", "positive", "and") for unit in told)
        and {unit.text for unit in told} & _ALL
    ):
        return [Unit("any", None, "all")]
    first = next((i for i, unit in enumerate(units) if unit.kind not in ("filler", "strong", "weak")), None)
    if first is None or units[first].text != "no" or first + 1 >= len(units):
        return units
    if units[first + 1].kind not in ("dash", "weak", "strong"):
        return units
    return [*units[:first], Unit("none", None, "no"), *units[first + 1 :]]


def _only_refuses(units: Sequence[Unit]) -> bool:
    """Whether an answer opens with "none" and gives nothing but a reason: "None - we close the books then"."""
    kinds = [unit.kind for unit in units if unit.kind not in ("filler", "dash", "weak", "strong")]
    turns = {"but", "positive", "neg", "prefer", "maybe", "need"}
    return bool(kinds) and kinds[0] == "none" and not turns & set(kinds)


def _read(reader: _Reader, index: int, unit: Unit) -> None:  # noqa: PLR0912, PLR0915 - one branch a kind
    phrase = reader.phrase
    match unit.kind:
        case "strong":
            reader.close()
            reader.negative, reader.pending, reader.prefers = False, "", False
        case "weak" | "and":
            reader.pending = reader.pending or unit.kind
        case "filler" | "dash" | "to":
            pass
        case "day" | "date" | "weeks":
            _on_day(reader, unit)
        case "part" | "hours":
            reader.bounds = reader.bounds or (unit.kind == "hours" and unit.text.startswith(("not ", "no ")))
            _on_clock(reader, unit)
        case "any" | "open":
            reader.open = reader.open or (unit.kind == "open" and not reader.negative)
            if phrase.dated or phrase.timed:
                if reader.pending and (phrase.dated or not unit.text.endswith(("day", "days", "daily"))):
                    reader.close()
                    reader.phrase.any = True
            else:
                phrase.any = True
            reader.pending = ""
        case "zone":
            phrase.zone = unit.value
            _back_to_others(reader, unit.value)
        case "local":
            reader.local = True
        case "none":
            if unit.text in _NEVER and reader.particular_follows(index):
                _on_refusal(reader, index)
            else:
                reader.none = True
        case "neg":
            if not (reader.none and unit.text in _EXCEPTIONS and phrase.blank):
                _on_refusal(reader, index)
        case "trailing":
            reader.refuses = True
            if phrase.blank:
                reader.negative = True
            elif not reader.negative:
                phrase.mood = "without"
                reader.close()
        case "but":
            _on_but(reader, index)
        case "maybe" | "need":
            mood = "unsure" if unit.kind == "maybe" else "need"
            if phrase.blank or (reader.pending and reader.particular_follows(index)):
                reader.close()
                reader.mood = mood
            else:
                phrase.mood = mood
        case "prefer":
            reader.prefers = True
            if phrase.any and not phrase.dated and not phrase.timed:
                reader.close()
        case "positive":
            reader.agrees = reader.agrees or not (reader.negative or reader.none)
        case _:
            reader.unread.append(unit.text)


def _on_day(reader: _Reader, unit: Unit) -> None:
    """A day joins the phrase, or begins the next one."""
    phrase = reader.phrase
    # "any day except Monday, Tuesday or Friday" goes on; "Tuesdays except the 1st, or Thursday mornings" does not.
    if reader.negative and reader.pending and not phrase.blank and unit.kind == "day" and _is_new(reader, unit):
        reader.close()
        reader.negative = False
        phrase = reader.phrase
    elif unit.kind == "weeks" and unit.value == (ALTERNATE,) and not reader.pending:
        pass  # "Tuesday evening every other week" is one time
    elif (
        (phrase.timed and phrase.dated and not (reader.pending and phrase.times_first and reader.last == "day"))
        or (phrase.timed and not phrase.dated and reader.pending)
        or (phrase.any and reader.pending)
    ):
        reader.close()
        phrase = reader.phrase
    if unit.kind == "weeks":
        if phrase.dated and (reader.pending or unit.value != (ALTERNATE,)):
            reader.close()
            phrase = reader.phrase
        phrase.weeks = (*phrase.weeks, *unit.value)
    elif unit.kind == "date":
        # "Tuesday 3 March": the date tells the day.
        phrase.days = []
        phrase.dates += unit.value
    elif not phrase.dates:
        phrase.days += unit.value
    phrase.times_first = phrase.times_first or (phrase.timed and not reader.pending)
    reader.pending = ""


def _is_new(reader: _Reader, unit: Unit) -> bool:
    """Whether a day behind an exception is no part of what the exception is made from."""
    base = [phrase for phrase in reader.done if phrase.mood != "without"]
    if any(phrase.any or not phrase.days for phrase in base) or not base:
        return False
    return not set(unit.value) & {day for phrase in base for day in phrase.days}


def _on_clock(reader: _Reader, unit: Unit) -> None:
    """A part of the day or a stretch of the clock joins the phrase, or begins the next one on the same days."""
    phrase = reader.phrase
    if phrase.any and reader.pending and not reader.negative:
        reader.pending = ""
    if base := _before_exception(reader):
        # "Any day but Monday, after 6 pm": the hours are those of the days that remain.
        (base.parts if unit.kind == "part" else base.hours).append(unit.value)
        reader.close()
        reader.pending = ""
        return
    if phrase.times_first and len(phrase.days) > 1 and not reader.pending:
        # "evenings on Mon, Tue mornings": the last day belongs to what follows.
        days, phrase.days = phrase.days[-1:], phrase.days[:-1]
        reader.close()
        reader.phrase.days = days
        phrase = reader.phrase
    elif phrase.times_first and phrase.dated and phrase.parts and unit.kind == "part" and not reader.pending:
        # "mornings Mon afternoons Tue": each before its own day.
        reader.close()
        phrase = reader.phrase
    if phrase.hours and phrase.zone is not None and unit.kind == "hours":
        # "5:30 pm ET / 2:30 pm PT": each by its own clock.
        _again(reader)
        phrase = reader.phrase
    values = phrase.parts if unit.kind == "part" else phrase.hours
    others = phrase.hours if unit.kind == "part" else phrase.parts
    if phrase.timed and (values or (others and reader.pending)):
        if not reader.pending and unit.kind == "part" and phrase.parts:
            # "Monday morning evening": as good as a list.
            pass
        elif others:
            _again(reader)
            phrase = reader.phrase
            values = phrase.parts if unit.kind == "part" else phrase.hours
    values.append(unit.value)
    reader.pending = ""


def _before_exception(reader: _Reader) -> _Phrase | None:
    """The days that hours behind an exception and a comma are meant for, where they have none yet."""
    phrase, base = reader.phrase, reader.done[-1] if reader.done else None
    if base is None or not reader.negative or reader.pending != "weak" or phrase.timed or not phrase.dated:
        return None
    return base if not base.mood and not base.timed and (base.any or base.dated) else None


def _again(reader: _Reader) -> None:
    """A new phrase on the days of the one before."""
    before = reader.phrase
    reader.close()
    reader.phrase = _Phrase(days=list(before.days), weeks=before.weeks, dates=list(before.dates))


def _back_to_others(reader: _Reader, zone: int) -> None:
    """A zone behind a list of times holds for those before it that name none."""
    for phrase in reader.done:
        phrase.zone = zone if phrase.zone is None else phrase.zone


def _on_refusal(reader: _Reader, index: int) -> None:
    reader.refuses = True
    if reader.particular_follows(index) or reader.phrase.blank:
        reader.close()
        reader.negative, reader.pending = True, ""
    else:
        reader.phrase.mood = "without"
        reader.close()


def _on_but(reader: _Reader, index: int) -> None:
    """But: an exception behind "any day"; elsewhere the turn from what is possible to what is not, or back."""
    base = reader.phrase
    exception = base.any or (base.timed and not base.dated) or len(base.days) > 1
    reader.close()
    clause = reader.clause(index)
    turned = {"prefer", "positive", "trailing", "neg", "maybe", "need"} & set(clause)
    reader.negative = exception and not turned and not reader.negative
    reader.pending = ""


def _result(reader: _Reader, notation: Notation) -> Reading:
    kept: dict[str, list[Slot]] = {"": [], "without": [], "need": [], "unsure": []}
    unread = list(reader.unread)
    for phrase in reader.done:
        slots = phrase.slots(notation.part, notation.within)
        if slots is None:
            unread.append("hours")
        else:
            kept[phrase.mood] += slots
    positive = bool(kept[""] or kept["need"] or kept["unsure"])
    if kept["without"] and not positive:
        kept[""] = [ANY]
    slots, without, need, unsure = (tuple(dict.fromkeys(kept[mood])) for mood in ("", "without", "need", "unsure"))
    return Reading(
        slots=slots,
        without=without,
        need=need,
        unsure=unsure,
        none=reader.none and not positive,
        refuses=reader.refuses,
        agrees=reader.agrees,
        local=reader.local,
        open=(reader.open and slots == (ANY,)) or (reader.bounds and bool(slots) and not without),
        unread=tuple(unread),
        doubts=any(unit.kind == "maybe" for unit in reader.units),
    )


def _meet(a: Span, b: Span) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
