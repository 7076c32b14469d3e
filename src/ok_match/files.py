"""The facilitator's files, opened by path, and a program file to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import ProgramError, RecordError
from .model import Intake, Program, Record, Sheet, Sizes

if TYPE_CHECKING:
    from .render import Standing


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
    from .season import with_history

    path = Path(path)
    program = Program.from_toml(_program_text(path), path.name, lambda named: _program_text(path.parent / named))
    return with_history(program, lambda named: open_record(path.parent / named))


def open_record(path: str | PathLike[str]) -> Record:
    """A finished run from the JSON file that it was saved in.

    Raises
    ------
    OSError
        If the file cannot be read.
    RecordError
        If it is no record, or not a whole one.
    """
    from .season import read_record

    path = Path(path)
    try:
        return read_record(path.read_bytes().decode("utf-8-sig"), path.name)
    except UnicodeDecodeError:
        raise RecordError(
            path.name,
            "is not UTF-8 text, and so no record.",
            "Nothing was read from it.",
            "use the file that `ok-match match SHEET -o record.json` wrote, unchanged.",
        ) from None


def draft_program(
    intake: Intake,
    *,
    name: str = "",
    season: str = "",
    sizes: Sizes | None = None,
    strengths: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
) -> str:
    """The text of a commented program file for a checked sheet: its columns, sizes, and the rules it can support.

    Parameters
    ----------
    sizes : Sizes, optional
        How large cohorts may be; by default sizes that fit the number of people.
    strengths : mapping, optional
        Standing rule to ``must``, ``should`` or ``off``, where it differs from what stands.
    columns : mapping, optional
        Header to field (or ``ignore``), where the facilitator has decided what a column is.
    """
    from .render import program_file

    sizes = sizes or Sizes.fitting(len(intake.participants))
    return program_file(intake, sizes, standing_rules(), name, season, strengths, columns)


def standing_rules() -> tuple[Standing, ...]:
    """The rules that hold without being written down."""
    from .render import Standing
    from .rules import CARDS, complete

    return tuple(Standing(rule.rule, rule.strength, CARDS[rule.rule].needs) for rule in complete(Program()).rules)


def _program_text(path: Path) -> str:
    """The text of a program, or of a file that belongs to it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProgramError(
            path.name, "is not UTF-8 text.", "Nothing was matched.", "save it as UTF-8 in your text editor."
        ) from None
