"""One per category: no two members of a cohort share an organisation, a specialty, a role, a line of work."""

from __future__ import annotations

from collections import defaultdict

from ok_match.model import Rule
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.field import read_field
from ok_match.rules.shapes.kept_apart import KeptApart
from ok_match.rules.world import World


class OnePerArguments(Noun):
    """``field``: what may occur once a cohort; ``within``: a field (town) that both must share for it to matter."""

    field: str
    within: str | None = None


def one_per(rule: Rule, wanted: OnePerArguments, weight: int, world: World) -> KeptApart:
    """The people who share a value, perhaps only within one town, kept apart."""
    field = read_field(wanted.field, world, rule)
    place = read_field(wanted.within, world, rule) if wanted.within else None
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, keys in enumerate(field.keys):
        for key in keys:
            for spot in place.keys[i] if place else [""]:
                groups[key, spot].append(i)
    shared = [
        (f"{field.labels[key]}, {place.labels[spot]}" if place else field.labels[key], tuple(group))
        for (key, spot), group in groups.items()
        if len(group) > 1
    ]
    ordered = tuple(sorted(shared, key=lambda group: (group[1], group[0])))
    return KeptApart(world, rule.rule, ordered, rule.strength, weight)


CARD = Card(
    name="one_per",
    read=one_per,
    arguments=OnePerArguments,
    weight=200,
)
