"""Common ground: for each person the mean affinity to the others in the cohort. What cohorts are formed for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ok_match.model import FULL, POINT, Finding, PairGain, Strength, Term, pair_share
from ok_match.rules.world import World


@dataclass(frozen=True, slots=True)
class CommonGroundWanted:
    """Always holds: it is the objective, and no program can name it or turn it off."""

    world: World

    def terms(self) -> tuple[Term, ...]:
        """Each pair of a cohort with its affinity; perfect would be FULL for everybody."""
        return (PairGain(self.world.affinity.overall, per_person=FULL),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """What the members' mean affinities fall short of perfect."""
        shared = int(self.world.affinity.among(members).sum()) // 2
        cost = FULL * POINT * len(members) - pair_share(len(members)) * shared
        return Finding(rule="common_ground", strength=Strength.SHOULD, cost=cost)
