"""The names that a facilitator gives to cohorts: as arguments, or in a file with a line for each."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from .files import opened
from .usage import UsageError

_GIVEN = re.compile(r"(?:cohort\s+)?(?P<label>[^=:,;\s]+)\s*=\s*(?P<name>.*)", re.IGNORECASE)
#: Longer than this, a name is no name but a description.
LONGEST = 80


def read_names(given: Sequence[str]) -> dict[str, str]:
    """Label to name, from arguments ``1=The river``, or from files of such lines or of lines ``1,The river``.

    Raises
    ------
    UsageError
        If an argument is neither, a name is empty or too long, or two cohorts have one label or one name.
    """
    pairs: list[tuple[str, str]] = []
    for argument in given:
        match = _GIVEN.fullmatch(argument.strip())
        pairs += [_pair(match["label"], match["name"])] if match else _lines(Path(argument))
    for what, values in (("label", [label for label, _ in pairs]), ("name", [name.casefold() for _, name in pairs])):
        twice = next((value for index, value in enumerate(values) if value in values[:index]), None)
        if twice is not None:
            raise UsageError(f'--names gives the {what} "{twice}" twice.', "Leave one out.")
    return dict(pairs)


def _lines(path: Path) -> list[tuple[str, str]]:
    """The labels and names in a file."""
    if not path.exists():
        raise UsageError(
            f"--names {path} is neither a name nor a file.",
            'Write it like "1=The river", or name a file of such lines.',
        )
    try:
        text = opened(path, Path.read_bytes).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8 text.", "Save it as CSV UTF-8, or as plain text.") from None
    pairs = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith(("#", "[")):
            continue
        match = _GIVEN.fullmatch(line.strip())
        cells = [match["label"], match["name"]] if match else _cells(line)
        if len(cells) != 2:
            raise UsageError(f"{path}, line {number} names no cohort.", 'Write it like "1 = The river".')
        if number == 1 and not match and cells[0].casefold() in {"label", "cohort"}:
            continue
        pairs.append(_pair(*cells))
    return pairs


def _cells(line: str) -> list[str]:
    """The cells of a line, as spreadsheets write it."""
    delimiter = max(",;\t", key=line.count)
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter)) if cell.strip()]


def _pair(label: str, name: str) -> tuple[str, str]:
    """A label and a name without what people put around them."""
    label = re.sub(r"^cohort\s+", "", label.strip().strip("\"'"), flags=re.IGNORECASE)
    name = " ".join(name.split())
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1].strip()
    if not name or len(name) > LONGEST:
        raise UsageError(f"--names gives cohort {label} a name of {len(name)} letters.", f"Use 1 to {LONGEST}.")
    return label, name
