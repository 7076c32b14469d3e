"""Industry spread: the members of a cohort come from different lines of work.

Every two members of one industry cost their cohort the rule's weight, averaged over the members like common
ground, so that the weight reads: how many affinity points a shared industry must be worth. People name their
industry as they like; two names that share a word count half, and a name that is part of another ("Veterinary",
"veterinary clinic") counts whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Evidence, Finding, PairGain, Rule, Strength, Term, pair_share
from ok_match.model.noun import Noun

from .world import World, arguments_of, insist

WEIGHT = 200
#: Words that name no line of work.
_VAGUE = frozenset(
    """
    and for of the in services service business company small local owner other general work
    """.split()
)


class NoArguments(Noun):
    """The rule takes none but its weight."""


@dataclass(frozen=True, slots=True)
class IndustrySpread:
    """The words that name each person's industry, and the points that a full overlap costs."""

    world: World
    names: tuple[frozenset[str], ...]
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """Let each pair of one industry lose the weight."""
        size = len(self.names)
        weights: NDArray[np.int32] = np.zeros((size, size), np.int32)
        for i in range(size):
            for j in range(i + 1, size):
                weights[i, j] = weights[j, i] = -self._points(i, j)
        return (PairGain(weights),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """Name the lines of work that more than one member is in."""
        points = sum(self._points(i, j) for i in members for j in members if i < j)
        sharing = defaultdict(list)
        for i in members:
            for word in sorted(self.names[i]):
                sharing[word].append(i)
        evidence = tuple(
            Evidence(label=word, people=self.world.ids(group)) for word, group in sharing.items() if len(group) > 1
        )
        cost = points * pair_share(len(members))
        return Finding(
            rule="industry_spread",
            strength=Strength.SHOULD,
            cost=cost,
            judged=any(self.names),
            evidence=evidence,
        )

    def _points(self, i: int, j: int) -> int:
        """Price one pair: the weight, half of it, or nothing."""
        first, second = self.names[i], self.names[j]
        if not first & second:
            return 0
        return self.weight if first <= second or second <= first else self.weight // 2


def industry_spread(rule: Rule, world: World) -> IndustrySpread:
    """Read the rule ``industry_spread``: ``weight`` is in affinity points."""
    insist(rule, Strength.SHOULD)
    arguments_of(rule, NoArguments)
    names = tuple(industry_words(person.industry) for person in world.people)
    return IndustrySpread(world, names, WEIGHT if rule.weight is None else rule.weight)


def industry_words(industry: str) -> frozenset[str]:
    """Give the words that name an industry, in the singular and lower case."""
    plain = re.sub(
        r"\bnon[- ]profits?\b|\bnot[- ]for[- ]profit\b|\bcharity\b|\b501\W*c\W*3\b",
        "nonprofit",
        industry.casefold(),
    )
    found = (
        re.sub(r"(?<=[a-z]{3})(ies|(?<!s)s)$", lambda end: "y" if end[0] == "ies" else "", word)
        for word in re.findall(r"[^\W\d_]+", plain)
    )
    return frozenset(word for word in found if word not in _VAGUE and len(word) > 1)
