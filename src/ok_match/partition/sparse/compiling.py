"""Terms as arrays, without an n × n matrix."""

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Apart, ByKind, Factored, KindPairs, Listed, PairGain, Terms, pair_share

from ..dense import compile_rules
from ..kernels import RowInstance, RowState, fill_rows
from ..proofs import together_units
from ..protocol import Labels, SizePlan
from .neighbours import Rows, nearest
from .starting import initial_labels

#: Neighbours known of each person.
FEW = 10
#: The length of the longest row after rounding. Products of sums of up to LARGEST rows then fit in 32 bits.
LENGTH, LARGEST = 1024, 500


def compile_rows(terms: Terms, plan: SizePlan, random: np.random.Generator) -> tuple[RowInstance, Labels]:
    """The arrays that the kernels work on, and initial labels.

    Parameters
    ----------
    terms : Terms
        The problem; floors are left out.
    plan : SizePlan
        The number and sizes of the groups.
    random : numpy.random.Generator
        The only source of chance.

    Returns
    -------
    RowInstance
        Rows and prices rounded to whole numbers; hard rules exactly.
    ndarray of shape (n,), int64
        The initial labels.

    Raises
    ------
    ValueError
        If some weights come as a matrix, or a group could hold more than ``LARGEST`` people.
    """
    n = terms.people
    if plan.high > LARGEST:
        raise ValueError(f"groups of more than {LARGEST} people cannot be searched without a matrix")
    weights = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    if any(isinstance(form, np.ndarray) for form in weights):
        raise ValueError("weights of pairs: some are written down for all pairs")
    real = rows_of(terms)
    scale = LENGTH / (float(np.linalg.norm(real, axis=1).max(initial=0)) or 1.0)
    rows = np.rint(real * scale).astype(np.int16)
    # Rows are stretched, and so is what pairs earn. Everything else must be stretched as much.
    stretch = scale * scale
    rules = compile_rules(terms, floors=False).stretched(stretch)
    hard = [term.pairs for term in terms.terms if isinstance(term, Apart)]
    listed = [np.array(pairs, np.int64).reshape(-1, 2) for pairs in hard if not isinstance(pairs, KindPairs)]
    apart = np.concatenate([np.zeros((0, 2), np.int64), *listed])
    apart_start, apart_from, _ = _both_ways(apart, np.ones(len(apart), np.int64), n)
    wishes = [form for form in weights if isinstance(form, Listed)]
    wish_start, wish_with, wish_points = _both_ways(
        np.concatenate([np.zeros((0, 2), np.int64), *(wish.pairs for wish in wishes)]),
        np.concatenate([np.zeros(0, np.int64), *(wish.points for wish in wishes)]),
        n,
    )
    sizes = np.array(plan.sizes(n), np.int64)
    labels, fixed = initial_labels(terms, real, rules.unit, together_units(terms), sizes, random)
    excluding = [pairs for pairs in hard if isinstance(pairs, KindPairs)]
    tables = [(pairs.kind, pairs.excludes.astype(np.int64)) for pairs in excluding]
    tables += [(form.kind, np.rint(form.table * stretch)) for form in weights if isinstance(form, ByKind)]
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


def musts_only(instance: RowInstance) -> RowInstance:
    """The same problem with hard rules alone and nothing to earn."""
    return instance._replace(
        worth=np.zeros_like(instance.worth),
        wish_with=instance.wish_with[:0],
        wish_start=np.zeros_like(instance.wish_start),
        rules=instance.rules.hard_only(),
    )


def rows_of(terms: Terms) -> Rows:
    """Rows whose products are what all pairs are worth: shape (n, columns), at least one column of 0."""
    weights = [term.weights for term in terms.terms if isinstance(term, PairGain)]
    factors = [form.rows for form in weights if isinstance(form, Factored)]
    return np.concatenate(factors, axis=1) if factors else np.zeros((terms.people, 1), np.float32)


def _both_ways(
    pairs: NDArray[np.int64], points: NDArray[np.int64], people: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The partners of each person and the points of each pair: offsets, partners, points."""
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.argsort(both[:, 0], kind="stable")
    start = np.searchsorted(both[order, 0], np.arange(people + 1)).astype(np.int64)
    return start, np.ascontiguousarray(both[order, 1]), np.concatenate([points, points])[order]


def row_state(instance: RowInstance, labels: Labels) -> RowState:
    """The state of a grouping, with every sum filled in."""
    groups, rules = instance.worth.size, instance.rules
    size = np.bincount(labels, minlength=groups).astype(np.int64)
    state = RowState(
        label=labels.astype(np.int64),
        size=size,
        member=np.zeros((groups, int(size.max(initial=0)) + 1), np.int64),
        place=np.zeros(labels.size, np.int64),
        row_sum=np.zeros((groups, instance.rows.shape[1]), np.int32),
        counts=np.zeros((groups, len(rules.price)), np.int64),
        sums=np.zeros((groups, len(rules.step_price)), np.int64),
        away=np.zeros((groups, rules.closed.shape[1]), np.int32),
        floor_table=np.zeros((0, 0, 0), np.int64),
        dues=np.zeros((groups, 4), np.int64),
        totals=np.zeros(2, np.int64),
        scratch=np.zeros(labels.size, np.int64),
    )
    fill_rows(instance, state)
    return state
