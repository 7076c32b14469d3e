"""One per category: no two members of a cohort share an organisation, a specialty, a role, a line of work."""

from __future__ import annotations

from collections import defaultdict

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.field import read_field
from ok_match.rules.naming.apart import KeptApart
from ok_match.rules.world import World, arguments_of, insist, usual

#: What a pair of one category counts for, in affinity points, where the rule is a should.
WEIGHT = 200


class OnePerArguments(Noun):
    """``field``: what may occur once a cohort; ``within``: a field (town) that both must share for it to matter."""

    field: str
    within: str | None = None


def one_per(rule: Rule, world: World) -> KeptApart:
    """Read the rule ``one_per``: competitors are people of one specialty, perhaps only within one town."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments = arguments_of(rule, OnePerArguments)
    field = read_field(arguments.field, world, rule)
    place = read_field(arguments.within, world, rule) if arguments.within else None
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
    return KeptApart(world, rule.rule, ordered, rule.strength, usual(rule, WEIGHT))
