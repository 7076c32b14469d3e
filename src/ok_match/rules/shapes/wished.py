"""Pairs that earn or lose by sharing a cohort: what requests, history and soft rules about people come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ok_match.model import Evidence, Finding, PairGain, Strength, Term, pair_share
from ok_match.rules.world import World, listed


@dataclass(frozen=True, slots=True)
class Wished:
    """Each pair counts as if it shared ``points`` affinity points more (less, if negative).

    ``why`` says on what account. Pairs are of positions, ascending. A cohort in which wishes are met has a cost below
    0: it earns.
    """

    world: World
    rule: str
    points: Mapping[tuple[int, int], int]
    why: Mapping[tuple[int, int], str]
    judged: bool = True

    def terms(self) -> tuple[Term, ...]:
        """Each pair with its points."""
        return (PairGain(listed(self.points)),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The pairs that sit here, gathered by why they count."""
        here = [pair for pair in combinations(members, 2) if pair in self.points]
        accounts: dict[str, list[int]] = {}
        for pair in here:
            accounts.setdefault(self.why[pair], []).extend(pair)
        return Finding(
            rule=self.rule,
            strength=Strength.SHOULD,
            cost=-pair_share(len(members)) * sum(self.points[pair] for pair in here),
            judged=self.judged,
            evidence=tuple(
                Evidence(label=why, people=self.world.ids(sorted(set(named)))) for why, named in accounts.items()
            ),
        )
