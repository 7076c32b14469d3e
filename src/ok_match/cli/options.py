"""The arguments and options that several commands share, and what their values mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .usage import UsageError

if TYPE_CHECKING:
    from ok_match import Crossing, Program, Sizes, TextModel

SheetArgument = Annotated[
    Path, typer.Argument(metavar="SHEET", help="The answers: a CSV or Excel file, as downloaded.")
]
ProgramOption = Annotated[
    Path | None,
    typer.Option("--program", "-p", metavar="FILE", help="Your program file: what you want of this season."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file instead of the screen; its ending says the format."
    ),
]
ModelOption = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="A text model of your own: a sentence-transformers folder with ONNX weights."),
]
PageFormatOption = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="terminal, json or markdown. [default: terminal]")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace the output file if it already exists.")]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 5 if somebody has no seat or a warning stands.")
]
AcceptOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="A decision made as check proposes it; may be repeated. As accept in a program."),
]


def accepting(program: Program, codes: Sequence[str] | None) -> Program:
    """The program with more decisions made as ok-match proposes.

    Raises
    ------
    ProgramError
        If there is no problem of such a code.
    """
    return program.accepting(tuple(codes)) if codes else program


def read_model(folder: Path | None) -> TextModel | None:
    """The user's own text model, or ``None`` for the one that comes with the package."""
    if folder is None:
        return None
    from ok_match import open_model

    return open_model(folder)


#: What a file's ending says about the format wanted in it.
ENDINGS = {".json": "json", ".md": "markdown", ".csv": "csv", ".txt": "terminal"}


def wished_format(asked: str | None, output: Path | None) -> str | None:
    """The format that was asked for, else the one that the output file's ending means."""
    return asked or (ENDINGS.get(output.suffix.casefold()) if output else None)


def chosen_format(asked: str | None, output: Path | None, known: Collection[str]) -> str:
    """The format that was wished for, or the terminal's, if it is one of the known.

    Raises
    ------
    UsageError
        If it is not.
    """
    if output and not asked and output.suffix and output.suffix.casefold() not in ENDINGS:
        raise UsageError(
            f"{output.suffix} is the ending of no known format.", f"End the name in one of: {', '.join(ENDINGS)}."
        )
    wanted = wished_format(asked, output) or "terminal"
    if wanted not in known:
        raise UsageError(f"there is no format {wanted} here.", f"Use one of: {', '.join(known)}.")
    return wanted


def read_crossing(how: str) -> Crossing:
    """How firmly cohorts cross industry lines.

    Raises
    ------
    UsageError
        If there is no such way.
    """
    from ok_match import Crossing

    if how not in set(Crossing):
        raise UsageError(f"--crossing {how} is not possible.", f"Use one of: {', '.join(Crossing)}.")
    return Crossing(how)


#: The most people that a cohort may have.
LARGEST = 1000


def read_sizes(size: str | None, cohorts: int | None) -> Sizes | None:
    """The sizes that ``--size`` or ``--cohorts`` asks for, if either is given."""
    from ok_match import Sizes

    if size is not None and cohorts is not None:
        raise UsageError("--size and --cohorts exclude each other.", "Give one of them.")
    if cohorts is not None:
        return Sizes(count=cohorts)
    return None if size is None else parse_size(size)


def parse_size(text: str) -> Sizes:
    """The sizes that a range such as ``6-10``, or ``8`` for exactly eight, stands for."""
    from ok_match import Sizes

    match = re.fullmatch(r"\s*(\d{1,4})\s*(?:(?:-|–|\.\.|to)\s*(\d{1,4})\s*)?", text)
    if not match:
        raise UsageError(f"--size {text} is not a size.", "Write it like 6-10, or 8 for exactly eight.")
    low, high = int(match[1]), int(match[2] or match[1])
    if not 2 <= low <= high <= LARGEST:
        raise UsageError(
            f"--size {text}: the smaller size comes first, and a cohort has 2 to {LARGEST} people.",
            "Write it like 6-10, or 8 for exactly eight.",
        )
    return Sizes(min=low, max=high)
