"""Questions for names and parts of names, in the wordings of many forms, and the names that come of them."""

import pytest

from ok_match.intake.columns.asking.cues import cues
from ok_match.intake.columns.asking.name_parts import name_part

from .sheets import read

ASKED = {
    "first_name": [
        "What is your first name?", "Name (First)", "First", "fname", "FirstName", "first_name", "Given name(s)",
        "Participant: First Name", "First name (as in your passport)", "Vorname", "Prénom", "Voornaam",
        "First things first: what's your first name?", "Forename", "Participant (First)", "Q1. First name *",
    ],
    "last_name": [
        "What is your last name?", "Name: Last", "Surname / family name", "LastName", "lname",
        "Thanks! And your last name?",
        "Nachname", "Nom de famille", "Apellidos", "Achternaam", "Cognome", "Family name", "Legal last name",
    ],
    "middle_name": ["Name (Middle)", "Middle initial", "M.I.", "Middle name (if any)"],
    "name_prefix": ["Name (Prefix)", "Salutation", "Anrede", "Prefix"],
    "name_suffix": ["Name (Suffix)", "Suffix"],
    "preferred_name": [
        "What should we call you?", "Preferred name", "Nickname", "Name as it should appear on your badge",
        "Name tag",
        "How would you like to be addressed?", "Preferred first name", "What do people call you?", "Goes by",
    ],
    "name": [
        "Name", "What's your name?", "Full legal name", "First and last name", "Your name (first & last)",
        "Who is coming?",
        "Nombre y apellidos", "Vor- und Nachname", "Attendee name", "Name and surname", "Please enter your full name",
    ],
}  # fmt: skip
NOBODYS = [
    "Company name", "Business Name", "Name of your first customer", "Emergency contact name", "Last year",
    "First choice",
    "Family business", "Username", "First name of your business partner", "Name of your dog", "Project name",
    "Who referred you? (first and last name)", "Your manager's name", "Brand name",
    "What would you name as your first goal?",
]  # fmt: skip


@pytest.mark.parametrize(("field", "question"), [(field, text) for field, texts in ASKED.items() for text in texts])
def test_a_question_for_a_name_is_known_in_any_wording(field: str, question: str) -> None:
    sure = cues(question)
    assert max(sure, key=lambda name: sure[name]) == field
    assert sure[field] >= 80


@pytest.mark.parametrize("question", NOBODYS)
def test_the_name_of_something_or_somebody_else_is_no_name(question: str) -> None:
    assert name_part(question) is None
    assert max(cues(question)[field] for field in ASKED) < 45


def shown(header: list[str], *rows: list[str]) -> list[str]:
    """The names of the people of a small sheet, in the order of its rows."""
    full = [[*row, f"p{n}@people.example", f"goal number {n}"] for n, row in enumerate(rows)]
    people = read(full, [*header, "Email", "Goals"]).participants
    return [person.name for person in sorted(people, key=lambda person: person.row)]


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        (
            ["Name (Prefix)", "Name (First)", "Name (Middle)", "Name (Last)"],
            ["Ms", "Ana", "Q.", "Ortega"],
            "Ana Ortega",
        ),
        (["Last name", "First name"], ["Ortega", "Ana"], "Ana Ortega"),
        (["Name", "Vorname"], ["Ortega", "Ana"], "Ana Ortega"),
        (["Nombre", "Apellidos"], ["Ana", "Ortega Ruiz"], "Ana Ortega Ruiz"),
        (["Nom", "Prénom"], ["Ortega", "Ana"], "Ana Ortega"),
        (["First name", "Last name"], ["Ana Ortega", "Ortega"], "Ana Ortega"),
        (["First name", "Last name", "What should we call you?"], ["Elizabeth", "Hale", "Liz"], "Elizabeth Hale"),
        (["What should we call you?"], ["Liz"], "Liz"),
        (["What should we call you?", "Surname"], ["Liz", "Hale"], "Liz Hale"),
        (["Title", "First name", "Last name"], ["Dr.", "Ana", "Ortega"], "Ana Ortega"),
        (["First name", "Last name"], ["Ana", ""], "Ana"),
        (["Voornaam", "Tussenvoegsel", "Achternaam"], ["Joost", "van", "Dijk"], "Joost van Dijk"),
        (["Voornaam", "Tussenvoegsels", "Achternaam"], ["Joost", "van der", "Berg"], "Joost van der Berg"),
        (["First name", "Middle name", "Last name"], ["Joost", "Karel", "Dijk"], "Joost Dijk"),
        (["First name", "Last name"], ["Joost", "Dijk, van"], "Joost van Dijk"),
        (["Full name", "First name", "Last name"], ["Ana M. Ortega", "Ana", "Ortega"], "Ana M. Ortega"),
    ],
)
def test_the_parts_of_a_name_are_joined(header: list[str], row: list[str], name: str) -> None:
    other = ["Mr" if cell in {"Ms", "Dr."} else "Bo" if cell else "" for cell in row]
    assert name in shown(header, row, other, other[:])


def test_names_with_the_surname_in_capitals_first_are_turned_round() -> None:
    assert shown(["Name"], ["ORTEGA Ana"], ["VAN DER BERG Jo"], ["LUND Bo"]) == [
        "Ana ORTEGA",
        "Jo VAN DER BERG",
        "Bo LUND",
    ]
    assert shown(["Name"], ["ANA ORTEGA"], ["BO LUND"]) == ["ANA ORTEGA", "BO LUND"]


def test_words_before_surnames_are_known_by_themselves() -> None:
    header = ["Voornaam", "tussenv.", "Achternaam"]
    assert shown(header, ["Joost", "van", "Dijk"], ["Li", "de", "Wit"], ["Ana", "", "Ruiz"])[:2] == [
        "Joost van Dijk",
        "Li de Wit",
    ]


def test_a_column_with_the_names_of_the_addresses_holds_the_names() -> None:
    people = [
        ["Ana Ortega", "ana.ortega@people.example", "Open"],
        ["Bo Lund", "bo@lund.example", "Hire"],
        ["Cy Tabor", "ctabor@people.example", "Rest"],
    ]
    intake = read(people, ["Title", "Email", "Goals"])
    assert sorted(person.name for person in intake.participants) == ["Ana Ortega", "Bo Lund", "Cy Tabor"]
    jobs = [
        [job, *row[1:]] for job, row in zip(["Executive Director", "Head Baker", "Shop Owner"], people, strict=True)
    ]
    assert "name" not in [column.field for column in read(jobs, ["Title", "Email", "Goals"]).columns]


@pytest.mark.parametrize("header", ["Best time to call you", "May we call you?", "Day to call you"])
def test_whether_to_ring_somebody_is_no_name(header: str) -> None:
    intake = read([["Ana Ortega", "ana@people.example", "noon"]], ["Name", "Email", header])
    assert intake.columns[2].field is None


def test_a_person_is_found_by_what_they_like_to_be_called() -> None:
    header = ["First name", "Last name", "Nickname", "Email", "Goals", "Whom should you not sit with?"]
    rows = [
        ["Margarethe", "Ortega", "Pim", "a@people.example", "sell bread", ""],
        ["Bo", "Lund", "", "b@people.example", "bake it", "Pim, please"],
    ]
    (conflict,) = read(rows, header).conflicts
    assert {conflict.a, conflict.b} == {"a@people.example", "b@people.example"}


def test_a_form_of_address_alone_is_no_name() -> None:
    rows = [["Ms", "a@people.example", "sell"], ["Mr", "b@people.example", "bake"]]
    assert [person.name for person in read(rows, ["Name", "Email", "Goals"]).participants] == [
        "a@people.example",
        "b@people.example",
    ]
