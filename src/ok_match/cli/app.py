"""The command line: the only place that reads arguments, opens files and sets exit codes."""

import gc
import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from ok_match.errors import ImpossibleError, OkMatchError, PredicamentError

from .check import check_command
from .codes import ATTENTION, DEFECT, DONE, IMPOSSIBLE
from .explain import explain_command
from .init import init_command
from .match import match_command
from .themes import themes_command

app = typer.Typer(
    name="ok-match",
    help="Form peer groups by common ground, and say why. Everything stays on this computer.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 a defect of ok-match, 2 wrong usage, 3 the sheet or program needs attention,"
    " 4 no roster can keep every must, 5 done, but under --strict people are left over or warnings stand.",
)
app.command("match")(match_command)
app.command("check")(check_command)
app.command("init")(init_command)
app.command("explain")(explain_command)
app.command("themes")(themes_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ok-match {version('ok-match')}")
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
    """Run the command line, and turn every trouble into a message and an exit code."""
    # People and their statements are many small objects that never form cycles: looking for cycles among them as
    # often as usual takes a third of the time that a large sheet needs.
    gc.set_threshold(200_000, 20, 20)
    try:
        app()
    except OkMatchError as error:
        _complain(error)
        sys.exit(IMPOSSIBLE if isinstance(error, ImpossibleError) else ATTENTION)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except KeyboardInterrupt:
        typer.echo("Stopped. Nothing was written.", err=True)
        sys.exit(130)
    except Exception as error:
        if os.environ.get("OK_MATCH_TRACEBACK"):
            raise
        _report_defect(error)
        sys.exit(DEFECT)


def _complain(error: OkMatchError) -> None:
    where, what, follows, advice = error.where, error.what, error.follows, error.advice
    if isinstance(error, PredicamentError):
        # Wording is loaded only now: few runs end here.
        from ok_match.render import predicament_words

        where, what, follows, advice = predicament_words(error.predicament)
    typer.echo(f"{where}: {what}\n{follows}\nTry: {advice}", err=True)


def _report_defect(error: Exception) -> None:
    """Name the kind and the place of a defect, and nothing of what the sheet says."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}" if trace else ""
    typer.echo(
        f"ok-match {version('ok-match')}: a defect of ours, {type(error).__name__}{place}.\n"
        "Nothing was written.\n"
        "Try: report these lines; with OK_MATCH_TRACEBACK=1 set, the full trace is shown"
        " (look through it before sharing: it may hold answers).",
        err=True,
    )
