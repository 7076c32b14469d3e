"""The files that the arguments name. A wrong path is wrong usage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .usage import UsageError

if TYPE_CHECKING:
    from ok_match import Program

Content = TypeVar("Content")


def opened(path: Path, read: Callable[[Path], Content]) -> Content:
    """What a file holds.

    Parameters
    ----------
    read : callable
        Reads the file, and others that it names.

    Raises
    ------
    UsageError
        If one of the files is missing or cannot be read.
    """
    try:
        return read(path)
    except OSError as error:
        wrong = Path(error.filename or path)
        if wrong.is_dir():
            raise UsageError(f"{wrong} is a folder, and a file is needed.", "Name the file itself.") from None
        if isinstance(error, FileNotFoundError):
            raise UsageError(f"there is no file {wrong}.", "Check the spelling and the folder.") from None
        raise UsageError(f"{wrong} cannot be read ({error.strerror}).", "Close it elsewhere, or copy it.") from None


def read_program(path: Path | None) -> Program:
    """The program in a file, or the standing one where no file is named."""
    from ok_match import Program, open_program

    return Program() if path is None else opened(path, open_program)
