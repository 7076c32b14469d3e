"""The alignment of two people's statements: each statement's best match, averaged in both directions."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Positions = NDArray[np.int64]
Firsts = NDArray[np.int64]

#: The number of people compared with all others at once.
BLOCK = 64


def align(similarity: Floats, owners: NDArray[np.int64], people: int) -> Floats:
    """The affinity of each two people: the mean of each statement's best match with the other person's, both ways.

    A long answer thus counts neither more nor less than a short one. One vector for a whole person would lose what the
    single statements say.

    Parameters
    ----------
    similarity : ndarray of shape (s, s)
        The similarity of all statements of one facet, 0 to 1, symmetric.
    owners : ndarray of shape (s,)
        The person who made each statement, ascending.
    people : int
        The number of people.

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
    """The result of ``align`` on ``compare(positions, positions)``, computed without allocating all of that matrix.

    Parameters
    ----------
    compare : callable
        From the positions of r and c statements to their similarity: shape (r, c), 0 to 1, symmetric.
    positions, owners : ndarray of shape (s,)
        The statements of one facet, and the person who made each, ascending.
    people : int
        The number of people.

    Returns
    -------
    ndarray of shape (people, people)
        Symmetric, 0 to 1; ``nan`` where either person made no statement.
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
    """A directed affinity: the mean, over one person's needs, of the best match among another's offers.

    Parameters
    ----------
    similarity : ndarray of shape (s, t)
        The similarity of s offers and t needs, 0 to 1.
    owners, others : ndarray of shape (s,) and (t,)
        The people who made the offers and the needs, ascending.
    people : int
        The number of people.

    Returns
    -------
    ndarray of shape (people, people)
        Entry (i, j): how well the offers of i answer the needs of j, 0 to 1; ``nan`` where i offers or j needs nothing,
        and on the diagonal.
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
    """The result of ``align`` between r people (rows) and c people (columns), all of whom made a statement.

    Parameters
    ----------
    similarity : ndarray of shape (s, t)
        The similarity of the rows' s statements and the columns' t statements, 0 to 1.
    first, others : ndarray of shape (r,) and (c,)
        The index at which the statements of each person begin.

    Returns
    -------
    ndarray of shape (r, c)
        0 to 1.
    """
    forth = _mean_best(similarity, first, others)
    back = _mean_best(similarity.T, others, first).T
    mean: Floats = (forth + back) / 2
    return mean


def answer_between(similarity: Floats, first: Firsts, others: Firsts) -> Floats:
    """The result of ``align_across`` between r people (rows) and c people (columns), all of whom made a statement."""
    return _mean_best(similarity.T, others, first).T


def _mean_best(similarity: Floats, first: Firsts, others: Firsts) -> Floats:
    """The mean, over the statements of each row's person, of the best match among a column's: shape (r, c)."""
    best = np.maximum.reduceat(similarity, others, axis=1)
    counts = np.diff(np.append(first, similarity.shape[0]))
    mean: Floats = np.add.reduceat(best, first, axis=0) / counts[:, None]
    return mean


def weighted_mean(facets: list[tuple[int, Floats]], people: int) -> Floats:
    """The weighted mean over the facets: shape (people, people), 0 to 1.

    Where a pair lacks a facet, that facet's mean stands in for it, so that silence neither helps nor harms. Leaving the
    facet out would move the pair up or down undeservedly, because facets differ in how high they score: ticked boxes
    agree more often than words do.
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
