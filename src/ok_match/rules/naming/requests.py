"""Requests: people sit with those whom they asked to sit with, where they can be found in the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ok_match.errors import ProgramError
from ok_match.model import Program, Request, Rule, Strength
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .wished import Wished

#: What somebody who is asked for counts for, in affinity points; two who ask for one another count twice.
WEIGHT = 150


class RequestsArguments(Noun):
    """``pairs``: who asks and who is asked for, by name, e-mail address or id; those of the sheet are added to them."""

    pairs: tuple[tuple[str, str], ...] = ()


def requests(rule: Rule, world: World) -> Wished:
    """The rule ``requests``: ``pairs`` of people, of whom the first would like to sit with the second.

    Raises
    ------
    ProgramError
        If there are no pairs, and the sheet has no answers to whom people would like to sit with.
    """
    insist(rule, Strength.SHOULD)
    named = arguments_of(rule, RequestsArguments).pairs
    if not named and not any(person.trait("sit_with") for person in world.people):
        raise ProgramError(
            f"program, rule {rule.rule}",
            "nobody in the sheet asked to sit with anybody.",
            "Nothing was matched, so that the rule is not lost without a word.",
            "name the column under [columns] as sit_with, or take the rule out.",
        )
    points: dict[tuple[int, int], int] = defaultdict(int)
    for asking, asked in {(world.find(asking, rule), world.find(asked, rule)) for asking, asked in named}:
        if asking is not None and asked is not None and asking != asked:
            points[min(asking, asked), max(asking, asked)] += usual(rule, WEIGHT)
    return Wished(world, rule.rule, dict(points), dict.fromkeys(points, ""))


def with_requests(program: Program, requests: Iterable[Request]) -> Program:
    """A program whose rules ``requests`` hold the pairs that were read from the sheet, beside their own."""
    pairs = [[request.a, request.b] for request in requests if request.b]
    return program.model_copy(update={"rules": tuple(_holding(rule, pairs) for rule in program.rules)})


def _holding(rule: Rule, pairs: list[list[str]]) -> Rule:
    own = rule.arguments.get("pairs", [])
    if rule.rule != "requests" or not pairs or not isinstance(own, list):
        return rule
    return rule.model_copy(update={"arguments": rule.arguments | {"pairs": [*own, *pairs]}})
