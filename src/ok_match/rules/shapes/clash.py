"""Pairs of people of kinds that do not go together: those who meet in person and those online, distant time zones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from ok_match.model import Apart, Evidence, Finding, PairGain, Strength, Term, pair_share
from ok_match.rules.world import World, by_kind, parted_by_kind


@dataclass(frozen=True, slots=True)
class Clash:
    """What each person is of (``None``: not known, which suits everybody), and which two kinds clash.

    ``weight`` is in affinity points a pair, for a should; ``labels`` tell each kind.
    """

    world: World
    rule: str
    strength: Strength
    weight: int
    kinds: tuple[Hashable, ...]
    clashes: Callable[[Hashable, Hashable], bool]
    labels: Callable[[Hashable], str]
    judged: bool = True

    def terms(self) -> tuple[Term, ...]:
        """The pairs that clash, forbidden or losing the weight."""
        if self.strength is Strength.SHOULD:
            return (PairGain(by_kind(self.kinds, lambda i, j: -self.weight * self._clash(i, j))),)
        return (Apart(parted_by_kind(self.kinds, self._clash)),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The members who clash with somebody, kind by kind."""
        clashing = [pair for pair in combinations(members, 2) if self._clash(*pair)]
        named = sorted({i for pair in clashing for i in pair})
        kinds = dict.fromkeys(self.kinds[i] for i in named)
        return Finding(
            rule=self.rule,
            strength=self.strength,
            cost=len(clashing) * (1 if self.strength is Strength.MUST else self.weight * pair_share(len(members))),
            judged=self.judged,
            evidence=tuple(
                Evidence(label=self.labels(kind), people=self.world.ids([i for i in named if self.kinds[i] == kind]))
                for kind in kinds
            ),
        )

    def _clash(self, i: int, j: int) -> bool:
        first, second = self.kinds[i], self.kinds[j]
        return first is not None and second is not None and first != second and self.clashes(first, second)
