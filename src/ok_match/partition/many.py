"""How many wait among many people: too many to look at every plan, and each look takes a second."""

from collections.abc import Iterable, Iterator

import numpy as np

from ok_match.model import Seat, Terms

from .conflicts import contradictions, largest_conflict, lonely
from .factored import keep_musts
from .sizes import SizePlan

#: By how many more wait, from plan to plan, before the search gives up: doubled this often.
DOUBLED = 12


def plan_among_many(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
    """Find an even plan under which labels are found that keep every must, with about as few waiting as can be.

    The number who wait is doubled until every must can be kept, and then found by halves.
    """
    if contradictions(terms):
        return None
    welcome = _Welcome(terms, plans)
    fewest = welcome.first()
    if fewest is None:
        return None
    more, failed = 0, -1
    for turn in range(DOUBLED):
        plan = welcome.with_waiting(fewest + more)
        if plan is None:
            return None
        if keep_musts(terms, plan, random):
            break
        failed, more = more, 2**turn
    else:
        return None
    best, kept = plan, more
    while kept - failed > 1:
        middle = (kept + failed) // 2
        fewer = welcome.with_waiting(fewest + middle)
        if fewer is not None and keep_musts(terms, fewer, random):
            kept, best = middle, fewer
        else:
            failed = middle
    return best


class _Welcome:
    """The most welcome even plan for each number of people who wait, found as it is asked for."""

    def __init__(self, terms: Terms, plans: Iterable[SizePlan]) -> None:
        self._plans: Iterator[SizePlan] = (plan for plan in plans if plan.high - plan.low <= 1)
        self._known: dict[int, SizePlan] = {}
        self._terms = terms
        self._conflict = set(largest_conflict(terms))
        self._seated = {term.member for term in terms.terms if isinstance(term, Seat)}

    def first(self) -> int | None:
        """Give the number who wait in the first plan that the largest conflict and shared slots do not rule out."""
        alone: dict[int, set[int]] = {}
        for plan in self._plans:
            self._known.setdefault(plan.waiting, plan)
            if plan.low not in alone:
                alone[plan.low] = set(lonely(self._terms, plan.low))
            if plan.waiting and all(some & self._seated for some in alone.values()):
                return None  # somebody who must have a seat could have one in no group of any size
            some = alone[plan.low]
            parted = len(self._conflict - some) - plan.groups
            if not some & self._seated and len(some) + max(0, parted) <= plan.waiting:
                self._known[plan.waiting] = plan
                return plan.waiting
        return None

    def with_waiting(self, waiting: int) -> SizePlan | None:
        """Give the most welcome plan with so many waiting; ``None`` where there is none."""
        while waiting not in self._known:
            plan = next(self._plans, None)
            if plan is None:
                return None
            self._known.setdefault(plan.waiting, plan)
        return self._known[waiting]
