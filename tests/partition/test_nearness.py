"""What is nearly as good as a solution."""

import numpy as np
import pytest

from ok_match.model import FULL, Apart, Floor, PairGain, Seat, Terms
from ok_match.partition import Solution, allowance, alternatives, cost, matched, near_best, plans, solve

PEOPLE = 12


def asked(terms: Terms, wanted: int) -> tuple[Solution, tuple[Solution, ...]]:
    random = np.random.default_rng(5)
    solution = solve(terms, plans(PEOPLE, 3, 5), random, lambda _done, _total: None)
    assert solution is not None
    return solution, alternatives(terms, solution, wanted, random, lambda _done, _total: None)


def flat(seed: int) -> np.ndarray:
    """Affinities among which many groupings are about as good."""
    half = np.triu(np.random.default_rng(seed).integers(480, 521, (PEOPLE, PEOPLE)), 1)
    return (half + half.T).astype(np.int32)


@pytest.mark.parametrize("seed", range(3))
def test_near_groupings_stand_once_and_within_the_allowance(seed: int) -> None:
    weights = flat(seed)
    terms = Terms(PEOPLE, (PairGain(weights, FULL), Apart(((0, 1), (2, 3))), Floor(weights, 500, 510, 2)))
    solution, found = asked(terms, 2)
    near = near_best(terms, solution, [one.labels for one in found])
    assert (near[0] == solution.labels).all()
    assert len({labels.tobytes() for labels in near}) == len(near)
    for labels in near:
        must, should = cost(terms, labels.tolist(), solution.plan.groups)
        assert must == 0
        assert should - solution.should <= allowance(terms, solution)
    assert {matched(terms, one.labels, solution).tobytes() for one in found} <= {labels.tobytes() for labels in near}


def test_numbers_stay_where_a_fixed_seat_gives_them_a_meaning() -> None:
    terms = Terms(PEOPLE, (PairGain(flat(1), FULL), Seat(0, (2,)), Seat(5, (0,))))
    solution, found = asked(terms, 2)
    for labels in near_best(terms, solution, [one.labels for one in found]):
        assert (labels[0], labels[5]) == (2, 0)


def test_where_one_grouping_is_far_the_best_nothing_is_near() -> None:
    weights = np.where(np.equal.outer(np.arange(PEOPLE) // 4, np.arange(PEOPLE) // 4), 900, 0).astype(np.int32)
    np.fill_diagonal(weights, 0)
    terms = Terms(PEOPLE, (PairGain(weights, FULL),))
    solution, found = asked(terms, 2)
    assert len(near_best(terms, solution, [one.labels for one in found])) == 1
