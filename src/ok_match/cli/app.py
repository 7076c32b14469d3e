"""The command line: the only place that reads arguments, opens files and sets exit codes."""

import gc
from typing import Annotated

import typer

from .commands.check import check_command
from .commands.explain import explain_command
from .commands.init import init_command
from .commands.match import match_command
from .commands.themes import themes_command
from .stopping import Commands

app = typer.Typer(
    name="ok-match",
    cls=Commands,
    help="Form peer groups by common ground, and say why. Everything stays on this computer.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 a defect of ok-match, 2 wrong usage, 3 the sheet or program needs attention,"
    " 4 no roster can keep every must, 5 done, but under --strict people are left over or warnings stand,"
    " 130 interrupted. With --format json, errors are JSON too.",
)
app.command("match")(match_command)
app.command("check")(check_command)
app.command("init")(init_command)
app.command("explain")(explain_command)
app.command("themes")(themes_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        from ok_match import __version__

        typer.echo(f"ok-match {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    """Form peer groups by common ground, and say why. Everything stays on this computer."""


def main() -> None:
    """Run the command line."""
    # People and their statements are many small objects that never form cycles: looking for cycles among them as
    # often as usual takes a third of the time that a large sheet needs.
    gc.set_threshold(200_000, 20, 20)
    app()
