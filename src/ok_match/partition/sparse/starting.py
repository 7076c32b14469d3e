"""Initial seating for large problems: similar people together, fixed seats kept."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Seat, Terms

from ..proofs import lonely
from ..protocol import Labels
from .neighbours import Rows, bisected


def initial_labels(
    terms: Terms,
    rows: Rows,
    unit: Labels,
    units: Sequence[tuple[int, ...]],
    sizes: Labels,
    random: np.random.Generator,
) -> tuple[Labels, NDArray[np.bool_]]:
    """Labels that seat similar people together, units in one group, and people with fixed seats where they belong.

    Parameters
    ----------
    terms : Terms
        The rules; only fixed seats and shared slots matter here.
    rows : ndarray of shape (n, columns), float32
        What makes people similar.
    unit : ndarray of shape (n,), int64
        The keep-together unit of each person, or -1.
    units : sequence of tuple of int
        The members of each unit.
    sizes : ndarray of shape (k + 1,), int64
        The sizes of the groups, and last the number of people who wait.
    random : numpy.random.Generator
        The only source of chance.

    Returns
    -------
    labels : ndarray of shape (n,), int64
        The group of each person.
    fixed : ndarray of shape (n,), bool
        Whether a person has a fixed seat.
    """
    n, groups = unit.size, sizes.size - 1
    seats = {term.member: term.cohorts for term in reversed(terms.terms) if isinstance(term, Seat)}
    labels = np.full(n, groups, np.int64)
    free = np.flatnonzero((unit < 0) & ~np.isin(np.arange(n), list(seats)))
    # People who can only come when too few others can are the first to wait.
    alone = np.isin(free, lonely(terms, int(sizes[:-1].min())))
    shuffled = random.permutation(free.size)
    first_to_wait = free[shuffled[np.argsort(~alone[shuffled], kind="stable")]]
    placed = np.setdiff1d(np.arange(n), first_to_wait[: sizes[-1]])
    labels[placed] = bisected(rows[placed], sizes[:-1], unit[placed], random)
    movable = np.zeros(n, bool)
    movable[free] = True
    order = np.argsort(labels, kind="stable")
    members = [group.tolist() for group in np.split(order, np.cumsum(np.bincount(labels, minlength=groups + 1))[:-1])]
    fixed = np.zeros(n, bool)
    for i, cohorts in sorted(seats.items()):
        _gather([i], [cohort for cohort in cohorts if cohort < groups], labels, members, movable)
        fixed[i] = True
    for unit_members in units:
        here = labels[list(unit_members)]
        if np.ptp(here):
            # The groups where they sit, then those numbered next to them, whose members are similar.
            near = np.argsort(np.abs(np.arange(groups) - here[0]), kind="stable").tolist()
            _gather(list(unit_members), [*here.tolist(), *near], labels, members, movable)
    return labels, fixed


def _gather(
    people: Sequence[int], goals: Sequence[int], labels: Labels, members: list[list[int]], movable: NDArray[np.bool_]
) -> None:
    """Bring people together in the first of the groups ``goals`` that can give up as many others in return."""
    for goal in goals:
        absent = [i for i in people if labels[i] != goal]
        partners = [j for j in members[goal] if movable[j]][: len(absent)]
        if len(partners) == len(absent):
            for i, j in zip(absent, partners, strict=True):
                home = int(labels[i])
                members[home][members[home].index(i)], members[goal][members[goal].index(j)] = j, i
                labels[i], labels[j] = goal, home
            return
