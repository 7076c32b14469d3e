"""Conflict: pairs read from people's own words, or added by the facilitator, do not share a cohort.

A *must* is kept always. A *should* costs each of the two, as long as they share a cohort, as much as two people can
have in common at most: it gives way only to rules that hold, or to a great deal of common ground elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ok_match.model import FULL, Conflict, Evidence, Finding, PairGain, Rule, Strength, Term, pair_share
from ok_match.model.noun import Noun

from .apart import KeptApart
from .world import Constraint, World, arguments_of, insist


class ConflictArguments(Noun):
    """``pairs``: each of two names, e-mail addresses or ids."""

    pairs: Annotated[tuple[tuple[str, str], ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class RatherApart:
    """Pairs that lose ``weight`` affinity points each while they share a cohort."""

    world: World
    pairs: tuple[tuple[int, int], ...]
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """Let each pair lose the weight."""
        size = len(self.world.people)
        weights: NDArray[np.int32] = np.zeros((size, size), np.int32)
        for i, j in self.pairs:
            weights[i, j] = weights[j, i] = -self.weight
        return (PairGain(weights),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """Name the pairs that sit together all the same."""
        here = set(members)
        broken = [pair for pair in self.pairs if here.issuperset(pair)]
        return Finding(
            rule="conflict",
            strength=Strength.SHOULD,
            cost=len(broken) * self.weight * pair_share(len(members)),
            evidence=tuple(Evidence(label="", people=self.world.ids(pair)) for pair in broken),
        )


def conflict(rule: Rule, world: World) -> Constraint:
    """Read the rule ``conflict``: ``pairs`` of people who must, or rather should, not share a cohort."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    named = arguments_of(rule, ConflictArguments).pairs
    found = {pair for both in named if len(pair := world.find_all(both, rule)) == 2}
    pairs = tuple(sorted((first, second) for first, second in found))
    if rule.strength is Strength.MUST:
        return KeptApart(world, rule.rule, tuple(("", pair) for pair in pairs))
    return RatherApart(world, pairs, FULL if rule.weight is None else rule.weight)


def conflict_rules(conflicts: Iterable[Conflict]) -> tuple[Rule, ...]:
    """Give the rules that keep apart whom the conflicts name: each pair once, as strongly as anybody asks."""
    pairs: dict[tuple[str, str], Strength] = {}
    for one in conflicts:
        pair = (min(one.a, one.b), max(one.a, one.b))
        if one.acts_as is not Strength.OFF and pairs.get(pair) is not Strength.MUST:
            pairs[pair] = one.acts_as
    return tuple(
        Rule(rule="conflict", strength=strength, arguments={"pairs": [list(pair) for pair in chosen]})
        for strength in (Strength.MUST, Strength.SHOULD)
        if (chosen := sorted(pair for pair, held in pairs.items() if held is strength))
    )
