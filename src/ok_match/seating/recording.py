"""A finished search becomes a record: the roster, why each seat is as it is, and how good it all is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version

from ok_match import explain, partition
from ok_match.model import (
    SCHEMA,
    Cohort,
    CohortExplanation,
    Conflict,
    Explanations,
    Fingerprint,
    Intake,
    IntakeSummary,
    OtherSeat,
    Problem,
    Program,
    Progress,
    Provenance,
    Record,
    Roster,
    Score,
    SeatExplanation,
    Sizes,
    Theme,
    Waiting,
)

from .alternatives import second_opinions
from .case import Case
from .crowds import crowds
from .firmness import with_prices
from .forming import bound
from .identity import Formed, given_names, kept_members
from .options import Options
from .pair_counts import pair_counts
from .waiting import with_ways


def recorded(
    intake: Intake,
    program: Program,
    conflicts: tuple[Conflict, ...],
    themes: Sequence[Theme],
    formed: Formed,
    options: Options,
    progress: Progress,
) -> Record:
    """The record of a run.

    Parameters
    ----------
    program : Program
        What the facilitator wants, without the rules made from conflicts, which the case has.
    options : Options
        How the run was done; ``corrections`` holds only those that fit a statement.

    Raises
    ------
    ProgramError
        If the program names a cohort that was not formed, or two names are of one.
    """
    solution, case = formed.solution, formed.case
    progress("Explaining", 0, 1)
    roster, explanations = _explained(formed, given_names(formed), explain.Spoken(themes), progress)
    kept = {"kept": kept_members(formed), "strayed": formed.strayed, "suited": formed.suited}
    roster = with_ways(roster, case, formed.sizes, options.seed).model_copy(update=kept)
    progress("Checking how good they are", 0, 1)
    asked = options.alternatives if not options.take else 0
    return Record(
        schema=SCHEMA,
        provenance=Provenance(
            version=version("ok-match"),
            seed=options.seed,
            engine=options.engine,
            sheet=Fingerprint(name=intake.source, sha256=intake.sha256),
            model=Fingerprint(name=options.model.name, sha256=options.model.fingerprint) if options.model else None,
            taken=formed.taken,
        ),
        program=with_prices(program, case).model_copy(update={"cohorts": Sizes(**case.program.sizes.model_dump())}),
        intake=IntakeSummary(
            detected=intake.detected,
            rows=intake.rows,
            columns=intake.columns,
            problems=_still_open(intake, conflicts),
        ),
        participants=intake.participants,
        corrections=tuple(options.corrections),
        conflicts=conflicts,
        roster=roster,
        score=Score(must=solution.must, placed=len(case.people) - solution.plan.waiting, should=solution.should),
        bound=bound(case, solution),
        pair_counts=pair_counts(case, _members_of(case, roster)),
        crowds=crowds(case, roster),
        explanations=explanations,
        second_opinions=second_opinions(formed, asked, progress) if asked else None,
    )


def _still_open(intake: Intake, conflicts: Sequence[Conflict]) -> tuple[Problem, ...]:
    """The problems, less the warnings about conflicts that the facilitator has settled."""
    rows = {conflict.row for conflict in conflicts if conflict.open}
    return tuple(problem for problem in intake.problems if problem.code != "conflict-unresolved" or problem.row in rows)


def _members_of(case: Case, roster: Roster) -> list[list[int]]:
    """The positions of each cohort's members."""
    return [[case.position[member] for member in cohort.members] for cohort in roster.cohorts]


def _explained(
    formed: Formed, given: Mapping[str, str], spoken: explain.Spoken, progress: Progress
) -> tuple[Roster, Explanations]:
    case, solution, labels, seated = formed.case, formed.solution, formed.labels, formed.cohorts
    people, affinity = case.people, case.affinity
    groups = solution.plan.groups
    waiting = [i for i, label in enumerate(solution.labels.tolist()) if label == groups]
    others = _other_seats(case, labels, solution, progress)
    cohorts: list[CohortExplanation] = []
    seats: list[SeatExplanation] = []
    for number, (label, members) in enumerate(zip(labels, seated, strict=True)):
        progress("Explaining", number, groups)
        findings = case.judge(members, number)
        cohorts.append(explain.explain_cohort(label, members, people, affinity, spoken, findings))
        seats += explain.explain_seats(label, members, people, affinity, others)
    names = explain.name_cohorts(cohorts, [len(members) for members in seated], given)
    roster = Roster(
        cohorts=tuple(
            Cohort(label=label, name=name, members=case.world.ids(members))
            for label, name, members in zip(labels, names, seated, strict=True)
        ),
        waitlist=tuple(
            Waiting(
                participant=people[i].id,
                reasons=explain.waiting_reasons(i, seated, labels, solution.plan.high, case.judge, asked),
            )
            for i, asked in zip(waiting, partition.groups_to_ask(case.terms, solution, waiting), strict=True)
        ),
        held=tuple(case.held),
    )
    everyone = int(affinity.usual() + 0.5)
    nearby = partition.is_factored(case.terms)
    return roster, Explanations(everyone=everyone, nearby=nearby, cohorts=tuple(cohorts), people=tuple(seats))


def _other_seats(
    case: Case, labels: Sequence[str], solution: partition.Solution, progress: Progress
) -> list[OtherSeat | None]:
    """The best other seat of each person, in the order of the people; ``None`` where there is none."""
    alternatives = partition.other_seats(
        case.terms, solution, lambda done, total: progress("Looking at other seats", done, total)
    )
    return [
        OtherSeat(
            cohort=labels[seat.group],
            swap_with="" if seat.partner is None else case.people[seat.partner].id,
            price=seat.price,
        )
        if seat
        else None
        for seat in alternatives
    ]
