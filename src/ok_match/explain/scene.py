"""The scene: a finished run, as the basis for explaining single seats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ok_match.model import Affinity, Evidence, Finding, Participant, Strength

from .seats import Judge


@dataclass(frozen=True)
class Scene:
    """The placement of everybody, what they share, and the verdict of the rules on any group.

    Attributes
    ----------
    people : sequence of Participant
        Everybody placed or waiting; positions count in this order.
    cohorts : tuple of tuple of int
        The positions of each cohort's members, ascending; cohorts are numbered from 0.
    labels : tuple of str
        The label of each cohort.
    smallest, largest : int
        The permitted range of cohort sizes, in people.
    units : tuple of tuple of int
        Sets of people who must sit together.
    judge : callable
        From the positions of a cohort's members, ascending, and its number, to the finding of every rule.
    of_cohorts : frozenset of str
        The names of the rules that judge whole cohorts and say nothing about two people.
    grounds : callable
        From a must and people of whom no cohort could keep it, to its evidence; ``None`` if its findings suffice.
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
        """The number of a person's cohort; ``None`` if they wait."""
        return self._number.get(person)

    def placement(self) -> list[int]:
        """The cohort number of each person; a waiting person has the number after the last cohort."""
        waiting = len(self.cohorts)
        return [self._number.get(i, waiting) for i in range(len(self.people))]

    def companions(self, persons: Iterable[int]) -> tuple[int, ...]:
        """These people and everybody whom the rules bind to them, ascending."""
        together = set(persons)
        while bound := [unit for unit in self.units if together & set(unit) and not together >= set(unit)]:
            together.update(*bound)
        return tuple(sorted(together))

    def ids(self, persons: Iterable[int]) -> tuple[str, ...]:
        """The ids of the people at these positions."""
        return tuple(self.people[i].id for i in persons)


def broken_musts(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of broken musts."""
    return [finding for finding in findings if finding.strength is Strength.MUST and finding.cost > 0]


def merged(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence with one entry per label, which names everybody; labels and people in order of appearance."""
    named: dict[str, dict[str, None]] = {}
    for entry in evidence:
        named.setdefault(entry.label, {}).update(dict.fromkeys(entry.people))
    return tuple(Evidence(label=label, people=tuple(people)) for label, people in named.items())
