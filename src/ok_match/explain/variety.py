"""The variety of a cohort beyond its industries, and the members who are the only one of a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ok_match.model import Evidence, LoneTrait, Participant, Variety

#: The traits in which a cohort may vary, in the order shown.
SHOWN = ("role", "specialty", "years", "team_size", "revenue", "town", "mode", "time_zone")
#: Values that differ in kind, not in degree: a lone holder is always worth a mention.
KINDS = {"revenue": "none yet", "team_size": "1"}
#: The fewest answers among which somebody can stand out.
ENOUGH = 4
#: The fewest members with the same value against which a single other value stands out.
MANY = 3


def various(members: Sequence[int], people: Sequence[Participant]) -> tuple[Variety, ...]:
    """The traits in which two members differ: each value with its holders, by amount, then most common first."""
    holders = ((trait, _holders(trait, members, people)) for trait in SHOWN)
    return tuple(Variety(trait=trait, values=tuple(values)) for trait, values in holders if len(values) > 1)


def alone(members: Sequence[int], people: Sequence[Participant]) -> tuple[LoneTrait, ...]:
    """The members who are the only one of a kind: before any revenue, say, or the one exception among many alike.

    Where everybody differs from everybody else, nobody is alone.
    """
    traits = []
    for trait in SHOWN:
        values = _holders(trait, members, people)
        if sum(len(value.people) for value in values) < ENOUGH or len(values) < 2:
            continue
        single = [value for value in values if len(value.people) == 1]
        exception = len(single) == 1 and any(len(value.people) >= MANY for value in values)
        traits += [
            LoneTrait(trait=trait, value=value.label, participant=value.people[0])
            for value in single
            if exception or value.label == KINDS.get(trait)
        ]
    return tuple(traits)


def _holders(trait: str, members: Sequence[int], people: Sequence[Participant]) -> list[Evidence]:
    """Each value of a trait and its holders, by amount, then most common first; case does not matter."""
    labels: dict[str, str] = {}
    ids: dict[str, list[str]] = defaultdict(list)
    amounts: dict[str, float] = {}
    for i in members:
        answer = next((own for own in people[i].traits if own.name == trait and own.values), None)
        if answer is None:
            continue
        key = " ".join(answer.values[0].split()).casefold()
        labels.setdefault(key, answer.values[0])
        ids[key].append(people[i].id)
        amounts.setdefault(key, answer.number if answer.number is not None else 0.0)
    order = sorted(ids, key=lambda key: (amounts[key], -len(ids[key]), key))
    return [Evidence(label=labels[key], people=tuple(ids[key])) for key in order]
