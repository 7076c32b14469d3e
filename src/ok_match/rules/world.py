"""What a constraint may look at, and how the people whom a rule names are found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol, TypeVar

import numpy as np
from pydantic import ValidationError

from ok_match.errors import ProgramError
from ok_match.model import (
    Affinity,
    ByKind,
    Finding,
    Held,
    KindPairs,
    Listed,
    Participant,
    Rule,
    Strength,
    Term,
    program_error,
)
from ok_match.model.noun import Noun

Arguments = TypeVar("Arguments", bound=Noun)


@dataclass(frozen=True, slots=True)
class World:
    """The people to be placed (in the order that positions count), those held, and what they share.

    ``cohorts`` is how many cohorts are expected, for rules that give each its share; ``conflicts`` are the pairs of
    positions (ascending) that any rule ``apart`` names, be it a must or a should.
    """

    people: Sequence[Participant]
    held: Sequence[Held]
    affinity: Affinity
    cohorts: int = 1
    conflicts: frozenset[tuple[int, int]] = frozenset()

    def find(self, named: str, rule: Rule) -> int | None:
        """Find a person by id, e-mail address or name; ``None`` for somebody who is held.

        Raises
        ------
        ProgramError
            If nobody, or more than one person, answers to it.
        """
        key = " ".join(named.split()).casefold()
        exact = [i for i, p in enumerate(self.people) if key in (p.id.casefold(), p.email)]
        matches = exact if key else []
        matches = matches or [i for i, p in enumerate(self.people) if key and key == p.name.casefold()]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise ProgramError(
                f"program, rule {rule.rule}",
                f'"{named}" is the name of {len(matches)} people in the sheet.',
                "Nothing was matched.",
                "use their e-mail address instead.",
            )
        if any(key in (h.participant.casefold(), h.email, h.name.casefold()) for h in self.held):
            return None
        known = [p.name for p in self.people] + [p.email for p in self.people if p.email]
        near = get_close_matches(named, known, n=1)
        raise ProgramError(
            f"program, rule {rule.rule}",
            f'nobody in the sheet is called "{named}".',
            "Nothing was matched, so that the rule is not lost without a word.",
            f'did you mean "{near[0]}"?' if near else "correct the name, or take the rule out.",
        )

    def find_all(self, named: Sequence[str], rule: Rule) -> tuple[int, ...]:
        """Find several people, leaving out those who are held; each once, in the order of positions."""
        found = {self.find(one, rule) for one in named}
        if len(found) < 2 and None not in found:
            raise ProgramError(
                f"program, rule {rule.rule}",
                "the names given are all of one person.",
                "Nothing was matched.",
                "name two different people.",
            )
        return tuple(sorted(i for i in found if i is not None))

    def ids(self, members: Sequence[int]) -> tuple[str, ...]:
        """Give the ids of people by their positions."""
        return tuple(self.people[i].id for i in members)


class Constraint(Protocol):
    """One rule, applied to the people of one sheet: as terms for the search, and as findings for people.

    For every roster the two cost the same, to the last unit. ``finding`` is given the positions of a cohort's
    members, ascending, and the cohort's number counted from 0.
    """

    def terms(self) -> tuple[Term, ...]:
        """Say the rule in the form that the partitioner weighs."""
        ...

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """Say what the rule makes of one cohort."""
        ...


def usual(rule: Rule, weight: int) -> int:
    """Give the weight of a rule, or what its constraint usually takes."""
    return weight if rule.weight is None else rule.weight


def by_kind(kinds: Sequence[Hashable], points: Callable[[int, int], int]) -> ByKind:
    """Price every pair, asking only once for two kinds of people.

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
    number = {kind: turn for turn, kind in enumerate(first)}
    return ByKind(np.array([number[kind] for kind in kinds], np.int32), table)


def parted_by_kind(kinds: Sequence[Hashable], apart: Callable[[int, int], bool]) -> KindPairs:
    """Say which pairs exclude one another, asking only once for two kinds of people."""
    priced = by_kind(kinds, lambda i, j: int(apart(i, j)))
    return KindPairs(priced.kind, priced.table > 0)


def listed(points: Mapping[tuple[int, int], int]) -> Listed:
    """List what some pairs of positions, ascending, are worth."""
    pairs = sorted(points)
    return Listed(np.array(pairs, np.int64).reshape(-1, 2), np.array([points[pair] for pair in pairs], np.int32))


def arguments_of(rule: Rule, model: type[Arguments]) -> Arguments:
    """Check the arguments of a rule against what its constraint takes.

    Raises
    ------
    ProgramError
        If one is unknown, missing or impossible.
    """
    try:
        return model.model_validate(rule.arguments)
    except ValidationError as error:
        raise program_error(f"program, rule {rule.rule}", model, error) from None


def insist(rule: Rule, *allowed: Strength) -> None:
    """Refuse a strength that a constraint does not know.

    Raises
    ------
    ProgramError
        If the rule's strength is not among those allowed.
    """
    if rule.strength not in (*allowed, Strength.OFF):
        raise ProgramError(
            f"program, rule {rule.rule}",
            f'strength = "{rule.strength}" is not possible for this rule.',
            "Nothing was matched.",
            f"use one of: {', '.join((*allowed, Strength.OFF))}.",
        )
