"""``ok-match themes``: what each answer seems to be about, for the facilitator to correct."""

from __future__ import annotations

from typing import Annotated

import typer

from .files import deliver, read_bytes, read_program, refuse_overwriting
from .options import ForceOption, ModelOption, OutputOption, ProgramOption, SheetArgument, chosen_format, read_model


def themes_command(
    sheet: SheetArgument,
    program: ProgramOption = None,
    model: ModelOption = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="NAME", help="csv or json. [default: csv]")] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """List what each answer seems to be about, for you to correct. Match with it by --themes FILE.

    Example: ok-match themes answers.csv -o themes.csv
    """
    refuse_overwriting(output, force=force)
    wanted = read_program(program)
    data = read_bytes(sheet, "sheet")

    from ok_match import matching
    from ok_match.model import Sheet
    from ok_match.render import THEME_FORMATS
    from ok_match.seating import Options

    chosen = chosen_format(format_ or (None if output else "csv"), output, list(THEME_FORMATS))
    found = matching.guess_themes(Sheet(sheet.name, data), wanted, Options(model=read_model(model)))
    deliver(THEME_FORMATS[chosen](found), output, force=force, mark=chosen == "csv")
