"""The pipeline on one page; the only module that knows the order of the stages."""

from __future__ import annotations

from dataclasses import replace

from . import intake, mentions, sectors, similarity
from .errors import SheetError
from .model import Affinity, Intake, Program, Progress, Record, Severity, Sheet, StatementThemes, silent
from .rules import World, complete, guidance_of, named_apart, remark_on_footing, with_conflicts, with_requests
from .seating import Case, Options, form, judged, recorded


def check(sheet: Sheet, program: Program | None = None) -> Intake:
    """What a sheet holds, column by column and row by row, once the program's rules are known to fit it.

    Raises
    ------
    SheetError
        If the file cannot be read as a sheet with answers.
    ProgramError
        If the program names a column or a person that is not there, or a rule does not hold together.
    """
    program = complete(program or Program())
    opened = intake.open_sheet(sheet, guidance_of(program))
    found = intake.read(opened, similarity.question_kinds(opened.unclear_questions))
    found = found.with_people(sectors.read(found.participants, similarity.sector_odds, program.sectors))
    said = mentions.read(found.participants, found.held, named_apart(program), program.guidance)
    if found.participants:
        # Built and thrown away: a rule that does not fit this sheet is told before anything is judged.
        finder = mentions.PeopleFinder(found.participants, found.held)
        unjudged = Affinity.unjudged(len(found.participants))
        _ = Case(World(found.participants, found.held, unjudged, finder), program).rules
    footing = remark_on_footing(program, found, said.conflicts)
    return found.completed(said.conflicts, said.requests, (*said.problems, *footing))


def guess_themes(
    sheet: Sheet, program: Program | None = None, options: Options | None = None
) -> tuple[StatementThemes, ...]:
    """What each statement in a sheet is probably about, for the facilitator to correct.

    Raises
    ------
    SheetError, ProgramError
        As ``check`` does.
    """
    own = program.themes if program else None
    return similarity.guess_themes(check(sheet, program).participants, own, options.model if options else None)


def match(
    sheet: Sheet, program: Program | None = None, options: Options | None = None, progress: Progress = silent
) -> Record:
    """Cohorts formed from a sheet, and why they are as they are.

    The same people, program, options and version give the same record. The order of the rows changes nothing but row
    numbers and the sheet's fingerprint.

    Parameters
    ----------
    program : Program, optional
        What the facilitator wants; by default cohorts of 6 to 10 people, or of the size that suits the sheet, under
        the standing rules.
    options : Options, optional
        How the run is done, and what the facilitator decided about this sheet.
    progress : callable, optional
        Called with what is being done, the steps done and the steps in all.

    Raises
    ------
    SheetError
        If the file cannot be read, or holds nobody to place; if going on would lose or confuse something before the
        facilitator has decided it; or if a decision is about nobody in it.
    ProgramError
        If the program does not fit the sheet, or there is no alternative of the number to take.
    ImpossibleError
        If no roster can keep every must.
    LeftoverError
        If somebody would wait, and the program asks before deciding.
    """
    program, options = complete(program or Program()), options or Options()
    progress("Reading the sheet", 0, 1)
    found = check(sheet, program)
    _insist_on_decisions(found)
    found = found.with_people(sectors.decided(found.participants, options.sectors))
    if not found.participants:
        raise SheetError(
            sheet.name,
            f"has {found.rows.data} rows, and none of them can be placed.",
            "No cohorts were formed.",
            f"run `ok-match check {sheet.name}` to see why.",
        )
    finder = mentions.PeopleFinder(found.participants, found.held)
    conflicts = intake.decide(found.conflicts, options.decisions, found.participants, finder)
    # A correction that fits no statement of this sheet is left out, and the record says which were used.
    stated = {(p.id, said.facet, said.text) for p in found.participants for said in p.statements}
    fitting = tuple(c for c in options.corrections if (c.participant, c.facet, c.text) in stated)
    options = replace(options, corrections=fitting, sectors=sectors.choices_in(found.participants, options.sectors))
    ruled = with_requests(with_conflicts(program, conflicts), found.requests)
    case, themes = judged(found.participants, found.held, finder, ruled, options, progress)
    formed = form(case, options, progress)
    return recorded(found, program, conflicts, themes, formed, options, progress)


def _insist_on_decisions(found: Intake) -> None:
    """Stop before anything is matched that would lose or confuse something in the sheet."""
    blocking = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if blocking:
        first, others = blocking[0], len(blocking) - 1
        more = f" {others} more must be decided too." if others else ""
        raise SheetError(
            f"{found.source}{f', row {first.row}' if first.row else ''}",
            f"this must be decided first: {first.message}{more}",
            "No cohorts were formed.",
            f'{first.advice} To go on as it was read, write accept = ["{first.code}"] in the program;'
            " `ok-match check` lists everything.",
        )
