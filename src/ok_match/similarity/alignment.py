"""From statement against statement to person against person: best match in both directions."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def align(similarity: Floats, owners: NDArray[np.int64], people: int) -> Floats:
    """Average over each statement's best match among the other person's, in both directions.

    A long answer is thus neither better nor worse than a short one, and one vector for a whole person, which
    loses what the single statements say, is avoided.

    Parameters
    ----------
    similarity : ndarray of shape (s, s)
        Of all statements of one facet, 0 to 1, symmetric.
    owners : ndarray of shape (s,)
        The person who made each statement, in ascending order.
    people : int
        How many people there are.

    Returns
    -------
    ndarray of shape (people, people)
        Symmetric, 0 to 1; ``nan`` where either person made no statement.
    """
    aligned = np.full((people, people), np.nan)
    present, first = np.unique(owners, return_index=True)
    if present.size == 0:
        return aligned
    best = np.maximum.reduceat(similarity, first, axis=1)
    counts = np.diff(np.append(first, owners.size))
    forth = np.add.reduceat(best, first, axis=0) / counts[:, None]
    aligned[np.ix_(present, present)] = (forth + forth.T) / 2
    return aligned


def weighted_mean(facets: list[tuple[int, Floats]], people: int) -> Floats:
    """Average over the facets that both people answered; where there is none, take the mean of all known pairs."""
    total = np.zeros((people, people))
    weight = np.zeros((people, people))
    for share, values in facets:
        known = ~np.isnan(values)
        total[known] += share * values[known]
        weight[known] += share
    known = weight > 0
    mean = np.divide(total, weight, out=np.full_like(total, np.nan), where=known)
    pairs = mean[np.triu(known, 1)]
    mean[~known] = pairs.mean() if pairs.size else 0.0
    return mean
