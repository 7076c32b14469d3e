"""How a rule's people are found in the sheet."""

import pytest

from ok_match import ProgramError
from ok_match.mentions import PeopleFinder
from ok_match.model import Held, Rule
from ok_match.rules import World
from tests.builders import affinity_of, participant

RULE = Rule(rule="apart")
PEOPLE = (
    participant("Ana Ruiz", id="P-7", email="ana@people.example"),
    participant("Bo Lund", id="bo@people.example", email="bo@people.example"),
    participant("Bo Lund", id="bo.l@people.example", email="bo.l@people.example"),
    participant("Cy", id="cy", email=""),
    participant("P-7", id="odd@people.example", email="odd@people.example"),
)
HELD = (Held(participant="zed", name="Zed Null", email="zed@people.example", row=9, reasons=("consent-refused",)),)
WORLD = World(PEOPLE, HELD, affinity_of([[0] * 5] * 5), PeopleFinder(PEOPLE, HELD))


@pytest.mark.parametrize(
    ("named", "position"),
    [
        ("Ana Ruiz", 0),
        ("ana ruiz", 0),
        ("  Ana   Ruiz ", 0),
        ("ana@people.example", 0),
        ("ANA@People.example", 0),
        ("bo.l@people.example", 2),
        ("cy", 3),
        ("p-7", 0),
        ("A. Ruiz", 0),
        ("Ana", 0),
    ],
)
def test_a_person_is_found_by_id_address_or_name(named: str, position: int) -> None:
    assert WORLD.find(named, RULE) == position


def test_an_id_decides_before_a_name() -> None:
    assert WORLD.find("P-7", RULE) == 0


@pytest.mark.parametrize("named", ["Zed Null", "zed", "ZED@people.example"])
def test_somebody_who_is_held_is_known_and_has_no_place(named: str) -> None:
    assert WORLD.find(named, RULE) is None


def test_a_name_that_two_people_share_is_refused() -> None:
    with pytest.raises(ProgramError, match=r'"Bo Lund" is the name of 2 people.*e-mail address'):
        WORLD.find("Bo Lund", RULE)


@pytest.mark.parametrize(("named", "meant"), [("Ana Riuz", "Ana Ruiz"), ("ana@poeple.example", "ana@people.example")])
def test_somebody_unknown_is_refused_with_the_nearest_name(named: str, meant: str) -> None:
    with pytest.raises(ProgramError, match=f'nobody in the sheet is called "{named}".*did you mean "{meant}"'):
        WORLD.find(named, RULE)


def test_a_name_unlike_any_other_is_refused_without_a_guess() -> None:
    with pytest.raises(ProgramError, match="take the rule out") as caught:
        WORLD.find("Xerxes", RULE)
    assert "did you mean" not in str(caught.value)


def test_nobody_is_found_by_an_empty_name() -> None:
    with pytest.raises(ProgramError):
        WORLD.find("", RULE)


def test_several_people_come_each_once_in_order_and_without_those_held() -> None:
    assert WORLD.find_all(["cy", "Zed Null", "Ana Ruiz", "P-7"], RULE) == (0, 3)


def test_ids_are_given_by_position() -> None:
    assert WORLD.ids([3, 0]) == ("cy", "P-7")
