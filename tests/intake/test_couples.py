"""Two people in one row, and single people whose name looks like two."""

import pytest

from ok_match.intake.values.names.couples import are_two_people

from .sheets import read

TWO = [
    "Priya V., Jo V.", "Priya & Jo Varga", "The Montoyas", "Ana / Luis", "Yara Feld +1",
    "Sam Lee (and her husband Ned)",
    "Ana and Luis Ortega", "Mr and Mrs Hale", "Mr. & Mrs. Hale", "Jo Lee w/ partner", "Ana Ruiz, Bo Lund, Cy Hale",
    "Ana y Luis Ortega", "Ana Ruiz y Luis Ortega", "Ana Ruiz und Luis Ortega", "Familie Hale", "The Hale Family",
    "Bo Lund & guest", "Los Ortega", "Bo Lund (2 people)", "Bo Lund x2", "Ana Ruiz; Luis Ortega", "Bo Lund plus one",
    "Jean et Marie Dupont", "M. et Mme Dupont", "Rosa e Paulo Costa", "Ana, Luis and Jo", "Hale sisters",
    "Ana Ruiz\nLuis Ortega", "Ana Ruiz mit Partner", "Bob 'n' Sue Hale",
]  # fmt: skip
ONE = [
    "Ana María Ruiz y López", "Ana Smith-Jones", "Nand Patel", "Jo Van der Berg", "Van der Berg, Jo", "Sandy Hand",
    "Ana Ruiz, CPA", "Jo Hale, Owner", "Ana Ruiz (she/her)", "Joan Puig i Ferrer", "Maria Costa e Silva",
    "Ortega, Ana",
    "José Ortega y Gasset", "Elizabeth (Liz) Hale", 'Robert "Bob" Hale', "Andy Anderson", "Ana Ruiz, PhD, MBA",
    "Hale, Jr.", "Jo Lee (formerly Hale)", "Ana Ruiz (Marks & Sons)", "Theo Hendersons", "Etta With", "Marks & Sons",
    "Sam Hale, partner", "de la Cruz y Vega, Ana", "P-014", "=1+1", "Ana\nRuiz",
]  # fmt: skip


@pytest.mark.parametrize("name", TWO)
def test_two_people_in_one_row_are_seen(name: str) -> None:
    assert are_two_people(name)


@pytest.mark.parametrize("name", ONE)
def test_one_person_is_not_taken_for_two(name: str) -> None:
    assert not are_two_people(name)


def test_a_comma_parts_people_only_where_it_parts_no_surname() -> None:
    assert are_two_people("Ana, Luis", given=frozenset({"ana", "luis"}))
    assert not are_two_people("Ana, Luis")
    assert not are_two_people("Priya Shah, Jo Shah", last_first=True)


def test_a_couple_is_held_until_the_facilitator_decides() -> None:
    rows = [["Ana & Luis Ortega", "a@people.example", "sell"], ["Bo Lund", "b@people.example", "bake"]]
    header = ["Name", "Email", "Goals"]
    (held,) = read(rows, header).held
    assert (held.name, held.reasons) == ("Ana & Luis Ortega", ("two-people",))
    assert not read(rows, header, accept=["two-people"]).held


def test_a_firm_with_two_names_makes_no_couple() -> None:
    rows = [["Ana Ortega", "Marks & Sons", "a@people.example", "sell"]] * 2
    assert not read(rows, ["Name", "Company", "Email", "Goals"]).held
