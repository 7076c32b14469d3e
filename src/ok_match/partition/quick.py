"""Whether people can be seated, asked quickly. A no is no proof."""

from collections.abc import Iterable

import numpy as np

from ok_match.model import Terms

from .conflicts import contradictions
from .evolving import settle
from .problem import compile_terms
from .search import promising
from .sizes import SizePlan

#: Starts for one plan, and plans with as many waiting.
STARTS, PLANS = 2, 3


def quick_plan(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
    """Find a plan with few waiting under which some groups keep every must; ``None`` where none is found soon."""
    if contradictions(terms):
        return None
    seed = np.array([random.integers(2**63)], np.uint64)
    tried: dict[int, int] = {}
    for plan in promising(terms, plans):
        if tried.get(plan.waiting, 0) == PLANS:
            continue
        tried[plan.waiting] = tried.get(plan.waiting, 0) + 1
        instance = compile_terms(terms, plan)
        sizes = np.array(plan.sizes(terms.people), np.int64)
        for _ in range(STARTS):
            if (
                settle(instance, random.permutation(np.repeat(np.arange(sizes.size), sizes)), seed, patient=True)
                is not None
            ):
                return plan
    return None
