"""Nearest neighbours among many people, and groups of similar people.

Neighbours come from random projection trees (Dasgupta, Freund, STOC 2008, 537-546).
"""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Positions = NDArray[np.int64]

#: Trees, and the most people in a leaf. All pairs within a leaf are compared.
TREES, LEAF = 3, 96


def nearest(rows: Rows, few: int, random: np.random.Generator) -> NDArray[np.int32]:
    """The ``few`` others whose rows have the greatest products with each person's own, approximately.

    A near neighbour is missed if no tree puts the two into the same leaf.

    Parameters
    ----------
    rows : ndarray of shape (n, columns), float32
        The rows of everybody.
    few : int
        The number of neighbours; fewer where there are fewer people.
    random : numpy.random.Generator
        The only source of chance.

    Returns
    -------
    ndarray of shape (n, few), int32
        With repeats where a leaf holds fewer than ``few`` others.
    """
    n = len(rows)
    if n <= 1 or few < 1:
        return np.zeros((n, 0), np.int32)
    few = min(few, n - 1)
    ids = np.tile(np.arange(n, dtype=np.int32)[:, None], (1, few))
    worth = np.full((n, few), -np.inf, np.float32)
    for _ in range(TREES):
        for leaf in _leaves(rows, random):
            _compare(rows, leaf, ids, worth)
    return ids


def _leaves(rows: Rows, random: np.random.Generator) -> list[Positions]:
    """The leaves of a random projection tree: people split at the median of random directions until few are left."""
    done: list[Positions] = []
    waiting = [np.arange(len(rows))]
    while waiting:
        people = waiting.pop()
        if people.size <= LEAF:
            done.append(people)
            continue
        first, second = random.choice(people, 2, replace=False)
        along = rows[people] @ (rows[first] - rows[second])
        half = people.size // 2
        order = np.argpartition(along, half)
        waiting += [people[order[:half]], people[order[half:]]]
    return done


def _compare(rows: Rows, leaf: Positions, ids: NDArray[np.int32], worth: Rows) -> None:
    """Compare all pairs of a leaf, and keep each person's best neighbours in ``ids`` and ``worth``."""
    few = min(ids.shape[1], leaf.size - 1)
    products = rows[leaf] @ rows[leaf].T
    np.fill_diagonal(products, -np.inf)
    best = np.argpartition(-products, few - 1, axis=1)[:, :few]
    known = np.concatenate([ids[leaf], leaf[best].astype(np.int32)], axis=1)
    values = np.concatenate([worth[leaf], np.take_along_axis(products, best, axis=1)], axis=1)
    # A neighbour known already counts once.
    order = np.argsort(known, axis=1, kind="stable")
    known, values = np.take_along_axis(known, order, axis=1), np.take_along_axis(values, order, axis=1)
    values[:, 1:][known[:, 1:] == known[:, :-1]] = -np.inf
    top = np.argpartition(-values, ids.shape[1] - 1, axis=1)[:, : ids.shape[1]]
    ids[leaf] = np.take_along_axis(known, top, axis=1)
    worth[leaf] = np.take_along_axis(values, top, axis=1)


def bisected(rows: Rows, sizes: Positions, unit: Positions, random: np.random.Generator) -> Positions:
    """Groups of similar people with given sizes, by bisection along principal directions.

    Recursive bisection along the direction in which people differ most, at the point that gives both halves whole
    groups (Boley, Data Min. Knowl. Discov. 2, 1998, 325-344, with fixed sizes). Members of a unit stay together as
    long as a cut can avoid them.

    Parameters
    ----------
    rows : ndarray of shape (n, columns), float32
        The rows of everybody.
    sizes : ndarray of shape (k,), int64
        The sizes of the groups, n in all.
    unit : ndarray of shape (n,), int64
        The keep-together unit of each person, or -1.
    random : numpy.random.Generator
        The only source of chance.

    Returns
    -------
    ndarray of shape (n,), int64
        The group of each person.
    """
    labels = np.empty(len(rows), np.int64)
    waiting = [(np.arange(len(rows)), 0, sizes.size)]
    while waiting:
        people, first, last = waiting.pop()
        if last - first == 1:
            labels[people] = first
            continue
        middle = (first + last) // 2
        left = int(sizes[first:middle].sum())
        order = people[np.argsort(_along(rows[people], unit[people], random), kind="stable")]
        order = _uncut(order, left, unit)
        waiting += [(order[:left], first, middle), (order[left:], middle, last)]
    return labels


def _along(rows: Rows, unit: Positions, random: np.random.Generator) -> NDArray[np.float64]:
    """Projections on the principal direction, from power iteration; members of a unit share their mean."""
    centred: Rows = rows - rows.mean(axis=0)
    direction = np.asarray(random.normal(size=rows.shape[1]), np.float32)
    for _ in range(6):
        direction = np.asarray(centred.T @ (centred @ direction), np.float32)
        length = float(np.linalg.norm(direction))
        if length == 0.0:
            break
        direction /= length
    along = np.array(centred @ direction, np.float64)
    bound = np.flatnonzero(unit >= 0)
    if bound.size:
        names, number = np.unique(unit[bound], return_inverse=True)
        along[bound] = (np.bincount(number, along[bound]) / np.bincount(number, minlength=names.size))[number]
    return along


def _uncut(order: Positions, left: int, unit: Positions) -> Positions:
    """The same order, with every unit that the cut would divide moved to the right of it."""
    for _ in range(16):
        if left >= order.size or unit[order[left - 1]] < 0 or unit[order[left - 1]] not in unit[order[left:]]:
            return order
        parted = unit[order] == unit[order[left - 1]]
        rest = order[~parted]
        order = np.concatenate([rest[:left], order[parted], rest[left:]])
    return order
