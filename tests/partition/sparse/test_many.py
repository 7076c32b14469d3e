"""The search without a matrix: exact sums, kept rules, and results close to those of the dense search."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import (
    Apart,
    ByKind,
    Counted,
    Factored,
    KindPairs,
    Listed,
    PairGain,
    Seat,
    SharedSlots,
    Summed,
    Terms,
    Together,
)
from ok_match.model.measures import weights
from ok_match.partition import balanced, cost, plans, solve
from ok_match.partition.kernels import anneal_rows
from ok_match.partition.sparse import annealing
from ok_match.partition.sparse.compiling import compile_rows, row_state
from ok_match.partition.sparse.neighbours import bisected, nearest


def people(random: np.random.Generator, count: int, subjects: int = 8) -> np.ndarray:
    """Rows of people with one subject each; similar people have a product near 1000."""
    rows = random.normal(size=(subjects, 16))[random.integers(0, subjects, count)] + 0.5 * random.normal(
        size=(count, 16)
    )
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True) * np.sqrt(1000)).astype(np.float32)


def ruled(random: np.random.Generator, count: int, rows: np.ndarray) -> Terms:
    members = np.arange(count + 1)
    industry = random.integers(0, 6, count).astype(np.int32)
    order = random.permutation(count).tolist()
    excluding = np.zeros((8, 8), bool)
    excluding[0, 1] = excluding[1, 0] = True
    listed = random.integers(-200, 200, count - 50).astype(np.int32)
    return Terms(
        count,
        (
            PairGain(Factored(rows), 1000),
            Apart(tuple(zip(order[:20], order[20:40], strict=True))),
            Together(tuple(order[40:42])),
            Together(tuple(order[42:45])),
            Counted(industry, np.tile(np.maximum(members - 3, 0), (6, 1)).astype(np.int64), must=True),
            Counted(industry, np.tile(members * (members - 1) // 2 * 900_000, (6, 1)).astype(np.int64)),
            Summed(random.integers(-2, 3, count), 100_000),
            SharedSlots(random.random((count, 5)) < 0.9, 1),
            Seat(order[50], (3,)),
            # Eight kinds, two of them exclusive; a table of kinds; listed pairs, wanted and unwanted.
            Apart(KindPairs(random.integers(0, 8, count).astype(np.int32), excluding)),
            PairGain(ByKind(random.integers(0, 3, count).astype(np.int32), np.diag([-90, -40, 10]).astype(np.int32))),
            PairGain(Listed(np.array(sorted(map(sorted, zip(order[50:], order[49:], strict=False)))), listed)),
        ),
    )


@given(st.integers(0, 1000), st.integers(0, 2))
@settings(max_examples=15, deadline=None)
def test_all_sums_without_a_matrix_stay_right(seed: int, waiting: int) -> None:
    random = np.random.default_rng(seed)
    terms = ruled(random, 60, people(random, 60))
    instance, labels = compile_rows(terms, balanced(60, 8, waiting), random)
    state = row_state(instance, labels)
    anneal_rows(instance, state, 1e12, 1e9, 20_000, 1e11, np.array([seed], np.uint64))
    recomputed = row_state(instance, state.label)
    for name in set(state._fields) - {"member", "place", "scratch"}:
        assert np.array_equal(getattr(state, name), getattr(recomputed, name)), name
    for group in range(9):
        members = state.member[group, : state.size[group]].tolist()
        assert sorted(members) == np.flatnonzero(state.label == group).tolist()
    # The plain price counts the same breaks; people who must sit together never part.
    assert state.totals[1] == 2 * cost(terms, state.label.tolist(), 8)[0]


def test_gains_without_a_matrix_are_those_of_the_products() -> None:
    random = np.random.default_rng(1)
    rows = people(random, 50)
    terms = Terms(50, (PairGain(Factored(rows)),))
    instance, labels = compile_rows(terms, balanced(50, 6), random)
    state = row_state(instance, labels)
    scale = float(np.linalg.norm(instance.rows[0].astype(float)) / np.linalg.norm(rows[0]))
    _, should = cost(terms, labels.tolist(), 6)
    assert state.totals[0] / scale**2 == pytest.approx(-should, rel=2e-3)


def test_many_people_are_seated_by_every_rule_and_nearly_as_well_as_with_a_matrix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = np.random.default_rng(5)
    terms = ruled(random, 240, people(random, 240))
    plan = [balanced(240, 30)]
    dense = solve(terms, plan, np.random.default_rng(0), lambda _done, _total: None)
    monkeypatch.setattr(weights, "MANY", 1)
    monkeypatch.setattr(annealing, "RUN", (1_000_000, 1_000_000))
    reports: list[tuple[int, int]] = []
    without = solve(terms, plan, np.random.default_rng(0), lambda done, total: reports.append((done, total)))
    again = solve(terms, plan, np.random.default_rng(0), lambda _done, _total: None)
    assert dense is not None
    assert without is not None
    assert again is not None
    assert without.must == 0
    assert without.labels.tolist() == again.labels.tolist()
    assert (without.must, without.should) == cost(terms, without.labels.tolist(), 30)
    earned = 1000 * 27_720 * 240 - dense.should
    assert without.should - dense.should < 0.04 * earned
    assert reports[0][0] == 0
    assert reports[-1][0] == reports[-1][1]


def test_a_rule_that_cannot_be_kept_among_many_is_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "MANY", 1)
    random = np.random.default_rng(0)
    nowhere = SharedSlots(np.eye(40, dtype=bool), 1)
    terms = Terms(40, (PairGain(Factored(people(random, 40))), nowhere))
    assert solve(terms, plans(40, 4, 5), random, lambda _done, _total: None) is None


def test_most_neighbours_found_are_the_nearest() -> None:
    random = np.random.default_rng(0)
    rows = people(random, 2000, 40)
    products = rows @ rows.T
    np.fill_diagonal(products, -np.inf)
    truly = np.argsort(-products, axis=1)[:, :10]
    neighbours = nearest(rows, 10, random)
    assert neighbours.shape == (2000, 10)
    assert not (neighbours == np.arange(2000)[:, None]).any()
    shared = np.mean([len(set(neighbours[i].tolist()) & set(truly[i].tolist())) / 10 for i in range(2000)])
    assert shared > 0.6


@given(st.integers(2, 60), st.integers(1, 9), st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_halving_gives_every_group_its_size(count: int, groups: int, seed: int) -> None:
    groups = min(groups, count)
    random = np.random.default_rng(seed)
    sizes = np.array(balanced(count, groups).sizes(count)[:-1])
    labels = bisected(people(random, count), sizes, np.full(count, -1), random)
    assert np.bincount(labels, minlength=groups).tolist() == sizes.tolist()
