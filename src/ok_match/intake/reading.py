"""The stage on one page: the bytes of a sheet become an Intake."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence

from ok_match.errors import SheetError
from ok_match.intake.columns.fields import recognisable
from ok_match.intake.columns.headers import Table, table_of
from ok_match.intake.columns.recognition import Heading, Understand, nothing_understood, recognise
from ok_match.intake.files.cleaning import clean, is_answer, shortened
from ok_match.intake.files.grid import Grid
from ok_match.intake.files.readers import grids_of
from ok_match.intake.rows.admission import Admission, Row, admit
from ok_match.intake.rows.oddities import remark_on_cells, remark_on_fields, remark_on_headings
from ok_match.intake.rows.people import availability, lasts_first, participant, row_of
from ok_match.intake.rows.sheet import Sheet, ticks_of
from ok_match.intake.values.traits import AMOUNTS, Habits
from ok_match.mentions.conflicts import find_conflicts
from ok_match.mentions.unfound import Requested, nobody_requested, remark_on_requests
from ok_match.model import Column, Conflict, Intake, Participant, Visibility
from ok_match.model.sheets.ledger import Ledger

#: The usual scale of a rating; a sheet with a larger number in it uses ten steps.
FIVE = 5
_YEAR = re.compile(r"\b20\d\d\b")
_EUROPEAN = re.compile(
    r"\d,\d(?!\d\d)\d*\s*(mio|mrd|tsd|€|eur|m|k)\b|€|\b\d{1,2}\.\d{1,2}\.(19|20)\d\d\b", re.IGNORECASE
)


def read(
    data: bytes,
    name: str,
    columns: Mapping[str, str | tuple[str, ...]] | None = None,
    settled: Collection[str] = (),
    *,
    shares: Mapping[str, Visibility] | None = None,
    understand: Understand = nothing_understood,
    requested: Requested = nobody_requested,
) -> Intake:
    """Read a sheet.

    Parameters
    ----------
    data : bytes
        The file, in any format that is known; the format is told from the content.
    name : str
        The file's name, for messages and the record.
    columns : mapping, optional
        Field to header, for columns that the facilitator has named; see ``Program.columns``.
    settled : collection of str
        Ids, e-mail addresses or names of people about whose wish to be kept apart something was done already.
    shares : mapping, optional
        Field to who may see it, where the facilitator has said so.
    understand : callable, optional
        Judges questions by their meaning: for each, how likely (0 to 1) it asks for each field.
    requested : callable, optional
        Reads whom people ask to sit with, so that what it could not find is told.

    Raises
    ------
    SheetError
        If the file is no spreadsheet, or has no header row or no rows below it.
    ProgramError
        If ``columns`` names a field or header that does not exist.
    """
    if not data.strip():
        raise SheetError(
            name, "is empty.", "There is nobody to place.", "download the answers again; the file has no content."
        )
    grid, table = _best(grids_of(data, name), name)
    raw = [table.body[position].tolist() for position in range(table.body.shape[1])]
    cleaned = [[clean(cell) for cell in cells] for cells in raw]
    headings = recognise(table, cleaned, columns or {}, shares or {}, understand)
    sheet = _sheet(headings, cleaned, grid.wide)
    ledger = Ledger(sheet.header)
    remark_on_headings(grid, table, headings, ledger)
    remark_on_cells(headings, raw, table.body.index.tolist(), ledger)
    remark_on_fields(ledger)
    people, admitted = _people(sheet, table.body.index.tolist(), ledger)
    conflicts = find_conflicts(people, admitted.held)
    _remark_on_conflicts(people, conflicts, settled, ledger)
    remark_on_requests(people, admitted.held, requested, ledger)
    return Intake(
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        detected=grid.detected.model_copy(update={"tool": table.tool, "header_rows": table.header_rows}),
        rows=admitted.account,
        columns=tuple(
            Column(
                position=h.position,
                header=h.header,
                field=h.field,
                reason=h.reason,
                confidence=h.sure,
                visibility=h.visibility,
                sample=_sample(cleaned[h.position]),
            )
            for h in headings
        ),
        participants=people,
        held=admitted.held,
        problems=ledger.in_order(),
        conflicts=conflicts,
    )


def _best(grids: Sequence[Grid], name: str) -> tuple[Grid, Table]:
    """Choose the sheet of a file in whose header the most questions are recognised; the first of equals."""
    found: list[tuple[Grid, Table]] = []
    refusal: SheetError | None = None
    for grid in grids:
        try:
            found.append((grid, table_of(grid, name)))
        except SheetError as error:
            refusal = refusal or error
    if not found:
        raise refusal or SheetError(name, "holds no sheet.", "There is nobody to place.", "download the answers again.")
    best = max(range(len(found)), key=lambda turn: (recognisable([h.shown for h in found[turn][1].headers]), -turn))
    grid, table = found[best]
    others = [other.detected.sheet for other, _ in found if other is not grid]
    return (grid.remarked("other-sheets", None, ", ".join(others)) if others else grid), table


def _sheet(headings: Sequence[Heading], cleaned: Sequence[Sequence[str]], wide: frozenset[int]) -> Sheet:
    """Learn from the columns as wholes how names and numbers are written, and what separates options."""

    def cells_of(*fields: str) -> list[str]:
        return [cell for h in headings if h.field in fields for cell in cleaned[h.position]]

    years = [int(year) for cell in cells_of("timestamp") for year in _YEAR.findall(cell)]
    graded = [int(cell) for cell in cells_of("ratings") if re.fullmatch(r"\d{1,2}", cell)]
    return Sheet(
        headings,
        cleaned,
        ticks_of(headings, cleaned),
        wide=wide,
        last_first=lasts_first(cells_of("name")),
        habits=Habits(
            european=any(map(_EUROPEAN.search, cells_of("revenue", "team_size", "timestamp"))),
            year=max(years, default=None),
            top=10 if max(graded, default=0) > FIVE else FIVE,
        ),
    )


def _people(sheet: Sheet, numbers: Sequence[int], ledger: Ledger) -> tuple[tuple[Participant, ...], Admission]:
    free = availability(sheet, ledger)
    admitted = admit([row_of(sheet, line, number) for line, number in enumerate(numbers)], ledger)
    people = []
    for row in admitted.people:
        person = participant(sheet, row, admitted.ids[row.number], free[row.line])
        _remark_on_person(person, row, ledger)
        people.append(person)
    return tuple(sorted(people, key=lambda person: person.id)), admitted


def _sample(cells: Sequence[str]) -> str:
    return shortened(next((cell for cell in cells if is_answer(cell)), ""))


def _remark_on_person(person: Participant, row: Row, ledger: Ledger) -> None:
    if ledger.has("availability") and not person.trait("availability"):
        ledger.note("no-availability", person.row, value=person.name)
    for name in AMOUNTS:
        if is_answer(row.texts.get(name, "")) and not person.trait(name):
            ledger.note("unclear-number", person.row, column=ledger.fields[name])


def _remark_on_conflicts(
    people: Sequence[Participant], conflicts: Sequence[Conflict], settled: Collection[str], ledger: Ledger
) -> None:
    """Point to what was read of conflicts; not where the program has a rule on that person already."""
    known = {text.casefold() for text in settled}
    named = {person.id: person for person in people}
    told: set[tuple[int, bool]] = set()
    for one in conflicts:
        person = named[one.a]
        if not one.sentence or (one.row, one.open) in told:
            continue
        if known & {person.id.casefold(), person.email, person.name.casefold()}:
            continue
        told.add((one.row, one.open))
        if one.open and one.trouble != "nobody-of-that-kind":
            ledger.warn("conflict-unresolved", one.row, column=one.column, value=person.name)
        elif one.resolved:
            ledger.note("conflict-proposed", one.row, column=one.column, value=person.name)
