"""Time zone: no two members of a cohort are too many hours apart."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Annotated

from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .clash import Clash

#: What a pair too far apart counts for, in affinity points, where the rule is a should.
WEIGHT = 200


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
    zones = [person.find_trait("time_zone") for person in world.people]
    offsets = tuple(zone.offset if zone else None for zone in zones)
    labels: dict[Hashable, str] = {zone.offset: zone.values[0] for zone in zones if zone and zone.values}
    if not any(zones):
        raise ProgramError(
            f"program, rule {rule.rule}",
            "the sheet has no time zones.",
            "Nothing was matched, so that the rule is not lost without a word.",
            "name the column under [columns] as time_zone, or take the rule out.",
        )

    def too_far(one: object, other: object) -> bool:
        return isinstance(one, int) and isinstance(other, int) and abs(one - other) > gap

    return Clash(world, rule.rule, rule.strength, usual(rule, WEIGHT), offsets, too_far, lambda zone: labels[zone])
