"""How much people share, as numbers, and the words that show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .noun import Noun
from .participant import Facet, Statement

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
    facets : mapping of Facet to ndarray of shape (n, n), int32
        Symmetric, 0-1000, or ``MISSING`` where either person gave no answer.
    overall : ndarray of shape (n, n), int32
        Symmetric, 0-1000, diagonal 0: the weighted mean over the facets. Where a pair is missing a facet, the
        facet's mean over all known pairs stands in for it, so that silence neither helps nor harms.
    links : callable
        ``links(i, j)``: the statements that show what participants i and j share, best first.
    gifts : callable
        ``gifts(i, j)``: what participant i could give to j, best first.
    """

    engine: str
    facets: Mapping[Facet, NDArray[np.int32]]
    overall: NDArray[np.int32]
    links: Callable[[int, int], tuple[Link, ...]]
    gifts: Callable[[int, int], tuple[Gift, ...]]


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
