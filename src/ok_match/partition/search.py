"""The search as a whole: the first plan that keeps every must, and the best groups within it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ok_match.model import Seat, Terms

from .arrays import Instance
from .conflicts import contradictions, largest_conflict
from .evolving import Evolution, Found, Progress, start
from .plain_cost import cost
from .portfolio import portfolio
from .problem import Labels, compile_terms
from .sizes import SizePlan

#: What a run may take, in plain proposals: per person squared at most, and in all.
PROPOSALS, RUN = 8_000, 40_000_000
#: Plans that are tried before the search gives up.
ATTEMPTS = 400


@dataclass(frozen=True, slots=True)
class Solution:
    """Labels for everybody, and their price.

    Attributes
    ----------
    labels : ndarray of shape (n,), int64
        0 to ``plan.groups - 1``; ``plan.groups`` means waiting.
    must, should : int
        Hard rules broken (always 0 here), and the *should* cost in units of 1/POINT affinity point.
    pool : tuple of Found
        Every local optimum that the search met, this one among them, best first and without repeats: what second
        opinions are taken from.
    """

    labels: Labels
    plan: SizePlan
    must: int
    should: int
    pool: tuple[Found, ...] = ()


def solve(
    terms: Terms,
    plans: Iterable[SizePlan],
    random: np.random.Generator,
    progress: Progress,
    *,
    runs: int = 1,
    workers: int = 1,
) -> Solution | None:
    """Find groups that keep every must, with as few waiting as possible and the least *should* cost.

    Parameters
    ----------
    plans : iterable of SizePlan
        Ways to size the groups, the most welcome first; the first that keeps every must is taken.
    progress : callable
        Called with the anneals done and the anneals in all.
    runs : int, optional
        Searches from different random numbers, of which the best counts.
    workers : int, optional
        Threads among which the runs are shared; they do not change the result.

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
        sizes = np.array(plan.sizes(terms.people), np.int64)
        first = start(instance, sizes, random, seed)
        if first is not None:
            met = portfolio(instance, sizes, first, _budget(instance), random, progress, runs=runs, workers=workers)
            return _solution(terms, plan, met)
    return None


def _budget(instance: Instance) -> int:
    """Give the number of proposals for a run: fewer where each has more to weigh, so that it takes as long."""
    n = instance.unit.size
    weight = 4 + instance.kind.shape[1] + instance.value.shape[1]
    weight += 4 * len(instance.slot_price) + 4 * len(instance.floor_price)
    return int(4 * min(PROPOSALS * n * n, RUN) // weight)


def _solution(terms: Terms, plan: SizePlan, met: Evolution) -> Solution:
    labels = _in_order(met.best.labels, terms, plan)
    pool: dict[bytes, Found] = {}
    for found in sorted(met.found, key=lambda one: -one.gain):
        ordered = _in_order(found.labels, terms, plan)
        pool.setdefault(ordered.tobytes(), Found(found.gain, ordered))
    return Solution(labels, plan, *cost(terms, labels.tolist(), plan.groups), tuple(pool.values()))


def _in_order(labels: Labels, terms: Terms, plan: SizePlan) -> Labels:
    """Give the groups numbers in the order of their first members, unless a fixed seat gives the numbers a meaning."""
    if any(isinstance(term, Seat) for term in terms.terms):
        return labels
    met = dict.fromkeys(label for label in labels.tolist() if label < plan.groups)
    number = {label: turn for turn, label in enumerate(met)} | {plan.groups: plan.groups}
    return np.array([number[label] for label in labels.tolist()], np.int64)
