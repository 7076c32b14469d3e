"""``ok-match check``: what a sheet holds, before anything is matched."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..codes import ATTENTION, LEFT_OVER
from ..files import opened, read_program
from ..options import (
    AcceptOption,
    ForceOption,
    OutputOption,
    PageFormatOption,
    ProgramOption,
    SheetArgument,
    StrictOption,
    accepting,
    chosen_format,
)
from ..output import deliver, present, refuse_overwriting
from ..usage import UsageError


def check_command(
    sheet: SheetArgument,
    program: ProgramOption = None,
    accept: AcceptOption = None,
    format_: PageFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    strict: StrictOption = False,
    conflicts: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Write the possible conflicts to this file, for you to decide on each."),
    ] = None,
    sectors: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Write what everybody works in to this file, for you to correct."),
    ] = None,
) -> None:
    """Show what the sheet holds, and what needs a decision. Nothing is changed or matched.

    Exits with 3 if something needs one: a column that may be two things, somebody held, a wish nobody can be found for.

    Example: ok-match check answers.csv
    """
    refuse_overwriting(output, force=force)
    lists = {"conflicts": conflicts, "sectors": sectors}
    for holds, path in lists.items():
        refuse_overwriting(path, force=force)
        if path is not None and path.suffix.casefold() != ".csv":
            raise UsageError(f"{path} would hold CSV.", "Let its name end in .csv.")
        if path is not None and output is not None and path.resolve() == output.resolve():
            raise UsageError(f"{path} cannot hold both the page and the {holds}.", "Name two files.")
    if conflicts is not None and sectors is not None and conflicts.resolve() == sectors.resolve():
        raise UsageError(f"{conflicts} cannot hold both the conflicts and the sectors.", "Name two files.")

    from ok_match import check, conflict_table, open_sheet, sector_table
    from ok_match.render import CHECK_FORMATS

    wanted = accepting(read_program(program), accept)
    answers = opened(sheet, open_sheet)
    form = chosen_format(format_, output, CHECK_FORMATS)
    intake = check(answers, wanted)
    present(intake, form, output, force=force)
    if conflicts is not None:
        deliver(conflict_table(intake), conflicts, force=force, mark=True)
    if sectors is not None:
        deliver(sector_table(intake), sectors, force=force, mark=True)
    if intake.undecided:
        raise typer.Exit(ATTENTION)
    if strict and any(problem.severity == "warning" for problem in intake.problems):
        raise typer.Exit(LEFT_OVER)
