"""Meeting mode: those who want to meet in person and those who want to meet online do not share a cohort."""

from __future__ import annotations

from ok_match.model import MeetingMode, Rule
from ok_match.rules.card import Card, NoArguments
from ok_match.rules.shapes.clash import Clash
from ok_match.rules.world import World, no_answers


def meeting_mode(rule: Rule, _wanted: NoArguments, weight: int, world: World) -> Clash:
    """How people want to meet; whoever takes either, or did not say, fits both.

    Raises
    ------
    ProgramError
        If the sheet does not say how people want to meet.
    """
    answers = [person.find_trait("mode") for person in world.people]
    if not any(answers):
        raise no_answers(
            rule,
            "the sheet does not say who would meet in person and who online.",
            "name the column under [columns] as mode, or take the rule out.",
        )
    kinds = tuple(answer.mode if answer and answer.mode is not MeetingMode.EITHER else None for answer in answers)
    return Clash(world, rule.rule, rule.strength, weight, kinds, lambda _one, _other: True, str)


CARD = Card(
    name="meeting_mode",
    read=meeting_mode,
    weight=200,
    needs="mode",
)
