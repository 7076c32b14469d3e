"""What prevents seating people, seen from arithmetic and the graph of conflicts alone, before any search."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from ok_match.model import Apart, Counted, KindPairs, Seat, SharedSlots, Terms

from .conflicts import contradictions, largest_conflict, together_units


class Obstacle(StrEnum):
    """The kinds of hindrance. The comments say what ``found`` and ``limit`` of a ``Hindrance`` count."""

    TOO_FEW = "too_few"  # found people, limit the smallest size
    TOO_MANY_COHORTS = "too_many_cohorts"  # found cohorts wanted, limit cohorts possible
    NO_SUCH_COHORT = "no_such_cohort"  # found the cohort that a seat names, limit the most cohorts
    CONTRADICTION = "contradiction"  # found people bound by rules that contradict each other
    BOUND = "bound"  # found people who must sit together, limit the largest size
    APART = "apart"  # found people who must all be apart, limit the most cohorts
    SLOTS = "slots"  # found most people who can come at one time, limit the smallest size
    CAPS = "caps"  # found most people that the caps let into one cohort, limit the smallest size
    QUOTA = "quota"  # found most cohorts that can have what each needs, limit the fewest that seat everybody
    SIZES = "sizes"  # found people whom no number of cohorts seats, limit 0
    UNKNOWN = "unknown"  # arithmetic finds nothing


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What prevents seating people.

    Attributes
    ----------
    obstacle : Obstacle
        The kind of hindrance, which says what the next two count.
    found, limit : int
        The numbers that conflict.
    people : tuple of int
        The positions of the people concerned.
    terms : tuple of int
        The numbers of the terms that the hindrance comes from.
    """

    obstacle: Obstacle
    found: int = 0
    limit: int = 0
    people: tuple[int, ...] = ()
    terms: tuple[int, ...] = ()


def hindrance(  # noqa: PLR0911 - one return an obstacle
    terms: Terms, low: int, high: int, count: int | None, *, everybody: bool = False
) -> Hindrance:
    """The first hindrance to forming any group at all, or with ``everybody`` to seating everybody.

    Parameters
    ----------
    terms : Terms
        The rules; soft ones are ignored.
    low, high : int
        The smallest and the largest size; ignored with ``count``, where a group has two people or more.
    count : int or None
        The number of groups, if it is fixed.
    everybody : bool
        Whether to look for what leaves somebody over.

    Returns
    -------
    Hindrance
        Of kind ``UNKNOWN`` where arithmetic finds nothing.
    """
    people = terms.people
    if count is not None:
        low, high = 2, people
        if people < 2 * count:
            return Hindrance(Obstacle.TOO_MANY_COHORTS, count, people // 2)
    if people < low:
        return Hindrance(Obstacle.TOO_FEW, people, low)
    most = count or people // low
    for number, term in enumerate(terms.terms):
        if isinstance(term, Seat) and min(term.cohorts) >= most:
            return Hindrance(Obstacle.NO_SUCH_COHORT, min(term.cohorts) + 1, most, (term.member,), (number,))
    contradicting = contradictions(terms)
    if contradicting:
        numbers = sorted({number for crossing in contradicting.values() for number in crossing})
        return Hindrance(Obstacle.CONTRADICTION, len(contradicting), 0, tuple(contradicting), tuple(numbers))
    unit = max(together_units(terms), key=len, default=())
    if len(unit) > high:
        return Hindrance(Obstacle.BOUND, len(unit), high, unit, _binding(terms, unit))
    clique = largest_conflict(terms)
    if len(clique) > most:
        return Hindrance(Obstacle.APART, len(clique), most, clique, _parting(terms, clique))
    narrow = _too_narrow(terms, low)
    if narrow:
        return narrow
    if everybody:
        fewest = count or -(-people // high)
        if fewest > most:
            return Hindrance(Obstacle.SIZES, people)
        return _too_scarce(terms, fewest) or Hindrance(Obstacle.UNKNOWN)
    return _too_scarce(terms, count or 1) or Hindrance(Obstacle.UNKNOWN)


def _binding(terms: Terms, unit: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(number for number, term in enumerate(terms.terms) if set(getattr(term, "members", ())) & set(unit))


def _parting(terms: Terms, clique: tuple[int, ...]) -> tuple[int, ...]:
    numbered = enumerate(terms.terms)
    return tuple(number for number, term in numbered if isinstance(term, Apart) and _parts(term, clique))


def _parts(term: Apart, clique: tuple[int, ...]) -> bool:
    if isinstance(term.pairs, KindPairs):
        return bool(term.pairs.among(clique).any())
    inside = set(clique)
    return any(i in inside and j in inside for i, j in term.pairs)


def _too_narrow(terms: Terms, low: int) -> Hindrance | None:
    """The first term that lets no group reach the smallest size."""
    for number, term in enumerate(terms.terms):
        if isinstance(term, SharedSlots) and term.weight is None:
            # A group that shares the slots needed has at most as many people as the least popular of them.
            free = int(np.sort(term.free.sum(axis=0))[::-1][term.needed - 1])
            if free < low:
                return Hindrance(Obstacle.SLOTS, free, low, (), (number,))
        if isinstance(term, Counted) and term.must:
            counts = np.bincount(term.classes + 1, minlength=len(term.price) + 1)
            room = int(counts[0]) + sum(
                max((m for m in range(int(counts[c + 1]) + 1) if term.price[c, m] == 0), default=0)
                for c in range(len(term.price))
            )
            if room < low:
                return Hindrance(Obstacle.CAPS, room, low, (), (number,))
    return None


def _too_scarce(terms: Terms, groups: int) -> Hindrance | None:
    """The first term that asks for more in each group than the people can give to this many groups."""
    for number, term in enumerate(terms.terms):
        if not (isinstance(term, Counted) and term.must):
            continue
        for c in range(len(term.price)):
            holders = np.flatnonzero(term.classes == c)
            needed = next((m for m in range(len(holders) + 1) if term.price[c, m] == 0), None)
            possible = 0 if needed is None else groups if needed == 0 else len(holders) // needed
            if possible < groups:
                return Hindrance(Obstacle.QUOTA, possible, groups, tuple(holders.tolist()), (number,))
    return None
