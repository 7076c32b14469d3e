"""The search among so many people that pairs cannot be written down: the same rules, weights as products of rows."""

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    Apart,
    ByKind,
    Factored,
    KindPairs,
    Listed,
    PairGain,
    Terms,
    pair_share,
    too_many,
)

from .conflicts import together_units
from .cooling import FORBIDDEN, HOT
from .evolving import Progress
from .kernels import RowInstance, RowState, anneal_rows, fill_rows, sample_earnings
from .neighbours import Rows, nearest
from .problem import Labels
from .rules import compile_rules
from .sizes import SizePlan
from .starting import seated

#: Proposals for each person, and the least and most in all.
PROPOSALS, RUN = 20_000, (20_000_000, 80_000_000)
#: Neighbours that each person knows, and tries to mend broken hard rules.
FEW, TRIES = 10, 6
#: The length of the longest row after rounding: products of sums of up to 500 rows then fit in 32 bits.
LENGTH, LARGEST = 1024, 500
#: Proposals at each temperature of the pilot run: for each person, and the least and most.
PILOT = 20, (200_000, 500_000)
#: How far down it is cooled from there. In smaller problems it is ten times before hardly anything changes any more;
#: among many, the proposals that there is time for are better spent where much still does.
RATIO = 4
#: Slices of the cooling, between which progress is told.
SLICES = 20


def is_factored(terms: Terms) -> bool:
    """Say whether a problem is so large, and has weights of such a form, that it is searched without a matrix."""
    dense = any(isinstance(term, PairGain) and isinstance(term.weights, np.ndarray) for term in terms.terms)
    return too_many(terms.people) and not dense


def solve_factored(terms: Terms, plan: SizePlan, random: np.random.Generator, progress: Progress) -> Labels | None:
    """Find labels for a plan that keep every must: halves along principal directions, then annealing.

    Floors are not searched by, and somebody fixed to several groups gets the first of them.

    Returns
    -------
    ndarray of shape (n,), int64, or None
        ``None`` where a must could not be kept.
    """
    seed = np.array([random.integers(2**63)], np.uint64)
    progress(0, SLICES + 1)
    instance, labels = compile_rows(terms, plan, random)
    settled = _settled(instance, labels, seed)
    if settled is None:
        return None
    state = row_state(instance, settled)
    hot, cold = _window(instance, state, random, seed)
    steps = int(np.clip(PROPOSALS * terms.people, *RUN))
    progress(1, SLICES + 1)
    for part in range(SLICES if hot else 0):
        warm, cool = (hot * (cold / hot) ** (at / SLICES) for at in (part, part + 1))
        anneal_rows(instance, state, warm, cool, steps // SLICES, FORBIDDEN, seed)
        progress(part + 2, SLICES + 1)
    progress(SLICES + 1, SLICES + 1)
    return state.label


def keep_musts(terms: Terms, plan: SizePlan, random: np.random.Generator) -> bool:
    """Say whether labels were found for a plan that keep every must, whatever pairs are worth. A no is no proof."""
    instance, labels = compile_rows(terms, plan, random)
    return _settled(instance, labels, np.array([random.integers(2**63)], np.uint64)) is not None


def _settled(instance: RowInstance, labels: Labels, seed: NDArray[np.uint64]) -> Labels | None:
    """Find labels near the given ones that keep every must, by the hard rules alone."""
    blind = instance._replace(
        worth=np.zeros_like(instance.worth),
        wish_with=instance.wish_with[:0],
        wish_start=np.zeros_like(instance.wish_start),
        rules=instance.rules.hard_only(),
    )
    state = row_state(blind, labels)
    if state.totals[1] == 0:
        return state.label
    # Once from warm, then ever again so mildly that what is kept stays kept.
    anneal_rows(blind, state, 1.5, 0.1, 20 * labels.size, 1.0, seed)
    for _ in range(TRIES):
        if state.totals[1] == 0:
            return state.label
        anneal_rows(blind, state, 0.4, 0.1, max(100 * labels.size, 1_000_000), 1.0, seed)
    return state.label if state.totals[1] == 0 else None


def compile_rows(terms: Terms, plan: SizePlan, random: np.random.Generator) -> tuple[RowInstance, Labels]:
    """Gather the terms into arrays, and put everybody into a group to start from.

    Raises
    ------
    ValueError
        If some weights are factored and others are not, or a group could hold more than 500 people.
    """
    n = terms.people
    if plan.high > LARGEST:
        raise ValueError(f"groups of more than {LARGEST} people cannot be searched without a matrix")
    weights = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    if any(isinstance(one, np.ndarray) for one in weights):
        raise ValueError("weights of pairs: some are written down for all pairs")
    real = rows_of(terms)
    scale = LENGTH / (float(np.linalg.norm(real, axis=1).max(initial=0)) or 1.0)
    rows = np.rint(real * scale).astype(np.int16)
    # Rows are stretched, and with them what pairs earn: so is everything that is due.
    stretch = scale * scale
    rules = compile_rules(terms, floors=False).stretched(stretch)
    hard = [term.pairs for term in terms.terms if isinstance(term, Apart)]
    listed = [np.array(pairs, np.int64).reshape(-1, 2) for pairs in hard if not isinstance(pairs, KindPairs)]
    apart = np.concatenate([np.zeros((0, 2), np.int64), *listed])
    apart_start, apart_from, _ = _both_ways(apart, np.ones(len(apart), np.int64), n)
    wishes = [one for one in weights if isinstance(one, Listed)]
    wish_start, wish_with, wish_points = _both_ways(
        np.concatenate([np.zeros((0, 2), np.int64), *(one.pairs for one in wishes)]),
        np.concatenate([np.zeros(0, np.int64), *(one.points for one in wishes)]),
        n,
    )
    sizes = np.array(plan.sizes(n), np.int64)
    labels, fixed = seated(terms, real, rules.unit, together_units(terms), sizes, random)
    excluding = [pairs for pairs in hard if isinstance(pairs, KindPairs)]
    tables = [(one.kind, one.excludes.astype(np.int64)) for one in excluding]
    tables += [(one.kind, np.rint(one.table * stretch)) for one in weights if isinstance(one, ByKind)]
    instance = RowInstance(
        rows=rows,
        square=(rows.astype(np.int64) ** 2).sum(axis=1),
        worth=np.array([*(pair_share(size) for size in sizes[:-1].tolist()), 0], np.int64),
        near=nearest(real, FEW, random),
        apart_start=apart_start,
        apart_from=apart_from,
        wish_start=wish_start,
        wish_with=wish_with,
        wish_points=np.rint(wish_points * stretch).astype(np.int64),
        table_kind=np.array([kind for kind, _ in tables], np.int32).reshape(-1, n).T.copy(),
        table_start=np.cumsum([0, *(table.size for _, table in tables)])[:-1].astype(np.int64),
        table_width=np.array([len(table) for _, table in tables], np.int64),
        table_reach=np.array([np.ptp(table) for _, table in tables], np.int64),
        table=np.concatenate([np.zeros(0), *(table.ravel() for _, table in tables)]).astype(np.int64),
        hard_tables=len(excluding),
        fixed=fixed,
        rules=rules,
    )
    return instance, labels


def rows_of(terms: Terms) -> Rows:
    """Give rows whose products are what all pairs are worth: of shape (n, columns), one column of 0 at least."""
    weights = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    factors = [one.rows for one in weights if isinstance(one, Factored)]
    return np.concatenate(factors, axis=1) if factors else np.zeros((terms.people, 1), np.float32)


def _both_ways(
    pairs: NDArray[np.int64], points: NDArray[np.int64], people: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """List for each person the others of their pairs, and the points of each: offsets, others, points."""
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.argsort(both[:, 0], kind="stable")
    start = np.searchsorted(both[order, 0], np.arange(people + 1)).astype(np.int64)
    return start, np.ascontiguousarray(both[order, 1]), np.concatenate([points, points])[order]


def row_state(instance: RowInstance, labels: Labels) -> RowState:
    """Make the state that belongs to these labels, every sum filled in."""
    groups = instance.worth.size
    size = np.bincount(labels, minlength=groups).astype(np.int64)
    state = RowState(
        label=labels.astype(np.int64),
        size=size,
        member=np.zeros((groups, int(size.max(initial=0)) + 1), np.int64),
        place=np.zeros(labels.size, np.int64),
        row_sum=np.zeros((groups, instance.rows.shape[1]), np.int32),
        counts=np.zeros((groups, len(instance.rules.price)), np.int64),
        sums=np.zeros((groups, len(instance.rules.step_price)), np.int64),
        away=np.zeros((groups, instance.rules.closed.shape[1]), np.int32),
        floor_table=np.zeros((0, 0, 0), np.int64),
        dues=np.zeros((groups, 4), np.int64),
        totals=np.zeros(2, np.int64),
        scratch=np.zeros(labels.size, np.int64),
    )
    fill_rows(instance, state)
    return state


def _window(
    instance: RowInstance, state: RowState, random: np.random.Generator, seed: NDArray[np.uint64]
) -> tuple[float, float]:
    """Find the temperatures between which to cool, as ``window`` does; 0 where no swap changes anything."""
    n = state.label.size
    pairs = random.integers(0, n, (2_000, 2))
    earned = np.zeros(len(pairs), np.int64)
    sample_earnings(instance, state, pairs, earned)
    spread = float(earned.std())
    if spread == 0.0:
        return 0.0, 0.0
    # From anywhere, so that a trial cools down with the temperature and need not warm up first.
    trial = row_state(instance, state.label)
    steps = int(np.clip(PILOT[0] * n, *PILOT[1]))
    free = anneal_rows(instance, trial, 100 * spread, 99 * spread, steps, FORBIDDEN, seed)
    hot = 0.6 * spread
    for _ in range(40):
        if anneal_rows(instance, trial, hot, 0.99 * hot, steps, FORBIDDEN, seed) <= HOT * free:
            break
        hot *= 0.8
    return hot, hot / RATIO
