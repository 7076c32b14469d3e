"""Reads the files that the arguments name, and writes results beside their place before renaming them."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ok_match.model import Program


def read_bytes(path: Path, what: str) -> bytes:
    """Read a file that an argument names; a wrong path is wrong usage."""
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder, and a file is needed. Name the {what} itself.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise typer.BadParameter(f"there is no file {path}. Check the spelling and the folder.") from None
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be read ({error.strerror}). Close it elsewhere, or copy it.") from None


def read_program(path: Path | None) -> Program:
    """Read a program file, or give the standing program where there is none."""
    from ok_match.errors import ProgramError
    from ok_match.model import Program
    from ok_match.season import read_record, with_history

    if path is None:
        return Program()

    def text_of(file: Path, what: str) -> str:
        try:
            return read_bytes(file, what).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ProgramError(
                file.name, "is not UTF-8 text.", "Nothing was matched.", "save it as UTF-8 in your text editor."
            ) from None

    program = Program.from_toml(
        text_of(path, "program"), path.name, lambda named: text_of(path.parent / named, "list of themes")
    )
    return with_history(program, lambda named: read_record(text_of(path.parent / named, "record"), named))


def refuse_overwriting(output: Path | None, *, force: bool) -> None:
    """Refuse, before any work is done, an output that cannot or must not be written."""
    if output is None:
        return
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder. Name the file to write in it.")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}. Make it first.")
    if output.exists() and not force:
        raise typer.BadParameter(f"{output} is there already and was left alone. Add --force to replace it.")


def deliver(text: str, output: Path | None, *, force: bool, mark: bool = False) -> None:
    """Write a result to its file, whole or not at all, or to standard output.

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
