"""Answers cut into the options that were ticked, and into the single things that somebody wrote."""

import re
from collections.abc import Sequence

from ok_match.intake.columns.choices.pieces import cut
from ok_match.intake.files.cleaning import is_answer

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W\d_])|\n+|;\s+")
_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\(?\d{1,2}[.)])\s+")
#: An abbreviation, whose full stop ends no sentence.
_ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|mr|mrs|ms|dr|st|no|inc|co|ltd)|\b[a-z])\.$", re.IGNORECASE)
#: Shorter pieces of an answer, in characters, are too little to quote and stay with their neighbour.
_LEAST = 12


def statements_in(answer: str) -> tuple[str, ...]:
    """The statements in an answer: sentences, lines, list items. Each stands verbatim in the answer."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for end in _SENTENCE_END.finditer(answer):
        if _ABBREVIATED.search(answer[start : end.start()]) and "\n" not in end.group():
            continue
        pieces.append((start, end.start()))
        start = end.end()
    pieces.append((start, len(answer)))
    joined: list[tuple[int, int]] = []
    for first, last in pieces:
        short = joined and min(last - first, joined[-1][1] - joined[-1][0]) < _LEAST
        if short and "\n" not in answer[joined[-1][1] : first]:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    texts = (_BULLET.sub("", answer[first:last]).strip() for first, last in joined)
    return tuple(text for text in texts if is_answer(text))


def ticked(cells: Sequence[str]) -> list[tuple[str, ...]]:
    """The options ticked in each cell of a multiple-choice column, without repetitions (see ``cut``)."""
    return cut(cells).options
