"""How much better than a solution any other could be."""

from collections.abc import Iterator, Sequence

import numpy as np

from ok_match.model import ByKind, Factored, Listed, PairGain, Terms, Weights, among, pair_share, written_down

from ..protocol import Certificate, SizePlan, Solution
from .bounds import LARGE, Floats, pair_bound, row_bound
from .exact import SMALL, is_least

#: Rows of a block where not all pairs are held in memory at once.
BLOCK = 512


def certify_in_full(terms: Terms, solution: Solution) -> Certificate:
    """A certificate from the weights of all pairs: exact for few people, else a bound."""
    plan, weights = solution.plan, _weights(terms)
    sizes = _sizes(solution)
    gain = _gain(weights, solution, sizes)
    proven = terms.people <= SMALL and is_least(terms, solution)
    if proven and all(isinstance(term, PairGain) for term in terms.terms):
        return Certificate(gain, gain, proven)
    matrix = np.zeros((terms.people, terms.people), np.int64)
    for form in weights:
        matrix += written_down(form, terms.people)
    if plan.high - plan.low > 1 or terms.people > LARGE:
        blocks = (matrix[first : first + BLOCK].astype(np.float64) for first in range(0, terms.people, BLOCK))
        most = row_bound(blocks, _shares(plan, sizes))
    else:
        most = pair_bound(matrix.astype(np.float64), sizes, [pair_share(size) for size in sizes])
    bound = int(np.floor(most))
    return Certificate(gain, max(bound, gain) if proven else bound, proven)


def certify_by_rows(terms: Terms, solution: Solution) -> Certificate | None:
    """A certificate without an n × n matrix; ``None`` where exact weights are computed on demand."""
    weights = _weights(terms)
    if any(isinstance(form, Factored) and form.exact is not None for form in weights):
        return None
    sizes = _sizes(solution)
    most = row_bound(_blocks(weights, terms.people), _shares(solution.plan, sizes))
    return Certificate(_gain(weights, solution, sizes), int(np.floor(most)), proven=False)


def _weights(terms: Terms) -> list[Weights]:
    return [term.weights for term in terms.terms if isinstance(term, PairGain)]


def _sizes(solution: Solution) -> list[int]:
    groups = solution.plan.groups
    return list(np.bincount(solution.labels, minlength=groups + 1)[:groups].tolist())


def _gain(weights: Sequence[Weights], solution: Solution, sizes: Sequence[int]) -> int:
    """What pairs earn in a solution, in units."""
    gain = 0
    for group, size in enumerate(sizes):
        members = np.flatnonzero(solution.labels == group).tolist()
        gain += pair_share(size) * sum(int(among(form, members).sum()) // 2 for form in weights)
    return gain


def _shares(plan: SizePlan, sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The sizes that a group may have, and what a pair is worth in it.

    Where sizes are free, each person may sit in a group of the most favourable size.
    """
    allowed = range(max(plan.low, 2), plan.high + 1) if plan.high - plan.low > 1 else sorted(set(sizes))
    return [(size, pair_share(size)) for size in allowed]


def _blocks(weights: Sequence[Weights], people: int) -> Iterator[Floats]:
    """The weights of some people with everybody, block by block; rounding never makes them too low."""
    for first in range(0, people, BLOCK):
        rows = np.arange(first, min(first + BLOCK, people))
        block = np.zeros((rows.size, people))
        for form in weights:
            match form:
                case Factored():
                    factors = form.rows.astype(np.float64)
                    # The weight is this product rounded: half a point more at most.
                    block += factors[rows] @ factors.T + 0.5 + 1e-6
                case ByKind():
                    block += form.table[form.kind[rows][:, None], form.kind]
                case Listed():
                    both = np.concatenate([form.pairs, form.pairs[:, ::-1]])
                    here = (both[:, 0] >= first) & (both[:, 0] <= rows[-1])
                    block[both[here, 0] - first, both[here, 1]] += np.concatenate([form.points, form.points])[here]
                case _:
                    block += form[rows]
        yield block
