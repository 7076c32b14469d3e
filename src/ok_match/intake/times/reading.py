"""What the cells of a question about times say, mark by mark and option by option."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ok_match.intake.files.cleaning import is_answer
from ok_match.model.people.slot import ANY, DAY, Slot, Times, shared

from .grammar import understood
from .lexer import may_refuse
from .marks import Mark, is_mark, without_legend
from .sense import Reading
from .units import Notation
from .vocabulary import plain, vague

#: A longer text is no option of a list.
_LONGEST_OPTION = 60
_COUNTER = re.compile(r"\b(?:\d+|[a-z])\b")
_LIST = re.compile(r"[;\n|]+")
_ABLE = re.compile(
    r"\b(?:works?|suits?|available|unavailable|free|make|attend|come|meet|join|possible|able|unable|can't|cannot"
    r"|can not)\b"
)
#: What was not understood of times that do not lie within the label above them.
_OUTSIDE = "outside"
_PIECE = re.compile(r"[;\n|•]+|(?<=[.!?])\s+")


class Named(NamedTuple):
    """One time that somebody named: their words for it, and what they mean."""

    words: str
    times: Times


class Said(NamedTuple):
    """What one cell says.

    Attributes
    ----------
    named : tuple of Named
        The times that it names, in the sense of the question.
    can, cannot : tuple of Named
        Times of which it says in so many words that somebody can come, or cannot.
    need, unsure : tuple of Named
        Times at which somebody can come if need be, or is not sure to.
    unmarked : tuple of Named
        Times of which it says no to what the question asks.
    none : bool
        Whether it says that no time suits, or none does not, whichever was asked.
    refuses : bool
        Whether it says so in words that leave no doubt: "I can't make any of these".
    local : bool
        Whether its times are by the writer's own clock.
    unread : tuple of str
        What was not understood.
    unknown : tuple of str
        Marks that say neither yes nor no.
    filled : bool
        Whether anything was answered.
    """

    named: tuple[Named, ...] = ()
    can: tuple[Named, ...] = ()
    cannot: tuple[Named, ...] = ()
    need: tuple[Named, ...] = ()
    unsure: tuple[Named, ...] = ()
    unmarked: tuple[Named, ...] = ()
    none: bool = False
    refuses: bool = False
    local: bool = False
    unread: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    filled: bool = False


NOTHING = Said()


def together(parts: Iterable[Said]) -> Said:
    """What several cells of one person say."""
    every = list(parts)
    if len(every) == 1:
        return every[0]

    def of(field: str) -> tuple[Named, ...]:
        return tuple(dict.fromkeys(named for said in every for named in getattr(said, field)))

    return Said(
        named=of("named"),
        can=of("can"),
        cannot=of("cannot"),
        need=of("need"),
        unsure=of("unsure"),
        unmarked=of("unmarked"),
        none=any(said.none for said in every),
        refuses=any(said.refuses for said in every),
        local=any(said.local for said in every),
        unread=tuple(text for said in every for text in said.unread),
        unknown=tuple(text for said in every for text in said.unknown),
        filled=any(said.filled for said in every),
    )


def recurring(columns: Iterable[Sequence[tuple[str, ...]]]) -> frozenset[str]:
    """The options that several people ticked: those that stand in more than one cell."""
    times = Counter(option for options in columns for cell in options for option in set(cell))
    return frozenset(option for option, count in times.items() if count > 1)


@lru_cache(maxsize=4096)
def label_times(label: str, notation: Notation) -> Times:
    """The times that the label of a column or row names; its words alone where they name none."""
    reading = understood(without_legend(label), notation)
    slots = reading.slots if reading.slots != (ANY,) else reading.without
    if slots:
        return Times(slots)
    return Times((Slot(option=" ".join(plain(label).split())),))


def of_mark(label: str, times: Times, mark: Mark) -> Said:
    """What a mark beside a label says."""
    named = (Named(label, times),)
    match mark:
        case Mark.YES:
            return Said(named=named, filled=True)
        case Mark.NO:
            return Said(unmarked=named, filled=True)
        case Mark.CAN:
            return Said(can=named, filled=True)
        case Mark.CANNOT:
            return Said(cannot=named, filled=True)
        case Mark.NEED:
            return Said(need=named, filled=True)
    return Said(unsure=named, filled=True)


def of_label(label: str, notation: Notation, mark: Mark) -> Said:
    """What a mark beside a label says, which may be "none of these" or "any of these" instead of a time."""
    reading = understood(without_legend(label), notation)
    if reading.unread or not (reading.none or reading.slots == (ANY,)) or reading.without:
        return of_mark(label, label_times(label, notation), mark)
    if mark not in (Mark.YES, Mark.CAN):
        return Said(filled=True)
    if reading.none:
        return Said(none=True, refuses=_refuses(label), filled=True)
    return Said(named=(Named(label, Times((ANY,))),), filled=True)


def of_row(  # noqa: PLR0911, PLR0912 - one branch a way to fill in a cell
    label: str, cell: str, options: Sequence[str], marks: Mapping[str, Mark], notation: Notation, known: Collection[str]
) -> Said:
    """What a cell of a grid says, under or beside a label.

    Parameters
    ----------
    options : sequence of str
        The options ticked in the cell.
    marks : mapping
        What each mark of the grid means.
    known : collection of str
        The options that several people ticked.
    """
    if not cell:
        return NOTHING
    if cell in marks:
        return of_label(label, notation, marks[cell])
    if plain(cell) == plain(label):
        return of_label(label, notation, Mark.YES)
    parts = []
    if len(options) == 1 and options[0] in marks and plain(cell.strip(" ;,|\n")) != plain(options[0]):
        return Said(unknown=(cell,), filled=True)  # "~1" is more than a 1
    for option in options or (cell,):
        if option in marks:
            parts.append(of_label(label, notation, marks[option]))
            continue
        if len(option) == 1:
            parts.append(Said(unknown=(option,), filled=True))  # "F" is Friday, or free
            continue
        alone = understood(option, notation)
        if alone.empty and not alone.unread and alone.agrees != alone.refuses:
            mark = Mark.CAN if alone.agrees else Mark.CANNOT
            parts.append(of_label(label, notation, mark))
            continue
        words = option if plain(label) in plain(option) else f"{label} {option}"
        reading = alone if alone.empty and "hours" not in alone.unread else _beside(label, option, notation)
        if reading.unread or reading.empty:
            if reading.unread in ((_OUTSIDE,), ("hours",)):
                parts.append(Said(unread=(option,), filled=True))
            elif _is_option(option, known) and _has_slots(option, notation):
                slot = Slot(option=" ".join(plain(words).split()))
                parts.append(Said((Named(words, Times((slot,))),), filled=True))
            elif _is_short(option):
                parts.append(Said(unknown=(option,), filled=True))
            else:
                parts.append(Said(unread=(option,), filled=True))
        else:
            parts.append(_said(words, reading))
    said = together(parts)
    if (said.named or said.can) and (said.unmarked or said.cannot or said.unsure):
        return Said(unread=(cell,), filled=True)  # yes and no in one cell
    if said.unknown or said.unread:
        # Beside what was not understood, only what others ticked too says what it seems to say.
        named = tuple(n for n in said.named if n.words in known or n.words.removeprefix(f"{label} ") in known)
        return said._replace(named=named, can=())
    return said


def of_answer(
    cell: str, options: Sequence[str], notation: Notation, known: Collection[str], question: str = ""
) -> Said:
    """What an answer says that stands under no label of its own: a list, or prose.

    Parameters
    ----------
    question : str, optional
        The question, which may name the day or the hours that the answer leaves out: "Mondays: which hours?"
    """
    said = _of_answer(cell, options, notation, known)
    frame = understood(question, notation).slots if question else ()
    if len(frame) != 1 or frame[0].is_any or not said.filled:
        return said
    at = frame[0]
    return said._replace(
        named=tuple(_framed(n, at) for n in said.named),
        can=tuple(_framed(n, at) for n in said.can),
        need=tuple(_framed(n, at) for n in said.need),
        unsure=tuple(_framed(n, at) for n in said.unsure),
    )


def _framed(named: Named, frame: Slot) -> Named:
    """A time with the days and hours that its question names, where it names none itself."""
    return Named(named.words, Times(*(tuple(_in_frame(slot, frame) for slot in slots) for slots in named.times)))


def _in_frame(slot: Slot, frame: Slot) -> Slot:
    if slot.option:
        return slot
    if not (slot.days or slot.weeks or slot.dates):
        slot = slot._replace(days=frame.days, weeks=frame.weeks, dates=frame.dates)
    if (slot.start, slot.end) == (0, DAY):
        slot = slot._replace(start=frame.start, end=frame.end)
    return slot if slot.zone is not None else slot._replace(zone=frame.zone)


def _of_answer(  # noqa: PLR0911 - one return a reason
    cell: str, options: Sequence[str], notation: Notation, known: Collection[str]
) -> Said:
    if not cell:
        return NOTHING
    whole = understood(cell, notation)
    if _contradicts(cell, notation):
        return Said(unread=(cell,), filled=True)
    if not whole.unread and whole.refuses and not whole.agrees and not (whole.slots or whole.need or whole.unsure):
        return Said(none=True, refuses=_refuses(cell), filled=True)
    if not whole.unread and not whole.empty:
        pieces = [understood(option, notation) for option in options]
        if len(pieces) > 1 and _make_up(pieces, whole):
            return together(_said(o, p) for o, p in zip(options, pieces, strict=True))
        return _said(" ".join(cell.split()), whole)
    if not is_answer(cell):
        return Said(unread=(cell,), filled=True) if vague().search(plain(cell)) or whole.doubts else NOTHING
    parts = []
    loose = [piece.strip() for piece in _PIECE.split(cell) if piece.strip()]
    # A comma may part options, and may as well part a sentence: its pieces count where others ticked them too.
    ticked = options if all(option in known for option in options) else loose
    for piece in ticked or loose:
        reading = understood(piece, notation)
        if not reading.unread and not reading.empty:
            parts.append(_said(piece, reading))
        elif _is_option(piece, known):
            parts.append(Said((Named(piece, Times((Slot(option=" ".join(plain(piece).split())),))),), filled=True))
        elif not reading.unread and not is_answer(piece):
            continue
        else:
            parts.append(Said(unread=(piece,), filled=True))
    return together(parts) if parts else Said(unread=(cell,), filled=True)


def _make_up(pieces: Sequence[Reading], whole: Reading) -> bool:
    """Whether options one by one say the same as the answer as a whole."""
    if any(p.unread or p.empty or p.without or p.none for p in pieces) or whole.need or whole.unsure:
        return False
    return {slot for p in pieces for slot in _each(p.slots)} == set(_each(whole.slots))


def _beside(label: str, option: str, notation: Notation) -> Reading:
    """What an option says beside the label of its row: the label gives the day, or the part of the day."""
    alone = understood(option, notation)
    if alone.none:
        return alone
    if alone.unread and set(alone.unread) != {"hours"}:
        return Reading(unread=alone.unread)
    mine = understood(label, notation)
    if _days(alone) and _days(mine) and not _days(alone) <= _days(mine):
        return Reading(unread=(option,))  # "Tue" in the column of Mondays
    if _has_hours(mine):
        # The label says when: what is written under it can only take something away.
        span = min(frame.start for frame in mine.slots), max(frame.end for frame in mine.slots) + 1
        own = understood(option, replace(notation, within=span))
        return own if own.unread or own.empty else _kept_within(own, mine)
    both = understood(f"{label} {option}", notation)
    if both.unread and not alone.unread and mine.unread and mine.empty:
        return alone
    return both


def _has_hours(label: Reading) -> bool:
    frames = label.slots
    return bool(frames) and not label.unread and all((frame.start, frame.end) != (0, DAY) for frame in frames)


def _kept_within(reading: Reading, label: Reading) -> Reading:
    """A reading less what lies outside its label: "after 9" in the column of Monday at 8 is no time."""
    kept = reading._replace(
        slots=_within(reading.slots, label.slots),
        need=_within(reading.need, label.slots),
        unsure=_within(reading.unsure, label.slots),
    )
    lost = any(had and not has for had, has in zip(_positive(reading), _positive(kept), strict=True))
    return Reading(unread=(_OUTSIDE,)) if lost else kept


def _positive(reading: Reading) -> tuple[tuple[Slot, ...], ...]:
    return reading.slots, reading.need, reading.unsure


def _within(slots: Iterable[Slot], frames: Sequence[Slot]) -> tuple[Slot, ...]:
    return tuple(dict.fromkeys(part for slot in slots for frame in frames if (part := shared(slot, frame))))


def _said(words: str, reading: Reading) -> Said:
    """A reading that was understood, as what a cell says."""
    named = tuple([Named(words, Times(reading.slots, reading.without))] if reading.slots else [])
    need = tuple([Named(words, Times(reading.need, reading.without))] if reading.need else [])
    unsure = tuple([Named(words, Times(reading.unsure, reading.without))] if reading.unsure else [])
    if reading.open:
        return Said(can=named, need=need, unsure=unsure, local=reading.local, filled=True)
    refuses = reading.none and _refuses(words)
    return Said(named, need=need, unsure=unsure, none=reading.none, refuses=refuses, local=reading.local, filled=True)


def _refuses(words: str) -> bool:
    """Whether "none" is said of what somebody can do: "none of these work for me"."""
    return _ABLE.search(plain(words)) is not None


def _contradicts(cell: str, notation: Notation) -> bool:
    """Whether an answer lists both "none of these" and one of them."""
    pieces = [piece.strip() for piece in _LIST.split(cell) if piece.strip()]
    # Most answers refuse nothing: their pieces need not be read one by one.
    refusals = [understood(piece, notation) for piece in pieces if may_refuse(piece)]
    if not any(p.none and not p.unread for p in refusals):
        return False
    return any(p.slots and not p.unread for p in (understood(piece, notation) for piece in pieces))


def _is_option(text: str, known: Collection[str]) -> bool:
    """Whether a text that is no time is an option of a list: several ticked it, or others of the same series."""
    if is_mark(text) or len(text) > _LONGEST_OPTION or vague().search(plain(text)):
        return False
    return text in known or (_series(text) != plain(text) and _series(text) in _all_series(frozenset(known)))


@lru_cache(maxsize=8)
def _all_series(options: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_series, options))


def _series(text: str) -> str:
    """What the options of a series share: "slot #" of "Slot A" and "Slot C"."""
    return _COUNTER.sub("#", plain(text))


def _has_slots(option: str, notation: Notation) -> bool:
    return bool(understood(option, notation).slots)


def _is_short(text: str) -> bool:
    return len(text.split()) <= 2


def _days(reading: Reading) -> set[int]:
    return {day for slot in (*reading.slots, *reading.need, *reading.unsure) for day in slot.days}


def _each(slots: Iterable[Slot]) -> Iterable[Slot]:
    """The slots, a day each."""
    for slot in slots:
        yield from (slot._replace(days=(day,)) for day in slot.days) if slot.days else (slot,)
