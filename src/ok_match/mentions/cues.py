"""The words by which people say how they are bound to somebody, how firmly they ask, and that they ask nothing.

The words stand in ``conflict_cues.toml``, beside this file.
"""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ok_match.model import Strength

_CUES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


class Bond(NamedTuple):
    """How two people are bound: a stable code, how firmly it asks to keep them apart, and the words that tell it.

    ``plain`` bonds are told in any answer; the others only where the answer is about whom to keep apart, or says
    that the other applies too.
    """

    code: str
    strength: Strength
    plain: bool
    cue: re.Pattern[str]


def any_of(cues: Sequence[str]) -> re.Pattern[str]:
    """Match any of several cues."""
    return re.compile("|".join(f"(?:{cue})" for cue in cues), re.IGNORECASE)


def straight(text: str) -> str:
    """Straighten the apostrophes of a text, as the cues have them; every letter keeps its place."""
    return text.replace("’", "'")


BONDS = tuple(
    Bond(bond["code"], Strength(bond["strength"]), bond["plain"], any_of(bond["cues"])) for bond in _CUES["bonds"]
)
PRESENT, APART, FIRM, HEDGE, QUALM, WELCOME, UNEASE, SOMEBODY, COMPANY = (
    any_of(_CUES[name])
    for name in ("present", "apart", "firm", "hedge", "qualm", "welcome", "unease", "somebody", "company")
)
NOBODY = re.compile(_CUES["nobody"], re.IGNORECASE | re.VERBOSE | re.DOTALL)
KIND_OPENINGS: tuple[str, ...] = tuple(_CUES["kind_openings"])
#: A role that somebody may be called by.
ROLE = f"(?:{'|'.join(_CUES['roles'])})"
#: "No one but Greg", "anyone except Greg is fine": what follows is meant all the same.
EXCEPT = re.compile(
    r"\b(?:(?:any|every|no)[- ]?(?:one|body)|none)\b.{0,20}?"
    r"\b(?:but|except(?: for)?|other than|apart from|besides|save|bar)\b",
    re.IGNORECASE,
)
#: "Not Ivan himself": an exception from what was asked.
SPARED = re.compile(r"\bnot (?P<who>[^,.;:!?]{2,40}?),? (?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE)
