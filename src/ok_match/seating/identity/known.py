"""The cohorts that labels and names refer to: those of a record that is followed, or as they form by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ok_match.errors import ProgramError
from ok_match.model import Followed
from ok_match.rules import CARDS, Fixed, active_rules, folded

from ..case import Case


class Known(NamedTuple):
    """A cohort that is known by a label.

    Attributes
    ----------
    name : str
        Its name; empty where it has none of its own.
    members : tuple of int
        Those of its members who are to be placed, by position.
    was : int
        The number of all its members.
    """

    label: str
    name: str
    members: tuple[int, ...]
    was: int


def followed_by(case: Case) -> tuple[Known, ...]:
    """The cohorts of the record that the program follows, by label; empty where it follows none.

    Raises
    ------
    ProgramError
        If the record has not been read.
    """
    follow = case.program.follow
    if follow is None:
        return ()
    if not isinstance(follow, Followed):
        raise ProgramError(
            "program",
            f"follow: the record {follow} has not been read.",
            "Nothing was matched.",
            "read the program from its file, or give the record's cohorts.",
        )
    position = {person.id.casefold(): i for i, person in enumerate(case.people)}
    position |= {person.email.casefold(): i for i, person in enumerate(case.people) if person.email}
    known = [
        Known(
            cohort.label,
            "" if cohort.name == f"Cohort {cohort.label}" else cohort.name,
            tuple(sorted({position[who.casefold()] for who in cohort.members if who.casefold() in position})),
            len(cohort.members),
        )
        for cohort in follow.cohorts
    ]
    return tuple(sorted(known, key=lambda cohort: in_count(cohort.label)))


def as_formed(cohorts: Sequence[Sequence[int]]) -> tuple[Known, ...]:
    """Cohorts that were formed, given their members by position, as they are numbered."""
    return tuple(Known(str(n + 1), "", tuple(members), len(members)) for n, members in enumerate(cohorts))


def in_count(label: str) -> tuple[bool, int, str]:
    """The sort key of a label: numbers first, as one counts."""
    return not label.isdecimal(), int(label) if label.isdecimal() else 0, label


def fixed_seats(case: Case) -> list[Fixed]:
    """The seats that rules fix by a cohort's label or name."""
    fixed = []
    for rule, constraint in zip(active_rules(case.program), case.rules[1:], strict=True):
        fixes = CARDS[rule.rule].fixes
        if fixes and (seat := fixes(constraint)).member is not None:
            fixed.append(seat)
    return fixed


def without_fixed_seats(case: Case) -> Case:
    """The case as it was when the facilitator saw the numbers that a program's fixed seats speak of."""
    return case.under(rules=tuple(rule for rule in active_rules(case.program) if not CARDS[rule.rule].fixes))


def speaks_of_labels(case: Case) -> bool:
    """Whether the program speaks of cohorts as they are numbered without its fixed seats."""
    numbered = any(isinstance(name, str) for name in case.program.names.values())
    renumbered = any(CARDS[rule.rule].fixes for rule in active_rules(case.program))
    return bool(fixed_seats(case)) or (numbered and renumbered)


def named_in(case: Case, known: Sequence[Known]) -> Mapping[str, str]:
    """The label of each name that the program gives to people: that of the known cohort that holds most of them.

    Raises
    ------
    ProgramError
        If a fixed seat speaks of a name, and no known cohort holds any of its people.
    """
    named = {}
    for name, members in case.lineup.people.items():
        best = max(known, key=lambda cohort: len(set(members) & set(cohort.members)))
        if set(members) & set(best.members):
            named[name] = best.label
        elif any(name == folded(seat.name) for seat in fixed_seats(case)):
            raise ProgramError(
                "program [names]",
                f'none of the people of "{name}" has a seat in a cohort.',
                "Nothing was matched, because a fixed seat speaks of that cohort.",
                "name other people, or take the fixed seat out.",
            )
    return named
