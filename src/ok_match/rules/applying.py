"""A program's rules, complete and applied to the people of a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ok_match.errors import ProgramError
from ok_match.model import Guidance, Program, Rule, Sizes, StandingRule, Strength
from ok_match.rules.shapes.kept_apart import KeptApart

from .lineup import lineup_of
from .meeting.common_ground import CommonGroundWanted
from .registry import CARDS, card_of
from .world import Constraint, World


def complete(program: Program) -> Program:
    """The program with everything that holds unless it says otherwise.

    A rule whose line gives no strength takes the usual one, and the standing rules that the program does not mention
    follow its own.
    """
    own = tuple(_with_strength(rule) for rule in program.rules)
    named = {rule.rule for rule in own}
    added = tuple(
        Rule(rule=standing.rule, strength=standing.strength)
        for standing in standing_rules()
        if standing.rule not in named
    )
    return program.model_copy(update={"rules": own + added})


def standing_rules() -> tuple[StandingRule, ...]:
    """The rules that hold without being written down, in the order in which they are told."""
    standing = sorted((card for card in CARDS.values() if card.standing), key=lambda card: card.standing)
    return tuple(StandingRule(card.name, card.usual, card.needs) for card in standing)


def constraints_of(program: Program, world: World) -> tuple[Constraint, ...]:
    """A complete program's rules applied to the people of a sheet; common ground always comes first.

    Raises
    ------
    ProgramError
        If a rule is unknown, its arguments are wrong, or it names somebody who is not in the sheet.
    """
    active = active_rules(program)
    _insist_on_once(active)
    world = replace(world, cohorts=expected_cohorts(program.sizes, len(world.people)), crossing=program.crossing)
    world = replace(world, lineup=lineup_of(program, world.find_in, world.lineup))
    if any(CARDS[rule.rule].sees_conflicts for rule in active):
        world = replace(world, conflicts=_conflicts(active, world))
    return (CommonGroundWanted(world), *(CARDS[rule.rule].apply(rule, world) for rule in active))


def active_rules(program: Program) -> tuple[Rule, ...]:
    """The rules of a program that are not off, in the order in which their constraints come.

    Raises
    ------
    ProgramError
        If a rule is unknown.
    """
    for rule in program.rules:
        card_of(rule)
    return tuple(rule for rule in program.rules if rule.strength is not Strength.OFF)


def guidance_of(program: Program) -> Guidance:
    """What a complete program says about the reading of its sheet, with what its rules must know of everybody.

    Raises
    ------
    ProgramError
        If a rule is unknown, or its arguments are wrong.
    """
    asking = [(rule, card) for rule in active_rules(program) if (card := CARDS[rule.rule]).holds]
    judged = frozenset(card.needs for _, card in asking)
    required = frozenset(card.needs for rule, card in asking if card.holds and card.holds(card.argued(rule)))
    return program.guidance.model_copy(update={"judged": judged, "required": required})


def named_apart(program: Program) -> list[str]:
    """Everybody whom the program itself keeps apart from somebody."""
    parting = [rule for rule in program.rules if rule.strength is not Strength.OFF and card_of(rule).parts]
    return [name for rule in parting for name in CARDS[rule.rule].named(rule)]


def expected_cohorts(sizes: Sizes, people: int) -> int:
    """The number of cohorts that this many people will probably form."""
    if sizes.count is not None:
        return sizes.count
    target = (sizes.min + sizes.max) / 2 if sizes.target is None else sizes.target
    fewest, most = -(-people // sizes.max), people // sizes.min
    likely = range(max(1, min(fewest, most)), max(1, fewest, most) + 1)
    return min(likely, key=lambda cohorts: abs(people / cohorts - target))


def _with_strength(rule: Rule) -> Rule:
    """The rule with its usual strength, where its line gives none."""
    if "strength" in rule.model_fields_set or rule.rule not in CARDS:
        return rule
    return rule.model_copy(update={"strength": CARDS[rule.rule].usual})


def _insist_on_once(active: Sequence[Rule]) -> None:
    for name, times in Counter(rule.rule for rule in active if CARDS[rule.rule].once).items():
        if times > 1:
            raise ProgramError(
                "program [[rules]]",
                f"the rule {name} stands {times} times.",
                "Nothing was matched.",
                "write it once: as a must or as a should.",
            )


def _conflicts(active: Sequence[Rule], world: World) -> frozenset[tuple[int, int]]:
    """The pairs that rules about conflicts name, however strongly; positions, ascending."""
    applied = [CARDS[rule.rule].apply(rule, world) for rule in active if CARDS[rule.rule].parts]
    return frozenset(pair for parting in applied if isinstance(parting, KeptApart) for pair in parting.pairs)
