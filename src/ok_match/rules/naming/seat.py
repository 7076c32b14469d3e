"""Seat: a person sits in one cohort, or in one of several, whatever else happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ok_match.model import Evidence, Finding, Rule, Seat, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist


class SeatArguments(Noun):
    """``person``: a name, e-mail address or id; ``cohorts``: the labels that are allowed, such as ``[1, 2]``."""

    person: str
    cohorts: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class FixedSeat:
    """A person (``None``: held, so that nothing is asked) and the cohorts allowed, counted from 0."""

    world: World
    member: int | None
    cohorts: tuple[int, ...]
    why: str

    def terms(self) -> tuple[Term, ...]:
        """Allow these cohorts only."""
        return () if self.member is None else (Seat(self.member, self.cohorts),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """Name the person if they sit here against the rule."""
        here = self.member is not None and self.member in members
        wrong = here and cohort not in self.cohorts
        evidence: tuple[Evidence, ...] = ()
        if here and self.member is not None:
            evidence = (Evidence(label=self.why, people=self.world.ids([self.member])),)
        return Finding(rule="seat", strength=Strength.MUST, cost=int(wrong), evidence=evidence)


def seat(rule: Rule, world: World) -> FixedSeat:
    """Read the rule ``seat``: ``person`` sits in one of ``cohorts``."""
    insist(rule, Strength.MUST)
    arguments = arguments_of(rule, SeatArguments)
    cohorts = tuple(sorted({number - 1 for number in arguments.cohorts}))
    return FixedSeat(world, world.find(arguments.person, rule), cohorts, rule.why)
