"""Seats for as many people as possible, in cohorts that go by the labels of the known ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ok_match import partition
from ok_match.model import Sizes, Suited, Taken, Terms
from ok_match.rules import folded

from ..case import Case
from .known import Known, fixed_seats, in_count
from .matching import Matching, matched


class Formed(NamedTuple):
    """Seats for as many people as possible.

    Attributes
    ----------
    case : Case
        The case, in which labels of cohorts mean those formed.
    sizes : Sizes
        The sizes that the cohorts were formed with; they may be stretched.
    random : Generator
        The run's random numbers, for what comes after.
    taken : Taken or None
        The alternative that became the roster, if one did.
    suited : Suited or None
        The sizes that were chosen and why, where they are not the usual ones.
    labels : tuple of str
        The label of each cohort; empty as long as the cohorts have not been lined up.
    strayed : tuple of str
        The labels that fixed seats gave to a cohort although, by most members in common, another would bear them.
    anchors : mapping of str to tuple of int
        People, by position, who make the cohort of a label what it is, so that alternatives leave them there.
    """

    solution: partition.Solution
    case: Case
    sizes: Sizes
    random: np.random.Generator
    taken: Taken | None = None
    suited: Suited | None = None
    labels: tuple[str, ...] = ()
    strayed: tuple[str, ...] = ()
    anchors: Mapping[str, tuple[int, ...]] = {}

    @property
    def cohorts(self) -> list[list[int]]:
        """The members of each cohort, by position, ascending."""
        return members_of(self.solution.labels, self.solution.plan.groups)

    @property
    def terms(self) -> Terms:
        """The terms that alternatives are looked for under: those of the case, and people who stay where they are."""
        return self.case.lined_up(anchors=self.anchors).terms if self.anchors else self.case.terms


def members_of(labels: partition.Labels, groups: int) -> list[list[int]]:
    """The members of each group, by position, ascending."""
    return [np.flatnonzero(labels == group).tolist() for group in range(groups)]


def correspondence(case: Case, cohorts: Sequence[Sequence[int]], known: Sequence[Known]) -> Matching:
    """The labels of cohorts, with those that strayed: by their members, or by the people to whom a name was given."""
    fixed = fixed_seats(case)
    matching = matched(cohorts, known, fixed)
    strayed = set(matching.strayed)
    for seat in fixed:
        people = case.lineup.people.get(folded(seat.name), ())
        most = max(len(set(people) & set(members)) for members in cohorts)
        here = sum(seat.member in members and len(set(people) & set(members)) for members in cohorts)
        strayed |= set(seat.labels) if here < most else set()
    return matching._replace(strayed=tuple(label for label in matching.labels if label in strayed))


def lined_up(formed: Formed, known: Sequence[Known]) -> Formed:
    """The same cohorts in the order of their labels: those of the known ones, as far as they correspond."""
    solution, groups = formed.solution, formed.solution.plan.groups
    if not known:
        return formed._replace(labels=tuple(str(number + 1) for number in range(groups)))
    matching = correspondence(formed.case, formed.cohorts, known)
    labels = tuple(sorted(matching.labels, key=in_count))
    place = np.array([*(labels.index(label) for label in matching.labels), groups], np.int64)
    pool = tuple(replace(optimum, labels=place[optimum.labels]) for optimum in solution.pool)
    renumbered = replace(solution, labels=place[solution.labels], pool=pool)
    numbers = {label: number for number, label in enumerate(labels)}
    held = {
        label: tuple(i for i in anchors if renumbered.labels[i] == numbers.get(label))
        for label, anchors in formed.case.lineup.anchors.items()
    }
    return formed._replace(
        solution=renumbered,
        case=formed.case.lined_up(numbers=numbers, anchors={}),
        labels=labels,
        strayed=matching.strayed,
        anchors=held,
    )
