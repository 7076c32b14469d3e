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
_EDGES = re.compile(r"^(?:[\s.!,;|]|-(?![\d\s-]|$))+|[\s.!,;|]+$")


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


def is_cross(text: str) -> bool:
    """Whether a mark is an x, which says yes or no by what stands beside it."""
    return _plain(text) in _CROSS


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
    every = set(seen.values())
    if ticked := _ticks() & every:
        if ticked & _DRAWN or _is_full(lines, known):
            known |= dict.fromkeys(_CROSS, Mark.NO)
        else:
            # Some wrote "yes", and others an x: it may be either.
            known = {mark: said for mark, said in known.items() if mark not in _CROSS}
    if any(mark.isdecimal() and int(mark) > 1 for mark in every):
        # Ranks, or a scale: 1 may be the best of it, and may be "if need be".
        known.pop("1", None)
    if "f" in every and not every & {"t", "true", "false"}:
        known.pop("f", None)  # "F" and "B": free and busy
    known |= {_plain(mark): said for mark, said in (told or {}).items()}
    own = {"yes": Mark.YES, "no": Mark.NO, "maybe": Mark.NEED}
    known |= {_plain(mark): said for name, said in own.items() for mark in getattr(notation, name)}
    return {text: known[mark] for text, mark in seen.items() if mark in known}


def _is_full(lines: Iterable[frozenset[str]], known: Mapping[str, Mark]) -> bool:
    """Whether an x beside "yes" can only be a no: some lines hold both, no line only x, and no mark else says no."""
    crossed = [line for line in lines if line & _CROSS]
    said = {known.get(mark) for line in lines for mark in line - _CROSS}
    return all(line & _ticks() for line in crossed) and not said & {Mark.NO, Mark.CANNOT}


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    bare = plain(text).replace("\ufe0f", "")
    return " ".join((_EDGES.sub("", bare) or bare).replace("'", "'").split())


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Mark]:
    known = {_plain(word): mark for mark in Mark for word in _LISTS[mark.value]}
    known |= dict.fromkeys(_CROSS, Mark.YES)
    # A yes in brackets is half a yes, as Doodle writes it: "(OK)".
    return {f"({word})": Mark.NEED for word, mark in known.items() if mark in (Mark.YES, Mark.CAN)} | known


@lru_cache(maxsize=1)
def _ticks() -> frozenset[str]:
    return frozenset(map(_plain, _LISTS["ticks"]))
