"""What a group costs apart from pairs: counts, sums, shared slots and floors.

``leaver`` and ``joiner`` are the people who would leave and join the group; -1 means nobody. Dues are never negative,
so the current dues of a group are an upper bound on what a change can save.
"""

import numpy as np

from .caching import compiled, inlined

#: Nobody leaves or joins. A NumPy number, because Numba compiles a function again for each Python literal it is given.
NOBODY = np.int64(-1)


@inlined
def light_change(rules, counts, sums, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Rise of the dues by counts and sums of group g, in units and breaks."""
    units = np.int64(0)
    breaks = np.int64(0)
    for rule in range(rules.kind.shape[1]):
        gone = rules.kind[leaver, rule] if leaver >= 0 else 0
        come = rules.kind[joiner, rule] if joiner >= 0 else 0
        if gone != come:
            fewer, more = counts[g, gone], counts[g, come]
            change = rules.price[gone, fewer - 1] - rules.price[gone, fewer]
            change += rules.price[come, more + 1] - rules.price[come, more]
            if rule < rules.hard_rules:
                breaks += change
            else:
                units += change
    for rule in range(rules.value.shape[1]):
        before = sums[g, rule]
        after = before
        after += rules.value[joiner, rule] if joiner >= 0 else 0
        after -= rules.value[leaver, rule] if leaver >= 0 else 0
        units += rules.step_price[rule] * (abs(after) - abs(before))
    return units, breaks


@compiled
def shortage(closed, away, first, last, needed, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Number of absences in the ``needed`` best slots of group g, from slot ``first`` to ``last`` - 1."""
    missing = counted = 0
    floor = -1
    while counted < needed:
        # The next smallest number of absentees, and the number of slots that have it.
        least, times = np.iinfo(np.int32).max, 0
        for t in range(first, last):
            absent = away[g, t]
            absent -= closed[leaver, t] if leaver >= 0 else 0
            absent += closed[joiner, t] if joiner >= 0 else 0
            if floor < absent < least:
                least, times = absent, 1
            elif absent == least:
                times += 1
        missing += min(times, needed - counted) * least
        counted += times
        floor = least
    return missing


@compiled
def lack(floor_gain, floor_table, member, size, share, both, person, cohort, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Units by which the members of group g, and the group as a whole, would fall below a floor.

    ``size`` is the current size of the group; ``share`` and ``both`` are the worth of a point to one member and to
    both members of a pair in the changed group.
    """
    below = np.int64(0)
    inside = np.int64(0)
    for position in range(size):
        v = member[g, position]
        if v != leaver:
            own = floor_table[g, v]
            own -= floor_gain[leaver, v] if leaver >= 0 else 0
            own += floor_gain[joiner, v] if joiner >= 0 else 0
            inside += own
            below += max(person - share * own, 0)
    if joiner >= 0:
        own = floor_table[g, joiner]
        own -= floor_gain[leaver, joiner] if leaver >= 0 else 0
        inside += own
        below += max(person - share * own, 0)
    members = size - (1 if leaver >= 0 else 0) + (1 if joiner >= 0 else 0)
    return below + max(cohort * members - both * (inside // 2), 0)


@inlined
def heavy_dues(rules, away, floor_table, member, size, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Units and breaks due from group g for slots and floors after a change; ``size`` is its current size."""
    units = np.int64(0)
    breaks = np.int64(0)
    for c in range(rules.slot_price.shape[0]):
        missing = shortage(
            rules.closed, away, rules.slot_start[c], rules.slot_start[c + 1], rules.slot_price[c, 0], g, leaver, joiner
        )
        breaks += rules.slot_price[c, 1] * missing
        units += rules.slot_price[c, 2] * missing
    after = size - (1 if leaver >= 0 else 0) + (1 if joiner >= 0 else 0)
    for f in range(rules.floor_price.shape[0]):
        below = lack(
            rules.floor_gain[f], floor_table[f], member, size, rules.person_factor[after], rules.pair_factor[after],
            rules.floor_price[f, 0], rules.floor_price[f, 1], g, leaver, joiner,
        )  # fmt: skip
        units += rules.floor_price[f, 2] * below
    return units, breaks


@compiled
def light_rise(rules, counts, sums, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Rise of the dues by counts and sums of group g, in units and breaks."""
    return light_change(rules, counts, sums, g, leaver, joiner)


@compiled
def heavy(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Units and breaks due from group g for slots and floors after a change."""
    return heavy_dues(inst.rules, state.away, state.floor_table, state.member, state.size[g], g, leaver, joiner)


@compiled
def rise(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Rise of all dues of group g, in units and breaks; the waiting group owes nothing."""
    if g == state.size.size - 1:
        return np.int64(0), np.int64(0)
    units, breaks = light_rise(inst.rules, state.counts, state.sums, g, leaver, joiner)
    more, broken = heavy(inst, state, g, leaver, joiner)
    return units + more - state.dues[g, 2], breaks + broken - state.dues[g, 3]
