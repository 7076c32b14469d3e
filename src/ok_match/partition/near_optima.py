"""Second opinions: groupings that are nearly as good and really different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ok_match.model import POINT, Listed, PairGain, Terms

from .labels import distance, is_numbered, renamed
from .plain_cost import cost
from .protocol import Engine, Labels, Progress, Solution

#: Groupings are really different if at least one person in DIFFERENT sits elsewhere.
DIFFERENT = 4
#: Groupings are nearly as good if they lose at most NEAR thousandths of the best one's common ground.
NEAR = 50
#: How hard the search is pushed away from known groupings, as shares of what a pair in a group usually earns.
PUSHES = (0.3, 0.6, 1.2)


@dataclass(frozen=True, slots=True)
class Opinion:
    """Another grouping.

    Attributes
    ----------
    labels : ndarray of shape (n,), int64
        Numbered so that the groups correspond to the solution's as well as possible.
    should : int
        Its *should* cost, in units of 1/POINT affinity point.
    """

    labels: Labels
    should: int


def differing(
    engine: Engine, terms: Terms, solution: Solution, wanted: int, random: np.random.Generator, progress: Progress
) -> tuple[Opinion, ...]:
    """At most ``wanted`` opinions, best first; see ``engines.opinions``."""
    known = [solution.labels]
    chosen: list[Opinion] = []
    allowed = allowance(terms, solution)

    def take(candidates: Iterator[Labels]) -> bool:
        """Choose the candidates that are near and different; return whether a different one was not near."""
        far = False
        for candidate in candidates:
            if len(chosen) == wanted:
                break
            labels = _renumbered(terms, candidate, solution)
            must, should = cost(terms, labels.tolist(), solution.plan.groups)
            if must or any(_moved(terms, labels, other, solution) * DIFFERENT < terms.people for other in known):
                continue
            if should - solution.should > allowed:
                far = True
                continue
            known.append(labels)
            chosen.append(Opinion(labels, should))
        return far

    take(optimum.labels for optimum in solution.pool)
    for push in PUSHES:
        far, before = False, -1
        while before < len(chosen) < wanted:
            before = len(chosen)
            progress(before, wanted)
            far = take(_pushed(engine, terms, solution, known, push, random))
        if far or len(chosen) == wanted:
            # A harder push only gives worse groupings.
            break
    progress(wanted, wanted)
    return tuple(sorted(chosen, key=lambda opinion: opinion.should))


def near_best(terms: Terms, solution: Solution, others: Sequence[Opinion]) -> tuple[Labels, ...]:
    """Every known grouping that is nearly as good as a solution, without repeats.

    Parameters
    ----------
    terms : Terms
        The terms that the solution was found under.
    solution : Solution
        The best grouping, with the pool that its search met.
    others : sequence of Opinion
        Groupings known beside the pool.

    Returns
    -------
    tuple of ndarray of shape (n,), int64
        The solution first; the groups of the others are numbered to correspond to its own.
    """
    distinct = {solution.labels.tobytes(): solution.labels}
    known = [*(optimum.labels for optimum in solution.pool), *(opinion.labels for opinion in others)]
    for candidate in known:
        labels = _renumbered(terms, candidate, solution)
        should = cost(terms, labels.tolist(), solution.plan.groups)[1]
        if should - solution.should <= allowance(terms, solution):
            distinct.setdefault(labels.tobytes(), labels)
    return tuple(distinct.values())


def allowance(terms: Terms, solution: Solution) -> int:
    """The units that a grouping may lose and still be nearly as good: a share of the solution's common ground."""
    earning = tuple(term for term in terms.terms if isinstance(term, PairGain) and term.per_person)
    placed = terms.people - solution.plan.waiting
    full = sum(term.per_person for term in earning) * POINT * placed
    lacking = cost(Terms(terms.people, earning), solution.labels.tolist(), solution.plan.groups)[1]
    return (full - lacking) * NEAR // 1000


def _renumbered(terms: Terms, labels: Labels, solution: Solution) -> Labels:
    """Labels with the numbers of the solution's groups, unless fixed seats give the numbers a meaning."""
    return labels if is_numbered(terms) else renamed(labels, solution.labels, solution.plan.groups)


def _moved(terms: Terms, labels: Labels, other: Labels, solution: Solution) -> int:
    """The number of people who sit elsewhere."""
    if is_numbered(terms):
        return int((labels != other).sum())
    return distance(labels, other, solution.plan.groups)


def _pushed(
    engine: Engine,
    terms: Terms,
    solution: Solution,
    known: Sequence[Labels],
    push: float,
    random: np.random.Generator,
) -> Iterator[Labels]:
    """Groupings from a search that pays a price for pairs who sit together in known groupings."""
    together = np.concatenate([_mates(labels, solution.plan.groups) for labels in known])
    pairs, times = np.unique(together, axis=0, return_counts=True)
    price = -np.maximum(1, np.rint(push * _usual(terms, solution) / len(known))) * times
    away = Terms(terms.people, (*terms.terms, PairGain(Listed(pairs, price.astype(np.int32)))))
    other = engine.solve(away, [solution.plan], random, lambda _done, _total: None, runs=1, workers=1)
    if other is not None:
        yield from engine.polished(terms, other, random)


def _mates(labels: Labels, groups: int) -> NDArray[np.int64]:
    """The pairs who share a group: shape (p, 2), the lower position first."""
    order = np.argsort(labels, kind="stable")
    ends = np.searchsorted(labels[order], np.arange(groups + 1))
    pairs = []
    for start, end in pairwise(ends.tolist()):
        first, second = np.triu_indices(end - start, 1)
        members = order[start:end]
        pairs.append(np.stack([members[first], members[second]], axis=1))
    return np.concatenate([np.zeros((0, 2), np.int64), *pairs])


def _usual(terms: Terms, solution: Solution) -> float:
    """The mean absolute gain of a pair that shares a group."""
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
