"""Rows that are no person, rows that are more than one person, and people who must not be placed yet."""

import pytest

from ok_match import Intake

from .sheets import about, codes, read

HEADER = ("Email", "Name", "Company", "Goals", "Notes", "I agree")
ANA = ["ana@people.example", "Ana Ortega", "Juniper Dental", "Open on Saturdays", "", "Yes"]
BO = ["bo@people.example", "Bo Lund", "Tamarack Books", "Open a café", "", "Yes"]


def held(intake: Intake) -> dict[str, tuple[str, ...]]:
    return {person.name: person.reasons for person in intake.held}


def changed(row: list[str], **cells: str) -> list[str]:
    named = dict(zip(("email", "name", "company", "goals", "notes", "agree"), row, strict=True)) | cells
    return list(named.values())


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Spring applicants:", "", "", "", "", ""], "section-row"),
        (["— Returning members —", "", "", "", "", ""], "section-row"),
        (["", "Returning members", "", "", "", ""], "section-row"),
        (["Total", "2", "", "", "", ""], "total-row"),
        (["TOTAL: 24", "", "", "", "", ""], "total-row"),
        (["", "", "Count", "2", "", ""], "total-row"),
        (list(HEADER), "header-row"),
        ([""] * 6, "blank-row"),
    ],
)
def test_a_row_that_is_no_answer_is_dropped_with_a_note(row: list[str], code: str) -> None:
    intake = read([ANA, row, BO], HEADER)
    assert about(intake, code) == [3]
    assert (intake.rows.people, intake.rows.dropped) == (2, 1)


@pytest.mark.parametrize(
    "row",
    [
        ["", "Ana Ortega", "", "", "", ""],
        ["", "May Summers", "", "", "", ""],
        ["ana@people.example", "", "", "", "", ""],
        ["total@people.example", "Total Fitness", "", "rest", "", ""],
        ["", "Summer Count", "Total Fitness", "rest", "", ""],
    ],
)
def test_a_person_who_wrote_little_is_not_dropped(row: list[str]) -> None:
    assert read([BO, row], HEADER).rows.dropped == 0


def test_a_lone_answer_without_a_name_is_held_not_dropped() -> None:
    intake = read([ANA, ["", "", "", "sell the shop to my daughter", "", ""]], HEADER)
    assert intake.rows.held == 1


@pytest.mark.parametrize("name", ["Ana and Luis Ortega", "Ana & Luis Ortega", "Ana Ortega / Luis Ortega"])
def test_two_people_in_one_row_are_held(name: str) -> None:
    assert held(read([changed(ANA, name=name), BO], HEADER)) == {name: ("two-people",)}


@pytest.mark.parametrize("name", ["Anand Rao", "Sandy O’Land", "Rosa y Luz-Marín", "Bo van Andel"])
def test_one_person_whose_name_only_looks_like_two_is_placed(name: str) -> None:
    intake = read([changed(ANA, name=name), BO], HEADER)
    assert intake.rows.people == 2 or name == "Rosa y Luz-Marín"


@pytest.mark.parametrize(
    "note",
    [
        "Please call me before you place me",
        "call me first",
        "Could you ring me about this?",
        "I’d like to talk to you before anything is decided",
    ],
)
def test_somebody_who_asks_to_be_called_is_held(note: str) -> None:
    assert held(read([changed(ANA, notes=note), BO], HEADER)) == {"Ana Ortega": ("asks-to-talk",)}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("goals", "Please customers who call me before noon"),
        ("notes", "I talk a lot, sorry"),
        ("notes", "Everybody calls me Annie"),
    ],
)
def test_somebody_who_only_mentions_calls_is_placed(field: str, text: str) -> None:
    assert held(read([changed(ANA, **{field: text}), BO], HEADER)) == {}


@pytest.mark.parametrize("cell", ["ana@people.example; office@people.example", "ana@people.example, o@people.example"])
def test_of_two_addresses_the_first_identifies_and_both_are_mentioned(cell: str) -> None:
    intake = read([changed(ANA, email=cell), BO], HEADER)
    assert [person.email for person in intake.participants] == ["ana@people.example", "bo@people.example"]
    assert about(intake, "two-emails") == [2]


def test_what_changed_between_two_answers_is_listed_by_question_and_never_quoted() -> None:
    intake = read([ANA, changed(ANA, goals="Find a partner", notes="Thursdays are hard")], HEADER)
    (problem,) = [problem for problem in intake.problems if problem.code == "duplicate-person"]
    assert "“Goals”" in problem.message
    assert "“Notes”" in problem.message
    assert "Company" not in problem.message
    assert "partner" not in problem.message


def test_numbers_that_restart_in_each_section_identify_nobody() -> None:
    header = ("Participant no", *HEADER)
    intake = read([["1", *ANA], ["1", *BO]], header)
    assert intake.rows.people == 2


def test_names_are_reordered_where_the_column_has_last_names_first() -> None:
    rows = [changed(ANA, name="Ortega, Ana Lucía"), changed(BO, name="Lund, Bo")]
    assert {person.name for person in read(rows, HEADER).participants} == {"Ana Lucía Ortega", "Bo Lund"}
    rows = [changed(ANA, name="Ana Ortega, CPA"), changed(BO, name="Bo Lund, Jr.")]
    assert {person.name for person in read(rows, HEADER).participants} == {"Ana Ortega, CPA", "Bo Lund, Jr."}


def test_years_count_up_to_the_year_of_the_latest_answer() -> None:
    header = ("Timestamp", "Email", "Name", "Goals", "Years in business")
    intake = read([["2026-03-01 10:00", "a@people.example", "Ana", "rest", "since 2016"]] * 2, header)
    assert [person.trait("years") for person in intake.participants] == [("6-10",)]


def test_an_amount_keeps_its_words_and_what_is_unclear_stays_unknown() -> None:
    header = ("Email", "Name", "Goals", "Annual revenue")
    rows = [["a@people.example", "Ana", "rest", "$780k"], ["b@people.example", "Bo", "rest", "it depends"]]
    intake = read(rows, header)
    (trait,) = [trait for person in intake.participants for trait in person.traits]
    assert (trait.values, trait.original, trait.number) == (("500k-1m",), "$780k", 780_000)
    assert about(intake, "unclear-number") == [3]


@pytest.mark.parametrize(
    ("header", "seen"),
    [
        ("Goals", "cohort"),
        ("Goals (only the facilitator sees this)", "facilitator"),
        ("Goals - we will not share this with anybody", "facilitator"),
        ("Goals. Confidential.", "facilitator"),
        ("Obstacles", "facilitator"),
        ("Pronouns", "facilitator"),
        ("Do you have any access needs?", "facilitator"),
        ("Phone number", "facilitator"),
        ("Notes", "facilitator"),
        ("Opportunities", "cohort"),
    ],
)
def test_who_may_see_a_column(header: str, seen: str) -> None:
    column = read([["first words here"], ["other words there"]], [header]).columns[0]
    assert column.visibility == seen


def test_the_program_decides_who_may_see_a_column() -> None:
    choice = {"goals": {"header": "Goals", "share": "facilitator"}, "obstacles": {"header": "Bad", "share": "cohort"}}
    columns = read([["rest", "money"]], ["Goals", "Bad"], columns=choice).columns
    assert [column.visibility for column in columns] == ["facilitator", "cohort"]


def test_a_column_without_a_field_may_be_kept_by_the_program() -> None:
    intake = read([["Ana", "rest", "Bend"]], ["Name", "Goals", "Chapter"], columns={"trait": {"chapter": "Chapter"}})
    assert intake.participants[0].trait("chapter") == ("Bend",)


def test_clean_sheets_have_no_problems() -> None:
    assert set(codes(read([ANA, BO], HEADER))) == set()
