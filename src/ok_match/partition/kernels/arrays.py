"""A problem and a grouping as the arrays that the kernels work on.

Groups are numbered 0 to k-1; group k holds the people who wait. Broken hard rules are counted twice, so that each
side's share of a pair is a whole number: two people who must be apart break 1 each, and a person without a
keep-together companion breaks 2.

Rules about pairs are priced by tables, which turn a change into a few look-ups. Everything else that a group costs is
kept as its *dues*: rules priced by counts and sums, and rules that need a look at each member.

Each engine has an instance and a state of its own. The rules apart from pairs are the same in both, and so is the
code that prices them: it takes ``Rules``. Numba flattens nested tuples, so the nesting costs no time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .pairs import RANGE


class Rules(NamedTuple):
    """The rules apart from pairs: what must stay together, counts, sums, shared slots and floors.

    Rules priced by counts come in order: the first ``hard_rules`` columns of ``kind`` and the first ``hard_kinds``
    rows of ``price`` are hard rules.
    """

    unit: NDArray[np.int64]  # (n,) the keep-together unit of each person, or -1
    unit_start: NDArray[np.int64]  # (units + 1,) offsets into unit_members
    unit_members: NDArray[np.int64]
    kind: NDArray[np.int32]  # (n, rules) the row of ``price`` that counts the person
    price: NDArray[np.int64]  # (kinds, n + 2) cost of a group by its number of members of a kind, in breaks or units
    hard_rules: int
    hard_kinds: int
    value: NDArray[np.int64]  # (n, sums) values that should add up to 0 in each group
    step_price: NDArray[np.int64]  # (sums,) units for each step away from 0
    closed: NDArray[np.int32]  # (n, slots) 1 where the person cannot come
    slot_start: NDArray[np.int64]  # (calendars + 1,) offsets into the slots
    slot_price: NDArray[np.int64]  # (calendars, 3) slots needed; breaks and units for each absence
    floor_gain: NDArray[np.int32]  # (floors, n, n) the gains of which nobody should have too little
    floor_price: NDArray[np.int64]  # (floors, 3) units due to a person, units due to a group per member, weight
    pair_factor: NDArray[np.int64]  # (n + 2,) by group size: units that a point between two members adds to their means
    person_factor: NDArray[np.int64]  # (n + 2,) by group size: units that a point adds to one member's mean

    def hard_only(self) -> Rules:
        """The hard rules alone."""
        return self._replace(
            kind=np.ascontiguousarray(self.kind[:, : self.hard_rules]),
            price=self.price[: self.hard_kinds],
            value=np.zeros((self.unit.size, 0), np.int64),
            step_price=np.zeros(0, np.int64),
            slot_price=self.slot_price * (1, 1, 0),
            floor_gain=self.floor_gain[:0],
            floor_price=self.floor_price[:0],
        )

    def stretched(self, factor: float) -> Rules:
        """The same rules with every soft price by counts, sums and slots multiplied by ``factor`` and rounded."""
        price, slot_price = self.price.copy(), self.slot_price.copy()
        price[self.hard_kinds :] = np.rint(price[self.hard_kinds :] * factor)
        slot_price[:, 2] = np.rint(slot_price[:, 2] * factor)
        step_price = np.rint(self.step_price * factor).astype(np.int64)
        return self._replace(price=price, slot_price=slot_price, step_price=step_price)

    @property
    def weight(self) -> int:
        """The work of pricing a change, in look-ups of a count or a sum."""
        light = self.kind.shape[1] + self.value.shape[1]
        return int(light + 4 * len(self.slot_price) + 4 * len(self.floor_price))


class Instance(NamedTuple):
    """A problem of n people and k groups with all pairs written down."""

    gain: NDArray[np.int32]  # (n, n) what a pair earns in one group
    most_gain: int  # the largest absolute gain of a pair
    near: NDArray[np.int32]  # (n, few) the people with whom each person earns most; empty in small problems
    factor: NDArray[np.int64]  # (n + 2,) by group size: units that a point of pair gain is worth
    breaks: NDArray[np.int32]  # (n, n) 1: must be apart; -2: must be together, which cancels an own break of both
    own_breaks: NDArray[np.int32]  # (n,) keep-together companions that a placed person must have
    seat_breaks: NDArray[np.int32]  # (n, k + 1) fixed-seat rules that a person in this group breaks
    low: NDArray[np.int64]  # (k + 1,) smallest size
    high: NDArray[np.int64]  # (k + 1,) largest size
    rules: Rules

    @property
    def people(self) -> int:
        """The number of people."""
        return int(self.rules.unit.size)

    @property
    def plain(self) -> bool:
        """Whether only pair gains count, their worth does not change with sizes, and everything fits in 32 bits."""
        rules = self.rules
        ruled = self.breaks.size + rules.weight + rules.unit_members.size > 0 or bool(self.seat_breaks.any())
        alike = bool((self.low == self.high).all() or (self.factor == self.factor[0]).all())
        worth = self.factor[self.low[:-1].min() : self.high.max() + 1].max(initial=0)
        return not ruled and alike and self.most_gain * int(self.high.max()) * int(worth) <= RANGE


class State(NamedTuple):
    """A grouping of an ``Instance``, and the sums that price a change."""

    label: NDArray[np.int64]  # (n,) group of each person
    size: NDArray[np.int64]  # (k + 1,)
    member: NDArray[np.int64]  # (k + 1, largest size) the members of a group
    place: NDArray[np.int64]  # (n,) the person's position among the members
    gain_table: NDArray[np.int64]  # (k + 1, n) pair gain of a person with all members of a group
    pair_sum: NDArray[np.int64]  # (k + 1,) pair gain inside a group
    break_table: NDArray[np.int32]  # (k + 1, n) hard rules that a person breaks with the members of a group
    counts: NDArray[np.int64]  # (k + 1, kinds) members of each kind
    sums: NDArray[np.int64]  # (k + 1, sums)
    away: NDArray[np.int32]  # (k + 1, slots) members who cannot come
    floor_table: NDArray[np.int64]  # (floors, k + 1, n) floor gain of a person with all members of a group
    dues: NDArray[np.int64]  # (k + 1, 4) units and breaks due by counts and sums, then by slots and floors
    worth: NDArray[np.int64]  # (k + 1,) units that a point of pair gain is worth in the group; 0 in the waiting group
    totals: NDArray[np.int64]  # (2,) gain less dues in units, and hard rules broken (counted twice)
    scratch: NDArray[np.int64]  # (n,)


class RowInstance(NamedTuple):
    """A problem of n people and k groups of fixed sizes, where a pair earns the product of two rows."""

    rows: NDArray[np.int16]  # (n, columns) whole numbers, in proportion to the rows given
    square: NDArray[np.int64]  # (n,) the product of each row with itself
    worth: NDArray[np.int64]  # (k + 1,) what a pair is worth in each group
    near: NDArray[np.int32]  # (n, few) people with whom each person earns much
    apart_start: NDArray[np.int64]  # (n + 1,) offsets into apart_from
    apart_from: NDArray[np.int64]  # the people who must be apart from each person
    wish_start: NDArray[np.int64]  # (n + 1,) offsets into the next two
    wish_with: NDArray[np.int64]  # the people with whom each person has a listed weight
    wish_points: NDArray[np.int64]  # that weight
    table_kind: NDArray[np.int32]  # (n, tables) the kind of each person in each table of kinds
    table_start: NDArray[np.int64]  # (tables,) offsets into table
    table_width: NDArray[np.int64]  # (tables,) the number of kinds in each table
    table_reach: NDArray[np.int64]  # (tables,) the greatest difference between two entries
    table: NDArray[np.int64]  # all tables, row by row; the hard ones come first and count breaks
    hard_tables: int
    fixed: NDArray[np.bool_]  # (n,) people who may not move
    rules: Rules  # without floors, which this engine does not search by


class RowState(NamedTuple):
    """A grouping of a ``RowInstance``; fields not described here are as in ``State``."""

    label: NDArray[np.int64]
    size: NDArray[np.int64]
    member: NDArray[np.int64]
    place: NDArray[np.int64]
    row_sum: NDArray[np.int32]  # (k + 1, columns) the sum of a group's rows
    counts: NDArray[np.int64]
    sums: NDArray[np.int64]
    away: NDArray[np.int32]
    floor_table: NDArray[np.int64]
    dues: NDArray[np.int64]
    totals: NDArray[np.int64]
    scratch: NDArray[np.int64]
