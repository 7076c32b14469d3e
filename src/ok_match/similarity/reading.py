"""What an engine makes of the statements of a sheet, in a form that is common to all engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ok_match.model import Ground, ThemeList
from ok_match.similarity.encoder.text_model import Progress, TextModel, silent

from .alignment import Floats, Positions


class Claim(NamedTuple):
    """What two statements have in common: on what it rests, and its subjects in words."""

    ground: Ground
    subjects: tuple[str, ...]


class Topic(NamedTuple):
    """A subject that recurs, the positions of the statements about it, and how much each is (0-1; none: fully)."""

    name: str
    ground: Ground
    statements: tuple[int, ...]
    fits: tuple[float, ...] = ()


class Reading(Protocol):
    """All written statements of a sheet, as one engine understands them; statements are known by position."""

    def compare(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> Floats:
        """Compare statements: an array of shape (rows, columns), 0 (nothing shared) to 1 (the same).

        ``precisely``: so that what is compared beside them changes nothing that a rounded affinity could show.
        """
        ...

    def silent(self, position: int) -> bool:
        """Say whether a statement is about nothing, and so is no answer."""
        ...

    def claim(self, first: int, second: int) -> Claim | None:
        """Say what two statements share, if it is sure enough to be said."""
        ...

    def about(self, position: int, option: str) -> float:
        """Say how much a statement speaks of an option that its author ticked, 0-1; 0 where it does not surely."""
        ...

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """Find the subjects that recur; ``owners`` gives the person behind each statement, -1 for an offer."""
        ...


class Reader(Protocol):
    """An engine: takes the texts of all written statements and reads them.

    ``told`` gives for each text the theme that the facilitator named, "" for none of them, or ``None``; ``own``
    holds the program's themes, and ``model`` is a text model of the user's own.
    """

    def __call__(
        self,
        texts: Sequence[str],
        told: Sequence[str | None] = (),
        own: ThemeList | None = None,
        model: TextModel | None = None,
        progress: Progress = silent,
    ) -> Reading:
        """Read the texts."""
        ...
