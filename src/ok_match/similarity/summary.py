"""A low-rank summary of affinities: one row per person; the dot product of two rows approximates their affinity."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: The most columns of a summary, and the least eigenvalue that earns one, as a share of the greatest.
COLUMNS, LEAST = 256, 1e-3


def summarised(sample: NDArray[np.int32], chosen: NDArray[np.int64]) -> NDArray[np.float32]:
    """A summary of all n people, from the affinities of m sampled people to everybody.

    The Nyström method (Williams and Seeger, Advances in Neural Information Processing Systems 13, 2001, 682-688): the
    sampled rows of the affinity matrix determine a low-rank approximation of all of it.

    Parameters
    ----------
    sample : ndarray of shape (m, n), int32
        The affinities of the sampled people to everybody, 0-1000.
    chosen : ndarray of shape (m,), int64
        The positions of the sampled people.

    Returns
    -------
    ndarray of shape (n, d), float32
        The product of this matrix and its transpose approximates the affinities of all pairs.
    """
    known = sample.astype(np.float64)
    own = np.arange(chosen.size)
    # The diagonal is unknown. The affinity with one's nearest neighbour leaves the least for the summary to explain.
    known[own, chosen] = known.max(axis=1, initial=0.0)
    inner = known[:, chosen]
    values, vectors = np.linalg.eigh((inner + inner.T) / 2)
    kept = np.argsort(-values)[:COLUMNS]
    kept = kept[values[kept] > LEAST * max(float(values.max(initial=0.0)), 1e-9)]
    rows = known.T @ (vectors[:, kept] / np.sqrt(values[kept]))
    return np.ascontiguousarray(rows if kept.size else np.zeros((known.shape[1], 1)), np.float32)
