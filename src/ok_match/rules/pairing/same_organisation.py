"""Same organisation: colleagues, and with them boss and report, never share a cohort."""

from collections import defaultdict

from ok_match.model import NO_EMPLOYER, Rule, organisation_key
from ok_match.rules.card import Card, NoArguments
from ok_match.rules.shapes.kept_apart import KeptApart
from ok_match.rules.world import World


def same_organisation(rule: Rule, _wanted: NoArguments, weight: int, world: World) -> KeptApart:
    """People whose organisation is the same but for case and legal form, kept apart.

    Groups stand in the order of their first members.
    """
    colleagues = defaultdict(list)
    for i, person in enumerate(world.people):
        colleagues[organisation_key(person.organisation)].append(i)
    groups = [
        (world.people[group[0]].organisation, tuple(group))
        for key, group in colleagues.items()
        if len(group) > 1 and key and key not in NO_EMPLOYER
    ]
    known = any(person.organisation for person in world.people)
    ordered = tuple(sorted(groups, key=lambda group: group[1]))
    return KeptApart(world, rule.rule, ordered, rule.strength, weight, known)


CARD = Card(
    name="same_organisation",
    read=same_organisation,
    weight=500,
    standing=1,
    needs="organisation",
)
