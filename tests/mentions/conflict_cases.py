"""Answers about conflicts, with what a facilitator reads in each."""

import csv
from pathlib import Path
from typing import NamedTuple

from ok_match import mentions
from ok_match.model import Conflict, ConflictKind, Facet, Participant, Place, Statement, Trait


class Case(NamedTuple):
    """One answer, and the conflicts that a facilitator reads in it."""

    speaker: str
    field: str
    answer: str
    people: dict[str, str]
    unresolved: bool


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table, in which quotation marks are plain characters."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cast(folder: Path) -> list[Participant]:
    """The people of a folder, without their answers."""
    return [
        Participant(
            id=row["id"],
            name=row["name"],
            organisation=row["organisation"],
            industry=row["industry"],
            email=f"{row['id']}@people.example",
            row=number,
            traits=tuple(
                Trait(name=name, values=(row[name],), place=Place(row=number, column=name))
                for name in ("role", "town")
                if row.get(name)
            ),
        )
        for number, row in enumerate(rows(folder / "people.tsv"), 2)
    ]


def cases(folder: Path) -> list[Case]:
    """The answers of a folder."""
    read_cases = []
    for row in rows(folder / "sentences.tsv"):
        marks = row["expected"].split()
        people = dict(mark.split(":") for mark in marks if ":" in mark)
        read_cases.append(Case(row["speaker"], row["field"], row["answer"], people, "?" in marks))
    return read_cases


def read(people: list[Participant], case: Case) -> list[Conflict]:
    """The conflicts read from one answer, in a sheet where nobody else wrote anything."""
    speaking = [_saying(person, case) if person.id == case.speaker else person for person in people]
    shared = {ConflictKind.EMPLOYER, ConflictKind.DOMAIN}
    return [conflict for conflict in mentions.read(speaking).conflicts if conflict.kind not in shared]


def _saying(person: Participant, case: Case) -> Participant:
    place = Place(row=person.row, column=case.field)
    if case.field in set(Facet):
        statement = Statement(facet=Facet(case.field), text=case.answer, place=place)
        return person.model_copy(update={"statements": (statement,)})
    trait = Trait(name=case.field, values=(case.answer,), place=place)
    return person.model_copy(update={"traits": (*person.traits, trait)})
