"""Terms as arrays, with all pairs written down."""

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Apart, KindPairs, PairGain, Seat, Terms, Together, written_down

from ..kernels import Instance, State, fill
from ..protocol import Labels, SizePlan
from .rules import compile_rules

#: The number of people from which the search knows each person's neighbours, and the number of neighbours.
NEIGHBOURS = 40, 10


def compile_terms(terms: Terms, plan: SizePlan) -> Instance:
    """The arrays that the kernels work on.

    Parameters
    ----------
    terms : Terms
        A problem small enough for n × n matrices.
    plan : SizePlan
        The number and sizes of the groups.

    Returns
    -------
    Instance
        Every term, exactly.
    """
    n, k = terms.people, plan.groups
    gain = np.zeros((n, n), np.int32)
    for term in terms.terms:
        if isinstance(term, PairGain):
            gain += written_down(term.weights, n)
    breaks, own = _bonds(terms)
    rules = compile_rules(terms)
    return Instance(
        gain=gain,
        most_gain=int(max(gain.max(initial=0), -gain.min(initial=0))),
        near=_near(gain),
        factor=rules.pair_factor.copy(),
        breaks=breaks,
        own_breaks=own,
        seat_breaks=_seats(terms, k),
        low=np.array([plan.low] * k + [plan.waiting], np.int64),
        high=np.array([plan.high] * k + [plan.waiting], np.int64),
        rules=rules,
    )


def musts_only(instance: Instance) -> Instance:
    """The same problem with hard rules alone and nothing to earn."""
    return instance._replace(
        near=instance.near[:, :0], factor=np.zeros_like(instance.factor), rules=instance.rules.hard_only()
    )


def _near(gain: NDArray[np.int32]) -> NDArray[np.int32]:
    """The people with whom each person earns most, in ascending order: shape (n, few)."""
    n = len(gain)
    if n < NEIGHBOURS[0]:
        return np.zeros((n, 0), np.int32)
    return np.sort(np.argpartition(gain, n - NEIGHBOURS[1], axis=1)[:, n - NEIGHBOURS[1] :], axis=1).astype(np.int32)


def _bonds(terms: Terms) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Pairs that must be apart or together, shape (n, n), and own breaks, shape (n,); the first empty without rules."""
    n = terms.people
    bonds = [term for term in terms.terms if isinstance(term, Apart | Together)]
    breaks = np.zeros((n, n) if bonds else (0, 0), np.int32)
    own = np.zeros(n, np.int32)
    for term in bonds:
        if isinstance(term, Apart):
            breaks += _apart(term, n)
        else:
            members = list(term.members)
            own[members] += len(members) - 1
            breaks[np.ix_(members, members)] -= 2 * (1 - np.eye(len(members), dtype=np.int32))
    return breaks, own


def _apart(term: Apart, people: int) -> NDArray[np.int32]:
    """The pairs that must be apart: a symmetric matrix of 0 and 1, or more where a pair is listed more than once."""
    if isinstance(term.pairs, KindPairs):
        return term.pairs.among(range(people)).astype(np.int32)
    pairs = np.array(term.pairs, np.int64).reshape(-1, 2)
    apart = np.zeros((people, people), np.int32)
    np.add.at(apart, (pairs[:, 0], pairs[:, 1]), 1)
    return apart + apart.T


def _seats(terms: Terms, groups: int) -> NDArray[np.int32]:
    """The number of fixed seats that each person breaks in each group, or by waiting: shape (n, k + 1)."""
    breaks = np.zeros((terms.people, groups + 1), np.int32)
    for term in terms.terms:
        if isinstance(term, Seat):
            breaks[term.member] += 1
            breaks[term.member, [cohort for cohort in term.cohorts if cohort < groups]] -= 1
    return breaks


def state_of(instance: Instance, labels: Labels) -> State:
    """The state of a grouping, with every sum filled in."""
    n, groups, rules = labels.size, instance.low.size, instance.rules
    # A table entry is a sum of gains. Unless weights are huge, 32 bits hold it, and twice as many fit in the cache.
    most = int(np.abs(instance.gain).sum(axis=1, dtype=np.int64).max(initial=0))
    state = State(
        label=labels.astype(np.int64),
        size=np.zeros(groups, np.int64),
        member=np.zeros((groups, int(instance.high.max(initial=0)) + 1), np.int64),
        place=np.zeros(n, np.int64),
        gain_table=np.zeros((groups, n), np.int32 if most < 2**31 else np.int64),
        pair_sum=np.zeros(groups, np.int64),
        break_table=np.zeros((groups, instance.breaks.shape[0]), np.int32),
        counts=np.zeros((groups, len(rules.price)), np.int64),
        sums=np.zeros((groups, len(rules.step_price)), np.int64),
        away=np.zeros((groups, rules.closed.shape[1]), np.int32),
        floor_table=np.zeros((len(rules.floor_price), groups, n), np.int64),
        dues=np.zeros((groups, 4), np.int64),
        worth=np.zeros(groups, np.int64),
        totals=np.zeros(2, np.int64),
        scratch=np.zeros(n, np.int64),
    )
    fill(instance, state)
    return state
