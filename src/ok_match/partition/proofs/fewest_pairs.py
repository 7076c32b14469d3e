"""The fewest pairs of certain sets that must share a group, whoever sits where.

Sets that have nobody in common are dealt over the groups in a transportation problem with convex costs, which is
solved exactly. Where people are in several sets, sets (or parts of them) that have no pair in common add up, each dealt
by itself; the relaxation in ``bounds`` can prove more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

import numpy as np

from .bounds import pair_bound
from .solver import Row, most

#: The most variables for which sets are dealt exactly, and the most people for whom the relaxation is solved.
VARIABLES, PEOPLE = 20_000, 150
#: What rounding could add to a bound.
MARGIN = 1e-6


class FewestPairs(NamedTuple):
    """A proven lower bound on the number of pairs; ``exact`` if it is known that some grouping reaches it."""

    pairs: int
    exact: bool


def fewest_pairs(sets: Sequence[Sequence[int]], people: int, sizes: Sequence[int]) -> FewestPairs:
    """The fewest pairs of the sets in groups of these sizes; each pair counts once.

    Parameters
    ----------
    sets : sequence of sequence of int
        People by position; a person may be in several sets.
    people : int
        Everybody; those who find no room in the groups wait.
    sizes : sequence of int
        The size of each group.
    """
    whole = _whole(sets)
    waiting = people - sum(sizes)
    if sum(map(len, whole)) > len(set().union(*whole)):
        apart = max(_apart(order, sizes, waiting) for order in (whole, whole[::-1], sorted(whole, key=_largest_first)))
        return FewestPairs(max(apart, _relaxed(whole, people, sizes)), exact=False)
    variables = sum(min(len(members), size) for members in whole for size in sizes)
    if variables > VARIABLES:
        return FewestPairs(_apart(whole, sizes, waiting), exact=False)
    return FewestPairs(_dealt(whole, sizes, waiting), exact=True)


def _whole(sets: Sequence[Sequence[int]]) -> list[set[int]]:
    """The sets that hold a pair, without those that are part of another one."""
    pairs = [members for members in dict.fromkeys(frozenset(each) for each in sets) if len(members) > 1]
    return [set(members) for members in pairs if not any(members < other for other in pairs)]


def _largest_first(members: set[int]) -> tuple[int, list[int]]:
    return -len(members), sorted(members)


def _dealt(sets: Sequence[set[int]], sizes: Sequence[int], waiting: int) -> int:
    """The fewest pairs of sets that have nobody in common.

    Another member of a set in a group makes as many pairs as there are members already: costs that rise, so that the
    linear relaxation fills the cheap places first and its corners are whole numbers.
    """
    if not sets or not sizes:
        return 0
    costs: list[int] = []
    rows: list[Row] = []
    in_group: list[list[int]] = [[] for _ in sizes]
    places: list[tuple[int, list[int]]] = []
    for members in sets:
        first = len(costs)
        for group, size in enumerate(sizes):
            most_here = min(size, len(members))
            in_group[group] += range(len(costs), len(costs) + most_here)
            costs += range(most_here)
        places.append((len(members), list(range(first, len(costs)))))
    kept_out = len(costs)
    for number, (size, columns) in enumerate(places):
        rows.append(([*columns, kept_out + number], [1.0] * (len(columns) + 1), size, size))
    rows += [(columns, [1.0] * len(columns), 0, size) for columns, size in zip(in_group, sizes, strict=True)]
    outside = list(range(kept_out, kept_out + len(sets)))
    rows.append((outside, [1.0] * len(outside), 0, waiting))
    upper = np.array([1.0] * kept_out + [float(waiting)] * len(sets))
    return round(float(most(-np.array(costs + [0] * len(sets), np.float64), upper, rows).fun))


def _apart(sets: Sequence[set[int]], sizes: Sequence[int], waiting: int) -> int:
    """A lower bound from parts of the sets that have no pair in common, taken in order."""
    return sum(_alone(len(part) - waiting, sizes) for part in _without_common_pairs(sets))


def _without_common_pairs(sets: Sequence[set[int]]) -> Iterator[set[int]]:
    """Of each set a part that shares at most one person with every part before it."""
    taken: list[set[int]] = []
    for members in sets:
        part: set[int] = set()
        for person in sorted(members):
            if not any(person in other and part & other for other in taken):
                part.add(person)
        taken.append(part)
        yield part


def _alone(members: int, sizes: Sequence[int]) -> int:
    """The fewest pairs of one set: every group gets one member before any gets another."""
    pairs = already = 0
    while members > 0:
        roomy = min(members, sum(size > already for size in sizes))
        pairs += already * roomy
        members -= roomy
        already += 1
    return pairs


def _relaxed(sets: Sequence[set[int]], people: int, sizes: Sequence[int]) -> int:
    """A lower bound from the relaxation of who shares a group with whom; 0 for too many people."""
    if people > PEOPLE:
        return 0
    pairs = np.zeros((people, people))
    for members in sets:
        together = np.array(sorted(members))
        pairs[np.ix_(together, together)] = -1.0
    return max(0, ceil(-pair_bound(pairs, sizes, [1.0] * len(sizes)) - MARGIN))
