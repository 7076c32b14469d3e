"""At most: a cap on how many members of a cohort share a value, such as two from one town or three consultants."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ok_match.model import Rule
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.field import read_field
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import World


class AtMostArguments(Noun):
    """``field`` and ``most``: how many of one value a cohort may have; ``values``: those that are capped, else all."""

    field: str
    most: Annotated[int, Field(ge=0)]
    values: tuple[str, ...] = ()


def at_most(rule: Rule, wanted: AtMostArguments, weight: int, world: World) -> Tallied:
    """The values that more people have than a cohort may hold."""
    most = wanted.most
    kinds = read_field(wanted.field, world, rule).kinds(wanted.values, rule, more_than=most)
    return Tallied(world, rule.rule, rule.strength, weight, kinds, lambda _label, number: max(0, number - most))


CARD = Card(
    name="at_most",
    read=at_most,
    arguments=AtMostArguments,
    weight=200,
    eases={"most": 1},
)
