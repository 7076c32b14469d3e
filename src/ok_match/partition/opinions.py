"""Second opinions: groupings that are nearly as good and really different, and how firm each seat is among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ok_match.model import POINT, Listed, PairGain, Seat, Terms

from .crossing import renamed
from .evolving import Progress
from .factored import is_factored
from .kernels import descend
from .nearby import refine
from .plain_cost import cost
from .problem import Labels, compile_terms, state_of
from .search import Solution, solve

#: Groupings are really different if at least one person in so many sits elsewhere.
DIFFERENT = 4
#: Groupings are nearly as good if they lose at most so many thousandths of the best one's common ground.
NEAR = 50
#: How hard the search is pushed away from what it knows, in shares of what a pair of a group usually earns.
PUSHES = (0.3, 0.6, 1.2)


@dataclass(frozen=True, slots=True)
class Opinion:
    """Another grouping: labels matched to the best one's groups as well as can be, and its *should* cost."""

    labels: Labels
    should: int


def opinions(
    terms: Terms, solution: Solution, wanted: int, random: np.random.Generator, progress: Progress
) -> tuple[Opinion, ...]:
    """Find groupings nearly as good as a solution that differ from it, and from one another, in a quarter of the seats.

    First among those that the search met; then by searches that are pushed away from the groupings known.

    Parameters
    ----------
    progress : callable
        Called with the opinions found and those wanted.

    Returns
    -------
    tuple of Opinion
        At most ``wanted``, best first; fewer where no more were found.
    """
    known = [solution.labels]
    found: list[Opinion] = []
    allowed = allowance(terms, solution)

    def take(candidates: Iterator[Labels]) -> bool:
        """Keep what is near and different; say whether anything different was met that was not near."""
        far = False
        for labels in candidates:
            if len(found) == wanted:
                break
            same = _matched(terms, labels, solution)
            must, should = cost(terms, same.tolist(), solution.plan.groups)
            if must or any(_apart(terms, same, other, solution) * DIFFERENT < terms.people for other in known):
                continue
            if should - solution.should > allowed:
                far = True
                continue
            known.append(same)
            found.append(Opinion(same, should))
        return far

    take(one.labels for one in solution.pool)
    for push in PUSHES:
        far, before = False, -1
        while before < len(found) < wanted:
            before = len(found)
            progress(before, wanted)
            far = take(_pushed(terms, solution, known, push, random))
        if far or len(found) == wanted:
            # What is pushed away further is worse still.
            break
    progress(wanted, wanted)
    return tuple(sorted(found, key=lambda one: one.should))


def near_best(terms: Terms, solution: Solution, others: Sequence[Opinion]) -> tuple[Labels, ...]:
    """Give every grouping known that is nearly as good as the solution, itself first, groups matched to its own."""
    distinct = {solution.labels.tobytes(): solution.labels}
    for labels in (*(one.labels for one in solution.pool), *(one.labels for one in others)):
        same = _matched(terms, labels, solution)
        should = cost(terms, same.tolist(), solution.plan.groups)[1]
        if should - solution.should <= allowance(terms, solution):
            distinct.setdefault(same.tobytes(), same)
    return tuple(distinct.values())


def allowance(terms: Terms, solution: Solution) -> int:
    """Give by how many units a grouping may be worse and still be nearly as good: a share of its common ground."""
    earning = tuple(term for term in terms.terms if isinstance(term, PairGain) and term.per_person)
    placed = terms.people - solution.plan.waiting
    full = sum(term.per_person for term in earning) * POINT * placed
    lacking = cost(Terms(terms.people, earning), solution.labels.tolist(), solution.plan.groups)[1]
    return (full - lacking) * NEAR // 1000


def _matched(terms: Terms, labels: Labels, solution: Solution) -> Labels:
    """Give the groups the numbers of the solution's, unless a fixed seat gives the numbers a meaning."""
    if any(isinstance(term, Seat) for term in terms.terms):
        return labels
    return renamed(labels, solution.labels, solution.plan.groups)


def _apart(terms: Terms, labels: Labels, other: Labels, solution: Solution) -> int:
    """Count the people who sit elsewhere."""
    if not any(isinstance(term, Seat) for term in terms.terms):
        labels = renamed(labels, other, solution.plan.groups)
    return int((labels != other).sum())


def _pushed(
    terms: Terms, solution: Solution, known: Sequence[Labels], push: float, random: np.random.Generator
) -> Iterator[Labels]:
    """Search with a price on sitting together as in the groupings known; give what is found, polished and as it is."""
    together = np.concatenate([_mates(labels, solution.plan.groups) for labels in known])
    pairs, times = np.unique(together, axis=0, return_counts=True)
    price = -np.maximum(1, np.rint(push * _usual(terms, solution) / len(known))) * times
    away = PairGain(Listed(pairs, price.astype(np.int32)))
    other = solve(Terms(terms.people, (*terms.terms, away)), [solution.plan], random, lambda _done, _total: None)
    if other is None:
        return
    if is_factored(terms):
        yield refine(terms, solution.plan, other.labels, random, lambda _done, _total: None)
        yield other.labels
        return
    instance = compile_terms(terms, solution.plan)
    for labels in (one.labels for one in other.pool or ()):
        state = state_of(instance, labels)
        descend(instance, state)
        yield state.label.copy()
        yield labels


def _mates(labels: Labels, groups: int) -> NDArray[np.int64]:
    """List the pairs who share a group: shape (p, 2), the lower position first."""
    order = np.argsort(labels, kind="stable")
    ends = np.searchsorted(labels[order], np.arange(groups + 1))
    found = []
    for start, end in pairwise(ends.tolist()):
        first, second = np.triu_indices(end - start, 1)
        members = order[start:end]
        found.append(np.stack([members[first], members[second]], axis=1))
    return np.concatenate([np.zeros((0, 2), np.int64), *found])


def _usual(terms: Terms, solution: Solution) -> float:
    """Give what a pair that shares a group earns, on average and without its sign."""
    gains = [term for term in terms.terms if isinstance(term, PairGain)]
    total = pairs = 0
    for group in range(solution.plan.groups):
        members = np.flatnonzero(solution.labels == group).tolist()
        inside = np.zeros((len(members), len(members)), np.int64)
        for term in gains:
            inside += term.among(members)
        total += int(np.abs(inside).sum())
        pairs += len(members) * (len(members) - 1)
    return total / pairs if pairs else 0.0
