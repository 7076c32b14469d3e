"""What a group costs apart from the gains and breaks of pairs: counts, sums, shared slots, floors.

``leaver`` and ``joiner`` are who would leave the group and who would join it; -1 is nobody. Everything here costs
something or nothing and never earns, so that the dues of a group are the most that a change could save.
"""

import numpy as np

from .caching import compiled, inlined

NOBODY = -1


@inlined
def light_change(  # type: ignore[no-untyped-def]
    kind, price, hard_rules, value, step_price, count, total, g, leaver, joiner
):
    """Give by how many units and breaks the dues by counts and sums of group g would rise."""
    units = np.int64(0)
    breaks = np.int64(0)
    for rule in range(kind.shape[1]):
        gone = kind[leaver, rule] if leaver >= 0 else 0
        come = kind[joiner, rule] if joiner >= 0 else 0
        if gone != come:
            fewer, more = count[g, gone], count[g, come]
            change = price[gone, fewer - 1] - price[gone, fewer] + price[come, more + 1] - price[come, more]
            if rule < hard_rules:
                breaks += change
            else:
                units += change
    for rule in range(value.shape[1]):
        before = total[g, rule]
        after = before
        after += value[joiner, rule] if joiner >= 0 else 0
        after -= value[leaver, rule] if leaver >= 0 else 0
        units += step_price[rule] * (abs(after) - abs(before))
    return units, breaks


@compiled
def shortage(closed, away, first, last, needed, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Count who is missing in the ``needed`` best slots from ``first`` to ``last`` - 1 of group g."""
    missing = found = 0
    floor = -1
    while found < needed:
        # The next smallest number of absentees, and in how many slots it occurs.
        least, times = np.iinfo(np.int32).max, 0
        for t in range(first, last):
            absent = away[g, t]
            absent -= closed[leaver, t] if leaver >= 0 else 0
            absent += closed[joiner, t] if joiner >= 0 else 0
            if floor < absent < least:
                least, times = absent, 1
            elif absent == least:
                times += 1
        missing += min(times, needed - found) * least
        found += times
        floor = least
    return missing


@compiled
def lack(floor_gain, floor_table, member, size, share, both, person, cohort, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Give by how many units the members of group g, and the group, would fall below a floor.

    ``size`` is that of the group now; ``share`` and ``both`` are what a point would be worth to one and to both of
    two members of the changed group.
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
def heavy_dues(  # type: ignore[no-untyped-def]
    closed, slot_start, slot_price, floor_gain, floor_price, pair_factor, person_factor,
    away, floor_table, member, members, g, leaver, joiner,
):  # fmt: skip
    """Give the units and breaks due from group g by slots and floors; ``members`` is its size now."""
    units = np.int64(0)
    breaks = np.int64(0)
    for c in range(slot_price.shape[0]):
        missing = shortage(closed, away, slot_start[c], slot_start[c + 1], slot_price[c, 0], g, leaver, joiner)
        breaks += slot_price[c, 1] * missing
        units += slot_price[c, 2] * missing
    after = members - (1 if leaver >= 0 else 0) + (1 if joiner >= 0 else 0)
    for f in range(floor_price.shape[0]):
        below = lack(
            floor_gain[f], floor_table[f], member, members, person_factor[after], pair_factor[after],
            floor_price[f, 0], floor_price[f, 1], g, leaver, joiner,
        )  # fmt: skip
        units += floor_price[f, 2] * below
    return units, breaks


@compiled
def light_rise(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Give by how many units and breaks the dues by counts and sums of group g would rise."""
    return light_change(
        inst.kind, inst.price, inst.hard_rules, inst.value, inst.step_price, state.counts, state.sums,
        g, leaver, joiner,
    )  # fmt: skip


@compiled
def heavy(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Give the units and breaks due from group g by slots and floors, after such a change."""
    return heavy_dues(
        inst.closed, inst.slot_start, inst.slot_price, inst.floor_gain, inst.floor_price, inst.pair_factor,
        inst.person_factor, state.away, state.floor_table, state.member, state.size[g], g, leaver, joiner,
    )  # fmt: skip


@compiled
def rise(inst, state, g, leaver, joiner):  # type: ignore[no-untyped-def]
    """Give by how many units and breaks all dues of group g would rise; those who wait owe nothing."""
    if g == state.size.size - 1:
        return np.int64(0), np.int64(0)
    units, breaks = light_rise(inst, state, g, leaver, joiner)
    more, broken = heavy(inst, state, g, leaver, joiner)
    return units + more - state.dues[g, 2], breaks + broken - state.dues[g, 3]
