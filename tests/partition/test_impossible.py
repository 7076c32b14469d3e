"""Why no roster could be found, in words."""

import numpy as np
import pytest

from ok_match.model import Apart, PairGain, Seat, SharedSlots, Term, Terms, Together
from ok_match.partition import plans, solve, why_impossible

NOTHING = PairGain(np.zeros((6, 6), np.int32))


def reason(*rules: Term, people: int = 6, low: int = 2, high: int = 3, count: int | None = None) -> str:
    """Give the words, after making sure that there is no roster indeed."""
    nothing = PairGain(np.zeros((people, people), np.int32))
    terms = Terms(people, (nothing, *rules))
    ways = list(plans(people, low, high, count=count))
    assert solve(terms, ways, np.random.default_rng(0), lambda _done, _total: None) is None
    where, what, follows, advice = why_impossible(terms, low, high, count)
    assert all((where, what, follows, advice))
    return f"{where}: {what} {advice}"


def test_too_few_people_for_one_cohort() -> None:
    assert "4 people are fewer than the 6" in reason(people=4, low=6, high=10)
    assert "--size 2-4" in reason(people=4, low=6, high=10)


def test_one_person_alone_can_only_wait() -> None:
    words = reason(people=1, low=2, high=3)
    assert "wait until more people apply" in words
    assert "--size" not in words


def test_too_few_people_for_so_many_cohorts() -> None:
    words = reason(people=5, count=3)
    assert "5 people cannot form 3 cohorts" in words
    assert "at most 2" in words


@pytest.mark.parametrize(
    "rules",
    [
        (Apart(((0, 1),)), Together((0, 1))),
        (Apart(((0, 2),)), Together((0, 1)), Together((1, 2))),
        (Apart(((0, 1),)), Seat(0, (1,)), Seat(1, (1,))),
        (Together((0, 1)), Seat(0, (0,)), Seat(1, (1,))),
        (Seat(0, (0,)), Seat(0, (1,))),
    ],
)
def test_rules_that_contradict_each_other_are_named_as_such(rules: tuple[Term, ...]) -> None:
    assert "contradict" in reason(*rules)


@pytest.mark.parametrize(
    "rules",
    [
        (Apart(((0, 1),)), Together((1, 2))),
        (Apart(((0, 1),)), Seat(0, (0,)), Seat(1, (0, 1))),
        (Together((0, 1)), Seat(0, (0, 1)), Seat(1, (1, 2))),
        (Seat(0, (0, 1)), Seat(0, (1,))),
    ],
)
def test_rules_that_can_hold_at_once_are_no_contradiction(rules: tuple[Term, ...]) -> None:
    solution = solve(Terms(6, (NOTHING, *rules)), plans(6, 2, 3), np.random.default_rng(0), lambda _d, _t: None)
    assert solution is not None
    assert solution.plan.waiting == 0


def test_more_people_bound_together_than_a_cohort_holds() -> None:
    # Nobody else is free to fill a cohort, so that all would have to wait.
    words = reason(Together((0, 1, 2)), Together((2, 3, 4, 5)))
    assert "6 people must sit together" in words
    assert "3 at most" in words


def test_people_who_must_all_be_apart_are_counted() -> None:
    everybody = tuple((i, j) for i in range(6) for j in range(i + 1, 6))
    assert "6 people must all be apart" in reason(Apart(everybody))


def test_no_time_that_two_could_share() -> None:
    words = reason(SharedSlots(np.eye(6, dtype=bool), 1))
    assert "meeting_slot" in words
    assert "apart" not in words
