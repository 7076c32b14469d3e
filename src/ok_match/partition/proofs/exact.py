"""Exact answers for few people."""

from functools import cache

from ok_match.model import Seat, Terms

from ..plain_cost import cost
from ..protocol import SizePlan, Solution

#: The most people for whom every way to form groups is tried.
SMALL = 12

Cost = tuple[int, int]


def least_cost(terms: Terms, plan: SizePlan) -> Cost | None:
    """The lowest cost of any solution of a plan, by dynamic programming over sets of people.

    Parameters
    ----------
    terms : Terms
        The rules to price.
    plan : SizePlan
        The number and sizes of the groups, and how many people wait.

    Returns
    -------
    tuple of int, or None
        Hard rules broken, then the *should* cost in units of 1/POINT affinity point. ``None`` where there are more
        than ``SMALL`` people, where fixed seats give the numbers of groups a meaning, or where the sizes cannot add
        up.
    """
    n = terms.people
    if n > SMALL or any(isinstance(term, Seat) for term in terms.terms):
        return None
    priced: list[list[tuple[int, Cost]]] = [[] for _ in range(n)]
    for members in range(1, 1 << n):
        if plan.low <= members.bit_count() <= plan.high:
            labels = [0 if members >> i & 1 else 1 for i in range(n)]
            priced[(members & -members).bit_length() - 1].append((members, cost(terms, labels, 1)))

    @cache
    def least(left: int, groups: int, waiting: int) -> Cost | None:
        if not groups * plan.low <= left.bit_count() - waiting <= groups * plan.high:
            return None
        if not left:
            return 0, 0
        # The first of those left waits, or sits with some of the others.
        first = left & -left
        ways = [least(left ^ first, groups, waiting - 1)] if waiting else []
        for members, (must, should) in priced[first.bit_length() - 1] if groups else ():
            if not members & ~left:
                rest = least(left ^ members, groups - 1, waiting)
                if rest is not None:
                    ways.append((must + rest[0], should + rest[1]))
        return min((way for way in ways if way is not None), default=None)

    return least((1 << n) - 1, plan.groups, plan.waiting)


def is_least(terms: Terms, solution: Solution) -> bool:
    """Whether an exact search proves that no other solution of the same plan costs less.

    Parameters
    ----------
    terms : Terms
        The terms that the solution was found and priced under.
    solution : Solution
        The grouping to prove.

    Returns
    -------
    bool
        False where the question is open: there are too many people, or seats are fixed.
    """
    return least_cost(terms, solution.plan) == (solution.must, solution.should)
