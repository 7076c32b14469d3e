"""Together: the people named share a cohort, or all wait for the next season.

As a should, each pair that shares a cohort counts as if it shared that many affinity points more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated

from pydantic import Field

from ok_match.model import Evidence, Finding, Rule, Strength, Term, Together
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.wished import Wished
from ok_match.rules.world import Constraint, World


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
        """The members, bound to one another."""
        return (Together(self.members),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The members of the set who sit here."""
        here = tuple(i for i in self.members if i in set(members))
        lost = len(here) * (len(self.members) - len(here))
        evidence = (Evidence(label=self.why, people=self.world.ids(here)),) if here else ()
        return Finding(rule="together", strength=Strength.MUST, cost=lost, evidence=evidence)


def together(rule: Rule, wanted: TogetherArguments, weight: int, world: World) -> Constraint:
    """The people named: bound to one another or, as a should, in pairs that earn points."""
    group = world.find_all(wanted.people, rule)
    if rule.strength is Strength.MUST:
        return KeptTogether(world, group, rule.why)
    points = dict.fromkeys(combinations(group, 2), weight)
    return Wished(world, rule.rule, points, dict.fromkeys(points, rule.why))


CARD = Card(
    name="together",
    read=together,
    arguments=TogetherArguments,
    weight=300,
    people={"people": 2},
)
