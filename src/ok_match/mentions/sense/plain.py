"""Whether an answer says nothing but "nobody", or that all are fine: any other word may be about somebody."""

from __future__ import annotations

import re
from functools import lru_cache

from .cues import PLAIN_IDIOMS, PLAIN_WORDS, straight

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@lru_cache(maxsize=20_000)
def says_no_more_than_nobody(text: str) -> bool:
    """Whether every word of an answer that names nobody is one in which people say "nobody" or "all fine".

    "Whoever runs the other deli" begins as "whoever you like" does: what it adds is about somebody.
    """
    rest = PLAIN_IDIOMS.sub(" ", straight(text).casefold())
    return all(word in PLAIN_WORDS for word in _WORD.findall(rest))
