"""Sizes that suit a sheet, where nobody has said how large cohorts may be."""

from __future__ import annotations

from typing import NamedTuple

from ok_match import partition
from ok_match.model import Sizes

from .case import Case
from .stretch import Fitted, Unstated, quickest

#: The usual sizes, and the size to aim at whatever the range.
USUAL = Unstated()
TARGET = (USUAL.min + USUAL.max) // 2
#: The ranges beyond the usual by their smallest size, each from the narrowest to the widest.
BEYOND: dict[int, tuple[tuple[int, int], ...]] = {
    5: ((5, 10), (6, 11), (5, 11), (6, 12), (5, 12)),
    4: ((4, 10), (4, 11), (4, 12)),
    3: ((3, 10), (3, 11), (3, 12)),
    2: ((2, 10), (2, 11), (2, 12)),
}
#: Every size that is ever chosen.
ALL = Sizes(min=min(BEYOND), max=12)
#: The smallest size that needs no reason but that more people sit.
SMALL = 5


class Seats(NamedTuple):
    """The seats that some sizes give: the number of cohorts, and of people who wait."""

    cohorts: int
    waiting: int


def suited_case(case: Case, seed: int, usual: partition.SizePlan | None) -> Case | None:
    """The case under the sizes that seat the most people, no further from the usual ones than needed.

    Cohorts smaller than ``SMALL`` are formed only where everybody then sits in cohorts of four or more, where people
    who would wait fill them, or where there would be no cohort at all.

    Parameters
    ----------
    case : Case
        The people and rules, under the usual sizes.
    usual : SizePlan or None
        The plan that seats the most under the usual sizes; ``None`` where no cohort can be formed.

    Returns
    -------
    Case or None
        ``None`` where no other sizes are better.
    """
    best: Case | None = None
    known = Seats(usual.groups, usual.waiting) if usual else None
    for smallest, ranges in BEYOND.items():
        if known and not known.waiting:
            break
        plan = quickest(_within(case, ranges[-1]), seed, known.waiting if known else None)
        if plan is None or not _is_worth_it(smallest, Seats(plan.groups, plan.waiting), known):
            continue
        known = Seats(plan.groups, plan.waiting)
        tried = (_within(case, sizes) for sizes in ranges[:-1])
        narrow = (narrower for narrower in tried if quickest(narrower, seed, known.waiting + 1))
        best = next(narrow, _within(case, ranges[-1]))
    return best


def fewest_in_any(case: Case, seed: int, below: int | None = None) -> int | None:
    """The fewest people who must wait, in other sizes too if nobody has stated any; ``None`` where ``below`` would."""
    plan = quickest(case, seed, below)
    if plan and plan.waiting and isinstance(case.program.sizes, Unstated):
        other = suited_case(case, seed, plan)
        plan = (quickest(other, seed, plan.waiting) if other else None) or plan
    return None if plan is None else plan.waiting


def _within(case: Case, sizes: tuple[int, int]) -> Case:
    low, high = sizes
    return case.under(cohorts=Fitted(min=low, max=high, target=TARGET))


def _is_worth_it(smallest: int, seats: Seats, known: Seats | None) -> bool:
    """Whether cohorts as small as this may seat more people than the larger ones that are known."""
    if known is None or smallest >= SMALL:
        return True
    filled = known.waiting - seats.waiting >= smallest * (seats.cohorts - known.cohorts)
    everybody = seats.waiting == 0 and smallest == SMALL - 1
    return everybody or (filled and smallest > ALL.min)
