"""Nobody alone: no member of a cohort is the only one with their value, such as the only large firm among small ones.

It looks at nothing unless a program names the field: what is sensitive is a person's decision.
"""

from __future__ import annotations

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.field import read_field
from ok_match.rules.world import World, arguments_of, insist, usual

from .tallied import Tallied

#: What somebody alone costs, in affinity points of one person, where the rule is a should.
WEIGHT = 200


class NobodyAloneArguments(Noun):
    """``field``: what is looked at; ``values``: whose holders are not to be alone, else everybody's."""

    field: str
    values: tuple[str, ...] = ()


def nobody_alone(rule: Rule, world: World) -> Tallied:
    """Read the rule ``nobody_alone``. A value that one person has alone in the whole sheet is left out."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments = arguments_of(rule, NobodyAloneArguments)
    field = read_field(arguments.field, world, rule)
    kinds = {
        f"{field.name}: {field.labels[key]}": holders
        for key, holders in field.chosen(arguments.values, rule).items()
        if len(holders) > 1
    }
    return Tallied(world, rule.rule, rule.strength, usual(rule, WEIGHT), kinds, lambda _label, number: int(number == 1))
