"""An upper bound on how many people can be seated, from a relaxed model that is solved in no time.

People who are alike to the rules count as one kind, and groups that meet in one slot as one crowd. A small
mixed-integer program chooses how many groups meet in each slot and how many people of each kind sit in them; it
leaves open who sits with whom. Real groups never seat more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Counted, SharedSlots, Terms

from ..protocol import SizePlan
from .conflicts import free_together, inseparable, largest_conflict
from .solver import NO_WAY, OUT_OF_TIME, Row
from .solver import most as most_gained

#: The most people, and the most variables of a model, for which a bound is computed.
MOST, VARIABLES = 300, 4_000
#: Branchings after which the bound proved so far counts, and a time limit after which nothing counts as proved, so
#: that results never depend on the machine's speed.
NODES, SECONDS = 100, 10.0


class SeatBound:
    """A lower bound on how many people wait if every must is kept, for some plans of one problem."""

    def __init__(self, terms: Terms, plans: Sequence[SizePlan]) -> None:
        self._terms = terms
        self._low = min((plan.low for plan in plans), default=0)
        self._high = max((plan.high for plan in plans), default=0)
        self._known: dict[int, int] = {}

    def allows(self, plan: SizePlan) -> bool:
        """Whether a plan lets enough people wait, as far as is proved."""
        if plan.groups not in self._known:
            self._known[plan.groups] = self.fewest(plan.groups)
        return plan.waiting >= self._known[plan.groups]

    def fewest(self, groups: int) -> int:
        """A proven lower bound on the number of people who wait with this many groups; 0 where nothing is proved."""
        if self._terms.people > MOST:
            return 0
        return max(self._fewest(groups, *alike) for alike in self._calendars)

    @cached_property
    def _calendars(self) -> list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]]:
        terms = self._terms
        units, conflict = inseparable(terms), largest_conflict(terms)
        slots = [term for term in terms.terms if isinstance(term, SharedSlots) and term.weight is None and term.needed]
        calendars = [free_together(term, units) for term in slots] or [np.ones((terms.people, 1), bool)]
        return [_alike(terms, free, conflict) for free in calendars]

    def _fewest(self, groups: int, kinds: NDArray[np.int64], sizes: NDArray[np.int64], free: NDArray[np.bool_]) -> int:
        people = self._terms.people
        at, slot = np.nonzero(free)
        pairs, slots = len(at), free.shape[1]
        if pairs + slots > VARIABLES:
            return 0
        rows: list[Row] = []

        def limit(chosen: NDArray[np.bool_], least: int, most: int) -> None:
            """Require ``least`` to ``most`` people of the chosen kinds in each group."""
            for t in range(slots):
                here = np.flatnonzero((slot == t) & chosen[at]).tolist()
                for each, under, over in ((least, 0.0, np.inf), (most, -np.inf, 0.0)):
                    if each > 0 or over == 0.0:
                        rows.append(([*here, pairs + t], [1.0] * len(here) + [-each], under, over))

        for kind in range(len(sizes)):
            here = np.flatnonzero(at == kind)
            rows.append((here.tolist(), [1.0] * len(here), 0, sizes[kind]))
        rows.append((list(range(pairs, pairs + slots)), [1.0] * slots, groups, groups))
        limit(np.ones(len(sizes), bool), self._low, self._high)
        for column, (price, _) in enumerate(_counted(self._terms)):
            for c in range(len(price)):
                allowed = np.flatnonzero(price[c] == 0)
                if not len(allowed):
                    return people
                limit(kinds[:, column] == c, int(allowed[0]), int(allowed[-1]))
        limit(kinds[:, -1] == 1, 0, 1)
        gains = np.append(np.ones(pairs), np.zeros(slots))
        result = most_gained(gains, np.full(gains.size, float(people)), rows, node_limit=NODES, time_limit=SECONDS)
        if result.status == NO_WAY:
            return people
        if result.status == OUT_OF_TIME:
            return 0
        bound = result.mip_dual_bound
        if bound is None or not np.isfinite(bound):
            return 0
        return people - min(people, int(np.floor(1e-6 - bound)))


def _counted(terms: Terms) -> list[tuple[NDArray[np.int64], NDArray[np.int32]]]:
    return [(term.price, term.classes) for term in terms.terms if isinstance(term, Counted) and term.must]


def _alike(
    terms: Terms, free: NDArray[np.bool_], conflict: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """The kinds of people, shape (kinds, rules + 1), the number of people of each, and their possible slots.

    The last column is 1 for members of the ``conflict``, who must all be apart.
    """
    apart = np.zeros(terms.people, np.int64)
    apart[list(conflict)] = 1
    traits = np.column_stack([*(classes for _, classes in _counted(terms)), apart]).astype(np.int64)
    whole = np.column_stack([traits, free.astype(np.int64)])
    kinds, sizes = np.unique(whole, axis=0, return_counts=True)
    return kinds[:, : traits.shape[1]], sizes, kinds[:, traits.shape[1] :].astype(bool)
