"""Facilitators: every cohort has members who would help to facilitate, and none beside somebody they conflict with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from ok_match.model import Apart, Finding, Rule, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.shapes.tallied import Tallied
from ok_match.rules.world import World, no_answers

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
        """The count of facilitators and, for a must, their conflicts."""
        return (*self.count.terms(), *([Apart(tuple(sorted(self.conflicts)))] if self.conflicts else []))

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """The members who could facilitate."""
        counted = self.count.finding(members, cohort)
        here = set(members)
        clashes = sum(i in here and j in here for i, j in self.conflicts)
        return counted.model_copy(update={"cost": counted.cost + clashes})


def facilitators(rule: Rule, wanted: FacilitatorsArguments, weight: int, world: World) -> Facilitated:
    """The people who would help facilitate, or whom the program names, counted.

    If this rule is a must, conflicts with those who may facilitate are musts too, even where the rule that names them
    is only a should.

    Raises
    ------
    ProgramError
        If nobody would help, and the program names nobody.
    """
    named = {world.find(name, rule) for name in wanted.people} - {None}
    answers = [person.find_trait("facilitate") for person in world.people]
    willing = {i for i, answer in enumerate(answers) if answer and answer.yes}
    helping = tuple(sorted(willing | {i for i in named if i is not None}))
    if not helping and not wanted.people:
        raise no_answers(
            rule,
            "nobody in the sheet said that they would help facilitate.",
            'name the column under [columns] as facilitate, or name them: people = ["..."].',
        )
    least = wanted.least
    count = Tallied(
        world,
        rule.rule,
        rule.strength,
        weight,
        {_LABEL: helping},
        lambda _label, number: max(0, least - number),
        "all",
    )
    must = rule.strength is Strength.MUST
    return Facilitated(count, frozenset(pair for pair in world.conflicts if must and set(pair) & set(helping)))


CARD = Card(
    name="facilitators",
    read=facilitators,
    arguments=FacilitatorsArguments,
    weight=300,
    needs="facilitate",
    eases={"least": -1},
    people={"people": 2},
    of_cohorts=True,
    sees_conflicts=True,
)
