"""How much people share, as numbers, and the words that show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ok_match.model.noun import Noun
from ok_match.model.people.participant import Facet, Statement

from .weights import Factored, among

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The affinity of two people who share everything.
FULL = 1000
#: Stands in a facet's matrix where one of the two people gave no answer.
MISSING = -1


class Ground(StrEnum):
    """What a claim of something shared rests on, from the firmest down."""

    TICKED = "ticked"
    THEME = "theme"
    LIKELY_THEME = "likely_theme"
    AREA = "area"
    WORDS = "words"


class Link(Noun):
    """Two statements that show what two people share: ``mine`` and ``theirs``, and on which subjects.

    ``affinity`` (0-1000) is that of the facet between the two people. ``facet`` is ``None`` where the one said under
    one kind of answer what the other said under another; ``affinity`` is then that of the two statements.
    """

    facet: Facet | None
    affinity: int
    ground: Ground
    subjects: tuple[str, ...]
    mine: Statement
    theirs: Statement


class Gift(Noun):
    """What one person could give to another: the giver's statement that answers the taker's.

    ``affinity`` (0-1000) is how well the one answers the other. ``offered`` is an offer, or an opportunity that the
    giver sees in what the taker lacks; its facet tells which.
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
    """How much each two participants share.

    Attributes
    ----------
    engine : str
        The engine that judged.
    facet : callable
        ``facet(facet, i, j)``: the affinity of participants i and j in one kind of answer, 0-1000, or ``MISSING``
        where either gave none.
    overall : ndarray of shape (n, n), int32, or Factored
        Symmetric, 0-1000, diagonal 0: the weighted mean over the facets. Where a pair is missing a facet, the
        facet's mean over all known pairs stands in for it, so that silence neither helps nor harms.
    links : callable
        ``links(i, j)``: the statements that show what participants i and j share, best first.
    gifts : callable
        ``gifts(i, j)``: what participant i could give to j, best first.
    sample : ndarray of shape (m, n), int32, optional
        The overall affinities of some participants to all, where not all are written down.
    """

    engine: str
    facet: Callable[[Facet, int, int], int]
    overall: NDArray[np.int32] | Factored
    links: Callable[[int, int], tuple[Link, ...]]
    gifts: Callable[[int, int], tuple[Gift, ...]]
    sample: NDArray[np.int32] | None = None

    def of(self, i: int, j: int) -> int:
        """Give the overall affinity of two participants, 0-1000."""
        return int(self.among((i, j))[0, 1]) if i != j else 0

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """Give the overall affinities among some participants, of shape (m, m), diagonal 0."""
        return among(self.overall, members)

    def table(self, members: Sequence[int]) -> list[list[int]]:
        """Give the same as plain numbers, row by row."""
        rows: list[list[int]] = self.among(members).tolist()
        return rows

    def known(self) -> NDArray[np.int32]:
        """Give the overall affinities of all participants, or of a sample of them, to all: shape (m, n)."""
        known = self.overall if self.sample is None else self.sample
        if isinstance(known, Factored):
            raise ValueError("affinities that are not written down come with a sample of them")
        return known

    def usual(self) -> float:
        """Give the mean affinity of two participants, 0-1000; 0 of less than two."""
        known = self.known()
        pairs = known.shape[0] * (known.shape[1] - 1) if known.size > 1 else 0
        return int(known.sum(dtype="int64")) / pairs if pairs else 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement that is about a theme, and the position of the participant who made it.

    ``fit`` (0-1000) is how likely, or how much, the statement is about the theme.
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
        In words that a facilitator can say aloud.
    ground : Ground
        Whether people ticked it, or it was found in what they wrote, and how surely.
    mentions : tuple of Mention
        Who spoke of it, and where; a person may stand here more than once.
    """

    name: str
    ground: Ground
    mentions: tuple[Mention, ...]
