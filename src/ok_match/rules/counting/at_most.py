"""At most: a cap on how many members of a cohort share a value, such as two from one town or three consultants."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.field import read_field
from ok_match.rules.world import World, arguments_of, insist, usual

from .tallied import Tallied

#: What each member too many costs, in affinity points of one person, where the rule is a should.
WEIGHT = 200


class AtMostArguments(Noun):
    """``field`` and ``most``: how many of one value a cohort may have; ``values``: those that are capped, else all."""

    field: str
    most: Annotated[int, Field(ge=0)]
    values: tuple[str, ...] = ()


def at_most(rule: Rule, world: World) -> Tallied:
    """Read the rule ``at_most``."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments = arguments_of(rule, AtMostArguments)
    field = read_field(arguments.field, world, rule)
    kinds = {
        f"{field.name}: {field.labels[key]}": holders
        for key, holders in field.chosen(arguments.values, rule).items()
        if len(holders) > arguments.most
    }
    most = arguments.most
    return Tallied(
        world, rule.rule, rule.strength, usual(rule, WEIGHT), kinds, lambda _label, number: max(0, number - most)
    )
