"""The fewest pairs of certain sets that must share a group, whoever sits where.

Any m people of one set who are dealt over k groups make the fewest pairs if they are dealt evenly. Sets that have no
pair in common add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


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
    waiting, groups = people - sum(sizes), len(sizes)
    if not groups:
        return FewestPairs(0, exact=True)
    seen: set[int] = set()
    total = 0
    for members in sorted(map(set, sets), key=len, reverse=True):
        if members & seen:
            continue
        seen |= members
        each, more = divmod(max(0, len(members) - waiting), groups)
        total += groups * each * (each - 1) // 2 + more * each
    return FewestPairs(total, exact=False)
