"""The header of a sheet: which rows hold it, which form tool wrote it, and what each column is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ok_match.errors import SheetError
from ok_match.intake.columns.asking.cues import recognisable
from ok_match.intake.columns.table import Header, Table, split_grid, tidy
from ok_match.model import EMAIL, SheetLayout

from .likeness import SAMPLE, likeness, shape
from .second_rows import WHOLE, Below, merged_texts, what_is_below
from .sections import is_note

if TYPE_CHECKING:
    from ok_match.intake.files.grid import Grid

#: Columns of the widest sheet that is read.
MOST_COLUMNS = 2000
#: Rows that are searched for the header.
TITLES = 15
#: Rows that a header takes at most, and rows of notes above it that are not as sparse as titles.
_MOST_ROWS, _NOTES = 3, 8
#: Words of the longest name of a group of columns.
_LONGEST_STEM = 15
#: First headers that only one form tool writes.
_FIRST = {"timestamp": "Google Forms", "submission date": "Jotform"}
_MICROSOFT = (
    {"id", "start time", "completion time"},
    {"id", "startzeit", "abschlusszeit"},
    {"id", "fertigstellungszeit"},
    {"id", "heure de début", "heure de fin"},
    {"id", "hora de inicio", "hora de finalización"},
    {"id", "begintijd", "tijd van voltooien"},
)


def table_of(grid: Grid, name: str, layout: SheetLayout | None = None) -> Table:
    """A grid cut at its header, or where the facilitator says that its header is.

    Raises
    ------
    SheetError
        If the grid holds no text, no header, or no rows below its header.
    """
    layout = layout or SheetLayout()
    filled = ((row, texts) for row, *texts in grid.cells.itertuples() if any(text.strip() for text in texts))
    first = list(islice((line for line in filled if line[0] >= (layout.header or 0)), TITLES + SAMPLE))
    if not first:
        raise SheetError(name, "holds no text.", "There is nobody to place.", "download the answers again.")
    if layout.header == 0:
        return Table(tuple(Header(n, "") for n in range(grid.cells.shape[1])), grid.cells, first[0][0], 0, "")
    found = _known(first, layout) or _plain(first, grid.wide, name, layout)
    headers = found.headers
    while headers and not headers[-1].shown:
        headers.pop()
    if len(headers) > MOST_COLUMNS:
        raise SheetError(
            name,
            f"has {len(headers):,} columns, more than any form has.",
            "Nothing was read.",
            "copy the questions and answers into a new sheet.",
        )
    body = grid.cells.loc[found.top + found.rows :]
    if body.empty:
        raise SheetError(
            name,
            f"has a header row (row {found.top}) and no rows below it.",
            "There is nobody to place.",
            "check that the form has answers, then download them again.",
        )
    return Table(tuple(headers), body, found.top, found.rows, found.tool, found.doubtful)


def _known(rows: Sequence[tuple[int, list[str]]], layout: SheetLayout) -> _HeaderRows | None:
    """The header of a tool that always writes the same rows, unless the facilitator says how many there are."""
    return None if layout.header_rows else _qualtrics(rows) or _surveymonkey(rows)


class _HeaderRows(NamedTuple):
    """The first row of a header, how many rows it takes, its headers, and the form tool that wrote it."""

    top: int
    rows: int
    headers: list[Header]
    tool: str
    doubtful: frozenset[int] = frozenset()


def _qualtrics(rows: Sequence[tuple[int, list[str]]]) -> _HeaderRows | None:
    """A header of short names, questions, and import ids; the last row may have been deleted by hand."""
    for index, (row, texts) in enumerate(rows[2:6], 2):
        if sum(text.lstrip().startswith('{"ImportId"') for text in texts) > 1:
            return _coded(rows[index - 2 : index], row - rows[index - 2][0] + 1)
    if len(rows) < 2:
        return None
    codes, questions = ({text.strip() for text in texts} for _, texts in rows[:2])
    if {"StartDate", "EndDate", "ResponseId"} <= codes and {"Start Date", "End Date"} <= questions:
        return _coded(rows[:2], rows[1][0] - rows[0][0] + 1)
    return None


def _coded(rows: Sequence[tuple[int, list[str]]], count: int) -> _HeaderRows:
    """A header of a row of short names above a row of questions."""
    (top, codes), (_, questions) = rows
    headers = []
    for position, (code, question) in enumerate(zip(codes, questions, strict=True)):
        text = tidy(question) or tidy(code)
        headers.append(Header(position, text.removesuffix(" - Selected Choice"), "", tidy(code)))
    return _HeaderRows(top, count, headers, "Qualtrics")


def _surveymonkey(rows: Sequence[tuple[int, list[str]]]) -> _HeaderRows | None:
    """A header of a row of questions, each above the first of its columns, and a row of choices below."""
    known = {tidy(text).casefold() for text in rows[0][1]}
    if not {"respondent id", "collector id"} <= known or len(rows) < 2:
        return None
    (top, questions), (below, parts) = rows[0], rows[1]
    if parts[0].strip():
        return None
    headers: list[Header] = []
    question = ""
    for position, (text, part) in enumerate(zip(questions, parts, strict=True)):
        question = tidy(text) or question
        label = tidy(part)
        headers.append(Header(position, question, "" if label.casefold() in WHOLE else label))
    return _HeaderRows(top, below - top + 1, headers, "SurveyMonkey")


def _plain(rows: Sequence[tuple[int, list[str]]], wide: frozenset[int], name: str, layout: SheetLayout) -> _HeaderRows:
    """A header of one to three rows, below whatever title stands above it."""
    start = 0 if layout.header else _first(rows)
    above = start - 1
    if not layout.header and above >= 0 and _are_stems(rows[above][1], rows[start][1]):
        start = above
    top, texts = rows[start]
    below = [line for _, line in rows[start + 1 :]]
    if not layout.header and _is_person(texts, below):
        raise SheetError(
            f"{name}, row {top}",
            "looks like a person's answers, not like a row of headers.",
            "Nothing was read: that person would be lost as the header.",
            "write the questions into a row above it, or, in the program, set header = 0 under [sheet] and name the"
            " columns under [columns] by their position, such as name = 1; or say in which row the header is.",
        )
    headers = [Header(position, *split_grid(tidy(text))) for position, text in enumerate(texts)]
    last, bottom, doubtful = start, top, frozenset[int]()
    most = layout.header_rows or _MOST_ROWS
    for index in range(start + 1, min(start + most, len(rows))):
        row, line = rows[index]
        kind = what_is_below(rows[last][1], line, below[index - start :], merged=top in wide)
        if kind in (Below.ANSWERS, Below.DOUBTFUL) and layout.header_rows:
            kind = Below.LABELS
        if kind is Below.ANSWERS:
            break
        if kind is Below.DOUBTFUL:
            doubtful = frozenset({row})
            break
        headers = _joined(headers, line, kind)
        last = index if kind is not Below.NOTHING else last
        bottom = row
    return _HeaderRows(
        top, layout.header_rows or bottom - top + 1, headers, _tool([tidy(text) for text in texts]), doubtful
    )


def _joined(headers: Sequence[Header], row: Sequence[str], kind: Below) -> list[Header]:
    """The headers with one more row of the header told of."""
    joined: list[Header] = []
    parent = Header(0, "")
    for header, cell in zip(headers, row, strict=True):
        text = tidy(cell)
        parent = header if header.text else parent
        if kind is Below.CODES:
            joined.append(replace(header, code=text))
        elif kind is Below.QUESTIONS:
            joined.append(Header(header.position, *split_grid(text or header.text), code=header.text))
        elif kind is Below.LABELS and text:
            # A merged cell stands over columns of which only the first holds its text.
            over = header if header.text else parent
            question, label = merged_texts(over.text, text)
            if over.row and question == over.text and label != over.row:
                label = f"{over.row} {label}".strip()
            joined.append(replace(header, text=question, row=label))
        else:
            joined.append(header)
    return joined


def _first(rows: Sequence[tuple[int, list[str]]]) -> int:
    """The index of the row that holds the headers: the first, unless it is a title or a note above them."""
    opening = [list(map(tidy, texts)) for _, texts in rows[:TITLES]]
    known = recognisable(opening[0])
    if known > 1:
        return 0
    if _is_title(opening[0]):
        # Many hand-kept tables begin with a title, a date, a line of thanks: the header comes after them.
        below = [index for index, texts in enumerate(opening) if not _is_title(texts)]
        return next((index for index in below if recognisable(opening[index]) > 1), below[0] if below else 0)
    for index in range(1, min(_NOTES, len(opening))):
        following = [texts for _, texts in rows[index + 1 :]]
        if recognisable(opening[index]) > max(2, 2 * known) and not likeness(opening[0], following).alike:
            return index
    return 0


def _are_stems(above: Sequence[str], headers: Sequence[str]) -> bool:
    """Whether the row above a header names groups of its columns, and not the sheet as a whole."""
    filled = [(position, tidy(text)) for position, text in enumerate(above) if text.strip()]
    if any(EMAIL.search(text) or is_note(text) or re.search(r"\d{2}", text) for _, text in filled):
        return False
    empty_below = any(not headers[position].strip() for position, _ in filled)
    if empty_below:
        return len(filled) > 1
    asking = any(recognisable([text]) and len(text.split()) <= _LONGEST_STEM for position, text in filled if position)
    return len(filled) > 1 or asking


def _is_person(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table holds somebody's answers: an address, or values like those below."""
    if any(EMAIL.fullmatch(text.strip()) for text in row):
        return True
    known, seen = recognisable([tidy(text) for text in row]), likeness(row, below)
    # Dates and numbers may be headers themselves: days to meet, ranks.
    wordy = ["" if shape(text) in ("date", "number", "code", "mark") else text for text in row]
    if seen.unlike or (known and not likeness(wordy, below).alike):
        return False
    return seen.alike > known and seen.alike * 3 >= seen.filled


def _tool(texts: Sequence[str]) -> str:
    """The form tool that writes such headers; empty where they may be anybody's."""
    known = [text.casefold() for text in texts]
    if any(names <= set(known) for names in _MICROSOFT):
        return "Microsoft Forms"
    if known[0] == "#" and {"network id", "submit date (utc)"} & set(known):
        return "Typeform"
    return _FIRST.get(known[0], "")


def _is_title(texts: Sequence[str]) -> bool:
    """Whether a row is too sparse to be the header of its table."""
    return sum(bool(text.strip()) for text in texts) * 3 <= len(texts)
