"""The textbook problem by itself: weights of pairs in, groups out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ok_match.model import PairGain, Terms

from .evolving import Progress, shuffled
from .kernels import RANGE, Instance
from .portfolio import portfolio
from .problem import Labels, compile_terms
from .sizes import balanced, uneven

#: Proposals for each person cubed, and for each person squared at most, where nothing is said.
PROPOSALS, MOST = 1_250, 100_000


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups, and what they are worth.

    Attributes
    ----------
    labels : ndarray of shape (n,), int64
        The group of each member, from 0.
    value : float
        The sum of the weights of all pairs within groups, of the weights as they were given.
    steps : int
        Proposals made in each run.
    trace : tuple of (int, float)
        Proposals made when the best grouping so far was met, and its value, in the best run.
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
    """Divide members into groups so that the weights of pairs within groups add up to as much as can be.

    This is the maximally diverse grouping problem (Gallego, Laguna, Marti, Duarte, J. Oper. Res. Soc. 64, 2013,
    724-734); with negated weights it is clustering with bounded sizes. The method is that of the search for
    cohorts: simulated annealing within a population, then mixtures of its members.

    Parameters
    ----------
    weights : array_like of shape (n, n)
        What each pair is worth; whole or real numbers, symmetric; the diagonal is not looked at. Real numbers are
        rounded for the search, so that what a member earns in a group takes 28 bits; the value is computed from the
        weights as given.
    sizes : int or sequence
        How many groups, as even as can be; or the size of each group; or the least and greatest size of each.
        Within bounds, the search starts from sizes as uneven as can be where no weight is negative, since the sum
        rewards large groups, else from even ones.
    seed : int, optional
        Where the random numbers start. The same weights, sizes, seed, steps and runs give the same groups.
    steps : int, optional
        Proposals in each run; 1 250 n³ by default, or 100 000 n² if that is less. A proposal takes
        about half a nanosecond on one core, more where n is small.
    runs : int, optional
        Searches from different random numbers, of which the best counts.
    workers : int, optional
        Threads among which the runs are shared; they do not change the result.
    progress : callable, optional
        Called with the anneals done and the anneals in all.

    Raises
    ------
    ValueError
        If the weights are no finite, symmetric, square matrix, or the sizes do not add up to n.

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
    labels = _in_order(met.best.labels)
    trace = tuple((at, gain / scale) for at, gain in met.trace)
    return Grouping(labels, value_of(given, labels), budget, trace)


def value_of(weights: NDArray[np.generic], labels: Labels) -> float:
    """Add up the weights of all pairs within groups, in double precision or whole numbers."""
    same = np.triu(labels[:, None] == labels[None, :], 1)
    return weights[same].sum().item()  # type: ignore[no-any-return]


def textbook(weights: NDArray[np.int32], bounds: Sequence[tuple[int, int]]) -> tuple[Instance, Labels]:
    """Make the arrays of a plain instance, and the sizes to start from, the last of them 0 for nobody waits."""
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
    """Read the sizes in any of their three forms."""
    if isinstance(sizes, int):
        if not 1 <= sizes <= people:
            raise ValueError(f"sizes: {people} members cannot form {sizes} groups")
        plan = balanced(people, sizes)
        return [(size, size) for size in plan.sizes(people)[:-1]]
    bounds = [(one, one) if isinstance(one, int) else (int(one[0]), int(one[1])) for one in sizes]
    if any(not 1 <= low <= high for low, high in bounds):
        raise ValueError("sizes: every group needs 1 member at least, and no less than it may have at most")
    if not sum(low for low, _ in bounds) <= people <= sum(high for _, high in bounds):
        raise ValueError(f"sizes: they do not add up to {people} members")
    return bounds


def _whole(weights: NDArray[np.generic], largest: int) -> tuple[NDArray[np.int32], float]:
    """Round weights to whole numbers, exactly where they have few enough decimals; and give the scale.

    What somebody earns in a group of the ``largest`` size is to fit in the tables of the search.
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


def _in_order(labels: Labels) -> Labels:
    """Rename the groups in the order of their first members."""
    met = {label: turn for turn, label in enumerate(dict.fromkeys(labels.tolist()))}
    return np.array([met[label] for label in labels.tolist()], np.int64)
