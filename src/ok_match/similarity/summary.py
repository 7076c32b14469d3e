"""A row of numbers for each person, such that the product of two rows comes near to what two people share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: The columns of a summary at most, and the least share of the greatest eigenvalue that makes one.
COLUMNS, LEAST = 256, 1e-3


def summarised(sample: NDArray[np.int32], chosen: NDArray[np.int64]) -> NDArray[np.float32]:
    """Summarise all people by what they share with some.

    The Nystrom method (Williams, Seeger, Advances in Neural Information Processing Systems 13, 2001, 682-688): the
    affinities of a sample of the people to everybody give a matrix of low rank that is near to that of all pairs.

    Parameters
    ----------
    sample : ndarray of shape (m, n), int32
        The affinities of some people to everybody.
    chosen : ndarray of shape (m,), int64
        Who these are.

    Returns
    -------
    ndarray of shape (n, d), float32
    """
    known = sample.astype(np.float64)
    own = np.arange(chosen.size)
    # What people share with themselves is not told; as much as with their nearest leaves the least to be explained.
    known[own, chosen] = known.max(axis=1, initial=0.0)
    inner = known[:, chosen]
    values, vectors = np.linalg.eigh((inner + inner.T) / 2)
    kept = np.argsort(-values)[:COLUMNS]
    kept = kept[values[kept] > LEAST * max(float(values.max(initial=0.0)), 1e-9)]
    rows = known.T @ (vectors[:, kept] / np.sqrt(values[kept]))
    return np.ascontiguousarray(rows if kept.size else np.zeros((known.shape[1], 1)), np.float32)
