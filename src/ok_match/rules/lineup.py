"""What the labels and names of cohorts mean: to the search, and once the cohorts are formed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ok_match.errors import ProgramError
from ok_match.model import Followed, Program


@dataclass(frozen=True, slots=True)
class Lineup:
    """The cohorts by label and by name.

    Attributes
    ----------
    named : mapping of str to str
        The label of the cohort of each name, folded by ``folded``. It is empty where the label is not known yet,
        because the program gives the name to people.
    people : mapping of str to tuple of int
        The people, by position, to whom the program gives a name, by the folded name.
    numbers : mapping of str to int, optional
        The number of the cohort of each label, counted from 0. By default, label "1" is that of cohort 0, and so on.
    anchors : mapping of str to tuple of int
        People, by position, who sit in the cohort of a label while it is formed, so that it is made of those who made
        it before.
    """

    named: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] | None = None
    anchors: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def number(self, label: str) -> int:
        """The number of the cohort of a label; one that no cohort has, where there is no such label."""
        usual = int(label) - 1 if label.isdecimal() else 0
        if self.numbers is None:
            return usual
        return self.numbers[label] if label in self.numbers else max(usual, len(self.numbers))


def folded(name: str) -> str:
    """A name of a cohort in the form in which names are compared."""
    return " ".join(name.split()).casefold()


def lineup_of(program: Program, find: Callable[[str, str, str], int | None], lineup: Lineup) -> Lineup:
    """A lineup, with the names that a program knows cohorts by, those of the record that it follows among them.

    Parameters
    ----------
    find : callable
        ``World.find_in``.
    lineup : Lineup
        What is known beside them; it prevails.

    Raises
    ------
    ProgramError
        If a name is given to somebody who is not in the sheet, or to nobody.
    """
    followed = program.follow.cohorts if isinstance(program.follow, Followed) else ()
    named = {folded(cohort.name): cohort.label for cohort in followed}
    people = {}
    for key, value in program.names.items():
        if isinstance(value, str):
            named[folded(value)] = key
            continue
        if not value:
            raise ProgramError(
                "program [names]",
                f'"{key}" names nobody.',
                "Nothing was matched.",
                f'write "{key}" = ["Ana Ortega", "Bo Lund"], or take the line out.',
            )
        positions = {find(name, "program [names]", "name") for name in value}
        named[folded(key)] = ""
        people[folded(key)] = tuple(sorted(position for position in positions if position is not None))
    return replace(lineup, named={**named, **lineup.named}, people=people)
