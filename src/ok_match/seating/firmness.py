"""Rules that part pairs of people are made firmer until they part more pairs than chance would.

What such a rule must outbid depends on the sheet: where one sector shares far more than strangers do, the usual price
does not break its block up. The price is doubled then, but only where that helps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ok_match import partition
from ok_match.model import Program, Rule
from ok_match.rules import CARDS, active_rules

from .case import Case
from .identity.formed import members_of
from .pair_counts import pair_counts

#: How often a price is doubled at most.
DOUBLINGS = 3


def firmly(
    case: Case, solution: partition.Solution, search: Callable[[Case], partition.Solution | None]
) -> tuple[Case, partition.Solution]:
    """The case and its solution, with rules as firm as they must be to part more pairs than chance would.

    Where no price achieves that without more people waiting, the musts forbid it, and both are returned as they were.

    Parameters
    ----------
    search : callable
        From a case to its best solution in the same sizes.
    """
    tried, met = case, solution
    for _ in range(DOUBLINGS):
        rules = dict(_firmer(case, tried, met))
        if not rules:
            return tried, met
        tried = with_rules(tried, rules)
        other = search(tried)
        if other is None or other.plan.waiting > solution.plan.waiting:
            return case, solution
        met = other
    return (case, solution) if dict(_firmer(case, tried, met)) else (tried, met)


def with_rules(case: Case, rules: dict[str, Rule]) -> Case:
    """The case with some of its rules replaced, by name."""
    return case.under(rules=tuple(rules.get(rule.rule, rule) for rule in case.program.rules))


def with_prices(program: Program, case: Case) -> Program:
    """The program with the prices that a case has made firmer, so that its record can be opened again."""
    firmer = {rule.rule: rule for rule in case.program.rules if CARDS[rule.rule].firmer}
    return program.model_copy(update={"rules": tuple(firmer.get(rule.rule, rule) for rule in program.rules)})


def _firmer(case: Case, tried: Case, solution: partition.Solution) -> Iterator[tuple[str, Rule]]:
    """The rules that part fewer pairs than chance would, made firmer, by name."""
    counts = {count.rule: count for count in pair_counts(tried, members_of(solution.labels, solution.plan.groups))}
    for rule, constraint in zip(active_rules(case.program), tried.rules[1:], strict=True):
        firmer, count = CARDS[rule.rule].firmer, counts.get(rule.rule)
        if firmer and count and count.pairs > count.random and (raised := firmer(rule, constraint)):
            yield rule.rule, raised
