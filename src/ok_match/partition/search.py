"""The search as a whole: the first plan that keeps every must, and the best groups within it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ok_match.model import Seat, Terms

from .conflicts import contradictions, largest_conflict, lonely
from .evolving import Evolution, Found, Progress, start
from .factored import is_factored, solve_factored
from .feasibility import DECIDABLE, Seating, seat_most
from .kernels import Instance
from .many import Welcome, plan_among_many
from .nearby import is_estimated, refine
from .plain_cost import cost
from .portfolio import portfolio
from .problem import Labels, compile_terms
from .room import Room
from .sizes import SizePlan

#: What a run may take, in proposals: per person squared at most, and in all.
PROPOSALS, RUN = 8_000, 40_000_000
#: Where nothing but pairs counts, one more of each for so many people, and so many at most: that takes as long.
ROW, PLAIN = 8, 10
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
    if is_factored(terms):
        return _among_many(terms, plans, random, progress)
    seed = np.array([random.integers(2**63)], np.uint64)
    seating = _seated(terms, list(plans), random, seed)
    if seating is None:
        return None
    instance = compile_terms(terms, seating.plan)
    sizes = np.bincount(seating.labels, minlength=seating.plan.groups + 1)
    met = portfolio(instance, sizes, seating.labels, budget(instance), random, progress, runs=runs, workers=workers)
    return _solution(terms, seating.plan, met)


def _among_many(
    terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator, progress: Progress
) -> Solution | None:
    """Find groups without a matrix, and with as few waiting as are found to let every must hold."""
    welcome = Welcome(terms, plans)
    plan = welcome.first()
    labels = None if plan is None else solve_factored(terms, plan, random, progress)
    if labels is None:
        plan = plan_among_many(terms, welcome, random)
        labels = None if plan is None else solve_factored(terms, plan, random, progress)
    if plan is None or labels is None:
        return None
    if is_estimated(terms):
        labels = refine(terms, plan, labels, random, progress)
    labels = in_order(labels, terms, plan)
    must, should = cost(terms, labels.tolist(), plan.groups)
    return Solution(labels, plan, must, should) if must == 0 else None


def promising(terms: Terms, plans: Iterable[SizePlan]) -> list[SizePlan]:
    """Leave out the plans under which more must wait: by the largest conflict, and for want of a shared slot."""
    conflict = set(largest_conflict(terms))
    seated = {term.member for term in terms.terms if isinstance(term, Seat)}
    alone: dict[int, set[int]] = {}
    found = []
    for plan in plans:
        if plan.low not in alone:
            alone[plan.low] = set(lonely(terms, plan.low))
        if alone[plan.low] & seated:
            continue
        parted = len(conflict - alone[plan.low]) - plan.groups
        if len(alone[plan.low]) + max(0, parted) <= plan.waiting:
            found.append(plan)
    return found


def _seated(terms: Terms, plans: list[SizePlan], random: np.random.Generator, seed: np.ndarray) -> Seating | None:
    """Find the first plan that keeps every must, and labels that do; with few people, none fewer could wait."""
    hopeful = promising(terms, plans)
    room = Room(terms, hopeful)
    least, certain, exact = -1, False, None
    for plan in hopeful[:ATTEMPTS]:
        # The annealer is asked first, and what it cannot do is looked at more closely.
        if plan.waiting < least or (least >= 0 and not room.allows(plan)):
            continue
        if exact and certain and plan.waiting > least:
            return exact
        sizes = np.array(plan.sizes(terms.people), np.int64)
        labels = start(compile_terms(terms, plan), sizes, random, seed)
        if labels is not None:
            return Seating(plan, labels)
        if least < 0:
            # The annealer has failed once, which proves nothing.
            if terms.people <= DECIDABLE:
                certain, exact = seat_most(terms, [plan for plan in hopeful if room.allows(plan)])
            if certain and exact is None:
                return None
            least = exact.plan.waiting if certain and exact else 0
    return exact


def budget(instance: Instance) -> int:
    """Give the number of proposals for a run: fewer where each has more to weigh, so that it takes as long."""
    n = instance.people
    if instance.plain:
        return min(1 + n // ROW, PLAIN) * min(PROPOSALS * n * n, RUN)
    return int(4 * min(PROPOSALS * n * n, RUN) // (4 + instance.rules.weight))


def _solution(terms: Terms, plan: SizePlan, met: Evolution) -> Solution:
    labels = in_order(met.best.labels, terms, plan)
    pool: dict[bytes, Found] = {}
    for found in sorted(met.found, key=lambda one: -one.gain):
        ordered = in_order(found.labels, terms, plan)
        pool.setdefault(ordered.tobytes(), Found(found.gain, ordered))
    return Solution(labels, plan, *cost(terms, labels.tolist(), plan.groups), tuple(pool.values()))


def in_order(labels: Labels, terms: Terms, plan: SizePlan) -> Labels:
    """Give the groups numbers in the order of their first members, unless a fixed seat gives the numbers a meaning."""
    if any(isinstance(term, Seat) for term in terms.terms):
        return labels
    met = dict.fromkeys(label for label in labels.tolist() if label < plan.groups)
    number = {label: turn for turn, label in enumerate(met)} | {plan.groups: plan.groups}
    return np.array([number[label] for label in labels.tolist()], np.int64)
