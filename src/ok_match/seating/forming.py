"""From a case to seats: the search, and what the program wants done where it leaves somebody over."""

from __future__ import annotations

import numpy as np

from ok_match import partition
from ok_match.errors import ImpossibleError, LeftoverError
from ok_match.model import Bound, Leftovers, PairGain, Progress, Sizes, Suited, Terms

from .alternatives import adopted
from .case import Case
from .firmness import firmly
from .identity import Formed, keeping_identity
from .options import Options
from .reliefs import predicament
from .stretch import least_stretch, plans_of
from .suiting import ALL, USUAL, suited_case


def form(case: Case, options: Options, progress: Progress) -> Formed:
    """Seats for as many people as possible, as good as can be.

    Raises
    ------
    ImpossibleError
        If no roster keeps every must.
    LeftoverError
        If somebody would wait, and the program asks before deciding.
    ProgramError
        If there is no alternative of the number to take, or it cannot be told which cohorts the program speaks of.
    """
    if not partition.is_prepared():
        partition.forget_others()
        progress("Preparing the optimiser, the first time only", 0, 1)
    random = np.random.default_rng(options.seed)

    def before(_stage: str, done: int, total: int) -> None:
        progress("Finding the cohorts that fixed seats speak of", done, total)

    formed = keeping_identity(
        case,
        lambda case: _seated(case, options.seed, random, progress),
        lambda case: _seated_if_possible(case, options.seed, random, progress),
        lambda case: _seated_if_possible(case, options.seed, np.random.default_rng(options.seed), before),
    )
    if not options.take:
        return formed
    wanted = max(options.alternatives, options.take)
    solution, taken = adopted(formed.terms, formed.solution, wanted, options.take, random, progress)
    return formed._replace(solution=solution, taken=taken)


def bound(case: Case, solution: partition.Solution) -> Bound | None:
    """A proven limit on how much more any other roster could share; ``None`` for too many people to compare all."""
    terms = case.terms
    if partition.is_least(terms, solution):
        return Bound(proven=True)
    ground = tuple(term for term in terms.terms if isinstance(term, PairGain) and term.per_person)
    certificate = partition.certify(Terms(terms.people, ground), solution)
    return None if certificate is None else Bound(shared=certificate.gain, most=certificate.most)


def _seated(case: Case, seed: int, random: np.random.Generator, progress: Progress) -> Formed:
    case, solution, sizes, suited = _tried(case, seed, random, progress)
    if solution is None:
        raise ImpossibleError(predicament(case, seed, None))
    if _stops(case, solution):
        raise LeftoverError(predicament(case, seed, solution.plan.waiting))
    return Formed(solution, case, sizes, random, suited=suited)


def _seated_if_possible(case: Case, seed: int, random: np.random.Generator, progress: Progress) -> Formed | None:
    case, solution, sizes, suited = _tried(case, seed, random, progress)
    if solution is None or _stops(case, solution):
        return None
    return Formed(solution, case, sizes, random, suited=suited)


def _stops(case: Case, solution: partition.Solution) -> bool:
    """Whether somebody would wait, and the program asks before deciding."""
    return bool(solution.plan.waiting) and case.program.leftovers is Leftovers.ASK


def _tried(
    case: Case, seed: int, random: np.random.Generator, progress: Progress
) -> tuple[Case, partition.Solution | None, Sizes, Suited | None]:
    """The case in the sizes that are stated or suit, its solution, and the sizes that it was found with."""
    case, solution, suited = _in_sizes(case, seed, random, progress)
    sizes = case.program.sizes
    waiting = None if solution is None else solution.plan.waiting
    if waiting != 0 and case.program.leftovers is Leftovers.STRETCH:
        stretched = least_stretch(case, seed, waiting)
        wider = _solved(case.terms, stretched, random, progress) if stretched else None
        if stretched and wider and (waiting is None or wider.plan.waiting < waiting):
            solution, sizes = wider, stretched
    if solution:
        case, solution = firmly(case, solution, lambda firm: _solved(firm.terms, sizes, random, progress))
    return case, solution, sizes, suited


def _in_sizes(
    case: Case, seed: int, random: np.random.Generator, progress: Progress
) -> tuple[Case, partition.Solution | None, Suited | None]:
    """The case and its solution in the sizes that the program states; else in the usual ones, if everybody sits."""
    if case.program.cohorts:
        return case, _solved(case.terms, case.program.cohorts, random, progress), None
    usual = case.under(cohorts=USUAL)
    solution = _solved(usual.terms, USUAL, random, progress)
    if solution and not solution.plan.waiting:
        return usual, solution, None
    other = suited_case(usual, seed, solution.plan if solution else None)
    better = other and _solved(other.terms, other.program.sizes, random, progress)
    if not other or not better or (solution and better.plan.waiting >= solution.plan.waiting):
        return (usual if solution else case.under(cohorts=ALL)), solution, None
    sizes = other.program.sizes
    why = Suited(
        low=sizes.min,
        high=sizes.max,
        usual_low=USUAL.min,
        usual_high=USUAL.max,
        usual_waiting=solution.plan.waiting if solution else None,
    )
    return other, better, why


def _solved(terms: Terms, sizes: Sizes, random: np.random.Generator, progress: Progress) -> partition.Solution | None:
    plans = plans_of(sizes, terms.people)
    return partition.solve(terms, plans, random, lambda done, total: progress("Forming cohorts", done, total))
