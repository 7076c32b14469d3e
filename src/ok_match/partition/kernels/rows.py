"""Annealing without a matrix: what a pair earns is the product of two rows, and a group has the sum of its rows.

With V the sum of a group's rows, the pairs within it earn half of V.V less the rows' own squares, so that a swap of i
and j is priced in as many steps as a row has columns: by (x_j - x_i).V, of both groups. Rows are short whole
numbers, so that everything here is exact, in whatever order a processor adds it up.
"""

import numpy as np

from .caching import compiled
from .chance import HALF, LOWER, STEP, bar, bar_within, draw, mix
from .changing import pay, settle_dues
from .dues import heavy, light_change


@compiled
def fill_rows(inst, state):  # type: ignore[no-untyped-def]
    """Compute every sum of the state anew from its labels."""
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
        for rule in range(inst.kind.shape[1]):
            state.counts[g, inst.kind[v, rule]] += 1
        for rule in range(inst.value.shape[1]):
            state.sums[g, rule] += inst.value[v, rule]
        for t in range(inst.closed.shape[1]):
            state.away[g, t] += inst.closed[v, t]
    for v in range(state.label.size):
        if state.label[v] < k:
            state.totals[1] += conflicts(inst.apart_start, inst.apart_from, state.label, v, state.label[v], -1)
    for g in range(k):
        inside = np.int64(0)
        for column in range(inst.rows.shape[1]):
            inside += np.int64(state.row_sum[g, column]) * np.int64(state.row_sum[g, column])
        for position in range(state.size[g]):
            inside -= inst.square[state.member[g, position]]
        state.totals[0] += inst.worth[g] * (inside // 2)
        settle_dues(inst, state, g)


@compiled
def conflicts(apart_start, apart_from, label, v, g, but):  # type: ignore[no-untyped-def]
    """Count who in group g must be apart from v, one of them aside."""
    found = 0
    for at in range(apart_start[v], apart_start[v + 1]):
        u = apart_from[at]
        if label[u] == g and u != but:
            found += 1
    return found


@compiled
def swap_earning(rows, row_sum, square, worth_a, worth_b, a, b, i, j):  # type: ignore[no-untyped-def]
    """Give what swapping i from group a and j from group b would earn from pairs."""
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
    """Count the pairs to be kept apart that swapping i and j would bring together, less those it parts, twice over."""
    k = state.size.size - 1
    a, b = state.label[i], state.label[j]
    found = 0
    if a < k:
        found += conflicts(inst.apart_start, inst.apart_from, state.label, j, a, i)
        found -= conflicts(inst.apart_start, inst.apart_from, state.label, i, a, -1)
    if b < k:
        found += conflicts(inst.apart_start, inst.apart_from, state.label, i, b, j)
        found -= conflicts(inst.apart_start, inst.apart_from, state.label, j, b, -1)
    return 2 * found


@compiled
def apply_row_swap(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Swap i and j and bring every sum up to date."""
    a, b = state.label[i], state.label[j]
    state.totals[0] += swap_earning(inst.rows, state.row_sum, inst.square, inst.worth[a], inst.worth[b], a, b, i, j)
    state.totals[1] += swap_conflicts(inst, state, i, j)
    pay(inst, state, a, i, j)
    pay(inst, state, b, j, i)
    for column in range(inst.rows.shape[1]):
        step = np.int32(inst.rows[j, column]) - np.int32(inst.rows[i, column])
        state.row_sum[a, column] += step
        state.row_sum[b, column] -= step
    for rule in range(inst.kind.shape[1]):
        gone, come = inst.kind[i, rule], inst.kind[j, rule]
        state.counts[a, gone] -= 1
        state.counts[a, come] += 1
        state.counts[b, come] -= 1
        state.counts[b, gone] += 1
    for rule in range(inst.value.shape[1]):
        step = inst.value[j, rule] - inst.value[i, rule]
        state.sums[a, rule] += step
        state.sums[b, rule] -= step
    for t in range(inst.closed.shape[1]):
        came = inst.closed[j, t] - inst.closed[i, t]
        state.away[a, t] += came
        state.away[b, t] -= came
    state.member[a, state.place[i]] = j
    state.member[b, state.place[j]] = i
    state.place[i], state.place[j] = state.place[j], state.place[i]
    state.label[i] = b
    state.label[j] = a


@compiled
def exchange_row_unit(inst, state, i, b, temperature, penalty, random):  # type: ignore[no-untyped-def]
    """Try to swap the keep-together unit of i with as many single members of group b."""
    first = inst.unit_start[inst.unit[i]]
    count = inst.unit_start[inst.unit[i] + 1] - first
    found = 0
    for position in range(state.size[b]):
        j = state.member[b, position]
        if inst.unit[j] < 0 and not inst.fixed[j] and found < count:
            state.scratch[found] = j
            found += 1
    if found < count:
        return False
    gain, broken = state.totals[0], state.totals[1]
    for m in range(count):
        apply_row_swap(inst, state, inst.unit_members[first + m], state.scratch[m])
    change = (state.totals[0] - gain) - penalty * (state.totals[1] - broken)
    random[0] += STEP
    if change >= bar(temperature, mix(random[0])):
        return True
    for m in range(count):
        apply_row_swap(inst, state, inst.unit_members[first + m], state.scratch[m])
    return False


@compiled
def anneal_rows(inst, state, hot, cold, steps, penalty, random):  # type: ignore[no-untyped-def]
    """Anneal from temperature ``hot`` to ``cold`` in a fixed number of proposals; give the number accepted.

    ``penalty`` is what a broken hard rule costs. Three of four proposals send somebody to a neighbour's group.
    """
    label, size, member, dues = state.label, state.size, state.member, state.dues
    rows, row_sum, square, worth, near = inst.rows, state.row_sum, inst.square, inst.worth, inst.near
    n = label.size
    few = near.shape[1]
    kind, price, value, step_price = inst.kind, inst.price, inst.value, inst.step_price
    counts, sums = state.counts, state.sums
    k = size.size - 1
    heavily = inst.slot_price.shape[0] > 0
    owing = inst.kind.shape[1] + inst.value.shape[1] + inst.slot_price.shape[0] > 0
    bound = inst.apart_from.size > 0
    blocks = 100
    ratio = (cold / hot) ** (1.0 / blocks)
    temperature = hot
    accepted = 0
    for _ in range(blocks):
        for step in range(steps // blocks + 1):
            random[0] += STEP
            bits = mix(random[0])
            i = draw(bits >> 32, n)
            a = label[i]
            if few > 0 and step & 3 > 0:
                b = label[near[i, draw(bits & HALF, few << 16)]]
                if a == b or size[b] == 0:
                    continue
                j = member[b, draw((bits >> 16) & HALF, size[b] << 16)]
            else:
                j = draw(bits, n)
                b = label[j]
                if a == b:
                    continue
            if inst.fixed[i] or inst.fixed[j] or inst.unit[j] >= 0:
                continue
            if inst.unit[i] >= 0:
                # Units cost many times a swap to try, and are few.
                if bits & 0x700 != 0:
                    continue
                accepted += exchange_row_unit(inst, state, i, b, temperature, penalty, random)
                continue
            change = np.float64(swap_earning(rows, row_sum, square, worth[a], worth[b], a, b, i, j))
            part = bits & 255
            least = temperature * LOWER[part]
            hope = change
            if owing:
                hope += dues[a, 0] + dues[a, 2] + dues[b, 0] + dues[b, 2]
                hope += 2 * penalty * (dues[a, 1] + dues[a, 3] + dues[b, 1] + dues[b, 3])
            if not bound and hope < least:
                continue
            if bound:
                broken = swap_conflicts(inst, state, i, j)
                change -= penalty * broken
                hope -= penalty * broken
                if hope < least:
                    continue
            if owing:
                if a < k:
                    units, broken = light_change(kind, price, inst.hard_rules, value, step_price, counts, sums, a, i, j)
                    change -= units + 2 * penalty * broken
                if b < k:
                    units, broken = light_change(kind, price, inst.hard_rules, value, step_price, counts, sums, b, j, i)
                    change -= units + 2 * penalty * broken
                if change + dues[a, 2] + dues[b, 2] + 2 * penalty * (dues[a, 3] + dues[b, 3]) < least:
                    continue
            if heavily:
                if a < k:
                    units, broken = heavy(inst, state, a, i, j)
                    change += dues[a, 2] - units + 2 * penalty * (dues[a, 3] - broken)
                if b < k:
                    units, broken = heavy(inst, state, b, j, i)
                    change += dues[b, 2] - units + 2 * penalty * (dues[b, 3] - broken)
                if change < least:
                    continue
            if change < 0:
                random[0] += STEP
                if change < bar_within(temperature, part, mix(random[0])):
                    continue
            apply_row_swap(inst, state, i, j)
            accepted += 1
        temperature *= ratio
    return accepted


@compiled
def sample_earnings(inst, state, pairs, earned):  # type: ignore[no-untyped-def]
    """Fill ``earned`` with what swapping each of some pairs would earn from pairs; 0 within a group."""
    for at in range(pairs.shape[0]):
        i, j = pairs[at, 0], pairs[at, 1]
        a, b = state.label[i], state.label[j]
        earned[at] = 0
        if a != b:
            earned[at] = swap_earning(inst.rows, state.row_sum, inst.square, inst.worth[a], inst.worth[b], a, b, i, j)
