"""Annealing where nothing but the gains of pairs counts and sizes are fixed: the textbook problem, at full speed."""

from .caching import compiled
from .chance import HALF, LOWER, STEP, bar, bar_within, draw, mix


@compiled
def anneal_pairs(  # type: ignore[no-untyped-def]
    label, size, low, high, member, place, table, worth, gain, near, least_gain, hot, cold, steps, random
):
    """Anneal as ``anneal`` does; all sums but the gain table, the sizes and the members are left to be filled in.

    ``worth`` must not depend on the sizes where these may change. ``least_gain`` is the least that any pair earns:
    what is hopeless even then need not be looked up.
    """
    n = label.size
    few = near.shape[1]
    groups = size.size - 1
    slack = False
    for g in range(groups):
        slack = slack or low[g] < high[g]
    blocks = 200
    ratio = (cold / hot) ** (1.0 / blocks)
    temperature = hot
    accepted = 0
    for _ in range(blocks):
        for step in range(steps // blocks + 1):
            random[0] += STEP
            bits = mix(random[0])
            i = draw(bits >> 32, n)
            a = label[i]
            if slack and step & 7 == 0:
                b = draw(bits, groups)
                if a == b or size[a] <= low[a] or size[b] >= high[b]:
                    continue
                change = worth[a] * (table[b, i] - table[a, i])
                random[0] += STEP
                if change < 0 and change < bar(temperature, mix(random[0])):
                    continue
                row_i, row_a, row_b = gain[i], table[a], table[b]
                for v in range(n):
                    row_a[v] -= row_i[v]
                    row_b[v] += row_i[v]
                size[a] -= 1
                last = member[a, size[a]]
                member[a, place[i]] = last
                place[last] = place[i]
                member[b, size[b]] = i
                place[i] = size[b]
                size[b] += 1
                label[i] = b
                accepted += 1
                continue
            if few > 0 and step & 1 == 1:
                b = label[near[i, draw(bits & HALF, few << 16)]]
                j = member[b, draw((bits >> 16) & HALF, size[b] << 16)]
            else:
                j = draw(bits, n)
                b = label[j]
            if a == b:
                continue
            worth_a, worth_b = worth[a], worth[b]
            change = worth_a * (table[a, j] - table[a, i]) + worth_b * (table[b, i] - table[b, j])
            both = worth_a + worth_b
            part = bits & 255
            least = temperature * LOWER[part]
            if change - both * least_gain < least:
                continue
            change -= both * gain[i, j]
            if change < least:
                continue
            if change < 0:
                random[0] += STEP
                if change < bar_within(temperature, part, mix(random[0])):
                    continue
            row_i, row_j, row_a, row_b = gain[i], gain[j], table[a], table[b]
            for v in range(n):
                shift = row_j[v] - row_i[v]
                row_a[v] += shift
                row_b[v] -= shift
            member[a, place[i]] = j
            member[b, place[j]] = i
            place[i], place[j] = place[j], place[i]
            label[i] = b
            label[j] = a
            accepted += 1
        temperature *= ratio
    return accepted
