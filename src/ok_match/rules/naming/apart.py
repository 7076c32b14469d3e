"""Apart: the people named never share a cohort. For competitors, former partners, relatives.

As a should, each pair that does counts as if it shared so many affinity points less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Annotated

from pydantic import Field

from ok_match.model import Apart, Evidence, Finding, PairGain, Rule, Strength, Term, pair_share
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, by_kind, insist, listed, parted_by_kind, usual

#: What a pair that would rather not meet counts for, in affinity points, where the rule is a should.
WEIGHT = 500
#: More pairs than this are not listed one by one.
LISTED = 100_000


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
    _of: Mapping[int, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[int, tuple[int, ...]] = {}
        for turn, (_, group) in enumerate(self.groups):
            for i in group:
                found[i] = (*found.get(i, ()), turn)
        object.__setattr__(self, "_of", found)

    def terms(self) -> tuple[Term, ...]:
        """Forbid every pair within a group, or let it lose the weight; of very many pairs, by what people are of."""
        must = self.strength is Strength.MUST
        if sum(len(group) * (len(group) - 1) // 2 for _, group in self.groups) > LISTED:
            kinds = [frozenset(self._of.get(i, ())) for i in range(len(self.world.people))]
            if must:
                return (Apart(parted_by_kind(kinds, lambda i, j: bool(kinds[i] & kinds[j]))),)
            return (PairGain(by_kind(kinds, lambda i, j: -self.weight if kinds[i] & kinds[j] else 0)),)
        pairs = sorted({pair for _, group in self.groups for pair in combinations(group, 2)})
        return (Apart(tuple(pairs)),) if must else (PairGain(listed(dict.fromkeys(pairs, -self.weight))),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """Name those who sit together all the same."""
        turns = sorted({turn for i in members for turn in self._of.get(i, ())})
        broken = [(self.groups[turn][0], tuple(i for i in members if turn in self._of.get(i, ()))) for turn in turns]
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
