"""Other rosters for the same people and program, nearly as good and really different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ok_match import explain, partition
from ok_match.errors import ProgramError
from ok_match.model import (
    Cohort,
    Firmness,
    Progress,
    RosterFigures,
    Score,
    SecondOpinion,
    SecondOpinions,
    Taken,
    Terms,
)
from ok_match.rules import CARDS

from .case import Case
from .identity import Formed
from .pair_counts import pair_counts


def adopted(
    terms: Terms,
    solution: partition.Solution,
    wanted: int,
    number: int,
    random: np.random.Generator,
    progress: Progress,
) -> tuple[partition.Solution, Taken]:
    """The alternative of this number among those ``wanted``, as a solution, and what it costs.

    Raises
    ------
    ProgramError
        If fewer are found.
    """
    opinions = _opinions(terms, solution, wanted, random, progress)
    count = len(opinions)
    if number > count:
        were_found = f"{count} alternatives were found" if count != 1 else "1 alternative was found"
        first = {0: "stay with the first choice.", 1: "take alternative 1, or the first choice."}
        raise ProgramError(
            f"alternative {number}",
            f"{were_found} that are nearly as good and really different.",
            "No cohorts were formed.",
            first.get(count, f"take one of 1 to {count}, or the first choice."),
        )
    opinion = opinions[number - 1]
    taken = Taken(alternative=number, wanted=wanted, price=opinion.should - solution.should)
    return replace(solution, labels=opinion.labels, should=opinion.should), taken


def _opinions(
    terms: Terms, solution: partition.Solution, wanted: int, random: np.random.Generator, progress: Progress
) -> tuple[partition.Opinion, ...]:
    return partition.opinions(
        terms, solution, wanted, random, lambda done, total: progress("Looking for second opinions", done, total)
    )


def second_opinions(formed: Formed, wanted: int, progress: Progress) -> SecondOpinions:
    """Other rosters, what speaks for each of them, and how firm each seat is."""
    case, solution, names = formed.case, formed.solution, formed.labels
    people, terms, groups = case.people, formed.terms, solution.plan.groups
    others = _opinions(terms, solution, wanted, formed.random, progress)
    near = partition.near_best(terms, solution, others)

    def figures(labels: Sequence[int]) -> RosterFigures:
        return _figures(case, names, _members(labels, groups))

    opinions = []
    for opinion in others:
        labels = opinion.labels.tolist()
        opinions.append(
            SecondOpinion(
                cohorts=tuple(
                    Cohort(label=name, name="", members=tuple(people[i].id for i in members))
                    for name, members in zip(names, _members(labels, groups), strict=True)
                ),
                waiting=tuple(people[i].id for i, label in enumerate(labels) if label == groups),
                score=Score(must=0, placed=terms.people - solution.plan.waiting, should=opinion.should),
                price=opinion.should - solution.should,
                figures=figures(labels),
                moved=tuple(people[i].id for i in np.flatnonzero(opinion.labels != solution.labels).tolist()),
            )
        )
    same = np.sum([labels == solution.labels for labels in near], axis=0)
    return SecondOpinions(
        wanted=wanted,
        figures=figures(solution.labels.tolist()),
        opinions=tuple(opinions),
        rosters=len(near),
        seats=tuple(
            Firmness(participant=person.id, same=times) for person, times in zip(people, same.tolist(), strict=True)
        ),
    )


def _members(labels: Sequence[int], groups: int) -> list[list[int]]:
    return [[i for i, label in enumerate(labels) if label == group] for group in range(groups)]


def _figures(case: Case, labels: Sequence[str], cohorts: Sequence[Sequence[int]]) -> RosterFigures:
    people = case.people
    shared = [case.affinity.table(members) for members in cohorts]
    ground = {
        i: mean
        for members, pairs in zip(cohorts, shared, strict=True)
        for i, mean in zip(members, explain.mean_affinities(pairs), strict=True)
    }
    weakest = min(ground, key=lambda i: (ground[i], people[i].id))
    of_cohort = [explain.ground_of(pairs) for pairs in shared]
    least = min(range(len(cohorts)), key=lambda number: of_cohort[number])
    return RosterFigures(
        common_ground=sum(ground.values()) // max(1, len(ground)),
        weakest_seat=people[weakest].id,
        weakest_seat_ground=ground[weakest],
        weakest_cohort=labels[least],
        weakest_cohort_ground=of_cohort[least],
        similar_work=sum(count.pairs for count in pair_counts(case, cohorts) if CARDS[count.rule].deals),
    )
