"""Marks in a column that stands for one option: chosen, not chosen, or neither as far as anybody can know.

The marks are in ``marks.toml``, beside this file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

_MARKS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_YES, _NO = frozenset(_MARKS["yes"]), frozenset(_MARKS["no"])
#: What may stand around a mark, and behind it: "[x]", "(Yes)", "Yes!".
_AROUND = re.compile(r"^[\s\"'“”(\[{]+(?=\S)|(?<=\S)[\s\"'“”)\]}!.]+$")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def mark_of(cell: str) -> bool | None:
    """Whether a mark says that an option was chosen; ``None`` where the mark is unknown. An empty cell says no."""
    bare = " ".join(cell.split()).casefold()
    for text in (bare, _AROUND.sub("", bare)):
        if not text or text in _NO:
            return False
        if text in _YES:
            return True
    return None


@lru_cache(maxsize=50_000)
def chosen(cell: str, label: str) -> bool | None:
    """Whether a cell chooses the option of its column, by a mark or by repeating the option; ``None`` if unclear."""
    # An option may be called "Yes" or "None": the cell that repeats it chooses it.
    return True if cell and repeats(cell, label) else mark_of(cell)


@lru_cache(maxsize=50_000)
def repeats(cell: str, label: str) -> bool:
    """Whether a cell is the label of its column once more, in whatever case, spacing and punctuation."""
    key = plain(label)
    return bool(key) and plain(cell) == key


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """The words of a text in lower case; a text without words as it stands."""
    return " ".join(_WORD.findall(text.casefold())) or text.strip().casefold()


def are_repeated(labels: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether every filled cell repeats the label of its column, and some cell is filled."""
    return any(map(any, columns)) and all(
        all(repeats(cell, label) for cell in cells if cell) for label, cells in zip(labels, columns, strict=True)
    )


def share_of_marks(labels: Sequence[str], columns: Sequence[Sequence[str]]) -> float:
    """The share of the filled cells that are known marks or repeat their label; 0 where nobody chose anything."""
    filled = known = ticks = 0
    for label, cells in zip(labels, columns, strict=True):
        for cell in cells:
            if cell:
                filled += 1
                mark = chosen(cell, label)
                known += mark is not None
                ticks += mark is True
    return known / filled if ticks else 0.0
