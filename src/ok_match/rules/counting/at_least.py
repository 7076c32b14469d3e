"""At least: every cohort has somebody with a value, such as two who have been in business for ten years."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.field import number_of, rank_of, read_field, values_of
from ok_match.rules.world import World, arguments_of, insist, usual

from .tallied import Tallied

#: What each member too few costs, in affinity points of one person, where the rule is a should.
WEIGHT = 200


class AtLeastArguments(Noun):
    """``least`` members a cohort have one of ``values`` in the ``field``, or an amount of ``amount`` or more."""

    field: str
    least: Annotated[int, Field(ge=1)] = 1
    values: tuple[str, ...] = ()
    amount: float | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> AtLeastArguments:
        if bool(self.values) == (self.amount is not None):
            raise ValueError("give either values or amount")
        return self


def at_least(rule: Rule, world: World) -> Tallied:
    """Read the rule ``at_least``.

    Raises
    ------
    ProgramError
        If nobody in the sheet has such a value.
    """
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments = arguments_of(rule, AtLeastArguments)
    field = read_field(arguments.field, world, rule)
    if arguments.amount is None:
        chosen = field.chosen(arguments.values, rule)
        holders = {i for group in chosen.values() for i in group}
        label = f"{field.name}: {' or '.join(field.labels[key] for key in chosen)}"
    else:
        amounts = [_amount(world, i, field.name) for i in range(len(world.people))]
        holders = {i for i, one in enumerate(amounts) if one is not None and one >= arguments.amount}
        label = f"{field.name}: {arguments.amount:g} or more"
        if not holders:
            raise ProgramError(
                f"program, rule {rule.rule}",
                f"nobody in the sheet has {arguments.amount:g} or more as {field.name}.",
                "Nothing was matched, so that the rule is not lost without a word.",
                "ask for less, or take the rule out.",
            )
    least = arguments.least
    return Tallied(
        world,
        rule.rule,
        rule.strength,
        usual(rule, WEIGHT),
        {label: tuple(sorted(holders))},
        lambda _label, number: max(0, least - number),
        "all",
    )


def _amount(world: World, person: int, field: str) -> float | None:
    """Give the amount that somebody gave, or that their band starts with."""
    given = number_of(world.people[person], field)
    if given is not None:
        return given
    return next(
        (rank for value in values_of(world.people[person], field) if (rank := rank_of(value)) is not None), None
    )
