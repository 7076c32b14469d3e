"""Questions and their columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column is to its question.

    ``whole``: the whole answer. ``row``: the answer to one row of a grid. ``choice``: an option, which the cell repeats
    where it was chosen. ``tick``: an option, and a mark in the cell. ``rank``: an option, and the place that it was
    given. ``place``: a place ("1st choice"), and the option that was given it. ``joint``: once more, in one cell, all
    options of the columns beside it. ``other``: an answer in own words behind the options.
    """

    WHOLE = "whole"
    ROW = "row"
    CHOICE = "choice"
    TICK = "tick"
    RANK = "rank"
    PLACE = "place"
    JOINT = "joint"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a question: ``label`` names the row or the choice, and is empty where it is the whole answer."""

    position: int
    label: str = ""
    kind: Kind = Kind.WHOLE


@dataclass(frozen=True, slots=True)
class Question:
    """One question and the columns that hold its answers, left to right; ``text`` is empty where it is unknown."""

    text: str
    parts: tuple[Part, ...]

    def kinds(self) -> frozenset[Kind]:
        """What its columns are, those for other words aside."""
        return frozenset(part.kind for part in self.parts if part.kind not in (Kind.OTHER, Kind.JOINT))

    def lone(self) -> Part | None:
        """The column of a question that has one only, which holds the whole answer."""
        return self.parts[0] if len(self.parts) == 1 and self.parts[0].kind is Kind.WHOLE else None
