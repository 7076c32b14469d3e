"""The compiled inner loops of the search: simulated annealing by swaps and moves on a gain table.

Everything is whole numbers, so a change of the score is exact, a descent ends, and a seed gives the same labels
on every machine. ``inst`` and ``state`` are an ``Instance`` and a ``State`` of the arrays module.

The gain table ``gain_table[g, v]``, the sum of the pair gains of v with the members of g, makes the worth of a
swap a matter of four look-ups (Gallego, Laguna, Marti, Duarte, J. Oper. Res. Soc. 64, 2013, 724-734, section 3);
it is stored group by group, so that an accepted swap updates two contiguous rows. The random numbers are
SplitMix64 (Steele, Lea, Flood, OOPSLA 2014, section 4).
"""

# Numba counts references to every array of every call that is not a kernel's outermost, at several times the
# price of the arithmetic: what runs once a proposal therefore takes scalars, and only the loops hold arrays.

import math

import numpy as np
from numba import njit

#: Below this many temperatures a loss is never accepted: e^-40 is less than one chance in 2^57.
HOPELESS = 40.0
STEP = np.uint64(0x9E3779B97F4A7C15)


@njit(cache=True, nogil=True)
def mix(state):  # type: ignore[no-untyped-def]
    """Turn a SplitMix64 state into 64 random bits."""
    z = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@njit(cache=True, nogil=True)
def draw(bits, n):  # type: ignore[no-untyped-def]
    """Make a whole number from 0 to n-1 of the lower 32 of some random bits."""
    return np.int64(((bits & np.uint64(0xFFFFFFFF)) * np.uint64(n)) >> np.uint64(32))


@njit(cache=True, nogil=True)
def bar(temperature, bits):  # type: ignore[no-untyped-def]
    """Draw the loss up to which a change is accepted, so that the Metropolis rule reads: change >= bar."""
    return temperature * math.log(((bits >> np.uint64(11)) + np.uint64(1)) * 2.0**-53)


@njit(cache=True, nogil=True)
def swap_worth(worth_a, worth_b, aj, ai, bi, bj, between):  # type: ignore[no-untyped-def]
    """Price a swap of i in group a with j in group b: ``aj`` is the gain-table entry of a and j, and so on."""
    return worth_a * (aj - ai - between) + worth_b * (bi - bj - between)


@njit(cache=True, nogil=True)
def swap_breakage(live_a, live_b, aj, ai, bi, bj, between, own, seats):  # type: ignore[no-untyped-def]
    """Count what the same swap breaks less what it mends, slots aside, with entries of the break table.

    ``own`` is what j must have less what i must have; ``live`` is 0 for those who wait.
    """
    return 2 * (seats + live_a * (aj - ai - between + own) + live_b * (bi - bj - between - own))


@njit(cache=True, nogil=True)
def fill(inst, state):  # type: ignore[no-untyped-def]
    """Compute every sum of the state anew from its labels."""
    n = state.label.size
    k = state.size.size - 1
    state.gain_table[:] = 0
    state.break_table[:] = 0
    state.away[:] = 0
    state.size[:] = 0
    state.pair_sum[:] = 0
    state.totals[:] = 0
    for v in range(n):
        g = state.label[v]
        state.size[g] += 1
        state.gain_table[g] += inst.gain[v]
        state.break_table[g] += inst.breaks[v]
        state.away[g] += inst.closed[v]
    for v in range(n):
        g = state.label[v]
        state.pair_sum[g] += state.gain_table[g, v]
        state.totals[1] += 2 * inst.seat_breaks[v, g]
        if g < k:
            state.totals[1] += 2 * inst.own_breaks[v] + state.break_table[g, v]
    for g in range(k + 1):
        state.pair_sum[g] //= 2
        state.worth[g] = inst.factor[state.size[g]] if g < k else 0
        state.short[g] = shortage(inst, state, g, -1, -1) if g < k else 0
        state.totals[0] += state.worth[g] * state.pair_sum[g]
        state.totals[1] += 2 * state.short[g]


@njit(cache=True, nogil=True)
def shortage(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Count who is missing in the best slots of group g, after one left and another joined (-1: nobody)."""
    missing = found = 0
    floor = -1
    while found < inst.needed:
        # The next smallest number of absentees, and in how many slots it occurs.
        least, times = np.iinfo(np.int32).max, 0
        for t in range(inst.closed.shape[1]):
            away = state.away[g, t]
            away -= inst.closed[leaver, t] if leaver >= 0 else 0
            away += inst.closed[joiner, t] if joiner >= 0 else 0
            if floor < away < least:
                least, times = away, 1
            elif away == least:
                times += 1
        missing += min(times, inst.needed - found) * least
        found += times
        floor = least
    return missing


@njit(cache=True, nogil=True)
def swap_slots(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Count who would miss the best slots after swapping i and j, less who misses them now, twice over."""
    k = state.size.size - 1
    a, b = state.label[i], state.label[j]
    change = np.int64(0)
    if a < k:
        change += shortage(inst, state, a, i, j) - state.short[a]
    if b < k:
        change += shortage(inst, state, b, j, i) - state.short[b]
    return 2 * change


@njit(cache=True, nogil=True)
def apply_swap(inst, state, i, j):  # type: ignore[no-untyped-def]
    """Swap i and j and bring every sum up to date."""
    k = state.size.size - 1
    a, b = state.label[i], state.label[j]
    table, breaks = state.gain_table, state.break_table
    between = np.int64(inst.gain[i, j])
    gained_a = table[a, j] - table[a, i] - between
    gained_b = table[b, i] - table[b, j] - between
    state.totals[0] += state.worth[a] * gained_a + state.worth[b] * gained_b
    state.totals[1] += swap_breakage(
        np.int64(a < k), np.int64(b < k), breaks[a, j], breaks[a, i], breaks[b, i], breaks[b, j],
        inst.breaks[i, j], inst.own_breaks[j] - inst.own_breaks[i],
        inst.seat_breaks[i, b] - inst.seat_breaks[i, a] + inst.seat_breaks[j, a] - inst.seat_breaks[j, b],
    )  # fmt: skip
    state.pair_sum[a] += gained_a
    state.pair_sum[b] += gained_b
    for v in range(state.label.size):
        change = np.int64(inst.gain[j, v]) - np.int64(inst.gain[i, v])
        table[a, v] += change
        table[b, v] -= change
        shift = inst.breaks[j, v] - inst.breaks[i, v]
        breaks[a, v] += shift
        breaks[b, v] -= shift
    if inst.needed > 0:
        state.totals[1] += swap_slots(inst, state, i, j)
        if a < k:
            state.short[a] = shortage(inst, state, a, i, j)
        if b < k:
            state.short[b] = shortage(inst, state, b, j, i)
        for t in range(inst.closed.shape[1]):
            came = inst.closed[j, t] - inst.closed[i, t]
            state.away[a, t] += came
            state.away[b, t] -= came
    state.label[i] = b
    state.label[j] = a


@njit(cache=True, nogil=True)
def price_move(inst, state, i, b):  # type: ignore[no-untyped-def]
    """Give what moving i to group b would earn in units, and the hard rules it breaks less those it mends."""
    k = state.size.size - 1
    a = state.label[i]
    earned = np.int64(0)
    broken = 2 * np.int64(inst.seat_breaks[i, b] - inst.seat_breaks[i, a])
    if a < k:
        left = state.pair_sum[a] - state.gain_table[a, i]
        earned += inst.factor[state.size[a] - 1] * left - state.worth[a] * state.pair_sum[a]
        broken -= 2 * (inst.own_breaks[i] + state.break_table[a, i])
        broken += 2 * (shortage(inst, state, a, i, -1) - state.short[a])
    if b < k:
        grown = state.pair_sum[b] + state.gain_table[b, i]
        earned += inst.factor[state.size[b] + 1] * grown - state.worth[b] * state.pair_sum[b]
        broken += 2 * (inst.own_breaks[i] + state.break_table[b, i])
        broken += 2 * (shortage(inst, state, b, -1, i) - state.short[b])
    return earned, broken


@njit(cache=True, nogil=True)
def apply_move(inst, state, i, b):  # type: ignore[no-untyped-def]
    """Move i to group b and bring every sum up to date."""
    k = state.size.size - 1
    a = state.label[i]
    earned, broken = price_move(inst, state, i, b)
    state.totals[0] += earned
    state.totals[1] += broken
    state.pair_sum[a] -= state.gain_table[a, i]
    state.pair_sum[b] += state.gain_table[b, i]
    if a < k:
        state.short[a] = shortage(inst, state, a, i, -1)
        state.worth[a] = inst.factor[state.size[a] - 1]
    if b < k:
        state.short[b] = shortage(inst, state, b, -1, i)
        state.worth[b] = inst.factor[state.size[b] + 1]
    state.gain_table[a] -= inst.gain[i]
    state.gain_table[b] += inst.gain[i]
    state.break_table[a] -= inst.breaks[i]
    state.break_table[b] += inst.breaks[i]
    state.away[a] -= inst.closed[i]
    state.away[b] += inst.closed[i]
    state.size[a] -= 1
    state.size[b] += 1
    state.label[i] = b


@njit(cache=True, nogil=True)
def exchange_unit(inst, state, i, b, temperature, penalty, random, partners):  # type: ignore[no-untyped-def]
    """Try to swap the whole keep-together unit of i with as many single members of group b."""
    first = inst.unit_start[inst.unit[i]]
    count = inst.unit_start[inst.unit[i] + 1] - first
    a = state.label[i]
    for m in range(count):
        if state.label[inst.unit_members[first + m]] != a:
            return False
    found = 0
    for _ in range(8 * count):
        random[0] += STEP
        j = draw(mix(random[0]), state.label.size)
        fresh = state.label[j] == b and inst.unit[j] < 0
        for m in range(found):
            fresh = fresh and partners[m] != j
        if fresh:
            partners[found] = j
            found += 1
            if found == count:
                break
    if found < count:
        return False
    gain, broken = state.totals[0], state.totals[1]
    for m in range(count):
        apply_swap(inst, state, inst.unit_members[first + m], partners[m])
    change = (state.totals[0] - gain) - penalty * (state.totals[1] - broken)
    random[0] += STEP
    if change >= bar(temperature, mix(random[0])):
        return True
    for m in range(count):
        apply_swap(inst, state, inst.unit_members[first + m], partners[m])
    return False


@njit(cache=True, nogil=True)
def anneal(inst, state, hot, cold, steps, penalty, settle, random):  # type: ignore[no-untyped-def]
    """Anneal from temperature ``hot`` to ``cold`` in a fixed number of proposals; give the number accepted.

    ``penalty`` is what a broken hard rule costs, in units. With ``settle``, stop once none is broken.
    """
    label, size, worth, short, totals = state.label, state.size, state.worth, state.short, state.totals
    table, broken = state.gain_table, state.break_table
    gain, breaks, own, seat = inst.gain, inst.breaks, inst.own_breaks, inst.seat_breaks
    low, high, unit, needed = inst.low, inst.high, inst.unit, inst.needed
    n = label.size
    k = size.size - 1
    slack = (low < high).any()
    partners = np.empty(n, np.int64)
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
            i = draw(bits >> np.uint64(32), n)
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
            j = draw(bits, n)
            b = label[j]
            if a == b:
                continue
            if unit[i] >= 0 and step & 7 == 1:
                accepted += exchange_unit(inst, state, i, b, temperature, penalty, random, partners)
                continue
            breakage = swap_breakage(
                np.int64(a < k), np.int64(b < k), broken[a, j], broken[a, i], broken[b, i], broken[b, j],
                breaks[i, j], own[j] - own[i], seat[i, b] - seat[i, a] + seat[j, a] - seat[j, b],
            )  # fmt: skip
            change = (
                swap_worth(worth[a], worth[b], table[a, j], table[a, i], table[b, i], table[b, j], gain[i, j])
                - penalty * breakage
            )
            # Nobody missing any more is the most that the slots could still add.
            hope = change + penalty * 2 * (short[a] + short[b])
            if hope < 0:
                if hope < -HOPELESS * temperature:
                    continue
                random[0] += STEP
                least = bar(temperature, mix(random[0]))
                if hope < least:
                    continue
            else:
                least = 0.0
            if needed > 0 and change - penalty * swap_slots(inst, state, i, j) < least:
                continue
            apply_swap(inst, state, i, j)
            accepted += 1
        temperature *= ratio
    return accepted


@njit(cache=True, nogil=True)
def price_swaps(inst, state, i, earned, breakage):  # type: ignore[no-untyped-def]
    """Fill ``earned`` and ``breakage`` (slots aside) with the price of swapping i with each person.

    Both are of shape (n,); entries of people in the group of i are 0.
    """
    label, size, worth = state.label, state.size, state.worth
    table, broken = state.gain_table, state.break_table
    gain, breaks, own, seat = inst.gain, inst.breaks, inst.own_breaks, inst.seat_breaks
    k = size.size - 1
    a = label[i]
    for j in range(label.size):
        b = label[j]
        earned[j] = 0
        breakage[j] = 0
        if a != b:
            earned[j] = swap_worth(worth[a], worth[b], table[a, j], table[a, i], table[b, i], table[b, j], gain[i, j])
            breakage[j] = swap_breakage(
                np.int64(a < k), np.int64(b < k), broken[a, j], broken[a, i], broken[b, i], broken[b, j],
                breaks[i, j], own[j] - own[i], seat[i, b] - seat[i, a] + seat[j, a] - seat[j, b],
            )  # fmt: skip


@njit(cache=True, nogil=True)
def descend(inst, state):  # type: ignore[no-untyped-def]
    """Take swaps and moves that mend a hard rule, or break none and earn, until there is none left."""
    label, size, short, low, high = state.label, state.size, state.short, inst.low, inst.high
    n = label.size
    k = size.size - 1
    earned = np.empty(n, np.int64)
    breakage = np.empty(n, np.int64)
    improved = True
    while improved:
        improved = False
        for i in range(n):
            for b in range(k + 1):
                a = label[i]
                if a != b and size[a] > low[a] and size[b] < high[b]:
                    more, broken = price_move(inst, state, i, b)
                    if broken < 0 or (broken == 0 and more > 0):
                        apply_move(inst, state, i, b)
                        improved = True
            price_swaps(inst, state, i, earned, breakage)
            for j in range(n):
                hope = breakage[j] - 2 * (short[label[i]] + short[label[j]])
                if label[j] == label[i] or hope > 0 or (hope == 0 and earned[j] <= 0):
                    continue
                broken = breakage[j] + (swap_slots(inst, state, i, j) if inst.needed > 0 else 0)
                if broken < 0 or (broken == 0 and earned[j] > 0):
                    apply_swap(inst, state, i, j)
                    price_swaps(inst, state, i, earned, breakage)
                    improved = True


@njit(cache=True, nogil=True)
def best_seats(inst, state, group, partner, price):  # type: ignore[no-untyped-def]
    """Find for each placed person the cheapest seat in another group that breaks nothing more.

    Fills ``group`` (-1: there is none), ``partner`` (-1: a plain move) and ``price`` (units lost), each of
    shape (n,).
    """
    label, size, low, high = state.label, state.size, inst.low, inst.high
    n = label.size
    k = size.size - 1
    earned = np.empty(n, np.int64)
    breakage = np.empty(n, np.int64)
    group[:] = -1
    partner[:] = -1
    price[:] = 0
    for i in range(n):
        a = label[i]
        if a == k:
            continue
        for b in range(k):
            if a != b and size[a] > low[a] and size[b] < high[b]:
                more, broken = price_move(inst, state, i, b)
                if broken <= 0 and (group[i] < 0 or -more < price[i]):
                    group[i], price[i] = b, -more
        price_swaps(inst, state, i, earned, breakage)
        for j in range(n):
            known = group[i] >= 0 and -earned[j] >= price[i]
            if known or label[j] == a or label[j] == k:
                continue
            if breakage[j] + (swap_slots(inst, state, i, j) if inst.needed > 0 else 0) <= 0:
                group[i], partner[i], price[i] = label[j], j, -earned[j]
