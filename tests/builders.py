"""Small, readable people, affinities, worlds and sheets."""

import csv
import io
from collections.abc import Sequence

import numpy as np

from ok_match.mentions import PeopleFinder
from ok_match.model import MISSING, Affinity, Facet, OrganisationKind, Participant, Place, Sector, Statement, Trait
from ok_match.rules import World
from ok_match.sectors import read
from ok_match.similarity import SectorOdds

HEADER = ("Email", "Name", "Organisation", "Industry", "Goals", "Obstacles", "Opportunities", "Availability")


#: Traits, in the order in which a person has them: one text, several, or ``(text, number)`` for a known amount.
TRAITS = (
    "town", "role", "specialty", "team_size", "years", "revenue", "mode", "time_zone", "sit_with", "facilitate",
    "ratings", "earlier_group",
)  # fmt: skip


def trait(name: str, value: object, row: int) -> Trait:
    """A trait from ``"text"``, ``["several", "texts"]`` or ``("text", number)``."""
    place = Place(row=row, column=name)
    if isinstance(value, tuple):
        text, number = value
        return Trait(name=name, values=(text,), place=place, number=number)
    return Trait(name=name, values=(value,) if isinstance(value, str) else tuple(value), place=place)  # type: ignore[arg-type]


def participant(name: str, *, slots: Sequence[str] = (), row: int = 2, **fields: object) -> Participant:
    """A person. ``goals="..."`` and the other facets become a statement each, and ``themes=[...]`` the ticked options.

    Every other field that a participant does not have becomes a trait, as a column that a program keeps does.
    """
    statements = []
    for facet in Facet:
        written = fields.pop(facet.value, ())
        place = Place(row=row, column=facet.value)
        texts = [written] if isinstance(written, str) else written
        statements += [Statement(facet=facet, text=text, place=place) for text in texts]  # type: ignore[union-attr]
    traits = [Trait(name="availability", values=tuple(slots), place=Place(row=row, column="When"))] if slots else []
    kept = [name for name in (*TRAITS, *fields) if name in TRAITS or name not in Participant.model_fields]
    traits += [trait(name, value, row) for name in dict.fromkeys(kept) if (value := fields.pop(name, ""))]
    identity = {"id": name.casefold(), "email": f"{name.casefold()}@people.example"} | fields
    person = Participant(name=name, row=row, statements=tuple(statements), traits=tuple(traits), **identity)  # type: ignore[arg-type]
    return person if "work" in fields or not person.industry else read([person], by_words, {})[0]


def by_words(texts: Sequence[str]) -> list[SectorOdds]:
    """No likelihood worth a guess, so that a sector is what words name, or unknown."""
    return [SectorOdds(dict.fromkeys(Sector, 0.05), dict.fromkeys(OrganisationKind, 0.3)) for _ in texts]


def people(names: str, **fields: Sequence[object]) -> tuple[Participant, ...]:
    """One person per letter; each field is a sequence with one value per person."""
    return tuple(
        participant(letter.upper(), row=i + 2, **{name: values[i] for name, values in fields.items()})
        for i, letter in enumerate(names)
    )


def affinity_of(weights: object) -> Affinity:
    """An affinity from a plain matrix, with no words behind it."""
    overall = np.array(weights, np.int32)
    return Affinity(
        engine="test",
        facet=lambda _facet, _i, _j: MISSING,
        overall=overall,
        links=lambda _i, _j: (),
        gifts=lambda _i, _j: (),
    )


def world_of(persons: Sequence[Participant], weights: object = None) -> World:
    """A world of these people; without weights, every two people share 100."""
    size = len(persons)
    affinity = affinity_of(100 * (1 - np.eye(size, dtype=int)) if weights is None else weights)
    return World(persons, (), affinity, PeopleFinder(persons))


def labels_of(roster: str) -> list[int]:
    """The labels of ``ab|cd``: letters are positions (a is 0), bars separate groups, and everyone else waits."""
    groups = roster.split("|")
    size = max(ord(letter) for letter in roster if letter != "|") - ord("a") + 1
    labels = [len(groups)] * size
    for number, group in enumerate(groups):
        for letter in group:
            labels[ord(letter) - ord("a")] = number
    return labels


def sheet_of(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> bytes:
    """The rows below a header, as CSV bytes in UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *rows])
    return out.getvalue().encode("utf-8")
