"""The plans for groups: how many, and how large."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.partition import balanced, plans


@given(st.integers(2, 60), st.integers(2, 12), st.integers(0, 8), st.integers(0, 5))
@settings(max_examples=50, deadline=None)
def test_plans_keep_to_the_sizes_and_seat_all_but_those_who_wait(people: int, low: int, more: int, aim: int) -> None:
    high = low + more
    possible = list(plans(people, low, high, target=min(high, low + aim)))
    for plan in possible:
        assert low <= plan.low <= plan.high <= high
        assert plan.high <= plan.low + 1 or (plan.low, plan.high) == (low, high)
        assert plan.groups * plan.low <= people - plan.waiting <= plan.groups * plan.high
    assert [plan.waiting for plan in possible] == sorted(plan.waiting for plan in possible)
    assert len(set(possible)) == len(possible)
    assert bool(possible) == (people >= low)


@given(st.integers(2, 40), st.integers(2, 8), st.integers(0, 4))
@settings(max_examples=50, deadline=None)
def test_no_balanced_way_to_seat_people_is_left_out(people: int, low: int, more: int) -> None:
    high = low + more
    possible = {(plan.groups, plan.waiting) for plan in plans(people, low, high)}
    expected = {
        (groups, waiting)
        for waiting in range(people)
        for groups in range(1, people + 1)
        if groups * low <= people - waiting <= groups * high
    }
    assert possible == expected


def test_the_mean_size_nearest_to_the_target_comes_first() -> None:
    def first(target: int | None) -> int:
        return next(plans(24, 4, 12, target=target)).groups

    assert (first(4), first(6), first(12)) == (6, 4, 2)
    assert first(None) == first(8) == 3


def test_a_number_of_groups_is_kept_whatever_the_range() -> None:
    possible = list(plans(10, 6, 8, count=3))
    assert possible[0] == balanced(10, 3)
    assert {plan.groups for plan in possible} == {3}
    assert max(plan.waiting for plan in possible) == 4


@pytest.mark.parametrize(("people", "groups", "sizes"), [(10, 3, (3, 4)), (9, 3, (3, 3)), (7, 1, (7, 7))])
def test_balanced_sizes_differ_by_one_at_most(people: int, groups: int, sizes: tuple[int, int]) -> None:
    plan = balanced(people, groups)
    assert (plan.low, plan.high) == sizes


@pytest.mark.parametrize(
    ("people", "low", "high", "count"), [(5, 6, 10, None), (1, 2, 3, None), (3, 2, 9, 2), (0, 2, 4, None)]
)
def test_too_few_people_make_no_plan(people: int, low: int, high: int, count: int | None) -> None:
    assert list(plans(people, low, high, count=count)) == []


def test_sizes_that_cannot_add_up_leave_somebody_waiting() -> None:
    # Eleven people in cohorts of exactly five.
    assert next(plans(11, 5, 5)) == balanced(11, 2, waiting=1)
