"""The search among so many people that pairs cannot be written down: the same rules, weights as products of rows."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
    pair_share,
    too_many,
)

from .conflicts import lonely, together_units
from .cooling import FORBIDDEN, HOT
from .evolving import Progress
from .kernels import anneal_rows, fill_rows, sample_earnings
from .neighbours import Rows, bisected, nearest
from .problem import Labels, counted_arrays, slot_arrays
from .sizes import SizePlan

#: Proposals for each person, and the least and most in all.
PROPOSALS, RUN = 20_000, (20_000_000, 80_000_000)
#: Neighbours that each person knows, and tries to mend broken hard rules.
FEW, TRIES = 10, 6
#: The length of the longest row after rounding: products of sums of up to 500 rows then fit in 32 bits.
LENGTH, LARGEST = 1024, 500
#: Proposals at each temperature of the pilot run: for each person, and at least.
PILOT = 20, 200_000
#: How far down it is cooled from there. In smaller problems it is ten times before hardly anything changes any more;
#: among many, the proposals that there is time for are better spent where much still does.
RATIO = 4
#: Slices of the cooling, between which progress is told.
SLICES = 20


class RowInstance(NamedTuple):
    """A problem of n people and k groups of fixed sizes; what is not said here is as in ``Instance``."""

    rows: NDArray[np.int16]  # (n, columns) whole numbers, in proportion to those given
    square: NDArray[np.int64]  # (n,) the product of each row with itself
    worth: NDArray[np.int64]  # (k + 1,) what a pair is worth in each group
    near: NDArray[np.int32]  # (n, few) with whom each person earns most
    apart_start: NDArray[np.int64]  # (n + 1,) offsets into apart_from
    apart_from: NDArray[np.int64]  # who must be apart from each person
    wish_start: NDArray[np.int64]  # (n + 1,) offsets into the next two
    wish_with: NDArray[np.int64]  # with whom each person has a listed weight
    wish_points: NDArray[np.int64]  # and how much it is
    table_kind: NDArray[np.int32]  # (n, tables) what each person is, for each table of kinds
    table_start: NDArray[np.int64]  # (tables,) offsets into table
    table_width: NDArray[np.int64]  # (tables,) how many kinds each tells apart
    table_reach: NDArray[np.int64]  # (tables,) the greatest difference between two entries
    table: NDArray[np.int64]  # all tables, row by row; the hard ones come first and count breaks
    hard_tables: int
    fixed: NDArray[np.bool_]  # (n,) who may not move
    unit: NDArray[np.int64]
    unit_start: NDArray[np.int64]
    unit_members: NDArray[np.int64]
    kind: NDArray[np.int32]
    price: NDArray[np.int64]
    hard_rules: int
    hard_kinds: int
    value: NDArray[np.int64]
    step_price: NDArray[np.int64]
    closed: NDArray[np.int32]
    slot_start: NDArray[np.int64]
    slot_price: NDArray[np.int64]
    floor_gain: NDArray[np.int32]  # none: floors are priced in the end, and not searched by
    floor_price: NDArray[np.int64]
    pair_factor: NDArray[np.int64]
    person_factor: NDArray[np.int64]


class RowState(NamedTuple):
    """Where everybody sits; what is not said here is as in ``State``."""

    label: NDArray[np.int64]
    size: NDArray[np.int64]
    member: NDArray[np.int64]
    place: NDArray[np.int64]
    row_sum: NDArray[np.int32]  # (k + 1, columns) the sum of a group's rows
    counts: NDArray[np.int64]
    sums: NDArray[np.int64]
    away: NDArray[np.int32]
    floor_table: NDArray[np.int64]
    dues: NDArray[np.int64]
    totals: NDArray[np.int64]
    scratch: NDArray[np.int64]


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
        kind=np.ascontiguousarray(instance.kind[:, : instance.hard_rules]),
        price=instance.price[: instance.hard_kinds],
        value=instance.value[:, :0].copy(),
        step_price=instance.step_price[:0],
        slot_price=instance.slot_price * (1, 1, 0),
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
    units = together_units(terms)
    unit = np.full(n, -1, np.int64)
    for number, members in enumerate(units):
        unit[list(members)] = number
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
    kind, price, hard_rules, hard_kinds = counted_arrays([term for term in terms.terms if isinstance(term, Counted)], n)
    sums = [term for term in terms.terms if isinstance(term, Summed)]
    closed, slot_start, slot_price = slot_arrays([term for term in terms.terms if isinstance(term, SharedSlots)], n)
    # Rows were stretched, and with them what pairs earn: so is all that is due.
    stretch = scale * scale
    price[hard_kinds:] = np.rint(price[hard_kinds:] * stretch)
    slot_price[:, 2] = np.rint(slot_price[:, 2] * stretch)
    sizes = np.array(plan.sizes(n), np.int64)
    labels, fixed = _seated(terms, real, unit, units, sizes, random)
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
        unit=unit,
        unit_start=np.cumsum([0, *map(len, units)]).astype(np.int64),
        unit_members=np.array([i for members in units for i in members], np.int64),
        kind=kind,
        price=price,
        hard_rules=hard_rules,
        hard_kinds=hard_kinds,
        value=np.array([term.values for term in sums], np.int64).reshape(-1, n).T.copy(),
        step_price=np.array([round(term.weight * stretch) for term in sums], np.int64),
        closed=closed,
        slot_start=slot_start,
        slot_price=slot_price,
        floor_gain=np.zeros((0, 0, 0), np.int32),
        floor_price=np.zeros((0, 3), np.int64),
        pair_factor=np.zeros(n + 2, np.int64),
        person_factor=np.zeros(n + 2, np.int64),
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
        counts=np.zeros((groups, len(instance.price)), np.int64),
        sums=np.zeros((groups, len(instance.step_price)), np.int64),
        away=np.zeros((groups, instance.closed.shape[1]), np.int32),
        floor_table=np.zeros((0, 0, 0), np.int64),
        dues=np.zeros((groups, 4), np.int64),
        totals=np.zeros(2, np.int64),
        scratch=np.zeros(labels.size, np.int64),
    )
    fill_rows(instance, state)
    return state


def _seated(
    terms: Terms,
    rows: Rows,
    unit: Labels,
    units: Sequence[tuple[int, ...]],
    sizes: Labels,
    random: np.random.Generator,
) -> tuple[Labels, NDArray[np.bool_]]:
    """Seat everybody near those who are alike; units in one group, and fixed people where they belong for good."""
    n, groups = unit.size, sizes.size - 1
    seats = {term.member: term.cohorts for term in reversed(terms.terms) if isinstance(term, Seat)}
    labels = np.full(n, groups, np.int64)
    free = np.flatnonzero((unit < 0) & ~np.isin(np.arange(n), list(seats)))
    # Who can come when too few others can is the first to wait.
    alone = np.isin(free, lonely(terms, int(sizes[:-1].min())))
    shuffled = random.permutation(free.size)
    first_to_wait = free[shuffled[np.argsort(~alone[shuffled], kind="stable")]]
    seated = np.setdiff1d(np.arange(n), first_to_wait[: sizes[-1]])
    labels[seated] = bisected(rows[seated], sizes[:-1], unit[seated], random)
    fixed = np.zeros(n, bool)
    movable = np.zeros(n, bool)
    movable[free] = True
    wishes = [([i], cohorts[0]) for i, cohorts in sorted(seats.items())]
    wishes += [(list(members), int(labels[members[0]])) for members in units if np.ptp(labels[list(members)])]
    members = {g: list(np.flatnonzero(labels == g)) for g in {goal for _, goal in wishes}}
    for people, goal in wishes:
        for i in people:
            if labels[i] != goal and goal < groups:
                partner = next((j for j in members[goal] if movable[j] and labels[j] == goal), None)
                if partner is not None:
                    labels[i], labels[partner] = goal, labels[i]
        fixed[people] = len(people) == 1
    return labels, fixed


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
    steps = max(PILOT[0] * n, PILOT[1])
    free = anneal_rows(instance, trial, 100 * spread, 99 * spread, steps, FORBIDDEN, seed)
    hot = 0.6 * spread
    for _ in range(40):
        if anneal_rows(instance, trial, hot, 0.99 * hot, steps, FORBIDDEN, seed) <= HOT * free:
            break
        hot *= 0.8
    return hot, hot / RATIO
