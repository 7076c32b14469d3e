"""The sheet of a file that holds the answers; and what is said of the others."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ok_match.errors import ProgramError, SheetError
from ok_match.intake.columns.asking.cues import recognisable
from ok_match.model import Severity
from ok_match.model.programs.guidance import Hidden

from .evidence import Evidence, Kind, evidence_of, plain
from .header_rows import table_of
from .joining import are_alike, joined
from .unseen import remark_on_formulas, without_hidden_columns, without_hidden_rows

if TYPE_CHECKING:
    from ok_match.intake.columns.table import Table
    from ok_match.intake.files.grid import Grid
    from ok_match.model import Guidance

#: Share of the people of a sheet who must stand in another one too, for it to be a copy.
_COPIED = 0.5
#: Share of the headers that sheets must have in common to be read as one where the program says so.
_TOLD = 0.3
#: Rows about people who are known by which a sheet says something of them.
_FEW = 2


def chosen_table(grids: Sequence[Grid], name: str, guidance: Guidance) -> tuple[Grid, Table]:
    """The sheet of a file with the answers, or several sheets of one form; what was left aside is remarked on.

    Raises
    ------
    SheetError
        If no sheet has a header and rows below it: what is wrong with the first.
    ProgramError
        If the program names a sheet that does not exist, or sheets of different forms to be read as one.
    """
    if len(grids) == 1 and not grids[0].hidden and not guidance.layout.names:
        return _opened(grids[0], name, guidance)
    sheets = _candidates(grids, name, guidance)
    if guidance.layout.names and grids[0].detected.format != "csv":
        chosen = _named(sheets, grids, guidance.layout.names)
        said: list[Evidence] = []
    else:
        chosen = [_best(sheets)]
        said = [sheet for sheet in sheets if sheet is not chosen[0]]
        if chosen[0].grid.hidden:
            raise _only_hidden(name, chosen[0].grid.sheet)
    read = chosen[0]
    beside: list[tuple[str, Severity, Evidence, str]] = []
    for other in said:
        code, severity, detail = _told(read, other)
        if code == "joined":
            chosen.append(other)
            severity, code = Severity.ERROR, "several-sheets"
        beside.append((code, severity, other, detail))
    grid, table = joined([(s.grid, s.table) for s in chosen]) if len(chosen) > 1 else (read.grid, read.table)
    return _remarked(grid, beside), table


def _candidates(grids: Sequence[Grid], name: str, guidance: Guidance) -> list[Evidence]:
    """The sheets that have a header and rows below it, as they are to be read."""
    found: list[Evidence] = []
    errors: list[SheetError] = []
    for whole in grids:
        try:
            grid, table = _opened(whole, name, guidance)
        except SheetError as error:
            errors.append(error)
            continue
        found.append(evidence_of(grid, table))
    if not found:
        raise errors[0]
    return found


def _opened(whole: Grid, name: str, guidance: Guidance) -> tuple[Grid, Table]:
    """A sheet without what is hidden in it, cut at its header."""
    if guidance.layout.hidden is Hidden.READ:
        table = table_of(whole, name, guidance.layout)
        return remark_on_formulas(whole, table), table
    told = guidance.layout.hidden is Hidden.SKIP
    grid = without_hidden_rows(whole, told=told)
    try:
        table = table_of(grid, name, guidance.layout)
    except SheetError as error:
        if not whole.unseen_rows:
            raise
        table = table_of(whole, name, guidance.layout)
        if whole.hidden:
            raise error from None
        raise SheetError(
            name,
            f"has a sheet in which all answers are hidden, {len(whole.unseen_rows):,} rows in all.",
            "Nothing was read.",
            'show the rows again, or write hidden = "read" under [sheet] in the program.',
        ) from None
    grid, table = without_hidden_columns(grid, table, guidance.columns, told=told)
    return remark_on_formulas(grid, table), table


def _named(sheets: Sequence[Evidence], grids: Sequence[Grid], names: Sequence[str]) -> list[Evidence]:
    """The sheets that the program names, in its order."""
    known = {plain(sheet.grid.sheet): sheet for sheet in sheets}
    chosen = []
    for name in names:
        if plain(name) not in known:
            raise _no_sheet(name, grids)
        chosen.append(known[plain(name)])
    for other in chosen[1:]:
        if not are_alike(chosen[0].table, other.table, _TOLD):
            raise ProgramError(
                "program [sheet] name",
                f'the sheets "{chosen[0].grid.sheet}" and "{other.grid.sheet}" have different headers.',
                "They cannot be read as one.",
                "give both the same headers, or put what belongs to one person into one row.",
            )
    return chosen


def _no_sheet(name: str, grids: Sequence[Grid]) -> ProgramError:
    where, follows = "program [sheet] name", "Nothing was matched."
    names = {plain(grid.sheet): grid.sheet for grid in grids}
    if plain(name) in names:
        return ProgramError(where, f'the sheet "{name}" has no header with rows below it.', follows, "name another.")
    near = get_close_matches(plain(name), names, n=1, cutoff=0.5)
    others = ", ".join(f'"{shown}"' for shown in list(names.values())[:8])
    advice = f'did you mean "{names[near[0]]}"?' if near else f"its sheets with text are {others}."
    return ProgramError(where, f'the workbook has no sheet "{name}" with text.', follows, advice)


def _only_hidden(name: str, sheet: str) -> SheetError:
    return SheetError(
        name,
        f"has no sheet with a header and answers below it, save a hidden one (“{sheet}”).",
        "Nothing was read.",
        "show that sheet again, or name it under [sheet] in the program.",
    )


def _best(sheets: Sequence[Evidence]) -> Evidence:
    """The sheet that looks most like answers: by its people and what they wrote, then by its headers."""
    shown = [sheet for sheet in sheets if not sheet.grid.hidden] or list(sheets)
    latest = max((sheet.year for sheet in shown if sheet.kind is Kind.ANSWERS), default=0)

    def worth(sheet: Evidence) -> tuple[int, int, int, int, int]:
        # A sheet that was put aside is read only where no other has answers.
        is_past = sheet.is_aside or (sheet.year > 0 and sheet.year < latest)
        kind = sheet.kind if not is_past else min(sheet.kind, Kind.PEOPLE)
        known = recognisable([header.shown for header in sheet.table.headers])
        return kind, sheet.filled, len(sheet.people), known, len(sheet.texts)

    return max(shown, key=worth)


def _told(read: Evidence, other: Evidence) -> tuple[str, Severity, str]:
    """What is to be said of a sheet beside the one that is read: its code, how urgent it is, and how many it is about.

    The code ``joined`` means that the sheet is one of the same form, and is read as well.
    """
    new = other.people - read.names
    is_copy = len(other.people) > 0 and len(new) <= (1 - _COPIED) * len(other.people)
    is_aside = other.is_aside or (0 < other.year < read.year)
    people = f"{len(new)} {'person' if len(new) == 1 else 'people'}"
    alike = are_alike(read.table, other.table)
    if other.is_aside and len(other.people) < _FEW:
        return _quiet(other)
    if new and alike and not is_copy and not is_aside and not other.grid.hidden:
        return "joined", Severity.ERROR, people
    if new and other.kind is Kind.ANSWERS and not is_aside and not other.grid.hidden:
        return "several-sheets", Severity.ERROR, people
    if new and other.kind is not Kind.OTHER:
        return "people-elsewhere", Severity.ERROR if other.kind > read.kind else Severity.DECISION, people
    about = _rows_about(read, other)
    if about >= _FEW:
        return "answers-elsewhere", Severity.DECISION, f"{about} rows"
    return _quiet(other)


def _quiet(other: Evidence) -> tuple[str, Severity, str]:
    return "hidden-sheets" if other.grid.hidden else "other-sheets", Severity.NOTE, ""


def _rows_about(read: Evidence, other: Evidence) -> int:
    """How many rows of a sheet name somebody who is read, and say in words what the sheet that is read does not."""
    rows = 0
    for _, *cells in other.table.body.itertuples():
        texts = [plain(cell) for cell in cells if cell]
        if any(text in read.names for text in texts):
            rows += any(text not in read.texts and _is_worded(text) for text in texts)
    return rows


def _is_worded(text: str) -> bool:
    return sum(char.isalpha() for char in text) > 1


def _remarked(grid: Grid, beside: Sequence[tuple[str, Severity, Evidence, str]]) -> Grid:
    """A grid with a remark on each of the sheets that need one, and one on all others together."""
    for code in ("other-sheets", "hidden-sheets"):
        quiet = [sheet.grid.sheet for said, _, sheet, _ in beside if said == code]
        if quiet:
            grid = grid.remarked(code, None, ", ".join(quiet))
    for code, severity, sheet, detail in beside:
        if code not in ("other-sheets", "hidden-sheets"):
            grid = grid.remarked(code, None, sheet.grid.sheet, severity=severity, detail=detail)
    return grid
