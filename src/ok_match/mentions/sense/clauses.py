"""An answer cut into clauses, and the clauses gathered into passages about the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ok_match.mentions.prose import sentences_in

#: The number of characters of an answer that are read; the rest is left to the facilitator.
LONGEST = 3000
_BEFORE_CLAUSE = re.compile(
    r"\s+(?=(?:but|though|although|however)\b)|,?\s+(?=and (?:preferably|ideally|maybe|also|not|no|definitely)\b)"
    r"|,\s+(?=(?:not|no|nor|do|just|only|preferably|ideally|definitely|also)\b)",
    re.IGNORECASE,
)
#: A clause about everybody else.
_OTHERS = re.compile(
    r"\b(?:any ?(?:one|body)|every ?(?:one|body)|whoever|the (?:rest|others)|others|otherwise|else)\b", re.I
)


class Span(Protocol):
    """Anything with a start and an end in the text: here, the words that name somebody."""

    @property
    def start(self) -> int:
        """The position of its first character."""
        ...

    @property
    def end(self) -> int:
        """The position after its last character."""
        ...


class Clause(NamedTuple):
    """The span of a clause, and the span of the sentence that it stands in."""

    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive clauses about the same people.

    Attributes
    ----------
    start, end : int
        The span of the clauses in the answer.
    text : str
        The clauses, verbatim.
    about : str
        The clauses without those about everybody else ("otherwise anyone is fine").
    sentence : str
        The whole sentences that the clauses stand in, verbatim.
    """

    start: int
    end: int
    text: str
    about: str
    sentence: str

    def holds(self, name: Span) -> bool:
        """Whether a name begins in the passage."""
        return self.start <= name.start < self.end


def passages_in(text: str, names: Sequence[Span]) -> tuple[Passage, ...]:
    """The passages of an answer; a clause that names nobody belongs to the one before it, or else after it."""
    if not names:
        return tuple(
            Passage(start, end, text[start:end], text[start:end], text[start:end]) for start, end in sentences_in(text)
        )
    passages: list[list[Clause]] = []
    named_before = False
    for clause in clauses_in(text, names):
        named = any(clause.start <= name.start < clause.end for name in names)
        if passages and not (named and named_before):
            passages[-1].append(clause)
        else:
            passages.append([clause])
        named_before = named_before or named
    return tuple(_passage(text, clauses, names) for clauses in passages)


def clauses_in(text: str, names: Sequence[Span]) -> list[Clause]:
    """The clauses of an answer in order; no cut falls inside a name."""
    return [
        Clause(start, end, sentence) for sentence in sentences_in(text) for start, end in _cut(text, *sentence, names)
    ]


def _passage(text: str, clauses: list[Clause], names: Sequence[Span]) -> Passage:
    start, end = clauses[0].start, clauses[-1].end
    about = [
        text[clause.start : clause.end]
        for clause in clauses
        if any(clause.start <= name.start < clause.end for name in names)
        or not _OTHERS.search(text[clause.start : clause.end])
    ]
    return Passage(
        start=start,
        end=end,
        text=text[start:end],
        about=" - ".join(about),
        sentence=text[clauses[0].sentence[0] : clauses[-1].sentence[1]],
    )


def _cut(text: str, start: int, end: int, names: Sequence[Span]) -> list[tuple[int, int]]:
    cuts = [
        (start + cut.start(), start + cut.end())
        for cut in _BEFORE_CLAUSE.finditer(text[start:end])
        if not any(name.start < start + cut.end() and start + cut.start() < name.end for name in names)
    ]
    starts = [start, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), end]
    return [(first, last) for first, last in zip(starts, ends, strict=True) if text[first:last].strip()]
