"""What the best other seat of each person would cost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ok_match.model import Terms

from .evolving import Progress
from .factored import is_factored
from .kernels import best_seats
from .nearby import nearest_groups, seats_nearby
from .problem import compile_terms, state_of
from .search import Solution


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another group for one person: by swapping with ``partner``, or by a plain move (``None``).

    ``price`` is the rise of the *should* cost, in units of 1/POINT affinity point.
    """

    group: int
    partner: int | None
    price: int


def other_seats(
    terms: Terms, solution: Solution, progress: Progress = lambda _done, _total: None
) -> tuple[Alternative | None, ...]:
    """Give for each person the cheapest seat in another group that keeps every must, if there is one.

    Among many people, only the groups nearest to a person's own are looked at.
    """
    if is_factored(terms):
        group, partner, price = seats_nearby(terms, solution.plan, solution.labels, progress)
    else:
        instance = compile_terms(terms, solution.plan)
        state = state_of(instance, solution.labels)
        group, partner, price = (np.empty(terms.people, np.int64) for _ in range(3))
        best_seats(instance, state, group, partner, price)
    return tuple(
        None if g < 0 else Alternative(g, None if p < 0 else p, cost)
        for g, p, cost in zip(group.tolist(), partner.tolist(), price.tolist(), strict=True)
    )


def groups_to_ask(terms: Terms, solution: Solution, persons: Sequence[int]) -> list[list[int]]:
    """Give for each of some people the groups to ask about: all, or among many those in which they would earn most."""
    if is_factored(terms):
        return nearest_groups(terms, solution.plan, solution.labels, persons)
    return [list(range(solution.plan.groups)) for _ in persons]
