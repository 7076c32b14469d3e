"""The worth of a swap where pairs are not written down: by rows, by lists and by tables of kinds.

With V the sum of a group's rows, the pairs within it earn half of V.V less the rows' own squares. So a swap of i and j
takes one step per column of a row: (x_j - x_i).V, for both groups. Rows are small whole numbers, so everything here
is exact, in whatever order a processor adds it up.
"""

import numpy as np

from .caching import compiled
from .changing import pay, settle_dues, tally, tally_swap
from .dues import NOBODY


@compiled
def fill_rows(inst, state):  # type: ignore[no-untyped-def]
    """Compute every sum of the state from its labels."""
    k = state.size.size - 1
    state.size[:] = 0
    state.row_sum[:] = 0
    state.counts[:] = 0
    state.sums[:] = 0
    state.away[:] = 0
    state.totals[:] = 0
    for v in range(state.label.size):
        g = state.label[v]
        state.place[v] = state.size[g]
        state.member[g, state.size[g]] = v
        state.size[g] += 1
        for column in range(inst.rows.shape[1]):
            state.row_sum[g, column] += inst.rows[v, column]
        tally(inst.rules, state.counts, state.sums, state.away, g, v, np.int64(1))
    for v in range(state.label.size):
        g = state.label[v]
        if g < k:
            state.totals[1] += conflicts(inst.apart_start, inst.apart_from, state.label, v, g, NOBODY)
    for g in range(k):
        inside = np.int64(0)
        for column in range(inst.rows.shape[1]):
            inside += np.int64(state.row_sum[g, column]) * np.int64(state.row_sum[g, column])
        for position in range(state.size[g]):
            inside -= inst.square[state.member[g, position]]
        # Each pair is met from both of its sides.
        breaks = np.int64(0)
        for position in range(state.size[g]):
            v = state.member[g, position]
            inside += wishes(inst.wish_start, inst.wish_with, inst.wish_points, state.label, v, g, NOBODY)
            points, broken = by_kind(
                inst.table_kind, inst.table_start, inst.table_width, inst.table, inst.hard_tables,
                state.member, state.size[g], g, v, NOBODY,
            )  # fmt: skip
            inside += points
            breaks += broken
        state.totals[0] += inst.worth[g] * (inside // 2)
        state.totals[1] += breaks
        settle_dues(inst, state, g)


@compiled
def conflicts(apart_start, apart_from, label, v, g, but):  # type: ignore[no-untyped-def]
    """Number of people in group g who must be apart from v, except ``but``."""
    total = 0
    for at in range(apart_start[v], apart_start[v + 1]):
        u = apart_from[at]
        if label[u] == g and u != but:
            total += 1
    return total


@compiled
def wishes(wish_start, wish_with, wish_points, label, v, g, but):  # type: ignore[no-untyped-def]
    """Sum of the listed weights of v with the people in group g, except ``but``."""
    total = np.int64(0)
    for at in range(wish_start[v], wish_start[v + 1]):
        u = wish_with[at]
        if label[u] == g and u != but:
            total += wish_points[at]
    return total


@compiled
def by_kind(  # type: ignore[no-untyped-def]
    table_kind, table_start, table_width, table, hard_tables, member, members, g, comer, goer
):
    """What one person would earn and break with the other members of group g, by tables of kinds.

    With a person who leaves (``goer`` not -1), what that person earns and breaks is subtracted.
    """
    points = np.int64(0)
    breaks = np.int64(0)
    for t in range(table_start.size):
        mine = table_start[t] + table_width[t] * table_kind[comer, t]
        theirs = table_start[t] + table_width[t] * table_kind[goer, t] if goer >= 0 else 0
        if mine == theirs and goer >= 0:
            continue
        change = np.int64(0)
        for position in range(members):
            v = member[g, position]
            if v != comer and v != goer:  # noqa: PLR1714 - a kernel
                change += table[mine + table_kind[v, t]]
                if goer >= 0:
                    change -= table[theirs + table_kind[v, t]]
        if t < hard_tables:
            breaks += change
        else:
            points += change
    return points, breaks


@compiled
def swap_listed(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Gain from swapping i and j by listed pairs."""
    a, b = state.label[i], state.label[j]
    start, mates, points, label = inst.wish_start, inst.wish_with, inst.wish_points, state.label
    in_a = wishes(start, mates, points, label, j, a, i) - wishes(start, mates, points, label, i, a, NOBODY)
    in_b = wishes(start, mates, points, label, i, b, j) - wishes(start, mates, points, label, j, b, NOBODY)
    return inst.worth[a] * in_a + inst.worth[b] * in_b


@compiled
def swap_by_kind(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Gain from swapping i and j by tables of kinds, and hard rules broken less repaired."""
    a, b = state.label[i], state.label[j]
    k = state.size.size - 1
    in_a, broken_a = by_kind(
        inst.table_kind, inst.table_start, inst.table_width, inst.table, inst.hard_tables,
        state.member, state.size[a], a, j, i,
    )  # fmt: skip
    in_b, broken_b = by_kind(
        inst.table_kind, inst.table_start, inst.table_width, inst.table, inst.hard_tables,
        state.member, state.size[b], b, i, j,
    )  # fmt: skip
    broken = (broken_a if a < k else 0) + (broken_b if b < k else 0)
    return inst.worth[a] * in_a + inst.worth[b] * in_b, 2 * broken


@compiled
def swap_earning(rows, row_sum, square, worth_a, worth_b, a, b, i, j):  # type: ignore[no-untyped-def]
    """Gain from swapping i from group a and j from group b by rows."""
    from_a = np.int32(0)
    from_b = np.int32(0)
    between = np.int32(0)
    for column in range(rows.shape[1]):
        step = np.int32(np.int32(rows[j, column]) - np.int32(rows[i, column]))
        from_a = np.int32(from_a + np.int32(step * row_sum[a, column]))
        from_b = np.int32(from_b + np.int32(step * row_sum[b, column]))
        between = np.int32(between + np.int32(step * step))
    rest = np.int64(square[j] - square[i])
    in_a = np.int64(from_a) + (np.int64(between) - rest) // 2
    in_b = (np.int64(between) + rest) // 2 - np.int64(from_b)
    return worth_a * in_a + worth_b * in_b


@compiled
def swap_conflicts(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Twice the pairs kept apart that swapping i and j brings together, less those it separates."""
    k = state.size.size - 1
    a, b = state.label[i], state.label[j]
    change = 0
    if a < k:
        change += conflicts(inst.apart_start, inst.apart_from, state.label, j, a, i)
        change -= conflicts(inst.apart_start, inst.apart_from, state.label, i, a, NOBODY)
    if b < k:
        change += conflicts(inst.apart_start, inst.apart_from, state.label, i, b, j)
        change -= conflicts(inst.apart_start, inst.apart_from, state.label, j, b, NOBODY)
    return 2 * change


@compiled
def apply_row_swap(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Swap i and j and update every sum."""
    a, b = state.label[i], state.label[j]
    units, breaks = swap_by_kind(inst, state, i, j)
    state.totals[0] += swap_earning(inst.rows, state.row_sum, inst.square, inst.worth[a], inst.worth[b], a, b, i, j)
    state.totals[0] += swap_listed(inst, state, i, j) + units
    state.totals[1] += swap_conflicts(inst, state, i, j) + breaks
    pay(inst, state, a, i, j)
    pay(inst, state, b, j, i)
    for column in range(inst.rows.shape[1]):
        step = np.int32(inst.rows[j, column]) - np.int32(inst.rows[i, column])
        state.row_sum[a, column] += step
        state.row_sum[b, column] -= step
    tally_swap(inst.rules, state.counts, state.sums, state.away, a, b, i, j)
    state.member[a, state.place[i]] = j
    state.member[b, state.place[j]] = i
    state.place[i], state.place[j] = state.place[j], state.place[i]
    state.label[i] = b
    state.label[j] = a


@compiled
def sample_earnings(inst, state, pairs, earned):  # type: ignore[no-untyped-def]
    """Fill ``earned`` with the gain from swapping each of some pairs by rows; 0 within a group."""
    for at in range(pairs.shape[0]):
        i, j = pairs[at, 0], pairs[at, 1]
        a, b = state.label[i], state.label[j]
        earned[at] = 0
        if a != b:
            earned[at] = swap_earning(inst.rows, state.row_sum, inst.square, inst.worth[a], inst.worth[b], a, b, i, j)
