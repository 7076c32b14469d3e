"""Rules in the form that the partitioner weighs, and in the form that people read.

A constraint says the same thing twice: as *Terms* (numbers, for the search) and as *Findings* (evidence, for
people). For every roster the two must agree to the last unit; costs are whole numbers so that ``==`` decides.

Unit of the *should* costs: ``POINT`` units are one affinity point of one person. ``POINT`` is the least common
multiple of 1 to 12, so that the mean over a cohort's other members, 2/(s-1) per pair, is a whole number of
units for every cohort of up to 13, and is rounded to the nearest unit above.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import TYPE_CHECKING

from ok_match.model.noun import Noun

from .weights import KindPairs, Weights, among

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

POINT = 27_720


def pair_share(size: int) -> int:
    """Units that one affinity point between two members is worth in a cohort of ``size`` (both sides' means)."""
    return 0 if size < 2 else (2 * POINT + (size - 1) // 2) // (size - 1)


def person_share(size: int) -> int:
    """Units that one affinity point with another member is worth to one person in a cohort of ``size``."""
    return 0 if size < 2 else (POINT + (size - 1) // 2) // (size - 1)


class Strength(StrEnum):
    """How much a rule insists. ``off`` silences a rule that holds by default."""

    MUST = "must"
    SHOULD = "should"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class PairGain:
    """*Should*: two members of one cohort earn ``weights[i, j]`` affinity points for each of them.

    ``weights``: ndarray of shape (n, n), int32, symmetric, diagonal 0, or what takes its place; may be negative. Each
    placed person costs ``per_person`` points before anything is earned.
    """

    weights: Weights
    per_person: int = 0

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """Give the weights among some people, of shape (m, m)."""
        return among(self.weights, members)


@dataclass(frozen=True, slots=True)
class Apart:
    """*Must*: the pairs may not share a cohort. Each pair that does is one break."""

    pairs: tuple[tuple[int, int], ...] | KindPairs


@dataclass(frozen=True, slots=True)
class Together:
    """*Must*: the members share a cohort, or all wait. Each placed member has a break per companion elsewhere."""

    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """*Must*: the member sits in one of these cohorts (counted from 0), and does not wait.

    Another cohort is one break. Those who wait have no price; the search leaves no such member waiting.
    """

    member: int
    cohorts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SharedSlots:
    """*Must*: every cohort has ``needed`` slots in which all its members can come.

    ``free``: ndarray of shape (n, slots), bool, with at least ``needed`` slots. In each of the ``needed`` best slots
    of a cohort, every member who cannot come is one break; with ``weight``, not a break but ``weight`` units.
    """

    free: NDArray[np.bool_]
    needed: int
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A price on how many members of a cohort are of each class: caps, quotas, nobody alone, balance.

    ``classes``: ndarray of shape (n,), int32, the class of each person from 0, or -1 for nobody's.
    ``price``: ndarray of shape (classes, n + 1), int64, never negative: ``price[c, m]`` is what a cohort with m
    members of class c costs, in breaks for a *must*, else in units.
    """

    classes: NDArray[np.int32]
    price: NDArray[np.int64]
    must: bool = False


@dataclass(frozen=True, slots=True)
class Summed:
    """*Should*: a cohort costs ``weight`` units for each step that its sum of ``values`` is away from 0.

    ``values``: ndarray of shape (n,), int64: how far each person is from what is usual, in whole steps; 0 unknown.
    """

    values: NDArray[np.int64]
    weight: int


@dataclass(frozen=True, slots=True)
class Floor:
    """*Should*: nobody is stranded, and no cohort is weak.

    Each placed person costs ``weight`` units for every unit that their own mean of ``gains`` over the others in the
    cohort falls below ``person`` affinity points; each cohort, for every unit that its members' means, summed, fall
    below ``cohort`` points a member. ``gains`` is as in ``PairGain``; a floor of 0 asks for nothing.
    """

    gains: Weights
    person: int
    cohort: int = 0
    weight: int = 1

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """Give the gains among some people, of shape (m, m)."""
        return among(self.gains, members)


Term = PairGain | Apart | Together | Seat | SharedSlots | Counted | Summed | Floor


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that the partitioner weighs, for ``people`` people known only by their positions."""

    people: int
    terms: tuple[Term, ...]


class Evidence(Noun):
    """What a finding rests on: a label (an industry, a slot, an organisation) and the people it concerns."""

    label: str
    people: tuple[str, ...] = ()


class Finding(Noun):
    """What one rule says of one cohort.

    ``cost`` counts breaks for a *must* and units of 1/POINT affinity point for a *should*; 0 says that nothing is
    amiss, and less that a wish is met, which earns.
    ``judged`` is false where the sheet holds nothing that the rule could be judged by.
    """

    rule: str
    strength: Strength
    cost: int
    judged: bool = True
    evidence: tuple[Evidence, ...] = ()


class Bound(Noun):
    """How much better than a roster any other could be: a proof, not a guess.

    Attributes
    ----------
    proven : bool
        Whether every other roster was looked at, and none is better.
    shared, most : int
        Else the common ground of this roster, and the most that any cohorts of these sizes could have, whatever the
        rules; in units of 1/POINT affinity point, summed over the people.
    """

    proven: bool = False
    shared: int = 0
    most: int = 0


@total_ordering
class Score(Noun):
    """How good a roster is; a greater score is a better roster.

    Attributes
    ----------
    must : int
        Breaks of hard rules: fewer is better, and decides first.
    placed : int
        People with a seat: more is better, and decides next.
    should : int
        Units of 1/POINT affinity point that the roster falls short of perfect: less is better, and decides last.
    """

    must: int
    placed: int
    should: int

    def _key(self) -> tuple[int, int, int]:
        return -self.must, self.placed, -self.should

    def __lt__(self, other: Score) -> bool:
        return self._key() < other._key()
