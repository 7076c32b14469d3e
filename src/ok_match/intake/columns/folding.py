"""Folds the columns of one question into one: grids, matrices, a column a choice, and the words behind "Other"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from .fields import cues, is_platform
from .headers import Header
from .profile import DAYS

#: Fields that a block of contact details is made of: each of its columns is a question of its own.
IDENTITY = ("name", "first_name", "last_name", "email", "organisation", "industry", "role", "town", "phone")
_OTHER = re.compile(r"other\b.*|something else.*|sonstiges|autre.*|otros?", re.IGNORECASE)
#: Marks the column of a question that has another for the words behind "Other".
_WHOLE = "*"
_TEXT_CODE = re.compile(r"_TEXT$")
#: What stands between a question and one of its rows: dashes, arrows, or the full stop of Microsoft Forms.
_DASH = re.compile(r"\s+(?:-|–|—|>>)\s+|(?<=[?:])\.(?=\S)")
_GRADE = re.compile(
    r"[1-9]|10|[1-5]\s*[-–:(].*|[1-5] ?/ ?5|[★☆]+"
    r"|(strongly |somewhat |slightly )?(dis)?agree( strongly| somewhat)?|neutral"
    r"|(not at all|not so|not|slightly|somewhat|fairly|moderately|quite|very|extremely)"
    r" (important|strong|confident|true|good)"
    r"|(very )?(strong|weak|good|poor|high|low)|excellent|average|fair|neither.*",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a column is to its question."""

    WHOLE = "whole"
    ROW = "row"
    CHOICE = "choice"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a question: ``label`` names the row or the choice, and is empty where it is the whole answer."""

    position: int
    label: str = ""
    kind: Kind = Kind.WHOLE


@dataclass(frozen=True, slots=True)
class Question:
    """One question and the columns that hold its answers, left to right; ``text`` may be unknown."""

    text: str
    parts: tuple[Part, ...]


def fold(headers: Sequence[Header], columns: Sequence[Sequence[str]]) -> list[Question]:
    """Find the questions of a sheet.

    Parameters
    ----------
    headers : sequence of Header
        One a column.
    columns : sequence of sequence of str
        The cleaned cells below each.
    """
    named = _dashed(_texts_of_others(headers))
    questions: list[Question] = []
    for _, group in groupby(named, key=lambda h: (h.text, h.position if not h.row else -1)):
        together = list(group)
        if together[0].row:
            questions += _parts_of(together, columns)
        else:
            questions.append(Question(together[0].text, (Part(together[0].position),)))
    return _with_other_words(_runs(questions, columns))


def _with_other_words(questions: list[Question]) -> list[Question]:
    """Join a column that is called only "Other" to the question before it: it holds the words behind that choice."""
    found: list[Question] = []
    for question in questions:
        part = _lone(question)
        before = _lone(found[-1]) if found else None
        if part and before and question.text.casefold() == "other":
            found[-1] = Question(found[-1].text, (before, Part(part.position, question.text, Kind.OTHER)))
        else:
            found.append(question)
    return found


def _texts_of_others(headers: Sequence[Header]) -> list[Header]:
    """Join the column that holds the words behind "Other" to the question before it."""
    found: list[Header] = []
    for header in headers:
        if _TEXT_CODE.search(header.code) and found:
            stem = found[-1].text
            found.append(Header(header.position, stem, "Other", header.code))
            if not found[-2].row:
                found[-2] = Header(found[-2].position, stem, _WHOLE, found[-2].code)
        else:
            found.append(header)
    return found


def _dashed(headers: Sequence[Header]) -> list[Header]:
    """Split ``Question - row`` at the last dash, where neighbours share the question."""
    cuts = [("", "") if header.row else _cut(header.text) for header in headers]
    found = []
    for turn, (header, (stem, row)) in enumerate(zip(headers, cuts, strict=True)):
        beside = [cuts[near][0] for near in (turn - 1, turn + 1) if 0 <= near < len(cuts)]
        found.append(Header(header.position, stem, row, header.code) if stem and stem in beside else header)
    return found


def _cut(text: str) -> tuple[str, str]:
    dashes = list(_DASH.finditer(text))
    return (text[: dashes[-1].start()], text[dashes[-1].end() :]) if dashes else ("", "")


def _parts_of(group: Sequence[Header], columns: Sequence[Sequence[str]]) -> list[Question]:
    """Make one question of columns that share it; or one each, where they are details about a person."""
    details = [max(found[name] for name in IDENTITY) >= 90 for header in group for found in [cues(header.row)]]
    if any(details):
        return [
            Question(header.row if known else f"{header.text}: {header.row}", (Part(header.position),))
            for header, known in zip(group, details, strict=True)
        ]
    return [Question(group[0].text, tuple(_part(h, columns[h.position]) for h in group))]


def _part(header: Header, cells: Sequence[str]) -> Part:
    if header.row == _WHOLE:
        return Part(header.position)
    kind = Kind.OTHER if _OTHER.fullmatch(header.row) else Kind.ROW
    return Part(header.position, header.row, Kind.CHOICE if _is_choice(header.row, cells) else kind)


def _is_choice(label: str, cells: Sequence[str]) -> bool:
    """Say whether every filled cell repeats the label."""
    key = label.casefold()
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(" ".join(cell.split()).casefold() == key for cell in filled)


def _runs(questions: list[Question], columns: Sequence[Sequence[str]]) -> list[Question]:
    """Join neighbours without a question of their own: a column a choice, or a list of statements to grade."""
    found: list[Question] = []
    turn = 0
    while turn < len(questions):
        run = _choices(questions, turn, columns) or _grades(questions, turn, columns)
        if run:
            found.append(run)
            turn += len(run.parts)
        else:
            found.append(questions[turn])
            turn += 1
    return found


def _lone(question: Question) -> Part | None:
    return question.parts[0] if len(question.parts) == 1 and question.parts[0].kind is Kind.WHOLE else None


def _choices(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """Take a run of columns whose cells repeat their headers, with the column for other words behind it."""
    parts: list[Part] = []
    for question in questions[start:]:
        part = _lone(question)
        if part is None or not question.text:
            break
        cells = columns[part.position]
        if _is_choice(question.text, cells) or (parts and not any(cells)):
            if _OTHER.fullmatch(question.text) and not any(cells) and parts:
                parts.append(Part(part.position, question.text, Kind.OTHER))
                break
            parts.append(Part(part.position, question.text, Kind.CHOICE))
        elif len(parts) > 1 and _OTHER.fullmatch(question.text):
            parts.append(Part(part.position, question.text, Kind.OTHER))
            break
        else:
            break
    while parts and parts[-1].kind is Kind.CHOICE and not any(columns[parts[-1].position]):
        parts.pop()
    return Question("", tuple(parts)) if len(parts) > 1 else None


def _grades(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """Take a run of short statements that were all answered from one short list: times, or things to rate."""
    times = _run_of(questions, start, columns, lambda text, _: bool(DAYS.search(text)))
    if len(times) > 1:
        return Question("", times)
    rated = _run_of(
        questions, start, columns, lambda text, seen: not max(cues(text).values()) and all(map(_GRADE.fullmatch, seen))
    )
    return Question("", rated) if len(rated) > 2 else None


def _run_of(
    questions: Sequence[Question],
    start: int,
    columns: Sequence[Sequence[str]],
    belongs: Callable[[str, set[str]], bool],
) -> tuple[Part, ...]:
    """Take neighbours whose headers and values ``belongs`` lets in, and that share one short list of values."""
    parts: list[Part] = []
    vocabulary: set[str] = set()
    for question in questions[start:]:
        part = _lone(question)
        if part is None or not 0 < len(question.text.split()) <= 6 or is_platform(question.text):
            break
        seen = {cell.casefold() for cell in columns[part.position] if cell}
        if not seen or len(vocabulary | seen) > 7 or not belongs(question.text, seen):
            break
        vocabulary |= seen
        parts.append(Part(part.position, question.text, Kind.ROW))
    return tuple(parts)
