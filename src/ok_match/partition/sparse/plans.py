"""The number of people who must wait in a large problem, where each test of a plan takes a second."""

from collections.abc import Iterable

import numpy as np

from ok_match.model import Terms

from ..proofs import PlanFilter
from ..protocol import SizePlan
from .annealing import can_keep_musts

#: How often the number of people who wait may be doubled before the search gives up.
DOUBLED = 12


class PlansByWaiting:
    """The best balanced plan for each number of people who wait, found on demand."""

    def __init__(self, terms: Terms, plans: Iterable[SizePlan]) -> None:
        self._plans = (plan for plan in plans if plan.high - plan.low <= 1)
        self._filter = PlanFilter(terms)
        self._known: dict[int, SizePlan] = {}
        self._first: SizePlan | None = None

    def first(self) -> SizePlan | None:
        """The first plan that the largest conflict and shared slots do not rule out."""
        if self._first is None:
            self._first = self._find()
        return self._first

    def _find(self) -> SizePlan | None:
        for plan in self._plans:
            self._known.setdefault(plan.waiting, plan)
            if self._filter.allows(plan):
                self._known[plan.waiting] = plan
                return plan
            if plan.waiting and self._filter.hopeless:
                return None
        return None

    def with_waiting(self, waiting: int) -> SizePlan | None:
        """The best plan with this many people waiting; ``None`` where there is none."""
        while waiting not in self._known:
            plan = next(self._plans, None)
            if plan is None:
                return None
            self._known.setdefault(plan.waiting, plan)
        return self._known[waiting]


def plan_with_fewest(terms: Terms, plans: PlansByWaiting, random: np.random.Generator) -> SizePlan | None:
    """A plan for which labels were found that keep every must, with about as few people waiting as possible.

    The number who wait is doubled until every must can be kept, and then bisected.
    """
    first = plans.first()
    if first is None:
        return None
    more, failed = 0, -1
    for doubling in range(DOUBLED):
        plan = plans.with_waiting(first.waiting + more)
        if plan is None:
            return None
        if can_keep_musts(terms, plan, random):
            break
        failed, more = more, 2**doubling
    else:
        return None
    best, kept = plan, more
    while kept - failed > 1:
        middle = (kept + failed) // 2
        fewer = plans.with_waiting(first.waiting + middle)
        if fewer is not None and can_keep_musts(terms, fewer, random):
            kept, best = middle, fewer
        else:
            failed = middle
    return best
