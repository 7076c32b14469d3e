"""The exact worth of a swap or a move.

The gain table ``gain_table[g, v]`` is the sum of the pair gains of v with the members of g. It prices a swap in four
look-ups (Gallego, Laguna, Marti, Duarte, J. Oper. Res. Soc. 64, 2013, 724-734, section 3). It is stored group by
group, so that an accepted swap updates two contiguous rows. Everything is whole numbers.
"""

import numpy as np

from .caching import compiled
from .dues import NOBODY, rise


@compiled
def swap_worth(worth_a, worth_b, aj, ai, bi, bj, between):  # type: ignore[no-untyped-def]
    """Gain from a swap of i in group a with j in group b; ``aj`` is the gain-table entry of a and j, and so on."""
    return worth_a * (aj - ai - between) + worth_b * (bi - bj - between)


@compiled
def swap_breakage(live_a, live_b, aj, ai, bi, bj, between, own):  # type: ignore[no-untyped-def]
    """Pair rules that the same swap breaks less those it repairs, from entries of the break table.

    ``own`` is the own breaks of j less those of i; ``live`` is 0 for the waiting group, else 1.
    """
    return 2 * (live_a * (aj - ai - between + own) + live_b * (bi - bj - between - own))


@compiled
def swap_pairs(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Gain from swapping i and j, and hard rules broken less those repaired, dues aside."""
    k = state.size.size - 1
    a, b = state.label[i], state.label[j]
    table, broken, seat = state.gain_table, state.break_table, inst.seat_breaks
    earned = swap_worth(
        state.worth[a], state.worth[b], table[a, j], table[a, i], table[b, i], table[b, j], inst.gain[i, j]
    )
    breakage = 2 * np.int64(seat[i, b] - seat[i, a] + seat[j, a] - seat[j, b])
    if broken.shape[1] > 0:
        breakage += swap_breakage(
            np.int64(a < k), np.int64(b < k), broken[a, j], broken[a, i], broken[b, i], broken[b, j],
            inst.breaks[i, j], inst.own_breaks[j] - inst.own_breaks[i],
        )  # fmt: skip
    return earned, breakage


@compiled
def price_swap(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Gain from swapping i and j, who are in different groups, in units, and hard rules broken less repaired."""
    earned, breakage = swap_pairs(inst, state, i, j)
    units_a, breaks_a = rise(inst, state, state.label[i], i, j)
    units_b, breaks_b = rise(inst, state, state.label[j], j, i)
    return earned - units_a - units_b, breakage + 2 * (breaks_a + breaks_b)


@compiled
def price_move(inst, state, i, b):  # type: ignore[no-untyped-def]
    """Gain from moving i to group b, in units, and hard rules broken less repaired."""
    k = state.size.size - 1
    a = state.label[i]
    bound = state.break_table.shape[1] > 0
    earned = np.int64(0)
    broken = 2 * np.int64(inst.seat_breaks[i, b] - inst.seat_breaks[i, a])
    if a < k:
        left = state.pair_sum[a] - state.gain_table[a, i]
        earned += inst.factor[state.size[a] - 1] * left - state.worth[a] * state.pair_sum[a]
        if bound:
            broken -= 2 * (inst.own_breaks[i] + state.break_table[a, i])
        units, breaks = rise(inst, state, a, i, NOBODY)
        earned -= units
        broken += 2 * breaks
    if b < k:
        grown = state.pair_sum[b] + state.gain_table[b, i]
        earned += inst.factor[state.size[b] + 1] * grown - state.worth[b] * state.pair_sum[b]
        if bound:
            broken += 2 * (inst.own_breaks[i] + state.break_table[b, i])
        units, breaks = rise(inst, state, b, NOBODY, i)
        earned -= units
        broken += 2 * breaks
    return earned, broken


@compiled
def price_swaps(inst, state, i, earned, breakage):  # type: ignore[no-untyped-def]
    """Fill ``earned`` and ``breakage``, of shape (n,), with the price of a swap of i with each person.

    Entries of people in the group of i are 0.
    """
    for j in range(state.label.size):
        earned[j] = 0
        breakage[j] = 0
        if state.label[i] != state.label[j]:
            earned[j], breakage[j] = price_swap(inst, state, i, j)
