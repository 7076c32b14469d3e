"""Seat: a person sits in one cohort, or in one of several, whatever else happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ok_match.model import Evidence, Finding, Rule, Seat, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.world import World


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
        """The cohorts that are allowed."""
        return () if self.member is None else (Seat(self.member, self.cohorts),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """The person, if they sit here."""
        here = self.member is not None and self.member in members
        wrong = here and cohort not in self.cohorts
        evidence: tuple[Evidence, ...] = ()
        if here and self.member is not None:
            evidence = (Evidence(label=self.why, people=self.world.ids([self.member])),)
        return Finding(rule="seat", strength=Strength.MUST, cost=int(wrong), evidence=evidence)


def seat(rule: Rule, wanted: SeatArguments, _weight: int, world: World) -> FixedSeat:
    """One person's seat, in one of the cohorts named."""
    cohorts = tuple(sorted({number - 1 for number in wanted.cohorts}))
    return FixedSeat(world, world.find(wanted.person, rule), cohorts, rule.why)


CARD = Card(
    name="seat",
    read=seat,
    arguments=SeatArguments,
    strengths=(Strength.MUST,),
    people={"person": 0},
)
