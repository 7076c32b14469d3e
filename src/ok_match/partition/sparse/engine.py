"""The engine for problems too large to write down all pairs."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ok_match.model import Terms

from ..labels import in_order, is_numbered
from ..plain_cost import cost
from ..proofs import certify_by_rows
from ..protocol import Alternative, Certificate, Labels, Progress, SizePlan, Solution
from .annealing import anneal_plan
from .nearby import cheapest_seats_nearby, most_promising_groups
from .plans import PlansByWaiting, plan_with_fewest
from .refining import is_estimated, refine


class SparseEngine:
    """Annealing by rows, then an exact search of each group with those nearest to it."""

    nearby = True

    def solve(
        self,
        terms: Terms,
        plans: Iterable[SizePlan],
        random: np.random.Generator,
        progress: Progress,
        *,
        runs: int,  # noqa: ARG002 - one run takes minutes
        workers: int,  # noqa: ARG002 - and one thread
    ) -> Solution | None:
        """One search, under a plan with as few people waiting as were found to let every must hold."""
        by_waiting = PlansByWaiting(terms, plans)
        plan = by_waiting.first()
        labels = None if plan is None else anneal_plan(terms, plan, random, progress)
        if labels is None:
            plan = plan_with_fewest(terms, by_waiting, random)
            labels = None if plan is None else anneal_plan(terms, plan, random, progress)
        if plan is None or labels is None:
            return None
        if is_estimated(terms):
            labels = refine(terms, plan, labels, random, progress)
        if not is_numbered(terms):
            labels = in_order(labels, plan.groups)
        must, should = cost(terms, labels.tolist(), plan.groups)
        return Solution(labels, plan, must, should) if must == 0 else None

    def quick_plan(self, terms: Terms, plans: Iterable[SizePlan], random: np.random.Generator) -> SizePlan | None:
        """A plan with few waiting for which labels were found that keep every must."""
        return plan_with_fewest(terms, PlansByWaiting(terms, plans), random)

    def other_seats(self, terms: Terms, solution: Solution, progress: Progress) -> tuple[Alternative | None, ...]:
        """The cheapest seat of each person in the groups nearest to their own."""
        return cheapest_seats_nearby(terms, solution.plan, solution.labels, progress).alternatives()

    def groups_to_ask(self, terms: Terms, solution: Solution, people: Sequence[int]) -> list[list[int]]:
        """The groups in which each person would probably earn most."""
        return most_promising_groups(terms, solution.plan, solution.labels, people)

    def polished(self, terms: Terms, solution: Solution, random: np.random.Generator) -> Iterator[Labels]:
        """The solution's grouping, first refined, then as it was."""
        yield refine(terms, solution.plan, solution.labels, random, lambda _done, _total: None)
        yield solution.labels

    def certify(self, terms: Terms, solution: Solution) -> Certificate | None:
        """A bound from each person's best possible mates; ``None`` where exact weights are computed on demand."""
        return certify_by_rows(terms, solution)
