"""Second opinions: nearly as good, really different, and priced to the unit."""

from itertools import permutations

import numpy as np
import pytest

from ok_match.model import FULL, Apart, Floor, PairGain, Seat, Terms
from ok_match.partition import Opinion, Solution, cost, near_best, opinions, plans, solve
from ok_match.partition.opinions import allowance

PEOPLE = 12


def asked(terms: Terms, wanted: int) -> tuple[Solution, tuple[Opinion, ...]]:
    random = np.random.default_rng(5)
    solution = solve(terms, plans(PEOPLE, 3, 5), random, lambda _done, _total: None)
    assert solution is not None
    return solution, opinions(terms, solution, wanted, random, lambda _done, _total: None)


def elsewhere(one: np.ndarray, other: np.ndarray, groups: int) -> int:
    """Count who sits elsewhere, for the kindest way to number the groups."""
    numbered = (np.array([*names, groups])[one] for names in permutations(range(groups)))
    return min(int((labels != other).sum()) for labels in numbered)


def flat(seed: int) -> np.ndarray:
    """Affinities among which many groupings are about as good."""
    half = np.triu(np.random.default_rng(seed).integers(480, 521, (PEOPLE, PEOPLE)), 1)
    return (half + half.T).astype(np.int32)


@pytest.mark.parametrize("seed", range(4))
def test_opinions_keep_every_must_and_differ_from_all_others_in_a_quarter_of_the_seats(seed: int) -> None:
    weights = flat(seed)
    terms = Terms(PEOPLE, (PairGain(weights, FULL), Apart(((0, 1), (2, 3))), Floor(weights, 500, 510, 2)))
    solution, found = asked(terms, 3)
    assert len(found) == 3
    groups = solution.plan.groups
    known = [solution.labels, *(one.labels for one in found)]
    for turn, one in enumerate(found):
        assert cost(terms, one.labels.tolist(), groups) == (0, one.should)
        assert one.should <= solution.should + allowance(terms, solution)
        for other in [*known[: turn + 1], *known[turn + 2 :]]:
            assert 4 * elsewhere(one.labels, other, groups) >= PEOPLE
        # The groups have the numbers under which the fewest sit elsewhere.
        assert int((one.labels != solution.labels).sum()) == elsewhere(one.labels, solution.labels, groups)
    assert [one.should for one in found] == sorted(one.should for one in found)


def test_numbers_stay_where_a_fixed_seat_gives_them_a_meaning() -> None:
    terms = Terms(PEOPLE, (PairGain(flat(1), FULL), Seat(0, (2,)), Seat(5, (0,))))
    _, found = asked(terms, 2)
    assert found
    assert all((one.labels[0], one.labels[5]) == (2, 0) for one in found)


def test_where_one_grouping_is_far_the_best_there_is_no_second_opinion() -> None:
    weights = np.where(np.equal.outer(np.arange(PEOPLE) // 4, np.arange(PEOPLE) // 4), 900, 0).astype(np.int32)
    np.fill_diagonal(weights, 0)
    terms = Terms(PEOPLE, (PairGain(weights, FULL),))
    solution, found = asked(terms, 2)
    assert found == ()
    assert len(near_best(terms, solution, found)) == 1


def test_what_is_near_the_best_holds_it_and_the_opinions_once() -> None:
    terms = Terms(PEOPLE, (PairGain(flat(2), FULL),))
    solution, found = asked(terms, 2)
    near = near_best(terms, solution, found)
    assert (near[0] == solution.labels).all()
    seen = [labels.tobytes() for labels in near]
    assert len(set(seen)) == len(seen)
    assert {one.labels.tobytes() for one in found} <= set(seen)
