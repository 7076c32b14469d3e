"""Refinement of a large problem: each group is searched again with those nearest to it, as a small exact problem.

Annealing by rows may only approximate what pairs are worth, and it ignores floors. So every group in turn becomes the
centre of a subproblem, which is searched by exact prices (POPMUSIC: Taillard, Voss, in Essays and Surveys in
Metaheuristics, 2002, 613-629), until no subproblem improves or the budget is spent.
"""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Factored, Floor, PairGain, Terms

from ..dense import Window, compile_terms, cool, state_of, window
from ..kernels import descend
from ..protocol import Labels, Progress, SizePlan
from .compiling import rows_of
from .nearby import groups_beside
from .neighbours import Rows
from .subproblems import LargeProblem

#: How often each group may be the centre of a subproblem, on average.
ROUNDS = 2
#: Proposals for a subproblem of m people, per m², and how far up the temperature range it is warmed.
PROPOSALS, WARMTH = 100, 0.5
#: Subproblems from which the temperatures for all are taken.
PILOTS = 5
#: Pass limit of the final descent.
PASSES = 12


def is_estimated(terms: Terms) -> bool:
    """Whether annealing by rows approximates weights or ignores a floor, so that refinement pays."""
    gains = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    rough = any(isinstance(form, Factored) and form.exact is not None for form in gains)
    return rough or any(isinstance(term, Floor) for term in terms.terms)


def refine(terms: Terms, plan: SizePlan, labels: Labels, random: np.random.Generator, progress: Progress) -> Labels:
    """Labels that cost no more and keep every rule that was kept.

    In the end, no swap or move between a group and those nearest to it gains anything, unless the pass limit is
    reached.

    Parameters
    ----------
    terms : Terms
        The whole problem.
    plan : SizePlan
        Its plan.
    labels : ndarray of shape (n,), int64
        Where everybody sits before.
    random : numpy.random.Generator
        The only source of chance.
    progress : callable
        Called with the subproblems done and the most there can be.
    """
    seed = np.array([random.integers(2**63)], np.uint64)
    problem, rows, best = LargeProblem(terms, plan), rows_of(terms), labels.copy()
    beside = groups_beside(rows, best, plan)
    cooling = _window(problem, best, beside, seed)
    if cooling is None:
        return best
    queue = deque(range(plan.groups))
    queued = set(queue)
    total = (ROUNDS + 1) * plan.groups
    for done in range(ROUNDS * plan.groups):
        if not queue:
            break
        group = queue.popleft()
        queued.discard(group)
        if _improve(problem, best, beside[group], cooling, seed):
            fresh = [near for near in beside[group].tolist() if near not in queued]
            queue.extend(fresh)
            queued.update(fresh)
        progress(done + 1, total)
    _descend(problem, rows, best, plan)
    progress(total, total)
    return best


def _descend(problem: LargeProblem, rows: Rows, labels: Labels, plan: SizePlan) -> None:
    """Take every swap or move that gains between a group and those nearest to it, until none is left."""
    changed = np.ones(plan.groups, bool)
    tried: dict[int, tuple[int, ...]] = {}
    for _ in range(PASSES):
        beside = groups_beside(rows, labels, plan)
        again = np.zeros(plan.groups, bool)
        for group, near in enumerate(beside):
            if changed[near].any() or again[near].any() or tried.get(group) != tuple(near.tolist()):
                tried[group] = tuple(near.tolist())
                again[near] |= _improve(problem, labels, near)
        changed = again
        if not changed.any():
            return


def _improve(
    problem: LargeProblem,
    labels: Labels,
    groups: NDArray[np.int64],
    cooling: Window | None = None,
    seed: NDArray[np.uint64] | None = None,
) -> bool:
    """Search some groups again, by descent alone or after cooling; keep and report an improvement."""
    part = problem.subproblem(labels, groups)
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


def _window(
    problem: LargeProblem, labels: Labels, beside: NDArray[np.int64], seed: NDArray[np.uint64]
) -> Window | None:
    """The temperatures for all subproblems: geometric means over a few of them."""
    windows = []
    for group in np.linspace(0, len(beside) - 1, min(PILOTS, len(beside))).astype(int).tolist():
        part = problem.subproblem(labels, beside[group])
        instance = compile_terms(part.terms, part.plan)
        cooling = window(instance, state_of(instance, part.labels), seed)
        if cooling is not None:
            windows.append(cooling)
    return Window(*np.exp(np.log(windows).mean(axis=0)).tolist()) if windows else None
