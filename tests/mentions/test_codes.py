"""People named by ids, numbers, codes and handles."""

import pytest

from ok_match import PeopleFinder
from ok_match.mentions.codes import Codes, code_key
from ok_match.model import Participant
from tests.intake.sheets import read


def named(text: str, *ids: str) -> list[str]:
    codes = Codes([Participant(id=code, name=code, row=n) for n, code in enumerate(ids)])
    return [ids[coded.person] for coded in codes.named_in(text)]


@pytest.mark.parametrize(
    "said", ["P-014", "p-014", "P14", "P 014", "please not P-014.", "(P-014)", "#P-014", "p014 and I argue"]
)
def test_a_code_is_found_however_it_is_written(said: str) -> None:
    assert named(said, "P-014", "P-140", "P-001") == ["P-014"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("7", ["7"]),
        ("#7", ["7"]),
        ("no. 7 please", ["7"]),
        ("3, 7", ["3", "7"]),
        ("nos. 3 and 12", ["3", "12"]),
        ("member 12 owes me money", ["12"]),
        ("We have argued for 7 years", []),
        ("I employ 12 people and know nobody", []),
        ("", []),
    ],
)
def test_a_bare_number_names_somebody_only_where_it_stands_as_one(said: str, found: list[str]) -> None:
    assert named(said, "3", "7", "12") == found


def test_the_number_of_a_code_is_enough_where_it_is_one_persons() -> None:
    assert named("#14", "P-014", "P-015") == ["P-014"]
    assert named("#14", "P-014", "Q-014") == []


def test_letters_are_a_code_only_as_the_sheet_writes_them() -> None:
    assert named("no, or so we hope", "NO", "SO", "WE") == []
    assert named("AK please", "AK", "BL") == ["AK"]
    assert named("quiet maple 7", "quiet-maple-7", "blue-heron-12") == ["quiet-maple-7"]


def test_all_ways_to_write_a_code_have_one_key() -> None:
    assert len({code_key(code) for code in ("P-014", "p 14", "P14", "P_014")}) == 1
    assert code_key("1-23") != code_key("12-3")


@pytest.mark.parametrize(
    ("column", "called", "said"),
    [
        ("Participant ID", ["P-001", "P-002", "P-003"], "p 2"),
        ("Member no.", ["301", "302", "303"], "#302"),
        ("Initials", ["A.O.", "B.L.", "C.H."], "BL"),
        ("Slack handle", ["@ana_bakes", "@bo.tiles", "@cyhale"], "@bo.tiles, we are in a dispute"),
    ],
)
def test_a_wish_that_names_a_code_keeps_two_people_apart(column: str, called: list[str], said: str) -> None:
    rows = [[code, f"goal number {n}", said if not n else ""] for n, code in enumerate(called)]
    intake = read(rows, [column, "Goals", "Whom should you not sit with?"])
    names = {person.id: person.name for person in intake.participants}
    (conflict,) = [conflict for conflict in intake.conflicts if conflict.sentence]
    assert {names[conflict.a], names[conflict.b]} == {called[0], called[1]}


def test_a_wish_may_name_an_id_although_there_are_names() -> None:
    rows = [
        ["1", "Ana Ortega", "sell", "#2"],
        ["2", "Bo Lund", "bake", ""],
        ["3", "Cy Hale", "rest", "for 2 years not"],
    ]
    intake = read(rows, ["ID", "Name", "Goals", "Keep apart from"])
    assert [(c.a, c.b) for c in intake.conflicts if c.sentence and c.resolved] == [("1", "2")]


def test_the_finder_knows_codes_too() -> None:
    finder = PeopleFinder([Participant(id="P-014", name="P-014", row=2), Participant(id="P-015", name="P-015", row=3)])
    assert finder.look_up("p14").people == (0,)
    assert not finder.look_up("P-016").people
