"""Same organisation: colleagues, and with them boss and report, never share a cohort."""

from collections import defaultdict

from ok_match.model import NO_EMPLOYER, Rule, Strength, organisation_key
from ok_match.model.noun import Noun
from ok_match.rules.naming.apart import WEIGHT, KeptApart
from ok_match.rules.world import World, arguments_of, insist, usual


class NoArguments(Noun):
    """The rule takes none."""


def same_organisation(rule: Rule, world: World) -> KeptApart:
    """Read the rule ``same_organisation``: people whose organisation is the same but for case and legal form.

    Groups stand in the order of their first members.
    """
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments_of(rule, NoArguments)
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
    return KeptApart(world, rule.rule, ordered, rule.strength, usual(rule, WEIGHT), known)
