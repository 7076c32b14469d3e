"""Cuts an answer into sentences, lines and items, with their places."""

import re

_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+|\n+|;\s*")
#: A sentence that ends like this has not ended.
_UNFINISHED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|st|inc|co|ltd|jr|sr|mgmt|dept)|(?<![^\W\d_])[a-z])\.$", re.I
)


def sentences_in(text: str) -> list[tuple[int, int]]:
    """Give where each sentence, line or item of an answer starts and ends."""
    cuts = [
        (cut.start(), cut.end())
        for cut in _SENTENCE.finditer(text)
        if "\n" in cut[0] or not _UNFINISHED.search(text[max(0, cut.start() - 12) : cut.start()])
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
