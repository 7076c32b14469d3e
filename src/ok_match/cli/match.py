"""``ok-match match``: form the cohorts and explain them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .codes import LEFT_OVER
from .cohort_names import read_names
from .files import deliver, emit, read_bytes, read_program, refuse_overwriting
from .options import (
    ForceOption,
    ModelOption,
    OutputOption,
    ProgramOption,
    SheetArgument,
    StrictOption,
    chosen_format,
    parse_size,
    read_model,
)
from .progress import shown

if TYPE_CHECKING:
    from ok_match.model import Correction, DecisionLine, Program, Record


def match_command(
    sheet: SheetArgument,
    program: ProgramOption = None,
    size: Annotated[
        str | None, typer.Option(metavar="6-10", help="How many people a cohort may have. [default: 6-10]")
    ] = None,
    cohorts: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many cohorts to form, instead of --size.")
    ] = None,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="Another seed may find another roster as good.")] = 0,
    alternatives: Annotated[
        int, typer.Option(metavar="N", min=0, max=9, help="Other rosters to tell of, nearly as good. [default: none]")
    ] = 0,
    take: Annotated[
        int | None,
        typer.Option(metavar="K", min=1, help="Make alternative K the roster, of those that --alternatives N gave."),
    ] = None,
    engine: Annotated[
        str | None, typer.Option(metavar="NAME", help="How common ground is judged. [default: semantic]")
    ] = None,
    themes: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The themes that you corrected, from ok-match themes."),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option(metavar="1=NAME", help="What cohort 1 is called; may be repeated. Or a file of such lines."),
    ] = None,
    model: ModelOption = None,
    conflicts: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The conflicts that you decided on, from ok-match check --conflicts."),
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
    if size is not None and cohorts is not None:
        raise typer.BadParameter("--size and --cohorts exclude each other. Give one of them.")
    if take is not None and take > alternatives:
        raise typer.BadParameter(
            f"--take {take} needs --alternatives {take} or more, best the number that you saw them with:"
            " then they are the same."
        )
    bounds = None if size is None else parse_size(size)
    wanted = _with_sizes(read_program(program), bounds, cohorts)
    if names:
        wanted = wanted.model_copy(update={"names": wanted.names | read_names(names)})
    data = read_bytes(sheet, "sheet")

    from ok_match import matching, similarity
    from ok_match.model import Decision, Sheet
    from ok_match.render import FORMATS
    from ok_match.seating import Options

    chosen = chosen_format(format_, output, list(FORMATS))
    judge = engine or similarity.DEFAULT_ENGINE
    if judge not in similarity.ENGINES:
        raise typer.BadParameter(f"there is no engine {judge}. Use one of: {', '.join(similarity.ENGINES)}.")
    if model is not None and judge != "semantic":
        raise typer.BadParameter(f"--model is for the semantic engine; {judge} uses no text model. Leave one out.")
    corrections = _corrections(themes, judge, wanted)
    options = Options(
        seed=seed,
        engine=judge,
        model=read_model(model),
        corrections=corrections,
        decisions=_decisions(conflicts),
        alternatives=alternatives,
        take=take or 0,
    )
    with shown() as progress:
        record = matching.match(Sheet(sheet.name, data), wanted, options, progress)
    if themes is not None:
        used = len(record.corrections)
        typer.echo(f"Used {used} of {len(corrections)} corrected themes from {themes.name}.", err=True)
    if chosen == "terminal" and output is None and sys.stdout.isatty():
        _show(record)
    else:
        deliver(FORMATS[chosen](record), output, force=force, mark=chosen == "csv")
    if conflicts is not None:
        decided = sum(one.decision is not Decision.PENDING for one in record.conflicts)
        waiting = sum(one.open for one in record.conflicts)
        typer.echo(f"Conflicts: {decided} decided in {conflicts.name}, {waiting} not resolved.", err=True)
    if strict and _left_over(record):
        raise typer.Exit(LEFT_OVER)


def _corrections(themes: Path | None, engine: str, program: Program) -> tuple[Correction, ...]:
    """Read the corrected themes, if there are any."""
    from ok_match import intake, similarity

    if themes is None:
        return ()
    if engine != "semantic":
        raise typer.BadParameter(f"--themes corrects the semantic engine; {engine} knows no themes. Leave one out.")
    return intake.read_corrections(
        read_bytes(themes, "list of themes"), themes.name, similarity.theme_names(program.themes)
    )


def _decisions(conflicts: Path | None) -> tuple[DecisionLine, ...]:
    """Read what the facilitator decided on conflicts, if there is a file of it."""
    from ok_match import intake

    return (
        () if conflicts is None else intake.read_decisions(read_bytes(conflicts, "list of conflicts"), conflicts.name)
    )


def _with_sizes(program: Program, bounds: tuple[int, int] | None, cohorts: int | None) -> Program:
    """Let the command line's sizes replace the program's."""
    from ok_match.model import Sizes

    if bounds is None and cohorts is None:
        return program
    sizes = Sizes(count=cohorts) if bounds is None else Sizes(min=bounds[0], max=bounds[1])
    return program.model_copy(update={"cohorts": sizes})


def _show(record: Record) -> None:
    """Print the report for a person at a terminal."""
    import os

    from ok_match.render import report, terminal

    width = shutil.get_terminal_size((100, 40)).columns
    emit(terminal(report(record), width, colour="NO_COLOR" not in os.environ))


def _left_over(record: Record) -> bool:
    warned = any(problem.severity != "note" for problem in record.intake.problems)
    return warned or bool(record.roster.waitlist or record.roster.held)
