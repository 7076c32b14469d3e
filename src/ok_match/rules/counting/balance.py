"""Balance: every cohort gets its share, of small and large firms, of newcomers and old hands, of towns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ok_match.model import POINT, Evidence, Finding, Rule, Strength, Summed, Term
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.field import number_of, read_field
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import Constraint, World

#: Steps between the middle of all amounts and the largest; POINT is a multiple of it, so that costs are whole.
STEPS = 10


class BalanceArguments(Noun):
    """``field``: what is to be balanced: amounts where the answers are numbers, else how many have each value."""

    field: str


@dataclass(frozen=True, slots=True)
class BalancedAmounts:
    """How far each person is from the middle of all, in steps by rank; 0 where the amount is not known.

    Ranks, not amounts: one firm of 400 among firms of 10 would drown all else.
    """

    world: World
    field: str
    values: tuple[int, ...]
    weight: int

    def terms(self) -> tuple[Term, ...]:
        """The price of a cohort's distance from the middle."""
        return (Summed(np.array(self.values, np.int64), self.weight * (POINT // STEPS)),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The side to which a cohort leans, and the members furthest to that side."""
        lean = sum(self.values[i] for i in members)
        side = [i for i in members if self.values[i] * lean > 0 and abs(self.values[i]) * 2 > STEPS]
        evidence = (
            (Evidence(label=f"{self.field}: {'large' if lean > 0 else 'small'}", people=self.world.ids(side)),)
            if abs(lean) > STEPS
            else ()
        )
        return Finding(
            rule="balance",
            strength=Strength.SHOULD,
            cost=abs(lean) * self.weight * (POINT // STEPS),
            evidence=evidence,
        )


def balance(rule: Rule, wanted: BalanceArguments, weight: int, world: World) -> Constraint:
    """Amounts balanced by rank, or where the field has none, the number of members with each value."""
    field = read_field(wanted.field, world, rule)
    amounts = [number_of(person, field.name) for person in world.people]
    known = sorted(amount for amount in amounts if amount is not None)
    if known:
        return BalancedAmounts(world, field.name, tuple(_steps(amount, known) for amount in amounts), weight)
    kinds = {f"{field.name}: {field.labels[key]}": holders for key, holders in field.holders().items()}

    def out_of_share(label: str, number: int) -> int:
        low, rest = divmod(len(kinds[label]), world.cohorts)
        return max(0, low - number, number - low - bool(rest))

    return Tallied(world, rule.rule, Strength.SHOULD, weight, kinds, out_of_share)


def _steps(amount: float | None, known: Sequence[float]) -> int:
    """The rank of an amount among all, from -STEPS (smallest) to STEPS; equal amounts share one."""
    if amount is None or len(known) < 2:
        return 0
    below, above = sum(other < amount for other in known), sum(other > amount for other in known)
    return round(STEPS * (below - above) / (len(known) - 1))


CARD = Card(
    name="balance",
    read=balance,
    arguments=BalanceArguments,
    weight=100,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    of_cohorts=True,
)
