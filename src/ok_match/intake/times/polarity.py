"""Which way round a question about times is asked: for those at which people can come, or cannot."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from ok_match.model import Asks

from .vocabulary import plain

_CUES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _any_of(sense: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _CUES[sense]))


_CANNOT, _CAN, _BAN, _ASIDE, _DOUBLE, _ELSE, _UNTICK, _UNCLEAR = map(
    _any_of, ("cannot", "can", "ban", "aside", "double", "else", "untick", "unclear")
)
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_SENTENCES = re.compile(r"[.?!;:()\[\]\n]|\s-\s|, so (?=tell|please|which|when|what)")
_TOLD = re.compile(r"\b(?:tick|check|mark|select|choose|list|put|enter|write|give|tell|cross|strike|block)\b")


@lru_cache(maxsize=4096)
def asked(question: str) -> Asks | None:
    """Which times a question asks for; ``None`` where it seems to ask for both, or does not tell."""
    text = plain(_HUMP.sub(" ", question))
    sentences = [part for part in _SENTENCES.split(text) if part.strip()]
    kinds = [_of_sentence(sentence) for sentence in sentences]
    if Asks.CANNOT not in kinds:
        return None if Asks.CAN not in kinds and any(map(_UNCLEAR.search, sentences)) else Asks.CAN
    if Asks.CAN not in kinds:
        return Asks.CANNOT
    # "When are you available? Tick the times you cannot make": what is to be ticked decides.
    told = [k for k, s in zip(kinds, sentences, strict=True) if k and _TOLD.search(s)]
    if told and len(set(told)) == 1:
        return told[0]
    return None


def _of_sentence(sentence: str) -> Asks | None:
    if _UNTICK.search(sentence):
        # "Untick the times you cannot make": those that stay ticked are possible.
        return Asks.CAN
    bare = _ASIDE.sub(" ", _BAN.sub(" ", _ELSE.sub(" ", sentence)))
    said = _DOUBLE.sub(" free ", bare)
    if _CANNOT.search(said):
        return Asks.CANNOT
    return Asks.CAN if _CAN.search(said) else None
