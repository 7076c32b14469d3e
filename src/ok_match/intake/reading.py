"""The stage on one page: the bytes of a sheet become an Intake."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ok_match.errors import SheetError
from ok_match.model import WRITTEN_FACETS, Column, Conflict, Facet, Intake, Participant

from .admission import admit
from .cleaning import clean, hides_something, is_answer, shortened
from .conflicts import find_conflicts
from .grid import Grid
from .ledger import Ledger
from .people import availability, participant, row_of, sheet_of
from .readers import READERS
from .recognition import Heading, recognisable, recognise

if TYPE_CHECKING:
    import pandas as pd

#: Rows that are looked through for the header.
TITLES = 15


def read(
    data: bytes,
    name: str,
    columns: Mapping[str, str | tuple[str, ...]] | None = None,
    settled: Collection[str] = (),
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

    Raises
    ------
    SheetError
        If the file is no spreadsheet, or has no header row or no rows below it.
    ProgramError
        If ``columns`` names a field or header that does not exist.
    """
    grid = _grid(data, name)
    headers, body = _below_header(grid, name)
    raw = [body[position].tolist() for position in range(body.shape[1])]
    headings = recognise(headers, raw[: len(headers)], columns or {})
    fields = {h.field: h.header for h in reversed(headings) if h.field}
    ledger = Ledger(fields)
    numbers = body.index.tolist()
    if numbers[0] > 2:
        ledger.note("title-rows", other=numbers[0] - 1)
    _remark_on_sheet(grid, headings, raw, numbers, ledger)
    sheet = sheet_of(headings, [[clean(cell) for cell in cells] for cells in raw])
    free = availability(sheet, ledger)
    admission = admit([row_of(sheet, line, number) for line, number in enumerate(numbers)], ledger)
    people = []
    for row in admission.people:
        person = participant(sheet, row, admission.ids[row.number], free[row.line])
        _remark_on_person(person, ledger)
        people.append(person)
    people.sort(key=lambda person: person.id)
    conflicts = find_conflicts(people, admission.held)
    _remark_on_conflicts(people, conflicts, settled, ledger)
    return Intake(
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        detected=grid.detected,
        rows=admission.account,
        columns=tuple(
            Column(
                position=h.position,
                header=h.header,
                field=h.field,
                reason=h.reason,
                sample=_sample(sheet.table[h.position]),
            )
            for h in headings
        ),
        participants=tuple(people),
        held=admission.held,
        problems=ledger.in_order(),
        conflicts=conflicts,
    )


def _grid(data: bytes, name: str) -> Grid:
    if not data.strip():
        raise SheetError(
            name,
            "is empty.",
            "There is nobody to place.",
            "download the answers again; the file has no content.",
        )
    reader = next(reader for reader in READERS.values() if reader.recognises(data))
    return reader.read(data, name)


def _below_header(grid: Grid, name: str) -> tuple[list[str], pd.DataFrame]:
    """Give the headers, and the rows below them."""
    cells = grid.cells
    filled = ((row, texts) for row, *texts in cells.itertuples() if any(text.strip() for text in texts))
    first = list(islice(filled, TITLES))
    if not first:
        raise SheetError(name, "holds no text.", "There is nobody to place.", "download the answers again.")
    top = first[0][0]
    if _is_title(first[0][1]):
        # Above many hand-kept tables stand a title, a date, a line of thanks: the header comes after them.
        top = next((row for row, texts in first if not _is_title(texts) and recognisable(texts) > 1), top)
    headers = cells.loc[top].tolist()
    while headers and not headers[-1].strip():
        headers.pop()
    body = cells.loc[top + 1 :]
    if body.empty:
        raise SheetError(
            name,
            f"has a header row (row {top}) and no rows below it.",
            "There is nobody to place.",
            "check that the form has answers, then download them again.",
        )
    return headers, body


def _is_title(texts: Sequence[str]) -> bool:
    """Say whether a row is too sparse to be the header of its table."""
    return sum(bool(text.strip()) for text in texts) * 3 <= len(texts)


def _sample(cells: Sequence[str]) -> str:
    return shortened(next((cell for cell in cells if is_answer(cell)), ""))


def _remark_on_sheet(
    grid: Grid,
    headings: Sequence[Heading],
    raw: Sequence[Sequence[str]],
    numbers: Sequence[int],
    ledger: Ledger,
) -> None:
    """Mention what is odd about the sheet as a whole, or about a cell wherever it stands."""
    for code, row in grid.remarks:
        ledger.warn(code, row)
    if grid.detected.encoding in {"cp1252", "latin-1"}:
        ledger.note("guessed-encoding", value=grid.detected.encoding)
    times = Counter(heading.header for heading in headings if heading.header)
    for header, count in times.items():
        if count > 1:
            ledger.note("repeated-header", column=header)
    odd: dict[int, int] = defaultdict(int)
    for position, cells in enumerate(raw):
        for line, cell in enumerate(cells):
            if position >= len(headings) and cell.strip():
                odd[line] += 1
            elif hides_something(cell):
                ledger.note("hidden-characters", numbers[line], column=headings[position].header)
    for line in odd:
        ledger.warn("extra-cells", numbers[line])
    _remark_on_fields(ledger)


def _remark_on_fields(ledger: Ledger) -> None:
    """Mention the questions that the sheet lacks."""
    written = [facet for facet in WRITTEN_FACETS if facet is not Facet.OFFERS]
    missing = [facet for facet in written if not ledger.has(facet)]
    for facet in missing:
        (ledger.fail if len(missing) == len(written) else ledger.warn)("no-field", value=facet.value)
    if not ledger.has("name") and not (ledger.has("first_name") or ledger.has("last_name")):
        ledger.warn("no-field", value="name")
    for name in ("email", "organisation", "industry"):
        if not ledger.has(name):
            ledger.note("no-field", value=name)


def _remark_on_person(person: Participant, ledger: Ledger) -> None:
    if ledger.has("availability") and not person.trait("availability"):
        ledger.note("no-availability", person.row, value=person.name)


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
        if one.open:
            ledger.warn("conflict-unresolved", one.row, column=one.column, value=person.name)
        else:
            ledger.note("conflicts-proposed", one.row, column=one.column, value=person.name)
