"""Columns folded into questions: grids, a column for each choice, and the words behind "Other"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from .asking.cues import NAMES, cues
from .choices.marks import plain
from .choices.parts import Kind, Part, Question
from .choices.runs import runs
from .choices.shapes import are_grades, are_times, kinds_of
from .choices.stems import stemmed, uncoded
from .choices.words import OTHER
from .table import Header

__all__ = ["IDENTITY", "Kind", "Part", "Question", "fold"]

#: The fields of a block of contact details: each of its columns is a question of its own.
IDENTITY = (*NAMES, "email", "organisation", "industry", "role", "town", "phone")
#: The label of a column whose question has another column for the words behind "Other".
_WHOLE = "*"
#: What a form asks behind the option "Other".
_PLEASE = re.compile(
    r"^if (you (chose|ticked|selected) )?[\"“]?other\b|^other\b.{0,20}(please|specify|describe|say)", re.IGNORECASE
)
_TEXT_CODE = re.compile(r"_TEXT$")


def fold(headers: Sequence[Header], columns: Sequence[Sequence[str]]) -> list[Question]:
    """The questions of a sheet, in the order of their columns.

    Parameters
    ----------
    headers : sequence of Header
        One a column.
    columns : sequence of sequence of str
        The cleaned cells below each.
    """

    def fits(stem: str, labels: Sequence[str], positions: Sequence[int]) -> bool:
        return _fit(stem, labels, [columns[position] for position in positions])

    named = stemmed(_texts_of_others(uncoded(headers)), fits)
    questions: list[Question] = []
    for _, group in groupby(named, key=lambda h: (h.text, h.position if not h.row else -1)):
        together = list(group)
        if together[0].row:
            questions += _parts_of(together, columns)
        else:
            questions.append(Question(together[0].text, (Part(together[0].position),)))
    return _with_joint_columns(_with_other_words(runs(questions, columns)))


def _fit(stem: str, labels: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether columns whose headers might share a question are the options, places or statements of one."""
    if not any(map(any, columns)):
        return False
    kinds = {kind for kind in kinds_of(stem, labels, columns) if kind is not Kind.OTHER}
    if Kind.ROW not in kinds:
        return True
    seen = {cell.casefold() for cells in columns for cell in cells if cell}
    return (are_times(labels) and len(seen) <= 10) or are_grades(columns)


def _with_other_words(questions: list[Question]) -> list[Question]:
    """Questions with a column that is called only "Other" joined to the question before it.

    Behind a column for each choice, it may be called a little more than that ("If other, please specify").
    """
    joined: list[Question] = []
    for question in questions:
        part = question.lone()
        before = joined[-1].lone() if joined else None
        if part and before and question.text.casefold() == "other":
            joined[-1] = Question(joined[-1].text, (before, Part(part.position, question.text, Kind.OTHER)))
        elif part and joined and _has_other_words(joined[-1], question.text):
            other = Part(part.position, question.text, Kind.OTHER)
            joined[-1] = replace(joined[-1], parts=(*joined[-1].parts, other))
        else:
            joined.append(question)
    return joined


def _has_other_words(question: Question, header: str) -> bool:
    """Whether a header behind a column for each choice asks for the words behind "Other"."""
    chosen = question.kinds() & {Kind.TICK, Kind.CHOICE} and len(question.parts) > 1
    has_other = any(OTHER.fullmatch(part.label) for part in question.parts if part.label)
    return bool(chosen) and (_PLEASE.search(header) is not None or (has_other and bool(OTHER.fullmatch(header))))


def _with_joint_columns(questions: list[Question]) -> list[Question]:
    """Questions of several columns, with the column beside them that holds the same answers in one cell."""
    joined: list[Question] = []
    for question in questions:
        part = question.lone()
        before = joined[-1] if joined else None
        if before and (lone := before.lone()) and _is_joint(question, before):
            joined[-1] = replace(question, parts=(replace(lone, kind=Kind.JOINT), *question.parts))
        elif before and part and _is_joint(before, question):
            joined[-1] = replace(before, parts=(*before.parts, replace(part, kind=Kind.JOINT)))
        else:
            joined.append(question)
    return joined


def _is_joint(question: Question, beside: Question) -> bool:
    """Whether a column beside a question of several columns has the same words."""
    choices = question.kinds() & {Kind.TICK, Kind.CHOICE, Kind.RANK}
    same = bool(question.text) and plain(question.text) == plain(beside.text)
    return bool(choices) and len(question.parts) > 1 and same


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


def _parts_of(group: Sequence[Header], columns: Sequence[Sequence[str]]) -> list[Question]:
    """The question that columns share; or a question each, where they are details about a person."""
    cells = [columns[header.position] for header in group]
    kinds = kinds_of(group[0].text, [header.row for header in group], cells)
    details = [
        kind in (Kind.ROW, Kind.OTHER) and _is_detail(header.row) for header, kind in zip(group, kinds, strict=True)
    ]
    if any(details):
        return [
            Question(header.row if is_detail else f"{header.text}: {header.row}", (Part(header.position),))
            for header, is_detail in zip(group, details, strict=True)
        ]
    parts = (
        Part(header.position) if header.row == _WHOLE else Part(header.position, header.row, kind)
        for header, kind in zip(group, kinds, strict=True)
    )
    return [Question(group[0].text, tuple(parts))]


def _is_detail(label: str) -> bool:
    """Whether the words of a label plainly ask for a detail about a person."""
    sure = cues(label)
    return max(sure[name] for name in IDENTITY) >= 90
