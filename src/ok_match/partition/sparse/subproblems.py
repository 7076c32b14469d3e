"""A few groups of a large problem as a problem of their own, small enough to write down all pairs."""

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

from ..protocol import Labels, SizePlan


@dataclass(frozen=True, slots=True)
class Subproblem:
    """Some groups and their members, with the terms that concern these people alone.

    Attributes
    ----------
    members : ndarray of shape (m,), int64
        Positions in the large problem, ascending.
    groups : ndarray of shape (r,), int64
        Numbers in the large problem, ascending.
    terms : Terms
        The terms about the members, in this order.
    plan : SizePlan
        Sizes that keep the large problem within its own plan.
    labels : ndarray of shape (m,), int64
        The group of each member, numbered within the subproblem.
    """

    members: NDArray[np.int64]
    groups: NDArray[np.int64]
    terms: Terms
    plan: SizePlan
    labels: Labels


class LargeProblem:
    """A large problem to take subproblems from. Terms that name people are indexed by person."""

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

    def subproblem(self, labels: Labels, groups: Sequence[int] | NDArray[np.int64]) -> Subproblem:
        """The subproblem of some groups of a grouping.

        Parameters
        ----------
        labels : ndarray of shape (n,), int64
            The grouping.
        groups : sequence of int
            The numbers of the groups, in any order.
        """
        chosen = np.unique(np.asarray(groups, np.int64))
        members = np.flatnonzero(np.isin(labels, chosen))
        at = {i: position for position, i in enumerate(members.tolist())}
        here: list[Term] = list(self._named(at, chosen))
        written: dict[int, NDArray[np.int64]] = {}
        gains = np.zeros((len(at), len(at)), np.int64)
        base = 0
        for term in self._terms.terms:
            match term:
                case PairGain():
                    gains += _among(term.weights, members, written)
                    base += term.per_person
                case Floor():
                    own = _among(term.gains, members, written).astype(np.int32)
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
        return Subproblem(
            members=members,
            groups=chosen,
            terms=Terms(len(at), tuple(here)),
            plan=SizePlan(chosen.size, self._plan.low, self._plan.high, 0),
            labels=np.searchsorted(chosen, labels[members]).astype(np.int64),
        )

    def _named(self, at: dict[int, int], groups: NDArray[np.int64]) -> list[Term]:
        """The terms that name people in the subproblem."""
        number = {group: index for index, group in enumerate(groups.tolist())}
        named: list[Term] = []
        apart = []
        for i, position in at.items():
            apart += [(position, at[j]) for j in self._apart.get(i, ()) if j in at]
            named += [
                Seat(position, tuple(number[cohort] for cohort in seat.cohorts if cohort in number))
                for seat in self._seats.get(i, ())
            ]
            named += [
                Together(tuple(at[j] for j in term.members))
                for term in self._bound.get(i, ())
                if all(j in at for j in term.members)
            ]
        return [*named, *([Apart(tuple(apart))] if apart else [])]


def _among(weights: Weights, members: NDArray[np.int64], written: dict[int, NDArray[np.int64]]) -> NDArray[np.int64]:
    """Weights among the members; weights that two terms share are computed once and kept in ``written``."""
    if id(weights) not in written:
        written[id(weights)] = among(weights, members.tolist())
    return written[id(weights)]


def _counted(term: Counted, members: NDArray[np.int64]) -> Counted:
    """The same term for the members, without classes that have no member and then cost nothing."""
    classes = term.classes[members]
    kept = np.union1d(classes[classes >= 0], np.flatnonzero(term.price[:, 0]))
    own = np.where(classes >= 0, np.searchsorted(kept, classes), -1).astype(np.int32)
    return Counted(own, np.ascontiguousarray(term.price[kept, : members.size + 1]), term.must)
