"""Rules that part pairs of people are made firmer until they part more pairs than chance would.

What such a rule must outbid depends on the sheet: where one sector shares far more than strangers do, the usual price
does not break its block up. The price is doubled then, but only where that helps.
"""

from __future__ import annotations

from collections.abc import Callable

from ok_match import partition
from ok_match.model import Program, Rule, Strength
from ok_match.rules import CARDS

from .case import Case
from .identity.formed import members_of
from .pair_counts import counted

#: How often a price is doubled at most.
DOUBLINGS = 5


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
        weak = _weak(case, tried, met)
        if not weak:
            return tried, met
        raised = {i: rule for i, rule in weak.items() if rule}
        if not raised:
            break
        tried = tried.under(rules=tuple(raised.get(i, rule) for i, rule in enumerate(tried.program.rules)))
        other = search(tried)
        if other is None or other.plan.waiting > solution.plan.waiting:
            break
        met = other
    else:
        if not _weak(case, tried, met):
            return tried, met
    return case, solution


def with_prices(program: Program, case: Case) -> Program:
    """The program with the prices that a case has made firmer, so that its record can be opened again."""
    firmer = [rule for rule in case.program.rules if CARDS[rule.rule].firmer]

    def priced(rule: Rule) -> Rule:
        return next((other for other in firmer if other.model_copy(update={"weight": rule.weight}) == rule), rule)

    return program.model_copy(update={"rules": tuple(map(priced, program.rules))})


def _weak(case: Case, tried: Case, solution: partition.Solution) -> dict[int, Rule | None]:
    """The rules that part fewer pairs than chance would, by position; each made firmer, or ``None`` if it cannot be."""
    cohorts = members_of(solution.labels, solution.plan.groups)
    active = [i for i, rule in enumerate(case.program.rules) if rule.strength is not Strength.OFF]
    weak = {}
    for index, count in counted(tried, cohorts):
        rule = case.program.rules[active[index]]
        firmer = CARDS[rule.rule].firmer
        if firmer and count.pairs > count.random:
            weak[active[index]] = firmer(rule, tried.rules[1 + index])
    return weak
