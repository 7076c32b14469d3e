"""Annealing where only the gains of pairs count: the textbook problem, at full speed.

A single proposal spends most of its time on mispredicted branches. Here one person is tried against a whole row of
others at once, in a loop without branches that the compiler vectorises. That is ten to fifteen times as fast, and at
the temperatures that matter fewer than one swap in a row is accepted.
"""

import numpy as np

from .caching import compiled, inlined
from .chance import HALF, STEP, bar, draw, mix

#: The most people tried at once.
ROW = 256
#: The limit on table entries, so that a change fits in 32 bits.
RANGE = 2**28
#: The price of a swap within a group, and the largest loss that can be accepted. No change earns their difference.
NEVER, LIMIT = -4 * RANGE, 1 - 2 * RANGE


@inlined
def renew(own, row, member, size):  # type: ignore[no-untyped-def]
    """Copy the entries of the members of a group from its row of the table."""
    for m in range(np.uint64(size)):
        own[member[m]] = row[member[m]]


@compiled
def anneal_pairs(  # type: ignore[no-untyped-def]
    label, size, low, high, member, place, table, own, worth, gain, column, both, bars, hot, cold, steps, random
):
    """Anneal from temperature ``hot`` to ``cold`` in a fixed number of proposals; return the number accepted.

    Each step draws a person and a row of others, and accepts the first swap, in random order, that passes its own
    Metropolis test. The bars of the tests come from a store of random numbers, and each row renews one of them.

    Parameters
    ----------
    label : ndarray of shape (n,), uint16
        Narrow and unsigned, so that one instruction looks up many labels.
    table : ndarray of shape (k + 1, n), int32
        The gain table, with each group's row multiplied by the worth of a point there.
    member, place : ndarray
        As in a ``State``.
    own : ndarray of shape (n,), int32
        The entry of each person in their own group.
    worth : ndarray of shape (k + 1,), int32
        The worth of a point in each group. It must not depend on sizes that may change.
    column, both : ndarray of shape (k + 1,), int32
        Scratch space: a person's entries less the one in their own group, and the worth of a pair in both groups.
    bars : ndarray of shape (2 * ROW,), int32
        Scratch space: the bars.
    """
    n = label.size
    groups = size.size - 1
    rows = (n + ROW - 1) // ROW
    width = (n + rows - 1) // rows
    slack = uneven = False
    for g in range(groups + 1):
        slack = slack or low[g] < high[g]
        uneven = uneven or (high[g] > 0 and worth[g] != worth[0])
    twice = np.int32(2 * worth[0])
    nobody = np.int32(ROW)
    blocks = 200
    ratio = (cold / hot) ** (1.0 / blocks)
    temperature = hot
    accepted = 0
    left = 0
    renewed = 0
    for at in range(2 * ROW):
        random[0] += STEP
        bars[at] = max(bar(temperature, mix(random[0])), LIMIT)
    for _ in range(blocks):
        left += steps // blocks + 1
        while left > 0:
            random[0] += STEP
            renewed = (renewed + 1) % (2 * ROW)
            bars[renewed] = max(bar(temperature, mix(random[0])), LIMIT)
            random[0] += STEP
            bits = mix(random[0])
            i = draw(bits >> 32, n)
            a = np.int64(label[i])
            first = draw(bits & HALF, rows << 16) * width
            last = min(first + width, n)
            left -= last - first
            row_i, row_a = gain[i], table[a]
            for g in range(groups + 1):
                column[g] = table[g, i] - row_a[i]
                both[g] = worth[a] + worth[g]
            column[a] = NEVER
            offset = np.int64((bits >> 16) & 0xFF)
            if slack:
                b = draw((bits >> 16) & HALF, groups << 16)
                if a != b and size[a] > low[a] and size[b] < high[b] and column[b] >= bars[offset]:
                    row_b = table[b]
                    label[i] = b
                    size[a] -= 1
                    other = member[a, size[a]]
                    member[a, place[i]], place[other] = other, place[i]
                    member[b, size[b]], place[i] = i, size[b]
                    size[b] += 1
                    for v in range(np.uint64(n)):
                        row_a[v] -= np.int32(worth[a] * row_i[v])
                        row_b[v] += np.int32(worth[b] * row_i[v])
                    renew(own, row_a, member[a], size[a])
                    renew(own, row_b, member[b], size[b])
                    accepted += 1
                    continue
            others, theirs, gains = row_a[first:last], own[first:last], row_i[first:last]
            where, least = label[first:last], bars[offset : offset + last - first]
            shuffle = np.int32((bits >> 24) & 0xFF)
            taken = nobody
            for m in range(np.uint64(last - first)):
                c = where[m]
                weight = both[c] if uneven else twice
                change = np.int32(others[m] - theirs[m] + column[c] - weight * gains[m])
                taken = min(taken, np.int32(np.int32(m) ^ shuffle) if change >= least[m] else nobody)
            if taken == nobody:
                continue
            j = first + (taken ^ shuffle)
            b = np.int64(label[j])
            row_j, row_b = gain[j], table[b]
            label[i], label[j] = label[j], label[i]
            place[i], place[j] = place[j], place[i]
            member[a, place[j]], member[b, place[i]] = j, i
            worth_a, worth_b = worth[a], worth[b]
            for v in range(np.uint64(n)):
                shift = np.int32(row_j[v] - row_i[v])
                row_a[v] += np.int32(worth_a * shift)
                row_b[v] -= np.int32(worth_b * shift)
            renew(own, row_a, member[a], size[a])
            renew(own, row_b, member[b], size[b])
            accepted += 1
        temperature *= ratio
    return accepted
