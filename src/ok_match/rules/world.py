"""What a constraint may look at, and how the people whom a rule names are found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ok_match.errors import ProgramError
from ok_match.model import (
    Affinity,
    ByKind,
    Crossing,
    Finder,
    Finding,
    Held,
    KindPairs,
    Listed,
    Participant,
    Rule,
    Term,
)

from .lineup import Lineup


@dataclass(frozen=True, slots=True)
class World:
    """The people to be placed (in the order that positions count), those held, and what they share.

    ``finder`` finds whom a rule names. ``cohorts`` is how many cohorts are expected, for rules that give each its
    share; ``crossing`` is how much crossing industry lines may cost. ``conflicts`` are the pairs of positions
    (ascending) that any rule ``apart`` names, be it a must or a should.
    ``lineup`` says what the labels and names of cohorts mean.
    """

    people: Sequence[Participant]
    held: Sequence[Held]
    affinity: Affinity
    finder: Finder
    cohorts: int = 1
    crossing: Crossing = Crossing.BALANCED
    conflicts: frozenset[tuple[int, int]] = frozenset()
    lineup: Lineup = field(default_factory=Lineup)

    def find(self, named: str, rule: Rule) -> int | None:
        """The position of the person who answers to a name in a rule; ``None`` for somebody who is held.

        Raises
        ------
        ProgramError
            If nobody, or more than one person, answers to it.
        """
        return self.find_in(named, f"program, rule {rule.rule}", "rule")

    def find_in(self, named: str, where: str, line: str) -> int | None:
        """The position of the person who answers to a name in a part of the program, as ``find`` does.

        ``line`` says what would be ignored without the person.

        Raises
        ------
        ProgramError
            If nobody, or more than one person, answers to it.
        """
        answer = self.finder.look_up(named)
        if len(answer.people) == 1:
            return answer.people[0]
        if answer.people:
            raise ProgramError(
                where,
                f'"{named}" is the name of {len(answer.people)} people in the sheet.',
                "Nothing was matched.",
                "use their e-mail address instead.",
            )
        if answer.held:
            return None
        raise ProgramError(
            where,
            f'nobody in the sheet is called "{named}".',
            f"Nothing was matched, because the {line} would have been ignored.",
            f'did you mean "{answer.near[0]}"?' if answer.near else f"correct the name, or take the {line} out.",
        )

    def find_all(self, named: Sequence[str], rule: Rule) -> tuple[int, ...]:
        """The positions of several people, ascending, each once, without those who are held."""
        positions = {self.find(name, rule) for name in named}
        if len(positions) < 2 and None not in positions:
            raise ProgramError(
                f"program, rule {rule.rule}",
                "the names given are all of one person.",
                "Nothing was matched.",
                "name two different people.",
            )
        return tuple(sorted(position for position in positions if position is not None))

    def ids(self, members: Sequence[int]) -> tuple[str, ...]:
        """The ids of people, by their positions."""
        return tuple(self.people[i].id for i in members)


class Constraint(Protocol):
    """One rule, applied to the people of one sheet: as terms for the search, and as findings for people.

    For every roster the two cost the same, to the last unit. ``finding`` is given the positions of a cohort's
    members, ascending, and the cohort's number counted from 0.
    """

    def terms(self) -> tuple[Term, ...]:
        """The rule in the form that the partitioner weighs."""
        ...

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """What the rule finds in one cohort."""
        ...


def by_kind(kinds: Sequence[Hashable], points: Callable[[int, int], int]) -> ByKind:
    """The price of every pair, computed once for each two kinds of people.

    Parameters
    ----------
    kinds : sequence of hashable
        What the price of a pair depends on, for each person.
    points : callable
        Prices a pair of positions.
    """
    first: dict[Hashable, int] = {}
    for i, kind in enumerate(kinds):
        first.setdefault(kind, i)
    asked = list(first.values())
    table = np.array([[points(i, j) for j in asked] for i in asked], np.int32).reshape(len(asked), len(asked))
    number = {kind: index for index, kind in enumerate(first)}
    return ByKind(np.array([number[kind] for kind in kinds], np.int32), table)


def parted_by_kind(kinds: Sequence[Hashable], apart: Callable[[int, int], bool]) -> KindPairs:
    """The pairs that exclude one another, computed once for each two kinds of people."""
    priced = by_kind(kinds, lambda i, j: int(apart(i, j)))
    return KindPairs(priced.kind, priced.table > 0)


def listed(points: Mapping[tuple[int, int], int]) -> Listed:
    """What some pairs are worth; each pair is of positions, ascending."""
    pairs = sorted(points)
    return Listed(np.array(pairs, np.int64).reshape(-1, 2), np.array([points[pair] for pair in pairs], np.int32))


def no_answers(rule: Rule, what: str, advice: str) -> ProgramError:
    """What to raise where a rule finds nothing in the sheet to judge by."""
    return ProgramError(
        f"program, rule {rule.rule}",
        what,
        "Nothing was matched, because the rule would have been ignored.",
        advice,
    )
