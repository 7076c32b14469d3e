"""Laws 1, 2, 4, 6 and 8, on sheets of every kind."""

import random
from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from ok_match import ImpossibleError, Program, Record, Sheet, SheetError, check, match, read_record
from ok_match.intake.files.cleaning import clean
from ok_match.model import Sizes
from tests.builders import HEADER, sheet_of
from tests.conftest import PROGRAMS, SAMPLES, program_of
from tests.strategies import SHARED, rows

PROGRAM = Program(cohorts=Sizes(min=2, max=4))
thorough = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def of_any_sheet(law: Callable[[list[list[str]]], None]) -> Callable[[], None]:
    """A law tested on sheets of at least two people."""
    return seed(SHARED)(given(rows(least=2))(thorough(law)))


@cache
def match_or_none(sheet: bytes) -> Record | None:
    """The record of a sheet, or None if the sheet cannot be matched."""
    try:
        return match(Sheet("sheet.csv", sheet), PROGRAM)
    except (SheetError, ImpossibleError):
        return None


def assert_everyone_has_one_place(record: Record, low: int, high: int) -> None:
    seated = [member for cohort in record.roster.cohorts for member in cohort.members]
    waiting = [entry.participant for entry in record.roster.waitlist]
    assert sorted(seated + waiting) == sorted(person.id for person in record.participants)
    assert all(low <= len(cohort.members) <= high for cohort in record.roster.cohorts)
    assert all(entry.reasons for entry in record.roster.waitlist)
    assert record.score.must == 0
    assert record.score.placed == len(seated)
    assert sorted(seat.participant for seat in record.explanations.people) == sorted(seated)


@of_any_sheet
def test_everyone_sits_in_one_cohort_or_waits_with_a_reason(people: list[list[str]]) -> None:
    record = match_or_none(sheet_of(people))
    if record is not None:
        assert_everyone_has_one_place(record, 2, 4)


def test_everyone_in_the_samples_has_one_place(record: Record) -> None:
    sizes = record.program.cohorts
    assert_everyone_has_one_place(record, sizes.min, sizes.max)


@given(rows(least=1), st.lists(st.integers(0, 5), max_size=4))
@thorough
def test_every_row_is_accounted_for(people: list[list[str]], repeats: list[int]) -> None:
    extra = [people[i % len(people)] for i in repeats] + [[""] * len(HEADER), ["test@test.example", "test"] + [""] * 6]
    sheet = [*extra, *people]
    intake = check(Sheet("sheet.csv", sheet_of(sheet)))
    account = intake.rows
    assert account.data == len(sheet)
    assert account.people + account.merged + account.dropped + account.held == account.data
    assert account.people == len(intake.participants)
    assert account.held == len(intake.held)
    named = {problem.row for problem in intake.problems} | {person.row for person in intake.participants}
    assert named >= set(range(2, len(sheet) + 2)), "a row vanished without a word"


def assert_quotes_are_verbatim(record: Record, cells: dict[tuple[int, str], str]) -> None:
    row_of = {person.id: person.row for person in record.participants}
    spoken = [(s.participant, s) for c in record.explanations.cohorts for g in c.shared for s in g.quotations]
    quotes = [(who, quotation.statement) for who, quotation in spoken]
    for seat in record.explanations.people:
        for peer in seat.closest:
            for link in peer.links:
                quotes += [(seat.participant, link.mine), (peer.participant, link.theirs)]
    for person in record.participants:
        quotes += [(person.id, statement) for statement in person.statements]
    for who, statement in quotes:
        assert statement.place.row == row_of[who]
        assert statement.text
        assert statement.text in clean(cells[statement.place.row, statement.place.column])


@of_any_sheet
def test_every_quotation_is_verbatim_and_its_owners(people: list[list[str]]) -> None:
    record = match_or_none(sheet_of(people))
    # Garbled letters are mended with a note: what is quoted is then what they stand for.
    if record is not None and not {"mended-letters", "mended-entities"} & {p.code for p in record.intake.problems}:
        cells = {(n, HEADER[c]): text for n, row in enumerate(people, 2) for c, text in enumerate(row)}
        assert_quotes_are_verbatim(record, cells)


def without_rows(record: Record) -> dict[str, object]:
    """A record as data, without everything that the order of rows may change."""
    kept = record.model_dump(mode="json", by_alias=True)
    kept["provenance"].pop("sheet")
    kept["intake"].pop("columns")

    def strip(value: object) -> object:
        if isinstance(value, dict):
            return {key: strip(part) for key, part in value.items() if key != "row"}
        return [strip(part) for part in value] if isinstance(value, list) else value

    kept = strip(kept)
    # The order of rows decides which of two namesakes a problem is about, and which row it names for the other.
    kept["intake"]["problems"] = sorted(problem["code"] for problem in kept["intake"]["problems"])
    return kept


@of_any_sheet
def test_the_order_of_rows_changes_nothing_but_row_numbers(people: list[list[str]]) -> None:
    shuffled = list(people)
    random.Random(sheet_of(people)).shuffle(shuffled)  # noqa: S311 - any order will do
    first, second = match_or_none(sheet_of(people)), match_or_none(sheet_of(shuffled))
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert without_rows(first) == without_rows(second)


def test_the_same_seed_gives_the_same_bytes(records: dict[str, Record]) -> None:
    for name in PROGRAMS:
        again = match(Sheet(name, (SAMPLES / name).read_bytes()), program_of(name))
        assert again.to_json() == records[name].to_json()


def test_a_record_read_back_is_the_same_bytes(record: Record) -> None:
    assert read_record(record.to_json()).to_json() == record.to_json()


@of_any_sheet
def test_any_record_read_back_is_the_same_bytes(people: list[list[str]]) -> None:
    record = match_or_none(sheet_of(people))
    if record is not None:
        assert read_record(record.to_json()).to_json() == record.to_json()
