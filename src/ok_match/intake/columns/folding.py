"""Columns folded into questions: grids, a column for each choice, and the words behind "Other"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from .cues import cues, is_platform
from .profile import names_time
from .table import Header

#: The fields of a block of contact details: each of its columns is a question of its own.
IDENTITY = ("name", "first_name", "last_name", "email", "organisation", "industry", "role", "town", "phone")
_OTHER = re.compile(r"other\b.*|something else.*|sonstiges|autre.*|otros?", re.IGNORECASE)
#: The label of a column whose question has another column for the words behind "Other".
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
    """One question and the columns that hold its answers, left to right; ``text`` is empty where it is unknown."""

    text: str
    parts: tuple[Part, ...]


def fold(headers: Sequence[Header], columns: Sequence[Sequence[str]]) -> list[Question]:
    """The questions of a sheet, in the order of their columns.

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
    """Questions with a column that is called only "Other" joined to the question before it."""
    joined: list[Question] = []
    for question in questions:
        part = _lone(question)
        before = _lone(joined[-1]) if joined else None
        if part and before and question.text.casefold() == "other":
            joined[-1] = Question(joined[-1].text, (before, Part(part.position, question.text, Kind.OTHER)))
        else:
            joined.append(question)
    return joined


def _texts_of_others(headers: Sequence[Header]) -> list[Header]:
    """Headers in which a column that the tool marks as the words behind "Other" has the question before it."""
    joined: list[Header] = []
    for header in headers:
        if _TEXT_CODE.search(header.code) and joined:
            stem = joined[-1].text
            if not joined[-1].row:
                joined[-1] = replace(joined[-1], row=_WHOLE)
            joined.append(replace(header, text=stem, row="Other"))
        else:
            joined.append(header)
    return joined


def _dashed(headers: Sequence[Header]) -> list[Header]:
    """Headers with ``Question - row`` split at the last dash, where neighbours share the question."""
    cuts = [("", "") if header.row else _cut(header.text) for header in headers]
    split = []
    for index, (header, (stem, row)) in enumerate(zip(headers, cuts, strict=True)):
        beside = [cuts[near][0] for near in (index - 1, index + 1) if 0 <= near < len(cuts)]
        split.append(replace(header, text=stem, row=row) if stem and stem in beside else header)
    return split


def _cut(text: str) -> tuple[str, str]:
    """A header before and behind its last dash; both empty where it has none."""
    dashes = list(_DASH.finditer(text))
    return (text[: dashes[-1].start()], text[dashes[-1].end() :]) if dashes else ("", "")


def _parts_of(group: Sequence[Header], columns: Sequence[Sequence[str]]) -> list[Question]:
    """The question that columns share; or a question each, where they are details about a person."""
    details = [_is_detail(header.row) for header in group]
    if any(details):
        return [
            Question(header.row if is_detail else f"{header.text}: {header.row}", (Part(header.position),))
            for header, is_detail in zip(group, details, strict=True)
        ]
    return [Question(group[0].text, tuple(_part(h, columns[h.position]) for h in group))]


def _is_detail(label: str) -> bool:
    """Whether the words of a label plainly ask for a detail about a person."""
    sure = cues(label)
    return max(sure[name] for name in IDENTITY) >= 90


def _part(header: Header, cells: Sequence[str]) -> Part:
    if header.row == _WHOLE:
        return Part(header.position)
    kind = Kind.OTHER if _OTHER.fullmatch(header.row) else Kind.ROW
    return Part(header.position, header.row, Kind.CHOICE if _is_choice(header.row, cells) else kind)


def _is_choice(label: str, cells: Sequence[str]) -> bool:
    """Whether every filled cell repeats the label."""
    key = label.casefold()
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(" ".join(cell.split()).casefold() == key for cell in filled)


def _runs(questions: list[Question], columns: Sequence[Sequence[str]]) -> list[Question]:
    """Questions with neighbours joined that have no question of their own: choices, or statements to grade."""
    joined: list[Question] = []
    index = 0
    while index < len(questions):
        run = _choices(questions, index, columns) or _grades(questions, index, columns)
        joined.append(run or questions[index])
        index += len(run.parts) if run else 1
    return joined


def _lone(question: Question) -> Part | None:
    """The part of a question that has one column only, which holds the whole answer."""
    return question.parts[0] if len(question.parts) == 1 and question.parts[0].kind is Kind.WHOLE else None


def _choices(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of columns whose cells repeat their headers, with the column for other words behind it."""
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
    """A run of short statements that were all answered from one short list: times, or things to rate."""
    times = _run_of(questions, start, columns, lambda text, _: names_time(text))
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
    """Neighbours that share one short list of values and whose headers and values satisfy ``belongs``."""
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
