"""A finished search becomes a record: the roster, why each seat is as it is, and how good it all is."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from ok_match import explain, partition
from ok_match.errors import ProgramError
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
from .forming import Formed, bound
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
        If the program names a cohort that was not formed.
    """
    solution, case, sizes, random, taken, suited = formed
    progress("Explaining", 0, 1)
    _insist_on_labels(program, solution.plan.groups)
    roster, explanations = _explained(case, explain.Spoken(themes), solution, progress)
    roster = with_ways(roster, case, sizes, options.seed).model_copy(update={"suited": suited})
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
            taken=taken,
        ),
        program=program.model_copy(update={"cohorts": Sizes(**case.program.sizes.model_dump())}),
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
        crowds=crowds(case, solution.labels.tolist(), _members_of(case, roster)),
        explanations=explanations,
        second_opinions=second_opinions(case, solution, asked, random, progress) if asked else None,
    )


def _still_open(intake: Intake, conflicts: Sequence[Conflict]) -> tuple[Problem, ...]:
    """The problems, less the warnings about conflicts that the facilitator has settled."""
    rows = {conflict.row for conflict in conflicts if conflict.open}
    return tuple(problem for problem in intake.problems if problem.code != "conflict-unresolved" or problem.row in rows)


def _insist_on_labels(program: Program, cohorts: int) -> None:
    """Reject a name for a cohort that does not exist instead of ignoring it."""
    labels = {str(number + 1) for number in range(cohorts)}
    for label in program.names:
        if label not in labels:
            raise ProgramError(
                "program [names]",
                f'there is no cohort "{label}"; {cohorts} were formed.',
                "Nothing was kept.",
                f"name cohorts 1 to {cohorts}, or take the line out.",
            )


def _members_of(case: Case, roster: Roster) -> list[list[int]]:
    """The positions of each cohort's members."""
    return [[case.position[member] for member in cohort.members] for cohort in roster.cohorts]


def _explained(
    case: Case, spoken: explain.Spoken, solution: partition.Solution, progress: Progress
) -> tuple[Roster, Explanations]:
    people, affinity = case.people, case.affinity
    groups = solution.plan.groups
    seated: list[list[int]] = [[] for _ in range(groups + 1)]
    for i, label in enumerate(solution.labels.tolist()):
        seated[label].append(i)
    waiting = seated.pop()
    labels = [str(number + 1) for number in range(groups)]
    others = _other_seats(case, labels, solution, progress)
    cohorts: list[CohortExplanation] = []
    seats: list[SeatExplanation] = []
    for number, (label, members) in enumerate(zip(labels, seated, strict=True)):
        progress("Explaining", number, groups)
        findings = case.judge(members, number)
        cohorts.append(explain.explain_cohort(label, members, people, affinity, spoken, findings))
        seats += explain.explain_seats(label, members, people, affinity, others)
    names = explain.name_cohorts(cohorts, [len(members) for members in seated], case.program.names)
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
