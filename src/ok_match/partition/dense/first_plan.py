"""The first plan that keeps every must, and labels that do."""

import numpy as np

from ok_match.model import Terms

from ..proofs import DECIDABLE, SeatBound, Seating, promising, seat_most
from ..protocol import SizePlan
from .compiling import compile_terms
from .quick import quick_plan
from .settling import start

#: The most plans to try before the search gives up.
ATTEMPTS = 400


def first_plan(terms: Terms, plans: list[SizePlan], random: np.random.Generator, seed: np.ndarray) -> Seating | None:
    """The first plan found to keep every must, with labels; for few people, no plan with fewer waiting does."""
    hopeful = promising(terms, plans)
    bound = SeatBound(terms, hopeful)
    least, certain, exact = -1, False, None
    for plan in hopeful[:ATTEMPTS]:
        # The annealer is asked first; what it cannot do is looked at more closely.
        if plan.waiting < least or (least >= 0 and not bound.allows(plan)):
            continue
        if exact and certain and plan.waiting > least:
            return exact
        sizes = np.array(plan.sizes(terms.people), np.int64)
        labels = start(compile_terms(terms, plan), sizes, random, seed)
        if labels is not None:
            return Seating(plan, labels)
        if least < 0:
            # The annealer has failed once, which proves nothing.
            if terms.people <= DECIDABLE:
                certain, exact = seat_most(terms, [plan for plan in hopeful if bound.allows(plan)])
            if certain and exact is None:
                return None
            least = exact.plan.waiting if certain and exact else 0
    return exact or _any_plan(terms, hopeful, random, seed)


def _any_plan(terms: Terms, plans: list[SizePlan], random: np.random.Generator, seed: np.ndarray) -> Seating | None:
    """A plan that was not reached, because many more people wait."""
    plan = quick_plan(terms, plans, random)
    if plan is None:
        return None
    labels = start(compile_terms(terms, plan), np.array(plan.sizes(terms.people), np.int64), random, seed)
    return None if labels is None else Seating(plan, labels)
