"""Time zone: no two members of a cohort are too many hours apart."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .clash import Clash

#: What a pair too far apart counts for, in affinity points, where the rule is a should.
WEIGHT = 200
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)


class TimeZoneArguments(Noun):
    """``gap``: how many hours two members may be apart."""

    gap: Annotated[float, Field(ge=0, le=26)] = 3


def time_zone(rule: Rule, world: World) -> Clash:
    """Read the rule ``time_zone``; whoever gave no time zone fits everywhere.

    Raises
    ------
    ProgramError
        If the sheet has no time zones.
    """
    insist(rule, Strength.MUST, Strength.SHOULD)
    gap = round(60 * arguments_of(rule, TimeZoneArguments).gap)
    offsets = tuple(_minutes(person.trait("time_zone")) for person in world.people)
    if not any(person.trait("time_zone") for person in world.people):
        raise ProgramError(
            f"program, rule {rule.rule}",
            "the sheet has no time zones.",
            "Nothing was matched, so that the rule is not lost without a word.",
            "name the column under [columns] as time_zone, or take the rule out.",
        )

    def too_far(one: object, other: object) -> bool:
        return isinstance(one, int) and isinstance(other, int) and abs(one - other) > gap

    return Clash(world, rule.rule, rule.strength, usual(rule, WEIGHT), offsets, too_far, _named)


def _minutes(values: tuple[str, ...]) -> int | None:
    """Read an offset from UTC, such as "UTC-8" or "UTC+5:30"; ``None`` where none, or several, are given."""
    if len(values) != 1:
        return None
    if values[0].strip().upper() in ("UTC", "GMT"):
        return 0
    found = _OFFSET.fullmatch(values[0].strip())
    if not found:
        return None
    minutes = 60 * int(found[2]) + int(found[3] or 0)
    return minutes if found[1] == "+" else -minutes


def _named(offset: object) -> str:
    minutes = offset if isinstance(offset, int) else 0
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
