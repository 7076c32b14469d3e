"""What an engine is asked and what it answers.

Two engines search for groups. They differ in how they know what pairs of people are worth, and in nothing that a
caller sees: both satisfy ``Engine``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Terms

#: The group of each person: shape (n,), 0 to k - 1, or k for a person who waits.
Labels = NDArray[np.int64]

#: Called with the steps done and the steps in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SizePlan:
    """``groups`` groups of ``low`` to ``high`` people each, and exactly ``waiting`` people without a seat."""

    groups: int
    low: int
    high: int
    waiting: int

    def sizes(self, people: int) -> tuple[int, ...]:
        """Group sizes that differ by one at most for this many people, and last the number who wait."""
        low, left = divmod(people - self.waiting, self.groups)
        return (*[low + 1] * left, *[low] * (self.groups - left), self.waiting)


@dataclass(frozen=True, slots=True)
class LocalOptimum:
    """A grouping that no swap and no move improves. ``gain`` is in units, less what is due."""

    gain: int
    labels: Labels


@dataclass(frozen=True, slots=True)
class Solution:
    """Labels for everybody, and their price.

    Attributes
    ----------
    labels : ndarray of shape (n,), int64
        0 to ``plan.groups - 1``; ``plan.groups`` means waiting.
    plan : SizePlan
        The plan that the labels keep.
    must, should : int
        Hard rules broken (always 0 here), and the *should* cost in units of 1/POINT affinity point.
    pool : tuple of LocalOptimum
        Every local optimum that the search met, this solution among them, best first and without repeats. Second
        opinions are taken from it.
    """

    labels: Labels
    plan: SizePlan
    must: int
    should: int
    pool: tuple[LocalOptimum, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another seat for one person: a swap with ``partner``, or a plain move (``None``).

    Attributes
    ----------
    group : int
        The other group.
    partner : int or None
        The position of the person who would take the seat left free.
    price : int
        The rise of the *should* cost, in units of 1/POINT affinity point; negative where the change would gain.
    """

    group: int
    partner: int | None
    price: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """What pairs earn in a solution, and an upper bound on what they could earn in groups of the same sizes.

    Attributes
    ----------
    gain, most : int
        In units of 1/POINT affinity point. No grouping with these sizes has pairs that earn more than ``most``,
        rules aside.
    proven : bool
        Whether an exact search showed that no other solution of the same plan costs less.
    """

    gain: int
    most: int
    proven: bool

    @property
    def gap(self) -> float | None:
        """The largest possible improvement as a share of the gain, at least 0; ``None`` where nothing is earned."""
        return max(self.most - self.gain, 0) / self.gain if self.gain > 0 else None


class Engine(Protocol):
    """A way to search for groups. No engine keeps a state of its own."""

    @property
    def nearby(self) -> bool:
        """Whether only the groups nearest to a person's own are compared for other seats."""
        ...

    def solve(
        self,
        terms: Terms,
        plans: Iterable[SizePlan],
        random: np.random.Generator,
        progress: Progress,
        *,
        runs: int,
        workers: int,
    ) -> Solution | None:
        """Groups that keep every must, with few waiting and a low *should* cost; ``None`` where none were found."""
        ...

    def quick_plan(self, terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
        """A plan with few waiting under which every must can be kept; ``None`` where none was found quickly."""
        ...

    def other_seats(self, terms: Terms, solution: Solution, progress: Progress) -> tuple[Alternative | None, ...]:
        """The cheapest other seat of each person that keeps every must."""
        ...

    def groups_to_ask(self, terms: Terms, solution: Solution, people: Sequence[int]) -> list[list[int]]:
        """The groups worth pricing for each of some people."""
        ...

    def polished(self, terms: Terms, solution: Solution, random: np.random.Generator) -> Iterator[Labels]:
        """Groupings that a search under other terms met, each as it is and at its local optimum under these terms."""
        ...

    def certify(self, terms: Terms, solution: Solution) -> Certificate | None:
        """An upper bound on what pairs could earn in groups of the same sizes; ``None`` where it takes too long."""
        ...
