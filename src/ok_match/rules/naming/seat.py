"""Seat: a person sits in one cohort, or in one of several, whatever else happens.

A cohort is named by its label, by its name or by people who sit in it. A label and a name mean the people who bear
them, wherever the numbering of the cohorts puts these (see ``rules.lineup``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated

from pydantic import Field, model_validator

from ok_match.errors import ProgramError
from ok_match.model import Evidence, Finding, Rule, Seat, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.card import Card, Fixed
from ok_match.rules.lineup import folded
from ok_match.rules.shapes.kept_together import KeptTogether
from ok_match.rules.world import Constraint, World

_WAYS = 'one of: cohorts = [1, 2], cohort = "The river", with = ["Ana Ortega"]'


class SeatArguments(Noun):
    """``person``: a name, e-mail address or id. Then one of three.

    ``cohorts``: the labels that are allowed, such as ``[1, 2]``; ``cohort``: the name of a cohort; ``with``: people of
    the cohort.
    """

    person: str
    cohorts: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)] | None = None
    cohort: Annotated[str, Field(min_length=1)] | None = None
    companions: Annotated[tuple[str, ...], Field(min_length=1)] | None = Field(None, alias="with")

    @model_validator(mode="after")
    def _says_where_once(self) -> SeatArguments:
        if sum(way is not None for way in (self.cohorts, self.cohort, self.companions)) != 1:
            raise ValueError(f"give {_WAYS}")
        return self


@dataclass(frozen=True, slots=True)
class FixedSeat:
    """A person (``None``: held, so that nothing is asked) and the labels of the cohorts allowed.

    Attributes
    ----------
    labels : tuple of str
        Empty as long as the label of the cohort named is not known; then any cohort is allowed.
    name : str
        The name that the rule gives for the cohort, if it does.
    """

    world: World
    member: int | None
    labels: tuple[str, ...]
    name: str
    why: str

    def terms(self) -> tuple[Term, ...]:
        """The cohorts that are allowed and, while they are formed, the people who make them what they are."""
        if self.member is None or not self.labels:
            return ()
        lineup = self.world.lineup
        anchored = ((i, label) for label in self.labels for i in lineup.anchors.get(label, ()))
        return Seat(self.member, self._numbers()), *(Seat(i, (lineup.number(label),)) for i, label in anchored)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:
        """The person, if they sit here."""
        evidence: tuple[Evidence, ...] = ()
        wrong = False
        if self.member is not None and self.member in members:
            evidence = (Evidence(label=self.why, people=self.world.ids([self.member])),)
            wrong = bool(self.labels) and cohort not in self._numbers()
        return Finding(rule="seat", strength=Strength.MUST, cost=int(wrong), evidence=evidence)

    def _numbers(self) -> tuple[int, ...]:
        return tuple(sorted({self.world.lineup.number(label) for label in self.labels}))


def seat(rule: Rule, wanted: SeatArguments, _weight: int, world: World) -> Constraint:
    """One person's seat, in one of the cohorts named or with the people named."""
    member = world.find(wanted.person, rule)
    if wanted.companions is not None:
        bound = world.find_all((wanted.person, *wanted.companions), rule)
        return FixedSeat(world, None, (), "", "") if member is None else KeptTogether(world, rule.rule, bound, rule.why)
    if wanted.cohort is not None:
        label = _label_of(wanted.cohort, world, rule)
        return FixedSeat(world, member, (label,) if label else (), wanted.cohort, rule.why)
    labels = tuple(map(str, sorted(set(wanted.cohorts or ()))))
    return FixedSeat(world, member, labels, "", rule.why)


def _label_of(name: str, world: World, rule: Rule) -> str:
    """The label of the cohort of this name; empty if it is not known yet.

    Raises
    ------
    ProgramError
        If no cohort is called that.
    """
    named = world.lineup.named
    if folded(name) in named:
        return named[folded(name)]
    near = get_close_matches(folded(name), named, n=1)
    raise ProgramError(
        f"program, rule {rule.rule}",
        f'no cohort is called "{name}".',
        "Nothing was matched, because the rule would have been ignored.",
        f'did you mean "{near[0]}"?' if near else "name it under [names], or follow the record that names it.",
    )


def _fixed(applied: Constraint) -> Fixed:
    if isinstance(applied, FixedSeat):
        return Fixed(applied.member, applied.labels, applied.name)
    return Fixed()


CARD = Card(
    name="seat",
    read=seat,
    arguments=SeatArguments,
    strengths=(Strength.MUST,),
    people={"person": 0, "with": 1},
    fixes=_fixed,
)
