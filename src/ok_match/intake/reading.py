"""The stage on one page: the bytes of a sheet become an Intake."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from ok_match.errors import SheetError
from ok_match.intake.answers.answers import Answers, answers_of
from ok_match.intake.answers.availability import availability
from ok_match.intake.answers.choices import remark_on_choices
from ok_match.intake.columns.questions import Questionnaire, questionnaire_of
from ok_match.intake.columns.recognition import Meanings, recognise
from ok_match.intake.files.cleaning import clean, is_answer
from ok_match.intake.files.grid import Grid
from ok_match.intake.files.readers import grids_of
from ok_match.intake.rows.admission import Admission, admit
from ok_match.intake.rows.oddities import (
    remark_on_cells,
    remark_on_fields,
    remark_on_headings,
    remark_on_language,
    remark_on_person,
)
from ok_match.intake.rows.people import participant
from ok_match.intake.rows.row import rows_of
from ok_match.intake.rows.unread import remark_on_unread
from ok_match.intake.tables.furniture import Standing, standings
from ok_match.intake.tables.long_form import long_form_column, long_form_refusal
from ok_match.intake.tables.sheets import chosen_table
from ok_match.model import Column, Guidance, Intake, Participant, Sheet
from ok_match.model.sheets.ledger import Ledger, shortened


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet whose questions are known, before it is decided which field each of them asks for.

    Attributes
    ----------
    name : str
        The name of its file.
    sha256 : str
        Of the bytes of its file, in hexadecimal.
    grid : Grid
        The sheet as text.
    asked : Questionnaire
        Its header and questions, with the columns that the program names.
    raw, cleaned : tuple of list of str
        The cells below the header, column by column: as they stand in the sheet, and without what nobody can see.
    guidance : Guidance
        The facilitator's word on how the sheet is to be read.
    """

    name: str
    sha256: str
    grid: Grid
    asked: Questionnaire
    raw: tuple[list[str], ...]
    cleaned: tuple[list[str], ...]
    guidance: Guidance

    @property
    def unclear_questions(self) -> tuple[str, ...]:
        """The questions whose own words do not say which field they ask for, left to right."""
        return self.asked.unclear_texts


def open_sheet(sheet: Sheet, guidance: Guidance | None = None) -> OpenSheet:
    """A file of answers, opened: of several sheets the one that looks most like answers.

    Parameters
    ----------
    sheet : Sheet
        The file, in any format that is known.
    guidance : Guidance, optional
        The facilitator's word on how it is to be read.

    Raises
    ------
    SheetError
        If the file is no spreadsheet, has no header row or no rows below it, or has a row for each answer.
    ProgramError
        If the guidance names a field, header or sheet that does not exist.
    """
    data, name, guidance = sheet.data, sheet.name, guidance or Guidance()
    grid, table = chosen_table(grids_of(data, name, guidance.layout.encoding), name, guidance)
    raw = tuple(table.body[position].tolist() for position in range(table.body.shape[1]))
    cleaned = tuple([clean(cell) for cell in cells] for cells in raw)
    questions = long_form_column(table.headers, cleaned)
    if questions and not guidance.accepts("long-form", questions.shown):
        raise SheetError(name, *long_form_refusal(questions.shown))
    asked = questionnaire_of(table, cleaned, guidance.columns)
    return OpenSheet(name, hashlib.sha256(data).hexdigest(), grid, asked, raw, cleaned, guidance)


def read(sheet: OpenSheet, meanings: Meanings = ()) -> Intake:
    """What a sheet holds: its columns, its people, and an account of every row.

    Parameters
    ----------
    sheet : OpenSheet
        The sheet.
    meanings : sequence of mapping
        One for each of ``sheet.unclear_questions``: the likelihood, 0 to 1, of each field that it may ask for. Without
        them, the words of the questions and the values below them decide alone.

    Raises
    ------
    ValueError
        If there are meanings, but not one for each unclear question.
    """
    grid, table = sheet.grid, sheet.asked.table
    headings = recognise(sheet.asked, meanings, sheet.guidance.shares)
    numbers = table.body.index.tolist()
    answers = answers_of(headings, sheet.cleaned, grid.wide)
    ledger = Ledger(answers.header, sheet.guidance)
    remark_on_headings(grid, table, headings, ledger)
    remark_on_cells(headings, sheet.raw, numbers, ledger)
    if questions := long_form_column(table.headers, sheet.cleaned):
        ledger.fail("long-form", column=questions.shown)
    remark_on_fields(ledger)
    rows = standings(headings, sheet.cleaned, numbers, grid.wide, table.doubtful)
    remark_on_choices(answers.choices, ledger)
    people, admitted = _people(answers, numbers, rows, ledger)
    remark_on_language(people, ledger)
    return Intake(
        source=sheet.name,
        sha256=sheet.sha256,
        detected=grid.detected.model_copy(update={"tool": table.tool, "header_rows": table.header_rows}),
        rows=admitted.account.with_dropped(grid.left_out),
        columns=tuple(
            Column(
                position=h.position,
                header=h.header,
                field=h.field,
                reason=h.reason,
                confidence=h.sure,
                visibility=h.visibility,
                sample=_sample(sheet.cleaned[h.position]),
            )
            for h in headings
        ),
        participants=people,
        held=admitted.held,
        problems=ledger.in_order(),
    )


def _people(
    answers: Answers, numbers: Sequence[int], rows: Sequence[Standing], ledger: Ledger
) -> tuple[tuple[Participant, ...], Admission]:
    """The participants by id, and what became of the rows."""
    free = availability(answers, ledger)
    every = rows_of(answers, numbers, rows)
    admitted = admit(every, ledger, free, last_first=answers.last_first)
    remark_on_unread(answers.headings, answers.table, every, ledger)
    people = []
    for row in admitted.people:
        when = free[row.line]
        person = participant(answers, row, admitted.ids[row.number], when.named or when.granted)
        remark_on_person(person, row, ledger)
        people.append(person)
    return tuple(sorted(people, key=lambda person: person.id)), admitted


def _sample(cells: Sequence[str]) -> str:
    """The first answer of a column, cut to a readable length."""
    return shortened(next((cell for cell in cells if is_answer(cell)), ""))
