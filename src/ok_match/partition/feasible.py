"""Whether, and how, everybody can be seated, without asking how well."""

from collections.abc import Iterable

import numpy as np

from ok_match.model import Terms

from .conflicts import contradictions, largest_conflict
from .evolving import start
from .problem import Labels, compile_terms
from .search import ATTEMPTS
from .sizes import SizePlan


def first_plan(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
    """Find the first plan under which some groups keep every must; ``None`` where none is found."""
    if contradictions(terms):
        return None
    conflict = len(largest_conflict(terms))
    seed = np.array([random.integers(2**63)], np.uint64)
    for attempt, plan in enumerate(plans):
        if attempt == ATTEMPTS:
            break
        if conflict - plan.groups > plan.waiting:
            continue
        sizes: Labels = np.array(plan.sizes(terms.people), np.int64)
        if start(compile_terms(terms, plan), sizes, random, seed) is not None:
            return plan
    return None
