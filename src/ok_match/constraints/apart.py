"""Apart: the people named never share a cohort. For competitors, former partners, relatives.

As a should, each pair that does counts as if it shared so many affinity points less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from pydantic import Field

from ok_match.model import Apart, Evidence, Finding, PairGain, Rule, Strength, Term, pair_share
from ok_match.model.noun import Noun

from .world import World, arguments_of, insist, listed, usual

#: What a pair that would rather not meet counts for, in affinity points, where the rule is a should.
WEIGHT = 500


class ApartArguments(Noun):
    """``people``: two or more names, e-mail addresses or ids; each pair of them is kept apart."""

    people: Annotated[tuple[str, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Sets of people of whom no two may (or should) share a cohort, with what they have in common that forbids it.

    ``weight`` is in affinity points a pair, for a should.
    """

    world: World
    rule: str
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    strength: Strength = Strength.MUST
    weight: int = WEIGHT
    judged: bool = True

    def terms(self) -> tuple[Term, ...]:
        """Forbid every pair within a group, or let it lose the weight."""
        pairs = sorted({pair for _, group in self.groups for pair in combinations(group, 2)})
        if self.strength is Strength.MUST:
            return (Apart(tuple(pairs)),)
        return (PairGain(listed(dict.fromkeys(pairs, -self.weight))),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """Name those who sit together all the same."""
        here = set(members)
        broken = [(why, tuple(i for i in group if i in here)) for why, group in self.groups]
        pairs = {pair for _, group in broken for pair in combinations(group, 2)}
        return Finding(
            rule=self.rule,
            strength=self.strength,
            cost=len(pairs) * (1 if self.strength is Strength.MUST else self.weight * pair_share(len(members))),
            judged=self.judged,
            evidence=tuple(
                Evidence(label=why, people=self.world.ids(group)) for why, group in broken if len(group) > 1
            ),
        )


def apart(rule: Rule, world: World) -> KeptApart:
    """Read the rule ``apart``: ``people`` lists who must never, or should not, share a cohort."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    named = arguments_of(rule, ApartArguments).people
    group = world.find_all(named, rule)
    return KeptApart(world, rule.rule, ((rule.why, group),), rule.strength, usual(rule, WEIGHT))
