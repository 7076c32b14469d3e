"""Upper bounds on the gain of pairs in groups of given sizes.

The groups g of a solution make the matrix Z, the sum over g of c_g x_g x_g', where x_g marks the members and c_g is
what a pair is worth in a group of that size. Z has known eigenvalues (c_g times the size), a diagonal and row sums
that depend only on the size of one's group, and no negative entry. Relaxed to these properties, the greatest gain
is a semidefinite program with non-negativity (Donath, Hoffman, IBM J. Res. Dev. 17(5), 1973, 420-425; Karisch,
Rendl, 1998), solved roughly by the alternating direction method of multipliers (Wen, Goldfarb, Yin, Math. Program.
Comput. 2, 2010, 203-230). Any multipliers give a valid bound, so stopping early is safe and the best bound counts.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from threadpoolctl import threadpool_limits

Floats = NDArray[np.float64]

#: The most people for whom the relaxation is solved: an iteration costs an eigendecomposition.
LARGE = 600
#: The number of iterations, and the number between two bounds.
ITERATIONS, EVERY = 150, 10


def row_bound(weights: Floats | Iterable[Floats], shares: Sequence[tuple[int, float]]) -> float:
    """An upper bound: what everybody would earn among the people with whom they earn most.

    Parameters
    ----------
    weights : ndarray of shape (n, n), or iterable of ndarray of shape (rows, n)
        The weights of everybody with everybody, at once or in blocks of rows, in order.
    shares : sequence of (int, float)
        The sizes that a group may have, and what a pair is worth in it.

    Returns
    -------
    float
        Never less than what the best grouping earns: rounding is allowed for.
    """
    total, seen = 0.0, 0
    most = max(size for size, _ in shares) - 1
    for given in [weights] if isinstance(weights, np.ndarray) else weights:
        block = given.copy()
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
    """An upper bound on the sum over groups of ``shares[g]`` times the weights of pairs in the group.

    Parameters
    ----------
    weights : ndarray of shape (n, n), float64
        Symmetric; the diagonal is ignored.
    sizes : sequence of int
        The sizes of the groups; everybody left over is in none.
    shares : sequence of float
        What a pair is worth in each group, positive where the group has more than one member.
    iterations : int
        Iterations of the relaxation; fewer give a looser bound.

    Returns
    -------
    float
        Never less than what the best grouping earns: rounding is allowed for.
    """
    n, k = len(weights), len(sizes)
    least = row_bound(weights, sorted(set(zip(sizes, shares, strict=True))))
    if not LARGE >= n > k or k < 2 or not np.any(weights):
        return least
    # Matrices this small are slower on many threads than on one, much slower where the cores are busy.
    with threadpool_limits(1, "blas"):
        return min(least, _relaxed_bound(weights, sizes, shares, iterations))


def _relaxed_bound(weights: Floats, sizes: Sequence[int], shares: Sequence[float], iterations: int) -> float:
    """The bound from the semidefinite relaxation."""
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
    for iteration in range(1, iterations + 1):
        first = _projected(other - multiplier + matrix / (2 * rho), size, k)
        other = np.maximum(first + multiplier, 0.0)
        np.fill_diagonal(other, 1.0)
        multiplier += first - other
        if iteration % EVERY == 0 or iteration == iterations:
            least = min(least, scale * relaxed.bound(multiplier, rho))
    return least


def _projected(matrix: Floats, size: float, groups: int) -> Floats:
    """The nearest matrix with row sums ``size`` and otherwise eigenvalues that groups of that size could have."""
    n = len(matrix)
    means = matrix.mean(axis=1)
    centred = matrix - means[:, None] - means[None, :] + means.mean()
    values, vectors = np.linalg.eigh(centred)
    wanted = size * (groups - 1)
    below, above = values.min() - size, values.max()
    for _ in range(60):  # bisection for the shift at which the clipped values add up
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
    """The relaxation of one problem, which turns multipliers into bounds."""

    def __init__(self, matrix: Floats, sizes: Sequence[int], shares: Sequence[float]) -> None:
        self.matrix = matrix
        groups = [(share * size, share, size) for size, share in zip(sizes, shares, strict=True)]
        self.values = np.sort([value for value, _, _ in groups])[::-1]
        # The diagonal of Z and its row sum for each seat; both are 0 for people without one.
        seats = [(value, share) for value, share, size in groups for _ in range(size)]
        seats += [(0.0, 0.0)] * (len(matrix) - len(seats))
        self.rows, self.diagonal = np.array(seats).T

    def bound(self, multiplier: Floats, rho: float) -> float:
        """The bound that belongs to multipliers; it is valid for any multipliers."""
        n, k = len(self.matrix), len(self.values)
        extra = np.maximum(-2 * rho * multiplier, 0.0)
        extra = (extra + extra.T) / 2
        np.fill_diagonal(extra, 0.0)
        on_diagonal = 2 * rho * np.diag(multiplier)
        tilted = self.matrix + extra - np.diag(on_diagonal)
        # Multipliers of the row sums make the vector of ones an eigenvector, with an eigenvalue of our choice.
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
            # Eigenvalues are accurate to a small multiple of the norm, sums to one of their terms' sizes.
            margin = 8 * n * np.finfo(np.float64).eps
            error = float(np.linalg.norm(final)) * float(self.values.sum()) + float(np.abs(seats[people, places]).sum())
            best = min(best, (total + margin * error) / 2)
        return best
