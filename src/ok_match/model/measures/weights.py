"""What pairs of people are worth, in the form that takes the least room: a matrix, or what a matrix is made from.

Twenty thousand people are two hundred million pairs. What few pairs are worth is listed, what depends on the kinds
of people is a small table, and what all pairs are worth is told by rows; only the weights among some people are ever
written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From this many people on, the weights of all pairs are not written down.
MANY = 2_000


def too_many(people: int) -> bool:
    """Say whether there are so many people that the weights of all pairs are not to be written down."""
    return people >= MANY


@dataclass(frozen=True, slots=True)
class Factored:
    """Two people's weight is the product of their rows, rounded; or a number that the product comes near to.

    Attributes
    ----------
    rows : ndarray of shape (n, d), float32
    exact : callable, optional
        Gives the weights among some people (their positions), of shape (m, m), int32, symmetric, diagonal 0. Then
        the rows are only what a search among many goes by, and every price is told by this.
    """

    rows: NDArray[np.float32]
    exact: Callable[[Sequence[int]], NDArray[np.int32]] | None = None

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """Give the weights among some people, of shape (m, m), diagonal 0."""
        if self.exact is not None:
            return self.exact(members).astype("int64")
        some = self.rows[list(members)].astype("float64")
        return _without_diagonal((some @ some.T).round().astype("int64"))


@dataclass(frozen=True, slots=True)
class ByKind:
    """Two people's weight stands in a table of what they are.

    ``kind``: ndarray of shape (n,), int32, from 0; ``table``: ndarray of shape (kinds, kinds), int32, symmetric.
    """

    kind: NDArray[np.int32]
    table: NDArray[np.int32]

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """Give the weights among some people, of shape (m, m), diagonal 0."""
        kind = self.kind[list(members)]
        return _without_diagonal(self.table[kind[:, None], kind].astype("int64"))


@dataclass(frozen=True, slots=True)
class Listed:
    """Some pairs have a weight; all others have none.

    ``pairs``: ndarray of shape (p, 2), int64, each pair once, the lower position first, in order; ``points``: ndarray
    of shape (p,), int32.
    """

    pairs: NDArray[np.int64]
    points: NDArray[np.int32]

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """Give the weights among some people, of shape (m, m), diagonal 0."""
        import numpy as np

        at = {i: turn for turn, i in enumerate(members)}
        weights = np.zeros((len(at), len(at)), np.int64)
        who = np.array(list(at), np.int64)
        first = self.pairs[:, 0]
        starts, ends = first.searchsorted(who), first.searchsorted(who, "right")
        for i, start, end in zip(range(len(at)), starts.tolist(), ends.tolist(), strict=True):
            for turn in range(start, end):
                j = at.get(int(self.pairs[turn, 1]))
                if j is not None:
                    weights[i, j] = weights[j, i] = self.points[turn]
        return weights


@dataclass(frozen=True, slots=True)
class KindPairs:
    """The pairs of people whose kinds exclude one another, told by a table of kinds.

    ``kind``: ndarray of shape (n,), int32, from 0; ``excludes``: ndarray of shape (kinds, kinds), bool, symmetric.
    """

    kind: NDArray[np.int32]
    excludes: NDArray[np.bool_]

    def among(self, members: Sequence[int]) -> NDArray[np.bool_]:
        """Say of each two of some people whether they exclude one another: shape (m, m), diagonal false."""
        kind = self.kind[list(members)]
        return _without_diagonal(self.excludes[kind[:, None], kind])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Give each pair once, the lower position first, in order."""
        for i, one in enumerate(self.kind.tolist()):
            for j in self.excludes[one][self.kind[i + 1 :]].nonzero()[0].tolist():
                yield i, i + 1 + j


Weights: TypeAlias = "NDArray[np.int32] | Factored | ByKind | Listed"


def among(weights: Weights, members: Sequence[int]) -> NDArray[np.int64]:
    """Give the weights among some people, of shape (m, m), whatever form they are kept in."""
    if isinstance(weights, Factored | ByKind | Listed):
        return weights.among(members)
    some = list(members)
    return weights[some][:, some].astype("int64")


def written_down(weights: Weights, people: int) -> NDArray[np.int32]:
    """Give the weights of all pairs, of shape (n, n), whatever form they are kept in."""
    if isinstance(weights, Factored | ByKind | Listed):
        return weights.among(range(people)).astype("int32")
    return weights


def _without_diagonal(matrix: NDArray[Any]) -> NDArray[Any]:
    matrix.flat[:: len(matrix) + 1] = 0
    return matrix
