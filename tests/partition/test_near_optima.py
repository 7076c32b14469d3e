"""Second opinions: nearly as good, really different, and exactly priced."""

from itertools import permutations

import numpy as np
import pytest

from ok_match.model import FULL, Apart, Floor, PairGain, Seat, Terms
from ok_match.partition import Opinion, Solution, cost, near_best, opinions, plans, solve
from ok_match.partition.near_optima import allowance

PEOPLE = 12


def asked(terms: Terms, wanted: int) -> tuple[Solution, tuple[Opinion, ...]]:
    random = np.random.default_rng(5)
    solution = solve(terms, plans(PEOPLE, 3, 5), random, lambda _done, _total: None)
    assert solution is not None
    return solution, opinions(terms, solution, wanted, random, lambda _done, _total: None)


def elsewhere(labels: np.ndarray, other: np.ndarray, groups: int) -> int:
    """The number of people who sit elsewhere, under the numbering of groups that makes it smallest."""
    numbered = (np.array([*names, groups])[labels] for names in permutations(range(groups)))
    return min(int((numbering != other).sum()) for numbering in numbered)


def flat(seed: int) -> np.ndarray:
    """Affinities under which many groupings are about equally good."""
    half = np.triu(np.random.default_rng(seed).integers(480, 521, (PEOPLE, PEOPLE)), 1)
    return (half + half.T).astype(np.int32)


@pytest.mark.parametrize("seed", range(4))
def test_opinions_keep_every_must_and_differ_from_all_others_in_a_quarter_of_the_seats(seed: int) -> None:
    weights = flat(seed)
    terms = Terms(PEOPLE, (PairGain(weights, FULL), Apart(((0, 1), (2, 3))), Floor(weights, 500, 510, 2)))
    solution, alternatives = asked(terms, 3)
    assert len(alternatives) == 3
    groups = solution.plan.groups
    known = [solution.labels, *(opinion.labels for opinion in alternatives)]
    for index, opinion in enumerate(alternatives):
        assert cost(terms, opinion.labels.tolist(), groups) == (0, opinion.should)
        assert opinion.should <= solution.should + allowance(terms, solution)
        for other in [*known[: index + 1], *known[index + 2 :]]:
            assert 4 * elsewhere(opinion.labels, other, groups) >= PEOPLE
        # The groups are numbered so that the fewest people sit elsewhere.
        assert int((opinion.labels != solution.labels).sum()) == elsewhere(opinion.labels, solution.labels, groups)
    assert [opinion.should for opinion in alternatives] == sorted(opinion.should for opinion in alternatives)


def test_numbers_stay_where_a_fixed_seat_gives_them_a_meaning() -> None:
    terms = Terms(PEOPLE, (PairGain(flat(1), FULL), Seat(0, (2,)), Seat(5, (0,))))
    _, alternatives = asked(terms, 2)
    assert alternatives
    assert all((opinion.labels[0], opinion.labels[5]) == (2, 0) for opinion in alternatives)


def test_a_grouping_that_is_far_the_best_has_no_second_opinion() -> None:
    weights = np.where(np.equal.outer(np.arange(PEOPLE) // 4, np.arange(PEOPLE) // 4), 900, 0).astype(np.int32)
    np.fill_diagonal(weights, 0)
    terms = Terms(PEOPLE, (PairGain(weights, FULL),))
    solution, alternatives = asked(terms, 2)
    assert alternatives == ()
    assert len(near_best(terms, solution, alternatives)) == 1


def test_the_rosters_near_the_best_are_it_and_each_opinion_once() -> None:
    terms = Terms(PEOPLE, (PairGain(flat(2), FULL),))
    solution, alternatives = asked(terms, 2)
    near = near_best(terms, solution, alternatives)
    assert (near[0] == solution.labels).all()
    seen = [labels.tobytes() for labels in near]
    assert len(set(seen)) == len(seen)
    assert {opinion.labels.tobytes() for opinion in alternatives} <= set(seen)
