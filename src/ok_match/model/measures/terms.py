"""Rules in the form that the partitioner weighs, and in the form that people read.

A rule says the same thing twice: as *Terms* (numbers, for the search) and as *Findings* (evidence, for people). For
every roster the two must agree to the last unit; costs are whole numbers, so ``==`` decides.

The unit of *should* costs: ``POINT`` units are one affinity point of one person. ``POINT`` is the least common multiple
of 1 to 12. The mean over a cohort's other members, 2/(s-1) per pair, is therefore a whole number of units in cohorts of
up to 13 people; in larger ones it is rounded to the nearest unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering
from typing import TYPE_CHECKING

from ok_match.model.noun import Noun
from ok_match.model.strength import Strength

from .weights import KindPairs, Weights, among

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

POINT = 27_720


def pair_share(size: int) -> int:
    """The units that one affinity point between two members earns in a cohort of ``size`` people, for both of them."""
    return 0 if size < 2 else (2 * POINT + (size - 1) // 2) // (size - 1)


def person_share(size: int) -> int:
    """The units that one affinity point with another member earns for one person in a cohort of ``size`` people."""
    return 0 if size < 2 else (POINT + (size - 1) // 2) // (size - 1)


@dataclass(frozen=True, slots=True)
class PairGain:
    """*Should*: two members of one cohort earn ``weights[i, j]`` affinity points each.

    Attributes
    ----------
    weights : ndarray of shape (n, n), int32, or a compact form of it
        Affinity points, symmetric, diagonal 0; may be negative.
    per_person : int
        The affinity points that each placed person costs before earning any.
    """

    weights: Weights
    per_person: int = 0

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """The matrix of weights among m people: shape (m, m)."""
        return among(self.weights, members)


@dataclass(frozen=True, slots=True)
class Apart:
    """*Must*: these pairs may not share a cohort. Each pair that does is one break."""

    pairs: tuple[tuple[int, int], ...] | KindPairs


@dataclass(frozen=True, slots=True)
class Together:
    """*Must*: the members share a cohort, or all wait. A placed member has one break per companion elsewhere."""

    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """*Must*: the member sits in one of these cohorts, numbered from 0, and does not wait.

    Another cohort is one break. Waiting has no price: the search never leaves such a member waiting.
    """

    member: int
    cohorts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SharedSlots:
    """*Must*: every cohort has ``needed`` slots that suit all its members.

    In each of a cohort's ``needed`` best slots, every member who cannot come is one break. With ``weight``, the term is
    a *should*, and each such member costs ``weight`` units instead.

    Attributes
    ----------
    free : ndarray of shape (n, slots), bool
        Whether each person can come; at least ``needed`` slots.
    needed : int
        The number of slots that a cohort must share.
    weight : int, optional
        Units.
    """

    free: NDArray[np.bool_]
    needed: int
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A price on the number of a cohort's members in each class: caps, quotas, nobody alone, balance.

    Attributes
    ----------
    classes : ndarray of shape (n,), int32
        The class of each person, from 0; -1 for people without a class.
    price : ndarray of shape (classes, n + 1), int64
        ``price[c, m]`` is the cost of a cohort with m members of class c: in breaks for a *must*, else in units.
        Never negative.
    must : bool
        Whether the price counts breaks.
    """

    classes: NDArray[np.int32]
    price: NDArray[np.int64]
    must: bool = False


@dataclass(frozen=True, slots=True)
class Summed:
    """*Should*: a cohort costs ``weight`` units for each step between its sum of ``values`` and 0.

    Attributes
    ----------
    values : ndarray of shape (n,), int64
        Each person's distance from the usual value, in whole steps; 0 where it is unknown.
    weight : int
        Units per step.
    """

    values: NDArray[np.int64]
    weight: int


@dataclass(frozen=True, slots=True)
class Floor:
    """*Should*: nobody is stranded, and no cohort is weak.

    A placed person's mean is that of ``gains`` over the others in the cohort. Every unit by which it falls below
    ``person`` costs ``weight`` units; so does every unit by which the sum of a cohort's means falls below ``cohort``
    points per member.

    Attributes
    ----------
    gains : ndarray of shape (n, n), int32, or a compact form of it
        Affinity points, as in ``PairGain``.
    person, cohort : int
        The two floors, in affinity points; 0 sets no floor.
    weight : int
        Units per missing unit.
    """

    gains: Weights
    person: int
    cohort: int = 0
    weight: int = 1

    def among(self, members: Sequence[int]) -> NDArray[np.int64]:
        """The matrix of gains among m people: shape (m, m)."""
        return among(self.gains, members)


Term = PairGain | Apart | Together | Seat | SharedSlots | Counted | Summed | Floor


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything that the partitioner weighs, for ``people`` people who are known by position only."""

    people: int
    terms: tuple[Term, ...]


class Evidence(Noun):
    """The evidence behind a finding: a label (an industry, a slot, an organisation) and the people it concerns."""

    label: str
    people: tuple[str, ...] = ()


class Finding(Noun):
    """The verdict of one rule on one cohort.

    Attributes
    ----------
    cost : int
        Breaks for a *must*; units of 1/POINT affinity point for a *should*. 0 if nothing is amiss; negative if a wish
        is met, which earns.
    judged : bool
        False where the sheet holds nothing by which to judge the rule.
    """

    rule: str
    strength: Strength
    cost: int
    judged: bool = True
    evidence: tuple[Evidence, ...] = ()


class Bound(Noun):
    """A proven upper bound on how much better another roster could be.

    Attributes
    ----------
    proven : bool
        Whether the roster is optimal: every other one was ruled out.
    shared, most : int
        If not proven: the common ground of this roster, and an upper bound for any cohorts of these sizes, rules aside.
        In units of 1/POINT affinity point, summed over the people.
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
        People with a seat: more is better, and decides second.
    should : int
        The shortfall from a perfect roster, in units of 1/POINT affinity point: less is better, and decides last.
    """

    must: int
    placed: int
    should: int

    def _key(self) -> tuple[int, int, int]:
        return -self.must, self.placed, -self.should

    def __lt__(self, other: Score) -> bool:
        return self._key() < other._key()
