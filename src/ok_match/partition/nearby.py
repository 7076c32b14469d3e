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
from .part import Whole
from .problem import Labels, compile_terms, state_of
from .sizes import SizePlan

#: Groups beside the one in the middle of a part, and how often each group may be the middle, on average.
BESIDE, ROUNDS = 6, 2
#: Proposals for each part, per person in it squared, and how far up it is warmed.
PROPOSALS, WARMTH = 100, 0.5
#: Parts from which the temperatures for all are taken.
PILOTS = 5
#: Passes of the descent that ends it, at most, and groups that are compared with all others at once.
PASSES, BLOCK = 12, 512
#: Groups that are looked at for somebody who waits.
LOOKED_AT = 12

Seats = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def is_estimated(terms: Terms) -> bool:
    """Say whether the search among many goes by less than the whole price of a grouping."""
    gains = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    rough = any(isinstance(one, Factored) and one.exact is not None for one in gains)
    return rough or any(isinstance(term, Floor) for term in terms.terms)


def refine(terms: Terms, plan: SizePlan, labels: Labels, random: np.random.Generator, progress: Progress) -> Labels:
    """Search each group anew with those nearest to it; what comes out costs no more, and keeps what was kept.

    In the end, no swap or move between a group and those nearest to it earns anything.
    """
    seed = np.array([random.integers(2**63)], np.uint64)
    whole, rows, best = Whole(terms, plan), rows_of(terms), labels.copy()
    beside = _beside(rows, best, plan)
    cooling = _window(whole, best, beside, seed)
    if cooling is None:
        return best
    waiting = deque(range(plan.groups))
    due = set(waiting)
    total = (ROUNDS + 1) * plan.groups
    for done in range(ROUNDS * plan.groups):
        if not waiting:
            break
        group = waiting.popleft()
        due.discard(group)
        if _better(whole, best, beside[group], cooling, seed):
            fresh = [one for one in beside[group].tolist() if one not in due]
            waiting.extend(fresh)
            due.update(fresh)
        progress(done + 1, total)
    _descend(whole, rows, best, plan)
    progress(total, total)
    return best


def _descend(whole: Whole, rows: NDArray[np.float32], labels: Labels, plan: SizePlan) -> None:
    """Take what swaps and moves earn between each group and those nearest to it, until there is nothing left."""
    changed = np.ones(plan.groups, bool)
    looked_at: dict[int, tuple[int, ...]] = {}
    for _ in range(PASSES):
        beside = _beside(rows, labels, plan)
        again = np.zeros(plan.groups, bool)
        for group, near in enumerate(beside):
            if changed[near].any() or again[near].any() or looked_at.get(group) != tuple(near.tolist()):
                looked_at[group] = tuple(near.tolist())
                again[near] |= _better(whole, labels, near)
        changed = again
        if not changed.any():
            return


def _better(
    whole: Whole,
    labels: Labels,
    groups: NDArray[np.int64],
    cooling: Window | None = None,
    seed: NDArray[np.uint64] | None = None,
) -> bool:
    """Search some groups anew, by descent alone or after cooling; say whether that is better, and then keep it."""
    part = whole.part(labels, groups)
    instance = compile_terms(part.terms, part.plan)
    state = state_of(instance, part.labels)
    gain, broken = int(state.totals[0]), int(state.totals[1])
    if cooling is not None and seed is not None:
        cool(instance, state, cooling.warm(WARMTH), cooling.cold, PROPOSALS * part.members.size**2, seed)
    descend(instance, state)
    if state.totals[1] > broken or state.totals[0] <= gain:
        return False
    labels[part.members] = part.groups[state.label]
    return True


def seats_nearby(terms: Terms, plan: SizePlan, labels: Labels, progress: Progress) -> Seats:
    """Find for each placed person the cheapest seat in the groups nearest to their own that breaks nothing more.

    Returns
    -------
    tuple of ndarray of shape (n,), int64
        The group (-1: there is none), the partner (-1: a plain move), and the price in units.
    """
    whole, beside = Whole(terms, plan), _beside(rows_of(terms), labels, plan)
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


def _beside(rows: NDArray[np.float32], labels: Labels, plan: SizePlan) -> NDArray[np.int64]:
    """Give each group with those whose members are most like its own: shape (k, 1 + BESIDE), or with all there are."""
    middles = _middles(rows, labels, plan)
    few = min(BESIDE, plan.groups - 1)
    found = np.zeros((plan.groups, 1 + few), np.int64)
    found[:, 0] = np.arange(plan.groups)
    for first in range(0, plan.groups if few else 0, BLOCK):
        alike = middles[first : first + BLOCK] @ middles.T
        own = np.arange(len(alike))
        alike[own, first + own] = -np.inf
        found[first : first + BLOCK, 1:] = np.sort(np.argpartition(-alike, few - 1, axis=1)[:, :few], axis=1)
    return found


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
