"""Terms become arrays for the search; and, apart from it, the price of any labels computed the plain way."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    POINT,
    Apart,
    Counted,
    Floor,
    PairGain,
    Seat,
    SharedSlots,
    Summed,
    Term,
    Terms,
    Together,
    pair_share,
    person_share,
)

from .arrays import Instance, State
from .conflicts import together_units
from .kernels import fill
from .sizes import SizePlan

Labels = NDArray[np.int64]


def compile_terms(terms: Terms, plan: SizePlan) -> Instance:
    """Gather the terms into the arrays that the kernels work on."""
    n, k = terms.people, plan.groups
    gain = np.zeros((n, n), np.int32)
    breaks = np.zeros((n, n), np.int32)
    own = np.zeros(n, np.int32)
    seats = np.zeros((n, k + 1), np.int32)
    unit = np.full(n, -1, np.int64)
    units = together_units(terms)
    for number, group in enumerate(units):
        unit[list(group)] = number
    closed = np.zeros((n, 0), np.int32)
    needed = 0
    for term in terms.terms:
        match term:
            case PairGain():
                gain += term.weights
            case Apart():
                for i, j in term.pairs:
                    breaks[i, j] += 1
                    breaks[j, i] += 1
            case Together():
                for i in term.members:
                    own[i] += len(term.members) - 1
                    for j in term.members:
                        breaks[i, j] -= 2 * (i != j)
            case Seat():
                seats[term.member] += 1
                seats[term.member, [cohort for cohort in term.cohorts if cohort < k]] -= 1
            case SharedSlots():
                closed = np.ascontiguousarray(~term.free, np.int32)
                needed = term.needed
    low = np.array([plan.low] * k + [plan.waiting], np.int64)
    high = np.array([plan.high] * k + [plan.waiting], np.int64)
    factor = np.array([pair_share(size) for size in range(n + 2)], np.int64)
    start = np.cumsum([0, *map(len, units)]).astype(np.int64)
    members = np.array([i for group in units for i in group], np.int64)
    return Instance(gain, factor, breaks, own, seats, closed, needed, low, high, unit, start, members)


def state_of(instance: Instance, labels: Labels) -> State:
    """Make the state that belongs to these labels, every sum filled in."""
    n, groups = labels.size, instance.low.size
    slots = instance.closed.shape[1]
    state = State(
        label=labels.astype(np.int64),
        size=np.zeros(groups, np.int64),
        gain_table=np.zeros((groups, n), np.int64),
        pair_sum=np.zeros(groups, np.int64),
        break_table=np.zeros((groups, n), np.int32),
        away=np.zeros((groups, slots), np.int32),
        short=np.zeros(groups, np.int64),
        worth=np.zeros(groups, np.int64),
        totals=np.zeros(2, np.int64),
    )
    fill(instance, state)
    return state


def cost(terms: Terms, labels: Sequence[int], groups: int) -> tuple[int, int]:
    """Price labels term by term, sharing nothing with the kernels.

    Parameters
    ----------
    labels : sequence of int
        The group of each person, 0 to ``groups - 1``; ``groups`` means waiting.

    Returns
    -------
    tuple of int
        Hard rules broken, and the *should* cost in units of 1/POINT affinity point (see ``Finding``).
    """
    must = should = 0
    cohorts = [[i for i, label in enumerate(labels) if label == g] for g in range(groups)]
    for term in terms.terms:
        for position, cohort in enumerate(cohorts):
            more_must, more_should = _cost_in(term, cohort, position)
            must += more_must
            should += more_should
    return must, should


def _cost_in(term: Term, cohort: list[int], position: int) -> tuple[int, int]:  # noqa: PLR0911 - one return a term
    """Price one term in one group."""
    match term:
        case PairGain():
            pairs = int(term.weights[np.ix_(cohort, cohort)].sum(dtype=np.int64)) // 2
            base = term.per_person * POINT * len(cohort)
            return 0, base - pair_share(len(cohort)) * pairs
        case Apart():
            return sum(i in cohort and j in cohort for i, j in term.pairs), 0
        case Together():
            here = sum(i in cohort for i in term.members)
            return here * (len(term.members) - here), 0
        case Seat():
            return int(term.member in cohort and position not in term.cohorts), 0
        case SharedSlots():
            away = int(np.sort((~term.free[cohort]).sum(axis=0))[: term.needed].sum())
            return (away, 0) if term.weight is None else (0, term.weight * away)
        case Counted():
            counts = np.bincount(term.classes[cohort] + 1, minlength=len(term.price) + 1)[1:]
            price = int(term.price[np.arange(len(term.price)), counts].sum()) if cohort else 0
            return (price, 0) if term.must else (0, price)
        case Summed():
            return 0, term.weight * abs(int(term.values[cohort].sum()))
        case Floor():
            inside = term.gains[np.ix_(cohort, cohort)].sum(axis=1, dtype=np.int64)
            means = person_share(len(cohort)) * inside
            together = pair_share(len(cohort)) * (int(inside.sum()) // 2)
            lacking = int(np.maximum(term.person * POINT - means, 0).sum())
            return 0, term.weight * (lacking + max(term.cohort * POINT * len(cohort) - together, 0))
