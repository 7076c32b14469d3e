"""Statements as positions in one long list: which are of which kind, and who made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Facet

from .alignment import Positions

#: Facets that say what somebody lacks, and facets that say what somebody has; common ground in these is a gift.
NEEDS = (Facet.GOALS, Facet.OBSTACLES)
HAVES = (Facet.OFFERS, Facet.OPPORTUNITIES)
#: Facets between which common ground is looked for where two people said the same under different questions.
CROSSING = (Facet.GOALS, Facet.OBSTACLES, Facet.OPPORTUNITIES)


class Said:
    """Statements of one kind.

    Attributes
    ----------
    positions, owners : ndarray of shape (s,), int64
        Where each stands among all that was written, and who made it (ascending).
    """

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.positions = np.array([position for position, _ in pairs], np.int64)
        self.owners = np.array([owner for _, owner in pairs], np.int64)

    @cached_property
    def _first(self) -> NDArray[np.int64]:
        last = int(self.owners[-1]) if self.owners.size else -1
        return np.searchsorted(self.owners, np.arange(last + 2))

    def by(self, person: int) -> Positions:
        """Give the positions of what one person said."""
        if person + 1 >= self._first.size:
            return self.positions[:0]
        return self.positions[self._first[person] : self._first[person + 1]]

    def by_all(self, people: Sequence[int]) -> tuple[Positions, NDArray[np.int64], NDArray[np.int64]]:
        """Give what several people said, one after the other.

        Returns
        -------
        positions : ndarray of shape (s,), int64
        first : ndarray of shape (p,), int64
            Where the statements of each begin who made any.
        who : ndarray of shape (p,), int64
            Which of ``people`` these are, by their turn.
        """
        each = [self.by(person) for person in people]
        sizes = np.array([one.size for one in each], np.int64)
        who = np.flatnonzero(sizes)
        first = (np.cumsum(sizes) - sizes)[who]
        return np.concatenate([self.positions[:0], *each]), first, who


def joined(said: Mapping[Facet, Said], facets: Sequence[Facet]) -> Said:
    """Put the statements of several facets together, in the order of those who made them."""
    positions = np.concatenate([said[facet].positions for facet in facets])
    owners = np.concatenate([said[facet].owners for facet in facets])
    order = np.argsort(owners, kind="stable")
    return Said(list(zip(positions[order].tolist(), owners[order].tolist(), strict=True)))
