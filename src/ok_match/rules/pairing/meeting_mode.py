"""Meeting mode: those who want to meet in person and those who want to meet online do not share a cohort."""

from __future__ import annotations

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.rules.world import World, arguments_of, insist, usual

from .clash import Clash
from .same_organisation import NoArguments

#: What a pair that would meet in two ways counts for, in affinity points, where the rule is a should.
WEIGHT = 200
_MODES = ("in person", "online")


def meeting_mode(rule: Rule, world: World) -> Clash:
    """Read the rule ``meeting_mode``; whoever takes either, or did not say, fits both.

    Raises
    ------
    ProgramError
        If the sheet does not say how people want to meet.
    """
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments_of(rule, NoArguments)
    said = [person.trait("mode") for person in world.people]
    if not any(said):
        raise ProgramError(
            f"program, rule {rule.rule}",
            "the sheet does not say who would meet in person and who online.",
            "Nothing was matched, so that the rule is not lost without a word.",
            "name the column under [columns] as mode, or take the rule out.",
        )
    kinds = [next(iter(values)) if len(values) == 1 and values[0] in _MODES else None for values in said]
    return Clash(world, rule.rule, rule.strength, usual(rule, WEIGHT), tuple(kinds), lambda _one, _other: True, str)
