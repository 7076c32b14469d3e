"""Who is who: shared addresses, second answers, namesakes, ids instead of names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake, SheetError
from ok_match.intake.values.names.likeness import Likeness, likeness
from ok_match.intake.values.names.written import email_address

from .sheets import about, codes, read

HEADER = ["Timestamp", "Email", "Name", "Company", "Phone", "Goals"]
ANA = ["2026-09-01 10:00", "ana@juniper.example", "Ana Ortega", "Juniper Dental", "", "Open on Saturdays"]


def changed(row: list[str], **cells: str) -> list[str]:
    return [cells.get(header.casefold(), cell) for header, cell in zip(HEADER, row, strict=True)]


def placed(intake: Intake) -> list[str]:
    return sorted(person.name for person in intake.participants)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ana Ruiz", "RUIZ, Ana", Likeness.SAME),
        ("José Núñez", "Jose Nunez", Likeness.SAME),
        ("Dr. Ana Ruiz", "Ana Ruiz, PhD", Likeness.SAME),
        ("Liz Tan", "Elizabeth Tan", Likeness.NEAR),
        ("Ana Ortega", "Anna Ortega", Likeness.NEAR),
        ("Nadia Berglund", "Nadia Bergland", Likeness.NEAR),
        ("A. Ruiz", "Ana Ruiz", Likeness.NEAR),
        ("Ana María Ruiz", "Ana Ruiz", Likeness.NEAR),
        ("Ana", "Ana Ruiz", Likeness.NEAR),
        ("Jan Hale", "Jon Hale", Likeness.FAINT),
        ("Ana Ortega", "Ana Ruiz", Likeness.FAINT),
        ("Maria J. Lopez", "Maria T. Lopez", Likeness.FAINT),
        ("Sam Ortiz Sr.", "Sam Ortiz Jr.", Likeness.DIFFERENT),
        ("Michael Stone", "Michelle Stone", Likeness.DIFFERENT),
        ("Ana Lund", "Bo Lund", Likeness.DIFFERENT),
    ],
)
def test_how_alike_two_names_are(one: str, other: str, alike: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is alike


@pytest.mark.parametrize(
    "text",
    [
        "Ana@People.example", " ana@people.example ", "mailto:ana@people.example", "Ana <ana@people.example>",
        "ana@people.example.", "ana @people.example", "<ana@people.example>", "'ana@people.example'",
        "ana (at) people.example", "ana[at]people[dot]example", "Ana Ortega <ana@people.example>;",
        "email: ana@people.example", "(ana@people.example)",
    ],
)  # fmt: skip
def test_an_address_is_read_whatever_stands_around_it(text: str) -> None:
    assert email_address(text) == "ana@people.example"


def test_one_address_with_two_names_is_two_people_and_is_asked_about() -> None:
    intake = read([ANA, changed(ANA, name="Luis Prado", company="Prado Tiles")], HEADER)
    assert placed(intake) == ["Ana Ortega", "Luis Prado"]
    assert about(intake, "shared-address") == [2]
    assert "shared-address" not in [problem.code for problem in read(
        [ANA, changed(ANA, name="Luis Prado")], HEADER, accept=["shared-address"]
    ).decisions]  # fmt: skip


def test_an_office_address_may_be_shared() -> None:
    rows = [changed(ANA, email="info@juniper.example"), changed(ANA, email="info@juniper.example", name="Luis Prado")]
    intake = read(rows, HEADER)
    assert placed(intake) == ["Ana Ortega", "Luis Prado"]
    assert about(intake, "shared-office") == [2]
    assert not {"shared-address", "duplicate-person"} & set(codes(intake))


@pytest.mark.parametrize("name", ["Ana Ruiz", "Ann Ortega"])
def test_whoever_may_be_the_same_person_at_one_address_is_held(name: str) -> None:
    intake = read([ANA, changed(ANA, name=name, timestamp="2026-09-02 10:00")], HEADER)
    assert placed(intake) == [name]
    assert [(person.name, person.reasons) for person in intake.held] == [("Ana Ortega", ("perhaps-one-person",))]


@pytest.mark.parametrize(
    "names", [("Kenji Abe", "Kenji Abe Jr"), ("Kenji Abe Sr.", "Kenji Abe, Jr."), ("Al Abe II", "Al Abe III")]
)
def test_a_parent_and_a_child_in_one_firm_are_two_people(names: tuple[str, str]) -> None:
    older, newer = names
    rows = [changed(ANA, name=older), changed(ANA, name=newer, email="junior@juniper.example", goals="Learn to lead")]
    intake = read(rows, HEADER)
    assert placed(intake) == sorted(names)
    assert not intake.held


def test_a_parent_and_a_child_at_one_address_are_held_until_somebody_says() -> None:
    intake = read([changed(ANA, name="Kenji Abe"), changed(ANA, name="Kenji Abe Jr", goals="Learn to lead")], HEADER)
    assert (len(intake.participants), intake.rows.held, intake.rows.merged) == (1, 1, 0)


def test_the_address_that_tells_people_apart_identifies_them() -> None:
    header = ["Timestamp", "Email Address", "Full Name", "Email Address ", "Goals"]
    rows = [
        [f"2026-09-0{n} 10:00", f"desk{n % 2}@hub.example", name, f"{name[:2].casefold()}@people.example", f"goal {n}"]
        for n, name in enumerate(["Ana Ortega", "Bo Lund", "Cy Hale", "Di Berg"], 1)
    ]
    intake = read(rows, header)
    assert [person.id for person in intake.participants] == [
        f"{name}@people.example" for name in ("an", "bo", "cy", "di")
    ]
    assert "account-address" in codes(intake)


def test_a_person_without_address_who_answered_twice_counts_once_and_is_asked_about() -> None:
    first = changed(ANA, email="")
    intake = read([first, changed(first, timestamp="2026-09-03 09:00", goals="Find a partner")], HEADER)
    (ana,) = intake.participants
    assert ana.statements[0].text == "Find a partner"
    assert (intake.rows.merged, about(intake, "answered-twice")) == (1, [2])
    assert intake.undecided


@pytest.mark.parametrize("name", ["Anna Ortega", "Ortega Ana", "Ana Ortéga", "A. Ortega"])
def test_a_name_nearly_the_same_at_one_organisation_is_asked_about(name: str) -> None:
    intake = read([ANA, changed(ANA, email="", name=name, goals="Find a partner")], HEADER)
    assert len(intake.participants) == 1
    assert {"perhaps-one-person", "answered-twice"} & {problem.code for problem in intake.decisions}


@pytest.mark.parametrize(
    "cells",
    [
        {"company": "Prado Tiles", "email": "ana@prado.example", "goals": "Find a partner"},
        {"company": "Prado Tiles", "email": "", "goals": "Find a partner"},
        {"name": "Sam Ortega", "email": "", "goals": "Find a partner"},
        {"name": "Ana Lund", "email": "ana.l@juniper.example", "goals": "Find a partner"},
    ],
)
def test_namesakes_and_colleagues_stay_two_people(cells: dict[str, str]) -> None:
    intake = read([ANA, changed(ANA, **cells)], HEADER)
    assert len(intake.participants) == 2
    assert not {"perhaps-one-person", "answered-twice", "duplicate-person"} & set(codes(intake))


def test_an_id_with_two_names_is_two_people() -> None:
    intake = read([["7", "Ana Ortega", "sell"], ["7", "Luis Prado", "bake"]], ["Participant ID", "Name", "Goals"])
    assert placed(intake) == ["Ana Ortega", "Luis Prado"]
    assert about(intake, "shared-id") == [2]


@pytest.mark.parametrize(
    ("header", "called"),
    [
        ("Participant ID", ["P-001", "P-002", "P-003"]),
        ("Member no.", ["301", "302", "303"]),
        ("Code", ["LD-104", "LD-117", "LD-121"]),
        ("Your code word", ["blue-heron-12", "quiet-maple-7", "brass-kettle-3"]),
        ("Initials", ["A.O.", "B.L.", "C.H."]),
        ("Participant", ["P1", "P2", "P3"]),
        ("Slack handle", ["@ana_bakes", "@bo.tiles", "@cyhale"]),
        ("Record ID", ["1", "2", "3"]),
        ("Pseudonym", ["Otter", "Heron", "Maple"]),
    ],
)
def test_without_names_an_id_or_code_stands_in(header: str, called: list[str]) -> None:
    rows = [[code, f"goal number {n}", "hire somebody good"] for n, code in enumerate(called)]
    intake = read(rows, [header, "Goals", "Obstacles"])
    assert placed(intake) == sorted(called)
    assert not intake.held


def test_a_sheet_with_a_row_for_each_answer_is_refused_and_says_so() -> None:
    rows = [["a@people.example", "Name", "Ana"], ["a@people.example", "Goals", "Open"]]
    rows += [["b@people.example", "Name", "Bo"], ["b@people.example", "Goals", "Bake"]]
    with pytest.raises(SheetError, match="a row for each answer"):
        read(rows, ["Email", "Question", "Answer"])
    assert "long-form" in codes(read(rows, ["Email", "Question", "Answer"], accept=["long-form"]))


people = st.tuples(
    st.sampled_from(["", "2026-09-01 10:00", "2026-09-02 10:00"]),
    st.sampled_from(["", "a@people.example", "b@people.example", "info@juniper.example"]),
    st.sampled_from(["", "Ana Ortega", "Anna Ortega", "Ortega, Ana", "Luis Prado", "Ana Lund", "Ana & Luis",
    "Jan Hale", "Jon Hale"]),
    st.sampled_from(["", "Juniper Dental", "Prado Tiles"]),
    st.sampled_from(["", "555-0100"]),
    st.sampled_from(["Open on Saturdays", "Find a partner", "Hire"]),
)  # fmt: skip


@given(st.lists(people.map(list), min_size=1, max_size=7))
@settings(max_examples=150, deadline=None)
def test_no_name_is_merged_into_a_different_one_without_a_decision(rows: list[list[str]]) -> None:
    intake = read(rows, HEADER)
    account = intake.rows
    assert account.people + account.merged + account.dropped + account.held == account.data == len(rows)
    called = {person.row: person.name for person in (*intake.participants, *intake.held)}
    asked = {problem.row for problem in intake.decisions}
    merged = {problem.row for problem in intake.problems if problem.code == "duplicate-person"}
    for row in merged - asked:
        own = rows[row - 2][2]
        assert any(likeness(own, name) >= Likeness.NEAR or "@" in name for name in called.values())
    assert len({person.id for person in intake.participants}) == account.people
