"""The values of a field that a rule compares.

``organisation`` is compared as ``same_organisation`` does, ``industry`` by line of work, and every other field (a
trait that the sheet has) by its words, whatever their case.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ok_match.model import NO_EMPLOYER, Participant, Rule, Trait, organisation_key
from ok_match.model.people.lines_of_work import classes, lines_of_work

from .world import World, no_answers

#: What the program writes before the name of a column that it keeps.
KEPT = "trait."


@dataclass(frozen=True, slots=True)
class FieldValues:
    """The values of one field for everybody, in comparable form.

    Attributes
    ----------
    name : str
        The field.
    keys : tuple of frozenset of str
        The keys of each person, by position: values reduced to what their spellings have in common. Empty where a
        person gave no answer.
    labels : dict of str to str
        Each key in the spelling that people use most.
    """

    name: str
    keys: tuple[frozenset[str], ...]
    labels: dict[str, str]

    def holders(self) -> dict[str, tuple[int, ...]]:
        """The positions of the people who hold each key; keys in the order of their labels."""
        positions = defaultdict(list)
        for position, keys in enumerate(self.keys):
            for key in keys:
                positions[key].append(position)
        return {key: tuple(positions[key]) for key in sorted(positions, key=lambda key: (self.labels[key], key))}

    def chosen(self, named: Sequence[str], rule: Rule) -> dict[str, tuple[int, ...]]:
        """The people who hold each of the values named, or each value if none is named.

        Raises
        ------
        ProgramError
            If nobody gave one of the values named.
        """
        holders = self.holders()
        if not named:
            return holders
        chosen = {}
        for value in named:
            keys = [key for key in sorted(_keys(self.name, value)) if key in holders]
            if not keys:
                near = get_close_matches(value.casefold(), {label.casefold() for label in self.labels.values()}, n=1)
                raise no_answers(
                    rule,
                    f'nobody in the sheet has "{value}" as {self.name}.',
                    f'did you mean "{near[0]}"?' if near else f"use a value that stands in the column of {self.name}.",
                )
            chosen.update({key: holders[key] for key in keys})
        return chosen

    def kinds(self, named: Sequence[str], rule: Rule, more_than: int) -> dict[str, tuple[int, ...]]:
        """The holders of each value chosen that more than this number of people hold, by ``field: value``.

        Raises
        ------
        ProgramError
            If nobody gave one of the values named.
        """
        return {
            f"{self.name}: {self.labels[key]}": holders
            for key, holders in self.chosen(named, rule).items()
            if len(holders) > more_than
        }


def read_field(name: str, world: World, rule: Rule) -> FieldValues:
    """One field, as everybody answered it.

    Raises
    ------
    ProgramError
        If nobody in the sheet has the field, so that the rule would judge nothing.
    """
    bare = name.removeprefix(KEPT)
    answers = [values_of(person, bare) for person in world.people]
    if not any(answers):
        known = ["industry", "organisation", *sorted({trait.name for p in world.people for trait in p.traits})]
        raise no_answers(
            rule,
            f'the sheet has no answers in the field "{bare}".',
            f"name the column under [columns], or use one of: {', '.join(known)}.",
        )
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    keys = []
    for values in answers:
        keyed = [(key, value) for value in values for key in _keys(bare, value)]
        for key, value in keyed:
            spellings[key][key if bare == "industry" else " ".join(value.split())] += 1
        keys.append(frozenset(key for key, _ in keyed))
    labels = {key: min(times, key=lambda spelling: (-times[spelling], spelling)) for key, times in spellings.items()}
    return FieldValues(bare, tuple(keys), labels)


def values_of(person: Participant, name: str) -> tuple[str, ...]:
    """A person's answers in a field, as written."""
    if name in ("organisation", "industry"):
        value = getattr(person, name)
        return (value,) if value else ()
    return person.trait(name) or person.trait(KEPT + name)


def number_of(person: Participant, name: str) -> float | None:
    """The amount that somebody gave in a field; ``None`` where the answer is none."""
    trait = _trait(person, name)
    return trait.number if trait else None


def rank_of(person: Participant, name: str) -> float | None:
    """The amount that somebody gave in a field, or that the band they named begins with; ``None`` for neither."""
    trait = _trait(person, name)
    if trait is None:
        return None
    grade = trait.grades[0].step if trait.grades else None
    return next((amount for amount in (trait.number, trait.edge, grade) if amount is not None), None)


def _trait(person: Participant, name: str) -> Trait | None:
    return person.find_trait(name) or person.find_trait(KEPT + name)


def _keys(field: str, value: str) -> frozenset[str]:
    """What all spellings of a value have in common."""
    if field == "organisation":
        key = organisation_key(value)
        return frozenset({key} if key and key not in NO_EMPLOYER else ())
    if field == "industry":
        lines = lines_of_work(value)
        known = lines & set(classes())
        return known or frozenset([" ".join(sorted(lines))] if lines else ())
    return frozenset([key] if (key := " ".join(value.casefold().split())) else ())
