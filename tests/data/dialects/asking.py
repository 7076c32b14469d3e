"""The people of ``people.json``, and the ways in which one answer is written in a cell."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from office import Cell, Row

HERE = Path(__file__).parent
Person = Mapping[str, Any]
Say = Callable[[Person], Cell]
PEOPLE: Sequence[Person] = json.loads((HERE / "people.json").read_text("utf-8"))
REFUSER = "gus@lindqvistframing.example"

OPTIONS = tuple(dict.fromkeys(theme for person in PEOPLE for theme in person["themes"]))
DAYS = ("Tuesday", "Wednesday", "Thursday")
PARTS = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day} {part}" for day in DAYS for part in PARTS)
NOBODY: Person = dict.fromkeys(PEOPLE[0], "") | {
    **dict.fromkeys(("goals", "obstacles", "opportunities", "offers", "themes", "slots"), ()),
    "consent": True,
    "share_contact": True,
    "submitted": "2026-09-02T22:00:00",
}
TEST = NOBODY | {"first": "test", "email": "test@test.com", "goals": ("test",)}
STRANGER = NOBODY | {"first": "Nadia", "last": "Brenner", "email": "nadia@brennerdental.example"}


class Q(NamedTuple):
    """A question: its header, the field that it asks for, and how an answer is written in the cell."""

    header: str
    field: str
    say: Say


def facet(field: str, nothing: str = "") -> Say:
    """Write an answer in own words: what Zoë says she says in lines, everybody else in one go."""
    return lambda person: ("\n" if person["first"] == "Zoë" else " ").join(person[field]) or nothing


def plain(field: str, nothing: str = "") -> Say:
    return lambda person: person[field] or nothing


def either(field: str, yes: Cell, no: Cell) -> Say:
    return lambda person: yes if person[field] else no


def joined(field: str, by: str, end: str = "") -> Say:
    """Write ticked options in one cell; the themes end with the "Other" in own words."""

    def say(person: Person) -> str:
        ticks = [*person[field], *([person["own_theme"]] if field == "themes" and person["own_theme"] else [])]
        return by.join(ticks) + (end if ticks else "")

    return say


def full(person: Person) -> str:
    return f"{person['first']} {person['last']}".strip()


def parts_of(day: str, person: Person) -> list[str]:
    return [slot.split()[1].capitalize() for slot in person["slots"] if slot.startswith(day)]


def number_or_words(field: str) -> Say:
    return lambda person: int(person[field]) if person[field].isdigit() else person[field]


def when(person: Person) -> datetime:
    return datetime.fromisoformat(person["submitted"])


def serial(person: Person) -> int:
    """Give a number of the kind that tools give a response: it grows with time."""
    return int((when(person) - datetime(2020, 1, 1)).total_seconds())


def at(form: str, minutes: int = 0) -> Callable[[Person], str]:
    """Write the moment of submission, or some minutes away from it; a leading zero of month and day is left out."""

    def say(person: Person) -> str:
        moment = when(person) + timedelta(minutes=minutes)
        twelve = moment.hour % 12 or 12
        return moment.strftime(form.format(month=moment.month, day=moment.day, hour=twelve))

    return say


def fixed(value: Cell) -> Say:
    return lambda _: value


def rows_of(questions: Sequence[Q], people: Sequence[Person]) -> list[list[Cell]]:
    return [[question.say(person) for question in questions] for person in people]


def table(questions: Sequence[Q], people: Sequence[Person]) -> list[list[Cell]]:
    return [[question.header for question in questions], *rows_of(questions, people)]


def text(rows: Sequence[Row], encoding: str = "utf-8", delimiter: str = ",", newline: str = "\r\n") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return out.getvalue().encode(encoding)


class Dialect(NamedTuple):
    """A file, the fields that its form asks for, and what differs from a plain sheet of these people."""

    data: bytes
    questions: Sequence[Q]
    detected: Mapping[str, object]
    merged: int = 0
    dropped: int = 0
    held: Sequence[str] = ()

    def expected(self) -> dict[str, object]:
        held = [email for email in self.held if email == REFUSER]
        people = len(PEOPLE) - len(held)
        others = self.merged + self.dropped + len(self.held)
        rows = {"data": people + others, "people": people, "merged": self.merged, "dropped": self.dropped}
        return {
            "detected": {"header_rows": 1, "tool": ""} | dict(self.detected),
            "rows": rows | {"held": len(self.held)},
            "held": sorted(self.held),
            "asks": sorted({question.field for question in self.questions if question.field}),
        }


DETECTED_CSV = {"format": "csv", "encoding": "utf-8", "delimiter": "comma"}
