"""Annealing where pairs are not written down: a pair earns the product of two rows, and what rules add."""

import numpy as np

from .caching import compiled
from .chance import HALF, LOWER, STEP, bar, bar_within, draw, mix
from .dues import heavy, light_change
from .row_pricing import apply_row_swap, swap_by_kind, swap_conflicts, swap_earning, swap_listed


@compiled
def exchange_row_unit(inst, state, i, b, temperature, penalty, random):  # type: ignore[no-untyped-def]
    """Try to swap the keep-together unit of i with as many single members of group b; return the success."""
    first = inst.rules.unit_start[inst.rules.unit[i]]
    count = inst.rules.unit_start[inst.rules.unit[i] + 1] - first
    chosen = 0
    for position in range(state.size[b]):
        j = state.member[b, position]
        if inst.rules.unit[j] < 0 and not inst.fixed[j] and chosen < count:
            state.scratch[chosen] = j
            chosen += 1
    if chosen < count:
        return False
    gain, broken = state.totals[0], state.totals[1]
    for m in range(count):
        apply_row_swap(inst, state, inst.rules.unit_members[first + m], state.scratch[m])
    change = (state.totals[0] - gain) - penalty * (state.totals[1] - broken)
    random[0] += STEP
    if change >= bar(temperature, mix(random[0])):
        return True
    for m in range(count):
        apply_row_swap(inst, state, inst.rules.unit_members[first + m], state.scratch[m])
    return False


@compiled
def anneal_rows(inst, state, hot, cold, steps, penalty, random):  # type: ignore[no-untyped-def]
    """Anneal from temperature ``hot`` to ``cold`` in a fixed number of proposals; return the number accepted.

    ``penalty`` is the cost of a broken hard rule. Three of four proposals send somebody to a neighbour's group.
    """
    label, size, member, dues = state.label, state.size, state.member, state.dues
    rows, row_sum, square, worth, near = inst.rows, state.row_sum, inst.square, inst.worth, inst.near
    n = label.size
    few = near.shape[1]
    rules = inst.rules
    counts, sums = state.counts, state.sums
    k = size.size - 1
    heavily = rules.slot_price.shape[0] > 0
    owing = rules.kind.shape[1] + rules.value.shape[1] + rules.slot_price.shape[0] > 0
    bound = inst.apart_from.size > 0
    wishing = inst.wish_with.size > 0
    sorting = inst.table_start.size > 0
    # An upper bound on what tables of kinds could add to the gain from each companion.
    reach = np.int64(0)
    for t in range(inst.hard_tables, inst.table_start.size):
        reach += inst.table_reach[t]
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
            if inst.fixed[i] or inst.fixed[j] or inst.rules.unit[j] >= 0:
                continue
            if inst.rules.unit[i] >= 0:
                # Trying a unit costs many times a swap, and units are few.
                if bits & 0x700 != 0:
                    continue
                accepted += exchange_row_unit(inst, state, i, b, temperature, penalty, random)
                continue
            change = np.float64(swap_earning(rows, row_sum, square, worth[a], worth[b], a, b, i, j))
            if wishing:
                change += swap_listed(inst, state, i, j)
            part = bits & 255
            least = temperature * LOWER[part]
            hope = change
            if owing:
                hope += dues[a, 0] + dues[a, 2] + dues[b, 0] + dues[b, 2]
                hope += 2 * penalty * (dues[a, 1] + dues[a, 3] + dues[b, 1] + dues[b, 3])
            if sorting:
                hope += reach * (worth[a] * (size[a] - 1) + worth[b] * (size[b] - 1))
                if hope < least and state.totals[1] == 0:
                    continue
                units, broken = swap_by_kind(inst, state, i, j)
                hope += units - penalty * broken - reach * (worth[a] * (size[a] - 1) + worth[b] * (size[b] - 1))
                change += units - penalty * broken
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
                    units, broken = light_change(rules, counts, sums, a, i, j)
                    change -= units + 2 * penalty * broken
                if b < k:
                    units, broken = light_change(rules, counts, sums, b, j, i)
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
