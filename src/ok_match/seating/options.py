"""How a run is done, beside what the program wants of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ok_match.model import Correction, DecisionLine, WorkChoice
from ok_match.similarity import DEFAULT_ENGINE, ENGINES, TextModel


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is done, and what the facilitator decided about this sheet.

    Attributes
    ----------
    seed : int
        Where the search's random numbers start, 0 or more.
    engine : str
        How common ground is judged: a key of ``similarity.ENGINES``.
    model : TextModel or None
        A text model of the user's own, from ``open_model``, for the semantic engine.
    corrections : sequence of Correction
        Themes of statements, corrected by the facilitator; those that fit no statement are left out.
    decisions : sequence of DecisionLine
        What the facilitator decided about the conflicts read from the sheet, and pairs added to them. All others
        stand as proposed.
    sectors : sequence of WorkChoice
        What the facilitator decided about people's sectors; those about nobody in the sheet are left out.
    alternatives : int
        How many other rosters to look for: nearly as good, with a quarter of the people seated elsewhere.
    take : int
        The number of the alternative that becomes the roster, among the ``alternatives`` (at least ``take``) found;
        0 for none.

    Raises
    ------
    ValueError
        If there is no such engine, or a number is below 0.
    """

    seed: int = 0
    engine: str = DEFAULT_ENGINE
    model: TextModel | None = None
    corrections: Sequence[Correction] = ()
    decisions: Sequence[DecisionLine] = ()
    sectors: Sequence[WorkChoice] = ()
    alternatives: int = 0
    take: int = 0

    def __post_init__(self) -> None:
        if self.engine not in ENGINES:
            raise ValueError(f"there is no engine {self.engine!r}; use one of {', '.join(ENGINES)}")
        if min(self.seed, self.alternatives, self.take) < 0:
            raise ValueError("seed, alternatives and take are 0 or more")
