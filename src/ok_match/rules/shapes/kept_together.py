"""The shape of a rule that binds people to one another: they share a cohort, or all of them wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ok_match.model import Evidence, Finding, Strength, Term, Together
from ok_match.rules.world import World


@dataclass(frozen=True, slots=True)
class KeptTogether:
    """People who must share a cohort, by position, ascending."""

    world: World
    rule: str
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
        return Finding(rule=self.rule, strength=Strength.MUST, cost=lost, evidence=evidence)
