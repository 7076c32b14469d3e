"""Whether the hard rules can be kept, and how few people must wait: an exact model, for small problems.

A mixed-integer program with one variable for each person and group. Groups are interchangeable unless seats are fixed.
To cut off symmetric solutions, person i may only sit in one of the first i groups; people with most conflicts come
first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ok_match.model import Apart, Counted, Seat, SharedSlots, Term, Terms

from ..protocol import Labels, SizePlan
from .conflicts import largest_conflict, together_units
from .solver import NO_WAY, OUT_OF_TIME, Row
from .solver import most as most_gained

#: The most people for whom the model is solved.
DECIDABLE = 60
#: Branchings after which a question is left open. The solver has no other measure of its work, and a program sometimes
#: takes a minute before it branches at all: hence a time limit. A timed-out result is discarded, so that results never
#: depend on the machine's speed.
NODES, SECONDS = 500, 60.0


class Seating(NamedTuple):
    """A plan, and labels that keep every must in it."""

    plan: SizePlan
    labels: Labels


def seat_most(terms: Terms, plans: Iterable[SizePlan]) -> tuple[bool, Seating | None]:
    """The seating that keeps every must and leaves the fewest people waiting.

    Parameters
    ----------
    terms : Terms
        The rules; soft ones are ignored.
    plans : iterable of SizePlan
        All plans to consider.

    Returns
    -------
    decided : bool
        Whether the answer is certain. It never is for more than ``DECIDABLE`` people.
    seating : Seating or None
        ``None`` where no group can be formed, or none was found.
    """
    if terms.people > DECIDABLE:
        return False, None
    ways: dict[int, list[SizePlan]] = {}
    for plan in plans:
        ways.setdefault(plan.groups, []).append(plan)
    best: Seating | None = None
    open_from = terms.people
    for groups, some in sorted(ways.items(), key=lambda way: min(plan.waiting for plan in way[1])):
        least = min(plan.waiting for plan in some)
        if best and least >= best.plan.waiting:
            continue
        most = max(plan.waiting for plan in some)
        decided, labels = _seat(terms, some, least, min(most, best.plan.waiting - 1) if best else most)
        open_from = open_from if decided else min(open_from, least)
        if labels is not None:
            sizes = np.bincount(labels, minlength=groups + 1)
            fitting = [plan for plan in some if plan.waiting == sizes[groups]]
            holding = [p for p in fitting if p.low <= sizes[:groups].min() and sizes[:groups].max() <= p.high]
            best = Seating(holding[0], labels)
    # A question left open does not matter where its plans could not seat more.
    return open_from >= (best.plan.waiting if best else terms.people), best


@dataclass
class _Model:
    """The constraints of a mixed-integer program under construction."""

    columns: int = 0
    rows: list[Row] = field(default_factory=list)

    def variables(self, *shape: int) -> np.ndarray:
        """Columns of new variables, in the given shape."""
        first = self.columns
        self.columns += int(np.prod(shape))
        return np.arange(first, self.columns).reshape(shape)

    def add(self, columns: Iterable[int], weights: Iterable[float], low: float, high: float) -> None:
        """Require that a weighted sum lies between two bounds."""
        self.rows.append((list(map(int, columns)), list(weights), low, high))


def _seat(terms: Terms, plans: Sequence[SizePlan], least: int, most: int) -> tuple[bool, Labels | None]:
    """A seating of all but ``least`` to ``most`` people in the number of groups that the plans share."""
    n, k = terms.people, plans[0].groups
    model = _Model()
    seat = model.variables(n, k)
    for i in range(n):
        model.add(seat[i], [1] * k, 0, 1)
    _keep_sizes(model, seat, plans)
    model.add(seat.ravel(), [1] * seat.size, n - most, n - least)
    for term in terms.terms:
        _keep(model, seat, term)
    for unit in together_units(terms):
        for i in unit[1:]:
            for g in range(k):
                model.add((seat[unit[0], g], seat[i, g]), (1, -1), 0, 0)
    upper = np.ones(seat.size)
    if not any(isinstance(term, Seat) for term in terms.terms):
        clique = largest_conflict(terms)
        for rank, i in enumerate([*clique, *(i for i in range(n) if i not in clique)][: k - 1]):
            upper[seat[i, rank + 1 :]] = 0
    bounds = np.ones(model.columns)
    bounds[: upper.size] = upper
    bounds[upper.size : upper.size + 1] = n  # the smallest size
    gains = np.append(np.ones(seat.size), np.zeros(model.columns - seat.size))
    result = most_gained(gains, bounds, model.rows, node_limit=NODES, time_limit=SECONDS)
    if result.x is None or result.status == OUT_OF_TIME:
        return result.status == NO_WAY, None
    taken = np.rint(result.x[: seat.size]).reshape(n, k)
    labels = np.where(taken.any(axis=1), taken.argmax(axis=1), k).astype(np.int64)
    waiting = int((labels == k).sum())
    return result.status == 0 or waiting == least, labels


def _keep_sizes(model: _Model, seat: np.ndarray, plans: Sequence[SizePlan]) -> None:
    """Require sizes in range, and balanced if every plan is. The first variable is the smallest size."""
    n, k = seat.shape
    smallest = int(model.variables(1)[0])
    even = all(plan.high - plan.low <= 1 for plan in plans)
    for g in range(k):
        low, high = min(plan.low for plan in plans), max(plan.high for plan in plans)
        model.add(seat[:, g], [1] * n, low, high)
        model.add([*seat[:, g], smallest], [1] * n + [-1], 0, 1 if even else n)


def _keep(model: _Model, seat: np.ndarray, term: Term) -> None:
    """Require one hard rule; keep-together rules are required as units elsewhere."""
    k = seat.shape[1]
    match term:
        case Apart():
            for i, j in term.pairs:
                for g in range(k):
                    model.add((seat[i, g], seat[j, g]), (1, 1), 0, 1)
        case Seat():
            model.add(seat[term.member], [float(g in term.cohorts) for g in range(k)], 1, 1)
        case SharedSlots(weight=None):
            _keep_slots(model, seat, term)
        case Counted(must=True):
            _keep_counts(model, seat, term)
        case _:
            pass


def _keep_slots(model: _Model, seat: np.ndarray, term: SharedSlots) -> None:
    """Require enough slots for each group, in which all of its members can come."""
    n, k = seat.shape
    slots = term.free.shape[1]
    chosen = model.variables(k, slots)
    for g in range(k):
        model.add(chosen[g], [1] * slots, term.needed, slots)
        for t in range(slots):
            closed = [i for i in range(n) if not term.free[i, t]]
            for i in closed:
                model.add((seat[i, g], chosen[g, t]), (1, 1), 0, 1)


def _keep_counts(model: _Model, seat: np.ndarray, term: Counted) -> None:
    """Require, in every group, a number of members of each class that costs nothing."""
    n, k = seat.shape
    for kind, price in enumerate(term.price):
        members = np.flatnonzero(term.classes == kind)
        allowed = [m for m in range(min(len(members), n) + 1) if price[m] == 0]
        for g in range(k):
            if allowed and allowed == list(range(allowed[0], allowed[-1] + 1)):
                model.add(seat[members, g], [1] * len(members), allowed[0], allowed[-1])
            else:
                # Exactly one of the allowed numbers; where there is none, the program is infeasible.
                chosen = model.variables(len(allowed))
                model.add(chosen, [1] * len(allowed), 1, 1)
                model.add([*seat[members, g], *chosen], [1] * len(members) + [-m for m in allowed], 0, 0)
