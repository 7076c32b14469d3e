"""A Program's rules become Terms that the partitioner can weigh, and Findings that people can read."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from ok_match.errors import ProgramError
from ok_match.model import Program, Rule, Strength

from .apart import apart
from .common_ground import CommonGroundWanted
from .conflict import conflict, conflict_rules
from .industry_spread import industry_spread
from .meeting_slot import meeting_slot
from .same_organisation import same_organisation
from .seat import seat
from .together import together
from .world import Constraint, World

CONSTRAINTS: dict[str, Callable[[Rule, World], Constraint]] = {
    "apart": apart,
    "conflict": conflict,
    "industry_spread": industry_spread,
    "meeting_slot": meeting_slot,
    "same_organisation": same_organisation,
    "seat": seat,
    "together": together,
}


def constraints_of(program: Program, world: World) -> tuple[Constraint, ...]:
    """Apply a program's rules to the people of a sheet; common ground always comes first.

    Raises
    ------
    ProgramError
        If a rule is unknown, its arguments are wrong, or it names somebody who is not in the sheet.
    """
    active = [rule for rule in program.rules if _known(rule).strength is not Strength.OFF]
    return (CommonGroundWanted(world), *(CONSTRAINTS[rule.rule](rule, world) for rule in active))


def _known(rule: Rule) -> Rule:
    if rule.rule in CONSTRAINTS:
        return rule
    near = get_close_matches(rule.rule, CONSTRAINTS, n=1)
    raise ProgramError(
        "program [[rules]]",
        f'there is no rule "{rule.rule}".',
        "Nothing was matched.",
        f"{f'did you mean {near[0]}? ' if near else ''}The rules are: {', '.join(CONSTRAINTS)}.",
    )


__all__ = ["CONSTRAINTS", "Constraint", "World", "conflict_rules", "constraints_of"]
