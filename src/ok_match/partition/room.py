"""How many can be seated at most: a relaxed model that is solved in no time, and whose no is a proof.

People who are alike to the rules count as one kind, groups that meet in one slot as one crowd. A small mixed-integer
program chooses how many groups meet in each slot, and how many of each kind sit in them; who sits with whom is left
open. No real groups seat more.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Counted, SharedSlots, Terms

from .conflicts import free_together, largest_conflict, together_units
from .sizes import SizePlan
from .solver import Row
from .solver import most as most_gained

#: A model of more variables than this is not asked, and one that takes longer gives what it has proved by then.
VARIABLES, SECONDS = 4_000, 1.0


def fewest_possible(terms: Terms, plans: Sequence[SizePlan]) -> int:
    """Give a number of people of whom it is certain that no fewer wait, under any of these plans.

    Parameters
    ----------
    plans : sequence of SizePlan
        One at least.
    """
    units = together_units(terms)
    slots = [term for term in terms.terms if isinstance(term, SharedSlots) and term.weight is None and term.needed]
    calendars = [free_together(term, units) for term in slots] or [np.ones((terms.people, 1), bool)]
    return max(_fewest(terms, plans, free) for free in calendars)


def _fewest(terms: Terms, plans: Sequence[SizePlan], free: NDArray[np.bool_]) -> int:
    low, high = min(plan.low for plan in plans), max(plan.high for plan in plans)
    groups = [plan.groups for plan in plans]
    kinds, sizes, free = _alike(terms, free)
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
    rows.append((list(range(pairs, pairs + slots)), [1.0] * slots, min(groups), max(groups)))
    crowd(np.ones(len(sizes), bool), low, high)
    for column, (price, _) in enumerate(_counted(terms)):
        for c in range(len(price)):
            allowed = np.flatnonzero(price[c] == 0)
            if not len(allowed):
                return terms.people
            crowd(kinds[:, column] == c, int(allowed[0]), int(allowed[-1]))
    crowd(kinds[:, -1] == 1, 0, 1)
    gains = np.append(np.ones(pairs), np.zeros(slots))
    found = most_gained(gains, np.full(gains.size, float(terms.people)), rows, time_limit=SECONDS)
    if found.status == 2:
        return terms.people
    most = -found.mip_dual_bound if found.mip_dual_bound is not None else terms.people
    return terms.people - min(terms.people, int(np.floor(most + 1e-6)))


def _counted(terms: Terms) -> list[tuple[NDArray[np.int64], NDArray[np.int32]]]:
    return [(term.price, term.classes) for term in terms.terms if isinstance(term, Counted) and term.must]


def _alike(terms: Terms, free: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Give the kinds of people, shape (kinds, rules + 1), how many are of each, and when they can come.

    The last column says whether they are among the most people found who must all be apart.
    """
    parted = np.zeros(terms.people, np.int64)
    parted[list(largest_conflict(terms))] = 1
    traits = np.column_stack([*(classes for _, classes in _counted(terms)), parted]).astype(np.int64)
    whole = np.column_stack([traits, free.astype(np.int64)])
    kinds, sizes = np.unique(whole, axis=0, return_counts=True)
    return kinds[:, : traits.shape[1]], sizes, kinds[:, traits.shape[1] :].astype(bool)
