"""One finder reads every form of a name, for program files, decisions and the command line alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.mentions import PeopleFinder
from ok_match.model import Held
from tests.builders import participant

PEOPLE = (
    participant("Gregory Milbrook", id="greg", email="greg@people.example", organisation="Milbrook Builders LLC"),
    participant("Elizabeth Stone", id="stone", email="liz@people.example"),
    participant("Robert Hale", id="hale", email="hale@people.example"),
    participant("Ana Ruiz", id="ana1", email="ana@people.example", organisation="Tall Pine, Inc."),
    participant("Ana Ruiz", id="ana2", email="ruiz@people.example", organisation="Owl & Sons"),
    participant("Ana María Ortega", id="ana3", email="ortega@people.example"),
    participant("T.J. Brandt", id="tj", email=""),
    participant("greg", id="odd", email="odd@people.example"),
)
HELD = (
    Held(participant="jonas", name="Jonas Beck", email="beck@people.example", row=9, reasons=("consent-refused",)),
    Held(participant="hale2", name="Rob Hale", email="rob@people.example", row=10, reasons=("consent-refused",)),
)
FINDER = PeopleFinder(PEOPLE, HELD)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("greg", "greg"),
        ("GREG@people.example", "greg"),
        ("Gregory   milbrook", "greg"),
        ("Greg Milbrook", "greg"),
        ("Milbrook, Greg", "greg"),
        ("Mr. Milbrook", "greg"),
        ("G. Milbrook", "greg"),
        ("Gregory M.", "greg"),
        ("Milbrook", "greg"),
        ("Greg Milbrook (Milbrook Builders)", "greg"),
        ("Liz Stone", "stone"),
        ("Beth", "stone"),
        ("Ana Ruiz (Tall Pine, Inc.)", "ana1"),
        ("Ana Ruiz (Tall Pine)", "ana1"),
        ("ana ruiz (ruiz@people.example)", "ana2"),
        ("Ana Ruiz", "ana1 ana2"),
        ("Ruiz", "ana1 ana2"),
        ("Ana", "ana1 ana2 ana3"),
        ("Ana Ortega", "ana3"),
        ("Ana Maria", "ana3"),
        ("TJ Brandt", "tj"),
        ("TJ", "tj"),
        ("Jonas Beck", "jonas"),
        ("Jonas", "jonas"),
        ("Rob Hale", "hale2"),
        ("Bob Hale", "hale"),
    ],
)
def test_a_person_is_found_by_any_form_of_their_name(named: str, expected: str) -> None:
    answer = FINDER.look_up(named)
    ids = [*(PEOPLE[i].id for i in answer.people), *(HELD[i].participant for i in answer.held)]
    assert sorted(ids) == expected.split()
    assert answer.near == ()


@pytest.mark.parametrize(
    ("named", "near"),
    [
        ("Gregory Milbrok", "Gregory Milbrook"),
        ("Elisabeth Ston", "Elizabeth Stone"),
        ("Milbr", "Gregory Milbrook"),
        ("ortgea@people.example", "ortega@people.example"),
        ("Greg Quisenberry", ""),
        ("Ana Sofía Hale", ""),
        ("Ana Sofia Ortega", "Ana María Ortega"),
        ("Tall Pine", "Ana Ruiz (Tall Pine, Inc.)"),
        ("", ""),
        ("()", ""),
    ],
)
def test_a_misspelled_name_is_suggested_and_not_taken(named: str, near: str) -> None:
    answer = FINDER.look_up(named)
    assert (answer.people, answer.held) == ((), ())
    assert next(iter(answer.near), "") == near


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_looked_up(named: str) -> None:
    answer = FINDER.look_up(named)
    assert not (answer.near and (answer.people or answer.held))
    assert set(answer.people) <= set(range(len(PEOPLE)))
    assert set(answer.held) <= set(range(len(HELD)))


@pytest.mark.parametrize("person", PEOPLE)
def test_an_id_and_an_address_find_one_person_alone(person) -> None:  # type: ignore[no-untyped-def]
    for named in filter(None, (person.id, person.email)):
        assert [PEOPLE[i].id for i in FINDER.look_up(named).people] == [person.id]


def test_a_name_of_two_people_is_ambiguous_even_if_an_id_was_made_from_it() -> None:
    people = (participant("Cy Dunn", email=""), participant("Cy Dunn", id="cy dunn 2", email=""))
    assert PeopleFinder(people).look_up("Cy Dunn").people == (0, 1)
    assert PeopleFinder(people).look_up("cy dunn").people == (0,)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Greg", "Gregory"), ("Liz", "Elizabeth"), ("Bob", "Robert"), ("Peggy", "Margaret"), ("Gus", "Augustus"),
        ("Teddy", "Theodore"), ("Bev", "Beverly"), ("Tony", "Antonio"), ("Frankie", "Frances"), ("Rusty", "Russell"),
        ("Michael", "Mike"), ("Stephen", "Steven"), ("Meg", "Peggy"), ("Paco", "Francisco"),
    ],
)  # fmt: skip
def test_a_short_name_finds_its_long_form_and_the_other_way_round(called: str, name: str) -> None:
    people = (participant(f"{name} Stone", id="a"), participant("Olga Dunn", id="b"))
    finder = PeopleFinder(people)
    assert finder.look_up(called).people == finder.look_up(f"{called} Stone").people == (0,)


@pytest.mark.parametrize(
    ("called", "name"),
    [("John", "Ian"), ("Bill", "Robert"), ("Jane", "Virginia"), ("Andrew", "Randy"), ("Paul", "Pauline")],
)
def test_two_different_given_names_never_match(called: str, name: str) -> None:
    finder = PeopleFinder((participant(f"{name} Stone", id="a"),))
    assert finder.look_up(called).people == finder.look_up(f"{called} Stone").people == ()
