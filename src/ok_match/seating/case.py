"""The noun in the middle: people, what they share, and a program's rules applied to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ok_match import partition
from ok_match.model import (
    Affinity,
    Apart,
    Counted,
    Evidence,
    Finding,
    Held,
    Participant,
    Program,
    Rule,
    Seat,
    SharedSlots,
    Strength,
    Term,
    Terms,
    Together,
)
from ok_match.rules import CARDS, Constraint, Lineup, World, active_rules, constraints_of, lineup_of


@dataclass(frozen=True)
class Case:
    """Everything that a roster is judged by. What follows from it is computed once, when it is first asked for.

    Attributes
    ----------
    world : World
        The people to be placed, in the order that positions count, those held, and what each two share.
    program : Program
        The rules in force, those made from conflicts and requests among them.
    """

    world: World
    program: Program

    def under(self, **changes: object) -> Case:
        """The same people under a program with some of its fields changed."""
        return replace(self, program=self.program.model_copy(update=changes))

    @property
    def people(self) -> Sequence[Participant]:
        """Everybody to be placed, in the order that positions count."""
        return self.world.people

    @property
    def held(self) -> Sequence[Held]:
        """People of the sheet who must not be placed yet."""
        return self.world.held

    @cached_property
    def lineup(self) -> Lineup:
        """What labels and names of cohorts mean."""
        return lineup_of(self.program, self.world.find_in, self.world.lineup)

    def lined_up(self, **changes: Any) -> Case:
        """The same people and program, with some fields of the lineup changed."""
        return replace(self, world=replace(self.world, lineup=replace(self.world.lineup, **changes)))

    @property
    def affinity(self) -> Affinity:
        """What each two of ``people`` share."""
        return self.world.affinity

    @cached_property
    def rules(self) -> tuple[Constraint, ...]:
        """The rules in force, common ground first.

        Raises
        ------
        ProgramError
            If a rule does not fit these people.
        """
        return constraints_of(self.program, self.world)

    @cached_property
    def terms(self) -> Terms:
        """The rules in the form that the search weighs."""
        return Terms(len(self.people), tuple(term for rule in self.rules for term in rule.terms()))

    @cached_property
    def musts(self) -> tuple[Terms, tuple[Rule, ...]]:
        """The terms that may not be broken, and for each term the rule that it comes from."""
        terms: list[Term] = []
        owners: list[Rule] = []
        for rule, constraint in zip(active_rules(self.program), self.rules[1:], strict=True):
            hard = [term for term in constraint.terms() if _is_must(term)] if rule.strength is Strength.MUST else []
            terms += hard
            owners += [rule] * len(hard)
        return Terms(len(self.people), tuple(terms)), tuple(owners)

    @cached_property
    def position(self) -> dict[str, int]:
        """The position of each person by id."""
        return {person.id: i for i, person in enumerate(self.people)}

    @cached_property
    def units(self) -> tuple[tuple[int, ...], ...]:
        """Sets of people, by position, who must sit together."""
        return tuple(term.members for term in self.terms.terms if isinstance(term, Together))

    @property
    def of_cohorts(self) -> frozenset[str]:
        """The names of the rules that have nothing to say about two people."""
        return frozenset(name for name, card in CARDS.items() if card.of_cohorts)

    def grounds(self, rule: str, people: Sequence[int]) -> tuple[Evidence, ...] | None:
        """What a must rests on that no cohort of these people could keep; ``None`` if its findings show that."""
        card = CARDS.get(rule)
        return card.grounds([self.people[i] for i in people]) if card and card.grounds else None

    def judge(self, members: Sequence[int], number: int) -> tuple[Finding, ...]:
        """What every rule finds in a cohort: its members by position, ascending, and its number counted from 0."""
        return tuple(rule.finding(members, number) for rule in self.rules)

    def price(self, labels: Sequence[int], cohorts: int) -> tuple[int, int]:
        """The price of a whole placement: musts broken, and the *should* cost in units of 1/POINT.

        ``labels`` holds the cohort number of each person; ``cohorts`` itself stands for waiting.
        """
        return partition.cost(self.terms, labels, cohorts)


def _is_must(term: Term) -> bool:
    return (
        isinstance(term, Apart | Together | Seat)
        or (isinstance(term, SharedSlots) and term.weight is None)
        or (isinstance(term, Counted) and term.must)
    )
