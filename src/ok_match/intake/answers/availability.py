"""The times at which people can come: as they ticked, marked or wrote them, whichever way round they were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ok_match.intake.columns.folding import Kind
from ok_match.intake.columns.recognition import Heading
from ok_match.intake.columns.table import split_grid
from ok_match.intake.files.cleaning import is_answer
from ok_match.intake.times.grammar import understood
from ok_match.intake.times.marks import Mark, is_cross, legend, marks_of
from ok_match.intake.times.polarity import asked
from ok_match.intake.times.reading import (
    NOTHING,
    Named,
    Said,
    label_times,
    of_answer,
    of_label,
    of_row,
    recurring,
    together,
)
from ok_match.intake.times.units import Notation
from ok_match.intake.times.vocabulary import plain
from ok_match.model import Asks
from ok_match.model.people.slot import ALTERNATE, ANY, DAY, Slot, Times, days_text, may_overlap
from ok_match.model.sheets.ledger import Ledger, shortened

from .answers import Answers
from .clocks import on_one_clock
from .free import UNASKED, Availability

_FIELD = "availability"
#: The kinds of column that hold marks, or words, under a label.
_LABELLED = (Kind.ROW, Kind.CHOICE, Kind.TICK)
#: Marks that leave nothing out, where the question asks what to leave out.
_NOTHING = frozenset(("none", "never", "nothing"))
#: The halves of the day that leave no doubt of "7-9".
_MORNING, _EVENING = (6 * 60, 13 * 60), (16 * 60, DAY)
#: Why no time suits somebody: they said so, or an x was taken for it.
_REFUSED, _CROSSED = "they refused all of them", "an X was read as no, beside the check marks of others"
#: Words for what is possible, and those that tell that it is said of what remains.
_FREE = re.compile(
    r"\b(?:free|available|can|could|works|suits|is fine|are fine|is best|are best|is good|are good"
    r"|puedo|podria|libres?|disponibles?|peux|pourrais|kann|frei|verfugbar|posso|livre|disponivel|liber[oa]|disponibile"
    r"|kan|vrij|beschikbaar)\b"
)
_REST = re.compile(
    r"\b(?:otherwise|rest|others?|else|not|no|cannot|never|but|except|apart|otros|resto|menos|excepto|salvo|pero"
    r"|autres|pas|sauf|mais|sonst|nicht|ausser|aber|nao|non|tranne|niet|behalve)\b|n't\b"
)


@dataclass(frozen=True, slots=True)
class _Question:
    """One question about times: its columns, which way round it is asked, and what each line says.

    ``crossed`` are the lines in which an x was read as "no", beside the check marks of others.
    """

    headings: tuple[Heading, ...]
    text: str
    asks: Asks
    closed: bool
    said: tuple[Said, ...]
    offered: tuple[Named, ...]
    crossed: frozenset[int] = frozenset()


def availability(answers: Answers, ledger: Ledger) -> list[Availability]:
    """When each line's person can come."""
    headings = [heading for heading in answers.headings if heading.field == _FIELD]
    lines = len(answers.table[0])
    if not headings:
        return [UNASKED] * lines
    notation = _notation(answers, headings)
    questions = [_question(answers, group, notation, ledger) for group in _groups(headings)]
    told = _joined([question for question in questions if question is not None])
    if not told:
        return [UNASKED] * lines
    every = [[question.said[line] for question in told] for line in range(lines)]
    if not any(
        said.named or said.can or said.cannot or said.need or said.none or said.unmarked or said.unknown
        for row in every
        for said in row
    ):
        if any(said.filled for row in every for said in row):
            ledger.ask("unclear-availability", column=headings[0].header)
        return [UNASKED] * lines
    found = []
    for line in range(lines):
        person = _of_person([_turned(question, line) for question in told])
        if person.named and not any(question.said[line].filled for question in told):
            person = person._replace(notes=(("no-availability", ""),))
        if person.problem == "no-time-suits" and any(line in question.crossed for question in told):
            person = person._replace(detail=_CROSSED)
        found.append(person)
    return on_one_clock(answers, found, [question.text for question in told], all(q.closed for q in told), ledger)


def _joined(questions: Sequence[_Question]) -> list[_Question]:
    """The questions, those as one that ask for the times at which people can not come: what remains is left by all."""
    refusing = [question for question in questions if question.asks is Asks.CANNOT]
    if len(refusing) < 2:
        return list(questions)
    first = refusing[0]
    one = replace(
        first,
        headings=tuple(heading for question in refusing for heading in question.headings),
        closed=any(question.closed for question in refusing),
        said=tuple(together(said) for said in zip(*(question.said for question in refusing), strict=True)),
        offered=tuple(dict.fromkeys(named for question in refusing for named in question.offered)),
    )
    return [question for question in questions if question.asks is Asks.CAN] + [one]


def _groups(headings: Sequence[Heading]) -> Iterator[tuple[Heading, ...]]:
    """The columns of each question about times."""
    for _, group in groupby(headings, key=_stem):
        yield tuple(group)


def _stem(heading: Heading) -> str:
    """The question that a column belongs to, without the label of the column."""
    if heading.kind is Kind.WHOLE:
        return heading.header
    stem, row = split_grid(heading.header)
    if row:
        return stem
    return heading.header.removesuffix(heading.row).rstrip(" -–—.:>[") if heading.row != heading.header else ""


def _notation(answers: Answers, headings: Sequence[Heading]) -> Notation:
    """How the sheet writes clock times and dates."""
    cells = [cell for h in headings for cell in (h.header, *set(answers.table[h.position]))]
    text = " ".join(cells).casefold()
    halves = re.search(r"\d\s?[ap]\.?\s?m\b", text)
    whole = re.search(r"\b(1[3-9]|2[0-3])\s?[:.h]\s?[0-5]\d|\b(1[3-9]|2[0-3])\s?(h|uhr)\b", text)
    dates = [tuple(map(int, found)) for found in re.findall(r"\b(\d{1,2})/(\d{1,2})(?:/\d{2,4})?\b", text)]
    first, second = any(a > 12 for a, _ in dates), any(b > 12 for _, b in dates)
    day_first = True if first and not second else False if second and not first else None
    return Notation(day_first, bool(whole and not halves), answers.habits.year)


def _question(answers: Answers, headings: tuple[Heading, ...], notation: Notation, ledger: Ledger) -> _Question | None:
    """One question, read; ``None`` where it is not clear what it asks for."""
    text = _stem(headings[0]) or "\n".join(heading.header for heading in headings)
    asks = ledger.guidance.times.asks or asked(text)
    if asks is None:
        ledger.ask("unclear-question", column=headings[0].header)
        if not ledger.guidance.accepts("unclear-question", headings[0].header):
            return None
        asks = Asks.CAN
    headings = tuple(replace(h, row=_dated_label(h, text, notation)) for h in headings)
    notation = replace(notation, part=_usual_part(answers, headings, text, notation))
    options = {h.position: [_options(answers, h, line) for line in range(len(answers.table[0]))] for h in headings}
    known = recurring(options.values())
    cells = [cell for h in headings for cell in answers.table[h.position] if cell]
    rows = [
        [text for h in headings for text in (answers.table[h.position][line], *options[h.position][line]) if text]
        for line in range(len(answers.table[0]))
    ]
    told = legend(text)
    if told and not ledger.guidance.times.asks:
        # Where the question explains all marks that there are, they say it, and what is left blank says the rest.
        meant = {told.get(plain(cell)) for cell in cells}
        asks = Asks.CANNOT if meant == {Mark.CANNOT} else Asks.CAN if None not in meant else asks
        told = {m: Mark.YES if meant == {Mark.CANNOT} else said for m, said in told.items()}
    marks = marks_of(rows, ledger.guidance.times, told)
    if asks is Asks.CANNOT:
        # Which parts of Tuesday do not suit: none.
        marks = {mark: Mark.NO if plain(mark) in _NOTHING else said for mark, said in marks.items()}
    read: dict[tuple[int, str, tuple[str, ...]], Said] = {}
    parts: list[list[Said]] = [[] for _ in rows]
    for h in headings:
        for line, ticked in enumerate(options[h.position]):
            key = (h.position, answers.table[h.position][line], ticked)
            if key not in read:
                read[key] = _cell(answers, h, line, ticked, marks, notation, known)
                for mark in read[key].unknown:
                    ledger.ask("unknown-mark", column=h.header, value=shortened(mark, 30))
            parts[line].append(read[key])
    said = tuple(map(together, parts))
    if asks is Asks.CANNOT:
        ledger.note("asks-cannot", column=headings[0].header)
    gridded = any(h.kind in _LABELLED for h in headings) or all(cell in marks for cell in cells)
    listed = sum(option in known for rows in options.values() for row in rows for option in row)
    ticks = sum(len(row) for rows in options.values() for row in rows)
    closed = gridded or (ticks > 0 and listed * 10 >= ticks * 6)
    labelled = [
        Named(h.row, label_times(h.row, notation))
        for h in headings
        if h.kind in (Kind.CHOICE, Kind.TICK) or _is_marked(answers, h, marks)
    ]
    offered = tuple(
        dict.fromkeys([*labelled, *(named for s in said for named in (*s.named, *s.unmarked, *s.can, *s.cannot))])
    )
    crosses = frozenset(mark for mark, meant in marks.items() if meant is Mark.NO and is_cross(mark))
    crossed = frozenset(line for line, row in enumerate(rows) if not crosses.isdisjoint(row))
    return _Question(headings, text, asks, closed, said, offered, crossed if asks is Asks.CAN else frozenset())


def _dated_label(heading: Heading, stem: str, notation: Notation) -> str:
    """The label of a row with the day that its question names, where it names none: "Monday [evening]", "mon_am"."""
    asked_for, own = understood(stem, notation).slots, understood(heading.row, notation)
    if not heading.row or len(asked_for) != 1 or not asked_for[0].days or own.none:
        return heading.row
    if any(slot.days or slot.dates or slot.is_any for slot in (*own.slots, *own.without)):
        return heading.row
    whole = f"{days_text(asked_for[0].days)} {heading.row}"
    both = understood(whole, notation)
    return heading.row if both.unread or not both.slots else whole


def _usual_part(answers: Answers, headings: Sequence[Heading], text: str, notation: Notation) -> tuple[int, int] | None:
    """The half of the day that all times of a question are in, so that "7-9" among evenings is clear."""
    asked_for = {(s.start, s.end) for s in understood(text, notation).slots if (s.start, s.end) != (0, DAY)}
    if len(asked_for) == 1:
        return asked_for.pop()
    read = [understood(cell, notation) for h in headings for cell in answers.table[h.position] if cell]
    slots = [s for reading in read if not reading.unread for s in reading.slots if (s.start, s.end) != (0, DAY)]
    if len(slots) < 2:
        return None
    first, last = min(s.start for s in slots), max(s.end for s in slots)
    return _MORNING if last <= _MORNING[1] else _EVENING if first >= _EVENING[0] else None


def _is_marked(answers: Answers, heading: Heading, marks: Mapping[str, Mark]) -> bool:
    """Whether the cells of a row hold marks."""
    cells = [cell for cell in answers.table[heading.position] if cell]
    return heading.kind is Kind.ROW and bool(cells) and all(cell in marks for cell in cells)


def _options(answers: Answers, heading: Heading, line: int) -> tuple[str, ...]:
    """The options ticked in one cell."""
    if heading.kind in (Kind.WHOLE, Kind.ROW):
        return answers.ticks[heading.position][line]
    cell = answers.table[heading.position][line]
    return (cell,) if cell else ()


def _cell(
    answers: Answers,
    heading: Heading,
    line: int,
    options: tuple[str, ...],
    marks: Mapping[str, Mark],
    notation: Notation,
    known: frozenset[str],
) -> Said:
    """What one cell says."""
    cell = answers.table[heading.position][line]
    if not cell:
        return NOTHING
    if heading.kind in _LABELLED:
        return of_row(heading.row, cell, options, marks, notation, known)
    if heading.kind is Kind.WHOLE and cell in marks and not understood(cell, notation).slots:
        if not label_times(heading.header, notation).slots[0].option:
            return of_label(heading.header, notation, marks[cell])
        if marks[cell] in (Mark.NO, Mark.CANNOT) and is_answer(cell):
            return Said(none=True, filled=True)
    if heading.kind is Kind.OTHER:
        return NOTHING if cell in marks else of_answer(cell, options, notation, known)
    return of_answer(cell, options, notation, known, heading.header)


def _turned(question: _Question, line: int) -> Said:
    """What a line says of the times at which its person can come, whichever way round the question is asked.

    Of a question that asks for the times at which people can not come, what remains is in ``named``: it counts only
    where no other question asks for those at which they can.
    """
    said = question.said[line]
    if question.asks is Asks.CAN:
        named = tuple(part for n in said.named for part in _within_offer(n, question))
        none = said.none or bool(said.named and not named)
        return said._replace(can=(*named, *said.can), named=(), cannot=(*said.cannot, *said.unmarked), none=none)
    if said.refuses:
        # "None of these work for me", asked for the times that do not: all, or none of them.
        return said._replace(named=(), none=True)
    blocked = list(said.cannot)
    for one in said.named:
        if _is_of_the_free(one.words):
            return said._replace(named=(), can=(), unread=(*said.unread, one.words))
        if one.times.slots != (ANY,):
            blocked.append(one)
        elif one.times.without:
            blocked.append(Named(one.words, Times(one.times.without)))
        else:
            return said._replace(named=(), none=True, filled=True)
    cannot = tuple(blocked)
    if said.unread or said.unknown or said.unsure:
        # What somebody cannot was not understood: nothing else is known to be possible.
        return said._replace(named=(), cannot=cannot)
    words = f"any time but {'; '.join(n.words for n in blocked)}" if blocked else "any time"
    shut = tuple(slot for n in blocked for slot in n.times.slots)
    rest = _within_offer(Named(words, Times((ANY,), shut)), question)
    return said._replace(named=rest, cannot=cannot, none=not rest, filled=True)


def _is_of_the_free(words: str) -> bool:
    """Whether words in an answer about when somebody cannot come seem to say when they can."""
    text = plain(words)
    return _FREE.search(text) is not None and _REST.search(text) is None


def _within_offer(named: Named, question: _Question) -> tuple[Named, ...]:
    """Any time but some, as the options that remain of a list that all ticked from."""
    if not question.closed or named.times.slots != (ANY,) or not named.times.without:
        return (named,)
    options = [offer for offer in question.offered if ANY not in offer.times.slots]
    return tuple(o for o in options if not any(may_overlap(a, b) for a in o.times.slots for b in named.times.without))


def _of_person(parts: Sequence[Said]) -> Availability:
    """The times of one person, and what holds them back."""
    said = together(parts)
    shut = tuple(dict.fromkeys(slot for named in said.cannot for slot in named.times.slots))
    named = tuple(
        Named(n.words, Times(n.times.slots, (*n.times.without, *_touching(n, shut))))
        for n in said.can or said.need or said.named
    )
    named = tuple(n for n in named if not set(n.times.slots) <= set(n.times.without))
    notes = []
    if said.need:
        notes.append(("times-if-need-be", _listed(said.need)))
    if said.unsure:
        notes.append(("unsure-times", _listed(said.unsure)))
    alternate = [n for n in named if any(ALTERNATE in slot.weeks for slot in n.times.slots)]
    if alternate:
        notes.append(("alternate-weeks", _listed(alternate)))
    if said.unread and named:
        notes.append(("unread-times", _listed_texts(said.unread)))
    if named:
        return Availability(named, notes=tuple(notes))
    if said.unread:
        rest = (Named(f"any time but {'; '.join(n.words for n in said.cannot)}", Times((ANY,), shut)),)
        return Availability((), "unread-times", _listed_texts(said.unread), tuple(notes), rest if shut else ())
    if said.filled:
        return Availability((), "no-time-suits", _REFUSED, tuple(notes))
    return Availability((), "no-times-given")


def _touching(named: Named, shut: Sequence[Slot]) -> tuple[Slot, ...]:
    """The slots that take something away from a time."""
    return tuple(
        slot
        for slot in shut
        if slot not in named.times.without and any(may_overlap(slot, own) for own in named.times.slots)
    )


def _listed(named: Sequence[Named]) -> str:
    return shortened(", ".join(dict.fromkeys(n.words for n in named)))


def _listed_texts(texts: Sequence[str]) -> str:
    return shortened("; ".join(dict.fromkeys(f"“{shortened(text, 40)}”" for text in texts)), 100)
