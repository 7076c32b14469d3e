"""Conflict: pairs read from people's own words, or added by the facilitator, do not share a cohort.

As a should, each pair that does counts as if it shared so many affinity points less.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from ok_match.model import Conflict, Program, Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .apart import WEIGHT, KeptApart


class ConflictArguments(Noun):
    """``pairs``: each of two names, e-mail addresses or ids."""

    pairs: Annotated[tuple[tuple[str, str], ...], Field(min_length=1)]


def conflict(rule: Rule, world: World) -> KeptApart:
    """Read the rule ``conflict``: ``pairs`` of people who must, or rather should, not share a cohort."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    named = arguments_of(rule, ConflictArguments).pairs
    found = {pair for both in named if len(pair := world.find_all(both, rule)) == 2}
    groups = tuple((rule.why, pair) for pair in sorted(found))
    return KeptApart(world, rule.rule, groups, rule.strength, usual(rule, WEIGHT))


def with_conflicts(program: Program, conflicts: Iterable[Conflict]) -> Program:
    """Add to a program the rules that keep apart whom conflicts name: each pair once, as strongly as anybody asks."""
    pairs: dict[tuple[str, str], Strength] = {}
    for one in conflicts:
        pair = (min(one.a, one.b), max(one.a, one.b))
        if one.acts_as is not Strength.OFF and pairs.get(pair) is not Strength.MUST:
            pairs[pair] = one.acts_as
    added = tuple(
        Rule(rule="conflict", strength=strength, arguments={"pairs": [list(pair) for pair in chosen]})
        for strength in (Strength.MUST, Strength.SHOULD)
        if (chosen := sorted(pair for pair, held in pairs.items() if held is strength))
    )
    return program.model_copy(update={"rules": (*program.rules, *added)})
