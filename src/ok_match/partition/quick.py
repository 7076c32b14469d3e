"""Whether people can be seated, asked quickly. A no is no proof."""

from collections.abc import Iterable, Sequence

import numpy as np

from ok_match.model import Seat, Terms

from .conflicts import contradictions
from .evolving import settle, shuffled
from .factored import is_factored
from .many import Welcome, plan_among_many
from .problem import Labels, compile_terms
from .room import Room
from .search import promising
from .sizes import SizePlan

#: Starts for one question, even plans that are tried one after another, and numbers of groups before it is given up.
STARTS, PLANS, NUMBERS = 2, 4, 4


def quick_plan(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
    """Find a plan with few waiting under which some groups keep every must; ``None`` where none is found soon.

    Numbers of groups are tried in the order of how few could wait. If the most welcome plan of a number is not kept,
    it is asked whether the number can be formed at all, whoever waits, and then by halves how few can wait.
    """
    if contradictions(terms):
        return None
    if is_factored(terms):
        return plan_among_many(terms, Welcome(terms, plans), random)
    ways: dict[int, list[SizePlan]] = {}
    hopeful = promising(terms, plans)
    room = Room(terms, hopeful)
    for plan in filter(room.allows, hopeful):
        ways.setdefault(plan.groups, []).append(plan)
    if not ways:
        return None
    ask = _Asking(terms, random)
    fewest, low = min(ways), min(plan.low for some in ways.values() for plan in some)
    widest, most = _widest(ways[fewest])
    numbered = any(isinstance(term, Seat) for term in terms.terms)
    # Of any groups that keep every must, a few alone do so too, if all the others may wait.
    if not numbered and most >= terms.people - fewest * low and ask(widest, most) is None:
        return None
    best: SizePlan | None = None
    for turn, some in enumerate(sorted(ways.values(), key=lambda some: some[0].waiting)):
        if turn == NUMBERS and best is None:
            break
        found = _fewest(ask, [plan for plan in some if best is None or plan.waiting < best.waiting])
        best = found or best
    return best


class _Asking:
    """Tries to seat people in a number of groups, with more or fewer waiting."""

    def __init__(self, terms: Terms, random: np.random.Generator) -> None:
        self._terms = terms
        self._random = random
        self._seed = np.array([random.integers(2**63)], np.uint64)

    def __call__(self, plan: SizePlan, most: int) -> Labels | None:
        """Give labels that keep every must within the sizes of a plan, with its number waiting or up to ``most``."""
        instance = compile_terms(self._terms, plan)
        instance.high[-1] = most
        sizes = np.array(SizePlan(plan.groups, plan.low, plan.high, most).sizes(self._terms.people), np.int64)
        for _ in range(STARTS):
            labels = shuffled(sizes, self._random)
            settled = settle(instance, labels, self._seed, patient=True)
            if settled is not None:
                return settled
        return None


def _widest(some: Sequence[SizePlan]) -> tuple[SizePlan, int]:
    """Give a plan that allows all that some plans of one number of groups do, and how many may wait at most."""
    waiting = [plan.waiting for plan in some]
    low, high = min(plan.low for plan in some), max(plan.high for plan in some)
    return SizePlan(some[0].groups, low, high, min(waiting)), max(waiting)


def _fewest(ask: _Asking, some: Sequence[SizePlan]) -> SizePlan | None:
    """Find the plan with the fewest waiting, of those of one number of groups in the order of how many wait."""
    if not some:
        return None
    if ask(some[0], some[0].waiting) is not None:
        return some[0]
    widest, most = _widest(some)
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
    left = [plan for plan in some if plan.waiting >= known]
    for plan in left:
        if plan.waiting == known and plan.low <= sizes.min() and sizes.max() <= plan.high:
            return plan
    # What was found is uneven, and no plan allows it.
    return next((plan for plan in left[:PLANS] if ask(plan, plan.waiting) is not None), None)
