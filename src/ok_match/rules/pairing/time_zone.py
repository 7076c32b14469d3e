"""Time zone: no two members of a cohort are too many hours apart."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Annotated

from pydantic import Field

from ok_match.model import Rule
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.clash import Clash
from ok_match.rules.world import World, no_answers


class TimeZoneArguments(Noun):
    """``gap``: how many hours two members may be apart."""

    gap: Annotated[float, Field(ge=0, le=26)] = 3


def time_zone(rule: Rule, wanted: TimeZoneArguments, weight: int, world: World) -> Clash:
    """Everybody's offset from UTC; whoever gave no time zone fits everywhere.

    Raises
    ------
    ProgramError
        If the sheet has no time zones.
    """
    gap = round(60 * wanted.gap)
    zones = [person.find_trait("time_zone") for person in world.people]
    offsets = tuple(zone.offset if zone else None for zone in zones)
    labels: dict[Hashable, str] = {zone.offset: zone.values[0] for zone in zones if zone and zone.values}
    if not any(zones):
        raise no_answers(
            rule,
            "the sheet has no time zones.",
            "name the column under [columns] as time_zone, or take the rule out.",
        )

    def too_far(first: object, second: object) -> bool:
        return isinstance(first, int) and isinstance(second, int) and abs(first - second) > gap

    return Clash(world, rule.rule, rule.strength, weight, offsets, too_far, lambda offset: labels[offset])


CARD = Card(
    name="time_zone",
    read=time_zone,
    arguments=TimeZoneArguments,
    weight=200,
    needs="time_zone",
    eases={"gap": 1},
)
