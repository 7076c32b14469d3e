"""Simulated annealing by swaps and moves, with all pairs written down.

Changes of the score are exact whole numbers, so that a seed gives the same labels on every machine. The cheapest part
of a price is computed first. A proposal that could not be accepted even if both groups came to owe nothing is dropped
at once.
"""

import numpy as np

from .caching import compiled, inlined
from .chance import HALF, LOWER, STEP, bar, bar_within, draw, mix
from .changing import apply_move, apply_swap
from .dues import heavy_dues, light_change
from .pricing import price_move, swap_breakage, swap_worth


@compiled
def exchanged(row_a, row_b, between, ours, theirs):  # type: ignore[no-untyped-def]
    """Rise of the sums over pairs in two groups when some members of a and as many of b trade places.

    ``row_a``, ``row_b``: what each person has with the members of the group, summed from ``between``.
    """
    change_a = change_b = np.int64(0)
    for m in range(ours.size):
        i, j = ours[m], theirs[m]
        change_a += row_a[j] - row_a[i]
        change_b += row_b[i] - row_b[j]
        for other in range(ours.size):
            across = between[i, theirs[other]]
            change_a -= across
            change_b -= across
        for other in range(m):
            within = between[i, ours[other]] + between[j, theirs[other]]
            change_a += within
            change_b += within
    return change_a, change_b


@inlined
def exchange_hope(inst, state, a, b, ours, theirs, penalty):  # type: ignore[no-untyped-def]
    """Upper bound on what such an exchange earns: as if both groups came to owe nothing."""
    dues, seat = state.dues, inst.seat_breaks
    k = state.size.size - 1
    gain_a, gain_b = exchanged(state.gain_table[a], state.gain_table[b], inst.gain, ours, theirs)
    hope = state.worth[a] * gain_a + state.worth[b] * gain_b + dues[a, 0] + dues[a, 2] + dues[b, 0] + dues[b, 2]
    broken = -(dues[a, 1] + dues[a, 3] + dues[b, 1] + dues[b, 3])
    for m in range(ours.size):
        broken += seat[ours[m], b] - seat[ours[m], a] + seat[theirs[m], a] - seat[theirs[m], b]
    if state.break_table.shape[1] > 0:
        breaks_a, breaks_b = exchanged(state.break_table[a], state.break_table[b], inst.breaks, ours, theirs)
        own = np.int64(0)
        for m in range(ours.size):
            own += inst.own_breaks[theirs[m]] - inst.own_breaks[ours[m]]
        broken += np.int64(a < k) * (breaks_a + own) + np.int64(b < k) * (breaks_b - own)
    return hope - penalty * 2 * broken


@compiled
def exchange_unit(inst, state, i, b, temperature, penalty, random):  # type: ignore[no-untyped-def]
    """Try to swap the keep-together unit of i with as many people of group b, in whole units; return the success."""
    first = inst.rules.unit_start[inst.rules.unit[i]]
    count = inst.rules.unit_start[inst.rules.unit[i] + 1] - first
    a = state.label[i]
    partners = state.scratch
    for m in range(count):
        if state.label[inst.rules.unit_members[first + m]] != a:
            return False
    chosen = np.int64(0)
    for _ in range(4 * count):
        if chosen == count or state.size[b] < count:
            break
        random[0] += STEP
        j = state.member[b, draw(mix(random[0]), state.size[b])]
        fresh = True
        for m in range(chosen):
            fresh = fresh and partners[m] != j
        if not fresh:
            continue
        start = more = np.int64(1)
        if inst.rules.unit[j] >= 0:
            start = inst.rules.unit_start[inst.rules.unit[j]]
            more = inst.rules.unit_start[inst.rules.unit[j] + 1] - start
            for m in range(more):
                fresh = fresh and state.label[inst.rules.unit_members[start + m]] == b
        if fresh and chosen + more <= count:
            for m in range(more):
                partners[chosen + m] = inst.rules.unit_members[start + m] if inst.rules.unit[j] >= 0 else j
            chosen += more
    if chosen < count:
        return False
    random[0] += STEP
    least = bar(temperature, mix(random[0]))
    ours = inst.rules.unit_members[first : first + count]
    if exchange_hope(inst, state, a, b, ours, partners[:count], penalty) < least:
        return False
    gain, broken = state.totals[0], state.totals[1]
    for back in range(2):
        for m in range(count):
            apply_swap(inst, state, ours[m], partners[m])
        if back == 0 and (state.totals[0] - gain) - penalty * (state.totals[1] - broken) >= least:
            return True
    return False


@compiled
def anneal(inst, state, hot, cold, steps, penalty, settle, random):  # type: ignore[no-untyped-def]
    """Anneal from temperature ``hot`` to ``cold`` in a fixed number of proposals; return the number accepted.

    ``penalty`` is the cost of a broken hard rule, in units. With ``settle``, stop once none is broken.
    """
    label, size, worth, dues, totals = state.label, state.size, state.worth, state.dues, state.totals
    table, broken, counts, sums = state.gain_table, state.break_table, state.counts, state.sums
    away, floor_table, member = state.away, state.floor_table, state.member
    gain, breaks, own, seat = inst.gain, inst.breaks, inst.own_breaks, inst.seat_breaks
    low, high, near = inst.low, inst.high, inst.near
    rules, unit = inst.rules, inst.rules.unit
    n = label.size
    k = size.size - 1
    few = near.shape[1]
    slack = seated = False
    for g in range(k + 1):
        slack = slack or low[g] < high[g]
        for v in range(n):
            seated = seated or seat[v, g] > 0
    bound = broken.shape[1] > 0
    lightly = rules.kind.shape[1] + rules.value.shape[1] > 0
    heavily = rules.slot_price.shape[0] + rules.floor_price.shape[0] > 0
    blocks = 200
    ratio = (cold / hot) ** (1.0 / blocks)
    temperature = hot
    accepted = 0
    for _ in range(blocks):
        for step in range(steps // blocks + 1):
            if settle and totals[1] == 0:
                return accepted
            random[0] += STEP
            bits = mix(random[0])
            i = draw(bits >> 32, n)
            a = label[i]
            if slack and step & 3 == 0:
                b = draw(bits, k + 1)
                if a != b and size[a] > low[a] and size[b] < high[b]:
                    earned, breakage = price_move(inst, state, i, b)
                    random[0] += STEP
                    if earned - penalty * breakage >= bar(temperature, mix(random[0])):
                        apply_move(inst, state, i, b)
                        accepted += 1
                continue
            if few > 0 and step & 1 == 1:
                # Somebody from the group of a person with whom i earns much.
                b = label[near[i, draw(bits & HALF, few << 16)]]
                j = member[b, draw((bits >> 16) & HALF, size[b] << 16)]
            else:
                j = draw(bits, n)
                b = label[j]
            if a == b:
                continue
            if unit[i] >= 0 and step & 7 == 2:
                accepted += exchange_unit(inst, state, i, b, temperature, penalty, random)
                continue
            change = np.float64(
                swap_worth(worth[a], worth[b], table[a, j], table[a, i], table[b, i], table[b, j], gain[i, j])
            )
            if seated:
                change -= penalty * 2 * (seat[i, b] - seat[i, a] + seat[j, a] - seat[j, b])
            if bound:
                change -= penalty * swap_breakage(
                    np.int64(a < k), np.int64(b < k), broken[a, j], broken[a, i], broken[b, i], broken[b, j],
                    breaks[i, j], own[j] - own[i],
                )  # fmt: skip
            saved = 0.0
            if heavily:
                saved += dues[a, 2] + dues[b, 2] + penalty * 2 * (dues[a, 3] + dues[b, 3])
            hope = change + saved
            if lightly:
                hope += dues[a, 0] + dues[b, 0] + penalty * 2 * (dues[a, 1] + dues[b, 1])
            # A lower bound on the bar, which needs no logarithm; the bar itself is drawn only when needed.
            part = bits & 255
            least = temperature * LOWER[part]
            if hope < least:
                continue
            if lightly:
                if a < k:
                    units, more = light_change(rules, counts, sums, a, i, j)
                    change -= units + penalty * 2 * more
                if b < k:
                    units, more = light_change(rules, counts, sums, b, j, i)
                    change -= units + penalty * 2 * more
                if change + saved < least:
                    continue
            if heavily:
                if a < k:
                    units, more = heavy_dues(rules, away, floor_table, member, size[a], a, i, j)
                    change += dues[a, 2] - units + penalty * 2 * (dues[a, 3] - more)
                if b < k:
                    units, more = heavy_dues(rules, away, floor_table, member, size[b], b, j, i)
                    change += dues[b, 2] - units + penalty * 2 * (dues[b, 3] - more)
            if change < 0:
                random[0] += STEP
                if change < bar_within(temperature, part, mix(random[0])):
                    continue
            apply_swap(inst, state, i, j)
            accepted += 1
        temperature *= ratio
    return accepted
