"""The alignment of two people's statements."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.similarity.alignment import align, align_in_blocks, weighted_mean


def owners_of(text: str) -> np.ndarray:
    """The owners in ``aab``: two statements of the first person, one of the second."""
    return np.array([ord(letter) - ord("a") for letter in text], np.int64)


@st.composite
def compared(draw: st.DrawFn, people: int = 4) -> tuple[np.ndarray, np.ndarray]:
    """The similarity of some statements, and the person who made each."""
    counts = draw(st.lists(st.integers(0, 3), min_size=people, max_size=people))
    owners = np.repeat(np.arange(people), counts)
    numbers = st.integers(0, 100).map(lambda percent: percent / 100)
    alike = np.array([[draw(numbers) for _ in owners] for _ in owners]).reshape(owners.size, owners.size)
    return (alike + alike.T) / 2, owners


def test_each_statement_meets_its_best_match_in_both_directions() -> None:
    # Two statements of a against one of b: 0.8 and 0.2 one way, 0.8 the other.
    alike = np.array([[1.0, 0.0, 0.8], [0.0, 1.0, 0.2], [0.8, 0.2, 1.0]])
    aligned = align(alike, owners_of("aab"), 2)
    assert aligned[0, 1] == aligned[1, 0] == pytest.approx(((0.8 + 0.2) / 2 + 0.8) / 2)


def test_who_said_nothing_is_not_compared() -> None:
    aligned = align(np.eye(2), owners_of("ac"), 4)
    assert np.isnan(aligned[[1, 3]]).all()
    assert np.isnan(aligned[:, [1, 3]]).all()
    assert aligned[0, 2] == 0.0


def test_where_nobody_said_anything_nothing_is_known() -> None:
    assert np.isnan(align(np.zeros((0, 0)), owners_of(""), 3)).all()


@given(compared())
@settings(max_examples=50, deadline=None)
def test_alignment_is_symmetric_and_stays_in_range(drawn: tuple[np.ndarray, np.ndarray]) -> None:
    aligned = align(*drawn, 4)
    assert np.array_equal(aligned, aligned.T, equal_nan=True)
    assert aligned.shape == (4, 4)
    known = aligned[~np.isnan(aligned)]
    assert ((known >= 0) & (known <= 1)).all()


@given(compared())
@settings(max_examples=50, deadline=None)
def test_alignment_is_the_mean_of_best_matches(drawn: tuple[np.ndarray, np.ndarray]) -> None:
    alike, owners = drawn
    aligned = align(alike, owners, 4)
    for i in range(4):
        for j in range(4):
            mine, theirs = np.flatnonzero(owners == i), np.flatnonzero(owners == j)
            if not mine.size or not theirs.size:
                assert np.isnan(aligned[i, j])
                continue
            forth = sum(max(alike[s, t] for t in theirs) for s in mine) / mine.size
            back = sum(max(alike[s, t] for s in mine) for t in theirs) / theirs.size
            assert aligned[i, j] == pytest.approx((forth + back) / 2)


def test_facets_count_by_their_weights() -> None:
    ones, halves = np.ones((3, 3)), np.full((3, 3), 0.5)
    assert weighted_mean([(3, ones), (1, halves)], 3) == pytest.approx(np.full((3, 3), 0.875))
    assert weighted_mean([(0, ones), (2, halves)], 3) == pytest.approx(halves)


def test_a_facet_that_a_pair_is_missing_counts_at_its_mean() -> None:
    values = np.array([[np.nan, 0.2, np.nan], [0.2, np.nan, 0.6], [np.nan, 0.6, np.nan]])
    overall = weighted_mean([(1, values), (1, np.ones((3, 3)))], 3)
    assert overall[0, 1] == pytest.approx(0.6)
    assert overall[0, 2] == overall[2, 0] == pytest.approx((0.4 + 1) / 2)


def test_a_facet_that_nobody_answered_is_left_out() -> None:
    unknown = np.full((2, 2), np.nan)
    assert weighted_mean([(5, unknown), (1, np.full((2, 2), 0.3))], 2) == pytest.approx(np.full((2, 2), 0.3))


@pytest.mark.parametrize("facets", [[], [(0, np.ones((2, 2)))], [(3, np.full((2, 2), np.nan))]])
def test_without_any_facet_nothing_is_shared(facets: list[tuple[int, np.ndarray]]) -> None:
    assert (weighted_mean(facets, 2) == 0).all()


def test_in_blocks_the_alignment_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(5)
    owners = np.sort(chance.choice([0, 1, 2, 4, 5, 7], 23))
    similarity = chance.random((23, 23))
    similarity = (similarity + similarity.T) / 2

    for size in (1, 2, 5, 64):
        monkeypatch.setattr("ok_match.similarity.alignment.BLOCK", size)
        aligned = align_in_blocks(lambda rows, columns: similarity[np.ix_(rows, columns)], np.arange(23), owners, 9)
        assert np.allclose(aligned, align(similarity, owners, 9), equal_nan=True)
