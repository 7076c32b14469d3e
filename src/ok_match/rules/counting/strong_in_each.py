"""Strong in each: every cohort has somebody who rated themselves high in each of the values that the sheet asks for."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Annotated

from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .tallied import Tallied

#: What a value in which nobody is strong costs, in affinity points of one person, where the rule is a should.
WEIGHT = 100
_RATING = re.compile(r"\s*(.+?)\s*[:=]\s*(-?\d+(?:\.\d+)?)\b.*", re.DOTALL)


class StrongInEachArguments(Noun):
    """``strong``: the rating from which somebody is strong; ``least`` of them a cohort; ``values``, else all rated."""

    strong: float = 4
    least: Annotated[int, Field(ge=1)] = 1
    values: tuple[str, ...] = ()


def strong_in_each(rule: Rule, world: World) -> Tallied:
    """Read the rule ``strong_in_each``, from ratings such as "Integrity: 4".

    Raises
    ------
    ProgramError
        If the sheet has no ratings, or not of a value that is named.
    """
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments = arguments_of(rule, StrongInEachArguments)
    strong: dict[str, list[int]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for i, person in enumerate(world.people):
        for rating in person.trait("ratings"):
            if found := _RATING.fullmatch(rating):
                key = " ".join(found[1].split()).casefold()
                spelt[key] = min(spelt.get(key, found[1]), found[1])
                strong[key] += [i] * (float(found[2]) >= arguments.strong)
    wanted = [" ".join(value.split()).casefold() for value in arguments.values] or sorted(spelt)
    missing = [value for value, key in zip(arguments.values, wanted, strict=False) if key not in spelt]
    if missing or not wanted:
        raise ProgramError(
            f"program, rule {rule.rule}",
            f'nobody in the sheet rated "{missing[0]}".' if missing else "the sheet has no ratings.",
            "Nothing was matched, so that the rule is not lost without a word.",
            f"use one of: {', '.join(sorted(spelt.values()))}."
            if spelt
            else "name the column under [columns] as ratings, or take the rule out.",
        )
    least = arguments.least
    return Tallied(
        world,
        rule.rule,
        rule.strength,
        usual(rule, WEIGHT),
        {spelt[key]: tuple(sorted(set(strong[key]))) for key in wanted},
        lambda _label, number: max(0, least - number),
    )
