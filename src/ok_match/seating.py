"""From terms to seats: the search, and what the program wants done where it leaves somebody over."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from . import partition, unseated
from . import rules as constraints
from .errors import ImpossibleError, LeftoverError
from .model import Bound, Leftovers, PairGain, Program, Sizes, Terms

Progress = Callable[[str, int, int], None]


def seat(
    terms: Terms,
    program: Program,
    world: constraints.World,
    seed: int,
    random: np.random.Generator,
    progress: Progress,
) -> tuple[partition.Solution, Sizes]:
    """Seat as many as can be, as well as can be; give the sizes too, which may be stretched.

    Raises
    ------
    ImpossibleError
        If no roster keeps every must.
    LeftoverError
        If somebody would wait, and the program asks before deciding.
    """
    sizes = program.cohorts
    solution = _solve(terms, sizes, random, progress)
    waiting = None if solution is None else solution.plan.waiting
    if waiting != 0 and program.leftovers is Leftovers.STRETCH:
        stretched = _stretched(program, world, seed, waiting)
        wider = _solve(terms, stretched, random, progress) if stretched else None
        if stretched and wider and (waiting is None or wider.plan.waiting < waiting):
            solution, sizes = wider, stretched
    if solution is None:
        raise ImpossibleError(*_explained(program, world, seed, None))
    if solution.plan.waiting and program.leftovers is Leftovers.ASK:
        raise LeftoverError(*_explained(program, world, seed, solution.plan.waiting))
    return solution, sizes


def bound(terms: Terms, solution: partition.Solution) -> Bound | None:
    """Prove how much more than a solution any other could share; ``None`` among too many people to compare all."""
    if terms.people <= partition.SMALL:
        least = partition.least_cost(terms, solution.plan)
        if least == (solution.must, solution.should):
            return Bound(proven=True)
    ground = tuple(term for term in terms.terms if isinstance(term, PairGain) and term.per_person)
    found = partition.certify(Terms(terms.people, ground), solution)
    return None if found is None else Bound(shared=found.gain, most=found.most)


def _solve(terms: Terms, sizes: Sizes, random: np.random.Generator, progress: Progress) -> partition.Solution | None:
    plans = unseated.plans_of(sizes, terms.people)
    return partition.solve(terms, plans, random, lambda done, total: progress("Forming cohorts", done, total))


def _stretched(program: Program, world: constraints.World, seed: int, waiting: int | None) -> Sizes | None:
    """Find the least stretch under which the fewest wait; ``None`` if none helps."""
    sizes, people = program.cohorts, len(world.people)

    def left_by(tried: Sizes, below: int | None) -> int | None:
        return unseated.fewest_waiting(program.model_copy(update={"cohorts": tried}), world, seed, below)

    best: Sizes | None = None
    for wider in unseated.stretches(sizes, people):
        left = left_by(wider, waiting)
        if left is not None:
            best, waiting = wider, left
    if best is None or sizes.count is None or waiting is None:
        return best
    # No cohort is to shrink further than it takes either.
    low, high = best.min, people // sizes.count + 1
    while high - low > 1:
        middle = (low + high) // 2
        narrower = best.model_copy(update={"min": middle})
        if left_by(narrower, waiting + 1) is None:
            high = middle
        else:
            low, best = middle, narrower
    return best


def _explained(program: Program, world: constraints.World, seed: int, waiting: int | None) -> tuple[str, str, str, str]:
    """Give the four parts of a message: where, what, what follows, what to try."""
    # Wording is loaded only now: few runs end here.
    from .render import Names, advice_words, hindrance_words

    terms, owners = unseated.musts_of(program, world)
    sizes = program.cohorts
    found = partition.hindrance(terms, sizes.min, sizes.max, sizes.count, everybody=waiting is not None)
    names = Names(world.people)
    where, what = hindrance_words(
        found.obstacle,
        found.found,
        found.limit,
        [names[one] for one in world.ids(found.people)],
        [owners[turn] for turn in found.terms],
        terms.people,
    )
    follows = "No cohorts were formed."
    if waiting is not None:
        left = f"{waiting} of {terms.people} people would wait"
        follows = f'{left}, and the program says leftovers = "ask": no cohorts were formed.'
    otherwise = (
        "wait until more people apply."
        if terms.people < 2
        else "allow a wider range of sizes, or take out one must after another."
    )
    reliefs = unseated.reliefs(program, world, seed, waiting, world.ids(found.people))
    return where, what, follows, advice_words(reliefs, names.__getitem__, otherwise)
