"""Meeting mode: those who want to meet in person and those who want to meet online do not share a cohort."""

from __future__ import annotations

from ok_match.model import Rule
from ok_match.rules.card import Card, NoArguments
from ok_match.rules.shapes.clash import Clash
from ok_match.rules.world import World, no_answers

_MODES = ("in person", "online")


def meeting_mode(rule: Rule, _wanted: NoArguments, weight: int, world: World) -> Clash:
    """Read the rule ``meeting_mode``; whoever takes either, or did not say, fits both.

    Raises
    ------
    ProgramError
        If the sheet does not say how people want to meet.
    """
    said = [person.trait("mode") for person in world.people]
    if not any(said):
        raise no_answers(
            rule,
            "the sheet does not say who would meet in person and who online.",
            "name the column under [columns] as mode, or take the rule out.",
        )
    kinds = [next(iter(values)) if len(values) == 1 and values[0] in _MODES else None for values in said]
    return Clash(world, rule.rule, rule.strength, weight, tuple(kinds), lambda _one, _other: True, str)


CARD = Card(
    name="meeting_mode",
    read=meeting_mode,
    weight=200,
    needs="mode",
)
