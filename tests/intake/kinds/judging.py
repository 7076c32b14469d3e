"""What was made of a case, held against what a careful person would make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ok_match import Intake, PeopleFinder, Program, SheetError, check
from ok_match.model import Affinity, Facet, Strength
from ok_match.rules import World, complete, constraints_of

from .cases import Case


def faults(case: Case) -> list[str]:
    """What is wrong in the reading of a case; empty where all is as expected."""
    words = case.expect.get("refuses")
    try:
        intake = check(case.handed_in)
    except SheetError as error:
        if words is None:
            return [f"refused: {error}"]
        return (
            [] if any(word.casefold() in str(error).casefold() for word in words) else [f"refused without why: {error}"]
        )
    if words is not None:
        return [f"read, not refused: {[person.name for person in intake.participants]}"]
    reading = Reading(intake)
    return [fault for key, wanted in case.expect.items() for fault in CHECKS[key](reading, wanted)]


class Reading:
    """An intake, asked about people by their names."""

    def __init__(self, intake: Intake) -> None:
        self.intake = intake
        self.people = {plain(person.name): person for person in intake.participants}
        self.position = {plain(person.name): i for i, person in enumerate(intake.participants)}
        self.held = {plain(person.name) for person in intake.held}
        self.slots = self._slots()

    def _slots(self) -> Any:
        people = self.intake.participants
        if not people:
            return None
        finder = PeopleFinder(people, self.intake.held)
        world = World(people, self.intake.held, Affinity.unjudged(len(people)), finder)
        every = constraints_of(complete(Program()), world)
        return next(constraint for constraint in every if constraint.finding((), 0).rule == "meeting_slot")

    def meet(self, a: str, b: str) -> bool | None:
        """Whether two people share a time; ``None`` where one of them is not to be placed."""
        if plain(a) not in self.position or plain(b) not in self.position:
            return None
        finding = self.slots.finding(sorted((self.position[plain(a)], self.position[plain(b)])), 0)
        return bool(finding.judged and finding.cost == 0)

    def apart(self, a: str, b: str) -> bool:
        """Whether two people are to be kept apart because of what somebody wrote."""
        ids = {self.people[plain(name)].id for name in (a, b) if plain(name) in self.people}
        return any(
            {conflict.a, conflict.b} == ids and conflict.acts_as is not Strength.OFF
            for conflict in self.intake.conflicts
        )


def plain(text: str) -> str:
    """A text without regard to case and spacing."""
    return " ".join(text.split()).casefold()


def _placed(reading: Reading, wanted: Sequence[str]) -> Iterator[str]:
    seen, expected = sorted(p.name for p in reading.intake.participants), sorted(wanted)
    if sorted(map(plain, seen)) != sorted(map(plain, expected)):
        yield f"placed: missing {sorted(set(expected) - set(seen))}, too many {sorted(set(seen) - set(expected))}"


def _held(reading: Reading, wanted: Sequence[str]) -> Iterator[str]:
    if reading.held != set(map(plain, wanted)):
        yield f"held: {sorted(reading.held)}, not {sorted(map(plain, wanted))}"


def _nobody(reading: Reading, wanted: Sequence[str]) -> Iterator[str]:
    for text in wanted:
        if plain(text) in reading.people or plain(text) in reading.held:
            yield f"a person: {text}"


def _fields(reading: Reading, wanted: Mapping[str, str]) -> Iterator[str]:
    seen = {plain(column.header): column.field or "none" for column in reading.intake.columns}
    for header, field in wanted.items():
        if seen.get(plain(header), "no such column") != field:
            yield f"column {header!r}: {seen.get(plain(header), 'no such column')}, not {field}"


def _can_meet(reading: Reading, wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"cannot meet: {a} and {b}" for a, b in wanted if not reading.meet(a, b))


def _cannot_meet(reading: Reading, wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"can meet: {a} and {b}" for a, b in wanted if reading.meet(a, b))


def _any_time(reading: Reading, wanted: Sequence[str]) -> Iterator[str]:
    for name in wanted:
        at = reading.position.get(plain(name))
        if at is None or not reading.slots.free[at].all():
            yield f"not free at every time: {name}"


def _no_time(reading: Reading, wanted: Sequence[str]) -> Iterator[str]:
    for name in wanted:
        at = reading.position.get(plain(name))
        if at is not None and (not reading.slots.slots or reading.slots.free[at].any()):
            yield f"free at some time: {name}"


def _ticked(reading: Reading, wanted: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name, options in wanted.items():
        person = reading.people.get(plain(name))
        seen = [said.text for said in person.said(Facet.THEMES)] if person else []
        if list(map(plain, seen)) != list(map(plain, options)) and sorted(map(plain, seen)) != sorted(
            map(plain, options)
        ):
            yield f"ticked by {name}: {seen}, not {list(options)}"


def _apart(reading: Reading, wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"not kept apart: {a} and {b}" for a, b in wanted if not reading.apart(a, b))


def _not_apart(reading: Reading, wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"kept apart: {a} and {b}" for a, b in wanted if reading.apart(a, b))


def _wrote(reading: Reading, wanted: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for name, answers in wanted.items():
        person = reading.people.get(plain(name))
        for field, text in answers.items():
            if person is None:
                yield f"nobody called {name}"
            elif field in ("name", "email", "organisation", "industry"):
                if plain(getattr(person, field)) != plain(text):
                    yield f"{field} of {name}: {getattr(person, field)!r}, not {text!r}"
            elif field in set(Facet):
                seen = " ".join(said.text for said in person.said(Facet(field)))
                if plain(text).strip(".!? ") not in plain(seen) and plain(seen) not in plain(text):
                    yield f"{field} of {name}: {seen!r}, not {text!r}"
            else:
                trait = person.find_trait(field)
                seen = " ".join((*trait.values, trait.original)) if trait else ""
                if plain(text) not in plain(seen):
                    yield f"{field} of {name}: {seen!r}, not {text!r}"


def _asks(reading: Reading, wanted: bool) -> Iterator[str]:
    if reading.intake.undecided != wanted:
        yield (
            "asks nothing" if wanted else f"asks about {[(p.code, p.row, p.column) for p in reading.intake.decisions]}"
        )


CHECKS: Mapping[str, Callable[[Reading, Any], Iterator[str]]] = {
    "placed": _placed,
    "held": _held,
    "nobody": _nobody,
    "fields": _fields,
    "can_meet": _can_meet,
    "cannot_meet": _cannot_meet,
    "any_time": _any_time,
    "no_time": _no_time,
    "ticked": _ticked,
    "apart": _apart,
    "not_apart": _not_apart,
    "wrote": _wrote,
    "asks": _asks,
}
