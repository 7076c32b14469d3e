"""The choice of an engine, and the questions that callers ask of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from ok_match.model import PairGain, Terms, too_many

from .dense import DenseEngine
from .near_optima import Opinion, differing
from .plain_cost import cost
from .proofs import least_cost
from .protocol import Alternative, Certificate, Engine, Labels, LocalOptimum, Progress, SizePlan, Solution
from .sparse import SparseEngine

#: How often a search among a few people is made again at most.
AGAIN = 8
#: The most groupings to look at in order to improve a solution.
POLISHED = 64


def _silent(_done: int, _total: int) -> None:
    pass


def engine_for(terms: Terms) -> Engine:
    """The engine that suits a problem. Nothing else in the partition asks how large a problem is."""
    return SparseEngine() if is_factored(terms) else DenseEngine()


def is_factored(terms: Terms) -> bool:
    """Whether a problem is searched without an n × n matrix: it is large, and no weights come as a matrix."""
    dense = any(isinstance(term, PairGain) and isinstance(term.weights, np.ndarray) for term in terms.terms)
    return too_many(terms.people) and not dense


def solve(
    terms: Terms,
    plans: Iterable[SizePlan],
    random: np.random.Generator,
    progress: Progress,
    *,
    runs: int = 1,
    workers: int = 1,
) -> Solution | None:
    """Groups that keep every must, with as few waiting as possible and the lowest *should* cost found.

    Parameters
    ----------
    terms : Terms
        The rules to keep and to weigh.
    plans : iterable of SizePlan
        The allowed numbers and sizes of groups, best first; the first plan that keeps every must is taken.
    random : numpy.random.Generator
        The only source of chance: the same terms, plans and generator state give the same labels.
    progress : callable
        Called with the anneals done and the anneals in all.
    runs : int, optional
        Independent searches, of which the best counts. Large problems are searched once.
    workers : int, optional
        Threads among which the runs are shared; they do not change the result.

    Returns
    -------
    Solution or None
        ``None`` where no plan was found to keep every must.
    """
    engine = engine_for(terms)
    found = engine.solve(terms, plans, random, progress, runs=runs, workers=workers)
    # Of a few people the least cost is known, and a search that ended above it is made again.
    least = least_cost(terms, found.plan) if found is not None else None
    for _ in range(AGAIN):
        if found is None or least is None or (found.must, found.should) == least:
            break
        other = engine.solve(terms, [found.plan], random, _silent, runs=1, workers=workers)
        if other is not None and (other.must, other.should) < (found.must, found.should):
            found = other
    return found


def quick_plan(terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
    """A plan with few waiting under which every must can be kept, found without optimising anything.

    Parameters
    ----------
    terms : Terms
        The rules; soft ones are ignored.
    plans : iterable of SizePlan
        The allowed numbers and sizes of groups, best first.
    random : numpy.random.Generator
        The only source of chance.

    Returns
    -------
    SizePlan or None
        ``None`` where none was found quickly, which proves nothing.
    """
    return engine_for(terms).quick_plan(terms, plans, random)


def other_seats(terms: Terms, solution: Solution, progress: Progress = _silent) -> tuple[Alternative | None, ...]:
    """The cheapest seat of each person in another group that keeps every must.

    Parameters
    ----------
    terms : Terms
        The terms that the solution was found under.
    solution : Solution
        Where everybody sits.
    progress : callable, optional
        Called with the groups done and the groups in all, in large problems only.

    Returns
    -------
    tuple of Alternative or None
        One for each person; ``None`` for a person who waits or has no other seat. In large problems, only the groups
        nearest to a person's own are compared.
    """
    return engine_for(terms).other_seats(terms, solution, progress)


def groups_to_ask(terms: Terms, solution: Solution, people: Sequence[int]) -> list[list[int]]:
    """The groups worth pricing for each of some people, by position: all, or in large problems the most promising."""
    return engine_for(terms).groups_to_ask(terms, solution, people)


def certify(terms: Terms, solution: Solution) -> Certificate | None:
    """An upper bound on what pairs could earn in groups of the same sizes.

    Small problems are solved exactly. The bound is about pair gains alone, since all other terms only cost.

    Parameters
    ----------
    terms : Terms
        The terms that the solution was found under, or their pair gains alone.
    solution : Solution
        The grouping to bound.

    Returns
    -------
    Certificate or None
        ``None`` in large problems whose exact weights are computed on demand.
    """
    return engine_for(terms).certify(terms, solution)


def improved(
    terms: Terms, solution: Solution, random: np.random.Generator, accepts: Callable[[Labels], bool]
) -> Solution:
    """The best grouping near those that a search under stricter terms met, the solution itself included.

    Parameters
    ----------
    terms : Terms
        The terms to improve it under, which ask less than those that it was found under.
    solution : Solution
        What the search found.
    random : numpy.random.Generator
        The only source of chance.
    accepts : callable
        Whether a grouping will do.
    """
    best = solution
    for labels in islice(engine_for(terms).polished(terms, solution, random), POLISHED):
        must, should = cost(terms, labels.tolist(), solution.plan.groups)
        if must == 0 and should < best.should and accepts(labels):
            best = replace(solution, labels=labels, should=should)
    if best is solution or not solution.pool:
        return best
    first = LocalOptimum(solution.pool[0].gain + solution.should - best.should, best.labels)
    return replace(best, pool=(first, *solution.pool))


def opinions(
    terms: Terms, solution: Solution, wanted: int, random: np.random.Generator, progress: Progress
) -> tuple[Opinion, ...]:
    """Groupings nearly as good as a solution that differ from it, and from one another, in a quarter of the seats.

    Groupings that the search met come first, then those of searches pushed away from the groupings known.

    Parameters
    ----------
    terms : Terms
        The terms that the solution was found under.
    solution : Solution
        The grouping to differ from.
    wanted : int
        The number of opinions to look for.
    random : numpy.random.Generator
        The only source of chance.
    progress : callable
        Called with the opinions found and those wanted.

    Returns
    -------
    tuple of Opinion
        At most ``wanted``, best first; fewer where no more were found.
    """
    return differing(engine_for(terms), terms, solution, wanted, random, progress)
