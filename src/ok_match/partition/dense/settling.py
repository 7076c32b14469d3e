"""Labels that keep every must, found by the hard rules alone."""

import numpy as np

from ..kernels import Instance, anneal, descend
from ..protocol import Labels
from .compiling import musts_only, state_of

#: Temperatures, in broken rules: to start from scratch, to start near the labels given, and to end.
HOT, MILD, COLD = 1.5, 0.4, 0.1
#: Random starts before a plan is given up as too tight.
STARTS = 6


def settle(instance: Instance, labels: Labels, seed: np.ndarray, *, patient: bool) -> Labels | None:
    """Labels near the given ones that keep every must; ``None`` where none were found.

    A descent repairs most rules. Then comes a short and mild anneal, which leaves most people where they are, and with
    ``patient`` a long one, which may reseat everybody.
    """
    n = instance.people
    blind = musts_only(instance)
    state = state_of(blind, labels)
    if state.totals[1] > 0:
        descend(blind, state)
    for hot, steps in ((MILD, 40 * n * n), *(((HOT, 400 * n * n),) if patient else ())):
        if state.totals[1] == 0:
            break
        anneal(blind, state, hot, COLD, int(np.clip(steps, 20_000, 20_000_000)), 1.0, True, seed)
        descend(blind, state)
    return state.label if state.totals[1] == 0 else None


def shuffled(sizes: Labels, random: np.random.Generator) -> Labels:
    """Random labels with these group sizes."""
    return random.permutation(np.repeat(np.arange(sizes.size), sizes))


def start(instance: Instance, sizes: Labels, random: np.random.Generator, seed: np.ndarray) -> Labels | None:
    """Labels that keep every must, from random ones with these sizes; ``None`` where none were found."""
    for _ in range(STARTS):
        labels = settle(instance, shuffled(sizes, random), seed, patient=True)
        if labels is not None:
            return labels
    return None
