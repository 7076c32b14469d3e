"""Meeting slot: every cohort has a time at which all its members can come.

As a should, each member who cannot come at the time that suits most has a price instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import POINT, Evidence, Finding, Participant, Rule, SharedSlots, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.world import World

AVAILABILITY = "availability"


class MeetingSlotArguments(Noun):
    """``slots``: how many times all members of a cohort must have in common."""

    slots: Annotated[int, Field(ge=1)] = 1


@dataclass(frozen=True, slots=True)
class MeetingSlot:
    """The times that the sheet offers, in its order, and who can come when: ``free`` is (people, slots)."""

    slots: tuple[str, ...]
    free: NDArray[np.bool_]
    needed: int
    people: tuple[str, ...]
    weight: int | None = None

    def terms(self) -> tuple[Term, ...]:
        """The slots that members must share, if the sheet has any."""
        if not self.slots:
            return ()
        return (SharedSlots(self.free, self.needed, None if self.weight is None else self.weight * POINT),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The times that suit everybody and, where they are too few, those that suit most, with who cannot come."""
        away = [tuple(i for i in members if not self.free[i, t]) for t in range(len(self.slots))]
        best = sorted(range(len(away)), key=lambda t: (len(away[t]), t))[: self.needed] if members else []
        missing = sum(len(away[t]) for t in best)
        shared = [Evidence(label=slot) for t, slot in enumerate(self.slots) if not away[t]]
        if missing and self.weight is not None:
            shared += [
                Evidence(label=self.slots[t], people=tuple(self.people[i] for i in away[t])) for t in best if away[t]
            ]
        return Finding(
            rule=CARD.name,
            strength=Strength.MUST if self.weight is None else Strength.SHOULD,
            cost=missing * (1 if self.weight is None else self.weight * POINT),
            judged=bool(self.slots),
            evidence=tuple(shared),
        )


def meeting_slot(rule: Rule, wanted: MeetingSlotArguments, weight: int, world: World) -> MeetingSlot:
    """The times of the sheet; people who gave none are taken to be free at every time."""
    needed = wanted.slots
    given = [set(person.trait(AVAILABILITY)) for person in world.people]
    slots = tuple(sorted(set().union(*given)))
    if slots and needed > len(slots):
        raise ProgramError(
            f"program, rule {rule.rule}",
            f"slots = {needed}, and the sheet offers {len(slots)} times.",
            "Nothing was matched.",
            f"ask for at most {len(slots)}.",
        )
    free = np.array([[not times or slot in times for slot in slots] for times in given], bool)
    ids = tuple(person.id for person in world.people)
    price = weight if rule.strength is Strength.SHOULD else None
    return MeetingSlot(slots, free.reshape(len(given), len(slots)), needed, ids, price)


def one_more_slot(rule: Rule, world: World, person: int, joined: Sequence[int], before: Finding) -> Iterator[Evidence]:
    """Each time that suits a cohort and would suit it still if one person could come then too."""
    for slot in [shared.label for shared in before.evidence if not shared.people]:
        changed = replace(world, people=_with_slot(world.people, person, slot))
        if CARD.apply(rule, changed).finding(joined, 0).cost == 0:
            yield Evidence(label=slot)


def free_times(people: Sequence[Participant]) -> tuple[Evidence, ...]:
    """Who can come when; somebody who gave no times can always come, and is not named."""
    slots = dict.fromkeys(slot for person in people for slot in person.trait(AVAILABILITY))
    return tuple(
        Evidence(label=slot, people=tuple(person.id for person in people if slot in person.trait(AVAILABILITY)))
        for slot in slots
    )


def _with_slot(people: Sequence[Participant], position: int, slot: str) -> list[Participant]:
    """The people, with one more time for the one at this position."""
    person = people[position]
    traits = tuple(
        trait.model_copy(update={"values": (*trait.values, slot)}) if trait.name == AVAILABILITY else trait
        for trait in person.traits
    )
    changed = person.model_copy(update={"traits": traits})
    return [changed if i == position else other for i, other in enumerate(people)]


CARD = Card(
    name="meeting_slot",
    read=meeting_slot,
    arguments=MeetingSlotArguments,
    weight=200,
    standing=2,
    needs=AVAILABILITY,
    eases={"slots": -1},
    once=True,
    mends=one_more_slot,
    grounds=free_times,
)
