"""All rules: every module in the rooms of this package that has a ``CARD``."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from importlib import import_module
from pkgutil import walk_packages

from ok_match.errors import ProgramError
from ok_match.model import Rule

from .card import Card


def _cards() -> Iterator[Card]:
    package = __name__.rpartition(".")[0]
    for module in walk_packages(import_module(package).__path__, f"{package}."):
        # The modules beside the rooms are about rules, and are none.
        in_a_room = module.name.count(".") > package.count(".") + 1
        if in_a_room and (card := getattr(import_module(module.name), "CARD", None)):
            yield card


#: The card of each rule by the name that programs call it, in alphabetical order.
CARDS: dict[str, Card] = {card.name: card for card in sorted(_cards(), key=lambda card: card.name)}


def card_of(rule: Rule) -> Card:
    """The card of the rule that a line names.

    Raises
    ------
    ProgramError
        If there is no such rule.
    """
    if rule.rule in CARDS:
        return CARDS[rule.rule]
    near = get_close_matches(rule.rule, CARDS, n=1)
    raise ProgramError(
        "program [[rules]]",
        f'there is no rule "{rule.rule}".',
        "Nothing was matched.",
        f"{f'did you mean {near[0]}? ' if near else ''}The rules are: {', '.join(CARDS)}.",
    )
