"""Rows of a header below its first: choices under a question, questions under codes, types, import ids, hints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from ok_match.intake.columns.asking.cues import cues, recognisable
from ok_match.intake.columns.table import tidy
from ok_match.model import EMAIL

from .likeness import asks, likeness, shape

#: What form tools write below a question that has a single column.
WHOLE = frozenset(
    {
        "", "response", "open-ended response", "open ended response", "open-ended", "answer", "text", "value",
        "antwort", "offene antwort", "réponse ouverte", "respuesta abierta", "single line text",
    }
)  # fmt: skip
_SURE = frozenset(
    {"response", "open-ended response", "open ended response", "offene antwort", "réponse ouverte", "respuesta abierta"}
)
_TYPE = re.compile(
    r"(?:text|txt|string|str|number|numeric|integer|int|decimal|float|date|time|date ?time|timestamp|boolean"
    r"|bool|email|e-mail"
    r"|phone|tel|url|long text|short text|single line( text)?|multi ?line( text)?|paragraph|short answer"
    r"|long answer|notes"
    r"|open[- ]ended|free text|textarea|essay|dropdown|drop-down|checkbox(es)?|check ?boxes|radio( button)?s?"
    r"|list|rating|scale"
    r"|grid|matrix|ranking|single (choice|select|answer)|multiple (choice|select|answers?)|multi[- ]?(select|choice)"
    r"|select( one| multiple| all| 1)?|select_(one|multiple)( \w+)?|choice|name|descriptive|calc|yesno|yes/no"
    r"|varchar\(\d+\)"
    r"|required|optional|mandatory|required field|not required|file|attachment|formula|auto ?number|auto"
    r"|category|option(s)?"
    r"|nominal|ordinal)\*?",
    re.IGNORECASE,
)
_IMPORT = re.compile(r'\{"?ImportId|^QID\d+', re.IGNORECASE)
_HINT = re.compile(
    r"(?:\(?(?:e\.?g\.?|ex\.?|example|for example|z\.? ?b\.?|p\. ?ej\.?|par ex)\b|\(?(?:max|maximum|up to"
    r"|at least|min)\b.{0,20}\b(?:words|characters|lines)"
    r"|\(?(?:required|optional|please|enter|type|tick|check|choose|select|one per line|separate|format|as on"
    r"|your answer|no more than"
    r"|1 ?[-–] ?\d+ words|dd/|mm/|yyyy))",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"(?=\S*[A-Za-z])[A-Za-z0-9][\w.:/\[\]()=-]*")
_MADE = re.compile(r"_|\d|[a-z][A-Z]|\.|/")


class Below(StrEnum):
    """What a row below the first row of a header holds."""

    LABELS = "labels"
    QUESTIONS = "questions"
    CODES = "codes"
    NOTHING = "nothing"
    DOUBTFUL = "doubtful"
    ANSWERS = "answers"


def what_is_below(  # noqa: PLR0911, PLR0912 - one return a reason
    above: Sequence[str], row: Sequence[str], below: Sequence[Sequence[str]], *, merged: bool
) -> Below:
    """What the row below a row of headers holds.

    Parameters
    ----------
    above : sequence of str
        The row of headers.
    row : sequence of str
        The row in question.
    below : sequence of sequence of str
        The rows that follow it.
    merged : bool
        Whether cells of the row of headers are merged across.

    Returns
    -------
    Below
        ``DOUBTFUL`` where the row is neither surely a part of the header nor surely somebody's answers.
    """
    filled = [tidy(cell) for cell in row if cell.strip()]
    if not filled or any(EMAIL.fullmatch(cell) for cell in filled):
        return Below.ANSWERS
    size = len(filled)
    if size == 1 and all(top.strip() for top, cell in zip(above, row, strict=True) if cell.strip()):
        return Below.ANSWERS  # a line of its own, for the reader of rows
    bare = [re.sub(r"\s*\([^()]*\)", "", cell).strip(" *") or cell for cell in filled]
    if sum(bool(_IMPORT.match(cell)) for cell in filled) * 2 > size:
        return Below.NOTHING
    if sum(bool(_TYPE.fullmatch(cell)) for cell in bare) * 10 >= size * 7 and size > 1:
        types = likeness(row, below)
        if not types.alike or types.unlike:
            return Below.NOTHING
    known = [cell.casefold() for cell in filled]
    if any(cell in _SURE for cell in known):
        return Below.LABELS
    if not below:
        return Below.ANSWERS
    seen = likeness(row, below)
    if seen.alike:
        hints = sum(bool(_HINT.match(cell)) for cell in filled)
        return Below.NOTHING if hints * 10 >= size * 7 and hints > 1 else Below.ANSWERS
    if sum(bool(_HINT.match(cell)) for cell in filled) * 10 >= size * 6:
        return Below.NOTHING
    if _are_codes(above) and (not _are_codes(row) or recognisable(filled) > recognisable([*map(tidy, above)])):
        if recognisable(filled) >= 1 and seen.unlike + recognisable(filled) > 1:
            return Below.QUESTIONS
    elif _are_codes(row) and len(set(known)) == size > 1 and (seen.unlike or _says_the_same(above, row)):
        return Below.CODES
    gaps = [n for n, (top, cell) in enumerate(zip(above, row, strict=True)) if cell.strip() and not top.strip()]
    fresh = [
        n for n, (top, cell) in enumerate(zip(above, row, strict=True)) if cell.strip() and tidy(cell) != tidy(top)
    ]
    left = any(cell.strip() for cell in above[: gaps[0]]) if gaps else False
    if merged and gaps and left:
        return Below.LABELS
    # Labels stand below questions of several columns, and nothing, or the same again, below the others.
    if gaps and left and (len(fresh) * 2 <= len(row) or recognisable(filled) or seen.unlike):
        return Below.LABELS
    if recognisable([tidy(row[n]) for n in fresh]) > 1 and (seen.unlike or recognisable(list(map(tidy, above))) < 2):
        return Below.LABELS
    is_odd = size > 1 and (seen.unlike > 1 or (seen.unlike and any(map(asks, filled))))
    return Below.DOUBTFUL if is_odd else Below.ANSWERS


def merged_texts(stem: str, label: str) -> tuple[str, str]:
    """The question and its row for a label below a stem: each alone where the other adds nothing."""
    if not stem or not label or stem == label:
        return stem or label, ""
    if label.casefold() in WHOLE:
        return stem, ""
    whole, part = cues(stem), cues(label)
    own = max(part, key=lambda name: part[name])
    about = max(whole, key=lambda name: whole[name])
    # "Contact details" above "E-mail": the label asks. "When can you meet?" above "Monday": the stem does.
    if part[own] >= _PLAIN and (whole[about] < _PLAIN or own == about or own in _OWN):
        return label, ""
    return stem, label


#: From here on a label asks for itself, in percent, and the fields that it does so for under any stem.
_PLAIN = 84
_OWN = frozenset(
    {
        "email",
        "first_name",
        "last_name",
        "phone",
        "goals",
        "obstacles",
        "opportunities",
        "offers",
        "keep_apart",
        "consent",
    }
)


def _are_codes(row: Sequence[str]) -> bool:
    """Whether a row holds the names that a machine gives to questions."""
    filled = [cell.strip() for cell in row if cell.strip()]
    made = sum(bool(_MADE.search(cell)) for cell in filled)
    return (
        len(filled) > 1 and all(map(_IDENTIFIER.fullmatch, filled)) and made * 3 >= len(filled)
        and not any(shape(cell) in ("number", "date", "mail") for cell in filled)
    )  # fmt: skip


def _says_the_same(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether codes name the same fields as the headers above them."""
    return recognisable([tidy(cell) for cell in row]) >= 2 and recognisable([tidy(cell) for cell in above]) >= 1
