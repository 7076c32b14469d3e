"""Rules that count: how many members of a cohort are of each kind, and what each number costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ok_match.model import POINT, Counted, Evidence, Finding, Strength, Term
from ok_match.rules.world import World

#: Which kinds a finding names: those that cost something, every kind that somebody is of, or both of these.
Told = Literal["broken", "present", "all"]


@dataclass(frozen=True, slots=True)
class Tallied:
    """People of several kinds (one person may be of more than one), and what their number in a cohort costs.

    ``kinds`` gives the positions of those who are of each kind, by its label; ``breaks(label, number)`` how often the
    rule is broken by a cohort with that many of it. As a should, each break costs ``weight`` affinity points of one
    person.
    """

    world: World
    rule: str
    strength: Strength
    weight: int
    kinds: Mapping[str, tuple[int, ...]]
    breaks: Callable[[str, int], int]
    told: Told = "broken"
    judged: bool = True
    _labels: Mapping[int, Sequence[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        labels: dict[int, list[str]] = defaultdict(list)
        for label, holders in self.kinds.items():
            for i in holders:
                labels[i].append(label)
        object.__setattr__(self, "_labels", dict(labels))

    def terms(self) -> tuple[Term, ...]:
        """The price of each number of members of a kind: one count where nobody is of two kinds, else one a kind."""
        everybody = [i for holders in self.kinds.values() for i in holders]
        if len(set(everybody)) == len(everybody):
            return (self._counted(list(self.kinds)),) if self.kinds else ()
        return tuple(self._counted([label]) for label in self.kinds)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The kinds that break the rule here, or that are always told, with the members of each."""
        here: dict[str, list[int]] = {label: [] for label in self.kinds}
        for i in members:
            for label in self._labels.get(i, ()):
                here[label].append(i)
        broken = {label: self.breaks(label, len(holders)) if members else 0 for label, holders in here.items()}
        wanted = {
            label
            for label, holders in here.items()
            if self.told == "all" or (holders and self.told == "present") or broken[label]
        }
        return Finding(
            rule=self.rule,
            strength=self.strength,
            cost=sum(broken.values()) * self._unit(),
            judged=self.judged,
            evidence=tuple(
                Evidence(label=label, people=self.world.ids(holders))
                for label, holders in here.items()
                if members and label in wanted
            ),
        )

    def _unit(self) -> int:
        return 1 if self.strength is Strength.MUST else self.weight * POINT

    def _counted(self, labels: Sequence[str]) -> Counted:
        size = len(self.world.people)
        classes: NDArray[np.int32] = np.full(size, -1, np.int32)
        price: NDArray[np.int64] = np.zeros((len(labels), size + 1), np.int64)
        for number, label in enumerate(labels):
            classes[list(self.kinds[label])] = number
            # No cohort holds more of a kind than there are.
            most = len(self.kinds[label])
            price[number, : most + 1] = [self.breaks(label, m) * self._unit() for m in range(most + 1)]
            price[number, most + 1 :] = price[number, most]
        return Counted(classes, price, self.strength is Strength.MUST)
