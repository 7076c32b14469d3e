"""Upper bounds and exact proofs, against brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import ByKind, Counted, Factored, Listed, PairGain, SharedSlots, Terms, pair_share
from ok_match.model.measures import weights as forms_of_weights
from ok_match.partition import SizePlan, certify, cost, solve
from ok_match.partition.proofs.bounds import pair_bound, row_bound
from ok_match.partition.proofs.exact import least_cost
from tests.partition.brute import labels_of, rosters
from tests.partition.worlds import SOFT, worlds

SHAPES = [
    (6, 2, 3, 3, 0),
    (7, 3, 2, 3, 0),
    (8, 2, 4, 4, 0),
    (8, 3, 2, 3, 0),
    (8, 3, 2, 2, 2),
    (9, 3, 3, 3, 0),
    (7, 2, 3, 3, 1),
]


def weights_of(random: np.random.Generator, people: int) -> np.ndarray:
    """Weights of one of five kinds: noise, clusters, a few pairs, negative ones, or all alike."""
    kind = random.integers(5)
    points = random.normal(size=(people, 2)) + 3 * random.integers(0, 3, (people, 1))
    upper = (
        random.random((people, people)) * 1000,
        1000 * np.exp(-((points[:, None] - points[None, :]) ** 2).sum(axis=2)),
        np.where(random.random((people, people)) < 0.2, 1e6, 0.0),
        random.normal(size=(people, people)),
        np.full((people, people), 7.0),
    )[kind]
    upper = np.triu(upper, 1)
    return upper + upper.T


@given(st.sampled_from(SHAPES), st.integers(0, 100_000), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_bound_is_below_the_best_roster(shape: tuple[int, int, int, int, int], seed: int, corrected: bool) -> None:
    people, groups, low, high, waiting = shape
    weights = weights_of(np.random.default_rng(seed), people)

    def share(size: int) -> float:
        return float(pair_share(size)) if corrected else 1.0

    best = -np.inf
    for roster in rosters(people, SizePlan(groups, low, high, waiting)):
        pairs = [(weights[np.ix_(group, group)].sum() / 2, len(group)) for group in roster]
        best = max(best, sum(share(size) * inside for inside, size in pairs))
    sizes = sorted(map(len, next(rosters(people, SizePlan(groups, low, high, waiting)))))
    assert pair_bound(weights, sizes, [share(size) for size in sizes]) >= best
    free = [(size, share(size)) for size in range(low, high + 1)]
    bound = row_bound(weights, free)
    assert bound >= best
    assert row_bound((weights[start : start + 2] for start in range(0, people, 2)), free) == pytest.approx(bound)


def test_the_bound_is_near_where_people_cluster() -> None:
    random = np.random.default_rng(3)
    points = np.repeat(random.normal(size=(6, 8)), 8, axis=0) + 0.3 * random.normal(size=(48, 8))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    weights = np.rint(500 * (points @ points.T + 1)).astype(np.int32)
    np.fill_diagonal(weights, 0)
    terms = Terms(48, (PairGain(weights, 1000),))
    solution = solve(terms, [SizePlan(6, 8, 8, 0)], np.random.default_rng(0), lambda _done, _total: None)
    assert solution is not None
    certificate = certify(terms, solution)
    assert certificate is not None
    assert certificate.gain <= certificate.most
    assert certificate.gap is not None
    assert certificate.gap < 0.005
    assert not certificate.proven


@given(worlds(7), st.integers(0, 2))
@settings(max_examples=30, deadline=None)
def test_the_least_cost_of_few_people_is_exact(terms: Terms, waiting: int) -> None:
    plan = SizePlan(3, 1, 3, waiting)
    least = least_cost(terms, plan)
    costs = [cost(terms, labels_of(groups, 7), 3) for groups in rosters(7, plan)]
    assert least in (None, min(costs))


@given(worlds(8, SOFT))
@settings(max_examples=20, deadline=None)
def test_a_proven_solution_has_the_least_cost(terms: Terms) -> None:
    plan = SizePlan(3, 2, 3, 0)
    solution = solve(terms, [plan], np.random.default_rng(0), lambda _done, _total: None)
    assert solution is not None
    certificate = certify(terms, solution)
    assert certificate is not None
    assert certificate.proven
    assert solution.should == min(cost(terms, labels_of(groups, 8), 3)[1] for groups in rosters(8, plan))


def test_the_bound_of_large_problems_holds_for_every_form_of_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(0)
    forms = (
        Factored(random.normal(size=(6, 2)).astype(np.float32) * 20),
        ByKind(np.array([0, 1, 0, 1, 2, 2], np.int32), np.diag([-30, 90, 0]).astype(np.int32)),
        Listed(np.array([[0, 3], [1, 4]]), np.array([200, -50], np.int32)),
    )
    terms, plan = Terms(6, tuple(PairGain(form) for form in forms)), SizePlan(2, 3, 3, 0)
    solution = solve(terms, [plan], random, lambda _done, _total: None)
    assert solution is not None
    few = certify(terms, solution)
    monkeypatch.setattr(forms_of_weights, "MANY", 1)
    many = certify(terms, solution)
    assert few is not None
    assert few.proven
    assert many is not None
    assert many.gain == few.gain <= few.most <= many.most
    asked = Terms(6, (PairGain(Factored(forms[0].rows, forms[0].among)),))
    assert certify(asked, solution) is None


def test_a_search_among_a_few_that_ended_above_the_least_cost_is_made_again() -> None:
    both = np.array([[1, 1, 1, 1], [1, 0, 1, 1], [1, 0, 0, 1], [1, 1, 1, 0], [1, 1, 0, 0], [0, 1, 0, 1], [0, 0, 0, 1],
                     [1, 0, 1, 0]], bool)  # fmt: skip
    one = np.array([[1], [0], [0], [0], [1], [0], [1], [1]], bool)
    price = np.array([[0, 0, 5, 15, 30, 50, 75, 105, 140], [10, 5, 0, 0, 0, 0, 0, 0, 0],
                      [15, 15, 15, 10, 10, 15, 5, 10, 20]]) * 10_000  # fmt: skip
    classes = np.array([1, 2, 2, -1, 2, 1, 1, -1], np.int32)
    terms = Terms(8, (SharedSlots(both, 0, 34919), SharedSlots(one, 1, 16438), Counted(classes, price, must=False)))
    solution = solve(terms, [SizePlan(3, 2, 3, 0)], np.random.default_rng(0), lambda _done, _total: None)
    assert solution is not None
    assert (solution.must, solution.should) == least_cost(terms, solution.plan)
