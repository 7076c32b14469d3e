"""Together: the people named share a cohort, or all wait for the next season.

As a should, each pair that shares one counts as if it shared so many affinity points more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from pydantic import Field

from ok_match.model import Evidence, Finding, Rule, Strength, Term, Together
from ok_match.model.noun import Noun
from ok_match.rules.world import Constraint, World, arguments_of, insist, usual

from .wished import Wished

#: What a pair that would like to sit together counts for, in affinity points, where the rule is a should.
WEIGHT = 300


class TogetherArguments(Noun):
    """``people``: two or more names, e-mail addresses or ids."""

    people: Annotated[tuple[str, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True)
class KeptTogether:
    """People who must share a cohort."""

    world: World
    members: tuple[int, ...]
    why: str

    def terms(self) -> tuple[Term, ...]:
        """Bind the members to one another."""
        return (Together(self.members),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """Name those who sit here while a companion does not."""
        here = tuple(i for i in self.members if i in set(members))
        lost = len(here) * (len(self.members) - len(here))
        evidence = (Evidence(label=self.why, people=self.world.ids(here)),) if here else ()
        return Finding(rule="together", strength=Strength.MUST, cost=lost, evidence=evidence)


def together(rule: Rule, world: World) -> Constraint:
    """Read the rule ``together``: ``people`` lists who must, or would like to, share a cohort."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    group = world.find_all(arguments_of(rule, TogetherArguments).people, rule)
    if rule.strength is Strength.MUST:
        return KeptTogether(world, group, rule.why)
    points = dict.fromkeys(combinations(group, 2), usual(rule, WEIGHT))
    return Wished(world, rule.rule, points, dict.fromkeys(points, rule.why))
