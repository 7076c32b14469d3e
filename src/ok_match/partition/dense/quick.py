"""A quick search for a plan under which every must can be kept. Finding none proves nothing."""

from collections.abc import Iterable, Sequence

import numpy as np

from ok_match.model import Terms

from ..labels import is_numbered
from ..proofs import SeatBound, promising
from ..protocol import Labels, SizePlan
from .compiling import compile_terms
from .settling import settle, shuffled

#: Random starts for one question, plans tried one by one, and numbers of groups tried before giving up.
STARTS, PLANS, NUMBERS = 2, 4, 4


def quick_plan(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
    """A plan with few waiting for which labels were found that keep every must; ``None`` where none was found soon.

    Numbers of groups are tried by how few people could wait. Where the best plan of a number fails, the search asks
    whether that number of groups can be formed at all, however many wait, and then bisects the number who wait.
    """
    ways: dict[int, list[SizePlan]] = {}
    hopeful = promising(terms, plans)
    bound = SeatBound(terms, hopeful)
    for plan in filter(bound.allows, hopeful):
        ways.setdefault(plan.groups, []).append(plan)
    if not ways:
        return None
    ask = _Asking(terms, random)
    fewest, low = min(ways), min(plan.low for group in ways.values() for plan in group)
    widest, most = _widest(ways[fewest])
    # If some groups keep every must, a few of them do so alone, with everybody else waiting.
    if not is_numbered(terms) and most >= terms.people - fewest * low and ask(widest, most) is None:
        return None
    best: SizePlan | None = None
    for tried, group in enumerate(sorted(ways.values(), key=lambda group: group[0].waiting)):
        if tried == NUMBERS and best is None:
            break
        best = _fewest(ask, [plan for plan in group if best is None or plan.waiting < best.waiting]) or best
    return best


class _Asking:
    """Attempts to seat people in a number of groups, with more or fewer of them waiting."""

    def __init__(self, terms: Terms, random: np.random.Generator) -> None:
        self._terms = terms
        self._random = random
        self._seed = np.array([random.integers(2**63)], np.uint64)

    def __call__(self, plan: SizePlan, most: int) -> Labels | None:
        """Labels that keep every must within the sizes of a plan, with ``plan.waiting`` to ``most`` people waiting."""
        instance = compile_terms(self._terms, plan)
        instance.high[-1] = most
        sizes = np.array(SizePlan(plan.groups, plan.low, plan.high, most).sizes(self._terms.people), np.int64)
        for _ in range(STARTS):
            labels = shuffled(sizes, self._random)
            settled = settle(instance, labels, self._seed, patient=True)
            if settled is not None:
                return settled
        return None


def _widest(plans: Sequence[SizePlan]) -> tuple[SizePlan, int]:
    """A plan that allows what any of some plans with the same number of groups does, and the most who may wait."""
    waiting = [plan.waiting for plan in plans]
    low, high = min(plan.low for plan in plans), max(plan.high for plan in plans)
    return SizePlan(plans[0].groups, low, high, min(waiting)), max(waiting)


def _fewest(ask: _Asking, plans: Sequence[SizePlan]) -> SizePlan | None:
    """The plan with the fewest waiting among plans with the same number of groups, given by how many wait."""
    if not plans:
        return None
    if ask(plans[0], plans[0].waiting) is not None:
        return plans[0]
    widest, most = _widest(plans)
    labels = ask(widest, most)
    if labels is None:
        return None
    low, known = widest.waiting, int((labels == widest.groups).sum())
    while low < known:
        middle = (low + known) // 2
        fewer = ask(widest, middle)
        if fewer is None:
            low = middle + 1
        else:
            known, labels = int((fewer == widest.groups).sum()), fewer
    sizes = np.bincount(labels, minlength=widest.groups)[: widest.groups]
    left = [plan for plan in plans if plan.waiting >= known]
    for plan in left:
        if plan.waiting == known and plan.low <= sizes.min() and sizes.max() <= plan.high:
            return plan
    # The sizes found are uneven, and no plan allows them.
    return next((plan for plan in left[:PLANS] if ask(plan, plan.waiting) is not None), None)
