"""Terms become arrays for the search."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    POINT,
    Apart,
    Counted,
    Floor,
    KindPairs,
    PairGain,
    Seat,
    SharedSlots,
    Summed,
    Terms,
    Together,
    pair_share,
    person_share,
    written_down,
)

from .arrays import Instance, State
from .conflicts import together_units
from .kernels import fill
from .sizes import SizePlan

Labels = NDArray[np.int64]

#: From how many people on the search knows each one's neighbours, and how many of them.
NEIGHBOURS = 40, 10


def compile_terms(terms: Terms, plan: SizePlan) -> Instance:
    """Gather the terms into the arrays that the kernels work on."""
    n, k = terms.people, plan.groups
    gain = np.zeros((n, n), np.int32)
    for term in terms.terms:
        if isinstance(term, PairGain):
            gain += written_down(term.weights, n)
    breaks, own = _bonds(terms)
    units = together_units(terms)
    unit = np.full(n, -1, np.int64)
    for number, group in enumerate(units):
        unit[list(group)] = number
    kind, price, hard_rules, hard_kinds = counted_arrays([term for term in terms.terms if isinstance(term, Counted)], n)
    sums = [term for term in terms.terms if isinstance(term, Summed)]
    closed, slot_start, slot_price = slot_arrays([term for term in terms.terms if isinstance(term, SharedSlots)], n)
    floors = [term for term in terms.terms if isinstance(term, Floor)]
    shares = [[share(size) for size in range(n + 2)] for share in (pair_share, person_share)]
    return Instance(
        gain=gain,
        most_gain=int(max(gain.max(initial=0), -gain.min(initial=0))),
        near=_near(gain),
        factor=np.array(shares[0], np.int64),
        breaks=breaks,
        own_breaks=own,
        seat_breaks=_seats(terms, k),
        low=np.array([plan.low] * k + [plan.waiting], np.int64),
        high=np.array([plan.high] * k + [plan.waiting], np.int64),
        unit=unit,
        unit_start=np.cumsum([0, *map(len, units)]).astype(np.int64),
        unit_members=np.array([i for group in units for i in group], np.int64),
        kind=kind,
        price=price,
        hard_rules=hard_rules,
        hard_kinds=hard_kinds,
        value=np.array([term.values for term in sums], np.int64).reshape(-1, n).T.copy(),
        step_price=np.array([term.weight for term in sums], np.int64),
        closed=closed,
        slot_start=slot_start,
        slot_price=slot_price,
        floor_gain=np.array([written_down(term.gains, n) for term in floors], np.int32).reshape(-1, n, n),
        floor_price=np.array(
            [(term.person * POINT, term.cohort * POINT, term.weight) for term in floors], np.int64
        ).reshape(-1, 3),
        pair_factor=np.array(shares[0], np.int64),
        person_factor=np.array(shares[1], np.int64),
    )


def musts_only(instance: Instance) -> Instance:
    """Give the same problem with nothing to earn and nothing but hard rules to break."""
    return instance._replace(
        near=instance.near[:, :0],
        factor=np.zeros_like(instance.factor),
        kind=np.ascontiguousarray(instance.kind[:, : instance.hard_rules]),
        price=instance.price[: instance.hard_kinds],
        value=np.zeros((instance.unit.size, 0), np.int64),
        step_price=np.zeros(0, np.int64),
        slot_price=instance.slot_price * (1, 1, 0),
        floor_gain=instance.floor_gain[:0],
        floor_price=instance.floor_price[:0],
    )


def _near(gain: NDArray[np.int32]) -> NDArray[np.int32]:
    """Give the people with whom each earns most, in the order of their numbers."""
    n = len(gain)
    if n < NEIGHBOURS[0]:
        return np.zeros((n, 0), np.int32)
    return np.sort(np.argpartition(gain, n - NEIGHBOURS[1], axis=1)[:, n - NEIGHBOURS[1] :], axis=1).astype(np.int32)


def _bonds(terms: Terms) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Gather who must be apart from whom and together with whom; empty where there is no such rule."""
    n = terms.people
    bonds = [term for term in terms.terms if isinstance(term, Apart | Together)]
    breaks = np.zeros((n, n) if bonds else (0, 0), np.int32)
    own = np.zeros(n, np.int32)
    for term in bonds:
        if isinstance(term, Apart):
            breaks += _parted(term, n)
        else:
            members = list(term.members)
            own[members] += len(members) - 1
            breaks[np.ix_(members, members)] -= 2 * (1 - np.eye(len(members), dtype=np.int32))
    return breaks, own


def _parted(term: Apart, people: int) -> NDArray[np.int32]:
    """Mark the pairs that must be apart: 1, both ways."""
    if isinstance(term.pairs, KindPairs):
        return term.pairs.among(range(people)).astype(np.int32)
    pairs = np.array(term.pairs, np.int64).reshape(-1, 2)
    apart = np.zeros((people, people), np.int32)
    np.add.at(apart, (pairs[:, 0], pairs[:, 1]), 1)
    return apart + apart.T


def _seats(terms: Terms, groups: int) -> NDArray[np.int32]:
    """Count the fixed seats that each person breaks by being in each group, or by waiting."""
    breaks = np.zeros((terms.people, groups + 1), np.int32)
    for term in terms.terms:
        if isinstance(term, Seat):
            breaks[term.member] += 1
            breaks[term.member, [cohort for cohort in term.cohorts if cohort < groups]] -= 1
    return breaks


def counted_arrays(terms: Sequence[Counted], people: int) -> tuple[NDArray[np.int32], NDArray[np.int64], int, int]:
    """Gather what is priced by counts, the hard rules first.

    The first kind of all is nobody's, and the first of each rule that of those whom the rule does not count.
    """
    hard = [term for term in terms if term.must]
    ordered = hard + [term for term in terms if not term.must]
    kind = np.zeros((people, len(ordered)), np.int32)
    prices = [np.zeros((1, people + 2), np.int64)]
    first = 1
    for rule, term in enumerate(ordered):
        kind[:, rule] = first + 1 + term.classes
        # No group ever holds more than everybody; the last column is only looked at.
        prices.append(np.pad(term.price, ((1, 0), (0, 1))))
        first += len(prices[-1])
    return kind, np.concatenate(prices), len(hard), sum(map(len, prices[: len(hard) + 1]))


def slot_arrays(
    terms: Sequence[SharedSlots], people: int
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """Gather the slots of every calendar, side by side, and what a member costs who is missing in the best ones."""
    closed = np.concatenate([np.zeros((people, 0), np.int32), *(~term.free for term in terms)], axis=1)
    start = np.cumsum([0, *(term.free.shape[1] for term in terms)])
    price = [(term.needed, int(term.weight is None), term.weight or 0) for term in terms]
    return np.ascontiguousarray(closed, np.int32), start.astype(np.int64), np.array(price, np.int64).reshape(-1, 3)


def state_of(instance: Instance, labels: Labels) -> State:
    """Make the state that belongs to these labels, every sum filled in."""
    n, groups = labels.size, instance.low.size
    # A table entry is a sum of gains: 32 bits hold it unless weights are huge, and keep twice as much in the cache.
    most = int(np.abs(instance.gain).sum(axis=1, dtype=np.int64).max(initial=0))
    state = State(
        label=labels.astype(np.int64),
        size=np.zeros(groups, np.int64),
        member=np.zeros((groups, int(instance.high.max(initial=0)) + 1), np.int64),
        place=np.zeros(n, np.int64),
        gain_table=np.zeros((groups, n), np.int32 if most < 2**31 else np.int64),
        pair_sum=np.zeros(groups, np.int64),
        break_table=np.zeros((groups, instance.breaks.shape[0]), np.int32),
        counts=np.zeros((groups, len(instance.price)), np.int64),
        sums=np.zeros((groups, len(instance.step_price)), np.int64),
        away=np.zeros((groups, instance.closed.shape[1]), np.int32),
        floor_table=np.zeros((len(instance.floor_price), groups, n), np.int64),
        dues=np.zeros((groups, 4), np.int64),
        worth=np.zeros(groups, np.int64),
        totals=np.zeros(2, np.int64),
        scratch=np.zeros(n, np.int64),
    )
    fill(instance, state)
    return state
