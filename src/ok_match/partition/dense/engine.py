"""The engine for problems with all pairs written down."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ok_match.model import Terms

from ..kernels import Instance, descend
from ..labels import in_order, is_numbered
from ..plain_cost import cost
from ..proofs import certify_in_full
from ..protocol import Alternative, Certificate, Labels, LocalOptimum, Progress, SizePlan, Solution
from .compiling import compile_terms, state_of
from .evolving import Evolution
from .first_plan import first_plan
from .portfolio import portfolio
from .quick import quick_plan
from .seats import cheapest_seats

#: Proposal budget of a run: PROPOSALS × n², at most RUN.
PROPOSALS, RUN = 8_000, 40_000_000
#: Factor on that budget where only pairs count: 1 + n / ROW, at most PLAIN. A run takes as long.
ROW, PLAIN = 8, 10


class DenseEngine:
    """Annealing within a population, by n × n tables. Every price is exact."""

    nearby = False

    def solve(
        self,
        terms: Terms,
        plans: Iterable[SizePlan],
        random: np.random.Generator,
        progress: Progress,
        *,
        runs: int,
        workers: int,
    ) -> Solution | None:
        """The best of ``runs`` searches, under the first plan that keeps every must."""
        seed = np.array([random.integers(2**63)], np.uint64)
        seating = first_plan(terms, list(plans), random, seed)
        if seating is None:
            return None
        instance = compile_terms(terms, seating.plan)
        sizes = np.bincount(seating.labels, minlength=seating.plan.groups + 1)
        met = portfolio(instance, sizes, seating.labels, budget(instance), random, progress, runs=runs, workers=workers)
        return _solution(terms, seating.plan, met)

    def quick_plan(self, terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
        """A plan with few waiting for which labels were found that keep every must."""
        return quick_plan(terms, plans, random)

    def other_seats(self, terms: Terms, solution: Solution, progress: Progress) -> tuple[Alternative | None, ...]:  # noqa: ARG002 - done at once
        """The cheapest seat of each person in any other group."""
        return cheapest_seats(terms, solution.plan, solution.labels).alternatives()

    def groups_to_ask(self, terms: Terms, solution: Solution, people: Sequence[int]) -> list[list[int]]:  # noqa: ARG002 - all are asked
        """Every group, for each person."""
        return [list(range(solution.plan.groups)) for _ in people]

    def polished(self, terms: Terms, solution: Solution, random: np.random.Generator) -> Iterator[Labels]:  # noqa: ARG002 - no chance
        """Each grouping of the pool, first improved until no swap or move gains anything, then as it was."""
        instance = compile_terms(terms, solution.plan)
        for optimum in solution.pool:
            state = state_of(instance, optimum.labels)
            descend(instance, state)
            yield state.label.copy()
            yield optimum.labels

    def certify(self, terms: Terms, solution: Solution) -> Certificate | None:
        """An exact proof for few people, else a bound from a relaxation."""
        return certify_in_full(terms, solution)


def budget(instance: Instance) -> int:
    """The number of proposals in a run: fewer where each has more to weigh, so that runs take equally long."""
    n = instance.people
    if instance.plain:
        return min(1 + n // ROW, PLAIN) * min(PROPOSALS * n * n, RUN)
    return int(4 * min(PROPOSALS * n * n, RUN) // (4 + instance.rules.weight))


def _solution(terms: Terms, plan: SizePlan, met: Evolution) -> Solution:
    """The best grouping met, with the others as its pool."""

    def ordered(labels: Labels) -> Labels:
        return labels if is_numbered(terms) else in_order(labels, plan.groups)

    pool: dict[bytes, LocalOptimum] = {}
    for optimum in sorted(met.optima, key=lambda optimum: -optimum.gain):
        labels = ordered(optimum.labels)
        pool.setdefault(labels.tobytes(), LocalOptimum(optimum.gain, labels))
    best = ordered(met.best.labels)
    return Solution(best, plan, *cost(terms, best.tolist(), plan.groups), tuple(pool.values()))
