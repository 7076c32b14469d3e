"""Apart: the people named never share a cohort. For competitors, former partners, relatives.

As a should, each pair that does counts as if it shared that many affinity points less.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ok_match.model import Rule
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.kept_apart import KeptApart
from ok_match.rules.world import World


class ApartArguments(Noun):
    """``people``: two or more names, e-mail addresses or ids; each pair of them is kept apart."""

    people: Annotated[tuple[str, ...], Field(min_length=2)]


def apart(rule: Rule, wanted: ApartArguments, weight: int, world: World) -> KeptApart:
    """Everybody named, each two of them apart."""
    group = world.find_all(wanted.people, rule)
    return KeptApart(world, rule.rule, ((rule.why, group),), rule.strength, weight)


CARD = Card(name="apart", read=apart, arguments=ApartArguments, weight=500, people={"people": 2}, parts=True)
