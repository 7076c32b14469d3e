"""Which way round a question about times is asked: for those at which people can come, or cannot."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ok_match.model import Asks

from .vocabulary import plain

#: What not to tick is said beside the question, not by it.
_BAN = re.compile(
    r"\b(?:please )?(?:do not|don't|never) (?:tick|select|check|mark|choose|include|list|pick|enter)\b[^.?!;:()\[\]]*"
)
#: What is said about how to fill in the form is not the question itself.
_ASIDE = re.compile(
    r"\b(?:if|unless|leave|skip|even|because|in case|so that|we will|we'll|otherwise|note)\b[^.?!;:()\[\]]*|\bn/a\b"
)
_CUES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_CANNOT, _CAN = (re.compile("|".join(_CUES[sense])) for sense in ("cannot", "can"))


def asked(question: str) -> Asks | None:
    """Which times a question asks for; ``None`` where it seems to ask for both."""
    text = plain(question)
    sentences = [part for part in re.split(r"[.?!;:()\[\]\n]|\s-\s", text) if part.strip()]
    kinds = [_of_sentence(sentence) for sentence in sentences]
    if Asks.CANNOT not in kinds:
        return Asks.CAN
    if Asks.CAN not in kinds:
        return Asks.CANNOT
    # "When are you available? Tick the times you cannot make": what is to be ticked decides.
    told = [
        k
        for k, s in zip(kinds, sentences, strict=True)
        if k and re.search(r"\b(?:tick|check|mark|select|choose|list|put|enter|write|give|tell)\b", s)
    ]
    if told and len(set(told)) == 1:
        return told[0]
    return None


def _of_sentence(sentence: str) -> Asks | None:
    bare = _ASIDE.sub(" ", _BAN.sub(" ", sentence))
    if _CANNOT.search(bare):
        return Asks.CANNOT
    return Asks.CAN if _CAN.search(bare) else None
