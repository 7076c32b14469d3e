"""``ok-match check``: what a sheet holds, before anything is matched."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from .codes import ATTENTION, LEFT_OVER
from .files import deliver, emit, read_bytes, read_program, refuse_overwriting
from .options import (
    ForceOption,
    OutputOption,
    PageFormatOption,
    ProgramOption,
    SheetArgument,
    StrictOption,
    chosen_format,
)


def check_command(
    sheet: SheetArgument,
    program: ProgramOption = None,
    format_: PageFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    strict: StrictOption = False,
    conflicts: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv", help="Write who may have to be kept apart to this file, for you to decide on each."
        ),
    ] = None,
) -> None:
    """Show what the sheet holds, and what needs a decision. Nothing is changed or matched.

    Exits with 3 if something does: a question not understood, a column that may be two things, somebody held.

    Example: ok-match check answers.csv
    """
    refuse_overwriting(output, force=force)
    refuse_overwriting(conflicts, force=force)
    if conflicts is not None and conflicts.suffix.casefold() != ".csv":
        raise typer.BadParameter(f"{conflicts} would hold CSV. Let its name end in .csv.")
    if conflicts is not None and output is not None and conflicts.resolve() == output.resolve():
        raise typer.BadParameter(f"{conflicts} cannot hold both the page and the conflicts. Name two files.")
    wanted = read_program(program)
    data = read_bytes(sheet, "sheet")

    from ok_match import matching
    from ok_match.model import Sheet
    from ok_match.render import CHECK_FORMATS, conflict_table, sheet_page, terminal

    chosen = chosen_format(format_, output, list(CHECK_FORMATS))
    intake = matching.check(Sheet(sheet.name, data), wanted)
    if chosen == "terminal" and output is None and sys.stdout.isatty():
        width = shutil.get_terminal_size((100, 40)).columns
        emit(terminal(sheet_page(intake), width, colour="NO_COLOR" not in os.environ))
    else:
        deliver(CHECK_FORMATS[chosen](intake), output, force=force)
    if conflicts is not None:
        deliver(conflict_table(intake), conflicts, force=force, mark=True)
    if intake.undecided:
        raise typer.Exit(ATTENTION)
    if strict and any(problem.severity == "warning" for problem in intake.problems):
        raise typer.Exit(LEFT_OVER)
