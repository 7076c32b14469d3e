"""Whose clock the times go by: one time zone for all, each person's own, or what the times themselves say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ok_match.intake.times.grammar import understood
from ok_match.intake.times.lexer import tokens_of
from ok_match.intake.times.reading import Named
from ok_match.intake.values.zones import offset_label, utc_offset
from ok_match.model.people.slot import MEETING, Slot, Times
from ok_match.model.sheets.ledger import Ledger

from .answers import Answers
from .free import Availability

_LOCAL = "local"


def on_one_clock(
    answers: Answers, found: Sequence[Availability], questions: Sequence[str], closed: bool, ledger: Ledger
) -> list[Availability]:
    """The times of all people with the zone whose clock they go by, where people go by different clocks.

    Parameters
    ----------
    found : sequence of Availability
        One a line, as written.
    questions : sequence of str
        The questions that were answered.
    closed : bool
        Whether everybody ticked the same options, so that times without a zone are the same for all.
    """
    homes = _homes(answers)
    written = Counter(slot.zone for person in found for slot in _slots(person) if slot.zone is not None)
    said, local = _of_questions(questions, ledger)
    several = len({home for home in homes if home is not None}) > 1
    if said is None and not written and not several:
        return list(found)
    if said is not None and not local:
        usual: list[int | None] = [said] * len(found)
    elif local:
        usual = homes
    elif several:
        return _of_unknown_clocks(found, homes, written, closed=closed, ledger=ledger)
    else:
        most = min(written, key=lambda zone: (-written[zone], zone))
        if len(written) > 1 and any(
            slot.zone is None and not slot.is_any and not slot.option for p in found for slot in _slots(p)
        ):
            ledger.ask(
                "times-without-zone", column=ledger.fields["availability"], detail=f"{offset_label(most)} was taken"
            )
        usual = [most] * len(found)
    zoned = [_zoned(person, zone) for person, zone in zip(found, usual, strict=True)]
    if (
        len({slot.zone for person in zoned for slot in _slots(person) if slot.zone is not None}) <= 1
        and None not in usual
    ):
        return [_without_zone(person) for person in zoned]
    return [
        person._replace(named=(), problem=person.problem or "times-without-zone")
        if zone is None and any(slot.zone is None and not slot.is_any and not slot.option for slot in _slots(person))
        else person
        for person, zone in zip(zoned, usual, strict=True)
    ]


def _of_unknown_clocks(
    found: Sequence[Availability], homes: Sequence[int | None], written: Counter[int], *, closed: bool, ledger: Ledger
) -> list[Availability]:
    """Times of people in several zones that do not say whose clock they go by.

    Options that all ticked from one list are taken as the same for all. Of times in people's own words those count that
    hold by either clock, their own and the one that most go by.
    """
    known = Counter(home for home in homes if home is not None)
    usual = min(known, key=lambda zone: (-known[zone], zone))
    bare = any(slot.zone is None and not slot.is_any and not slot.option for p in found for slot in _slots(p))
    if bare:
        detail = (
            "they count as one time for all" if closed else "until you decide, only what holds by either clock counts"
        )
        ledger.ask("times-without-zone", column=ledger.fields["availability"], detail=detail)
    if closed or ledger.guidance.accepts("times-without-zone", ledger.fields["availability"]):
        if not written:
            return list(found)
        return [_zoned(person, usual) for person in found]
    result = []
    for person, home in zip(found, homes, strict=True):
        if home is None or home == usual or not person.named:
            result.append(_zoned(person, usual))
            continue
        named = tuple(n for n in (_by_either(n, home, usual) for n in person.named) if n.times.slots)
        result.append(person._replace(named=named, problem="" if named else "times-without-zone"))
    return result


def _by_either(named: Named, home: int, usual: int) -> Named:
    """What remains of times that are by one of two clocks."""
    shift = usual - home
    slots = []
    for slot in named.times.slots:
        if slot.zone is not None or slot.is_any or slot.option:
            slots.append(slot)
            continue
        start, end = max(slot.start, slot.start + shift), min(slot.end, slot.end + shift)
        if end - start >= MEETING:
            slots.append(slot._replace(start=start, end=end, zone=usual))
    shut = []
    for slot in named.times.without:
        start, end = min(slot.start, slot.start + shift), max(slot.end, slot.end + shift)
        shut.append(slot if slot.option else slot._replace(start=max(0, start), end=end, zone=usual))
    return Named(named.words, Times(tuple(slots), tuple(shut)))


def _homes(answers: Answers) -> list[int | None]:
    """The offset of each line's own time zone, where the sheet asks for it."""
    position = next((h.position for h in answers.headings if h.field == "time_zone"), None)
    if position is None:
        return [None] * len(answers.table[0])
    return [utc_offset(cell) if cell else None for cell in answers.table[position]]


def _of_questions(questions: Sequence[str], ledger: Ledger) -> tuple[int | None, bool]:
    """The zone that the program or the questions name for all times, and whether they mean each person's own."""
    wanted = ledger.guidance.times.zone
    if wanted:
        return (None, True) if wanted.casefold() == _LOCAL else (utc_offset(wanted), False)
    zones = {token.value for text in questions for token in tokens_of(text) if token.kind == "zone"}
    local = any(understood(text).local for text in questions)
    return (zones.pop() if len(zones) == 1 and not local else None), local


def _slots(person: Availability) -> list[Slot]:
    return [slot for named in person.named for slot in (*named.times.slots, *named.times.without)]


def _zoned(person: Availability, zone: int | None) -> Availability:
    if zone is None:
        return person
    named, granted = (
        tuple(Named(n.words, n.times.in_zone(zone)) for n in part) for part in (person.named, person.granted)
    )
    return person._replace(named=named, granted=granted)


def _without_zone(person: Availability) -> Availability:
    named, granted = (
        tuple(
            Named(n.words, Times(*(tuple(slot._replace(zone=None) for slot in slots) for slots in n.times)))
            for n in part
        )
        for part in (person.named, person.granted)
    )
    return person._replace(named=named, granted=granted)
