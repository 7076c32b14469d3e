"""Second opinions: different, nearly as good, and as hard on the rules."""

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import Apart, PairGain, Terms
from ok_match.partition import Solution, alternatives, balanced, cost, solve, together_share

from .worlds import symmetric


def solved(terms: Terms, groups: int, waiting: int = 0) -> Solution:
    plan = balanced(terms.people, groups, waiting)
    solution = solve(terms, [plan], np.random.default_rng(0), lambda _done, _total: None)
    assert solution is not None
    return solution


def moved(one: np.ndarray, other: np.ndarray, groups: int) -> int:
    """Count who sits elsewhere under the numbering of groups that hides most, the slow way."""
    names = (np.array([*order, groups]) for order in permutations(range(groups)))
    return min(int((one != name[other]).sum()) for name in names)


@given(st.integers(0, 50), st.integers(0, 2))
@settings(max_examples=10, deadline=None)
def test_alternatives_keep_every_must_and_differ_in_a_quarter_of_the_seats(seed: int, waiting: int) -> None:
    random = np.random.default_rng(seed)
    terms = Terms(14, (PairGain(symmetric(random, 14, 0, 1000), 1000), Apart(((0, 1), (2, 3), (4, 5)))))
    solution = solved(terms, 3, waiting)
    others = alternatives(terms, solution, 3, random, lambda _done, _total: None)
    assert len(others) == 3
    assert [one.should for one in others] == sorted(one.should for one in others)
    everyone = [solution, *others]
    for at, one in enumerate(everyone):
        assert (one.must, one.should) == cost(terms, one.labels.tolist(), 3)
        assert one.must == 0
        assert one.should >= solution.should
        assert (one.labels == 3).sum() == waiting
        assert all(moved(one.labels, other.labels, 3) >= 14 / 4 for other in everyone[:at])


def test_there_is_no_second_opinion_of_one_cohort() -> None:
    terms = Terms(6, (PairGain(symmetric(np.random.default_rng(0), 6, 0, 9)),))
    assert alternatives(terms, solved(terms, 1), 2, np.random.default_rng(0), lambda _done, _total: None) == ()


def test_those_who_belong_together_sit_firmly() -> None:
    weights = np.kron(np.eye(3, dtype=np.int32), np.full((4, 4), 900, np.int32))
    np.fill_diagonal(weights, 0)
    share = together_share(solved(Terms(12, (PairGain(weights),)), 3))
    assert np.array_equal(share, np.kron(np.eye(3), np.ones((4, 4))))


def test_where_nothing_tells_people_apart_seats_are_a_coin_toss() -> None:
    random = np.random.default_rng(2)
    terms = Terms(
        12,
        (
            PairGain(
                1000 + symmetric(random, 12, 0, 2) * (1 - np.eye(12, dtype=np.int32)),
            ),
        ),
    )
    share = together_share(solved(terms, 3))
    assert np.array_equal(share, share.T)
    assert np.allclose(share.sum(axis=1), 4)
    assert share[~np.eye(12, dtype=bool)].max() < 1
