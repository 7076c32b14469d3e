"""At least: every cohort has somebody with a value, such as two who have been in business for ten years."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ok_match.model import Rule
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.field import rank_of, read_field
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import World, no_answers


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


def at_least(rule: Rule, wanted: AtLeastArguments, weight: int, world: World) -> Tallied:
    """The people who have one of the values, or enough of the amount, counted.

    Raises
    ------
    ProgramError
        If nobody in the sheet has such a value.
    """
    field = read_field(wanted.field, world, rule)
    if wanted.amount is None:
        chosen = field.chosen(wanted.values, rule)
        holders = {i for group in chosen.values() for i in group}
        label = f"{field.name}: {' or '.join(field.labels[key] for key in chosen)}"
    else:
        amounts = [rank_of(person, field.name) for person in world.people]
        holders = {i for i, amount in enumerate(amounts) if amount is not None and amount >= wanted.amount}
        label = f"{field.name}: {wanted.amount:g} or more"
        if not holders:
            raise no_answers(
                rule,
                f"nobody in the sheet has {wanted.amount:g} or more as {field.name}.",
                "ask for less, or take the rule out.",
            )
    least = wanted.least
    return Tallied(
        world,
        rule.rule,
        rule.strength,
        weight,
        {label: tuple(sorted(holders))},
        lambda _label, number: max(0, least - number),
        "all",
    )


CARD = Card(
    name="at_least",
    read=at_least,
    arguments=AtLeastArguments,
    weight=200,
    eases={"least": -1},
    of_cohorts=True,
)
