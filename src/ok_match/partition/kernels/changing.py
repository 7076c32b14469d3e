"""The sums of a state: filled in from labels, and updated when people swap or move."""

import numpy as np

from .caching import compiled
from .dues import NOBODY, heavy, light_rise
from .pricing import price_move, swap_pairs


@compiled
def fill(inst, state):  # type: ignore[no-untyped-def]
    """Compute every sum of the state from its labels."""
    k = state.size.size - 1
    bound = state.break_table.shape[1] > 0
    for table in (state.size, state.pair_sum, state.totals):
        table[:] = 0
    state.gain_table[:] = 0
    state.break_table[:] = 0
    state.counts[:] = 0
    state.sums[:] = 0
    state.away[:] = 0
    state.floor_table[:] = 0
    for v in range(state.label.size):
        g = state.label[v]
        state.place[v] = state.size[g]
        state.member[g, state.size[g]] = v
        state.size[g] += 1
        add(inst, state, g, v, np.int64(1))
    for v in range(state.label.size):
        g = state.label[v]
        state.pair_sum[g] += state.gain_table[g, v]
        state.totals[1] += 2 * inst.seat_breaks[v, g]
        if bound and g < k:
            state.totals[1] += 2 * inst.own_breaks[v] + state.break_table[g, v]
    for g in range(k + 1):
        state.pair_sum[g] //= 2
        state.worth[g] = inst.factor[state.size[g]] if g < k else 0
        state.totals[0] += state.worth[g] * state.pair_sum[g]
        settle_dues(inst, state, g)


@compiled
def tally(rules, counts, sums, away, g, v, sign):  # type: ignore[no-untyped-def]
    """Add v to the counts, sums and absences of group g, or take v out of them (``sign`` -1)."""
    for rule in range(rules.kind.shape[1]):
        counts[g, rules.kind[v, rule]] += sign
    for rule in range(rules.value.shape[1]):
        sums[g, rule] += sign * rules.value[v, rule]
    for t in range(rules.closed.shape[1]):
        away[g, t] += sign * rules.closed[v, t]


@compiled
def tally_swap(rules, counts, sums, away, a, b, i, j):  # type: ignore[no-untyped-def]
    """Update the counts, sums and absences of groups a and b when i and j swap."""
    for rule in range(rules.kind.shape[1]):
        gone, come = rules.kind[i, rule], rules.kind[j, rule]
        counts[a, gone] -= 1
        counts[a, come] += 1
        counts[b, come] -= 1
        counts[b, gone] += 1
    for rule in range(rules.value.shape[1]):
        step = rules.value[j, rule] - rules.value[i, rule]
        sums[a, rule] += step
        sums[b, rule] -= step
    for t in range(rules.closed.shape[1]):
        came = rules.closed[j, t] - rules.closed[i, t]
        away[a, t] += came
        away[b, t] -= came


@compiled
def add(inst, state, g, v, sign):  # type: ignore[no-untyped-def]
    """Add v to the tables of group g, or take v out of them (``sign`` -1), except for the list of members."""
    for u in range(state.label.size):
        state.gain_table[g, u] += sign * inst.gain[v, u]
    for u in range(state.break_table.shape[1]):
        state.break_table[g, u] += sign * inst.breaks[v, u]
    tally(inst.rules, state.counts, state.sums, state.away, g, v, sign)
    for f in range(inst.rules.floor_gain.shape[0]):
        for u in range(state.label.size):
            state.floor_table[f, g, u] += sign * inst.rules.floor_gain[f, v, u]


@compiled
def settle_dues(inst, state, g):  # type: ignore[no-untyped-def]
    """Compute the dues of group g and add them to the totals, which must not contain them yet."""
    if g == state.size.size - 1:
        state.dues[g] = 0
        return
    units = np.int64(0)
    breaks = np.int64(0)
    for rule in range(inst.rules.price.shape[0]):
        cost = inst.rules.price[rule, state.counts[g, rule]] if state.size[g] > 0 else 0
        if rule < inst.rules.hard_kinds:
            breaks += cost
        else:
            units += cost
    for rule in range(inst.rules.value.shape[1]):
        units += inst.rules.step_price[rule] * abs(state.sums[g, rule])
    more, broken = heavy(inst, state, g, NOBODY, NOBODY)
    state.dues[g, 0] = units
    state.dues[g, 1] = breaks
    state.dues[g, 2] = more
    state.dues[g, 3] = broken
    state.totals[0] -= units + more
    state.totals[1] += 2 * (breaks + broken)


@compiled
def pay(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Update the dues of group g, before its tables change."""
    if g == state.size.size - 1:
        return
    units, breaks = light_rise(inst.rules, state.counts, state.sums, g, leaver, joiner)
    more, broken = heavy(inst, state, g, leaver, joiner)
    state.totals[0] -= units + more - state.dues[g, 2]
    state.totals[1] += 2 * (breaks + broken - state.dues[g, 3])
    state.dues[g, 0] += units
    state.dues[g, 1] += breaks
    state.dues[g, 2] = more
    state.dues[g, 3] = broken


@compiled
def exchange(table_a, table_b, row_i, row_j):  # type: ignore[no-untyped-def]
    """Replace i by j in one row of a table, and j by i in another."""
    for v in range(row_i.size):
        change = row_j[v] - row_i[v]
        table_a[v] += change
        table_b[v] -= change


@compiled
def apply_swap(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Swap i and j, who are in different groups, and update every sum."""
    a, b = state.label[i], state.label[j]
    earned, breakage = swap_pairs(inst, state, i, j)
    state.totals[0] += earned
    state.totals[1] += breakage
    between = np.int64(inst.gain[i, j])
    state.pair_sum[a] += state.gain_table[a, j] - state.gain_table[a, i] - between
    state.pair_sum[b] += state.gain_table[b, i] - state.gain_table[b, j] - between
    pay(inst, state, a, i, j)
    pay(inst, state, b, j, i)
    exchange(state.gain_table[a], state.gain_table[b], inst.gain[i], inst.gain[j])
    if state.break_table.shape[1] > 0:
        exchange(state.break_table[a], state.break_table[b], inst.breaks[i], inst.breaks[j])
    tally_swap(inst.rules, state.counts, state.sums, state.away, a, b, i, j)
    for f in range(inst.rules.floor_gain.shape[0]):
        gain = inst.rules.floor_gain[f]
        exchange(state.floor_table[f, a], state.floor_table[f, b], gain[i], gain[j])
    state.member[a, state.place[i]] = j
    state.member[b, state.place[j]] = i
    state.place[i], state.place[j] = state.place[j], state.place[i]
    state.label[i] = b
    state.label[j] = a


@compiled
def apply_move(inst, state, i, b):  # type: ignore[no-untyped-def]
    """Move i to group b and update every sum."""
    k = state.size.size - 1
    a = state.label[i]
    earned, broken = price_move(inst, state, i, b)
    gain, breaks = state.totals[0], state.totals[1]
    pay(inst, state, a, i, NOBODY)
    pay(inst, state, b, NOBODY, i)
    state.totals[0] = gain + earned
    state.totals[1] = breaks + broken
    state.pair_sum[a] -= state.gain_table[a, i]
    state.pair_sum[b] += state.gain_table[b, i]
    add(inst, state, a, i, np.int64(-1))
    add(inst, state, b, i, np.int64(1))
    state.size[a] -= 1
    state.size[b] += 1
    if a < k:
        state.worth[a] = inst.factor[state.size[a]]
    if b < k:
        state.worth[b] = inst.factor[state.size[b]]
    last = state.member[a, state.size[a]]
    state.member[a, state.place[i]] = last
    state.place[last] = state.place[i]
    state.member[b, state.size[b] - 1] = i
    state.place[i] = state.size[b] - 1
    state.label[i] = b
