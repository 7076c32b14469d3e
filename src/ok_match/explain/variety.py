"""What makes a cohort various beside its industries, and who is alone in it with something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ok_match.model import Evidence, LoneTrait, Participant, Variety

#: The traits that a cohort may be various in, in the order told.
TOLD = ("role", "specialty", "years", "team_size", "revenue", "town", "mode", "time_zone")
#: Values that are a matter of kind and not of degree: who has one alone is told, however various the others are.
KINDS = {"revenue": "none yet", "team_size": "1"}
#: So many must have answered before somebody can be called alone among them.
ENOUGH = 4
#: So many must have one value for another that nobody else has to stand out.
MANY = 3


def various(members: Sequence[int], people: Sequence[Participant]) -> tuple[Variety, ...]:
    """Give the values of each trait in which two members differ, and who has which: most first, then by amount."""
    found = []
    for trait in TOLD:
        holders = _holders(trait, members, people)
        if len(holders) > 1:
            found.append(Variety(trait=trait, values=tuple(holders)))
    return tuple(found)


def alone(members: Sequence[int], people: Sequence[Participant]) -> tuple[LoneTrait, ...]:
    """Find who is the only one of a kind: the only one before any revenue, or the one exception among many alike.

    Where everybody differs from everybody, nobody is alone.
    """
    found = []
    for trait in TOLD:
        holders = _holders(trait, members, people)
        if sum(len(one.people) for one in holders) < ENOUGH or len(holders) < 2:
            continue
        single = [one for one in holders if len(one.people) == 1]
        exception = len(single) == 1 and any(len(one.people) >= MANY for one in holders)
        found += [
            LoneTrait(trait=trait, value=one.label, participant=one.people[0])
            for one in single
            if exception or one.label == KINDS.get(trait)
        ]
    return tuple(found)


def _holders(trait: str, members: Sequence[int], people: Sequence[Participant]) -> list[Evidence]:
    """Give each value of a trait and who has it; values that differ only in case are one."""
    labels: dict[str, str] = {}
    ids: dict[str, list[str]] = defaultdict(list)
    amounts: dict[str, float] = {}
    for i in members:
        one = next((one for one in people[i].traits if one.name == trait and one.values), None)
        if one is None:
            continue
        key = " ".join(one.values[0].split()).casefold()
        labels.setdefault(key, one.values[0])
        ids[key].append(people[i].id)
        amounts.setdefault(key, one.number if one.number is not None else 0.0)
    order = sorted(ids, key=lambda key: (amounts[key], -len(ids[key]), key))
    return [Evidence(label=labels[key], people=tuple(ids[key])) for key in order]
