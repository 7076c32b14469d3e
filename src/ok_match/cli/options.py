"""The arguments and options that several commands share, and how their values are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ok_match.similarity import TextModel

SheetArgument = Annotated[
    Path, typer.Argument(metavar="SHEET", help="The answers: a CSV or Excel file, as downloaded.")
]
ProgramOption = Annotated[
    Path | None,
    typer.Option("--program", "-p", metavar="FILE", help="What you want of this season (program.toml)."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen."),
]
ModelOption = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="A text model of your own: a sentence-transformers folder with ONNX weights."),
]
PageFormatOption = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="terminal, json or markdown. [default: terminal]")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace the output file if it is there already.")]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 5 if anybody is left over or a warning stands.")
]


def read_model(folder: Path | None) -> TextModel | None:
    """Open a text model of the user's own, or give ``None`` for the one that comes with the package."""
    if folder is None:
        return None
    from ok_match.similarity import open_model

    return open_model(folder)


#: What a file's ending says about the format wanted in it.
ENDINGS = {".json": "json", ".md": "markdown", ".csv": "csv", ".txt": "terminal"}


def chosen_format(asked: str | None, output: Path | None, known: list[str]) -> str:
    """Choose the format: the one asked for, else the one that the output file's ending means."""
    if output and not asked and output.suffix and output.suffix.casefold() not in ENDINGS:
        raise typer.BadParameter(
            f"{output.suffix} says no format that can be written. End the name in one of: {', '.join(ENDINGS)}."
        )
    wanted = asked or (ENDINGS.get(output.suffix.casefold()) if output else None) or "terminal"
    if wanted not in known:
        raise typer.BadParameter(f"there is no format {wanted} here. Use one of: {', '.join(known)}.")
    return wanted


def parse_size(text: str) -> tuple[int, int]:
    """Read ``6-10``, or ``8`` for exactly eight."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*(?:(?:-|–|\.\.|to)\s*(\d{1,4})\s*)?", text)
    if not match:
        raise typer.BadParameter(f"--size {text} is not a size. Write it like 6-10, or 8 for exactly eight.")
    low, high = int(match[1]), int(match[2] or match[1])
    if low < 2 or high < low:
        raise typer.BadParameter(f"--size {text}: the smaller size comes first, and a cohort has at least 2.")
    return low, high
