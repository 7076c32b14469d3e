"""A problem and where everybody sits in it, as the arrays that the kernels work on.

Groups are numbered 0 to k-1; group k holds those who wait. Broken hard rules are counted twice over, so that each
side's share of a pair is whole: two people who must be apart break 1 each, somebody without a keep-together
companion breaks 2.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Instance(NamedTuple):
    """A problem of n people and k groups, as arrays. ``slots`` is the number of meeting slots."""

    gain: NDArray[np.int32]  # (n, n) what a pair earns in one group
    factor: NDArray[np.int64]  # (n + 2,) by group size: units a point of pair gain is worth there
    breaks: NDArray[np.int32]  # (n, n) 1: must be apart; -2: must be together, which mends an own break of both
    own_breaks: NDArray[np.int32]  # (n,) keep-together companions that a placed person must have
    seat_breaks: NDArray[np.int32]  # (n, k + 1) fixed-seat rules broken by being in this group
    closed: NDArray[np.int32]  # (n, slots) 1 where the person cannot come
    needed: int  # slots that all members of a group must have in common
    low: NDArray[np.int64]  # (k + 1,) smallest size
    high: NDArray[np.int64]  # (k + 1,) largest size
    unit: NDArray[np.int64]  # (n,) which keep-together unit the person belongs to, or -1
    unit_start: NDArray[np.int64]  # (units + 1,) offsets into unit_members
    unit_members: NDArray[np.int64]


class State(NamedTuple):
    """Where everybody sits, and the sums that price a change."""

    label: NDArray[np.int64]  # (n,) group of each person
    size: NDArray[np.int64]  # (k + 1,)
    gain_table: NDArray[np.int64]  # (k + 1, n) pair gain of a person with all members of a group
    pair_sum: NDArray[np.int64]  # (k + 1,) pair gain inside a group
    break_table: NDArray[np.int32]  # (k + 1, n) hard rules a person breaks with the members of a group
    away: NDArray[np.int32]  # (k + 1, slots) members who cannot come
    short: NDArray[np.int64]  # (k + 1,) members missing in the best slots, as many as are needed
    worth: NDArray[np.int64]  # (k + 1,) units a point of pair gain is worth in the group; 0 for those who wait
    totals: NDArray[np.int64]  # (2,) gain in units, and hard rules broken (twice over)
