"""Neighbouring columns that share no words in their headers and are one question all the same, by their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ok_match.intake.columns.asking.cues import cues, is_platform
from ok_match.intake.columns.profile import has_time, names_time

from .marks import mark_of, repeats
from .parts import Kind, Part, Question
from .ranks import are_ranks, is_slip, place_in, rank_of
from .shapes import are_grades, are_places
from .words import GRADE, KEPT, OTHER, TOPICS

#: From here on a header plainly asks for something of its own, in percent.
_PLAIN = 84
#: What a number, a yes or a no can answer; they are never the name of a company, a town or a goal.
_BY_MARKS = frozenset(
    {
        "id", "timestamp", "email", "phone", "years", "team_size", "revenue", "consent", "share_contact", "facilitate",
        "mode", "availability", "time_zone", "keep_apart", "sit_with", "access", "notes", "earlier_group", "status",
    }
)  # fmt: skip


#: How a header begins that is a question, not the label of an option.
_ASKS = re.compile(
    r"(which|what|when|on (which|what)|at what|please|welche|wann|quel|quand|cu[aá]l|qu[eé]|quale)", re.I
)


def runs(questions: Sequence[Question], columns: Sequence[Sequence[str]]) -> list[Question]:
    """Questions with neighbours joined that have no question of their own: choices, places, statements to grade."""
    joined: list[Question] = []
    index = 0
    while index < len(questions):
        run = next((run for find in _FINDERS if (run := find(questions, index, columns))), None)
        joined.append(run or questions[index])
        index += len(run.parts) if run else 1
    return joined


def _choices(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of columns whose cells repeat their headers, with the column for other words behind it."""
    parts: list[Part] = []
    for question in questions[start:]:
        part = question.lone()
        if part is None or not question.text:
            break
        cells = columns[part.position]
        filled = [cell for cell in cells if cell]
        if (filled and all(repeats(cell, question.text) for cell in filled)) or (parts and not filled):
            if OTHER.fullmatch(question.text) and not filled and parts:
                parts.append(Part(part.position, question.text, Kind.OTHER))
                break
            parts.append(Part(part.position, question.text, Kind.CHOICE))
        elif len(parts) > 1 and OTHER.fullmatch(question.text):
            parts.append(Part(part.position, question.text, Kind.OTHER))
            break
        else:
            break
    while parts and parts[-1].kind is Kind.CHOICE and not any(columns[parts[-1].position]):
        parts.pop()
    return Question("", tuple(parts)) if len(parts) > 1 else None


def _places(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of columns for the first choice, the second and so on; the question is the header without the place."""
    parts: list[Part] = []
    rest = ""
    for question in questions[start:]:
        part, place = question.lone(), place_in(question.text)
        if part is None or place is None or place[0] != len(parts) + 1 or (parts and place[1] != rest):
            break
        rest = place[1]
        parts.append(Part(part.position, question.text, Kind.PLACE))
    if not are_places([part.label for part in parts], [columns[part.position] for part in parts]):
        return None
    return Question(rest, tuple(parts))


def _orders(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """The longest run of short headers that were given a place each."""

    def belongs(_: str, seen: set[str]) -> bool:
        return any(map(rank_of, seen)) and all(rank_of(cell) or is_slip(cell) for cell in seen)

    parts = _short(questions, start, columns, belongs)
    for size in range(len(parts), 2, -1):
        if are_ranks([columns[part.position] for part in parts[:size]]):
            stem, labels = _shared_words([part.label for part in parts[:size]])
            if not stem or not all(labels):
                stem, labels = "", [part.label for part in parts[:size]]
            found = zip(parts, labels, strict=False)
            return Question(stem, tuple(Part(part.position, label, Kind.RANK) for part, label in found))
    return None


def _times(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of times that were all answered from one short list."""

    def belongs(text: str, seen: set[str]) -> bool:
        # "Which evening can you meet?", with evenings below it, stands for itself.
        return names_time(text) and not (_ASKS.match(text) and any(map(names_time, seen)))

    parts = _short(questions, start, columns, belongs)
    return Question("", parts) if len(parts) > 1 else None


def _sentences(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of headers that begin, or end, with the same words ("I'd like help with ..."), with a mark in each cell."""
    texts: list[str] = []
    for question in questions[start:]:
        part = question.lone()
        cells = [] if part is None else columns[part.position]
        if not question.text or not any(cells) or not all(mark_of(cell) is not None for cell in set(cells)):
            break
        texts.append(question.text)
    for size in range(len(texts), 1, -1):
        stem, labels = _shared_words(texts[:size])
        named = TOPICS.search(stem) or (len(stem.split()) > 1 and not any(map(KEPT.search, texts[:size])))
        if named and all(labels) and len(set(labels)) == size and not any(map(has_time, labels)):
            parts = (question.parts[0].position for question in questions[start : start + size])
            made = tuple(Part(position, label, Kind.TICK) for position, label in zip(parts, labels, strict=True))
            ticked = any(mark_of(cell) for part in made for cell in columns[part.position])
            return Question(stem, made) if ticked else None
    return None


def _shared_words(texts: Sequence[str]) -> tuple[str, list[str]]:
    """The words that texts share at the beginning or, if those are more, at the end; and what is left of each."""
    words = [text.split() for text in texts]
    least = min(map(len, words))
    before = next((n for n in range(least) if len({row[n].casefold() for row in words}) > 1), least)
    behind = next((n for n in range(least) if len({row[-1 - n].casefold() for row in words}) > 1), least)
    if before >= behind:
        return " ".join(words[0][:before]), [" ".join(row[before:]).strip('?"“” ') for row in words]
    labels = [" ".join(row[: len(row) - behind]).rstrip(" :-–") for row in words]
    return " ".join(words[0][len(words[0]) - behind :]), labels


def _ticks(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of options with a mark in each cell where they were chosen."""

    def belongs(text: str, seen: set[str]) -> bool:
        marks = [mark_of(cell) for cell in seen]
        known = sum(mark is not None for mark in marks)
        unasked = not _asks_for_marks(text) and not has_time(text) and not KEPT.search(text)
        return unasked and (True in marks or False in marks) and 2 * known >= len(marks)

    parts = _short(questions, start, columns, belongs, empty=True)
    while parts and not any(columns[parts[-1].position]):
        parts = parts[:-1]
    cells = [columns[part.position] for part in parts]
    if len(parts) < 3 or are_grades(cells) or not any(mark_of(cell) for column in cells for cell in column):
        return None
    return Question("", tuple(Part(part.position, part.label, Kind.TICK) for part in parts))


def _grades(questions: Sequence[Question], start: int, columns: Sequence[Sequence[str]]) -> Question | None:
    """A run of short statements that were rated on one scale."""
    parts = _short(
        questions,
        start,
        columns,
        lambda text, seen: not _asks_for_marks(text) and all(map(GRADE.fullmatch, seen)),
    )
    return Question("", parts) if len(parts) > 2 else None


def _asks_for_marks(text: str) -> bool:
    """Whether a header plainly asks for something of its own that a number, a yes or a no can answer."""
    return any(sure >= _PLAIN and field in _BY_MARKS for field, sure in cues(text).items())


def _short(
    questions: Sequence[Question],
    start: int,
    columns: Sequence[Sequence[str]],
    belongs: Callable[[str, set[str]], bool],
    *,
    empty: bool = False,
) -> tuple[Part, ...]:
    """Neighbours that share one short list of values and whose headers and values satisfy ``belongs``."""
    parts: list[Part] = []
    vocabulary: set[str] = set()
    for question in questions[start:]:
        part = question.lone()
        if part is None or not 0 < len(question.text.split()) <= 8 or is_platform(question.text):
            break
        seen = {cell.casefold() for cell in columns[part.position] if cell}
        if not seen and not (empty and parts):
            break
        if len(vocabulary | seen) > 10 or (seen and not belongs(question.text, seen)):
            break
        vocabulary |= seen
        parts.append(Part(part.position, question.text, Kind.ROW))
    return tuple(parts)


_FINDERS = (_choices, _places, _orders, _times, _sentences, _ticks, _grades)
