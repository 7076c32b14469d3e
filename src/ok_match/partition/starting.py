"""Where everybody sits to start with, among many: near those who are alike, and where rules want them for good."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Seat, Terms

from .conflicts import lonely
from .neighbours import Rows, bisected
from .problem import Labels


def seated(
    terms: Terms,
    rows: Rows,
    unit: Labels,
    units: Sequence[tuple[int, ...]],
    sizes: Labels,
    random: np.random.Generator,
) -> tuple[Labels, NDArray[np.bool_]]:
    """Seat everybody near those who are alike; units in one group, and fixed people where they belong for good."""
    n, groups = unit.size, sizes.size - 1
    seats = {term.member: term.cohorts for term in reversed(terms.terms) if isinstance(term, Seat)}
    labels = np.full(n, groups, np.int64)
    free = np.flatnonzero((unit < 0) & ~np.isin(np.arange(n), list(seats)))
    # Who can come when too few others can is the first to wait.
    alone = np.isin(free, lonely(terms, int(sizes[:-1].min())))
    shuffled = random.permutation(free.size)
    first_to_wait = free[shuffled[np.argsort(~alone[shuffled], kind="stable")]]
    placed = np.setdiff1d(np.arange(n), first_to_wait[: sizes[-1]])
    labels[placed] = bisected(rows[placed], sizes[:-1], unit[placed], random)
    movable = np.zeros(n, bool)
    movable[free] = True
    order = np.argsort(labels, kind="stable")
    members = [some.tolist() for some in np.split(order, np.cumsum(np.bincount(labels, minlength=groups + 1))[:-1])]
    fixed = np.zeros(n, bool)
    for i, cohorts in sorted(seats.items()):
        _gather([i], [one for one in cohorts if one < groups], labels, members, movable)
        fixed[i] = True
    for unit_members in units:
        here = labels[list(unit_members)]
        if np.ptp(here):
            # The groups where they are, then those beside, whose people are much like these.
            near = np.argsort(np.abs(np.arange(groups) - here[0]), kind="stable").tolist()
            _gather(list(unit_members), [*here.tolist(), *near], labels, members, movable)
    return labels, fixed


def _gather(
    people: Sequence[int], goals: Sequence[int], labels: Labels, members: list[list[int]], movable: NDArray[np.bool_]
) -> None:
    """Bring people together in the first of some groups that can send as many others away in return."""
    for goal in goals:
        absent = [i for i in people if labels[i] != goal]
        partners = [j for j in members[goal] if movable[j]][: len(absent)]
        if len(partners) == len(absent):
            for i, j in zip(absent, partners, strict=True):
                home = int(labels[i])
                members[home][members[home].index(i)], members[goal][members[goal].index(j)] = j, i
                labels[i], labels[j] = goal, home
            return
