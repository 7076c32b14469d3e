"""The descent that ends every search, and the cheapest other seat of each person."""

from .caching import compiled
from .changing import apply_move, apply_swap
from .pricing import price_move, price_swap, swap_pairs


@compiled
def better(earned, breakage):  # type: ignore[no-untyped-def]
    """Whether a change repairs a hard rule, or breaks none and earns."""
    return breakage < 0 or (breakage == 0 and earned > 0)


@compiled
def descend(inst, state):  # type: ignore[no-untyped-def]
    """Make every swap or move that repairs a hard rule, or breaks none and earns, until none is left."""
    label, size, dues, low, high = state.label, state.size, state.dues, inst.low, inst.high
    n = label.size
    k = size.size - 1
    improved = True
    while improved:
        improved = False
        for i in range(n):
            for b in range(k + 1):
                a = label[i]
                if a != b and size[a] > low[a] and size[b] < high[b]:
                    earned, breakage = price_move(inst, state, i, b)
                    if better(earned, breakage):
                        apply_move(inst, state, i, b)
                        improved = True
            for j in range(n):
                a, b = label[i], label[j]
                if a == b:
                    continue
                earned, breakage = swap_pairs(inst, state, i, j)
                # The two groups save at most everything that they owe.
                earned += dues[a, 0] + dues[a, 2] + dues[b, 0] + dues[b, 2]
                breakage -= 2 * (dues[a, 1] + dues[a, 3] + dues[b, 1] + dues[b, 3])
                if better(earned, breakage):
                    earned, breakage = price_swap(inst, state, i, j)
                    if better(earned, breakage):
                        apply_swap(inst, state, i, j)
                        improved = True


@compiled
def best_seats(inst, state, group, partner, price):  # type: ignore[no-untyped-def]
    """Compute the cheapest seat of each placed person in another group that breaks nothing more.

    Fills ``group`` (-1: there is none), ``partner`` (-1: a plain move) and ``price`` (units lost), each of shape (n,).
    """
    label, size, low, high = state.label, state.size, inst.low, inst.high
    n = label.size
    k = size.size - 1
    group[:] = -1
    partner[:] = -1
    price[:] = 0
    for i in range(n):
        a = label[i]
        if a == k:
            continue
        for b in range(k):
            if a != b and size[a] > low[a] and size[b] < high[b]:
                earned, breakage = price_move(inst, state, i, b)
                if breakage <= 0 and (group[i] < 0 or -earned < price[i]):
                    group[i], price[i] = b, -earned
        for j in range(n):
            if label[j] == a or label[j] == k:
                continue
            earned, breakage = price_swap(inst, state, i, j)
            if breakage <= 0 and (group[i] < 0 or -earned < price[i]):
                group[i], partner[i], price[i] = label[j], j, -earned
