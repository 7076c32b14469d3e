"""Statements as positions in one list, indexed by facet and by person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ok_match.model import Facet

from .alignment import Positions

#: Facets that express a need, and facets that express an offer; an offer that answers a need is a gift.
NEEDS = (Facet.GOALS, Facet.OBSTACLES)
HAVES = (Facet.OFFERS, Facet.OPPORTUNITIES)
#: Facets compared across questions: two people may say the same thing in answer to different ones.
CROSSING = (Facet.GOALS, Facet.OBSTACLES, Facet.OPPORTUNITIES)


class StatementIndex:
    """Statements of one kind, by person.

    Attributes
    ----------
    positions, owners : ndarray of shape (s,), int64
        The position of each among all statements, and the person who made it, ascending.
    """

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.positions = np.array([position for position, _ in pairs], np.int64)
        self.owners = np.array([owner for _, owner in pairs], np.int64)

    @cached_property
    def _first(self) -> NDArray[np.int64]:
        last = int(self.owners[-1]) if self.owners.size else -1
        return np.searchsorted(self.owners, np.arange(last + 2))

    def by(self, person: int) -> Positions:
        """The positions of one person's statements."""
        if person + 1 >= self._first.size:
            return self.positions[:0]
        return self.positions[self._first[person] : self._first[person + 1]]

    def by_all(self, people: Sequence[int]) -> tuple[Positions, NDArray[np.int64], NDArray[np.int64]]:
        """The statements of several people, one person after the other.

        Returns
        -------
        positions : ndarray of shape (s,), int64
            The positions of all their statements.
        first : ndarray of shape (p,), int64
            For each of the p people who made any, the index at which their statements begin.
        who : ndarray of shape (p,), int64
            The indices of those p people in ``people``.
        """
        per_person = [self.by(person) for person in people]
        sizes = np.array([positions.size for positions in per_person], np.int64)
        who = np.flatnonzero(sizes)
        first = (np.cumsum(sizes) - sizes)[who]
        return np.concatenate([self.positions[:0], *per_person]), first, who


def joined(said: Mapping[Facet, StatementIndex], facets: Sequence[Facet]) -> StatementIndex:
    """The statements of several facets together, sorted by person."""
    positions = np.concatenate([said[facet].positions for facet in facets])
    owners = np.concatenate([said[facet].owners for facet in facets])
    order = np.argsort(owners, kind="stable")
    return StatementIndex(list(zip(positions[order].tolist(), owners[order].tolist(), strict=True)))
