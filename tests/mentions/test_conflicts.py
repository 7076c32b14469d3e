"""Conflicts are read from prose as a facilitator reads them, and no answer about them is lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import mentions
from ok_match.mentions.directory import Directory
from ok_match.mentions.wishes import read_answer
from ok_match.model import Conflict, ConflictKind, Held, Participant, Place, Strength, Trait
from tests.builders import participant
from tests.intake.sheets import read as read_rows
from tests.mentions.conflict_cases import Case, cases, cast, read
from tests.strategies import answers as anything

FOLDER = Path(__file__).parents[1] / "data" / "conflicts"
PEOPLE = cast(FOLDER)
CASES = cases(FOLDER)


def find_conflicts(people: Sequence[Participant], held: Sequence[Held] = ()) -> tuple[Conflict, ...]:
    return mentions.read(people, held).conflicts


def wishing(person: Participant, text: str, field: str = "keep_apart") -> Participant:
    trait = Trait(name=field, values=(text,), place=Place(row=person.row, column=field))
    return person.model_copy(update={"traits": (*person.traits, trait)})


@pytest.mark.parametrize("case", CASES, ids=[f"{case.speaker}: {case.answer}" for case in CASES])
def test_an_answer_is_read_as_a_facilitator_reads_it(case: Case) -> None:
    conflicts = read(PEOPLE, case)
    assert {conflict.b: conflict.strength.value for conflict in conflicts if conflict.resolved} == case.people
    assert any(not conflict.resolved for conflict in conflicts) == case.unresolved
    assert all(conflict.sentence in case.answer and conflict.mention in conflict.sentence for conflict in conflicts)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Greg - we were partners until 2018", "former-partner"),
        ("Greg is suing me", "court"),
        ("Greg is my landlord", "landlord"),
        ("I do Greg's books", "adviser"),
        ("Greg does my books", "adviser"),
        ("My ex-wife: Liz", "ex-spouse"),
        ("Greg, my cousin", "family"),
        ("Greg reports to me", "hierarchy"),
        ("Greg and I compete for the same jobs", "competitor"),
        ("Greg still owes us money", "debt"),
        ("Greg", "asked"),
    ],
)
def test_the_reason_is_recorded(answer: str, why: str) -> None:
    (conflict,) = read(PEOPLE, Case("dale", "keep_apart", answer, {}, False))
    assert conflict.why == why


def test_everybody_who_may_be_meant_is_listed_where_the_name_is_ambiguous() -> None:
    (conflict,) = read(PEOPLE, Case("dale", "keep_apart", "Sarah, please", {}, False))
    assert (conflict.resolved, conflict.trouble, conflict.candidates) == (False, "several-people", ("sarahg", "sarahv"))


def test_a_role_is_resolved_by_the_other_persons_words() -> None:
    people = [
        wishing(participant("Ana Ortega", row=2), "My landlord is in here somewhere"),
        wishing(participant("Bo Lund", row=3), "Ana is a tenant of mine"),
        participant("Cy Dunn", row=4),
    ]
    conflicts = {conflict.a: conflict for conflict in find_conflicts(people)}
    assert (conflicts["ana ortega"].b, conflicts["bo lund"].b) == ("bo lund", "ana ortega")


def test_a_short_name_with_a_surname_is_read_even_if_somebody_else_goes_by_it() -> None:
    people = [wishing(participant("Ana"), "Greg Milbrook"), participant("Greg Dunn"), participant("Gregory Milbrook")]
    assert [conflict.b for conflict in find_conflicts(people)] == ["gregory milbrook"]


def test_somebody_who_is_held_is_not_taken_for_somebody_else() -> None:
    held = Held(participant="jonas", name="Jonas Beck", email="", row=9, reasons=("consent-refused",))
    (conflict,) = find_conflicts([wishing(participant("Ana"), "Jonas Beck, please"), participant("Bo")], [held])
    assert (conflict.resolved, conflict.trouble) == (False, "held")


def test_colleagues_are_listed_and_left_to_the_rule_that_keeps_them_apart() -> None:
    people = [participant(name, organisation="Tall Pine, Inc.", row=row) for row, name in enumerate("AB", 2)]
    (conflict,) = find_conflicts([*people, participant("C", organisation="Tall Oak")])
    assert (conflict.a, conflict.b, conflict.kind, conflict.acts_as) == ("a", "b", ConflictKind.EMPLOYER, Strength.OFF)


@pytest.mark.parametrize(
    ("domain", "organisations", "expected"),
    [
        ("harbor-house.example", ("Harbor House", "Harbor House Shelter"), [("must", "must")]),
        ("harbor-house.example", ("Harbor House", ""), [("should", "should")]),
        ("isp.example", ("Tall Pine", "Owl & Co"), [("should", "off")]),
        ("gmail.com", ("Harbor House", "Harbor House Shelter"), []),
        ("bendbroadband.com", ("", ""), []),
        ("bluewin.ch", ("Harbor House", ""), []),
        ("tutanota.com", ("", ""), []),
    ],
)
def test_an_employers_mail_domain_is_told_from_a_mail_host(
    domain: str, organisations: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    people = [
        participant(name, organisation=organisation, email=f"{name.casefold()}@{domain}", row=row)
        for row, (name, organisation) in enumerate(zip("AB", organisations, strict=True), 2)
    ]
    others = [participant(name, email=f"{name}@{name}.example") for name in ("c", "d")]
    conflicts = [conflict for conflict in find_conflicts([*people, *others]) if conflict.kind is ConflictKind.DOMAIN]
    assert [(conflict.strength, conflict.acts_as) for conflict in conflicts] == expected


names = st.sampled_from(
    ["Greg", "Sarah", "Will", "Grace", "the Johnsons", "J.R.", "Stone", "Bell", "Ana Lucia", "O'Hare"]
)
pieces = st.sampled_from(
    [
        "please", "not with", "no", "but", "fine", "my ex", "is my boss", "used to work for me", "other", "anyone in",
        "coffee", "title companies", "he is suing us", "rather not", ".", ",", "\n", "and", "except", "two of you",
        "himself",
    ]
)  # fmt: skip
wishes = st.one_of(anything, st.lists(st.one_of(names, pieces), min_size=1, max_size=9).map(" ".join))


@given(st.lists(st.tuples(st.integers(0, len(PEOPLE) - 1), wishes), max_size=6))
@settings(max_examples=120, deadline=None)
def test_every_conflict_is_between_two_people_and_verbatim(said: list[tuple[int, str]]) -> None:
    people = list(PEOPLE)
    for index, text in said:
        people[index] = wishing(PEOPLE[index], text)
    known = {person.id: person for person in people}
    for conflict in find_conflicts(people):
        assert conflict.a in known
        assert conflict.resolved == bool(conflict.b)
        assert conflict.b != conflict.a
        assert set(conflict.candidates) <= known.keys() - {conflict.a}
        if conflict.resolved:
            assert conflict.b in known
        if conflict.kind not in (ConflictKind.EMPLOYER, ConflictKind.DOMAIN):
            assert conflict.sentence
            assert any(conflict.sentence in value for value in known[conflict.a].trait("keep_apart"))


@given(st.integers(0, len(PEOPLE) - 1), wishes.filter(lambda text: bool(text.strip())))
@settings(max_examples=150, deadline=None)
def test_no_answer_is_passed_over(speaker: int, text: str) -> None:
    reading = read_answer(text, speaker, Directory(PEOPLE))
    assert reading.wishes or reading.nobody
    assert not (reading.wishes and reading.nobody)


SAID = {case.speaker: case.answer for case in CASES}
EVERYBODY = [wishing(person, SAID[person.id]) if person.id in SAID else person for person in PEOPLE]


@given(st.permutations(EVERYBODY))
@settings(max_examples=5, deadline=None)
def test_the_order_of_rows_changes_nothing_but_row_numbers(shuffled: list[Participant]) -> None:
    agreed = find_conflicts(EVERYBODY)
    assert len(agreed) > 20
    assert find_conflicts(shuffled) == agreed


def test_a_kind_of_business_that_most_people_share_is_left_to_the_facilitator() -> None:
    header = ["Email", "Name", "Industry", "Goals", "Keep apart"]
    rows = [[f"p{i}@people.example", f"Pat {i}", "Bakery", "rest", ""] for i in range(12)]
    rows[0][4] = "Not with bakeries please"
    rows += [[f"q{i}@people.example", f"Quin {i}", "Dental clinic", "rest", ""] for i in range(4)]
    rows[1][4] = "Please not with dental clinics"
    conflicts = read_rows(rows, header).conflicts
    assert {(conflict.a, conflict.resolved) for conflict in conflicts} == {
        ("p0@people.example", False),
        ("p1@people.example", True),
    }
    assert len([conflict for conflict in conflicts if conflict.resolved]) == 4
