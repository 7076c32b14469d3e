"""The search against brute force, with few enough people to try every roster."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import FULL, POINT, Apart, PairGain, Seat, SharedSlots, Term, Terms, Together
from ok_match.partition import SizePlan, Solution, balanced, cost, other_seats, plans, solve
from tests.partition.brute import Groups, fewest_waiting, labels_of, rosters, worth

Pairs = list[tuple[int, int]]


def solved(terms: Terms, ways: Sequence[SizePlan], seed: int = 0) -> Solution | None:
    return solve(terms, ways, np.random.default_rng(seed), lambda _done, _total: None)


def groups_of(solution: Solution) -> Groups:
    labels = solution.labels.tolist()
    return tuple(tuple(i for i, label in enumerate(labels) if label == group) for group in range(solution.plan.groups))


def cheapest(weights: np.ndarray, plan: SizePlan, holds: object = None) -> int:
    """The price of the best roster: how far everyone seated falls short of FULL, in all."""
    people = len(weights)
    best = max(worth(groups, weights.tolist()) for groups in rosters(people, plan) if not holds or holds(groups))  # type: ignore[operator]
    price = FULL * POINT * (people - plan.waiting) - best
    assert price.denominator == 1
    return int(price)


@st.composite
def affinities(draw: st.DrawFn, people: int) -> np.ndarray:
    """Random affinities: plain, sparse, or all alike."""
    amounts = draw(st.sampled_from([st.integers(0, 1000), st.sampled_from([0, 0, 0, 700]), st.just(300)]))
    weights = np.zeros((people, people), np.int32)
    for i in range(people):
        for j in range(i):
            weights[i, j] = weights[j, i] = draw(amounts)
    return weights


def pairs(people: int, most: int) -> st.SearchStrategy[Pairs]:
    pair_of_people = st.tuples(st.integers(0, people - 1), st.integers(0, people - 1)).filter(
        lambda pair: pair[0] < pair[1]
    )
    return st.lists(pair_of_people, unique=True, max_size=most)


#: Numbers of people, of groups and of those who wait.
SHAPES = [(6, 3, 0), (6, 2, 0), (7, 2, 0), (7, 3, 0), (8, 2, 0), (8, 4, 0), (7, 2, 1), (8, 3, 2)]


@given(st.data(), st.sampled_from(SHAPES), st.integers(0, 9))
@settings(max_examples=50, deadline=None)
def test_the_solution_is_the_best_roster(data: st.DataObject, shape: tuple[int, int, int], seed: int) -> None:
    people, plan = shape[0], balanced(*shape)
    weights = data.draw(affinities(people))
    terms = Terms(people, (PairGain(weights, per_person=FULL),))
    solution = solved(terms, [plan], seed)
    assert solution is not None
    assert solution.should == cheapest(weights, plan)
    assert cost(terms, solution.labels.tolist(), plan.groups) == (0, solution.should)


@given(affinities(7), pairs(7, 5), st.integers(0, 9))
@settings(max_examples=20, deadline=None)
def test_the_best_roster_that_keeps_people_apart_is_found(weights: np.ndarray, apart: Pairs, seed: int) -> None:
    plan = balanced(7, 3)

    def holds(groups: Groups) -> bool:
        return not any(i in group and j in group for group in groups for i, j in apart)

    terms = Terms(7, (PairGain(weights, per_person=FULL), Apart(tuple(apart))))
    solution = solved(terms, [plan], seed)
    if not any(holds(groups) for groups in rosters(7, plan)):
        assert solution is None
        return
    assert solution is not None
    assert holds(groups_of(solution))
    assert solution.should == cheapest(weights, plan, holds)


@given(affinities(8), st.integers(0, 9))
@settings(max_examples=20, deadline=None)
def test_the_price_of_any_roster_is_what_it_falls_short_of_perfect(weights: np.ndarray, pick: int) -> None:
    plan = balanced(8, 3)
    terms = Terms(8, (PairGain(weights, per_person=FULL),))
    for index, groups in enumerate(rosters(8, plan)):
        if index % 10 == pick:
            price = FULL * POINT * 8 - worth(groups, weights.tolist())
            assert cost(terms, labels_of(groups, 8), plan.groups) == (0, price)


RULES = st.fixed_dictionaries(
    {
        "apart": pairs(7, 8),
        "together": st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=3, unique=True), max_size=2),
        "free": st.lists(st.sets(st.integers(0, 2), min_size=1), min_size=7, max_size=7),
        "needed": st.integers(0, 1),
    }
)


def ruled(rules: dict) -> tuple[Term, ...]:  # type: ignore[type-arg]
    free = np.array([[slot in slots for slot in range(3)] for slots in rules["free"]], bool)
    bound = tuple(Together(tuple(sorted(members))) for members in rules["together"])
    return (Apart(tuple(rules["apart"])), *bound, SharedSlots(free, rules["needed"]))


def keeps(rules: dict, groups: Groups) -> bool:  # type: ignore[type-arg]
    for group in groups:
        if any(i in group and j in group for i, j in rules["apart"]):
            return False
        if any(0 < len(set(members) & set(group)) < len(members) for members in rules["together"]):
            return False
        if len(set.intersection(*(set(rules["free"][i]) for i in group))) < rules["needed"]:
            return False
    return True


@given(RULES, st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_as_few_wait_as_the_rules_allow(rules: dict, seed: int) -> None:  # type: ignore[type-arg]
    ways = list(plans(7, 2, 3))
    weights = np.full((7, 7), 100, np.int32) - 100 * np.eye(7, dtype=np.int32)
    solution = solved(Terms(7, (PairGain(weights, per_person=FULL), *ruled(rules))), ways, seed)
    fewest = fewest_waiting(7, ways, lambda groups: keeps(rules, groups))
    if fewest is None:
        assert solution is None
        return
    assert solution is not None
    assert keeps(rules, groups_of(solution))
    assert solution.plan.waiting == fewest


@given(st.lists(st.sets(st.integers(0, 2), min_size=1), min_size=6, max_size=6), affinities(6))
@settings(max_examples=20, deadline=None)
def test_seats_that_are_settled_are_kept(seats: list[set[int]], weights: np.ndarray) -> None:
    fixed = dict(enumerate(seats[:3]))
    plan = balanced(6, 3)
    terms = Terms(6, (PairGain(weights, FULL), *(Seat(i, tuple(sorted(cohorts))) for i, cohorts in fixed.items())))

    def holds(groups: Groups) -> bool:
        return all(labels_of(groups, 6)[i] in cohorts for i, cohorts in fixed.items())

    solution = solved(terms, [plan])
    possible = [groups for groups in rosters(6, plan, numbered=True) if holds(groups)]
    if not possible:
        assert solution is None
        return
    assert solution is not None
    assert holds(groups_of(solution))
    assert solution.should == 6 * FULL * POINT - max(worth(groups, weights.tolist()) for groups in possible)


def test_somebody_with_a_settled_seat_never_waits() -> None:
    weights = np.full((5, 5), 900, np.int32)
    weights[0] = weights[:, 0] = 0
    np.fill_diagonal(weights, 0)
    solution = solved(Terms(5, (PairGain(weights, FULL), Seat(0, (1,)))), [balanced(5, 2, waiting=1)])
    assert solution is not None
    assert solution.labels[0] == 1


def test_groups_are_numbered_by_their_first_members() -> None:
    solution = solved(Terms(8, (PairGain(np.zeros((8, 8), np.int32)),)), [balanced(8, 4)])
    assert solution is not None
    assert [group[0] for group in groups_of(solution)] == sorted(group[0] for group in groups_of(solution))


def test_the_same_seed_finds_the_same_roster() -> None:
    weights = np.random.default_rng(5).integers(0, 1000, (12, 12)).astype(np.int32)
    terms = Terms(12, (PairGain(np.triu(weights, 1) + np.triu(weights, 1).T, FULL),))
    first, again = (solved(terms, [balanced(12, 3)], seed=7) for _ in range(2))
    assert first is not None
    assert again is not None
    assert first.labels.tolist() == again.labels.tolist()


def test_progress_is_reported_from_zero_to_the_total() -> None:
    reports: list[tuple[int, int]] = []
    weights = np.triu(np.arange(36).reshape(6, 6), 1).astype(np.int32)
    terms = Terms(6, (PairGain(weights + weights.T, FULL),))
    solve(terms, [balanced(6, 2)], np.random.default_rng(0), lambda done, total: reports.append((done, total)))
    assert reports[0][0] == 0
    assert reports[-1][0] == reports[-1][1]
    assert [done for done, _ in reports] == sorted(done for done, _ in reports)


@given(affinities(6), pairs(6, 3))
@settings(max_examples=20, deadline=None)
def test_the_best_other_seat_is_the_cheapest_swap_that_keeps_the_rules(weights: np.ndarray, apart: Pairs) -> None:
    plan = balanced(6, 2)
    terms = Terms(6, (PairGain(weights, FULL), Apart(tuple(apart))))
    solution = solved(terms, [plan])
    if solution is None:
        return
    labels = solution.labels.tolist()
    for person, seat in enumerate(other_seats(terms, solution)):
        prices = []
        for other in range(6):
            changed = list(labels)
            changed[person], changed[other] = changed[other], changed[person]
            must, should = cost(terms, changed, 2)
            if labels[other] != labels[person] and must == 0:
                prices.append(should - solution.should)
        if seat is None:
            assert prices == []
        else:
            assert seat.price == min(prices) >= 0
            assert seat.group == 1 - labels[person]
            assert seat.partner is not None


def test_where_sizes_allow_it_the_other_seat_is_a_plain_move() -> None:
    # A chain of five people: the middle person could just as well sit with the other two.
    weights = np.zeros((5, 5), np.int32)
    for i, j in ((0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4)):
        weights[i, j] = weights[j, i] = 600
    solution = solved(Terms(5, (PairGain(weights, FULL),)), [balanced(5, 2)])
    assert solution is not None
    seat = other_seats(Terms(5, (PairGain(weights, FULL),)), solution)[2]
    assert seat is not None
    assert (seat.partner, seat.price) == (None, 0)


def test_nobody_bound_to_companions_has_another_seat_alone() -> None:
    weights = np.zeros((6, 6), np.int32)
    solution = solved(Terms(6, (PairGain(weights, FULL), Together((0, 1)))), [balanced(6, 2)])
    assert solution is not None
    seats = other_seats(Terms(6, (PairGain(weights, FULL), Together((0, 1)))), solution)
    assert seats[0] is None
    assert seats[1] is None
    assert any(seat is not None for seat in seats[2:])


@pytest.mark.parametrize("cohorts", [(2,), (5, 6)])
def test_a_seat_in_a_group_that_does_not_exist_cannot_be_kept(cohorts: tuple[int, ...]) -> None:
    assert solved(Terms(4, (PairGain(np.zeros((4, 4), np.int32)), Seat(0, cohorts))), [balanced(4, 2)]) is None


def pairings(units: tuple[int, ...]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Every way to pair up the units."""
    if not units:
        yield ()
        return
    first, *others = units
    for other in others:
        for rest in pairings(tuple(unit for unit in others if unit != other)):
            yield ((first, other), *rest)


@given(affinities(16), st.integers(0, 9))
@settings(max_examples=5, deadline=None)
def test_couples_are_exchanged_for_couples(weights: np.ndarray, seed: int) -> None:
    terms = Terms(16, (PairGain(weights, FULL), *(Together((i, i + 1)) for i in range(0, 16, 2))))
    solution = solved(terms, [balanced(16, 4)], seed)
    assert solution is not None
    earned = [
        sum(
            int(weights[np.ix_(group, group)].sum()) for a, b in way for group in [[2 * a, 2 * a + 1, 2 * b, 2 * b + 1]]
        )
        for way in pairings(tuple(range(8)))
    ]
    assert solution.should == 16 * FULL * POINT - max(earned) * POINT // 3


def test_as_few_wait_as_the_range_of_sizes_allows() -> None:
    # Five people must sit together and three others are free: in cohorts of three to five, 5 + 3 seats everybody.
    terms = Terms(8, (PairGain(np.zeros((8, 8), np.int32)), Together((0, 1, 2, 3, 4))))
    solution = solved(terms, list(plans(8, 3, 5)))
    assert solution is not None
    assert solution.plan.waiting == 0
