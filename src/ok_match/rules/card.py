"""The card of a rule: everything that the rest of the program must know of it.

A rule is one file with one ``CARD``. Whatever other stages ask of a rule (how it gets easier, whom it names, what it
needs of the sheet) stands on the card, so that no other module knows a rule by name; the words for it are one entry in
the table of ``render/words/rules.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import JsonValue, ValidationError

from ok_match.errors import ProgramError
from ok_match.model import Evidence, Finding, Participant, Rule, Strength, program_error
from ok_match.model.noun import Noun

from .world import Constraint, World


class NoArguments(Noun):
    """The rule takes no arguments."""


#: Applies a rule to people: its line, its arguments, its weight, and the world.
Read = Callable[[Rule, Any, int, World], Constraint]
#: What a person could have said instead so that a broken must would hold: the rule, the world, the person, the members
#: of the cohort with that person (positions, ascending), and what the rule found before they joined.
Mends = Callable[[Rule, World, int, Sequence[int], Finding], Iterable[Evidence]]
#: Whom an applied rule would rather see in different cohorts: sets of positions, each two of a set being one pair.
Spreads = Callable[[Any], Sequence[Sequence[int]]]
#: Whose seat an applied rule fixes, and where.
Fixes = Callable[[Any], "Fixed"]
#: The kinds of people whom an applied rule would rather deal evenly: the positions of each, by label.
Deals = Callable[[Any], Mapping[str, Sequence[int]]]
#: What in the people themselves a must rests on that no cohort of them could keep.
Grounds = Callable[[Sequence[Participant]], tuple[Evidence, ...]]


class Fixed(NamedTuple):
    """The seat of one person, if the rule speaks of a cohort by its label or name.

    Attributes
    ----------
    member : int or None
        The person's position; ``None`` where the rule speaks of no cohort, or of nobody to be placed.
    labels : tuple of str
        The labels of the cohorts allowed; empty where the rule gives a name whose label is not known yet.
    name : str
        The name that the rule gives for the cohort, if it does.
    """

    member: int | None = None
    labels: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that other stages must know of one rule.

    Attributes
    ----------
    name : str
        What a program calls it.
    read : callable
        Applies it to the people of a sheet.
    arguments : type
        What it takes beside strength, weight and ``why``.
    strengths : tuple of Strength
        The strengths it can have, beside ``off``.
    usual : Strength
        The strength it has where its line does not say.
    weight : int
        What it counts as a *should* where its line does not say, in affinity points.
    standing : int
        Its place among the rules that hold without being written down, from 1; 0 for a rule that does not.
    needs : str
        The field of the sheet that it judges, if it is always the same one.
    eases : mapping
        The arguments that are numbers, and the step by which each becomes one degree easier to keep.
    people : mapping
        The arguments that name people, and the fewest they must name; 0 for a single name.
    of_cohorts : bool
        Whether it judges only whole cohorts, so that it has nothing to say about two people.
    once : bool
        Whether a program may name it only once.
    parts : bool
        Whether it says of people who are named that they have a conflict.
    sees_conflicts : bool
        Whether it must know of the conflicts that other rules name.
    reads_records : bool
        Whether its argument ``records`` names earlier records, whose cohorts it takes as ``met``.
    mends : callable or None
        What one person could have said instead so that it would hold in a cohort that they would join.
    spreads : callable or None
        The sets of people whom it would rather spread over the cohorts, once applied: the report counts the pairs of
        a set who share a cohort, beside the expected number at random and the fewest possible.
    firmer : callable or None
        From a rule's line and the rule as it is applied to the line at twice the price; ``None`` if the line itself
        sets the price. The rule is made firmer where it parts fewer pairs than chance would.
    basis : callable or None
        What it spreads in this sheet instead of its usual kinds, once applied; empty for the usual ones.
    fixes : callable or None
        Whose seat it fixes and in which cohorts, once applied. Such a rule gives the labels of cohorts a meaning.
    unknown : callable or None
        The number of people whom it cannot judge, once applied.
    deals : callable or None
        The kinds of people, by label, whom it would rather deal evenly over the cohorts, once applied; nobody is of
        two. The report says where a cohort has more than its fair share of a kind, and what one fewer would cost.
    grounds : callable or None
        What it rests on where no cohort can have certain people, if its findings do not show that.
    holds : callable or None
        Whether, by its arguments, people who left out what it ``needs`` are held; ``None`` if they never are.
    """

    name: str
    read: Read
    arguments: type[Noun] = NoArguments
    strengths: tuple[Strength, ...] = (Strength.MUST, Strength.SHOULD)
    usual: Strength = Strength.MUST
    weight: int = 0
    standing: int = 0
    needs: str = ""
    eases: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    of_cohorts: bool = False
    once: bool = False
    parts: bool = False
    sees_conflicts: bool = False
    reads_records: bool = False
    mends: Mends | None = None
    spreads: Spreads | None = None
    firmer: Callable[[Rule, Any], Rule | None] | None = None
    basis: Callable[[Any], str] | None = None
    fixes: Fixes | None = None
    unknown: Callable[[Any], int] | None = None
    deals: Deals | None = None
    grounds: Grounds | None = None
    holds: Callable[[Any], bool] | None = None

    def apply(self, rule: Rule, world: World) -> Constraint:
        """The rule applied to the people of a sheet.

        Raises
        ------
        ProgramError
            If its strength or an argument is not possible, or it does not fit the sheet.
        """
        if rule.strength not in (*self.strengths, Strength.OFF):
            raise ProgramError(
                f"program, rule {rule.rule}",
                f'strength = "{rule.strength}" is not possible for this rule.',
                "Nothing was matched.",
                f"use one of: {', '.join((*self.strengths, Strength.OFF))}.",
            )
        return self.read(rule, self.argued(rule), self.weight if rule.weight is None else rule.weight, world)

    def argued(self, rule: Rule) -> Any:
        """The arguments of a line.

        Raises
        ------
        ProgramError
            If one is unknown or not possible.
        """
        try:
            return self.arguments.model_validate(rule.arguments)
        except ValidationError as error:
            raise program_error(f"program, rule {rule.rule}", self.arguments, error) from None

    def eased(self, rule: Rule) -> Iterator[tuple[str, int | float]]:
        """Each number of the rule, one step easier to keep; a number below 1 asks nothing and is left out."""
        for setting, step in self.eases.items():
            value = rule.arguments.get(setting, self.arguments.model_fields[setting].default)
            if isinstance(value, int | float) and not isinstance(value, bool) and (step > 0 or value > 1):
                yield setting, value + step

    def shortened(self, rule: Rule) -> Iterator[tuple[str, list[str], JsonValue]]:
        """Each list of people with one entry left out: the argument, whom that leaves out, and the rest."""
        for setting, fewest in self.people.items():
            entries = rule.arguments.get(setting)
            if fewest and isinstance(entries, list) and len(entries) > fewest:
                for entry in entries:
                    yield setting, _names_in(entry), [other for other in entries if other != entry]

    def named(self, rule: Rule) -> list[str]:
        """Everybody whom the rule names, once."""
        names = [name for setting in self.people for name in _names_in(rule.arguments.get(setting))]
        return list(dict.fromkeys(names))


def _names_in(value: JsonValue | None) -> list[str]:
    """The names in a name, a list of names or a list of pairs."""
    if isinstance(value, list):
        return [name for entry in value for name in _names_in(entry)]
    return [value] if isinstance(value, str) else []
