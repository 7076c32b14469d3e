"""The header of a sheet: which rows hold it, which form tool wrote it, and what each column is called."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ok_match.errors import SheetError
from ok_match.intake.columns.cues import recognisable
from ok_match.intake.columns.table import Header, Table, split_grid, tidy

if TYPE_CHECKING:
    from ok_match.intake.files.grid import Grid

#: Columns of the widest sheet that is read.
MOST_COLUMNS = 2000
#: Rows that are searched for the header.
TITLES = 15
#: The second row of a SurveyMonkey sheet below a question with a single column.
_WHOLE = frozenset({"", "response", "open-ended response", "open ended response"})
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


def best_table(grids: Sequence[Grid], name: str) -> tuple[Grid, Table]:
    """The sheet of a file in whose header the most questions are recognised; the first of equals.

    Raises
    ------
    SheetError
        If no sheet has a header and rows below it: what is wrong with the first.
    """
    tables: list[tuple[Grid, Table]] = []
    errors: list[SheetError] = []
    for grid in grids:
        try:
            tables.append((grid, table_of(grid, name)))
        except SheetError as error:
            errors.append(error)
    if not tables:
        raise errors[0]
    grid, table = max(tables, key=lambda pair: recognisable([header.shown for header in pair[1].headers]))
    others = [other.detected.sheet for other, _ in tables if other is not grid]
    return (grid.remarked("other-sheets", None, ", ".join(others)) if others else grid), table


def table_of(grid: Grid, name: str) -> Table:
    """A grid cut at its header.

    Raises
    ------
    SheetError
        If the grid holds no text, or no rows below its header.
    """
    filled = ((row, texts) for row, *texts in grid.cells.itertuples() if any(text.strip() for text in texts))
    first = list(islice(filled, TITLES))
    if not first:
        raise SheetError(name, "holds no text.", "There is nobody to place.", "download the answers again.")
    top, count, headers, tool = _qualtrics(first) or _surveymonkey(first) or _plain(first)
    while headers and not headers[-1].shown:
        headers.pop()
    if len(headers) > MOST_COLUMNS:
        raise SheetError(
            name,
            f"has {len(headers):,} columns, more than any form has.",
            "Nothing was read.",
            "copy the questions and answers into a new sheet.",
        )
    body = grid.cells.loc[top + count :]
    if body.empty:
        raise SheetError(
            name,
            f"has a header row (row {top}) and no rows below it.",
            "There is nobody to place.",
            "check that the form has answers, then download them again.",
        )
    return Table(tuple(headers), body, top, count, tool)


class _HeaderRows(NamedTuple):
    """The first row of a header, how many rows it takes, its headers, and the form tool that wrote it."""

    top: int
    rows: int
    headers: list[Header]
    tool: str


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
        headers.append(Header(position, question, "" if label.casefold() in _WHOLE else label))
    return _HeaderRows(top, below - top + 1, headers, "SurveyMonkey")


def _plain(rows: Sequence[tuple[int, list[str]]]) -> _HeaderRows:
    """A header of one row, below whatever title stands above it."""
    top = rows[0][0]
    if _is_title(rows[0][1]):
        # Many hand-kept tables begin with a title, a date, a line of thanks: the header comes after them.
        below = ((row, list(map(tidy, texts))) for row, texts in rows if not _is_title(texts))
        top = next((row for row, texts in below if recognisable(texts) > 1), top)
    texts = [tidy(text) for text in next(texts for row, texts in rows if row == top)]
    headers = [Header(position, *split_grid(text)) for position, text in enumerate(texts)]
    return _HeaderRows(top, 1, headers, _tool(texts))


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
