"""Strong in each: every cohort has somebody who rated themselves high in each of the values that the sheet asks for."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from pydantic import Field

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import World, no_answers


class StrongInEachArguments(Noun):
    """``strong``: the rating from which somebody is strong; ``least`` of them a cohort; ``values``, else all rated."""

    strong: float = 4
    least: Annotated[int, Field(ge=1)] = 1
    values: tuple[str, ...] = ()


def strong_in_each(rule: Rule, wanted: StrongInEachArguments, weight: int, world: World) -> Tallied:
    """The people who rated themselves high, value by value, counted.

    Raises
    ------
    ProgramError
        If the sheet has no ratings, or not of a value that is named.
    """
    strong: dict[str, list[int]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for i, person in enumerate(world.people):
        ratings = person.find_trait("ratings")
        for grade in ratings.grades if ratings else ():
            key = " ".join(grade.label.split()).casefold()
            spelt[key] = min(spelt.get(key, grade.label), grade.label)
            strong[key] += [i] * (grade.step >= wanted.strong)
    chosen = [" ".join(value.split()).casefold() for value in wanted.values] or sorted(spelt)
    missing = [value for value, key in zip(wanted.values, chosen, strict=False) if key not in spelt]
    if missing or not chosen:
        raise no_answers(
            rule,
            f'nobody in the sheet rated "{missing[0]}".' if missing else "the sheet has no ratings.",
            f"use one of: {', '.join(sorted(spelt.values()))}."
            if spelt
            else "name the column under [columns] as ratings, or take the rule out.",
        )
    least = wanted.least
    return Tallied(
        world,
        rule.rule,
        rule.strength,
        weight,
        {spelt[key]: tuple(sorted(set(strong[key]))) for key in chosen},
        lambda _label, number: max(0, least - number),
    )


CARD = Card(
    name="strong_in_each",
    read=strong_in_each,
    arguments=StrongInEachArguments,
    weight=100,
    usual=Strength.SHOULD,
    needs="ratings",
    eases={"least": -1},
    of_cohorts=True,
)
