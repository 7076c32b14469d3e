"""The words for how people are tied to somebody, how firmly they ask, and that they ask nothing.

The words are in ``cues.toml``, beside this file.
"""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ok_match.model import Strength

_CUES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


class Tie(NamedTuple):
    """What ties two people: a stable code, how firmly it asks to keep them apart, and the words that show it.

    ``plain`` ties count in any answer; the others only where the answer is about whom to keep apart, or says that the
    other applies too.
    """

    code: str
    strength: Strength
    plain: bool
    cue: re.Pattern[str]


def any_of(cues: Sequence[str]) -> re.Pattern[str]:
    """A pattern that matches any of several cues."""
    return re.compile("|".join(f"(?:{cue})" for cue in cues), re.IGNORECASE)


def straight(text: str) -> str:
    """A text with straight apostrophes, as the cues have them; every letter keeps its position."""
    return text.replace("’", "'")


TIES = tuple(Tie(tie["code"], Strength(tie["strength"]), tie["plain"], any_of(tie["cues"])) for tie in _CUES["ties"])
PRESENT, APART, FIRM, HEDGE, QUALM, WELCOME, UNEASE, SOMEBODY, COMPANY = (
    any_of(_CUES[name])
    for name in ("present", "apart", "firm", "hedge", "qualm", "welcome", "unease", "somebody", "company")
)
NOBODY = re.compile(_CUES["nobody"], re.IGNORECASE | re.VERBOSE | re.DOTALL)
#: In answers that say no more than "nobody".
PLAIN_WORDS = frozenset(_CUES["plain_words"].split())
PLAIN_IDIOMS = any_of(_CUES["plain_idioms"])
KIND_OPENINGS: tuple[str, ...] = tuple(_CUES["kind_openings"])
#: Roles that stand for a name.
ROLE = f"(?:{'|'.join(_CUES['roles'])})"
#: "No one but Greg", "anyone except Greg is fine": what follows is meant all the same.
EXCEPT = re.compile(
    r"\b(?:(?:any|every|no)[- ]?(?:one|body)|none)\b.{0,20}?"
    r"\b(?:but|except(?: for)?|other than|apart from|besides|save|bar)\b",
    re.IGNORECASE,
)
#: "Not Ivan himself": an exception from what was asked.
SPARED = re.compile(r"\bnot (?P<who>[^,.;:!?]{2,40}?),? (?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE)
