"""Among many people: each group searched anew with those nearest to it, as a small problem that is written down.

What the search among many goes by may only come near to what pairs are worth, and leaves floors aside. So every group
in turn becomes the heart of a part, which is searched by the exact prices of everything (POPMUSIC: Taillard, Voss, in
Essays and Surveys in Metaheuristics, 2002, 613-629), until no part becomes better or the budget is spent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Factored, Floor, PairGain, Terms

from .cooling import Window, cool, window
from .evolving import Progress
from .factored import rows_of
from .kernels import best_seats, descend
from .neighbours import nearest
from .part import Whole
from .problem import Labels, compile_terms, state_of
from .sizes import SizePlan

#: Groups beside the one in the middle of a part, and how often each group may be the middle, on average.
BESIDE, ROUNDS = 6, 2
#: Proposals for each part, per person in it squared, and how far up it is warmed.
PROPOSALS, WARMTH = 100, 0.5
#: Parts from which the temperatures for all are taken.
PILOTS = 5
#: Groups that are looked at for somebody who waits.
LOOKED_AT = 12

Seats = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def is_estimated(terms: Terms) -> bool:
    """Say whether the search among many goes by less than the whole price of a grouping."""
    gains = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    rough = any(isinstance(one, Factored) and one.exact is not None for one in gains)
    return rough or any(isinstance(term, Floor) for term in terms.terms)


def refine(terms: Terms, plan: SizePlan, labels: Labels, random: np.random.Generator, progress: Progress) -> Labels:
    """Search each group anew with those nearest to it; what comes out costs no more, and keeps what was kept."""
    seed = np.array([random.integers(2**63)], np.uint64)
    whole, rows, best = Whole(terms, plan), rows_of(terms), labels.copy()
    beside = _beside(rows, best, plan, random)
    cooling = _window(whole, best, beside, seed)
    if cooling is None:
        return best
    waiting = deque(range(plan.groups))
    due = set(waiting)
    total = ROUNDS * plan.groups
    for done in range(total):
        if not waiting:
            break
        group = waiting.popleft()
        due.discard(group)
        part = whole.part(best, beside[group])
        instance = compile_terms(part.terms, part.plan)
        state = state_of(instance, part.labels)
        gain, broken = int(state.totals[0]), int(state.totals[1])
        steps = PROPOSALS * part.members.size**2
        cool(instance, state, cooling.warm(WARMTH), cooling.cold, steps, seed)
        descend(instance, state)
        if state.totals[1] <= broken and state.totals[0] > gain:
            best[part.members] = part.groups[state.label]
            fresh = [one for one in part.groups.tolist() if one not in due]
            waiting.extend(fresh)
            due.update(fresh)
        progress(done + 1, total)
    progress(total, total)
    return best


def seats_nearby(terms: Terms, plan: SizePlan, labels: Labels, progress: Progress) -> Seats:
    """Find for each placed person the cheapest seat in the groups nearest to their own that breaks nothing more.

    Returns
    -------
    tuple of ndarray of shape (n,), int64
        The group (-1: there is none), the partner (-1: a plain move), and the price in units.
    """
    whole, beside = Whole(terms, plan), _beside(rows_of(terms), labels, plan, np.random.default_rng(0))
    found = np.full((3, terms.people), -1, np.int64)
    for group in range(plan.groups):
        part = whole.part(labels, beside[group])
        instance = compile_terms(part.terms, part.plan)
        goals, partners, prices = (np.empty(part.members.size, np.int64) for _ in range(3))
        best_seats(instance, state_of(instance, part.labels), goals, partners, prices)
        mine = (labels[part.members] == group) & (goals >= 0)
        found[0, part.members[mine]] = part.groups[goals[mine]]
        found[1, part.members[mine]] = np.where(partners[mine] >= 0, part.members[partners[mine]], -1)
        found[2, part.members[mine]] = prices[mine]
        progress(group + 1, plan.groups)
    return found[0], found[1], found[2]


def nearest_groups(terms: Terms, plan: SizePlan, labels: Labels, persons: Sequence[int]) -> list[list[int]]:
    """Give for some people the groups in which they would probably earn most, ascending."""
    rows = rows_of(terms)
    middles = _middles(rows, labels, plan)
    found = []
    for person in persons:
        worth = middles @ (rows[person] - rows.mean(axis=0))
        few = min(LOOKED_AT, plan.groups)
        found.append(sorted(np.argpartition(-worth, few - 1)[:few].tolist()))
    return found


def _beside(
    rows: NDArray[np.float32], labels: Labels, plan: SizePlan, random: np.random.Generator
) -> NDArray[np.int64]:
    """Give each group with those whose members are most like its own: shape (k, 1 + BESIDE)."""
    near = nearest(_middles(rows, labels, plan), BESIDE, random)
    return np.concatenate([np.arange(plan.groups)[:, None], near], axis=1).astype(np.int64)


def _middles(rows: NDArray[np.float32], labels: Labels, plan: SizePlan) -> NDArray[np.float32]:
    """Give for each group the direction in which its members differ from everybody: shape (k, columns)."""
    middles = np.zeros((plan.groups + 1, rows.shape[1]), np.float32)
    np.add.at(middles, labels, rows - rows.mean(axis=0))
    middles = middles[: plan.groups]
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), np.float32(1e-12))
    return middles


def _window(whole: Whole, labels: Labels, beside: NDArray[np.int64], seed: NDArray[np.uint64]) -> Window | None:
    """Find the temperatures for all parts: the means, on a logarithmic scale, of those of a few."""
    found = []
    for group in np.linspace(0, len(beside) - 1, min(PILOTS, len(beside))).astype(int).tolist():
        part = whole.part(labels, beside[group])
        instance = compile_terms(part.terms, part.plan)
        one = window(instance, state_of(instance, part.labels), seed)
        if one is not None:
            found.append(one)
    return Window(*np.exp(np.log(found).mean(axis=0)).tolist()) if found else None
