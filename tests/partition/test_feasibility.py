"""The exact model against brute force: how few must wait if every must is to hold."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import Apart, PairGain, Seat, SharedSlots, Terms
from ok_match.partition import balanced, cost, fewest_waiting, plans, solve
from ok_match.partition.feasibility import seat_most

from .brute import labels_of, rosters
from .worlds import HARD, worlds


def truly_fewest(terms: Terms, low: int, high: int, count: int | None) -> int:
    """Find by brute force how few wait; a fixed seat must not be left empty."""
    seated = [term.member for term in terms.terms if isinstance(term, Seat)]
    for plan in plans(terms.people, low, high, count=count):
        for groups in rosters(terms.people, plan, numbered=bool(seated)):
            labels = labels_of(groups, terms.people)
            if cost(terms, labels, plan.groups)[0] == 0 and all(labels[i] < plan.groups for i in seated):
                return plan.waiting
    return terms.people


@given(worlds(6, HARD), st.sampled_from([(2, 2, None), (2, 3, None), (2, 4, None), (2, 6, 2), (3, 3, None)]))
@settings(max_examples=60, deadline=None)
def test_as_few_wait_as_brute_force_says(terms: Terms, shape: tuple[int, int, int | None]) -> None:
    low, high, count = shape
    assert fewest_waiting(terms, plans(6, low, high, count=count)) == truly_fewest(terms, low, high, count)


@given(worlds(6, (*HARD, "gain")), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_the_search_leaves_out_no_more_than_it_must(terms: Terms, seed: int) -> None:
    solution = solve(terms, plans(6, 2, 3), np.random.default_rng(seed), lambda _done, _total: None)
    if solution is None:
        return
    assert solution.must == 0
    assert solution.plan.waiting == truly_fewest(terms, 2, 3, None)


def test_the_labels_of_the_exact_model_keep_every_must() -> None:
    random = np.random.default_rng(1)
    pairs = tuple((i, j) for i in range(30) for j in range(i) if random.random() < 0.2)
    terms = Terms(30, (Apart(pairs), SharedSlots(random.random((30, 10)) < 0.6, 1)))
    certain, seating = seat_most(terms, plans(30, 5, 7))
    assert certain
    assert seating is not None
    assert cost(terms, seating.labels.tolist(), seating.plan.groups)[0] == 0
    sizes = np.bincount(seating.labels, minlength=seating.plan.groups + 1)
    assert sizes[-1] == seating.plan.waiting
    assert seating.plan.low <= min(sizes[:-1]) <= max(sizes[:-1]) <= seating.plan.high


@pytest.mark.parametrize("people", [61, 80])
def test_too_many_people_are_not_decided(people: int) -> None:
    assert (
        fewest_waiting(Terms(people, (PairGain(np.zeros((people, people), np.int32)),)), [balanced(people, 8)]) is None
    )
