"""Cohorts that were formed, and the known ones that they correspond to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.rules import Fixed

from .known import Known, in_count


class Matching(NamedTuple):
    """The label of each cohort.

    Attributes
    ----------
    strayed : tuple of str
        The labels that a fixed seat gave to a cohort although another has more right to it.
    """

    labels: tuple[str, ...]
    strayed: tuple[str, ...]


def matched(cohorts: Sequence[Sequence[int]], known: Sequence[Known], fixed: Sequence[Fixed]) -> Matching:
    """Labels under which as many people as possible go by the label they had, among those that keep fixed seats.

    A linear assignment between the cohorts (Kuhn, Nav. Res. Logist. Q. 2, 1955, 83-97). Among the labels that are equal
    in this, the lowest are given. Cohorts that correspond to none go by the lowest numbers left. The order in which the
    cohorts are given does not matter.

    Parameters
    ----------
    cohorts : sequence of sequence of int
        The members of each cohort by position, ascending.
    fixed : sequence of Fixed
        The seats to keep; each is possible.
    """
    order = sorted(range(len(cohorts)), key=lambda number: cohorts[number][0])
    labels = _labels(known, len(cohorts))
    members = {cohort.label: set(cohort.members) for cohort in known}
    shared = np.array([[len(members.get(label, set()) & set(cohorts[n])) for label in labels] for n in order], np.int64)
    # One member more in common outweighs all differences in how low the labels are.
    worth = shared * (1 + len(cohorts) * len(labels)) - np.arange(len(labels))
    allowed = np.array([[_allows(label, cohorts[n], fixed) for label in labels] for n in order], np.bool_)
    best = _assigned(worth, np.ones_like(allowed))
    kept = _assigned(worth, allowed)
    given = {n: labels[column] for n, column in zip(order, kept, strict=True)}
    rows = np.arange(len(order))
    strayed: tuple[str, ...] = ()
    if shared[rows, kept].sum() < shared[rows, best].sum():
        spoken = {label for seat in fixed for label in seat.labels}
        moved = [labels[column] for column, usual in zip(kept, best, strict=True) if column != usual]
        strayed = tuple(label for label in moved if label in spoken)
    return Matching(tuple(given[n] for n in range(len(cohorts))), tuple(sorted(strayed, key=in_count)))


def _labels(known: Sequence[Known], cohorts: int) -> list[str]:
    """The labels that may be given, lowest first: the known ones, and as many numbers as there are cohorts."""
    taken = {cohort.label for cohort in known}
    free = (str(number) for number in count(1) if str(number) not in taken)
    return sorted([*taken, *islice(free, cohorts)], key=in_count)


def _allows(label: str, members: Sequence[int], fixed: Sequence[Fixed]) -> bool:
    return all(label in seat.labels for seat in fixed if seat.labels and seat.member in members)


def _assigned(worth: NDArray[np.int64], allowed: NDArray[np.bool_]) -> list[int]:
    """The column of each row under which the rows are worth most."""
    from scipy.optimize import linear_sum_assignment

    never = 1 + worth.shape[0] * int(np.abs(worth).max())
    _, columns = linear_sum_assignment(np.where(allowed, worth, worth - 2 * never), maximize=True)
    return [int(column) for column in columns]
