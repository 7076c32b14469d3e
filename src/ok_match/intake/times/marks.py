"""Marks in a grid of times: what an x, a tick, "Y" or "if need be" says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from ok_match.model import TimeNotation

from .vocabulary import plain

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_CROSS = frozenset("x×✕")
_EDGES = re.compile(r"^[\s.!]+|[\s.!]+$")


class Mark(StrEnum):
    """What a mark says: yes or no to the question; that somebody can or cannot come; or neither for sure."""

    YES = "yes"
    NO = "no"
    CAN = "can"
    CANNOT = "cannot"
    NEED = "need"
    UNSURE = "unsure"


def marks_of(cells: Iterable[str], notation: TimeNotation) -> Mapping[str, Mark]:
    """What the marks in the cells of one grid mean; cells that hold no known mark are not in it."""
    seen = {text: _plain(text) for text in set(cells)}
    ticked = bool(set(seen.values()) & _ticks())
    known = dict(_known())
    if ticked:
        known |= dict.fromkeys(_CROSS, Mark.NO)
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
