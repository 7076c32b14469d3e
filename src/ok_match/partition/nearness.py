"""Which groupings are nearly as good as a solution, with groups matched to its own."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import POINT, PairGain, Seat, Terms

from .crossing import renamed
from .plain_cost import cost
from .problem import Labels
from .search import Solution

#: Groupings are nearly as good if they lose at most so many thousandths of a solution's common ground.
NEAR = 50


def near_best(terms: Terms, solution: Solution, others: Sequence[Labels]) -> tuple[Labels, ...]:
    """Give every grouping known that is nearly as good as the solution, itself first, matched and without repeats."""
    distinct = {solution.labels.tobytes(): solution.labels}
    allowed = allowance(terms, solution)
    for labels in (*(one.labels for one in solution.pool), *others):
        same = matched(terms, labels, solution)
        if cost(terms, same.tolist(), solution.plan.groups)[1] - solution.should <= allowed:
            distinct.setdefault(same.tobytes(), same)
    return tuple(distinct.values())


def allowance(terms: Terms, solution: Solution) -> int:
    """Give by how many units a grouping may be worse and still be nearly as good: a share of its common ground."""
    earning = tuple(term for term in terms.terms if isinstance(term, PairGain) and term.per_person)
    placed = terms.people - solution.plan.waiting
    full = sum(term.per_person for term in earning) * POINT * placed
    lacking = cost(Terms(terms.people, earning), solution.labels.tolist(), solution.plan.groups)[1]
    return (full - lacking) * NEAR // 1000


def matched(terms: Terms, labels: Labels, solution: Solution) -> Labels:
    """Give groups the numbers of the solution's nearest ones, unless a fixed seat gives the numbers a meaning."""
    if any(isinstance(term, Seat) for term in terms.terms):
        return labels
    return renamed(labels, solution.labels, solution.plan.groups)
