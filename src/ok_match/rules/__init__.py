"""A Program's rules become Terms that the partitioner can weigh, and Findings that people can read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations

from ok_match.errors import ProgramError
from ok_match.model import Program, Rule, Sizes, Strength
from ok_match.model.people.lines_of_work import lines_of_work

from .counting.at_least import at_least
from .counting.at_most import at_most
from .counting.balance import balance
from .counting.facilitators import facilitators
from .counting.nobody_alone import nobody_alone
from .counting.strong_in_each import strong_in_each
from .meeting.common_ground import CommonGroundWanted
from .meeting.meeting_slot import meeting_slot
from .meeting.nobody_stranded import nobody_stranded
from .naming.apart import apart
from .naming.conflict import conflict, with_conflicts
from .naming.history import history
from .naming.requests import requested, requests
from .naming.seat import seat
from .naming.together import together
from .pairing.industry_spread import industry_spread
from .pairing.meeting_mode import meeting_mode
from .pairing.one_per import one_per
from .pairing.same_organisation import same_organisation
from .pairing.similar import similar
from .pairing.time_zone import time_zone
from .world import Constraint, World

CONSTRAINTS: dict[str, Callable[[Rule, World], Constraint]] = {
    "apart": apart,
    "at_least": at_least,
    "at_most": at_most,
    "balance": balance,
    "conflict": conflict,
    "facilitators": facilitators,
    "history": history,
    "industry_spread": industry_spread,
    "meeting_mode": meeting_mode,
    "meeting_slot": meeting_slot,
    "nobody_alone": nobody_alone,
    "nobody_stranded": nobody_stranded,
    "one_per": one_per,
    "requests": requests,
    "same_organisation": same_organisation,
    "seat": seat,
    "similar": similar,
    "strong_in_each": strong_in_each,
    "time_zone": time_zone,
    "together": together,
}


#: The rules that say of two people that they have a conflict.
CONFLICTS = {"apart": apart, "conflict": conflict}


def constraints_of(program: Program, world: World) -> tuple[Constraint, ...]:
    """Apply a program's rules to the people of a sheet; common ground always comes first.

    Raises
    ------
    ProgramError
        If a rule is unknown, its arguments are wrong, or it names somebody who is not in the sheet.
    """
    active = active_rules(program)
    slots = [rule for rule in active if rule.rule == "meeting_slot"]
    if len(slots) > 1:
        raise ProgramError(
            "program [[rules]]",
            f"the rule meeting_slot stands {len(slots)} times.",
            "Nothing was matched.",
            "write it once: as a must or as a should.",
        )
    world = replace(world, cohorts=expected_cohorts(program.cohorts, len(world.people)))
    if any(rule.rule == "facilitators" for rule in active):
        world = replace(world, conflicts=_conflicts(active, world))
    return (CommonGroundWanted(world), *(CONSTRAINTS[rule.rule](rule, world) for rule in active))


def active_rules(program: Program) -> tuple[Rule, ...]:
    """Give the rules of a program that are not off, in the order in which their constraints come.

    Raises
    ------
    ProgramError
        If a rule is unknown.
    """
    return tuple(rule for rule in program.rules if _known(rule).strength is not Strength.OFF)


def expected_cohorts(sizes: Sizes, people: int) -> int:
    """Give the number of cohorts that so many people will probably form."""
    if sizes.count is not None:
        return sizes.count
    target = (sizes.min + sizes.max) / 2 if sizes.target is None else sizes.target
    fewest, most = -(-people // sizes.max), people // sizes.min
    likely = range(max(1, min(fewest, most)), max(1, fewest, most) + 1)
    return min(likely, key=lambda cohorts: abs(people / cohorts - target))


def _conflicts(rules: Sequence[Rule], world: World) -> frozenset[tuple[int, int]]:
    """Gather the pairs that the rules *apart* and *conflict* name, however strongly."""
    named = [CONFLICTS[rule.rule](rule, world) for rule in rules if rule.rule in CONFLICTS]
    return frozenset(pair for rule in named for _, group in rule.groups for pair in combinations(group, 2))


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


__all__ = [
    "CONSTRAINTS",
    "Constraint",
    "World",
    "active_rules",
    "constraints_of",
    "lines_of_work",
    "requested",
    "with_conflicts",
]
