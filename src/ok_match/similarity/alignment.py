"""From statement against statement to person against person: best match in both directions."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]
Firsts = NDArray[np.int64]

#: So many people are compared with all others at once.
BLOCK = 64


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


def align_in_blocks(
    compare: Callable[[Positions, Positions], Floats], positions: Positions, owners: Positions, people: int
) -> Floats:
    """Do what ``align`` does, of ``compare(positions, positions)``, without ever holding all of that.

    Parameters
    ----------
    compare : callable
        Compares statements by their positions: (rows, columns), 0 to 1, symmetric.
    positions, owners : ndarray of shape (s,)
        The statements of one facet, and the person who made each, in ascending order.
    """
    aligned = np.full((people, people), np.nan)
    present, first = np.unique(owners, return_index=True)
    if present.size == 0:
        return aligned
    ends = np.append(first, owners.size)
    forth = np.empty((present.size, present.size))
    for low in range(0, present.size, BLOCK):
        high = min(low + BLOCK, present.size)
        best = np.maximum.reduceat(compare(positions[ends[low] : ends[high]], positions), first, axis=1)
        counts = np.diff(ends[low : high + 1])
        forth[low:high] = np.add.reduceat(best, first[low:high] - first[low], axis=0) / counts[:, None]
    aligned[np.ix_(present, present)] = (forth + forth.T) / 2
    return aligned


def align_across(similarity: Floats, owners: NDArray[np.int64], others: NDArray[np.int64], people: int) -> Floats:
    """Average over each of the others' statements its best match among one person's: a directed affinity.

    Parameters
    ----------
    similarity : ndarray of shape (s, t)
        What one side says against what the other side says, 0 to 1.
    owners, others : ndarray of shape (s,) and (t,)
        Who said it, in ascending order.

    Returns
    -------
    ndarray of shape (people, people)
        Entry (i, j): how well what i says on the first side answers what j says on the second; ``nan`` where
        either said nothing.
    """
    aligned = np.full((people, people), np.nan)
    givers, first = np.unique(owners, return_index=True)
    takers, start = np.unique(others, return_index=True)
    if givers.size and takers.size:
        best = np.maximum.reduceat(similarity, first, axis=0)
        counts = np.diff(np.append(start, others.size))
        aligned[np.ix_(givers, takers)] = np.add.reduceat(best, start, axis=1) / counts
    np.fill_diagonal(aligned, np.nan)
    return aligned


def align_between(similarity: Floats, first: Firsts, others: Firsts) -> Floats:
    """Do what ``align`` does, between some people (rows) and some others (columns) who all made a statement.

    Parameters
    ----------
    similarity : ndarray of shape (s, t)
        What the ones say against what the others say.
    first, others : ndarray of shape (r,) and (c,)
        Where the statements of each person begin.

    Returns
    -------
    ndarray of shape (r, c)
    """
    forth = _mean_best(similarity, first, others)
    back = _mean_best(similarity.T, others, first).T
    mean: Floats = (forth + back) / 2
    return mean


def answer_between(similarity: Floats, first: Firsts, others: Firsts) -> Floats:
    """Do what ``align_across`` does, between some people (rows) and some others (columns) who all made a statement."""
    return _mean_best(similarity.T, others, first).T


def _mean_best(similarity: Floats, first: Firsts, others: Firsts) -> Floats:
    """Average over each person's statements the best match among each other's: shape (r, c)."""
    best = np.maximum.reduceat(similarity, others, axis=1)
    counts = np.diff(np.append(first, similarity.shape[0]))
    mean: Floats = np.add.reduceat(best, first, axis=0) / counts[:, None]
    return mean


def weighted_mean(facets: list[tuple[int, Floats]], people: int) -> Floats:
    """Average over the facets by weight; where a pair is missing one, that facet's mean stands in for it.

    Facets differ in how high they score (ticked boxes agree more often than words do), so that leaving a missing
    one out would move the pair up or down for no merit of its own. This way silence neither helps nor harms.
    """
    total = np.zeros((people, people))
    weight = 0
    for share, values in facets:
        pairs = values[np.triu_indices(people, 1)]
        known = pairs[~np.isnan(pairs)]
        if share and known.size:
            total += share * np.where(np.isnan(values), known.mean(), values)
            weight += share
    return total / max(weight, 1)
