"""A finished run as the stage on which single seats are explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ok_match.model import Affinity, Evidence, Finding, Participant, Strength

from .seats import Judge


@dataclass(frozen=True)
class Scene:
    """Who sits where, what they share, and what the rules say of any group.

    Attributes
    ----------
    people : sequence of Participant
        Everybody placed or waiting, in the order that positions count.
    cohorts : tuple of tuple of int
        The positions of each cohort's members, ascending; cohorts are numbered from 0.
    labels : tuple of str
        The label of each cohort.
    smallest, largest : int
        The sizes, in people, between which a cohort may be.
    units : tuple of tuple of int
        Sets of people who must sit together.
    judge : callable
        What every rule finds in a cohort: its members by position, ascending, and its number.
    of_cohorts : frozenset of str
        The names of the rules that have nothing to say about two people.
    grounds : callable
        What a must rests on that no cohort of certain people could keep; ``None`` if its findings show that.
    """

    people: Sequence[Participant]
    affinity: Affinity
    cohorts: tuple[tuple[int, ...], ...]
    labels: tuple[str, ...]
    smallest: int
    largest: int
    units: tuple[tuple[int, ...], ...]
    judge: Judge
    of_cohorts: frozenset[str] = frozenset()
    grounds: Callable[[str, Sequence[int]], tuple[Evidence, ...] | None] = lambda _rule, _people: None

    @cached_property
    def _number(self) -> dict[int, int]:
        return {i: number for number, members in enumerate(self.cohorts) for i in members}

    def cohort_of(self, person: int) -> int | None:
        """Give the number of somebody's cohort; ``None`` if they wait."""
        return self._number.get(person)

    def placement(self) -> list[int]:
        """Give the cohort number of each person; those who wait have the number after the last cohort."""
        waiting = len(self.cohorts)
        return [self._number.get(i, waiting) for i in range(len(self.people))]

    def companions(self, persons: Iterable[int]) -> tuple[int, ...]:
        """Give these people with all whom the rules bind to them, ascending."""
        found = set(persons)
        while bound := [unit for unit in self.units if found & set(unit) and not found >= set(unit)]:
            found.update(*bound)
        return tuple(sorted(found))

    def ids(self, persons: Iterable[int]) -> tuple[str, ...]:
        """Give the ids of people by their positions."""
        return tuple(self.people[i].id for i in persons)


def broken_musts(findings: Iterable[Finding]) -> list[Finding]:
    """Choose the findings that say a must is broken."""
    return [one for one in findings if one.strength is Strength.MUST and one.cost > 0]


def merged(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Join evidence of the same label: one of each, with everybody named, in the order they are met."""
    named: dict[str, dict[str, None]] = {}
    for one in evidence:
        named.setdefault(one.label, {}).update(dict.fromkeys(one.people))
    return tuple(Evidence(label=label, people=tuple(people)) for label, people in named.items())
