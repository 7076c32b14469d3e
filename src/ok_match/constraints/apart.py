"""Apart: the people named never share a cohort. For competitors, former partners, relatives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from pydantic import Field

from ok_match.model import Apart, Evidence, Finding, Rule, Strength, Term
from ok_match.model.noun import Noun

from .world import World, arguments_of, insist


class ApartArguments(Noun):
    """``people``: two or more names, e-mail addresses or ids; each pair of them is kept apart."""

    people: Annotated[tuple[str, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Pairs that may not share a cohort, with what they have in common that forbids it."""

    world: World
    rule: str
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    judged: bool = True

    def terms(self) -> tuple[Term, ...]:
        """Forbid every pair within a group."""
        pairs = {pair for _, group in self.groups for pair in combinations(group, 2)}
        return (Apart(tuple(sorted(pairs))),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """Name those who sit together all the same."""
        broken = [(why, tuple(i for i in group if i in set(members))) for why, group in self.groups]
        pairs = {pair for _, group in broken for pair in combinations(group, 2)}
        evidence = tuple(Evidence(label=why, people=self.world.ids(group)) for why, group in broken if len(group) > 1)
        return Finding(rule=self.rule, strength=Strength.MUST, cost=len(pairs), judged=self.judged, evidence=evidence)


def apart(rule: Rule, world: World) -> KeptApart:
    """Read the rule ``apart``: ``people`` lists who must never share a cohort."""
    insist(rule, Strength.MUST)
    named = arguments_of(rule, ApartArguments).people
    return KeptApart(world, rule.rule, ((rule.why, world.find_all(named, rule)),))
