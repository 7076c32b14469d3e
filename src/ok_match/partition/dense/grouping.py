"""The textbook problem: weights of pairs in, groups out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ok_match.model import PairGain, Terms

from ..kernels import RANGE, Instance
from ..labels import in_order
from ..protocol import Labels, Progress
from ..sizes import balanced, uneven
from .compiling import compile_terms
from .portfolio import portfolio
from .settling import shuffled

#: Default proposal budget: PROPOSALS × n³, at most MOST × n².
PROPOSALS, MOST = 1_250, 100_000


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups and their value.

    Attributes
    ----------
    labels : ndarray of shape (n,), int64
        The group of each member, from 0.
    value : float
        The sum of the given weights over all pairs within groups.
    steps : int
        Proposals in each run.
    trace : tuple of (int, float)
        For each improvement in the best run, the proposals made so far and the value reached.
    """

    labels: Labels
    value: float
    steps: int
    trace: tuple[tuple[int, float], ...]


def group(
    weights: ArrayLike,
    sizes: int | Sequence[int] | Sequence[tuple[int, int]],
    *,
    seed: int = 0,
    steps: int | None = None,
    runs: int = 1,
    workers: int = 1,
    progress: Progress = lambda _done, _total: None,
) -> Grouping:
    """Groups of members such that the weights of pairs within groups add up to as much as possible.

    This is the maximally diverse grouping problem (Gallego, Laguna, Marti, Duarte, J. Oper. Res. Soc. 64, 2013,
    724-734); with negated weights it is clustering with bounded sizes. The method is that of the search for
    cohorts: simulated annealing of a population, then of mixtures of its members.

    Parameters
    ----------
    weights : array_like of shape (n, n)
        The weight of each pair; whole or real numbers, symmetric; the diagonal is ignored. Real numbers are rounded
        for the search, so that what a member earns in a group fits in 28 bits; the value is computed from the weights
        as given.
    sizes : int or sequence
        The number of groups, whose sizes then differ by one at most; or the size of each group; or the least and the
        greatest size of each. Within bounds, the search starts from the most uneven sizes where no weight is negative,
        because the sum rewards large groups, and from even ones otherwise.
    seed : int, optional
        The seed of the random numbers. The same weights, sizes, seed, steps and runs give the same groups.
    steps : int, optional
        Proposals in each run; 1 250 n³ by default, at most 100 000 n². A proposal takes about half a nanosecond on
        one core, and longer where n is small.
    runs : int, optional
        Independent searches, of which the best counts.
    workers : int, optional
        Threads among which the runs are shared; they do not change the result.
    progress : callable, optional
        Called with the anneals done and the anneals in all.

    Returns
    -------
    Grouping
        The best groups found, numbered in the order of their first members.

    Raises
    ------
    ValueError
        If the weights are not a finite, symmetric, square matrix, or the sizes do not add up to n.

    Examples
    --------
    >>> from ok_match.partition import group
    >>> group([[0, 3, 1, 1], [3, 0, 1, 1], [1, 1, 0, 5], [1, 1, 5, 0]], 2).labels.tolist()
    [0, 0, 1, 1]
    """
    given = np.asarray(weights)
    if given.ndim != 2 or given.shape[0] != given.shape[1] or not np.isfinite(given).all() or (given != given.T).any():
        raise ValueError("weights: not a finite, symmetric, square matrix")
    bounds = _bounds(sizes, len(given))
    random = np.random.default_rng(seed)
    budget = min(PROPOSALS * len(given), MOST) * len(given) ** 2 if steps is None else steps
    whole, scale = _whole(given, max(high for _, high in bounds))
    instance, start = textbook(whole, bounds)
    first = shuffled(start, random)
    met = portfolio(instance, start, first, budget, random, progress, runs=runs, workers=workers)
    labels = in_order(met.best.labels, len(bounds))
    trace = tuple((at, gain / scale) for at, gain in met.trace)
    return Grouping(labels, value_of(given, labels), budget, trace)


def value_of(weights: NDArray[np.generic], labels: Labels) -> float:
    """The sum of the weights of all pairs within groups, in double precision or whole numbers."""
    same = np.triu(labels[:, None] == labels[None, :], 1)
    return weights[same].sum().item()  # type: ignore[no-any-return]


def textbook(weights: NDArray[np.int32], bounds: Sequence[tuple[int, int]]) -> tuple[Instance, Labels]:
    """The arrays of a plain instance, and the sizes to start from; the last is 0, since nobody waits."""
    n, k = len(weights), len(bounds)
    low, high = [low for low, _ in bounds], [high for _, high in bounds]
    sizes = list((uneven(bounds, n) if weights.min(initial=0) >= 0 else None) or low)
    while sum(sizes) < n:
        smallest = min((size, g) for g, size in enumerate(sizes) if size < high[g])[1]
        sizes[smallest] += 1
    instance = compile_terms(Terms(n, (PairGain(weights),)), balanced(n, k))
    instance = instance._replace(
        factor=np.ones_like(instance.factor),
        low=np.array([*low, 0], np.int64),
        high=np.array([*high, 0], np.int64),
    )
    return instance, np.array([*sizes, 0], np.int64)


def _bounds(sizes: int | Sequence[int] | Sequence[tuple[int, int]], people: int) -> list[tuple[int, int]]:
    """The least and greatest size of each group, from any of the three forms.

    Raises
    ------
    ValueError
        If no sizes within them add up.
    """
    if isinstance(sizes, int):
        if not 1 <= sizes <= people:
            raise ValueError(f"sizes: {people} members cannot form {sizes} groups")
        plan = balanced(people, sizes)
        return [(size, size) for size in plan.sizes(people)[:-1]]
    bounds = [(size, size) if isinstance(size, int) else (int(size[0]), int(size[1])) for size in sizes]
    if any(not 1 <= low <= high for low, high in bounds):
        raise ValueError("sizes: every group needs at least 1 member, and a greatest size no smaller than its least")
    if not sum(low for low, _ in bounds) <= people <= sum(high for _, high in bounds):
        raise ValueError(f"sizes: they do not add up to {people} members")
    return bounds


def _whole(weights: NDArray[np.generic], largest: int) -> tuple[NDArray[np.int32], float]:
    """Weights as whole numbers, exact where they have few decimals, and the scale.

    What a member earns in a group of the ``largest`` size fits in the tables of the search.
    """
    real = weights.astype(np.float64)
    np.fill_diagonal(real, 0)
    most = float(np.abs(real).max(initial=0)) or 1.0
    scale = RANGE / (largest * most)
    for decimals in range(7):
        scaled = real * 10**decimals
        if 10**decimals <= scale and np.allclose(scaled, np.rint(scaled), rtol=1e-9, atol=0):
            scale = 10**decimals
            break
    whole = np.rint(real * scale) if isinstance(scale, int) else np.trunc(real * scale)
    return whole.astype(np.int32), float(scale)
