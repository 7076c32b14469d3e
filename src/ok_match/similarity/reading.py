"""The interface of an engine: it reads the statements of a sheet, and all else is common to all engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ok_match.model import Ground, ThemeList
from ok_match.similarity.encoder.text_model import StepProgress, TextModel, unreported

from .alignment import Floats, Positions


class Claim(NamedTuple):
    """What two statements have in common: the evidence for it, and the subjects in words."""

    ground: Ground
    subjects: tuple[str, ...]


class Topic(NamedTuple):
    """A recurring subject and the positions of the statements about it.

    ``fits`` (0-1) is the degree to which each statement is about it; empty if all are fully.
    """

    name: str
    ground: Ground
    statements: tuple[int, ...]
    fits: tuple[float, ...] = ()


class Reading(Protocol):
    """An engine's reading of all written statements of a sheet; statements are known by position."""

    def compare(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> Floats:
        """The similarity of statements: shape (rows, columns), 0 (nothing shared) to 1 (the same).

        With ``precisely``, a rounded affinity does not depend on which other statements are compared at the same time.
        """
        ...

    def silent(self, position: int) -> bool:
        """Whether a statement is about nothing, and so is no answer."""
        ...

    def claim(self, first: int, second: int) -> Claim | None:
        """What two statements share, if it is certain enough to claim."""
        ...

    def about(self, position: int, option: str) -> float:
        """The degree, 0-1, to which a statement is about an option that its author ticked; 0 if that is uncertain."""
        ...

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """The recurring subjects. ``owners`` holds the person behind each statement, -1 for an offer."""
        ...


class SimilarityEngine(Protocol):
    """An engine: a function from the texts of all written statements to its reading of them."""

    def __call__(
        self,
        texts: Sequence[str],
        corrected: Sequence[str | None] = (),
        own: ThemeList | None = None,
        model: TextModel | None = None,
        progress: StepProgress = unreported,
    ) -> Reading:
        """The reading of the texts.

        Parameters
        ----------
        texts : sequence of str
            All written statements.
        corrected : sequence of str or None, optional
            For each text, the theme that the facilitator named; "" for no theme, ``None`` where they named none.
        own : ThemeList, optional
            The program's own themes.
        model : TextModel, optional
            A text model of the user's own.
        progress : callable, optional
            Called with the number of texts done and the total.
        """
        ...
