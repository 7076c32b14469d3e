"""Marks in a grid of times: what an x, a tick, "Y" or "if need be" says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from ok_match.model import TimeNotation

from .polarity import asked
from .vocabulary import plain

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_CROSS = frozenset("x×✕")
#: Marks beside which an x is a cross, whoever drew it.
_DRAWN = frozenset("✓✔✅☑o●")
_LEGEND = re.compile(
    r"(?:(?<=[\s(,;\[])|^)['\"“]?(?P<mark>[^\W\d_]{1,2}|\d|[^\w\s(,;\[]|yes|no|blank|busy|free)['\"”]?"
    r"\s*(?:=|\bmeans\b|\bstands for\b)\s*"
    r"(?P<words>[^,;()\[\]/=]+?)(?=\s*(?:[,;()\[\]/]|\s\S+\s?=|$))",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s.!,;]+|[\s.!,;]+$")


class Mark(StrEnum):
    """What a mark says: yes or no to the question; that somebody can or cannot come; or neither for sure."""

    YES = "yes"
    NO = "no"
    CAN = "can"
    CANNOT = "cannot"
    NEED = "need"
    UNSURE = "unsure"


def legend(question: str) -> dict[str, Mark]:
    """What a question says that marks stand for: ``x = can't``, ``Y = yes, M = maybe``."""
    told = {}
    for found in _LEGEND.finditer(question):
        mark, words = plain(found["mark"]), _plain(found["words"])
        said = _known().get(words)
        if said is None or said in (Mark.YES, Mark.NO):
            turned = {Mark.YES: Mark.CAN, Mark.NO: Mark.CANNOT}
            said = (
                turned[said]
                if said
                else {"can": Mark.CAN, "cannot": Mark.CANNOT}[asked(f"times you are {words}") or "can"]
            )
        told[mark] = said
    return told


def without_legend(text: str) -> str:
    """A label without what it says that marks stand for."""
    return _LEGEND.sub(" ", text)


def is_mark(text: str) -> bool:
    """Whether a text is a mark that is known."""
    return _plain(text) in _known()


def marks_of(
    rows: Iterable[Iterable[str]], notation: TimeNotation, told: Mapping[str, Mark] | None = None
) -> Mapping[str, Mark]:
    """What the marks in the cells of one grid mean; cells that hold no known mark are not in it.

    Parameters
    ----------
    rows : iterable of iterable of str
        The cells of each line.
    told : mapping, optional
        What the question says that its marks stand for.
    """
    lines = [frozenset(map(_plain, row)) for row in {frozenset(row) for row in rows}]
    seen = {text: _plain(text) for row in rows for text in row}
    known = dict(_known())
    ticked = _ticks() & set(seen.values())
    if ticked & _DRAWN or any(line & _CROSS and line & _ticks() for line in lines):
        known |= dict.fromkeys(_CROSS, Mark.NO)
    elif ticked:
        # Some wrote "yes", and others an x: it may be either.
        known |= dict.fromkeys(_CROSS, Mark.UNSURE)
    known |= {_plain(mark): said for mark, said in (told or {}).items()}
    own = {"yes": Mark.YES, "no": Mark.NO, "maybe": Mark.NEED}
    known |= {_plain(mark): said for name, said in own.items() for mark in getattr(notation, name)}
    return {text: known[mark] for text, mark in seen.items() if mark in known}


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    bare = plain(text).replace("\ufe0f", "")
    return " ".join((_EDGES.sub("", bare) or bare).replace("'", "'").split())


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Mark]:
    known = {_plain(word): mark for mark in Mark for word in _LISTS[mark.value]}
    return known | dict.fromkeys(_CROSS, Mark.YES)


@lru_cache(maxsize=1)
def _ticks() -> frozenset[str]:
    return frozenset(map(_plain, _LISTS["ticks"]))
