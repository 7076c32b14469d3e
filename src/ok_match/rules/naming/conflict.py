"""Conflict: pairs read from people's own words, or added by the facilitator, do not share a cohort.

As a should, each pair that does counts as if it shared that many affinity points less.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from ok_match.model import Conflict, Program, Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.kept_apart import KeptApart
from ok_match.rules.world import World


class ConflictArguments(Noun):
    """``pairs``: each of two names, e-mail addresses or ids."""

    pairs: Annotated[tuple[tuple[str, str], ...], Field(min_length=1)]


def conflict(rule: Rule, wanted: ConflictArguments, weight: int, world: World) -> KeptApart:
    """The pairs named, each of them apart."""
    pairs = {pair for both in wanted.pairs if len(pair := world.find_all(both, rule)) == 2}
    groups = tuple((rule.why, pair) for pair in sorted(pairs))
    return KeptApart(world, rule.rule, groups, rule.strength, weight)


CARD = Card(name="conflict", read=conflict, arguments=ConflictArguments, weight=500, people={"pairs": 1}, parts=True)


def with_conflicts(program: Program, conflicts: Iterable[Conflict]) -> Program:
    """The program with rules for the pairs that conflicts name: each pair once, as strongly as anybody asks."""
    pairs: dict[tuple[str, str], Strength] = {}
    for found in conflicts:
        pair = (min(found.a, found.b), max(found.a, found.b))
        if found.acts_as is not Strength.OFF and pairs.get(pair) is not Strength.MUST:
            pairs[pair] = found.acts_as
    added = tuple(
        Rule(rule=CARD.name, strength=strength, arguments={"pairs": [list(pair) for pair in chosen]})
        for strength in (Strength.MUST, Strength.SHOULD)
        if (chosen := sorted(pair for pair, held in pairs.items() if held is strength))
    )
    return program.model_copy(update={"rules": (*program.rules, *added)})
