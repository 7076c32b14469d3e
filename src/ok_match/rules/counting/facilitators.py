"""Facilitators: every cohort has members who would help to facilitate, and none beside somebody they conflict with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import Apart, Finding, Rule, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

from .tallied import Tallied

#: What each facilitator too few costs, in affinity points of one person, where the rule is a should.
WEIGHT = 300
_LABEL = "facilitators"


class FacilitatorsArguments(Noun):
    """``least`` facilitators a cohort; ``people``: who they are, beside those who said that they would help."""

    least: Annotated[int, Field(ge=1)] = 1
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facilitated:
    """Who could facilitate, counted; ``conflicts`` are the pairs of them with people whom a rule keeps from them."""

    count: Tallied
    conflicts: frozenset[tuple[int, int]]

    def terms(self) -> tuple[Term, ...]:
        """Count the facilitators; as a must, forbid their conflicts too."""
        return (*self.count.terms(), *([Apart(tuple(sorted(self.conflicts)))] if self.conflicts else []))

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """Name those who could facilitate here."""
        counted = self.count.finding(members, cohort)
        here = set(members)
        clashes = sum(i in here and j in here for i, j in self.conflicts)
        return counted.model_copy(update={"cost": counted.cost + clashes})


def facilitators(rule: Rule, world: World) -> Facilitated:
    """Read the rule ``facilitators``, from the answers to who would help facilitate.

    Where a rule ``apart`` is only a should, it is a must for those who may facilitate, if this rule is one.

    Raises
    ------
    ProgramError
        If nobody would help, and the program names nobody.
    """
    insist(rule, Strength.MUST, Strength.SHOULD)
    arguments = arguments_of(rule, FacilitatorsArguments)
    named = {world.find(one, rule) for one in arguments.people} - {None}
    willing = {i for i, person in enumerate(world.people) if "yes" in person.trait("facilitate")}
    helping = tuple(sorted(willing | {i for i in named if i is not None}))
    if not helping and not arguments.people:
        raise ProgramError(
            f"program, rule {rule.rule}",
            "nobody in the sheet said that they would help facilitate.",
            "Nothing was matched, so that the rule is not lost without a word.",
            'name the column under [columns] as facilitate, or name them: people = ["..."].',
        )
    least = arguments.least
    count = Tallied(
        world,
        rule.rule,
        rule.strength,
        usual(rule, WEIGHT),
        {_LABEL: helping},
        lambda _label, number: max(0, least - number),
        "all",
    )
    must = rule.strength is Strength.MUST
    return Facilitated(count, frozenset(pair for pair in world.conflicts if must and set(pair) & set(helping)))
