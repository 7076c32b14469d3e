"""The pipeline on one page; the only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from . import __version__, explain, intake, partition, seating, similarity, unseated
from . import rules as constraints
from .errors import ProgramError, SheetError
from .model import (
    MISSING,
    Affinity,
    Cohort,
    CohortExplanation,
    Conflict,
    Correction,
    DecisionLine,
    Explanations,
    Finding,
    Fingerprint,
    Intake,
    IntakeSummary,
    OtherSeat,
    Problem,
    Program,
    Provenance,
    Record,
    Roster,
    Score,
    SeatExplanation,
    StatementThemes,
    Strength,
    Terms,
    Waiting,
)
from .second_opinions import adopted, second_opinions

#: Told what is being done, how far it is, and how far it goes.
Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def check(data: bytes, name: str, program: Program | None = None) -> Intake:
    """Read a sheet and judge nothing: what it holds, column by column and row by row, and whether the rules fit it.

    Parameters
    ----------
    data : bytes
        The content of the file; its format is told from it.
    name : str
        The file's name, for messages.

    Raises
    ------
    SheetError
        If the file cannot be read as a sheet with answers.
    ProgramError
        If the program names a column or a person that is not there, or a rule does not hold together.
    """
    program = program or Program()
    settled = [
        person
        for rule in program.rules
        if rule.rule == "apart"
        and rule.strength is not Strength.OFF
        and isinstance(people := rule.arguments.get("people"), list)
        for person in people
        if isinstance(person, str)
    ]
    found = intake.read(
        data,
        name,
        program.headers,
        settled,
        shares=program.shares,
        understand=similarity.question_kinds,
        requested=constraints.requested,
    )
    if found.participants:
        # Built and thrown away: a rule that does not fit this sheet is told before anything is judged.
        constraints.constraints_of(program, constraints.World(found.participants, found.held, _unjudged(found)))
    return found


def _unjudged(found: Intake) -> Affinity:
    """Give an affinity that knows nothing yet."""
    size = len(found.participants)
    nothing = np.broadcast_to(np.int32(0), (size, size))
    return Affinity("", lambda _facet, _i, _j: MISSING, nothing, lambda _i, _j: (), lambda _i, _j: ())


def guess_themes(
    data: bytes, name: str, program: Program | None = None, *, model: similarity.TextModel | None = None
) -> tuple[StatementThemes, ...]:
    """Say of each statement in a sheet what it is probably about, for the facilitator to correct.

    Raises
    ------
    SheetError, ProgramError
        As ``check`` does.
    """
    own = program.themes if program else None
    return similarity.guess_themes(check(data, name, program).participants, own, model)


def match(
    data: bytes,
    name: str,
    program: Program | None = None,
    *,
    seed: int = 0,
    engine: str = similarity.DEFAULT_ENGINE,
    corrections: Sequence[Correction] = (),
    model: similarity.TextModel | None = None,
    alternatives: int = 0,
    take: int = 0,
    decisions: Sequence[DecisionLine] = (),
    progress: Progress = silent,
) -> Record:
    """Form cohorts from a sheet and explain them.

    The same people, program, seed, engine and version give the same record; the order of the rows changes nothing
    but row numbers and the sheet's fingerprint.

    Parameters
    ----------
    data : bytes
        The content of the sheet.
    name : str
        Its file name, for messages and the record.
    program : Program, optional
        What the facilitator wants; by default cohorts of 6 to 10 under the standing rules.
    seed : int
        Where the search's random numbers start, 0 or more.
    engine : str
        A key of ``similarity.ENGINES``.
    corrections : sequence of Correction
        What some statements are about, said by the facilitator; those that fit no statement are left out.
    model : TextModel, optional
        A text model of one's own, from ``similarity.open_model``, for the semantic engine.
    alternatives : int
        How many other rosters to look for that are nearly as good and seat a quarter of the people elsewhere.
    take : int
        The number of the alternative, of those that ``alternatives`` gives (at least so many), that becomes the
        roster; 0: none.
    decisions : sequence of DecisionLine
        What the facilitator made of the conflicts that were read from the sheet, and pairs to add; the others stand
        as proposed.
    progress : callable, optional
        Told what is being done, the steps done and the steps in all.

    Raises
    ------
    SheetError
        If the file cannot be read, or holds nobody to place; or if a decision is about nobody in it.
    ProgramError
        If the program does not fit the sheet, or there is no alternative of the number to ``take``.
    ImpossibleError
        If no roster can keep every must.
    LeftoverError
        If somebody would wait, and the program asks before deciding.
    """
    program = program or Program()
    progress("Reading the sheet", 0, 1)
    found = check(data, name, program)
    if not found.participants:
        raise SheetError(
            name,
            f"has {found.rows.data} rows, and none of them can be placed.",
            "No cohorts were formed.",
            f"run `ok-match check {name}` to see why.",
        )
    conflicts = intake.decide(found.conflicts, decisions, found.participants, found.held)
    ruled = constraints.with_conflicts(program, conflicts)
    stage = "Looking for common ground"
    progress(stage, 0, 1)
    stated = {(p.id, one.facet, one.text) for p in found.participants for one in p.statements}
    used = tuple(one for one in corrections if (one.participant, one.facet, one.text) in stated)
    affinity, themes = similarity.judge(
        engine,
        found.participants,
        program.weights,
        used,
        program.themes,
        model,
        lambda done, total: progress(stage, done, total),
    )
    world = constraints.World(found.participants, found.held, affinity)
    rules = constraints.constraints_of(ruled, world)
    terms = Terms(len(found.participants), tuple(term for rule in rules for term in rule.terms()))
    random = np.random.default_rng(seed)
    if not partition.is_prepared():
        partition.forget_others()
        progress("Preparing the optimiser, the first time only", 0, 1)
    solution, sizes = seating.seat(terms, ruled, world, seed, random, progress)
    taken = None
    if take:
        solution, taken = adopted(terms, solution, max(alternatives, take), take, random, progress)
    progress("Explaining", 0, 1)

    def judge(members: Sequence[int], cohort: int) -> tuple[Finding, ...]:
        return tuple(rule.finding(members, cohort) for rule in rules)

    _insist_on_labels(program, solution.plan.groups)
    roster, explanations = _explain(found, program, affinity, explain.Spoken(themes), terms, solution, judge, progress)
    roster = unseated.with_ways(roster, ruled, sizes, world, seed, judge)
    progress("Checking how good they are", 0, 1)
    return Record(
        schema="ok-match/record/1",
        provenance=Provenance(
            version=__version__,
            seed=seed,
            engine=engine,
            sheet=Fingerprint(name=name, sha256=found.sha256),
            model=Fingerprint(name=model.name, sha256=model.fingerprint) if model else None,
            taken=taken,
        ),
        program=program,
        intake=IntakeSummary(
            detected=found.detected, rows=found.rows, columns=found.columns, problems=_still_open(found, conflicts)
        ),
        participants=found.participants,
        corrections=used,
        conflicts=conflicts,
        roster=roster,
        score=Score(must=solution.must, placed=terms.people - solution.plan.waiting, should=solution.should),
        bound=seating.bound(terms, solution),
        explanations=explanations,
        second_opinions=second_opinions(found.participants, affinity, terms, solution, alternatives, random, progress)
        if alternatives and not take
        else None,
    )


def _still_open(found: Intake, conflicts: Sequence[Conflict]) -> tuple[Problem, ...]:
    """Leave out the warnings about conflicts that the facilitator has settled."""
    rows = {one.row for one in conflicts if one.open}
    return tuple(one for one in found.problems if one.code != "conflict-unresolved" or one.row in rows)


def _insist_on_labels(program: Program, cohorts: int) -> None:
    """Refuse a name for a cohort that there is not, so that it is not lost without a word."""
    labels = {str(number + 1) for number in range(cohorts)}
    for label in program.names:
        if label not in labels:
            raise ProgramError(
                "program [names]",
                f'there is no cohort "{label}"; {cohorts} were formed.',
                "Nothing was kept.",
                f"name cohorts 1 to {cohorts}, or take the line out.",
            )


def _explain(
    found: Intake,
    program: Program,
    affinity: Affinity,
    spoken: explain.Spoken,
    terms: Terms,
    solution: partition.Solution,
    judge: explain.Judge,
    progress: Progress,
) -> tuple[Roster, Explanations]:
    people = found.participants
    groups = solution.plan.groups
    seated: list[list[int]] = [[] for _ in range(groups + 1)]
    for i, label in enumerate(solution.labels.tolist()):
        seated[label].append(i)
    waiting = seated.pop()
    labels = [str(number + 1) for number in range(groups)]
    others = [
        OtherSeat(
            cohort=labels[one.group], swap_with="" if one.partner is None else people[one.partner].id, price=one.price
        )
        if one
        else None
        for one in partition.other_seats(
            terms, solution, lambda done, total: progress("Looking at other seats", done, total)
        )
    ]
    cohorts: list[CohortExplanation] = []
    seats: list[SeatExplanation] = []
    for number, (label, members) in enumerate(zip(labels, seated, strict=True)):
        progress("Explaining", number, groups)
        cohorts.append(explain.explain_cohort(label, members, people, affinity, spoken, judge(members, number)))
        seats += explain.explain_seats(label, members, people, affinity, others)
    names = explain.name_cohorts(cohorts, [len(members) for members in seated], program.names)
    roster = Roster(
        cohorts=tuple(
            Cohort(label=label, name=name, members=tuple(people[i].id for i in members))
            for label, name, members in zip(labels, names, seated, strict=True)
        ),
        waitlist=tuple(
            Waiting(
                participant=people[i].id,
                reasons=explain.waiting_reasons(i, seated, labels, solution.plan.high, judge, asked),
            )
            for i, asked in zip(waiting, partition.groups_to_ask(terms, solution, waiting), strict=True)
        ),
        held=found.held,
    )
    everyone = int(affinity.usual() + 0.5)
    return roster, Explanations(
        everyone=everyone, nearby=partition.is_factored(terms), cohorts=tuple(cohorts), people=tuple(seats)
    )
