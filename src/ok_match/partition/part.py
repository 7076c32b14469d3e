"""A few groups of many as a problem of their own, which is small enough to be written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    Apart,
    Counted,
    Floor,
    KindPairs,
    PairGain,
    Seat,
    SharedSlots,
    Summed,
    Term,
    Terms,
    Together,
    Weights,
    among,
)

from .problem import Labels
from .sizes import SizePlan


@dataclass(frozen=True, slots=True)
class Part:
    """Some groups and who sits in them: what the whole problem says of these people alone.

    Attributes
    ----------
    members : ndarray of shape (m,), int64
        Positions in the whole problem, ascending.
    groups : ndarray of shape (r,), int64
        Numbers in the whole problem, ascending.
    terms : Terms
        Of the members, in this order.
    plan : SizePlan
        Sizes that keep the whole in its own plan.
    labels : ndarray of shape (m,), int64
        The group of each member, counted within the part.
    """

    members: NDArray[np.int64]
    groups: NDArray[np.int64]
    terms: Terms
    plan: SizePlan
    labels: Labels


class Whole:
    """A large problem from which parts are taken; what names people is found by them."""

    def __init__(self, terms: Terms, plan: SizePlan) -> None:
        self._terms, self._plan = terms, plan
        self._seats: dict[int, list[Seat]] = defaultdict(list)
        self._bound: dict[int, list[Together]] = defaultdict(list)
        self._apart: dict[int, list[int]] = defaultdict(list)
        for term in terms.terms:
            match term:
                case Seat():
                    self._seats[term.member].append(term)
                case Together():
                    self._bound[term.members[0]].append(term)
                case Apart(pairs=tuple()):
                    for i, j in term.pairs:
                        self._apart[i].append(j)

    def part(self, labels: Labels, groups: Sequence[int] | NDArray[np.int64]) -> Part:
        """Take some groups out of a grouping of all."""
        chosen = np.unique(np.asarray(groups, np.int64))
        members = np.flatnonzero(np.isin(labels, chosen))
        at = {i: turn for turn, i in enumerate(members.tolist())}
        here: list[Term] = list(self._named(at, chosen))
        seen: dict[int, NDArray[np.int64]] = {}
        gains = np.zeros((len(at), len(at)), np.int64)
        base = 0
        for term in self._terms.terms:
            match term:
                case PairGain():
                    gains += _among(term.weights, members, seen)
                    base += term.per_person
                case Floor():
                    own = _among(term.gains, members, seen).astype(np.int32)
                    here.append(Floor(own, term.person, term.cohort, term.weight))
                case Apart(pairs=KindPairs() as pairs):
                    here.append(Apart(KindPairs(pairs.kind[members], pairs.excludes)))
                case SharedSlots():
                    here.append(SharedSlots(term.free[members], term.needed, term.weight))
                case Counted():
                    here.append(_counted(term, members))
                case Summed():
                    here.append(Summed(term.values[members], term.weight))
        here.append(PairGain(gains.astype(np.int32), base))
        return Part(
            members=members,
            groups=chosen,
            terms=Terms(len(at), tuple(here)),
            plan=SizePlan(chosen.size, self._plan.low, self._plan.high, 0),
            labels=np.searchsorted(chosen, labels[members]).astype(np.int64),
        )

    def _named(self, at: dict[int, int], groups: NDArray[np.int64]) -> list[Term]:
        """Give the terms that name people who are here."""
        number = {group: turn for turn, group in enumerate(groups.tolist())}
        found: list[Term] = []
        apart = []
        for i, turn in at.items():
            apart += [(turn, at[j]) for j in self._apart.get(i, ()) if j in at]
            found += [
                Seat(turn, tuple(number[one] for one in seat.cohorts if one in number))
                for seat in self._seats.get(i, ())
            ]
            found += [
                Together(tuple(at[j] for j in term.members))
                for term in self._bound.get(i, ())
                if all(j in at for j in term.members)
            ]
        return [*found, *([Apart(tuple(apart))] if apart else [])]


def _among(weights: Weights, members: NDArray[np.int64], seen: dict[int, NDArray[np.int64]]) -> NDArray[np.int64]:
    """Write weights down; those that two terms share, once."""
    if id(weights) not in seen:
        seen[id(weights)] = among(weights, members.tolist())
    return seen[id(weights)]


def _counted(term: Counted, members: NDArray[np.int64]) -> Counted:
    """Keep the classes that somebody here is of, and those that cost something where nobody is."""
    classes = term.classes[members]
    kept = np.union1d(classes[classes >= 0], np.flatnonzero(term.price[:, 0]))
    own = np.where(classes >= 0, np.searchsorted(kept, classes), -1).astype(np.int32)
    return Counted(own, np.ascontiguousarray(term.price[kept, : members.size + 1]), term.must)
