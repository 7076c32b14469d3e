"""Nobody alone: no member of a cohort is the only one with their value, such as the only large firm among small ones.

It looks at nothing unless a program names the field: what is sensitive is a person's decision.
"""

from __future__ import annotations

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.field import read_field
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import World


class NobodyAloneArguments(Noun):
    """``field``: what is looked at; ``values``: whose holders are not to be alone, else everybody's."""

    field: str
    values: tuple[str, ...] = ()


def nobody_alone(rule: Rule, wanted: NobodyAloneArguments, weight: int, world: World) -> Tallied:
    """The values that at least two people have, each with how many members share it."""
    kinds = read_field(wanted.field, world, rule).kinds(wanted.values, rule, more_than=1)
    return Tallied(world, rule.rule, rule.strength, weight, kinds, lambda _label, number: int(number == 1))


CARD = Card(
    name="nobody_alone",
    read=nobody_alone,
    arguments=NobodyAloneArguments,
    weight=200,
    usual=Strength.SHOULD,
    of_cohorts=True,
)
