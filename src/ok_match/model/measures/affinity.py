"""How much people share: the numbers, and the statements that show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from ok_match.model.noun import Noun
from ok_match.model.people.participant import Facet, Statement

from .weights import Factored, among

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The affinity of two people who share everything.
FULL = 1000
#: The entry of a facet's matrix where either person gave no answer.
MISSING = -1


class Ground(StrEnum):
    """The evidence behind a claim that two people share something, strongest first.

    ``ranked``: both put it among the first of several things that they put in order. ``ticked``: both chose it.
    """

    RANKED = "ranked"
    TICKED = "ticked"
    THEME = "theme"
    LIKELY_THEME = "likely_theme"
    AREA = "area"
    WORDS = "words"

    @property
    def chosen(self) -> bool:
        """Whether people chose the subject from a list, instead of writing about it."""
        return self in (Ground.RANKED, Ground.TICKED)


class Link(Noun):
    """Two statements, ``mine`` and ``theirs``, that show what two people share, and the subjects they are about.

    Attributes
    ----------
    facet : Facet or None
        The kind of answer; ``None`` where the two statements answer different questions.
    affinity : int
        0-1000. The affinity of the two people in the facet; without a facet, of the two statements.
    ground : Ground
        The evidence behind the claim.
    """

    facet: Facet | None
    affinity: int
    ground: Ground
    subjects: tuple[str, ...]
    mine: Statement
    theirs: Statement


class Gift(Noun):
    """Something one person could give another: a statement of the giver that answers one of the taker's.

    Attributes
    ----------
    giver, taker : str
        Participant ids.
    affinity : int
        0-1000: how well the offer answers the need.
    offered : Statement
        An offer, or an opportunity that the giver sees in what the taker lacks; its facet says which.
    needed : Statement
        The goal or obstacle that it answers.
    """

    giver: str
    taker: str
    affinity: int
    subject: str
    ground: Ground
    offered: Statement
    needed: Statement


@dataclass(frozen=True, slots=True)
class Affinity:
    """How much any two participants share.

    Attributes
    ----------
    engine : str
        The name of the engine that scored the pairs.
    facet : callable
        ``facet(facet, i, j)``: the affinity of participants i and j in one kind of answer, 0-1000, or ``MISSING``
        where either gave none.
    overall : ndarray of shape (n, n), int32, or Factored
        The weighted mean over the facets: 0-1000, symmetric, diagonal 0. Where a pair lacks a facet, the facet's
        mean over all known pairs stands in for it, so that silence neither helps nor harms.
    links : callable
        ``links(i, j)``: the statements that show what participants i and j share, best first.
    gifts : callable
        ``gifts(i, j)``: what participant i could give to j, best first.
    sample : ndarray of shape (m, n), int32, optional
        The overall affinities of m participants to all n, where ``overall`` is not a full matrix.
    """

    engine: str
    facet: Callable[[Facet, int, int], int]
    overall: NDArray[np.int32] | Factored
    links: Callable[[int, int], tuple[Link, ...]]
    gifts: Callable[[int, int], tuple[Gift, ...]]
    sample: NDArray[np.int32] | None = None

    @classmethod
    def unjudged(cls, people: int) -> Affinity:
        """An affinity that knows nothing yet about this many participants; it has no engine."""
        nothing = np.broadcast_to(np.int32(0), (people, people))
        return cls("", lambda _facet, _i, _j: MISSING, nothing, lambda _i, _j: (), lambda _i, _j: ())

    def of(self, i: int, j: int) -> int:
        """The overall affinity of two participants, 0-1000; 0 of one with themselves."""
        return int(self.among((i, j))[0, 1]) if i != j else 0

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """The matrix of overall affinities among m participants: shape (m, m), diagonal 0."""
        return among(self.overall, members)

    def table(self, members: Sequence[int]) -> list[list[int]]:
        """The same matrix as lists of plain integers, one list a row."""
        rows: list[list[int]] = self.among(members).tolist()
        return rows

    def known(self) -> NDArray[np.int32]:
        """The affinities of all participants, or of a sample, to everybody: shape (m, n).

        Raises
        ------
        ValueError
            If ``overall`` is no full matrix and there is no sample.
        """
        known = self.overall if self.sample is None else self.sample
        if isinstance(known, Factored):
            raise ValueError("factored affinities need a sample")
        return known

    def usual(self) -> float:
        """The mean affinity of two participants, 0-1000; 0 for fewer than two."""
        known = self.known()
        pairs = known.shape[0] * (known.shape[1] - 1) if known.size > 1 else 0
        return int(known.sum(dtype="int64")) / pairs if pairs else 0.0


@dataclass(frozen=True, slots=True)
class ThemeMention:
    """One statement about a theme, and the position of the participant who made it.

    ``fit`` (0-1000) is the likelihood, or the degree, to which the statement is about the theme.
    """

    participant: int
    statement: Statement
    fit: int = FULL


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that recurs in the statements.

    Attributes
    ----------
    name : str
        Words that a facilitator can say aloud.
    ground : Ground
        Whether people ticked the theme or wrote about it, and how certain that is.
    mentions : tuple of ThemeMention
        The statements about the theme; one person may have made several.
    """

    name: str
    ground: Ground
    mentions: tuple[ThemeMention, ...]
