"""The groups nearest to a group or to a person, and the other seats in them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Terms

from ..dense import Seats, cheapest_seats
from ..protocol import Labels, Progress, SizePlan
from .compiling import rows_of
from .neighbours import Rows
from .subproblems import LargeProblem

#: Groups beside a group that count as near, and groups to ask about for a person who waits.
BESIDE, ASKED = 6, 12
#: Groups compared with all others at once.
BLOCK = 512


def groups_beside(rows: Rows, labels: Labels, plan: SizePlan) -> NDArray[np.int64]:
    """Each group, and the groups whose members are most like its own, ascending: shape (k, 1 + BESIDE at most)."""
    middles = _middles(rows, labels, plan)
    few = min(BESIDE, plan.groups - 1)
    beside = np.zeros((plan.groups, 1 + few), np.int64)
    beside[:, 0] = np.arange(plan.groups)
    for first in range(0, plan.groups if few else 0, BLOCK):
        alike = middles[first : first + BLOCK] @ middles.T
        own = np.arange(len(alike))
        alike[own, first + own] = -np.inf
        beside[first : first + BLOCK, 1:] = np.sort(np.argpartition(-alike, few - 1, axis=1)[:, :few], axis=1)
    return beside


def cheapest_seats_nearby(terms: Terms, plan: SizePlan, labels: Labels, progress: Progress) -> Seats:
    """The cheapest seat of each placed person in the groups nearest to their own that breaks nothing more."""
    problem, beside = LargeProblem(terms, plan), groups_beside(rows_of(terms), labels, plan)
    seats = Seats.none(terms.people)
    for group in range(plan.groups):
        part = problem.subproblem(labels, beside[group])
        near = cheapest_seats(part.terms, part.plan, part.labels)
        mine = (labels[part.members] == group) & (near.group >= 0)
        people = part.members[mine]
        seats.group[people] = part.groups[near.group[mine]]
        seats.partner[people] = np.where(near.partner[mine] >= 0, part.members[near.partner[mine]], -1)
        seats.price[people] = near.price[mine]
        progress(group + 1, plan.groups)
    return seats


def most_promising_groups(terms: Terms, plan: SizePlan, labels: Labels, people: Sequence[int]) -> list[list[int]]:
    """The groups in which each of some people would probably earn most, ascending; at most ASKED."""
    rows = rows_of(terms)
    middles = _middles(rows, labels, plan)
    few = min(ASKED, plan.groups)
    return [
        sorted(np.argpartition(-(middles @ (rows[person] - rows.mean(axis=0))), few - 1)[:few].tolist())
        for person in people
    ]


def _middles(rows: Rows, labels: Labels, plan: SizePlan) -> NDArray[np.float32]:
    """The direction in which the members of each group differ from everybody: shape (k, columns), unit length."""
    middles = np.zeros((plan.groups + 1, rows.shape[1]), np.float32)
    np.add.at(middles, labels, rows - rows.mean(axis=0))
    middles = middles[: plan.groups]
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), np.float32(1e-12))
    return middles
