"""Subproblems of a large problem: the same prices as in the whole, and never a worse roster."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import Apart, ByKind, Factored, Floor, KindPairs, Listed, PairGain, Terms, among
from ok_match.model.measures import weights
from ok_match.partition import balanced, cost, other_seats, solve
from ok_match.partition.proofs import largest_conflict
from ok_match.partition.sparse.refining import refine
from ok_match.partition.sparse.subproblems import LargeProblem
from tests.partition.worlds import HARD, symmetric, worlds

PEOPLE, GROUPS = 24, 6
EVERY = ("gain", "soft slots", "soft counted", "summed", "floor", *HARD)


def compact(terms: Terms, random: np.random.Generator) -> Terms:
    """The problem with its gains as rows that approximate them, and with pairs in every other form."""
    exact = symmetric(random, terms.people, 0, 1000)
    rows = random.normal(size=(terms.people, 3)).astype(np.float32) * 10

    def of(members: object) -> np.ndarray:
        indices = list(members)  # type: ignore[call-overload]
        return exact[np.ix_(indices, indices)]

    estimated = Factored(rows, of)
    listed = Listed(np.array([[0, 5], [1, 7], [2, 3], [2, 9]]), np.array([300, -200, 50, 70], np.int32))
    kinds = ByKind(random.integers(0, 3, terms.people).astype(np.int32), np.diag([-90, 0, 40]).astype(np.int32))
    parted = KindPairs(random.integers(0, 9, terms.people).astype(np.int32), np.eye(9, k=1, dtype=bool))
    parted = KindPairs(parted.kind, parted.excludes | parted.excludes.T)
    kept = tuple(
        Floor(estimated, term.person, term.cohort, term.weight) if isinstance(term, Floor) else term
        for term in terms.terms
        if not isinstance(term, PairGain)
    )
    return Terms(terms.people, (*kept, PairGain(estimated, 1000), PairGain(listed), PairGain(kinds), Apart(parted)))


@given(worlds(PEOPLE, EVERY), st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_a_change_costs_the_same_in_a_subproblem_as_in_the_whole(terms: Terms, seed: int) -> None:
    random = np.random.default_rng(seed)
    terms = compact(terms, random)
    labels = random.permutation(np.repeat(np.arange(GROUPS), PEOPLE // GROUPS))
    part = LargeProblem(terms, balanced(PEOPLE, GROUPS)).subproblem(labels, [4, 1, 3])
    assert part.groups.tolist() == [1, 3, 4]
    assert part.groups[part.labels].tolist() == labels[part.members].tolist()
    shuffled = random.permutation(part.labels)
    after = labels.copy()
    after[part.members] = part.groups[shuffled]
    here = np.subtract(cost(part.terms, shuffled.tolist(), 3), cost(part.terms, part.labels.tolist(), 3))
    whole = np.subtract(cost(terms, after.tolist(), GROUPS), cost(terms, labels.tolist(), GROUPS))
    assert here.tolist() == whole.tolist()


@given(worlds(PEOPLE, EVERY), st.integers(0, 1000))
@settings(max_examples=15, deadline=None)
def test_a_refined_roster_costs_no_more_and_breaks_no_more(terms: Terms, seed: int) -> None:
    random = np.random.default_rng(seed)
    terms, plan = compact(terms, random), balanced(PEOPLE, GROUPS)
    labels = random.permutation(np.repeat(np.arange(GROUPS), PEOPLE // GROUPS))
    reports: list[tuple[int, int]] = []
    after = refine(terms, plan, labels, random, lambda done, total: reports.append((done, total)))
    assert cost(terms, after.tolist(), GROUPS) <= cost(terms, labels.tolist(), GROUPS)
    assert sorted(np.bincount(after, minlength=GROUPS)) == [PEOPLE // GROUPS] * GROUPS
    assert reports == [] or reports[-1][0] == reports[-1][1]


@given(worlds(PEOPLE, EVERY), st.integers(0, 100))
@settings(max_examples=10, deadline=None)
def test_another_seat_among_many_has_the_price_that_it_has_in_the_whole(terms: Terms, seed: int) -> None:
    random = np.random.default_rng(seed)
    terms, plan = compact(terms, random), balanced(PEOPLE, GROUPS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weights, "MANY", 1)
        patch.setattr("ok_match.partition.sparse.annealing.RUN", (20_000, 20_000))
        solution = solve(terms, [plan], random, lambda _done, _total: None)
        if solution is None:
            return
        seats = other_seats(terms, solution)
    before = cost(terms, solution.labels.tolist(), GROUPS)
    assert before == (solution.must, solution.should)
    for person, seat in enumerate(seats):
        if seat is None:
            continue
        labels = solution.labels.copy()
        if seat.partner is not None:
            labels[seat.partner] = labels[person]
        labels[person] = seat.group
        must, should = cost(terms, labels.tolist(), GROUPS)
        assert (must, should - before[1]) == (0, seat.price)
        # With so few groups, all are near, so the refined roster is a local optimum of the whole.
        assert seat.price >= 0


@given(st.integers(0, 1000))
@settings(max_examples=30, deadline=None)
def test_every_form_of_weights_agrees_on_some_people_and_on_all(seed: int) -> None:
    random = np.random.default_rng(seed)
    pairs = np.unique(np.sort(random.integers(0, 20, (15, 2)), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    forms = (
        symmetric(random, 20, -9, 9),
        Factored(random.normal(size=(20, 4)).astype(np.float32) * 10),
        ByKind(random.integers(0, 4, 20).astype(np.int32), symmetric(random, 4, -9, 9)),
        Listed(pairs, random.integers(-9, 9, len(pairs)).astype(np.int32)),
    )
    members = random.choice(20, 7, replace=False).tolist()
    for form in forms:
        everybody = among(form, range(20))
        assert (everybody == everybody.T).all()
        assert not everybody.diagonal().any()
        assert (among(form, members) == everybody[np.ix_(members, members)]).all()


def test_kinds_that_exclude_one_another_give_the_pairs_that_they_mean() -> None:
    excludes = np.array([[False, True, False], [True, False, False], [False, False, False]])
    pairs = KindPairs(np.array([0, 1, 2, 0, 1], np.int32), excludes)
    assert list(pairs) == [(0, 1), (0, 4), (1, 3), (3, 4)]
    assert np.argwhere(np.triu(pairs.among(range(5)))).tolist() == [list(pair) for pair in pairs]


@given(st.integers(0, 1000))
@settings(max_examples=30, deadline=None)
def test_the_quick_largest_conflict_is_as_large_as_the_exact_one(seed: int) -> None:
    random = np.random.default_rng(seed)
    excludes = random.random((5, 5)) < 0.4
    pairs = KindPairs(random.integers(0, 5, 30).astype(np.int32), excludes | excludes.T)
    terms = Terms(30, (Apart(pairs),))
    exact = largest_conflict(terms)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ok_match.partition.proofs.conflicts.EVERYBODY", 1)
        quick = largest_conflict(terms)
    assert len(quick) == len(exact)
    apart = pairs.among(quick)
    assert apart.sum() == len(quick) * (len(quick) - 1)
