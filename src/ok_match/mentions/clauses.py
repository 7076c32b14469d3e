"""Cuts an answer into clauses and joins to each that names somebody those that only go on about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .referents import Referent
from .sentences import sentences_in

_CLAUSE = re.compile(
    r"\s+(?=(?:but|though|although|however)\b)|,?\s+(?=and (?:preferably|ideally|maybe|also|not|no|definitely)\b)"
    r"|,\s+(?=(?:not|no|nor|do|just|only|preferably|ideally|definitely|also)\b)",
    re.IGNORECASE,
)
#: A clause about all the rest.
_OTHERS = re.compile(
    r"\b(?:any ?(?:one|body)|every ?(?:one|body)|whoever|the (?:rest|others)|others|otherwise|else)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Group:
    """Clauses about the same people.

    Attributes
    ----------
    start, end : int
        Where the clauses stand in the answer.
    text : str
        What they say.
    about : str
        The same without what is said of everybody else ("otherwise anyone is fine").
    sentence : str
        The whole sentences that they stand in, verbatim.
    referents : tuple of Referent
        Whom they name.
    """

    start: int
    end: int
    text: str
    about: str
    sentence: str
    referents: tuple[Referent, ...]


def grouped(text: str, referents: Sequence[Referent]) -> tuple[Group, ...]:
    """Group the clauses of an answer; what names nobody belongs to what goes before it, or else after it."""
    spans = sentences_in(text)
    clauses = [
        (start, end, sentence)
        for sentence in spans
        for start, end in _clauses(text, sentence[0], sentence[1], referents)
    ]
    if not referents:
        return tuple(Group(start, end, text[start:end], text[start:end], text[start:end], ()) for start, end in spans)
    groups: list[list[tuple[int, int, tuple[int, int]]]] = []
    bearing = False
    for clause in clauses:
        names = any(clause[0] <= one.start < clause[1] for one in referents)
        if groups and (not names or not bearing):
            groups[-1].append(clause)
        else:
            groups.append([clause])
        bearing = bearing or names
    return tuple(_group(text, group, referents) for group in groups)


def _group(text: str, clauses: list[tuple[int, int, tuple[int, int]]], referents: Sequence[Referent]) -> Group:
    start, end = clauses[0][0], clauses[-1][1]
    first, last = clauses[0][2][0], clauses[-1][2][1]
    told = [
        text[a:b]
        for a, b, _ in clauses
        if any(a <= one.start < b for one in referents) or not _OTHERS.search(text[a:b])
    ]
    return Group(
        start=start,
        end=end,
        text=text[start:end],
        about=" - ".join(told),
        sentence=text[first:last],
        referents=tuple(one for one in referents if start <= one.start < end),
    )


def _clauses(text: str, start: int, end: int, referents: Sequence[Referent]) -> list[tuple[int, int]]:
    cuts = [
        (start + cut.start(), start + cut.end())
        for cut in _CLAUSE.finditer(text[start:end])
        if not any(one.start < start + cut.end() and start + cut.start() < one.end for one in referents)
    ]
    starts = [start, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
