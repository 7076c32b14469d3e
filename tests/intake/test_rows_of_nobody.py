"""Rows that are no people, wherever they stand; people who look like one; and rows that may be either."""

import pytest

from ok_match import Intake
from ok_match.intake.tables.sections import is_note, is_out, is_title

from .sheets import about, codes, read

HEADER = ["Name", "Email", "Company", "Goals", "Obstacles"]
ANA = ["Ana Ortega", "ana@people.example", "Juniper Dental", "Open on Saturdays", "Ads"]
BO = ["Bo Lund", "bo@people.example", "Tamarack Books", "Open a café", "Cash"]
CY = ["Cy Tabor", "cy@people.example", "Tabor Tiles", "Hire", "Time"]
BLANK = ["", "", "", "", ""]


def alone(text: str, position: int = 0) -> list[str]:
    return [text if n == position else "" for n in range(len(HEADER))]


def people(intake: Intake) -> list[str]:
    return sorted(person.name for person in intake.participants)


TITLES = [
    "Mentors",
    "Mentees",
    "TUESDAY PEOPLE",
    "Tuesday evening",
    "Nonprofit leaders",
    "Returning members",
    "New this season",
    "Group A",
    "Cohort 2",
    "Confirmed (12)",
    "Spring 2026",
    "--- returning ---",
    "== Online ==",
    "Portland chapter",
    "From last season's list",
    "In person:",
    "PAID",
    "Late applications",
    "Table 4",
    "Business owners",
]
OUT = [
    "Withdrawn",
    "Waitlist",
    "WAITING LIST",
    "--- withdrawn ---",
    "Cancelled",
    "Declined",
    "Not coming",
    "No-shows",
    "On hold",
    "Dropped out",
    "Maybe",
    "Next season",
    "Pending",
    "Not taking part this year:",
    "Invited, no reply",
    "Can't come",
]
NOTES = [
    "12 people so far",
    "* = paid",
    "Contact: office at juniper dot example",
    "Updated 3 March by Jo",
    "Please do not share this list",
    "x = yes",
    "Note: times are local",
    "N.B. Bo pays by cheque",
    "printed on 3 March",
    "Deadline 12 April",
    "we still need two more people from retail",
    "https://people.example/form",
    "Source: sign-up form",
    "End of list",
    "5 places left",
]
TOTALS = ["Total", "Total: 3", "TOTAL 3", "n = 3", "Number of people: 3", "Sum", "3 responses"]


@pytest.mark.parametrize("text", [*TITLES, *NOTES, *TOTALS])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_line_in_the_column_of_names_is_nobody_wherever_it_stands(text: str, place: int) -> None:
    rows = [ANA, BO, CY]
    intake = read([*rows[:place], alone(text), *rows[place:]], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert (intake.rows.dropped, intake.rows.held) == (1, 0)


@pytest.mark.parametrize("text", [*NOTES, *TOTALS])
def test_lines_below_the_table_are_nobody(text: str) -> None:
    intake = read([ANA, BO, BLANK, alone(text), alone("* = has paid")], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund"]
    assert not intake.held


@pytest.mark.parametrize("title", OUT)
def test_people_below_a_title_that_says_they_do_not_take_part_are_held(title: str) -> None:
    intake = read([ANA, alone(title), BO, alone("Tuesday people"), CY], HEADER)
    assert people(intake) == ["Ana Ortega", "Cy Tabor"]
    assert [(held.name, held.reasons) for held in intake.held] == [("Bo Lund", ("section-out",))]
    assert intake.undecided


def test_they_are_placed_once_that_is_decided() -> None:
    intake = read([ANA, alone("Waitlist"), BO], HEADER, accept=("section-out: Bo Lund",))
    assert people(intake) == ["Ana Ortega", "Bo Lund"]


@pytest.mark.parametrize(
    "name",
    [
        "Grace May",
        "May Summers",
        "Rosa Winter",
        "Total Fitness",
        "Anna Group",
        "Guest Hale",
        "Ed Paid",
        "Ida Note",
        "李",
        "Bo",
    ],
)
def test_a_person_with_an_address_or_answers_is_one_whatever_the_name(name: str) -> None:
    with_address = read([ANA, [name, "new@people.example", "", "", ""], CY], HEADER)
    with_answers = read([ANA, [name, "", "", "Rest more", "Time"], CY], HEADER)
    assert name in people(with_address)
    assert name in people(with_answers)


@pytest.mark.parametrize(
    "titles",
    [
        ("NONPROFITS", "SMALL BUSINESS (under 10 staff)", "UNSURE WHERE TO PUT"),
        ("RETAIL", "FOOD", "CARE"),
        ("Food & drink", "Arts and culture", "Health"),
        ("Morning", "Evening", "Either"),
        ("North side", "South side", "Out of town"),
        ("A", "B", "C"),
    ],
)
def test_texts_that_stand_like_titles_are_nobody(titles: tuple[str, str, str]) -> None:
    rows = [line for title, row in zip(titles, [ANA, BO, CY], strict=True) for line in (alone(title), row, BLANK)]
    intake = read(rows, HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert not intake.held


def test_whole_names_that_stand_like_titles_may_be_people() -> None:
    names = ("Grace Hale", "Sam Sole", "Ida Berg")
    rows = [line for name, row in zip(names, [ANA, BO, CY], strict=True) for line in (alone(name), row, BLANK)]
    assert sorted(held.name for held in read(rows, HEADER).held) == sorted(names)


@pytest.mark.parametrize("beside", ["8 people", "8", "avg 4.2", "300 paid in all", "$300", "€ 300,00"])
def test_a_total_is_nobody_whatever_is_counted_beside_it(beside: str) -> None:
    intake = read([ANA, BO, CY, ["TOTAL", beside, "", "", "300"]], HEADER)
    assert (people(intake), intake.held) == (["Ana Ortega", "Bo Lund", "Cy Tabor"], ())


def test_a_number_below_the_names_is_nobody() -> None:
    intake = read([ANA, BO, CY, alone("3")], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]


def test_somebody_known_by_a_code_who_wrote_nothing_else_is_a_person() -> None:
    rows = [["P1", "Open a second shop", "Time"], ["P2", "", ""], ["P3", "Hire somebody", "Cash"]]
    intake = read(rows, ["Participant code", "Goals", "Obstacles"])
    assert people(intake) == ["P1", "P2", "P3"]


@pytest.mark.parametrize("text", ["Riverside", "Jo", "Grace Hale", "Old Mill", "ana o"])
def test_a_name_that_may_be_a_title_is_held_and_asked_about(text: str) -> None:
    intake = read([ANA, alone(text), BO], HEADER)
    assert about(intake, "maybe-person") == [3]
    assert [held.reasons for held in intake.held] == [("maybe-person",)]
    accepted = read([ANA, alone(text), BO], HEADER, accept=("maybe-person",))
    assert text in people(accepted)


def test_a_list_of_names_and_little_else_is_a_list_of_people() -> None:
    intake = read([["Ana Ortega", ""], ["Bo Lund", ""], ["Cy Tabor", "rest"]], ["Name", "Goals"])
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]


@pytest.mark.parametrize(
    "header", [HEADER, ["NAME", "E-mail", "Company", "Goals", "Obstacles"], [h.upper() for h in HEADER]]
)
def test_a_header_that_is_repeated_is_nobody(header: list[str]) -> None:
    intake = read([ANA, BLANK, header, BO], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund"]
    assert about(intake, "header-row") == [4]


@pytest.mark.parametrize(
    "table",
    [
        [["Facilitators", "Phone", "Room", "", ""], ["Bettina Crowe", "555-0180", "Library", "", ""]],
        [["Name", "Reason", "Since", "", ""], ["Hollis Grant", "moved away", "March", "", ""]],
        [["Email", "Name", "Paid", "", ""], ["hg@people.example", "Hollis Grant", "yes", "", ""]],
    ],
)
def test_a_second_table_with_people_stops_the_matching(table: list[list[str]]) -> None:
    intake = read([ANA, BO, CY, BLANK, *table], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    (problem,) = [problem for problem in intake.problems if problem.code == "second-table"]
    assert (problem.severity, problem.row) == ("error", 6)


def test_a_second_table_without_people_is_noted() -> None:
    table = [["Sector", "Number of people", "", "", ""], ["food", "2", "", "", ""], ["retail", "1", "", "", ""]]
    intake = read([ANA, BO, CY, BLANK, *table], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    assert "table-below" in codes(intake)
    assert not intake.undecided


@pytest.mark.parametrize(
    "name", ["Example: Jane Sample", "EXAMPLE - Jo Bell", "e.g. Jo Bell", "(example)", "Sample entry"]
)
def test_a_row_that_shows_how_to_answer_is_nobody(name: str) -> None:
    intake = read([[name, "jo@people.example", "Our shop", "Grow", "Time"], ANA, BO], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund"]


def test_every_row_is_accounted_for() -> None:
    rows = [ANA, alone("Waitlist"), BO, BLANK, alone("Riverside"), alone("* = paid"), CY, alone("Total 3")]
    account = read(rows, HEADER).rows
    assert account.data == len(rows)


@pytest.mark.parametrize(
    "name",
    ["Ana Ortega", "Bo van Andel", "Jean-Luc O’Hare", "Dr. Ida Null", "May Day", "Sunday Adeyemi", "Winter Rose"],
)
def test_names_are_neither_titles_nor_notes(name: str) -> None:
    assert not is_title(name)
    assert not is_note(name)


@pytest.mark.parametrize(
    "title", ["Not withdrawn", "Returning members", "From last season's list", "Paid", "Confirmed"]
)
def test_titles_of_people_who_take_part_hold_nobody(title: str) -> None:
    assert not is_out(title)


def test_a_legend_holds_nobody() -> None:
    intake = read([alone("* = waitlisted"), ANA, alone("W = withdrawn"), BO], HEADER)
    assert people(intake) == ["Ana Ortega", "Bo Lund"]
