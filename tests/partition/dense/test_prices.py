"""The search's price of a change, against the real difference in cost."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import Seat, Terms
from ok_match.partition import SizePlan, cost, other_seats, solve
from ok_match.partition.dense.compiling import compile_terms, musts_only, state_of
from ok_match.partition.kernels import anneal, apply_move, apply_swap, descend, price_move, price_swap
from tests.partition.brute import labels_of, rosters
from tests.partition.worlds import SOFT, worlds

PEOPLE = 9


def seating(seed: int, waiting: int) -> tuple[SizePlan, np.ndarray]:
    plan = SizePlan(3, 1, 4, waiting)
    random = np.random.default_rng(seed)
    labels = [0, 1, 2, *random.integers(0, 3, PEOPLE - waiting - 3).tolist(), *[3] * waiting]
    while max(labels.count(group) for group in range(3)) > plan.high:
        labels[3 : PEOPLE - waiting] = random.integers(0, 3, PEOPLE - waiting - 3).tolist()
    return plan, random.permutation(labels)


def known(terms: Terms, labels: np.ndarray) -> tuple[int, int]:
    """The gain of labels and twice their breaks; the search also counts a fixed seat that waits as a break."""
    must, should = cost(terms, labels.tolist(), 3)
    waiting = sum(isinstance(term, Seat) and labels[term.member] == 3 for term in terms.terms)
    return -should, 2 * (must + waiting)


@given(worlds(PEOPLE), st.integers(0, 999), st.integers(0, 2))
@settings(max_examples=150, deadline=None)
def test_the_price_of_every_swap_and_move_is_exact(terms: Terms, seed: int, waiting: int) -> None:
    plan, labels = seating(seed, waiting)
    instance = compile_terms(terms, plan)
    state = state_of(instance, labels)
    gain, breaks = known(terms, labels)
    base = state.totals[0] - gain
    assert state.totals[1] == breaks
    for i in range(PEOPLE):
        for j in range(i):
            if labels[i] != labels[j]:
                changed = labels.copy()
                changed[[i, j]] = changed[[j, i]]
                more, broken = known(terms, changed)
                assert price_swap(instance, state, i, j) == (more - gain, broken - breaks)
        for group in range(3):
            if labels[i] < 3 and group != labels[i] and (labels == labels[i]).sum() > 1:
                changed = labels.copy()
                changed[i] = group
                more, broken = known(terms, changed)
                assert price_move(instance, state, i, group) == (more - gain, broken - breaks)
    assert base == state.totals[0] - gain


@given(worlds(PEOPLE), st.integers(0, 999), st.integers(0, 2), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_sums_stay_right_through_swaps_moves_and_the_search(
    terms: Terms, seed: int, waiting: int, only_musts: bool
) -> None:
    plan, labels = seating(seed, waiting)
    instance = compile_terms(terms, plan)
    instance = musts_only(instance) if only_musts else instance
    state = state_of(instance, labels)
    random = np.random.default_rng(seed)
    for _ in range(10):
        i, j = random.choice(PEOPLE, 2, replace=False).tolist()
        if state.label[i] != state.label[j]:
            apply_swap(instance, state, i, j)
        group = int(random.integers(3))
        if state.label[i] not in (group, 3) and state.size[state.label[i]] > 1 and state.size[group] < plan.high:
            apply_move(instance, state, i, group)
    anneal(instance, state, 1e8, 1e5, 3000, 1e6, False, np.array([seed], np.uint64))
    descend(instance, state)
    recomputed = state_of(instance, state.label)
    for name in set(state._fields) - {"member", "place", "scratch"}:
        assert np.array_equal(getattr(state, name), getattr(recomputed, name)), name
    for group in range(4):
        members = state.member[group, : state.size[group]].tolist()
        assert sorted(members) == np.flatnonzero(state.label == group).tolist()
        assert all(state.place[i] == index for index, i in enumerate(members))
    if not only_musts:
        gain, breaks = known(terms, state.label)
        base = state_of(instance, labels).totals[0] - known(terms, labels)[0]
        assert (state.totals[0] - base, state.totals[1]) == (gain, breaks)


@given(worlds(8), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_with_every_kind_of_term_the_best_roster_is_found(terms: Terms, seed: int) -> None:
    plan = SizePlan(3, 2, 3, 0)
    prices = [cost(terms, labels_of(groups, 8), 3) for groups in rosters(8, plan, numbered=True)]
    solution = solve(terms, [plan], np.random.default_rng(seed), lambda _done, _total: None)
    if min(prices)[0] > 0:
        assert solution is None
        return
    assert solution is not None
    assert (solution.must, solution.should) == min(prices)


@given(worlds(7, SOFT), st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_no_other_seat_is_cheaper_than_the_best_other_seat(terms: Terms, seed: int) -> None:
    plan = SizePlan(2, 3, 4, 0)
    solution = solve(terms, [plan], np.random.default_rng(seed), lambda _done, _total: None)
    assert solution is not None
    labels = solution.labels.tolist()
    for person, seat in enumerate(other_seats(terms, solution)):
        ways = [[*labels[:person], 1 - labels[person], *labels[person + 1 :]]]
        for other in range(7):
            if labels[other] != labels[person]:
                changed = list(labels)
                changed[person], changed[other] = changed[other], changed[person]
                ways.append(changed)
        fitting = [way for way in ways if 3 <= way.count(0) <= 4]
        assert seat is not None
        assert seat.price == min(cost(terms, way, 2)[1] for way in fitting) - solution.should >= 0
