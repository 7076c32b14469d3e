"""Meeting slot: every cohort has a time at which all its members can come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import Evidence, Finding, Rule, SharedSlots, Strength, Term
from ok_match.model.noun import Noun

from .world import World, arguments_of, insist


class MeetingSlotArguments(Noun):
    """``slots``: how many times all members of a cohort must have in common."""

    slots: Annotated[int, Field(ge=1)] = 1


@dataclass(frozen=True, slots=True)
class MeetingSlot:
    """The times that the sheet offers, in its order, and who can come when: ``free`` is (people, slots)."""

    slots: tuple[str, ...]
    free: NDArray[np.bool_]
    needed: int

    def terms(self) -> tuple[Term, ...]:
        """Ask for shared slots, if the sheet has any."""
        return (SharedSlots(self.free, self.needed),) if self.slots else ()

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """List the times that suit everybody."""
        shared = [slot for t, slot in enumerate(self.slots) if all(self.free[i, t] for i in members)]
        away = sorted(sum(not self.free[i, t] for i in members) for t in range(len(self.slots)))
        missing = sum(away[: self.needed])
        evidence = tuple(Evidence(label=slot) for slot in shared)
        return Finding(
            rule="meeting_slot",
            strength=Strength.MUST,
            cost=missing,
            judged=bool(self.slots),
            evidence=evidence,
        )


def meeting_slot(rule: Rule, world: World) -> MeetingSlot:
    """Read the rule ``meeting_slot``; people who gave no times are taken to be free at every time."""
    insist(rule, Strength.MUST)
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
    return MeetingSlot(slots, free.reshape(len(given), len(slots)), needed)
