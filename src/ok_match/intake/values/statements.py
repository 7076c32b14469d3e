"""Answers cut into the options that were ticked, and into the single things that somebody wrote."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ok_match.intake.files.cleaning import is_answer

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W\d_])|\n+|;\s+")
_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\(?\d{1,2}[.)])\s+")
#: An abbreviation, whose full stop ends no sentence.
_ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|mr|mrs|ms|dr|st|no|inc|co|ltd)|\b[a-z])\.$", re.IGNORECASE)
#: An option with a comma, in quotation marks; and a comma without a space, which no option has inside.
_QUOTED = re.compile(r'(?:^|,)\s*"[^"]*,[^"]*"\s*(?:,|$)')
_TIGHT = re.compile(r",(?=\S)")
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
    """The options ticked in each cell of a multiple-choice column, without repetitions.

    The separator is learned from the whole column: a semicolon, line break or bar if the column uses one, else a
    comma. An option with a comma inside is recognised by quotation marks around it, by the space behind its comma
    where the separator has none, or else by its parts, which never occur without each other.
    """
    commas = sum("," in cell for cell in cells)
    counts = {mark: sum(mark in cell for cell in cells) for mark in (";", "\n", "|")}
    # A mark that only a write-in or two hold is not what separates the options.
    separator = next((mark for mark, count in counts.items() if count and 3 * count >= commas), None)
    if separator is not None:
        return [_unique(cell.split(separator)) for cell in cells]
    if any(_QUOTED.search(cell) for cell in cells):
        return [_unique(next(csv.reader([cell.replace("\n", " ")], skipinitialspace=True), [])) for cell in cells]
    tight = sum(bool(_TIGHT.search(cell)) for cell in cells)
    if 3 * tight >= commas > 0:
        return [_unique(_TIGHT.split(cell)) for cell in cells]
    rows = [[piece.strip() for piece in cell.split(",")] for cell in cells]
    glued = _glued(rows)
    return [_unique(_glue(row, glued)) for row in rows]


def _glued(rows: list[list[str]]) -> set[tuple[str, str]]:
    """The neighbours at a comma that belong to the same option."""
    single = Counter(piece for row in rows for piece in row)
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    return {
        (left, right)
        for (left, right), count in pairs.items()
        if single[right] == count and (right[:1].islower() or (single[left] == count and count > 2))
    }


def _glue(row: list[str], glued: set[tuple[str, str]]) -> list[str]:
    """The pieces of a cell, with those that belong together joined again."""
    pieces = row[:1]
    for left, right in pairwise(row):
        if (left, right) in glued:
            pieces[-1] = f"{pieces[-1]}, {right}"
        else:
            pieces.append(right)
    return pieces


def _unique(pieces: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.strip() for piece in pieces if is_answer(piece.strip())))
