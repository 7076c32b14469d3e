"""The files of a season, opened by path: the sheet, the program, and the records of earlier runs."""

from __future__ import annotations

from hashlib import sha256
from os import PathLike
from pathlib import Path

from ok_match.errors import ProgramError, RecordError
from ok_match.model import Followed, Program, Record, Sheet

from .following import follow, with_followed
from .history import with_history
from .reopening import insist_on_whole
from .saved import read_record


def open_sheet(path: str | PathLike[str]) -> Sheet:
    """A sheet from a CSV or Excel file, as it was downloaded.

    Raises
    ------
    OSError
        If the file cannot be read. What it holds is judged by ``check`` and ``match``.
    """
    path = Path(path)
    return Sheet(path.name, path.read_bytes())


def open_program(path: str | PathLike[str]) -> Program:
    """A program from a TOML file, with the lists of themes and the records that it names.

    Files that the program names are looked for in its own folder.

    Raises
    ------
    OSError
        If one of the files cannot be read.
    ProgramError
        If the program or its themes are not UTF-8 text, are not TOML, or hold an unknown key or an impossible value.
    RecordError
        If a record that it names cannot be read back.
    """
    path = Path(path)
    program = Program.from_toml(_program_text(path), path.name, lambda named: _program_text(path.parent / named))
    program = with_followed(program, lambda named: open_followed(path.parent / named))
    return with_history(program, lambda named: open_record(path.parent / named))


def open_record(path: str | PathLike[str]) -> Record:
    """A finished run from the JSON file that it was saved in.

    Raises
    ------
    OSError
        If the file cannot be read.
    RecordError
        If the file is not a record, or not a complete one.
    """
    path = Path(path)
    return _record_in(path.read_bytes(), path.name)


def open_followed(path: str | PathLike[str]) -> Followed:
    """The cohorts of a finished run, for ``Program.follow``: the next cohorts keep their labels and names.

    Raises
    ------
    OSError
        If the file cannot be read.
    RecordError
        If the file is not a record, or not a complete one.
    """
    path = Path(path)
    content = path.read_bytes()
    return follow(_record_in(content, path.name), path.name, sha256(content).hexdigest())


def _record_in(content: bytes, name: str) -> Record:
    try:
        record = read_record(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise RecordError(
            name,
            "is not UTF-8 text, so it is not a record.",
            "Nothing was read from it.",
            "use the file that `ok-match match SHEET -o record.json` wrote, unchanged.",
        ) from None
    insist_on_whole(record, name)
    return record


def _program_text(path: Path) -> str:
    """The text of a program, or of a file that belongs to it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProgramError(
            path.name, "is not UTF-8 text.", "Nothing was matched.", "save it as UTF-8 in your text editor."
        ) from None
