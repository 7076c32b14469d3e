"""Nobody stranded: the worst-placed person and the weakest cohort count beyond the mean.

Common ground alone adds up means, and would pay for a very good cohort with somebody's bad seat. So each point that
somebody shares less with their cohort than two people here usually share counts twice more, and so does each point a
member that a cohort falls below half the way from there to what people could share at best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ok_match.model import FULL, POINT, Evidence, Finding, Floor, Rule, Strength, Term, pair_share, person_share
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.stakes import stakes
from ok_match.rules.world import World


class NobodyStrandedArguments(Noun):
    """The floors in affinity points; without them they are drawn from the people's own affinities. 0 asks nothing."""

    person: Annotated[int, Field(ge=0, le=FULL)] | None = None
    cohort: Annotated[int, Field(ge=0, le=FULL)] | None = None


@dataclass(frozen=True, slots=True)
class NobodyStranded:
    """The floors, in affinity points."""

    world: World
    person: int
    cohort: int
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """The price of whatever lies below the floors."""
        return (Floor(self.world.affinity.overall, self.person, self.cohort, self.weight),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The members who share less than the floor with their cohort; a cohort that is below names nobody."""
        sums = self.world.affinity.among(members).sum(axis=1).tolist()
        shared = dict(zip(members, sums, strict=True))
        size = len(members)
        lacking = {i: max(0, self.person * POINT - person_share(size) * shared[i]) for i in members}
        pairs = sum(shared.values()) // 2
        below = max(0, self.cohort * POINT * size - pair_share(size) * pairs)
        stranded = sorted((i for i in members if lacking[i] > 0), key=lambda i: (-lacking[i], i))
        evidence = [Evidence(label=f"{self.person} of {FULL}", people=self.world.ids(stranded))] if stranded else []
        if below:
            evidence.append(Evidence(label=f"{self.cohort} of {FULL}"))
        return Finding(
            rule="nobody_stranded",
            strength=Strength.SHOULD,
            cost=self.weight * (sum(lacking.values()) + below),
            judged=self.person > 0 or self.cohort > 0,
            evidence=tuple(evidence),
        )


def nobody_stranded(_rule: Rule, wanted: NobodyStrandedArguments, weight: int, world: World) -> NobodyStranded:
    """The floors, given or drawn from the sheet; the weight is a multiplier for each point below them."""
    person, cohort = floors(world)
    return NobodyStranded(
        world,
        person if wanted.person is None else wanted.person,
        cohort if wanted.cohort is None else wanted.cohort,
        weight,
    )


def floors(world: World) -> tuple[int, int]:
    """Floors drawn from the affinities: what two people usually share, and halfway from there to the best possible."""
    usual, best = stakes(world)
    return usual, (usual + best) // 2


CARD = Card(
    name="nobody_stranded",
    read=nobody_stranded,
    arguments=NobodyStrandedArguments,
    weight=2,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    standing=4,
    of_cohorts=True,
)
