"""Same organisation: colleagues, and with them boss and report, never share a cohort."""

import re
from collections import defaultdict

from ok_match.model import Rule, Strength
from ok_match.model.noun import Noun

from .apart import WEIGHT, KeptApart
from .world import World, arguments_of, insist, usual

#: What follows a firm's name without being part of it.
_LEGAL = re.compile(r"\b(inc|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|pllc|pc|clg|cic|the)\b")
#: What people write who have no employer in common.
NO_EMPLOYER = frozenset(
    """
    none self selfemployed myself me freelance freelancer freelancing independent retired unemployed
    soletrader solo own ownbusiness mybusiness consultant na tbd startup
    """.split()
)


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


def organisation_key(name: str) -> str:
    """Reduce an organisation's name to what two spellings of it have in common."""
    spaced = re.sub(r"[^\w\s]", " ", name.casefold().replace(".", "").replace("&", " and "))
    bare = _LEGAL.sub(" ", spaced)
    return "".join((bare if bare.split() else spaced).split())
