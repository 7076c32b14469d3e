"""The weights of pairs of people: a full matrix, or a compact form from which parts of it are computed.

Twenty thousand people make two hundred million pairs. Weights of few pairs are a list, weights by kinds of people a
small table, and weights of all pairs a product of rows. Only the matrix among a few people is ever allocated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From this many people up, no n × n matrix is allocated.
MANY = 2_000


def too_many(people: int) -> bool:
    """Whether an n × n matrix for this many people is too large to allocate."""
    return people >= MANY


@dataclass(frozen=True, slots=True)
class Factored:
    """A low-rank form: the weight of two people is the rounded dot product of their rows.

    Attributes
    ----------
    rows : ndarray of shape (n, d), float32
    exact : callable, optional
        From the positions of m people to their matrix of weights: shape (m, m), int32, symmetric, diagonal 0. With
        it, the rows are approximate: they guide the search in large problems, and every price uses ``exact``.
    """

    rows: NDArray[np.float32]
    exact: Callable[[Sequence[int]], NDArray[np.int32]] | None = None

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """The matrix of weights among m people: shape (m, m), diagonal 0."""
        if self.exact is not None:
            return self.exact(members).astype("int64")
        rows = self.rows[list(members)].astype("float64")
        return _without_diagonal((rows @ rows.T).round().astype("int64"))


@dataclass(frozen=True, slots=True)
class ByKind:
    """Weights that depend only on the kinds of the two people.

    Attributes
    ----------
    kind : ndarray of shape (n,), int32
        The kind of each person, from 0.
    table : ndarray of shape (kinds, kinds), int32
        The weight of each two kinds, symmetric.
    """

    kind: NDArray[np.int32]
    table: NDArray[np.int32]

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """The matrix of weights among m people: shape (m, m), diagonal 0."""
        kind = self.kind[list(members)]
        return _without_diagonal(self.table[kind[:, None], kind].astype("int64"))


@dataclass(frozen=True, slots=True)
class Listed:
    """Weights of a few pairs; all other pairs have weight 0.

    Attributes
    ----------
    pairs : ndarray of shape (p, 2), int64
        Each pair once, the lower position first, sorted.
    points : ndarray of shape (p,), int32
        The weight of each pair.
    """

    pairs: NDArray[np.int64]
    points: NDArray[np.int32]

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """The matrix of weights among m people: shape (m, m), diagonal 0."""
        import numpy as np

        index = {person: i for i, person in enumerate(members)}
        weights = np.zeros((len(index), len(index)), np.int64)
        people = np.array(list(index), np.int64)
        lower = self.pairs[:, 0]
        starts, ends = lower.searchsorted(people), lower.searchsorted(people, "right")
        for i, start, end in zip(range(len(index)), starts.tolist(), ends.tolist(), strict=True):
            for pair in range(start, end):
                j = index.get(int(self.pairs[pair, 1]))
                if j is not None:
                    weights[i, j] = weights[j, i] = self.points[pair]
        return weights


@dataclass(frozen=True, slots=True)
class KindPairs:
    """The pairs of people whose kinds exclude one another.

    Attributes
    ----------
    kind : ndarray of shape (n,), int32
        The kind of each person, from 0.
    excludes : ndarray of shape (kinds, kinds), bool
        Whether each two kinds exclude one another, symmetric.
    """

    kind: NDArray[np.int32]
    excludes: NDArray[np.bool_]

    def among(self, members: Sequence[int]) -> NDArray[np.bool_]:
        """Whether each two of m people exclude one another: shape (m, m), diagonal false."""
        kind = self.kind[list(members)]
        return _without_diagonal(self.excludes[kind[:, None], kind])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Each pair once, the lower position first, in ascending order."""
        for i, kind in enumerate(self.kind.tolist()):
            for j in self.excludes[kind][self.kind[i + 1 :]].nonzero()[0].tolist():
                yield i, i + 1 + j


Weights: TypeAlias = "NDArray[np.int32] | Factored | ByKind | Listed"


def among(weights: Weights, members: Sequence[int]) -> NDArray[np.int64]:
    """The matrix of weights among m people, from any form of the weights: shape (m, m), int64."""
    if isinstance(weights, Factored | ByKind | Listed):
        return weights.among(members)
    positions = list(members)
    return weights[positions][:, positions].astype("int64")


def written_down(weights: Weights, people: int) -> NDArray[np.int32]:
    """The full matrix of weights, from any form of them: shape (n, n), int32."""
    if isinstance(weights, Factored | ByKind | Listed):
        return weights.among(range(people)).astype("int32")
    return weights


def _without_diagonal(matrix: NDArray[Any]) -> NDArray[Any]:
    matrix.flat[:: len(matrix) + 1] = 0
    return matrix
