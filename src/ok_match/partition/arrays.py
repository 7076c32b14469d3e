"""A problem and where everybody sits in it, as the arrays that the kernels work on.

Groups are numbered 0 to k-1; group k holds those who wait. Broken hard rules are counted twice over, so that each
side's share of a pair is whole: two people who must be apart break 1 each, somebody without a keep-together
companion breaks 2.

What depends on pairs of members is priced by tables that make a change a matter of a few look-ups. All else that a
group costs is kept as its *dues*: what is priced by counts and sums, and what has to be looked at member by member.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.partition.kernels.pairs import RANGE


class Instance(NamedTuple):
    """A problem of n people and k groups, as arrays.

    Of what is priced by counts, the first ``hard_rules`` columns of ``kind`` are hard rules, and the first
    ``hard_kinds`` rows of ``price`` are theirs.
    """

    gain: NDArray[np.int32]  # (n, n) what a pair earns in one group
    most_gain: int  # the most that a pair earns or costs
    near: NDArray[np.int32]  # (n, few) with whom each person earns most; none in small problems
    factor: NDArray[np.int64]  # (n + 2,) by group size: units a point of pair gain is worth there
    breaks: NDArray[np.int32]  # (n, n) 1: must be apart; -2: must be together, which mends an own break of both
    own_breaks: NDArray[np.int32]  # (n,) keep-together companions that a placed person must have
    seat_breaks: NDArray[np.int32]  # (n, k + 1) fixed-seat rules broken by being in this group
    low: NDArray[np.int64]  # (k + 1,) smallest size
    high: NDArray[np.int64]  # (k + 1,) largest size
    unit: NDArray[np.int64]  # (n,) which keep-together unit the person belongs to, or -1
    unit_start: NDArray[np.int64]  # (units + 1,) offsets into unit_members
    unit_members: NDArray[np.int64]
    kind: NDArray[np.int32]  # (n, rules) the row of ``price`` that counts the person
    price: NDArray[np.int64]  # (kinds, n + 2) what a group with so many of a kind costs, in breaks or units
    hard_rules: int
    hard_kinds: int
    value: NDArray[np.int64]  # (n, sums) what is to add up to nothing in each group
    step_price: NDArray[np.int64]  # (sums,) units a step away from nothing costs
    closed: NDArray[np.int32]  # (n, slots) 1 where the person cannot come
    slot_start: NDArray[np.int64]  # (calendars + 1,) offsets into the slots
    slot_price: NDArray[np.int64]  # (calendars, 3) slots needed; breaks and units a missing member costs
    floor_gain: NDArray[np.int32]  # (floors, n, n) the gains that nobody is to have too little of
    floor_price: NDArray[np.int64]  # (floors, 3) units due to a person, units due to a group a member, weight
    pair_factor: NDArray[np.int64]  # (n + 2,) by group size: units a point between two members adds to their means
    person_factor: NDArray[np.int64]  # (n + 2,) by group size: units a point adds to one person's mean

    @property
    def plain(self) -> bool:
        """Whether nothing counts but the gains of pairs, worth as much whatever the sizes become, in 32 bits."""
        rules = self.breaks.size + self.kind.shape[1] + self.value.shape[1] + len(self.slot_price)
        rules += len(self.floor_price) + len(self.unit_members) + int(self.seat_breaks.any())
        alike = bool((self.low == self.high).all() or (self.factor == self.factor[0]).all())
        worth = self.factor[self.low[:-1].min() : self.high.max() + 1].max(initial=0)
        return rules == 0 and alike and self.most_gain * int(self.high.max()) * int(worth) <= RANGE


class State(NamedTuple):
    """Where everybody sits, and the sums that price a change."""

    label: NDArray[np.int64]  # (n,) group of each person
    size: NDArray[np.int64]  # (k + 1,)
    member: NDArray[np.int64]  # (k + 1, largest size) who is in a group
    place: NDArray[np.int64]  # (n,) the person's position among the members
    gain_table: NDArray[np.int64]  # (k + 1, n) pair gain of a person with all members of a group
    pair_sum: NDArray[np.int64]  # (k + 1,) pair gain inside a group
    break_table: NDArray[np.int32]  # (k + 1, n) hard rules a person breaks with the members of a group
    counts: NDArray[np.int64]  # (k + 1, kinds) members of each kind
    sums: NDArray[np.int64]  # (k + 1, sums)
    away: NDArray[np.int32]  # (k + 1, slots) members who cannot come
    floor_table: NDArray[np.int64]  # (floors, k + 1, n) floor gain of a person with all members of a group
    dues: NDArray[np.int64]  # (k + 1, 4) units and breaks due by counts and sums, then by slots and floors
    worth: NDArray[np.int64]  # (k + 1,) units a point of pair gain is worth in the group; 0 for those who wait
    totals: NDArray[np.int64]  # (2,) gain less dues in units, and hard rules broken (twice over)
    scratch: NDArray[np.int64]  # (n,)
