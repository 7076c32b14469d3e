"""The exact model against brute force: the fewest who must wait for every must to hold."""

import os

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import Apart, Counted, PairGain, Seat, SharedSlots, Terms, Together
from ok_match.partition import SizePlan, balanced, cost, plans, quick_plan, solve
from ok_match.partition.proofs import SeatBound, seat_most
from ok_match.partition.proofs.solver import muted
from tests.partition.brute import labels_of, rosters
from tests.partition.worlds import HARD, worlds


def truly_fewest(terms: Terms, low: int, high: int, count: int | None) -> int:
    """The fewest who wait, by brute force; nobody with a fixed seat may wait."""
    seated = [term.member for term in terms.terms if isinstance(term, Seat)]
    for plan in plans(terms.people, low, high, count=count):
        for groups in rosters(terms.people, plan, numbered=bool(seated)):
            labels = labels_of(groups, terms.people)
            if cost(terms, labels, plan.groups)[0] == 0 and all(labels[i] < plan.groups for i in seated):
                return plan.waiting
    return terms.people


def fewest_waiting(terms: Terms, ways: list[SizePlan]) -> int | None:
    """The fewest who wait, by the exact model; ``None`` if it leaves the question open."""
    decided, seating = seat_most(terms, ways)
    if not decided:
        return None
    return seating.plan.waiting if seating else terms.people


def fewest_possible(terms: Terms, ways: list[SizePlan]) -> int:
    """The fewest who can wait, by the bound over all numbers of groups."""
    return min((SeatBound(terms, ways).fewest(groups) for groups in {plan.groups for plan in ways}), default=0)


@given(worlds(6, HARD), st.sampled_from([(2, 2, None), (2, 3, None), (2, 4, None), (2, 6, 2), (3, 3, None)]))
@settings(max_examples=60, deadline=None)
def test_as_few_wait_as_brute_force_says(terms: Terms, shape: tuple[int, int, int | None]) -> None:
    low, high, count = shape
    truth = truly_fewest(terms, low, high, count)
    ways = list(plans(6, low, high, count=count))
    assert fewest_waiting(terms, ways) == truth
    assert fewest_possible(terms, ways) <= truth
    quick = quick_plan(terms, ways, np.random.default_rng(0))
    # A quick plan can be kept, so at least as many wait; a contradiction has none.
    assert quick is None or quick.waiting >= truth


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


def test_the_bound_on_those_who_wait_needs_no_search() -> None:
    nothing = PairGain(np.zeros((60, 60), np.int32))
    everybody = np.arange(60)
    one_day = SharedSlots(everybody[:, None] % 4 == np.arange(4), 1)
    # Fifteen people can come on each of four days, which fills one group of eight a day.
    assert fewest_possible(Terms(60, (nothing, one_day)), list(plans(60, 8, 8))) == 28
    a_dozen = Apart(tuple((i, j) for i in range(12) for j in range(i)))
    # Ten groups of six would seat all sixty people, but only ten of the twelve can sit in different groups.
    assert fewest_possible(Terms(60, (nothing, a_dozen)), list(plans(60, 6, 9))) == 3
    five_kinds = Counted((everybody % 5).astype(np.int32), np.tile(np.maximum(np.arange(61) - 1, 0), (5, 1)), must=True)
    assert fewest_possible(Terms(60, (nothing, five_kinds)), list(plans(60, 5, 9))) == 0
    assert fewest_possible(Terms(60, (nothing, five_kinds)), list(plans(60, 6, 9))) == 60
    seldom = SharedSlots(everybody[:, None] < np.array([60, 3]), 1)
    assert fewest_possible(Terms(60, (nothing, seldom, Together((0, 59)))), list(plans(60, 6, 9))) == 0
    none_shared = SharedSlots((everybody[:, None] < 30) == np.array([True, False]), 1)
    assert fewest_possible(Terms(60, (nothing, none_shared, Together((0, 59)))), list(plans(60, 2, 4))) == 2


def test_the_output_of_a_solver_is_muted(capfd: pytest.CaptureFixture[str]) -> None:
    with muted():
        os.write(1, b"a line of its own\n")
    os.write(1, b"ours\n")
    assert capfd.readouterr().out == "ours\n"
