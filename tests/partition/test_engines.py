"""The choice of an engine, and the answers that both engines share."""

import numpy as np
import pytest

from ok_match.model import Apart, Factored, PairGain, Seat, Terms, written_down
from ok_match.model.measures import weights
from ok_match.partition import balanced, is_factored, is_least, solve
from ok_match.partition.dense import DenseEngine
from ok_match.partition.engines import engine_for
from ok_match.partition.proofs import PlanFilter
from ok_match.partition.sparse import SparseEngine

PEOPLE = 8
ROWS = Factored(np.random.default_rng(0).normal(size=(PEOPLE, 3)).astype(np.float32) * 20)
APART = Apart(((0, 1), (2, 3)))


def test_only_a_large_problem_without_a_matrix_goes_to_the_sparse_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    compact = Terms(PEOPLE, (PairGain(ROWS), APART))
    matrix = Terms(PEOPLE, (PairGain(written_down(ROWS, PEOPLE)), APART))
    assert isinstance(engine_for(compact), DenseEngine)
    monkeypatch.setattr(weights, "MANY", PEOPLE)
    assert isinstance(engine_for(compact), SparseEngine)
    assert isinstance(engine_for(matrix), DenseEngine)
    assert [is_factored(compact), is_factored(matrix)] == [True, False]


@pytest.mark.parametrize("engine", [DenseEngine(), SparseEngine()], ids=["dense", "sparse"])
def test_every_engine_finds_a_plan_that_its_search_can_keep(engine: DenseEngine | SparseEngine) -> None:
    terms = Terms(PEOPLE, (PairGain(ROWS), APART))
    plan = engine.quick_plan(terms, [balanced(PEOPLE, 1), balanced(PEOPLE, 2)], np.random.default_rng(1))
    # A single group would bring together people who must be apart.
    assert plan == balanced(PEOPLE, 2)
    everybody = engine.groups_to_ask(terms, _solved(terms), range(PEOPLE))
    assert everybody == [[0, 1]] * PEOPLE


def test_a_solution_is_least_only_where_an_exact_search_says_so() -> None:
    terms = Terms(PEOPLE, (PairGain(written_down(ROWS, PEOPLE)), APART))
    solution = _solved(terms)
    assert is_least(terms, solution)
    fixed = Terms(PEOPLE, (*terms.terms, Seat(0, (int(solution.labels[0]),))))
    assert not is_least(fixed, solution)


def test_a_filter_allows_no_plan_with_fewer_groups_than_people_who_must_all_be_apart() -> None:
    plan_filter = PlanFilter(Terms(PEOPLE, (Apart(((0, 1), (0, 2), (1, 2))),)))
    assert [plan_filter.allows(balanced(PEOPLE, groups, waiting)) for groups, waiting in ((3, 0), (2, 0), (2, 1))] == [
        True,
        False,
        True,
    ]


def _solved(terms: Terms):  # type: ignore[no-untyped-def]
    solution = solve(terms, [balanced(PEOPLE, 2)], np.random.default_rng(0), lambda _done, _total: None)
    assert solution is not None
    return solution
