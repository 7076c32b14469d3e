"""Cohorts in which one kind of people has more than its fair share, and what one fewer would cost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from ok_match import partition
from ok_match.model import Crowd, Roster, person_share
from ok_match.rules import CARDS, active_rules

from .case import Case

#: The most swaps tried for one crowd, the cheapest first.
TRIED = 200


def crowds(case: Case, roster: Roster) -> tuple[Crowd, ...]:
    """Every crowd of a roster, cohort by cohort, the largest first."""
    return tuple(_crowds(case, roster))


def _crowds(case: Case, roster: Roster) -> Iterator[Crowd]:
    cohorts = [[case.position[member] for member in cohort.members] for cohort in roster.cohorts]
    swaps = _Swaps(case, cohorts)
    for rule, constraint in zip(active_rules(case.program), case.rules[1:], strict=True):
        deals = CARDS[rule.rule].deals
        kinds = deals(constraint) if deals else {}
        own = {i: kind for kind, people in kinds.items() for i in people}
        shares = {kind: -(-len(people) // len(cohorts)) for kind, people in kinds.items()}
        for cohort, members in zip(roster.cohorts, cohorts, strict=True):
            here: dict[str, list[int]] = defaultdict(list)
            for i in sorted(members):
                if i in own:
                    here[own[i]].append(i)
            for kind in sorted(here, key=lambda kind: (-len(here[kind]), kind)):
                if len(here[kind]) > shares[kind]:
                    yield Crowd(
                        rule=rule.rule,
                        cohort=cohort.label,
                        kind=kind,
                        people=case.world.ids(here[kind]),
                        share=shares[kind],
                        price=swaps.one_fewer(here[kind], own, shares),
                    )


class _Swaps:
    """Swaps of two people, and what they cost in common ground."""

    def __init__(self, case: Case, cohorts: Sequence[Sequence[int]]) -> None:
        self._case = case
        self._cohorts = cohorts
        self._labels = [len(cohorts)] * len(case.people)
        for number, members in enumerate(cohorts):
            for i in members:
                self._labels[i] = number
        if partition.is_factored(case.terms):
            return  # among thousands, no swap is priced
        self._shared = case.affinity.among(range(len(case.people)))
        #: What each person shares with each cohort, and the units that a point between two of its members earns each.
        self._with = np.array([self._shared[list(members)].sum(axis=0) for members in cohorts])
        self._units = [person_share(len(members)) for members in cohorts]
        self._total = sum(
            units * int(self._with[number, list(members)].sum())
            for number, (units, members) in enumerate(zip(self._units, cohorts, strict=True))
        )

    def one_fewer(self, crowd: Sequence[int], own: Mapping[int, str], shares: Mapping[str, int]) -> int | None:
        """The least loss of common ground, in thousandths, if one of a crowd swaps with somebody of another kind.

        No other crowd grows for it. ``None`` where none of the swaps tried keeps every must, or where there are too
        many people to try.

        Parameters
        ----------
        own : mapping of int to str
            The kind of each person who is of one.
        shares : mapping of str to int
            The fair share of each kind.
        """
        if partition.is_factored(self._case.terms):
            return None
        here = self._labels[crowd[0]]
        counts = [Counter(own[i] for i in members if i in own) for members in self._cohorts]
        kind = own[crowd[0]]
        others = [
            j
            for number, members in enumerate(self._cohorts)
            if number != here and counts[number][kind] < shares[kind]
            for j in members
            if own.get(j) != kind and (j not in own or counts[here][own[j]] < shares[own[j]])
        ]
        losses = sorted((self._loss(i, j), i, j) for i in crowd for j in others)
        kept = (loss for loss, i, j in losses[:TRIED] if self._keeps_musts(i, j))
        loss = next(kept, None)
        return None if loss is None else max(0, round(1000 * loss / max(1, self._total)))

    def _loss(self, i: int, j: int) -> int:
        """The fall of the common ground of all, in units, if two people swap."""
        a, b = self._labels[i], self._labels[j]
        gained = self._units[a] * (self._with[a, j] - self._shared[i, j] - self._with[a, i])
        gained += self._units[b] * (self._with[b, i] - self._shared[i, j] - self._with[b, j])
        return -2 * int(gained)

    def _keeps_musts(self, i: int, j: int) -> bool:
        terms, _ = self._case.musts
        labels = list(self._labels)
        labels[i], labels[j] = labels[j], labels[i]
        return partition.cost(terms, labels, len(self._cohorts))[0] == 0
