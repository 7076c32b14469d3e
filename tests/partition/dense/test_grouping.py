"""The textbook problem (weights in, groups out), and the running sums of its kernel."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ok_match.model import PairGain, Terms
from ok_match.partition import SizePlan, group
from ok_match.partition.dense import compile_terms, state_of
from ok_match.partition.kernels import RANGE, ROW, anneal_pairs
from tests.partition.brute import rosters


def symmetric(weights: NDArray[np.generic]) -> NDArray[np.generic]:
    upper = np.triu(weights, 1)
    return upper + upper.T


@given(st.integers(0, 999), st.sampled_from([9, ROW + 44]), st.booleans(), st.booleans(), st.integers(0, 2))
@settings(max_examples=30, deadline=None)
def test_the_sums_stay_right_while_rows_are_tried(
    seed: int, people: int, slack: bool, uneven: bool, waiting: int
) -> None:
    random = np.random.default_rng(seed)
    sizes = np.array([people // 3, people // 3, people - 2 * (people // 3) - waiting, waiting])
    gain = symmetric(random.integers(-500, 500, (people, people))).astype(np.int32)
    instance = compile_terms(Terms(people, (PairGain(gain),)), SizePlan(3, 1, people, waiting))
    low, high = (np.ones(4, np.int64), np.full(4, people)) if slack else (sizes, sizes)
    low[3] = high[3] = waiting
    state = state_of(instance, random.permutation(np.repeat(np.arange(4), sizes)))
    worth = np.array([2, 3 if uneven and not slack else 2, 2, 0], np.int32)
    label = state.label.astype(np.uint16)
    table = (state.gain_table * worth[:, None]).astype(np.int32)
    own = table[label, np.arange(people)]
    accepted = anneal_pairs(
        label, state.size, low, high, state.member, state.place, table, own, worth, gain,
        np.zeros(4, np.int32), np.zeros(4, np.int32), np.zeros(2 * ROW, np.int32),
        1e4, 1e2, 40 * people, np.array([seed], np.uint64),
    )  # fmt: skip
    assert accepted > 0
    assert (low <= np.bincount(label, minlength=4)).all()
    assert (np.bincount(label, minlength=4) <= high).all()
    assert np.array_equal(state.size, np.bincount(label, minlength=4))
    recomputed = state_of(instance, label.astype(np.int64))
    assert np.array_equal(table, recomputed.gain_table * worth[:, None])
    assert np.array_equal(own, table[label, np.arange(people)])
    for g in range(4):
        members = state.member[g, : state.size[g]]
        assert sorted(members.tolist()) == np.flatnonzero(label == g).tolist()
        assert (state.place[members] == np.arange(members.size)).all()


@given(st.integers(0, 99), st.sampled_from([(8, 2), (9, 3)]), st.sampled_from([1, 1e-9, 1e12, -3.7]))
@settings(max_examples=20, deadline=None)
def test_the_groups_are_the_best_at_any_scale(seed: int, shape: tuple[int, int], scale: float) -> None:
    people, groups = shape
    weights = symmetric(np.random.default_rng(seed).random((people, people))) * scale
    grouping = group(weights, groups, seed=seed)
    best = max(
        sum(weights[i, j] for members in roster for i, j in combinations(members, 2))
        for roster in rosters(people, SizePlan(groups, people // groups, people // groups, 0))
    )
    assert grouping.value == pytest.approx(best)


def test_a_search_within_bounds_keeps_them() -> None:
    weights = symmetric(np.random.default_rng(1).integers(-50, 100, (30, 30)))
    grouping = group(weights, [(4, 12), (5, 6), (9, 20)], steps=50_000)
    sizes = np.bincount(grouping.labels, minlength=3).tolist()
    assert any(4 <= a <= 12 and 5 <= b <= 6 and 9 <= c <= 20 for a, b, c in permutations(sizes))
    assert sum(sizes) == 30


def test_the_number_of_workers_changes_nothing() -> None:
    weights = symmetric(np.random.default_rng(2).integers(0, 1000, (40, 40)))
    alone, shared = (group(weights, 5, seed=3, steps=40_000, runs=3, workers=workers) for workers in (1, 2))
    assert alone.labels.tolist() == shared.labels.tolist()
    assert alone.trace == shared.trace


def test_weights_too_large_for_rows_are_still_searched() -> None:
    gain = symmetric(np.random.default_rng(4).integers(0, RANGE // 2, (8, 8))).astype(np.int32)
    instance = compile_terms(Terms(8, (PairGain(gain),)), SizePlan(2, 4, 4, 0))
    assert not instance.plain
