"""Remarks on what is odd about a sheet: its header, its cells, the questions that it lacks, and single answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ok_match.intake.columns.doubts import BOTH
from ok_match.intake.columns.recognition import NOT_UNDERSTOOD, Heading
from ok_match.intake.columns.table import Table
from ok_match.intake.columns.verdict import UNCLEAR_STATUS
from ok_match.intake.files.cleaning import hides_something, is_answer
from ok_match.intake.files.grid import Grid
from ok_match.intake.values.traits import AMOUNTS
from ok_match.model import WRITTEN_FACETS, Facet, Participant
from ok_match.model.languages import language_of
from ok_match.model.sheets.ledger import Ledger, shortened

from .row import Row

#: UTF-8 that was read as Windows text and saved so: "Ã©" for "é".
_GARBLED = re.compile(r"[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â€|ï»¿")
#: What spreadsheet programs make of long numbers, and of "2-3".
_DAMAGED = re.compile(
    r"\d[.,]\d+E\+\d{2}|\d{1,2}[-./ ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mrz|mai|okt|dez)[a-z]*\.?", re.I
)
_FAILED = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")
#: A quick test that a cell is worth the closer ones.
_SUSPECT = re.compile(r"[ÃÂ#ï\ufffd?]|â€|E\+|^\d{1,2}[-./ ][A-Za-z]")
#: Letters that were lost for good: marked as such, or a question mark in their place.
_LOST = re.compile(r"\ufffd|[^\W\d_]\?(?=[^\W\d_])")
#: The same in a name, in which no question mark belongs.
_LOST_IN_NAME = re.compile(r"\ufffd|[^\W\d_]\?|\?[^\W\d_]|(?<=[a-zß-ÿ])[ÃÂ]")
_CALLED = frozenset({"name", "first_name", "last_name", "middle_name", "preferred_name"})
#: Answers in which people and firms are named, so that a lost letter may hide who is meant.
_NAMING = frozenset({*_CALLED, "organisation", "keep_apart", "sit_with", "email", "id"})

#: The number of people by whose answers the language of a sheet is judged.
_READ = 200


def remark_on_headings(grid: Grid, table: Table, headings: Sequence[Heading], ledger: Ledger) -> None:
    """Remarks on the file and its header, and on columns that were left out."""
    if table.top > 1:
        ledger.note("title-rows", other=table.top)
    for remark in grid.remarks:
        ledger.remark(
            remark.severity, remark.code, remark.row, column=remark.column, value=remark.value, detail=remark.detail
        )
    times = Counter(heading.header for heading in headings if heading.header)
    for header, count in times.items():
        if count > 1:
            ledger.note("repeated-header", column=header)
    platform = [shortened(h.header, 30) for h in headings if h.reason == "only the form tool needs it"]
    if platform:
        ledger.note("platform-columns", value=", ".join(platform))
    for heading in headings:
        if heading.spare == "email":
            used = next(other.header for other in headings if other.field == "email")
            ledger.note("account-address", column=heading.header, detail=f"“{shortened(used, 40)}” was read")
        if heading.reason == UNCLEAR_STATUS.reason:
            ledger.ask("unclear-status", column=heading.header)
    for header in dict.fromkeys(h.header for h in headings if h.reason == NOT_UNDERSTOOD):
        language = language_of(header)
        ledger.ask("foreign-question", column=header, value=language.name if language else "another language")
    unsure = {h.question: h for h in reversed(headings) if h.rival}
    for heading in unsure.values():
        taken = f"read as {heading.field}" if heading.field else "left out"
        taken += f" ({heading.reason})" if heading.reason.startswith(BOTH) else ""
        ledger.ask("unsure-column", column=heading.header, value=heading.rival, detail=taken)


def remark_on_cells(
    headings: Sequence[Heading], raw: Sequence[Sequence[str]], numbers: Sequence[int], ledger: Ledger
) -> None:
    """Remarks on single cells, wherever they stand: hidden characters, garbled letters, errors and damage.

    Parameters
    ----------
    raw : sequence of sequence of str
        The cells below the header as they stand in the sheet, column by column.
    numbers : sequence of int
        The row number of each line, as the spreadsheet numbers it.
    """
    overlong = set()
    for position, cells in enumerate(raw):
        if position >= len(headings):
            overlong |= {line for line, cell in enumerate(cells) if cell.strip()}
            continue
        header = headings[position].header
        field = headings[position].field
        garbled = lost = False
        for line, cell in enumerate(cells):
            if hides_something(cell):
                ledger.note("hidden-characters", numbers[line], column=header)
            if not _SUSPECT.search(cell):
                continue
            if _GARBLED.search(cell) and not garbled:
                garbled = True
                ledger.warn("misread-letters", numbers[line], column=header)
            gone = (_LOST_IN_NAME if field in _CALLED else _LOST).search(cell)
            if gone and is_answer(cell) and (field in _NAMING or not lost):
                lost = True
                mark = "".join(char for char in gone[0] if char in "?\ufffdÃÂ")
                say = ledger.ask if field in _NAMING else ledger.warn
                say("lost-letters", numbers[line], column=header, detail=mark)
            text = cell.strip()
            if _FAILED.fullmatch(text):
                ledger.warn("cell-error", numbers[line], column=header, value=text)
            elif _DAMAGED.fullmatch(text):
                ledger.warn("cell-damage", numbers[line], column=header, value=text)
    for line in sorted(overlong):
        ledger.warn("extra-cells", numbers[line])


def remark_on_language(people: Sequence[Participant], ledger: Ledger) -> None:
    """Warn where most people wrote in another language: what their answers mean is judged for English."""
    written = [
        " ".join(said.text for facet in WRITTEN_FACETS for said in person.said(facet)) for person in people[:_READ]
    ]
    tongues = Counter(language.name for text in written if text and (language := language_of(text)))
    if tongues and 2 * tongues.total() > sum(map(bool, written)):
        ledger.warn("foreign-answers", value=tongues.most_common(1)[0][0])


def remark_on_fields(ledger: Ledger) -> None:
    """Remarks on the questions that the sheet lacks."""
    written = [facet for facet in WRITTEN_FACETS if facet is not Facet.OFFERS]
    missing = [facet for facet in written if not ledger.has(facet)]
    for facet in missing:
        lost = len(missing) == len(written) and not ledger.has(Facet.THEMES)
        (ledger.fail if lost else ledger.warn)("no-field", value=facet.value)
    if not ledger.has("name") and not (ledger.has("first_name") or ledger.has("last_name")):
        if ledger.has("id"):
            ledger.note("ids-for-names", column=ledger.fields["id"])
        else:
            ledger.warn("no-field", value="name")
    for name in ("email", "organisation", "industry"):
        if not ledger.has(name):
            ledger.note("no-field", value=name)


def remark_on_person(person: Participant, row: Row, ledger: Ledger) -> None:
    """Remarks on what could not be read of a person's answers."""
    for name in AMOUNTS:
        if is_answer(row.texts.get(name, "")) and not person.trait(name):
            ledger.note("unclear-number", person.row, column=ledger.fields[name])
