"""``ok-match match``: form the cohorts and explain them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..codes import LEFT_OVER
from ..cohort_names import read_names
from ..files import opened, read_program
from ..options import (
    AcceptOption,
    ForceOption,
    ModelOption,
    OutputOption,
    ProgramOption,
    SheetArgument,
    StrictOption,
    accepting,
    chosen_format,
    read_crossing,
    read_model,
    read_sizes,
)
from ..output import present, refuse_overwriting
from ..progress import shown
from ..usage import UsageError

if TYPE_CHECKING:
    from ok_match import Correction, DecisionLine, Program, Record, WorkChoice


def match_command(
    sheet: SheetArgument,
    program: ProgramOption = None,
    accept: AcceptOption = None,
    size: Annotated[
        str | None,
        typer.Option(
            metavar="6-10", help="How many people a cohort may have. [default: 6-10, or what suits the sheet]"
        ),
    ] = None,
    cohorts: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many cohorts to form, instead of --size.")
    ] = None,
    seed: Annotated[
        int, typer.Option(metavar="N", min=0, help="Another seed may find another roster that is as good.")
    ] = 0,
    alternatives: Annotated[
        int, typer.Option(metavar="N", min=0, max=9, help="How many other good rosters to look for.")
    ] = 0,
    take: Annotated[
        int | None,
        typer.Option(metavar="K", min=1, help="Use alternative K of those that --alternatives N found."),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="How common ground is judged: semantic or lexical. [default: semantic]"),
    ] = None,
    themes: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The list from ok-match themes, with your corrections."),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option(metavar="1=NAME", help="A name for a cohort; may be repeated. Or a file of such lines."),
    ] = None,
    follow: Annotated[
        Path | None,
        typer.Option(metavar="RECORD", help="The last run: cohorts keep the numbers and names they had in it."),
    ] = None,
    model: ModelOption = None,
    crossing: Annotated[
        str | None,
        typer.Option(
            metavar="HOW",
            help="How firmly cohorts cross industry lines: loose, balanced or strict. [default: balanced]",
        ),
    ] = None,
    sectors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The list from ok-match check --sectors, with your corrections."),
    ] = None,
    conflicts: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The list from ok-match check --conflicts, with your decisions."),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help="terminal, json, markdown or csv. [default: terminal]"),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    strict: StrictOption = False,
) -> None:
    """Form the cohorts and explain them.

    Example: ok-match match answers.csv --size 6-10 -o cohorts.md
    """
    refuse_overwriting(output, force=force)
    if take is not None and take > alternatives:
        raise UsageError(
            f"--take {take} needs --alternatives {take} or more.",
            "Give the number that you saw the alternatives with; then they are the same.",
        )
    sizes = read_sizes(size, cohorts)
    wanted = accepting(read_program(program), accept)
    stated: dict[str, object] = {"cohorts": sizes} if sizes else {}
    if names:
        stated["names"] = wanted.names | read_names(names)
    if crossing:
        stated["crossing"] = read_crossing(crossing)

    from ok_match import ENGINES, Options, match, open_followed, open_sheet
    from ok_match.render import FORMATS

    if follow is not None:
        stated["follow"] = opened(follow, open_followed)
    wanted = wanted.model_copy(update=stated)
    answers = opened(sheet, open_sheet)
    form = chosen_format(format_, output, FORMATS)
    judge = engine or Options().engine
    if judge not in ENGINES:
        raise UsageError(f"there is no engine {judge}.", f"Use one of: {', '.join(ENGINES)}.")
    if model is not None and judge != "semantic":
        raise UsageError(f"--model is for the semantic engine; {judge} uses no text model.", "Leave one out.")
    corrections, works = _corrections(themes, judge, wanted), _sectors(sectors)
    options = Options(
        seed=seed,
        engine=judge,
        model=read_model(model),
        corrections=corrections,
        decisions=_decisions(conflicts),
        sectors=works,
        alternatives=alternatives,
        take=take or 0,
    )
    with shown() as progress:
        record = match(answers, wanted, options, progress)
    _tell_of_choices(record, sheet, themes, sectors, corrections, works)
    present(record, form, output, force=force)
    if conflicts is not None:
        decided = sum(bool(conflict.decision) for conflict in record.conflicts)
        waiting = sum(conflict.open for conflict in record.conflicts)
        typer.echo(f"Conflicts: {decided} decided in {conflicts.name}, {waiting} not resolved.", err=True)
    if strict and _left_over(record):
        raise typer.Exit(LEFT_OVER)


def _tell_of_choices(
    record: Record,
    sheet: Path,
    themes: Path | None,
    sectors: Path | None,
    corrections: Sequence[Correction],
    works: Sequence[WorkChoice],
) -> None:
    """How much of what the facilitator corrected or decided was used, on standard error."""
    if themes is not None:
        used = len(record.corrections)
        typer.echo(f"Used {used} of {len(corrections)} corrected themes from {themes.name}.", err=True)
    if sectors is not None:
        ids = {person.id for person in record.participants}
        used = sum(work.participant in ids for work in works)
        typer.echo(f"Used {used} of {len(works)} corrected sectors from {sectors.name}.", err=True)
    if unused := record.unused_sectors:
        typer.echo(f"No answer fits {unused} of the {len(record.program.sectors)} texts under [sectors].", err=True)
    for entry in record.unused_acceptances:
        typer.echo(f"Nothing in {sheet.name} needs the decision “{entry}”.", err=True)


def _corrections(themes: Path | None, engine: str, program: Program) -> tuple[Correction, ...]:
    """The themes that the facilitator corrected, if a file holds any."""
    from ok_match import read_corrections, theme_names

    if themes is None:
        return ()
    if engine != "semantic":
        raise UsageError(f"--themes corrects the semantic engine; {engine} knows no themes.", "Leave one out.")
    return read_corrections(opened(themes, Path.read_bytes), themes.name, theme_names(program.themes))


def _decisions(conflicts: Path | None) -> tuple[DecisionLine, ...]:
    """What the facilitator decided on conflicts, if a file holds it."""
    from ok_match import read_decisions

    return () if conflicts is None else read_decisions(opened(conflicts, Path.read_bytes), conflicts.name)


def _sectors(sectors: Path | None) -> tuple[WorkChoice, ...]:
    """What the facilitator decided about people's sectors, if a file holds it."""
    from ok_match import read_sectors

    return () if sectors is None else read_sectors(opened(sectors, Path.read_bytes), sectors.name)


def _left_over(record: Record) -> bool:
    """Whether somebody has no seat, or a warning stands."""
    warned = any(problem.severity != "note" for problem in record.intake.problems)
    return warned or bool(record.roster.waitlist or record.roster.held)
