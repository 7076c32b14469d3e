"""How many can be seated at most: a relaxed model that is solved in no time, and whose no is a proof.

People who are alike to the rules count as one kind, groups that meet in one slot as one crowd. A small mixed-integer
program chooses how many groups meet in each slot, and how many of each kind sit in them; who sits with whom is left
open. No real groups seat more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Counted, SharedSlots, Terms

from .conflicts import free_together, inseparable, largest_conflict
from .sizes import SizePlan
from .solver import NO_WAY, OUT_OF_TIME, Row
from .solver import most as most_gained

#: Among more people, or of a model of more variables, nothing is asked.
MOST, VARIABLES = 300, 4_000
#: Branchings after which what is proved by then counts, and the seconds after which nothing counts as proved, so that
#: no answer depends on how fast the machine is.
NODES, SECONDS = 100, 10.0


class Room:
    """What can be proved of the room in groups that keep every must, for some plans of one problem."""

    def __init__(self, terms: Terms, plans: Sequence[SizePlan]) -> None:
        self._terms = terms
        self._low = min((plan.low for plan in plans), default=0)
        self._high = max((plan.high for plan in plans), default=0)
        self._known: dict[int, int] = {}

    def allows(self, plan: SizePlan) -> bool:
        """Say whether it is not proved that more must wait than a plan lets wait."""
        if plan.groups not in self._known:
            self._known[plan.groups] = self.fewest(plan.groups)
        return plan.waiting >= self._known[plan.groups]

    def fewest(self, groups: int) -> int:
        """Give a number of people of whom it is certain that no fewer wait with so many groups."""
        if self._terms.people > MOST:
            return 0
        return max(self._fewest(groups, *alike) for alike in self._calendars)

    @cached_property
    def _calendars(self) -> list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]]:
        terms = self._terms
        units, parted = inseparable(terms), largest_conflict(terms)
        slots = [term for term in terms.terms if isinstance(term, SharedSlots) and term.weight is None and term.needed]
        calendars = [free_together(term, units) for term in slots] or [np.ones((terms.people, 1), bool)]
        return [_alike(terms, free, parted) for free in calendars]

    def _fewest(self, groups: int, kinds: NDArray[np.int64], sizes: NDArray[np.int64], free: NDArray[np.bool_]) -> int:
        people = self._terms.people
        at, slot = np.nonzero(free)
        pairs, slots = len(at), free.shape[1]
        if pairs + slots > VARIABLES:
            return 0
        rows: list[Row] = []

        def crowd(chosen: NDArray[np.bool_], least: int, most: int) -> None:
            """Let each group hold ``least`` to ``most`` of the kinds chosen."""
            for t in range(slots):
                here = np.flatnonzero((slot == t) & chosen[at]).tolist()
                for each, under, over in ((least, 0.0, np.inf), (most, -np.inf, 0.0)):
                    if each > 0 or over == 0.0:
                        rows.append(([*here, pairs + t], [1.0] * len(here) + [-each], under, over))

        for kind in range(len(sizes)):
            here = np.flatnonzero(at == kind)
            rows.append((here.tolist(), [1.0] * len(here), 0, sizes[kind]))
        rows.append((list(range(pairs, pairs + slots)), [1.0] * slots, groups, groups))
        crowd(np.ones(len(sizes), bool), self._low, self._high)
        for column, (price, _) in enumerate(_counted(self._terms)):
            for c in range(len(price)):
                allowed = np.flatnonzero(price[c] == 0)
                if not len(allowed):
                    return people
                crowd(kinds[:, column] == c, int(allowed[0]), int(allowed[-1]))
        crowd(kinds[:, -1] == 1, 0, 1)
        gains = np.append(np.ones(pairs), np.zeros(slots))
        found = most_gained(gains, np.full(gains.size, float(people)), rows, node_limit=NODES, time_limit=SECONDS)
        if found.status == NO_WAY:
            return people
        if found.status == OUT_OF_TIME:
            return 0
        bound = found.mip_dual_bound
        if bound is None or not np.isfinite(bound):
            return 0
        return people - min(people, int(np.floor(1e-6 - bound)))


def _counted(terms: Terms) -> list[tuple[NDArray[np.int64], NDArray[np.int32]]]:
    return [(term.price, term.classes) for term in terms.terms if isinstance(term, Counted) and term.must]


def _alike(
    terms: Terms, free: NDArray[np.bool_], parted: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Give the kinds of people, shape (kinds, rules + 1), how many are of each, and when they can come.

    The last column says whether they are among those who must all be ``parted``.
    """
    apart = np.zeros(terms.people, np.int64)
    apart[list(parted)] = 1
    traits = np.column_stack([*(classes for _, classes in _counted(terms)), apart]).astype(np.int64)
    whole = np.column_stack([traits, free.astype(np.int64)])
    kinds, sizes = np.unique(whole, axis=0, return_counts=True)
    return kinds[:, : traits.shape[1]], sizes, kinds[:, traits.shape[1] :].astype(bool)
