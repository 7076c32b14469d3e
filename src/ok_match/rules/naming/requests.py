"""Requests: people sit with those whom they asked to sit with, where they can be found in the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ok_match.model import Noun, Program, Request, Rule, Strength
from ok_match.rules.card import Card
from ok_match.rules.shapes.wished import Wished
from ok_match.rules.world import World, no_answers

#: The field in which people say whom they would like to sit with.
ASKED = "sit_with"


class RequestsArguments(Noun):
    """``pairs``: who asks and who is asked for, by name, e-mail address or id; those of the sheet are added to them."""

    pairs: tuple[tuple[str, str], ...] = ()


def requests(rule: Rule, wanted: RequestsArguments, weight: int, world: World) -> Wished:
    """Pairs of people, in each of which the first would like to sit with the second.

    Raises
    ------
    ProgramError
        If there are no pairs, and the sheet has no answers to whom people would like to sit with.
    """
    if not wanted.pairs and not any(person.trait(ASKED) for person in world.people):
        raise no_answers(
            rule,
            "nobody in the sheet asked to sit with anybody.",
            "name the column under [columns] as sit_with, or take the rule out.",
        )
    points: dict[tuple[int, int], int] = defaultdict(int)
    for asking, asked in {(world.find(asking, rule), world.find(asked, rule)) for asking, asked in wanted.pairs}:
        if asking is not None and asked is not None and asking != asked:
            points[min(asking, asked), max(asking, asked)] += weight
    return Wished(world, rule.rule, dict(points), dict.fromkeys(points, ""))


def with_requests(program: Program, requests: Iterable[Request]) -> Program:
    """A program whose rules ``requests`` hold the pairs that were read from the sheet, beside their own."""
    pairs = [[request.a, request.b] for request in requests if request.b]
    return program.model_copy(update={"rules": tuple(_holding(rule, pairs) for rule in program.rules)})


def _holding(rule: Rule, pairs: list[list[str]]) -> Rule:
    own = rule.arguments.get("pairs", [])
    if rule.rule != CARD.name or not pairs or not isinstance(own, list):
        return rule
    return rule.model_copy(update={"arguments": rule.arguments | {"pairs": [*own, *pairs]}})


CARD = Card(
    name="requests",
    read=requests,
    arguments=RequestsArguments,
    weight=150,
    strengths=(Strength.SHOULD,),
    usual=Strength.SHOULD,
    needs=ASKED,
    people={"pairs": 0},
)
