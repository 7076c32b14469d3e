"""Whether the hard rules can be kept, and by leaving out how few: an exact model, for small problems.

A mixed-integer program with one variable for each person and group. Groups are alike unless seats are fixed;
symmetric solutions are cut off by letting person i sit in one of the first i groups only, those with most conflicts
counted first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ok_match.model import Apart, Counted, Seat, SharedSlots, Term, Terms

from .conflicts import largest_conflict, together_units
from .problem import Labels
from .sizes import SizePlan
from .solver import NO_WAY, OUT_OF_TIME, Row
from .solver import most as most_gained

#: Up to this many people the model is asked.
DECIDABLE = 60
#: Branchings after which a question is left open. The solver has no other measure of its work, and now and then a
#: program takes a minute before it branches at all: after so many seconds the question is left open too, and
#: whatever was found by then is not looked at, so that a slower machine gives no other labels.
NODES, SECONDS = 500, 60.0


class Seating(NamedTuple):
    """A plan, and labels that keep every must in it."""

    plan: SizePlan
    labels: Labels


def fewest_waiting(terms: Terms, plans: Iterable[SizePlan]) -> int | None:
    """Give the fewest people who have to wait if every must is to hold.

    Parameters
    ----------
    plans : iterable of SizePlan
        All that may be considered, as ``plans`` gives them.

    Returns
    -------
    int or None
        The number of all people where not one group can be formed. ``None`` where the question was not decided:
        there are more than ``DECIDABLE`` people, or it proved too hard.
    """
    decided, seating = seat_most(terms, plans)
    if not decided:
        return None
    return seating.plan.waiting if seating else terms.people


def seat_most(terms: Terms, plans: Iterable[SizePlan]) -> tuple[bool, Seating | None]:
    """Seat as many people as can be, every must kept.

    Returns
    -------
    bool
        Whether the answer is certain.
    Seating or None
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
    # What was left open does not matter where it could not seat more.
    return open_from >= (best.plan.waiting if best else terms.people), best


@dataclass
class _Model:
    """The rows of a mixed-integer program, as they are gathered."""

    columns: int = 0
    rows: list[Row] = field(default_factory=list)

    def variables(self, *shape: int) -> np.ndarray:
        """Make new variables; give their columns."""
        first = self.columns
        self.columns += int(np.prod(shape))
        return np.arange(first, self.columns).reshape(shape)

    def add(self, columns: Iterable[int], weights: Iterable[float], low: float, high: float) -> None:
        """Demand that a weighted sum lies between two bounds."""
        self.rows.append((list(map(int, columns)), list(weights), low, high))


def _seat(terms: Terms, plans: Sequence[SizePlan], least: int, most: int) -> tuple[bool, Labels | None]:
    """Seat all but ``least`` to ``most`` people in the number of groups that the plans share."""
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
        for turn, i in enumerate([*clique, *(i for i in range(n) if i not in clique)][: k - 1]):
            upper[seat[i, turn + 1 :]] = 0
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
    """Keep sizes in range, and within one of another if every plan has them so. The first variable is the smallest."""
    n, k = seat.shape
    smallest = int(model.variables(1)[0])
    even = all(plan.high - plan.low <= 1 for plan in plans)
    for g in range(k):
        low, high = min(plan.low for plan in plans), max(plan.high for plan in plans)
        model.add(seat[:, g], [1] * n, low, high)
        model.add([*seat[:, g], smallest], [1] * n + [-1], 0, 1 if even else n)


def _keep(model: _Model, seat: np.ndarray, term: Term) -> None:
    """Keep one hard rule; those of people who sit together are kept as units."""
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
    """Let each group choose the slots that it meets in, and sit nobody there who cannot come."""
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
    """Keep the number of each class in every group to one that costs nothing."""
    n, k = seat.shape
    for kind, price in enumerate(term.price):
        members = np.flatnonzero(term.classes == kind)
        allowed = [m for m in range(min(len(members), n) + 1) if price[m] == 0]
        for g in range(k):
            if allowed and allowed == list(range(allowed[0], allowed[-1] + 1)):
                model.add(seat[members, g], [1] * len(members), allowed[0], allowed[-1])
            else:
                # One of the numbers allowed; where there is none, the demand that one be chosen cannot be met.
                chosen = model.variables(len(allowed))
                model.add(chosen, [1] * len(allowed), 1, 1)
                model.add([*seat[members, g], *chosen], [1] * len(members) + [-m for m in allowed], 0, 0)
