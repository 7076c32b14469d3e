"""Sets of people of whom no two may, or should, share a cohort: what several rules come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ok_match.model import Apart, Evidence, Finding, PairGain, Strength, Term, pair_share
from ok_match.rules.world import World, by_kind, listed, parted_by_kind

#: More pairs than this are not listed one by one.
LISTED = 100_000


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Sets of people of whom no two may (or should) share a cohort, with what they have in common that forbids it.

    ``weight`` is in affinity points a pair, for a should.
    """

    world: World
    rule: str
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    strength: Strength
    weight: int
    judged: bool = True
    _of: Mapping[int, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        groups_of: dict[int, tuple[int, ...]] = {}
        for number, (_, group) in enumerate(self.groups):
            for i in group:
                groups_of[i] = (*groups_of.get(i, ()), number)
        object.__setattr__(self, "_of", groups_of)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Every pair that is kept apart: positions, ascending."""
        return sorted({pair for _, group in self.groups for pair in combinations(group, 2)})

    def terms(self) -> tuple[Term, ...]:
        """Each pair within a group, forbidden or losing the weight; very many of them by what groups people are in."""
        must = self.strength is Strength.MUST
        if sum(len(group) * (len(group) - 1) // 2 for _, group in self.groups) > LISTED:
            kinds = [frozenset(self._of.get(i, ())) for i in range(len(self.world.people))]
            if must:
                return (Apart(parted_by_kind(kinds, lambda i, j: bool(kinds[i] & kinds[j]))),)
            return (PairGain(by_kind(kinds, lambda i, j: -self.weight if kinds[i] & kinds[j] else 0)),)
        if must:
            return (Apart(tuple(self.pairs)),)
        return (PairGain(listed(dict.fromkeys(self.pairs, -self.weight))),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The members who sit together although they should not."""
        numbers = sorted({number for i in members for number in self._of.get(i, ())})
        broken = [
            (self.groups[number][0], tuple(i for i in members if number in self._of.get(i, ()))) for number in numbers
        ]
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
