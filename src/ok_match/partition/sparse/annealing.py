"""Annealing of one plan by rows, from labels along principal directions."""

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Terms

from ..dense import FORBIDDEN, HOT
from ..kernels import RowInstance, RowState, anneal_rows, sample_earnings
from ..protocol import Labels, Progress, SizePlan
from .compiling import compile_rows, musts_only, row_state

#: Proposals per person, and the least and most in all.
PROPOSALS, RUN = 20_000, (20_000_000, 80_000_000)
#: Attempts to repair broken hard rules.
TRIES = 6
#: Proposals at each temperature of the pilot run: per person, and the least and most.
PILOT = 20, (200_000, 500_000)
#: The first temperature divided by the last. Smaller problems cool by a factor of ten, until hardly anything changes;
#: in large ones the proposals that there is time for are better spent where much still changes.
RATIO = 4
#: Slices of the cooling, after each of which progress is reported.
SLICES = 20


def anneal_plan(terms: Terms, plan: SizePlan, random: np.random.Generator, progress: Progress) -> Labels | None:
    """Labels for a plan that keep every must: an initial seating, then annealing.

    Floors are ignored, and somebody fixed to several groups gets the first of them.

    Returns
    -------
    ndarray of shape (n,), int64, or None
        ``None`` where a must could not be kept.
    """
    seed = np.array([random.integers(2**63)], np.uint64)
    progress(0, SLICES + 1)
    instance, labels = compile_rows(terms, plan, random)
    settled = _settled(instance, labels, seed)
    if settled is None:
        return None
    state = row_state(instance, settled)
    hot, cold = _window(instance, state, random, seed)
    steps = int(np.clip(PROPOSALS * terms.people, *RUN))
    progress(1, SLICES + 1)
    for index in range(SLICES if hot else 0):
        warm, cool = (hot * (cold / hot) ** (at / SLICES) for at in (index, index + 1))
        anneal_rows(instance, state, warm, cool, steps // SLICES, FORBIDDEN, seed)
        progress(index + 2, SLICES + 1)
    progress(SLICES + 1, SLICES + 1)
    return state.label


def can_keep_musts(terms: Terms, plan: SizePlan, random: np.random.Generator) -> bool:
    """Whether labels were found for a plan that keep every must. Finding none proves nothing."""
    instance, labels = compile_rows(terms, plan, random)
    return _settled(instance, labels, np.array([random.integers(2**63)], np.uint64)) is not None


def _settled(instance: RowInstance, labels: Labels, seed: NDArray[np.uint64]) -> Labels | None:
    """Labels near the given ones that keep every must, found by the hard rules alone."""
    blind = musts_only(instance)
    state = row_state(blind, labels)
    if state.totals[1] == 0:
        return state.label
    # Once from a warm start, then mildly, so that rules already kept stay kept.
    anneal_rows(blind, state, 1.5, 0.1, 20 * labels.size, 1.0, seed)
    for _ in range(TRIES):
        if state.totals[1] == 0:
            return state.label
        anneal_rows(blind, state, 0.4, 0.1, max(100 * labels.size, 1_000_000), 1.0, seed)
    return state.label if state.totals[1] == 0 else None


def _window(
    instance: RowInstance, state: RowState, random: np.random.Generator, seed: NDArray[np.uint64]
) -> tuple[float, float]:
    """The temperatures between which to cool, as in ``dense.window``; 0 where no swap changes anything."""
    n = state.label.size
    pairs = random.integers(0, n, (2_000, 2))
    earned = np.zeros(len(pairs), np.int64)
    sample_earnings(instance, state, pairs, earned)
    spread = float(earned.std())
    if spread == 0.0:
        return 0.0, 0.0
    # The trial starts hot and cools with the temperature, so that it never has to warm up first.
    trial = row_state(instance, state.label)
    steps = int(np.clip(PILOT[0] * n, *PILOT[1]))
    free = anneal_rows(instance, trial, 100 * spread, 99 * spread, steps, FORBIDDEN, seed)
    hot = 0.6 * spread
    for _ in range(40):
        if anneal_rows(instance, trial, hot, 0.99 * hot, steps, FORBIDDEN, seed) <= HOT * free:
            break
        hot *= 0.8
    return hot, hot / RATIO
