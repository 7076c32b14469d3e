"""How much better than a solution any other could be: an upper bound on the gain of pairs.

The groups g of a solution make the matrix Z, the sum over g of c_g x_g x_g', where x_g marks the members and c_g is
what a pair is worth in a group of that size. Z has known eigenvalues (c_g times the size), a diagonal and row sums
that depend on the size of one's group alone, and no negative entry. Relaxed to what these imply, the greatest gain
is a semidefinite program with non-negativity (Donath, Hoffman, IBM J. Res. Dev. 17(5), 1973, 420-425; Karisch,
Rendl, 1998), solved roughly by the alternating direction method of multipliers (Wen, Goldfarb, Yin, Math. Program.
Comput. 2, 2010, 203-230). Any multipliers give a valid bound, so that stopping early is safe and the best of all
that were tried counts. Rules can only lower the true optimum.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from threadpoolctl import threadpool_limits

from ok_match.model import ByKind, Factored, Listed, PairGain, Terms, Weights, among, pair_share, too_many, written_down

from .exact import SMALL, least_cost
from .search import Solution

Floats = NDArray[np.float64]

#: Beyond this many people only the row bound is computed: an iteration costs an eigendecomposition.
LARGE = 600
#: Iterations at most, and after how many of them a bound is taken.
ITERATIONS, EVERY = 150, 10
#: So many people are looked at at once where not all pairs are written down.
BLOCK = 512


@dataclass(frozen=True, slots=True)
class Certificate:
    """What pairs earn in a solution, and what they could earn at most in groups of the same sizes.

    Attributes
    ----------
    gain, most : int
        In units of 1/POINT affinity point. No grouping with these sizes, whatever its rules, has pairs that earn
        more than ``most``.
    proven : bool
        No other solution of the same plan costs less: found by looking at them all.
    """

    gain: int
    most: int
    proven: bool

    @property
    def gap(self) -> float | None:
        """By what share of the gain another grouping could be better at most; ``None`` where nothing is earned."""
        return max(self.most - self.gain, 0) / self.gain if self.gain > 0 else None


def certify(terms: Terms, solution: Solution) -> Certificate | None:
    """Bound what any other solution with the same group sizes could earn from pairs.

    Small problems are solved exactly. The bound looks at pair gains alone: all else only costs. ``None`` where what
    pairs are worth is worked out only for those who are asked about, of too many people to ask about all.
    """
    plan, labels = solution.plan, solution.labels
    gains = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    many = too_many(terms.people)
    if many and any(isinstance(one, Factored) and one.exact is not None for one in gains):
        return None
    sizes = np.bincount(labels, minlength=plan.groups + 1)[: plan.groups].tolist()
    gain = 0
    for group, size in enumerate(sizes):
        members = np.flatnonzero(labels == group).tolist()
        gain += pair_share(size) * sum(int(among(one, members).sum()) // 2 for one in gains)
    if many:
        free = range(max(plan.low, 2), plan.high + 1) if plan.high - plan.low > 1 else sorted(set(sizes))
        most = int(np.floor(row_bound(_blocks(gains, terms.people), [(size, pair_share(size)) for size in free])))
        return Certificate(gain, most, False)
    weights = np.zeros((terms.people, terms.people), np.int64)
    for one in gains:
        weights += written_down(one, terms.people)
    if terms.people <= SMALL and least_cost(terms, plan) == (solution.must, solution.should):
        alone = all(isinstance(term, PairGain) for term in terms.terms)
        most = gain if alone else _most(weights, plan.low, plan.high, sizes)
        return Certificate(gain, max(most, gain), True)
    return Certificate(gain, _most(weights, plan.low, plan.high, sizes), False)


def _blocks(gains: Sequence[Weights], people: int) -> Iterator[Floats]:
    """Give the weights of some people with everybody, block by block, none of them too low by rounding."""
    for first in range(0, people, BLOCK):
        some = np.arange(first, min(first + BLOCK, people))
        block = np.zeros((some.size, people))
        for one in gains:
            match one:
                case Factored():
                    rows = one.rows.astype(np.float64)
                    # The weight is this product rounded: half a point more at most.
                    block += rows[some] @ rows.T + 0.5 + 1e-6
                case ByKind():
                    block += one.table[one.kind[some][:, None], one.kind]
                case Listed():
                    both = np.concatenate([one.pairs, one.pairs[:, ::-1]])
                    here = (both[:, 0] >= first) & (both[:, 0] <= some[-1])
                    block[both[here, 0] - first, both[here, 1]] += np.concatenate([one.points, one.points])[here]
                case _:
                    block += one[some]
        yield block


def _most(weights: NDArray[np.int64], low: int, high: int, sizes: Sequence[int]) -> int:
    """Bound the gain in units over all groupings of a plan."""
    real = weights.astype(np.float64)
    if high - low > 1:
        # Sizes are free, so that each person may sit in the group that suits best.
        return int(np.floor(row_bound(real, [(size, pair_share(size)) for size in range(max(low, 2), high + 1)])))
    return int(np.floor(pair_bound(real, sizes, [pair_share(size) for size in sizes])))


def row_bound(weights: Floats | Iterable[Floats], shares: Sequence[tuple[int, float]]) -> float:
    """Bound the gain by what each person would earn among those with whom they earn most.

    Parameters
    ----------
    weights : ndarray of shape (n, n), or iterable of ndarray of shape (rows, n)
        The weights of everybody with everybody, at once or some rows at a time, in order.
    shares : sequence of (int, float)
        The sizes that a group may have, and what a pair is worth in it.
    """
    total, seen = 0.0, 0
    most = max(size for size, _ in shares) - 1
    for some in [weights] if isinstance(weights, np.ndarray) else weights:
        block = some.copy()
        own = np.arange(len(block))
        block[own, seen + own] = -np.inf
        seen += len(block)
        if most < block.shape[1]:
            block = -np.partition(-block, most, axis=1)[:, :most]
        best = -np.sort(-block, axis=1)
        sums = np.cumsum(np.where(np.isfinite(best), best, 0.0), axis=1)
        earned = [share * (sums[:, size - 2] if size > 1 else np.zeros(len(sums))) / 2 for size, share in shares]
        total += float(np.maximum(np.max(earned, axis=0), 0.0).sum())
    return total + 1e-12 * seen * abs(total)


def pair_bound(weights: Floats, sizes: Sequence[int], shares: Sequence[float], iterations: int = ITERATIONS) -> float:
    """Bound the sum over groups of ``shares[g]`` times the weights of pairs in the group.

    Parameters
    ----------
    weights : ndarray of shape (n, n), float64
        Symmetric; the diagonal is not looked at.
    sizes : sequence of int
        How many members the groups have; who is left over is in none.
    shares : sequence of float
        What a pair is worth in each group, more than 0 where the group has more than one member.

    Returns
    -------
    float
        Never less than what the best grouping earns: rounding is allowed for.
    """
    n, k = len(weights), len(sizes)
    least = row_bound(weights, sorted(set(zip(sizes, shares, strict=True))))
    if not LARGE >= n > k or k < 2 or not np.any(weights):
        return least
    # Matrices this small are slower on many threads than on one, by far where others want the cores too.
    with threadpool_limits(1, "blas"):
        return min(least, _relaxed_bound(weights, sizes, shares, iterations))


def _relaxed_bound(weights: Floats, sizes: Sequence[int], shares: Sequence[float], iterations: int) -> float:
    """Bound the gain by the semidefinite relaxation."""
    n, k, least = len(weights), len(sizes), np.inf
    matrix = weights - np.diag(np.diag(weights))
    scale = float(np.abs(matrix).max())
    matrix /= scale
    relaxed = _Relaxation(matrix, sizes, shares)
    rho = 2.0 * float(matrix[~np.eye(n, dtype=bool)].std()) or 1.0
    size = n / k
    other = np.full((n, n), 1.0) * (size / n)
    np.fill_diagonal(other, 1.0)
    multiplier = np.zeros((n, n))
    for turn in range(1, iterations + 1):
        first = _projected(other - multiplier + matrix / (2 * rho), size, k)
        other = np.maximum(first + multiplier, 0.0)
        np.fill_diagonal(other, 1.0)
        multiplier += first - other
        if turn % EVERY == 0 or turn == iterations:
            least = min(least, scale * relaxed.bound(multiplier, rho))
    return least


def _projected(matrix: Floats, size: float, groups: int) -> Floats:
    """Project on the matrices with row sums ``size`` and, beside them, eigenvalues that groups of that size have."""
    n = len(matrix)
    means = matrix.mean(axis=1)
    centred = matrix - means[:, None] - means[None, :] + means.mean()
    values, vectors = np.linalg.eigh(centred)
    wanted = size * (groups - 1)
    below, above = values.min() - size, values.max()
    for _ in range(60):  # bisection for the shift at which the values, cut to 0 and size, add up
        middle = (below + above) / 2
        if np.clip(values - middle, 0, size).sum() > wanted:
            below = middle
        else:
            above = middle
    cut = np.clip(values - above, 0, size)
    used = cut > 0
    projected: Floats = (vectors[:, used] * cut[used]) @ vectors[:, used].T + size / n
    return projected


class _Relaxation:
    """Turns multipliers into bounds."""

    def __init__(self, matrix: Floats, sizes: Sequence[int], shares: Sequence[float]) -> None:
        self.matrix = matrix
        groups = [(share * size, share, size) for size, share in zip(sizes, shares, strict=True)]
        self.values = np.sort([value for value, _, _ in groups])[::-1]
        # What each seat has on the diagonal of Z, and as its row sum; who has none has 0.
        seats = [(value, share) for value, share, size in groups for _ in range(size)]
        seats += [(0.0, 0.0)] * (len(matrix) - len(seats))
        self.rows, self.diagonal = np.array(seats).T

    def bound(self, multiplier: Floats, rho: float) -> float:
        """Give the bound that belongs to multipliers, valid whatever they are."""
        n, k = len(self.matrix), len(self.values)
        extra = np.maximum(-2 * rho * multiplier, 0.0)
        extra = (extra + extra.T) / 2
        np.fill_diagonal(extra, 0.0)
        on_diagonal = 2 * rho * np.diag(multiplier)
        tilted = self.matrix + extra - np.diag(on_diagonal)
        # Multipliers v of the row sums that make the vector of ones an eigenvector, with the eigenvalue that suits.
        means = tilted.mean(axis=1)
        lean = means - means.mean() / 2
        flat = tilted - lean[:, None] - lean[None, :]
        top = np.linalg.eigvalsh(flat)[::-1][:k]
        best = np.inf
        for wanted in (top[0], top[k // 2], top[k - 1]):
            row = lean - wanted / (2 * n)
            final = tilted - row[:, None] - row[None, :]
            values = np.linalg.eigvalsh(final)[::-1][:k]
            seats = 2 * np.outer(row, self.rows) + np.outer(on_diagonal, self.diagonal)
            people, places = linear_sum_assignment(-seats)
            total = float(self.values @ values) + float(seats[people, places].sum())
            # An eigenvalue is right to a small multiple of the norm; the sums, of what they add up.
            margin = 8 * n * np.finfo(np.float64).eps
            error = float(np.linalg.norm(final)) * float(self.values.sum()) + float(np.abs(seats[people, places]).sum())
            best = min(best, (total + margin * error) / 2)
        return best
