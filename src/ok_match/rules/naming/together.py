"""Together: the people named share a cohort, or all wait for the next season.

As a should, each pair that shares a cohort counts as if it shared that many affinity points more.
"""

from __future__ import annotations

from itertools import combinations
from typing import Annotated

from pydantic import Field

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.kept_together import KeptTogether
from ok_match.rules.shapes.wished import Wished
from ok_match.rules.world import Constraint, World


class TogetherArguments(Noun):
    """``people``: two or more names, e-mail addresses or ids."""

    people: Annotated[tuple[str, ...], Field(min_length=2)]


def together(rule: Rule, wanted: TogetherArguments, weight: int, world: World) -> Constraint:
    """The people named: bound to one another or, as a should, in pairs that earn points."""
    group = world.find_all(wanted.people, rule)
    if rule.strength is Strength.MUST:
        return KeptTogether(world, rule.rule, group, rule.why)
    points = dict.fromkeys(combinations(group, 2), weight)
    return Wished(world, rule.rule, points, dict.fromkeys(points, rule.why))


CARD = Card(
    name="together",
    read=together,
    arguments=TogetherArguments,
    weight=300,
    people={"people": 2},
)
