"""The hindrance that makes seating impossible, named without a search."""

import numpy as np
import pytest

from ok_match.model import Apart, Counted, PairGain, Seat, SharedSlots, Term, Terms, Together
from ok_match.partition import Hindrance, Obstacle, SizePlan, hindrance, plans, quick_plan, solve
from ok_match.partition.proofs import lonely, promising

PEOPLE = 6
NOTHING = PairGain(np.zeros((PEOPLE, PEOPLE), np.int32))


def hindrance_of(
    *rules: Term, people: int = PEOPLE, low: int = 2, high: int = 3, count: int | None = None
) -> Hindrance:
    """The hindrance of a problem for which the search finds no roster."""
    nothing = PairGain(np.zeros((people, people), np.int32))
    terms = Terms(people, (nothing, *rules))
    ways = list(plans(people, low, high, count=count))
    assert solve(terms, ways, np.random.default_rng(0), lambda _done, _total: None) is None
    return hindrance(terms, low, high, count)


def plan_of(terms: Terms) -> SizePlan | None:
    """The plan that a full search settles on."""
    solution = solve(terms, plans(PEOPLE, 2, 3), np.random.default_rng(0), lambda _done, _total: None)
    return solution and solution.plan


def quota(holders: tuple[int, ...], least: int) -> Counted:
    classes = np.full(PEOPLE, -1, np.int32)
    classes[list(holders)] = 0
    return Counted(classes, np.maximum(0, least - np.arange(PEOPLE + 1))[None, :].astype(np.int64), must=True)


def caps(classes: list[int], most: int) -> Counted:
    price = np.maximum(0, np.arange(PEOPLE + 1) - most).astype(np.int64)
    return Counted(np.array(classes, np.int32), np.tile(price, (max(classes) + 1, 1)), must=True)


def test_too_few_people_for_one_cohort() -> None:
    assert hindrance_of(people=4, low=6, high=10) == Hindrance(Obstacle.TOO_FEW, 4, 6)
    assert hindrance_of(people=1) == Hindrance(Obstacle.TOO_FEW, 1, 2)


def test_too_few_people_for_the_number_of_cohorts() -> None:
    assert hindrance_of(people=5, count=3) == Hindrance(Obstacle.TOO_MANY_COHORTS, 3, 2)


def test_a_seat_in_a_cohort_that_cannot_exist() -> None:
    assert hindrance_of(Seat(4, (7,))) == Hindrance(Obstacle.NO_SUCH_COHORT, 8, 3, (4,), (1,))


@pytest.mark.parametrize(
    ("rules", "people", "indices"),
    [
        ((Apart(((0, 1),)), Together((0, 1))), (0, 1), (1, 2)),
        ((Apart(((0, 2),)), Together((0, 1)), Together((1, 2))), (0, 2), (1, 2, 3)),
        ((Apart(((0, 1),)), Seat(0, (1,)), Seat(1, (1,))), (0, 1), (1, 2, 3)),
        ((Together((0, 1)), Seat(0, (0,)), Seat(1, (1,))), (0, 1), (1, 2, 3)),
        ((Seat(0, (0,)), Seat(0, (1,))), (0,), (1, 2)),
    ],
)
def test_rules_that_contradict_each_other_are_named_with_their_people(
    rules: tuple[Term, ...], people: tuple[int, ...], indices: tuple[int, ...]
) -> None:
    hindered = hindrance(Terms(PEOPLE, (NOTHING, *rules)), 2, 3, None)
    assert (hindered.obstacle, hindered.people, hindered.terms) == (Obstacle.CONTRADICTION, people, indices)


@pytest.mark.parametrize(
    "rules",
    [
        (Apart(((0, 1),)), Seat(0, (1,)), Seat(1, (1,))),
        (Together((0, 1)), Seat(0, (0,)), Seat(1, (1,))),
        (Seat(0, (0,)), Seat(0, (1,))),
        (Apart(((0, 1),)), Together((0, 1, 2)), Seat(2, (0,))),
    ],
)
def test_rules_that_contradict_each_other_about_a_fixed_seat_leave_no_roster(rules: tuple[Term, ...]) -> None:
    assert hindrance_of(*rules).obstacle is Obstacle.CONTRADICTION


def test_people_about_whom_rules_contradict_each_other_wait_and_nobody_else_does() -> None:
    terms = Terms(PEOPLE, (NOTHING, Apart(((0, 2),)), Together((0, 1)), Together((1, 2))))
    solution = solve(terms, plans(PEOPLE, 2, 3), np.random.default_rng(0), lambda _d, _t: None)
    assert solution is not None
    assert np.flatnonzero(solution.labels == solution.plan.groups).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    "rules",
    [
        (Apart(((0, 1),)), Together((1, 2))),
        (Apart(((0, 1),)), Seat(0, (0,)), Seat(1, (0, 1))),
        (Together((0, 1)), Seat(0, (0, 1)), Seat(1, (1, 2))),
        (Seat(0, (0, 1)), Seat(0, (1,))),
        (quota((0, 1), 1),),
        (caps([0, 0, 0, 1, 1, 1], 2),),
    ],
)
def test_rules_that_can_hold_at_once_hinder_nothing(rules: tuple[Term, ...]) -> None:
    terms = Terms(PEOPLE, (NOTHING, *rules))
    solution = solve(terms, plans(PEOPLE, 2, 3), np.random.default_rng(0), lambda _d, _t: None)
    assert solution is not None
    assert solution.plan.waiting == 0
    plan = plan_of(terms)
    assert plan is not None
    assert plan.waiting == 0
    assert hindrance(terms, 2, 3, None, everybody=True).obstacle is Obstacle.UNKNOWN


def test_more_people_bound_together_than_a_cohort_holds() -> None:
    # Nobody else is free to fill a cohort, so everybody would have to wait.
    hindered = hindrance_of(Together((0, 1, 2)), Together((2, 3, 4, 5)))
    assert hindered == Hindrance(Obstacle.BOUND, 6, 3, (0, 1, 2, 3, 4, 5), (1, 2))


def test_people_who_must_all_be_apart() -> None:
    everybody = tuple((i, j) for i in range(6) for j in range(i + 1, 6))
    assert hindrance_of(Apart(everybody)) == Hindrance(Obstacle.APART, 6, 3, (0, 1, 2, 3, 4, 5), (1,))


def test_no_time_that_enough_people_share() -> None:
    assert hindrance_of(SharedSlots(np.eye(6, dtype=bool), 1)) == Hindrance(Obstacle.SLOTS, 1, 2, (), (1,))


def test_caps_that_let_no_cohort_reach_its_size() -> None:
    assert hindrance_of(caps([0] * 6, 1)) == Hindrance(Obstacle.CAPS, 1, 2, (), (1,))


def test_a_quota_that_too_few_people_can_fill() -> None:
    assert hindrance_of(quota((0, 1), 3)) == Hindrance(Obstacle.QUOTA, 0, 1, (0, 1), (1,))
    assert hindrance_of(quota((0, 1), 1), count=3) == Hindrance(Obstacle.QUOTA, 2, 3, (0, 1), (1,))


def test_what_keeps_only_some_people_waiting_is_named_on_request() -> None:
    # Two people can sit with the only holder; more cohorts would need more holders.
    terms = Terms(PEOPLE, (NOTHING, quota((0,), 1)))
    assert hindrance(terms, 2, 3, None).obstacle is Obstacle.UNKNOWN
    assert hindrance(terms, 2, 3, None, everybody=True) == Hindrance(Obstacle.QUOTA, 1, 2, (0,), (1,))
    assert hindrance(Terms(5, (PairGain(np.zeros((5, 5), np.int32)),)), 3, 3, None, everybody=True) == Hindrance(
        Obstacle.SIZES, 5
    )


def test_anyone_who_shares_no_slot_with_enough_others_must_wait() -> None:
    free = np.array([[1, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]], bool)
    assert lonely(Terms(PEOPLE, (SharedSlots(free, 1),)), 3) == (4,)
    assert lonely(Terms(PEOPLE, (SharedSlots(free, 1),)), 2) == ()
    assert lonely(Terms(PEOPLE, (SharedSlots(free, 2),)), 3) == (0, 1, 3, 4)
    assert lonely(Terms(PEOPLE, (SharedSlots(free, 1, weight=5),)), 3) == ()


def test_people_who_must_sit_together_wait_together() -> None:
    free = np.array([[1, 0], [1, 0], [1, 1], [0, 1], [0, 1], [1, 1]], bool)
    slots = SharedSlots(free, 1)
    assert lonely(Terms(PEOPLE, (slots,)), 3) == ()
    assert lonely(Terms(PEOPLE, (slots, Together((0, 3)))), 3) == (0, 3)
    assert lonely(Terms(PEOPLE, (slots, Together((0, 3)), Together((3, 5)))), 2) == (0, 3, 5)


def test_no_plan_is_promising_if_somebody_with_a_fixed_seat_must_wait() -> None:
    free = np.array([[1, 0], [1, 0], [1, 0], [1, 0], [0, 1], [1, 0]], bool)
    terms = Terms(PEOPLE, (NOTHING, SharedSlots(free, 1), Seat(4, (0,))))
    assert promising(terms, plans(PEOPLE, 2, 3)) == []
    assert promising(Terms(PEOPLE, terms.terms[:2]), plans(PEOPLE, 2, 3))
    assert quick_plan(terms, plans(PEOPLE, 2, 3), np.random.default_rng(0)) is None
    # Nor are the seats of two people of one cohort who cannot meet.
    apart = np.array([[1, 0], [1, 0], [1, 1], [0, 1], [0, 1], [1, 1]], bool)
    both = Terms(PEOPLE, (NOTHING, SharedSlots(apart, 1), Seat(0, (1,)), Seat(3, (0, 1)), Seat(3, (1, 2))))
    assert promising(both, plans(PEOPLE, 2, 3)) == []
    assert promising(Terms(PEOPLE, both.terms[:4]), plans(PEOPLE, 2, 3))


def test_a_quick_answer_is_a_plan_that_can_be_kept() -> None:
    terms = Terms(PEOPLE, (NOTHING, Apart(((0, 1), (0, 2), (1, 2)))))
    plan = quick_plan(terms, plans(PEOPLE, 2, 3), np.random.default_rng(0))
    assert plan == plan_of(terms)
    impossible = Terms(PEOPLE, (NOTHING, Apart(((0, 1),)), Together((0, 1)), Seat(1, (0,))))
    assert quick_plan(impossible, plans(PEOPLE, 2, 3), np.random.default_rng(0)) is None
