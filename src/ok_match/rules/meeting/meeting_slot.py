"""Meeting slot: every cohort has a time at which all its members can come.

As a should, each member who cannot come at the time that suits most has a price instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import POINT, Evidence, Finding, Rule, SharedSlots, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.world import World, arguments_of, insist, usual

#: What each member who cannot come costs, in affinity points of one person, where the rule is a should.
WEIGHT = 200


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
        """Ask for shared slots, if the sheet has any."""
        if not self.slots:
            return ()
        return (SharedSlots(self.free, self.needed, None if self.weight is None else self.weight * POINT),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """List the times that suit everybody; where they are too few, those that suit most, with who cannot come."""
        away = [tuple(i for i in members if not self.free[i, t]) for t in range(len(self.slots))]
        best = sorted(range(len(away)), key=lambda t: (len(away[t]), t))[: self.needed] if members else []
        missing = sum(len(away[t]) for t in best)
        shared = [Evidence(label=slot) for t, slot in enumerate(self.slots) if not away[t]]
        if missing and self.weight is not None:
            shared += [
                Evidence(label=self.slots[t], people=tuple(self.people[i] for i in away[t])) for t in best if away[t]
            ]
        return Finding(
            rule="meeting_slot",
            strength=Strength.MUST if self.weight is None else Strength.SHOULD,
            cost=missing * (1 if self.weight is None else self.weight * POINT),
            judged=bool(self.slots),
            evidence=tuple(shared),
        )


def meeting_slot(rule: Rule, world: World) -> MeetingSlot:
    """Read the rule ``meeting_slot``; people who gave no times are taken to be free at every time."""
    insist(rule, Strength.MUST, Strength.SHOULD)
    needed = arguments_of(rule, MeetingSlotArguments).slots
    given = [set(person.trait("availability")) for person in world.people]
    slots = tuple(sorted(set().union(*given)))
    if slots and needed > len(slots):
        raise ProgramError(
            "program, rule meeting_slot",
            f"slots = {needed}, and the sheet offers {len(slots)} times.",
            "Nothing was matched.",
            f"ask for at most {len(slots)}.",
        )
    free = np.array([[not times or slot in times for slot in slots] for times in given], bool)
    ids = tuple(person.id for person in world.people)
    weight = usual(rule, WEIGHT) if rule.strength is Strength.SHOULD else None
    return MeetingSlot(slots, free.reshape(len(given), len(slots)), needed, ids, weight)
