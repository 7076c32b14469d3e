"""Whatever stops a command becomes a message on standard error and an exit code: as text, or as JSON for scripts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ok_match import OkMatchError, PredicamentError

from .codes import ATTENTION, DEFECT, DONE, IMPOSSIBLE, INTERRUPTED, USAGE
from .options import wished_format
from .usage import UsageError

#: What Click raises for wrong usage. Typer may bring a Click of its own, and exports only a child of this class.
CLICK_USAGE: type = typer.BadParameter.__mro__[1]
#: The exit code of each kind of error; all others ask for attention.
CODES = {"usage": USAGE, "defect": DEFECT, "interrupted": INTERRUPTED, "impossible": IMPOSSIBLE}


class Commands(TyperGroup):
    """All commands, and how they end."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002 - the process always ends here
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and end the process with its exit code."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except Exception as error:
            if isinstance(error, typer.Abort | OkMatchError | CLICK_USAGE) or not os.environ.get("OK_MATCH_TRACEBACK"):
                sys.exit(_complain(error, as_json=self._wants_json(sys.argv[1:] if args is None else args)))
            raise
        sys.exit(code)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that the arguments name."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of our output has gone, as `head` does; there is nobody left to tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(DONE) from None
        except KeyboardInterrupt:
            raise typer.Abort from None

    def _wants_json(self, args: Sequence[str]) -> bool:
        """Whether the arguments ask for JSON, however wrong the rest of them is.

        They are read by a stand-in for all commands, which knows every option and overlooks every fault.
        """
        options = {
            option.name: option
            for command in self.commands.values()
            for option in command.params
            if option.param_type_name == "option"
        }
        anything = TyperCommand("anything", params=[*options.values()])
        lenient = anything.make_context("anything", [*args], resilient_parsing=True, ignore_unknown_options=True)
        output = lenient.params.get("output")
        return wished_format(lenient.params.get("format_"), Path(output) if output else None) == "json"


def _complain(error: Exception, *, as_json: bool) -> int:
    """Report an error on standard error, and return the exit code."""
    parts = described(error)
    if as_json:
        typer.echo(json.dumps({"error": parts}, ensure_ascii=False, indent=2), err=True)
    elif parts["kind"] == "usage":
        error.show()  # type: ignore[attr-defined]
    elif parts["kind"] == "interrupted":
        typer.echo("Stopped. Nothing was written.", err=True)
    else:
        typer.echo(f"{parts['where']}: {parts['what']}\n{parts['follows']}\nTry: {parts['try']}", err=True)
    return CODES.get(str(parts["kind"]), ATTENTION)


def described(error: Exception) -> dict[str, object]:
    """An error as scripts get it: its kind, where, what, what follows, what to try, and the data it carries."""
    match error:
        case PredicamentError():
            return _predicament(error)
        case OkMatchError():
            return _parts(error.kind, error.where, error.what, error.follows, error.advice)
        case typer.Abort():
            return _parts("interrupted", "ok-match", "was stopped.", "Nothing was written.", "run the command again.")
        case _ if isinstance(error, CLICK_USAGE):
            return _usage(error)
    return _defect(error)


def _parts(kind: str, where: str, what: str, follows: str, advice: str) -> dict[str, object]:
    return {"kind": kind, "where": where, "what": what, "follows": follows, "try": advice}


def _predicament(error: PredicamentError) -> dict[str, object]:
    """Why not everybody can be seated, in words and as data: ids, names of rules and numbers, never an answer."""
    # Wording is loaded only now: few runs end here.
    from ok_match.render import predicament_words

    predicament = error.predicament
    return _parts(error.kind, *predicament_words(predicament)) | {
        "obstacle": predicament.obstacle,
        "found": predicament.found,
        "limit": predicament.limit,
        "people": list(predicament.people),
        "rules": list(dict.fromkeys(rule.rule for rule in predicament.rules)),
        "total": predicament.total,
        "waiting": predicament.waiting,
        "reliefs": [relief.model_dump(mode="json") for relief in predicament.reliefs],
    }


def _usage(error: Any) -> dict[str, object]:
    command = error.ctx.command_path if error.ctx else "ok-match"
    if isinstance(error, UsageError):
        return _parts("usage", command, error.what, "Nothing was written.", error.advice)
    own = isinstance(error, typer.BadParameter) and not (error.param or error.param_hint)
    what = error.message if own else error.format_message()
    return _parts("usage", command, what, "Nothing was written.", f"run `{command} --help`.")


def _defect(error: Exception) -> dict[str, object]:
    """The kind and the place of a defect, and nothing that the sheet says."""
    from ok_match import __version__

    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}" if trace else ""
    return _parts(
        "defect",
        f"ok-match {__version__}",
        f"a defect of ours, {type(error).__name__}{place}.",
        "Nothing was written.",
        "report these lines; with OK_MATCH_TRACEBACK=1 set, the full trace is shown"
        " (look through it before sharing: it may hold answers).",
    )
