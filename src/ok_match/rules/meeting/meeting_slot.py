"""Meeting slot: every cohort has a time at which all its members can come.

As a should, each member who cannot come at the time that suits most has a price instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, cast

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ok_match.errors import ProgramError
from ok_match.model import POINT, Evidence, Finding, Participant, Rule, SharedSlots, Strength, Term
from ok_match.model.noun import Noun
from ok_match.rules.card import Card
from ok_match.rules.world import World

from .timetable import Timetable, Window, timetable_of

AVAILABILITY = "availability"


class Unanswered(StrEnum):
    """What becomes of people who gave no times though the sheet asks: they are held, or count as free at all."""

    HELD = "held"
    FREE = "free"


class MeetingSlotArguments(Noun):
    """``slots``: how many times all members of a cohort must have in common. ``unanswered``: see ``Unanswered``."""

    slots: Annotated[int, Field(ge=1)] = 1
    unanswered: Unanswered = Unanswered.HELD


@dataclass(frozen=True, slots=True)
class MeetingSlot:
    """The windows in which people could meet, and who can come when: ``free`` is (people, windows)."""

    table: Timetable
    needed: int
    people: tuple[str, ...]
    weight: int | None = None

    @property
    def slots(self) -> tuple[Window, ...]:
        """The windows, by day and hour."""
        return self.table.windows

    @property
    def free(self) -> NDArray[np.bool_]:
        """Whether each person can come in each window."""
        return self.table.free

    def terms(self) -> tuple[Term, ...]:
        """The slots that members must share, if the sheet has any."""
        if not self.slots:
            return ()
        return (SharedSlots(self.free, self.needed, None if self.weight is None else self.weight * POINT),)

    def finding(self, members: Sequence[int], cohort: int) -> Finding:  # noqa: ARG002 - part of the protocol
        """The times that suit everybody and, where they are too few, those that suit most, with who cannot come."""
        free = self.free[list(members)]
        absent = (len(members) - free.sum(axis=0)).tolist()
        best = sorted(range(len(absent)), key=lambda t: (absent[t], t))[: self.needed] if members else []
        missing = sum(absent[t] for t in best)
        shared = [Evidence(label=label) for label in self._shared(members, absent)]
        if missing and self.weight is not None:
            away = {t: [i for i in members if not self.free[i, t]] for t in best}
            shared += [
                Evidence(
                    label=self.table.label(t, [i for i in members if i not in away[t]]),
                    people=tuple(self.people[i] for i in away[t]),
                )
                for t in best
                if away[t]
            ]
        return Finding(
            rule=CARD.name,
            strength=Strength.MUST if self.weight is None else Strength.SHOULD,
            cost=missing * (1 if self.weight is None else self.weight * POINT),
            judged=bool(self.slots),
            evidence=tuple(shared),
        )

    def _shared(self, members: Sequence[int], absent: Sequence[int]) -> tuple[str, ...]:
        """The times at which all members can come, each told once."""
        return tuple(dict.fromkeys(self.table.label(t, members) for t, count in enumerate(absent) if not count))


def meeting_slot(rule: Rule, wanted: MeetingSlotArguments, weight: int, world: World) -> MeetingSlot:
    """The times of the sheet; people of whom none are known are free at every time.

    Who gave none is held by the intake, unless ``unanswered`` or the facilitator's word says otherwise.
    """
    needed = wanted.slots
    table = timetable_of(world.people, AVAILABILITY, apart=needed > 1)
    if table.windows and needed > len(table.windows):
        raise ProgramError(
            f"program, rule {rule.rule}",
            f"slots = {needed}, and the sheet offers {len(table.windows)} times.",
            "Nothing was matched.",
            f"ask for at most {len(table.windows)}.",
        )
    ids = tuple(person.id for person in world.people)
    return MeetingSlot(table, needed, ids, weight if rule.strength is Strength.SHOULD else None)


def one_more_slot(rule: Rule, world: World, person: int, joined: Sequence[int], before: Finding) -> Iterator[Evidence]:  # noqa: ARG001
    """Each time that suits a cohort and would suit it still if one person could come then too."""
    applied = cast("MeetingSlot", CARD.apply(rule, world))
    others = [i for i in joined if i != person]
    free = applied.free[others].all(axis=0)
    both = free & applied.free[person]
    if int(both.sum()) + 1 < applied.needed:
        return
    told = set()
    for t in np.flatnonzero(free & ~applied.free[person]).tolist():
        label = applied.table.label(t, others)
        if label not in told:
            told.add(label)
            yield Evidence(label=label)


def free_times(people: Sequence[Participant]) -> tuple[Evidence, ...]:
    """Who can come when; somebody who gave no times can always come, and is not named."""
    slots = dict.fromkeys(slot for person in people for slot in person.trait(AVAILABILITY))
    return tuple(
        Evidence(label=slot, people=tuple(person.id for person in people if slot in person.trait(AVAILABILITY)))
        for slot in slots
    )


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
    holds=lambda wanted: wanted.unanswered is Unanswered.HELD,
)
