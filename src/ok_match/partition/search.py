"""The search: settle the hard rules, then anneal, then descend until no swap or move improves.

Simulated annealing on a gain table with a cooling window found by a pilot run, in cycles that reheat the best
state so far (Palubeckis, Karciauskas, Riskus, Inf. Technol. Control 40(4), 2011, for annealing on this problem).
Progress goes by steps and never by the clock, so that a seed gives the same groups on every machine.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from ok_match.model import Seat, Terms

from .arrays import Instance, State
from .conflicts import contradictions, largest_conflict
from .kernels import anneal, descend, price_swaps
from .plain_cost import cost
from .problem import Labels, compile_terms, musts_only, state_of
from .sizes import SizePlan

Progress = Callable[[int, int], None]

#: Proposals a cycle, per person squared, and the bounds of a cycle and of a whole run.
PROPOSALS = 1500
CYCLE = (40_000, 200_000_000)
RUN = 40_000_000
CYCLES = 16
#: Shares of the free acceptance rate between which the search cools.
HOT, COLD = 0.05, 0.0004
#: How far between cold and hot, on a logarithmic scale, the best state is warmed up again.
REHEAT = 0.7
#: Starts that are tried before a plan is given up as too tight, and plans before the search is.
STARTS, ATTEMPTS = 6, 400
#: What a broken hard rule costs once all are kept: more than any gain can pay.
FORBIDDEN = 1e18


@dataclass(frozen=True, slots=True)
class Solution:
    """Labels for everybody, and their price.

    Attributes
    ----------
    labels : ndarray of shape (n,), int64
        0 to ``plan.groups - 1``; ``plan.groups`` means waiting.
    must, should : int
        Hard rules broken (always 0 here), and the *should* cost in units of 1/POINT affinity point.
    """

    labels: Labels
    plan: SizePlan
    must: int
    should: int


def solve(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator, progress: Progress) -> Solution | None:
    """Find groups that keep every must, with as few waiting as possible and the least *should* cost.

    Parameters
    ----------
    plans : iterable of SizePlan
        Ways to size the groups, the most welcome first; the first that keeps every must is taken.
    progress : callable
        Called with the cycles done and the cycles in all.

    Returns
    -------
    Solution or None
        ``None`` where no plan was found to keep every must.
    """
    if contradictions(terms):
        return None
    conflict = len(largest_conflict(terms))
    seed = np.array([random.integers(2**63)], np.uint64)
    for attempt, plan in enumerate(plans):
        if attempt == ATTEMPTS:
            break
        if conflict - plan.groups > plan.waiting:
            continue
        instance = compile_terms(terms, plan)
        start = settle(instance, plan, random, seed)
        if start is not None:
            labels = _in_order(_improve(instance, plan, start, random, seed, progress).label, terms, plan)
            return Solution(labels, plan, *cost(terms, labels.tolist(), plan.groups))
    return None


def _in_order(labels: Labels, terms: Terms, plan: SizePlan) -> Labels:
    """Give the groups numbers in the order of their first members, unless a fixed seat gives the numbers a meaning."""
    if any(isinstance(term, Seat) for term in terms.terms):
        return labels
    met = dict.fromkeys(label for label in labels.tolist() if label < plan.groups)
    number = {label: turn for turn, label in enumerate(met)} | {plan.groups: plan.groups}
    return np.array([number[label] for label in labels.tolist()], np.int64)


def settle(instance: Instance, plan: SizePlan, random: np.random.Generator, seed: np.ndarray) -> State | None:
    """Find a state that keeps every must, by annealing on the hard rules alone."""
    n = instance.unit.size
    blind = musts_only(instance)
    steps = int(np.clip(400 * n * n, 20_000, 20_000_000))
    for _ in range(STARTS):
        seats = np.arange(n - plan.waiting) % plan.groups
        labels = np.concatenate([seats, np.full(plan.waiting, plan.groups)])
        state = state_of(blind, random.permutation(labels))
        anneal(blind, state, 1.5, 0.1, steps, 1.0, True, seed)
        descend(blind, state)
        if state.totals[1] == 0:
            return state_of(instance, state.label)
    return None


def _improve(
    instance: Instance,
    plan: SizePlan,
    state: State,
    random: np.random.Generator,
    seed: np.ndarray,
    progress: Progress,
) -> State:
    """Anneal in cycles from states that keep every must, and descend; give the best state met.

    Hard rules cut the states that keep them into regions between which few swaps lead, so that most cycles set out
    from a start of their own; the last quarter warms up the best state again.
    """
    n = instance.unit.size
    steps = int(np.clip(PROPOSALS * n * n, *CYCLE))
    cycles = int(np.clip(RUN // steps, 1, CYCLES))
    progress(0, cycles)
    window = _window(instance, state, seed)
    best = state_of(instance, state.label)
    descend(instance, best)
    for cycle in range(cycles if window else 0):
        hot, cold = window or (1.0, 1.0)
        if 4 * cycle < 3 * cycles:
            state = (settle(instance, plan, random, seed) if cycle else state) or best
        else:
            hot, state = cold * (hot / cold) ** REHEAT, best
        state = state_of(instance, state.label)
        anneal(instance, state, hot, cold, steps, FORBIDDEN, False, seed)
        descend(instance, state)
        if state.totals[1] == 0 and state.totals[0] > best.totals[0]:
            best = state
        progress(cycle + 1, cycles)
    return best


def _window(instance: Instance, state: State, seed: np.ndarray) -> tuple[float, float] | None:
    """Find the temperatures between which this instance freezes; ``None`` where no swap changes anything.

    A fixed window fails: from one class of instances to another it shifts by a factor of ten.
    """
    n = instance.unit.size
    gains, breaks = np.zeros((2, n), np.int64)
    seen = []
    for person in np.linspace(0, n - 1, min(n, 40)).astype(int).tolist():
        price_swaps(instance, state, person, gains, breaks)
        seen.append(gains[state.label != state.label[person]])
    spread = float(np.concatenate(seen).std()) if any(map(len, seen)) else 0.0
    if spread == 0.0:
        return None
    steps = max(2_000, n * n // 2)
    state = state_of(instance, state.label)
    free = anneal(instance, state, 100 * spread, 99 * spread, steps, FORBIDDEN, False, seed)
    hot = temperature = 0.6 * spread
    for _ in range(60):
        accepted = anneal(instance, state, temperature, 0.99 * temperature, steps, FORBIDDEN, False, seed)
        if accepted > HOT * free:
            hot = temperature
        if accepted <= COLD * free:
            break
        temperature *= 0.85
    return hot, min(temperature, 0.5 * hot)
