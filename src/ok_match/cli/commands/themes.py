"""``ok-match themes``: what each answer seems to be about, for the facilitator to correct."""

from __future__ import annotations

from typing import Annotated

import typer

from ..files import opened, read_program
from ..options import ForceOption, ModelOption, OutputOption, ProgramOption, SheetArgument, chosen_format, read_model
from ..output import present, refuse_overwriting


def themes_command(
    sheet: SheetArgument,
    program: ProgramOption = None,
    model: ModelOption = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="NAME", help="csv or json. [default: csv]")] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """List what each answer seems to be about, for you to correct. Then match with --themes FILE.

    Example: ok-match themes answers.csv -o themes.csv
    """
    refuse_overwriting(output, force=force)

    from ok_match import Options, guess_themes, open_sheet
    from ok_match.render import THEME_FORMATS

    wanted = read_program(program)
    answers = opened(sheet, open_sheet)
    form = chosen_format(format_ or (None if output else "csv"), output, THEME_FORMATS)
    present(guess_themes(answers, wanted, Options(model=read_model(model))), form, output, force=force)
