"""What an answer about times says, once it is understood."""

from __future__ import annotations

from typing import NamedTuple

from ok_match.model.people.slot import Slot


class Reading(NamedTuple):
    """What an answer about times says.

    Attributes
    ----------
    slots, without : tuple of Slot
        The times that it names, and those that it leaves out.
    need, unsure : tuple of Slot
        Times that it names with "if need be", and with "maybe".
    none : bool
        Whether it says that no time suits.
    refuses, agrees : bool
        Whether it says in words that somebody cannot, or can.
    local : bool
        Whether it says that its times are by the writer's own clock.
    open : bool
        Whether it says that somebody is free, so that it means the same whatever the question asks.
    unread : tuple of str
        Words that matter and were not understood; the times are then not to be relied on.
    doubts : bool
        Whether it says "maybe" of whatever.
    """

    slots: tuple[Slot, ...] = ()
    without: tuple[Slot, ...] = ()
    need: tuple[Slot, ...] = ()
    unsure: tuple[Slot, ...] = ()
    none: bool = False
    refuses: bool = False
    agrees: bool = False
    local: bool = False
    open: bool = False
    unread: tuple[str, ...] = ()
    doubts: bool = False

    @property
    def empty(self) -> bool:
        """Whether it names no time at all."""
        return not (self.slots or self.without or self.need or self.unsure or self.none)
