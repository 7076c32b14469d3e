"""Where a result goes: to the screen, to a pipe, or whole into a file."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from .usage import UsageError

if TYPE_CHECKING:
    from ok_match import Record
    from ok_match.render import Result


def present(
    result: Result, form: str, output: Path | None, *, force: bool = False, record: Record | None = None
) -> None:
    """Show a result on the screen, set for its width, or write it in the form that was asked for.

    ``record`` is the one that a page about a seat was made from.
    """
    from ok_match import to_text

    if form == "terminal" and output is None and is_screen(sys.stdout):
        from ok_match.render import document, terminal

        width = shutil.get_terminal_size((100, 40)).columns
        emit(terminal(document(result, record), width, colour=not os.environ.get("NO_COLOR")))
    else:
        deliver(to_text(result, form, record), output, force=force, mark=form == "csv")


def is_screen(stream: TextIO) -> bool:
    """Whether a stream is shown on a terminal that can do more than print lines."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def refuse_overwriting(output: Path | None, *, force: bool) -> None:
    """Reject, before any work is done, an output file that cannot or must not be written.

    Raises
    ------
    UsageError
        If it is a folder, lies in no folder, or exists already and ``force`` is not set.
    """
    if output is None:
        return
    if output.is_dir():
        raise UsageError(f"{output} is a folder.", "Name the file to write in it.")
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent}.", "Make it first.")
    if output.exists() and not force:
        raise UsageError(f"{output} already exists and was left alone.", "Add --force to replace it.")


def deliver(text: str, output: Path | None, *, force: bool = False, mark: bool = False) -> None:
    """Write a text to its file, whole or not at all, or to standard output.

    ``mark`` puts a byte-order mark before text that spreadsheet programs would otherwise misread.
    """
    if output is None:
        emit(text)
        return
    handle, name = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8-sig" if mark else "utf-8"))
        refuse_overwriting(output, force=force)
        temporary.replace(output)
    finally:
        temporary.unlink(missing_ok=True)
    typer.echo(f"Wrote {output}", err=True)


def emit(text: str) -> None:
    """Write to standard output as UTF-8, whatever the machine's own encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
