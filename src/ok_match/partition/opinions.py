"""Second opinions: really different solutions that are nearly as good, and which seats are firm.

Near-best solutions are often many. Those that the search met are looked at first; where they are too much alike,
pairs who share a group in what was chosen already are made to cost something, the least that drives the search far
enough away (the penalty form of finding diverse solutions: Trapp, Konrad, IIE Trans. 47(11), 2015, 1268-1284).
"""

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Seat, Terms

from .arrays import Instance
from .crossing import distance
from .evolving import Evolution, Found, Progress, evolve
from .kernels import descend
from .plain_cost import cost
from .problem import Labels, compile_terms, state_of
from .search import Solution, budget, in_order

#: Solutions are really different when at least this share of the people sit elsewhere.
DIFFERENT = 0.25
#: How dear a repeated pair is made, as a share of what pairs earn on average, one try after another.
PENALTIES = (0.1, 0.2, 0.4, 0.8, 1.6)
#: Near-best solutions fall short of the best by no more than this share of what they earn.
NEAR = 0.005


def alternatives(
    terms: Terms, solution: Solution, count: int, random: np.random.Generator, progress: Progress
) -> tuple[Solution, ...]:
    """Find solutions of the same plan that keep every must and differ from one another, and from ``solution``.

    Parameters
    ----------
    count : int
        How many are wanted; there may be fewer.
    progress : callable
        Called with the tries made and the most there can be.

    Returns
    -------
    tuple of Solution
        The best first. Each two of them, and each and ``solution``, seat at least a quarter of the people
        differently after their groups were matched as well as can be. A swap may improve them, but towards one of
        the others.
    """
    instance = compile_terms(terms, solution.plan)
    search = _Others(terms, solution, instance)
    tries = count * len(PENALTIES)
    for turn in range(count):
        progress(turn * len(PENALTIES), tries)
        labels = search.met()
        for at, penalty in enumerate(PENALTIES if labels is None else ()):
            labels = search.driven(penalty, random)
            progress(turn * len(PENALTIES) + at + 1, tries)
            if labels is not None:
                break
        if labels is None:
            break
        search.chosen.append(labels)
    progress(tries, tries)
    found = [
        Solution(labels, solution.plan, *cost(terms, labels.tolist(), solution.plan.groups))
        for labels in search.chosen[1:]
    ]
    return tuple(sorted(found, key=lambda one: one.should))


def together_share(solution: Solution) -> NDArray[np.float64]:
    """Give for each two people the share of near-best solutions in which they sit together.

    Returns
    -------
    ndarray of shape (n, n), float64
        From 0 to 1, over those in the pool of the solution that earn nearly as much as the best; 1 on the diagonal
        for those who never wait. A mate's seat is firm near 1, a coin toss near 0.5.
    """
    pool = solution.pool or (Found(0, solution.labels),)
    best = pool[0].gain
    near = [one.labels for one in pool if best - one.gain <= NEAR * abs(best)]
    shared = np.zeros((solution.labels.size,) * 2)
    for labels in near:
        seated = labels < solution.plan.groups
        shared += (labels[:, None] == labels[None, :]) & seated[:, None]
    return shared / len(near)


class _Others:
    """The search for solutions far from those that were chosen."""

    def __init__(self, terms: Terms, solution: Solution, instance: Instance) -> None:
        self.terms, self.solution, self.instance = terms, solution, instance
        self.numbered = any(isinstance(term, Seat) for term in terms.terms)
        self.sizes = np.bincount(solution.labels, minlength=solution.plan.groups + 1)
        self.chosen = [solution.labels]

    def far(self, labels: Labels) -> bool:
        """Say whether labels differ enough from all that were chosen."""
        groups = self.solution.plan.groups
        apart = (int((labels != one).sum()) if self.numbered else distance(labels, one, groups) for one in self.chosen)
        return min(apart) >= DIFFERENT * labels.size

    def met(self) -> Labels | None:
        """Give the best that the search has met already, if any is far enough."""
        return next((one.labels for one in self.solution.pool if self.far(one.labels)), None)

    def driven(self, penalty: float, random: np.random.Generator) -> Labels | None:
        """Search where pairs that were chosen cost something, and give the best by the true price that is far."""
        gain = self.instance.gain.astype(np.int64)
        level = float(np.abs(gain).sum()) / max(gain.size - len(gain), 1) or 1.0
        repeated = np.sum([one[:, None] == one[None, :] for one in self.chosen], axis=0)
        np.fill_diagonal(repeated, 0)
        tilted = (gain - np.rint(max(penalty * level, 1.0) * repeated)).astype(np.int32)
        instance = self.instance._replace(gain=tilted, least_gain=int(tilted.min(initial=0)))
        first = self.chosen[-1]
        met: Evolution = evolve(instance, self.sizes, first, budget(instance) // 4, random, lambda _done, _total: None)
        best: tuple[int, Labels] | None = None
        for one in met.found:
            for labels in (self._polished(one.labels), one.labels):
                if self.far(labels):
                    worth = int(state_of(self.instance, labels).totals[0])
                    if best is None or worth > best[0]:
                        best = worth, labels
                    break
        return None if best is None else in_order(best[1], self.terms, self.solution.plan)

    def _polished(self, labels: Labels) -> Labels:
        """Take every swap that improves the true price."""
        state = state_of(self.instance, labels)
        descend(self.instance, state)
        return state.label
