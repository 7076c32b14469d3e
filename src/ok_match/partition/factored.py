"""The search among so many people that pairs cannot be written down: the same rules, weights as products of rows."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Apart, Counted, Factored, PairGain, Seat, SharedSlots, Summed, Terms, pair_share

from .conflicts import together_units
from .cooling import COLD, FORBIDDEN, HOT
from .evolving import Progress
from .kernels import anneal_rows, fill_rows, sample_earnings
from .neighbours import Rows, bisected, nearest
from .problem import Labels, counted_arrays, slot_arrays
from .sizes import SizePlan

#: From this many people on, factored weights are not written down.
MANY = 3_000
#: Proposals for each person, and the least and most in all.
PROPOSALS, RUN = 2_000, (20_000_000, 80_000_000)
#: Neighbours that each person knows, and tries to mend broken hard rules.
FEW, TRIES = 10, 6
#: The length of the longest row after rounding: products of sums of up to 500 rows then fit in 32 bits.
LENGTH, LARGEST = 1024, 500
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
    factored = any(isinstance(term, PairGain) and isinstance(term.weights, Factored) for term in terms.terms)
    return factored and terms.people >= MANY


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
    state = row_state(instance, labels)
    blind = instance._replace(
        worth=np.zeros_like(instance.worth),
        kind=np.ascontiguousarray(instance.kind[:, : instance.hard_rules]),
        price=instance.price[: instance.hard_kinds],
        value=instance.value[:, :0].copy(),
        step_price=instance.step_price[:0],
        slot_price=instance.slot_price * (1, 1, 0),
    )
    for _ in range(TRIES):
        mended = row_state(blind, state.label)
        if mended.totals[1] == 0:
            break
        anneal_rows(blind, mended, 1.5, 0.1, 20 * terms.people, 1.0, seed)
        state = row_state(instance, mended.label)
    if state.totals[1]:
        return None
    hot, cold = _window(instance, state, random, seed)
    steps = int(np.clip(PROPOSALS * terms.people, *RUN))
    progress(1, SLICES + 1)
    for part in range(SLICES if hot else 0):
        warm, cool = (hot * (cold / hot) ** (at / SLICES) for at in (part, part + 1))
        anneal_rows(instance, state, warm, cool, steps // SLICES, FORBIDDEN, seed)
        progress(part + 2, SLICES + 1)
    progress(SLICES + 1, SLICES + 1)
    return state.label


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
    factors = [one.rows for one in weights if isinstance(one, Factored)]
    if len(factors) < len(weights):
        raise ValueError("weights of pairs: some are factored and others are not")
    real = np.concatenate(factors, axis=1)
    scale = LENGTH / (float(np.linalg.norm(real, axis=1).max(initial=0)) or 1.0)
    rows = np.rint(real * scale).astype(np.int16)
    units = together_units(terms)
    unit = np.full(n, -1, np.int64)
    for number, members in enumerate(units):
        unit[list(members)] = number
    apart = np.array([pair for term in terms.terms if isinstance(term, Apart) for pair in term.pairs], np.int64)
    both = np.concatenate([apart.reshape(-1, 2), apart.reshape(-1, 2)[:, ::-1]])
    both = both[np.argsort(both[:, 0], kind="stable")]
    kind, price, hard_rules, hard_kinds = counted_arrays([term for term in terms.terms if isinstance(term, Counted)], n)
    sums = [term for term in terms.terms if isinstance(term, Summed)]
    closed, slot_start, slot_price = slot_arrays([term for term in terms.terms if isinstance(term, SharedSlots)], n)
    # Rows were stretched, and with them what pairs earn: so is all that is due.
    stretch = scale * scale
    price[hard_kinds:] = np.rint(price[hard_kinds:] * stretch)
    slot_price[:, 2] = np.rint(slot_price[:, 2] * stretch)
    sizes = np.array(plan.sizes(n), np.int64)
    labels, fixed = _seated(terms, real, unit, units, sizes, random)
    instance = RowInstance(
        rows=rows,
        square=(rows.astype(np.int64) ** 2).sum(axis=1),
        worth=np.array([*(pair_share(size) for size in sizes[:-1].tolist()), 0], np.int64),
        near=nearest(real, FEW, random),
        apart_start=np.searchsorted(both[:, 0], np.arange(n + 1)).astype(np.int64),
        apart_from=np.ascontiguousarray(both[:, 1]),
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
    seated = np.setdiff1d(np.arange(n), random.permutation(free)[: sizes[-1]])
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
    trial = row_state(instance, state.label)
    steps = 2 * n
    free = anneal_rows(instance, trial, 100 * spread, 99 * spread, steps, FORBIDDEN, seed)
    trial = row_state(instance, state.label)
    hot = temperature = 0.6 * spread
    for _ in range(40):
        accepted = anneal_rows(instance, trial, temperature, 0.99 * temperature, steps, FORBIDDEN, seed)
        if accepted > HOT * free:
            hot = temperature
        if accepted <= COLD * free:
            break
        temperature *= 0.8
    return hot, min(temperature, 0.5 * hot)
