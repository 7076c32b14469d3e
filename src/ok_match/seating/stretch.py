"""How large cohorts may be: the sizes a program asks for, and those it may be stretched to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from ok_match import partition
from ok_match.model import Sizes

from .case import Case

#: The smallest size that stretching allows, and by how many people it may exceed the largest size.
SMALLEST, STRETCH = 2, 2


class Stretched(Sizes):
    """Sizes for a fixed number of cohorts that need not be even: each is between ``min`` and ``max``."""


class Unstated(Sizes):
    """Sizes that nobody has stated: the usual ones, which others may replace."""


class Fitted(Unstated):
    """Sizes chosen for a sheet: the number of cohorts matters more than that all are of one size."""


def stretches(sizes: Sizes, people: int) -> Iterator[Sizes]:
    """The sizes that stretching allows, the least stretched first.

    Where the number of cohorts is fixed, some may shrink before others grow beyond the even size.
    """
    largest = even_size(sizes, people)
    if sizes.count is None:
        yield from (sizes.model_copy(update={"max": largest + more}) for more in range(1, STRETCH + 1))
    elif largest >= SMALLEST:
        yield from (Stretched(min=SMALLEST, max=largest + more, count=sizes.count) for more in range(STRETCH + 1))


def even_size(sizes: Sizes, people: int) -> int:
    """The largest size that the program wants: ``max``, or that of even cohorts where their number is fixed."""
    return sizes.max if sizes.count is None else -(-people // sizes.count)


def largest_size(sizes: Sizes, cohorts: Iterable[int]) -> int:
    """The largest size that one more person may lead to, given the sizes of the cohorts as they are."""
    even = sizes.count is not None and not isinstance(sizes, Stretched)
    return max(cohorts, default=0) if even else sizes.max


def stretched_by(case: Case, sizes: Sizes) -> int:
    """By how many people the largest cohort may exceed what the program wants, under the sizes formed with."""
    if sizes.count is not None and not isinstance(sizes, Stretched):
        return 0
    return sizes.max - even_size(case.program.sizes, len(case.people))


def plans_of(sizes: Sizes, people: int) -> Iterator[partition.SizePlan]:
    """The ways to divide people into cohorts of these sizes, the best first."""
    return partition.plans(
        people,
        sizes.min,
        sizes.max,
        target=sizes.target,
        count=sizes.count,
        uneven=isinstance(sizes, Stretched),
        by_number=isinstance(sizes, Fitted),
    )


def quickest(case: Case, seed: int, below: int | None = None) -> partition.SizePlan | None:
    """A plan found quickly that keeps every must, with few waiting, and fewer than ``below``; ``None`` for none."""
    terms, _ = case.musts
    plans = plans_of(case.program.sizes, terms.people)
    fewer = (plan for plan in plans if below is None or plan.waiting < below)
    return partition.quick_plan(terms, fewer, np.random.default_rng(seed))


def fewest_waiting(case: Case, seed: int, below: int | None = None) -> int | None:
    """The fewest people who must wait; ``None`` where nobody can be seated, or at least ``below`` would wait."""
    plan = quickest(case, seed, below)
    return None if plan is None else plan.waiting


def least_stretch(case: Case, seed: int, waiting: int | None) -> Sizes | None:
    """The least stretched sizes under which the fewest wait; ``None`` if none leaves fewer than ``waiting``."""
    sizes, people = case.program.sizes, len(case.people)

    def left_by(tried: Sizes, below: int | None) -> int | None:
        return fewest_waiting(case.under(cohorts=tried), seed, below)

    best: Sizes | None = None
    for wider in stretches(sizes, people):
        left = left_by(wider, waiting)
        if left is not None:
            best, waiting = wider, left
    if best is None or sizes.count is None or waiting is None:
        return best
    # No cohort shrinks further than it has to.
    low, high = best.min, people // sizes.count + 1
    while high - low > 1:
        middle = (low + high) // 2
        narrower = best.model_copy(update={"min": middle})
        if left_by(narrower, waiting + 1) is None:
            high = middle
        else:
            low, best = middle, narrower
    return best
