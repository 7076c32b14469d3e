"""Answers in which a facilitator reads conflicts, with what is to be read in them."""

import csv
from pathlib import Path
from typing import NamedTuple

from ok_match import mentions
from ok_match.model import Conflict, ConflictKind, Facet, Participant, Place, Statement, Trait


class Case(NamedTuple):
    """One answer and what is to be read in it."""

    speaker: str
    field: str
    answer: str
    people: dict[str, str]
    unresolved: bool


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table with tabs, in which a quotation mark is only that."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cast(folder: Path) -> list[Participant]:
    """Give the people of a folder, without their answers."""
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
    """Give the answers of a folder."""
    found = []
    for row in rows(folder / "sentences.tsv"):
        marks = row["expected"].split()
        people = dict(mark.split(":") for mark in marks if ":" in mark)
        found.append(Case(row["speaker"], row["field"], row["answer"], people, "?" in marks))
    return found


def read(people: list[Participant], case: Case) -> list[Conflict]:
    """Read one answer in a sheet in which nobody else wrote anything."""
    said = [_saying(person, case) if person.id == case.speaker else person for person in people]
    shared = {ConflictKind.EMPLOYER, ConflictKind.DOMAIN}
    return [one for one in mentions.read(said).conflicts if one.kind not in shared]


def _saying(person: Participant, case: Case) -> Participant:
    place = Place(row=person.row, column=case.field)
    if case.field in set(Facet):
        statement = Statement(facet=Facet(case.field), text=case.answer, place=place)
        return person.model_copy(update={"statements": (statement,)})
    trait = Trait(name=case.field, values=(case.answer,), place=place)
    return person.model_copy(update={"traits": (*person.traits, trait)})
