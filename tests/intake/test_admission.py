"""The rows that are people: repetitions, tests, refusals, namesakes."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake

from .sheets import about, codes, read

HEADER = ("Timestamp", "Email", "Name", "Goals", "I agree to the terms")


def answer(when: str = "", email: str = "", name: str = "", goals: str = "", agree: str = "") -> list[str]:
    return [when, email, name, goals, agree]


def goals_by_name(intake: Intake) -> dict[str, list[str]]:
    return {person.name: [s.text for s in person.statements] for person in intake.participants}


def latest(*times: str) -> int:
    """The index of the answer that counted, of several by one person in this order."""
    rows = [answer(time, "ana@people.example", "Ana", f"answer number {n}") for n, time in enumerate(times)]
    (person,) = read(rows, HEADER).participants
    return person.row - 2


def test_a_later_row_of_the_same_person_replaces_the_earlier() -> None:
    rows = [
        answer(email="ana@people.example", name="Ana", goals="sell bread"),
        answer(email="bo@people.example", name="Bo", goals="bake it"),
        answer(email="ana@people.example", name="Ana", goals="rest at last"),
    ]
    intake = read(rows, HEADER)
    assert goals_by_name(intake) == {"Ana": ["rest at last"], "Bo": ["bake it"]}
    assert about(intake, "duplicate-person") == [2]
    assert (intake.rows.people, intake.rows.merged) == (2, 1)


@pytest.mark.parametrize(
    "times",
    [
        ("2025-09-02 08:00:00", "2025-09-01 09:00:00"),
        ("2025-09-01T10:00:00Z", "2025-09-01T09:00:00Z"),
        ("9/10/2025 8:00:00", "9/9/2025 9:00:00"),
        ("9/10/2025 8:00", "9/9/2025 9:00"),
        ("10.09.2025 08:00", "09.09.2025 09:00"),
        ("30/09/2025 08:00:00", "29/09/2025 09:00:00"),
        ("2025/09/01 1:00:00 PM MDT", "2025/09/01 11:00:00 AM MDT"),
        ("2025/09/01 1:00:00 pm GMT+2", "2025/09/01 11:00:00 am GMT+2"),
        ("2025-09-01 09:00:00", ""),
        ("2025-09-01 09:00:00", "some day"),
    ],
)
def test_the_time_of_submission_decides_before_the_order_of_rows(times: tuple[str, str]) -> None:
    assert latest(*times) == 0
    assert latest(*reversed(times)) == 1


@pytest.mark.parametrize("form", ["9/1/2025 {}", "2025/09/01 {}", "09/01/2025 {}"])
def test_an_afternoon_is_later_than_a_morning(form: str) -> None:
    assert latest(form.format("1:15:00 PM"), form.format("9:15:00 AM")) == 0


def test_one_column_of_times_is_read_in_one_way() -> None:
    assert latest("13/02/2025 10:00:00", "05/02/2025 10:00:00") == 0


def test_a_time_as_excel_saves_it_is_read() -> None:
    assert latest("9/2/25 8:00", "9/1/25 9:00") == 0


def test_without_times_the_lower_row_is_the_later_one() -> None:
    assert latest("", "", "") == 2
    assert latest("some day", "another day") == 1


@pytest.mark.parametrize(
    "again", ["ANA@People.Example", " ana@people.example ", "ana @people.example", "mailto:ana@people.example"]
)
def test_case_and_spaces_do_not_make_another_address(again: str) -> None:
    rows = [answer(email="ana@people.example", name="Ana"), answer(email=again, name="Ana R.", goals="sell bread")]
    assert goals_by_name(read(rows, HEADER)) == {"Ana R.": ["sell bread"]}


def test_the_sheets_own_number_identifies_before_the_address() -> None:
    header = ["Participant ID", "Email", "Name", "Goals"]
    rows = [
        ["7", "old@people.example", "Ana", "sell bread"],
        ["7", "new@people.example", "Ana", "rest"],
        ["8", "new@people.example", "Bo", "bake it"],
    ]
    intake = read(rows, header)
    assert [(person.id, person.email) for person in intake.participants] == [
        ("7", "new@people.example"),
        ("8", "new@people.example"),
    ]


def test_two_people_of_the_same_name_stay_two() -> None:
    rows = [
        answer(email="ana@people.example", name="Ana Ruiz", goals="sell bread"),
        answer(email="ana.r@people.example", name="ana ruiz", goals="bake it"),
        answer(name="Bo", goals="rest"),
        answer(name="Bo", goals="rise"),
    ]
    intake = read(rows, HEADER)
    assert intake.rows.people == 4
    assert len({person.id for person in intake.participants}) == 4
    assert about(intake, "same-name") == [3, 5]


def test_ids_are_distinct_whatever_people_are_called() -> None:
    rows = [answer(name="Ana", goals="sell"), answer(name="Ana", goals="bake"), answer(name="Ana 2", goals="rest")]
    ids = [person.id for person in read(rows, HEADER).participants]
    assert len(set(ids)) == 3


@given(st.permutations(range(6)))
@settings(max_examples=30, deadline=None)
def test_ids_do_not_depend_on_the_order_of_rows(order: list[int]) -> None:
    rows = [
        answer(email="ana@people.example", name="Ana", goals="sell bread"),
        answer(name="Bo", goals="bake it"),
        answer(name="Bo", goals="rest"),
        answer(email="no address", name="Cy", goals="hire"),
        answer(name="李", goals="grow"),
        answer(email="di@people.example", goals="pay debts"),
    ]
    whose = {person.statements[0].text: person.id for person in read([rows[i] for i in order], HEADER).participants}
    assert whose == {person.statements[0].text: person.id for person in read(rows, HEADER).participants}
    assert len(set(whose.values())) == 6


@pytest.mark.parametrize(
    "row",
    [
        answer(name="Test", goals="hello"),
        answer(name="test 2", email="me@people.example", goals="hello"),
        answer(name="Testing", goals="x"),
        answer(name="asdf", goals="qwerty"),
        answer(email="test@test.com", name="foo", goals="x"),
        answer(email="test@test.com"),
        answer(name="Name", goals="Your goals"),
    ],
)
def test_a_test_row_is_dropped_with_a_note(row: list[str]) -> None:
    intake = read([row, answer(email="ana@people.example", name="Ana", goals="sell bread")], HEADER)
    assert list(goals_by_name(intake)) == ["Ana"]
    assert about(intake, "test-row") == [2]
    assert intake.rows.dropped == 1


@pytest.mark.parametrize("name", ["Testa", "Ernest Foo", "Testino Bari", "Sample Foo Okoro", "Attest Lund", "Bar"])
def test_a_name_that_resembles_a_test_is_a_person(name: str) -> None:
    intake = read([answer(email="somebody@people.example", name=name, goals="sell bread")], HEADER)
    assert list(goals_by_name(intake)) == [name]


def test_a_real_answer_from_an_odd_address_is_a_person() -> None:
    intake = read([answer(email="x@people.example", name="Xenia", goals="sell bread")], HEADER)
    assert list(goals_by_name(intake)) == ["Xenia"]


def test_blank_rows_are_dropped_with_a_note() -> None:
    intake = read([answer(), answer(name="Ana", goals="sell"), answer("  ", " "), answer(name="Bo", goals="b")], HEADER)
    assert about(intake, "blank-row") == [2, 4]
    assert (intake.rows.people, intake.rows.dropped) == (2, 2)


@pytest.mark.parametrize(
    "word",
    ["No", "no.", "NO", "false", "0", "I do not agree", "I don't", "Disagree", "declined", "I do not consent, sorry"],
)
def test_somebody_who_refused_is_held(word: str) -> None:
    intake = read([answer(email="ana@people.example", name="Ana", goals="sell bread", agree=word)], HEADER)
    assert intake.participants == ()
    assert [(held.name, held.reasons) for held in intake.held] == [("Ana", ("consent-refused",))]
    assert about(intake, "consent-refused") == [2]
    assert intake.rows.held == 1


@pytest.mark.parametrize(
    "word",
    ["No, I do not agree", "No, thanks", "No - I would rather not", "I disagree", "I don’t agree", "No I don't"],
)
def test_somebody_who_refused_in_more_words_is_held(word: str) -> None:
    intake = read([answer(email="ana@people.example", name="Ana", goals="sell bread", agree=word)], HEADER)
    assert [held.name for held in intake.held] == ["Ana"]


@pytest.mark.parametrize("word", ["Yes", "I agree", "", "TRUE", "I agree; no questions", "Noted, and agreed"])
def test_somebody_who_agreed_or_was_not_asked_is_placed(word: str) -> None:
    intake = read([answer(email="ana@people.example", name="Ana", goals="sell bread", agree=word)], HEADER)
    assert intake.held == ()


def test_a_refusal_in_the_later_answer_counts() -> None:
    rows = [
        answer(email="ana@people.example", name="Ana", goals="sell", agree="Yes"),
        answer(email="ana@people.example", name="Ana", goals="sell", agree="No"),
    ]
    intake = read(rows, HEADER)
    assert (intake.rows.people, intake.rows.merged, intake.rows.held) == (0, 1, 1)


def test_answers_without_a_name_or_an_address_are_held() -> None:
    intake = read([answer(goals="sell bread"), answer(name="Ana", goals="rest")], HEADER)
    assert [(held.row, held.reasons) for held in intake.held] == [(2, ("nobody-named",))]


def test_an_address_stands_in_for_a_missing_name() -> None:
    intake = read([answer(email="ana@people.example", goals="sell bread")], HEADER)
    assert list(goals_by_name(intake)) == ["ana@people.example"]
    assert about(intake, "no-name") == [2]


def test_missing_and_odd_addresses_are_mentioned() -> None:
    rows = [
        answer(email="ana@people.example", name="Ana", goals="a"),
        answer(name="Bo", goals="b"),
        answer(email="cy at people", name="Cy", goals="c"),
    ]
    intake = read(rows, HEADER)
    assert (about(intake, "no-email"), about(intake, "odd-email")) == ([3], [4])
    assert intake.rows.people == 3


def test_first_and_last_name_make_a_name() -> None:
    intake = read([["Ana  Lucía", "Ruiz", "sell"], ["Bo", "", "rest"]], ["First name", "Last name", "Goals"])
    assert sorted(goals_by_name(intake)) == ["Ana Lucía Ruiz", "Bo"]


def test_every_problem_says_what_to_do() -> None:
    rows = [answer(), answer(name="test"), answer(goals="sell"), answer(name="Bo"), answer(name="Bo", agree="No")]
    intake = read(rows, HEADER)
    assert {"blank-row", "test-row", "nobody-named", "no-answers", "consent-refused"} <= set(codes(intake))
    assert all(problem.message and problem.advice for problem in intake.problems)
    assert [problem.row or 0 for problem in intake.problems] == sorted(problem.row or 0 for problem in intake.problems)


ROWS = st.lists(
    st.builds(
        answer,
        st.sampled_from(["", "2025-09-01", "9/1/2025 9:00"]),
        st.sampled_from(["", "ana@people.example", "ANA@people.example", "bo@people.example", "test@test.com"]),
        st.sampled_from(["", "Ana", "Bo", "test", "n/a"]),
        st.sampled_from(["", "sell bread", "n/a"]),
        st.sampled_from(["", "Yes", "No"]),
    ),
    min_size=1,
    max_size=8,
)


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_every_row_is_a_person_or_has_a_reason_why_not(rows: list[list[str]], chance: random.Random) -> None:
    rows = [*rows, answer(email="end@people.example", name="End", goals="close the sheet")]
    intake = read(rows, HEADER)
    account = intake.rows
    assert account.data == len(rows)
    assert account.people + account.merged + account.dropped + account.held == len(rows)
    named = {problem.row for problem in intake.problems} | {person.row for person in intake.participants}
    assert named >= set(range(2, len(rows) + 2))
    assert len({person.id for person in intake.participants}) == account.people


def test_a_blank_in_a_later_answer_takes_back_no_wish_and_no_refusal() -> None:
    header = ["Timestamp", "Name", "Email", "Goals", "Keep apart from", "Sit with", "I agree to confidentiality"]
    bo = ["2026-09-01 10:00", "Bo Lund", "bo@people.example", "Hire", "", "", "Yes"]
    first = ["2026-09-01 11:00", "Ana Ortega", "ana@people.example", "Hire", "Bo Lund", "Cy Hale", "No"]
    again = ["2026-09-02 11:00", "Ana Ortega", "ana@people.example", "Hire a cook", "", "", ""]
    intake = read([bo, first, again], header)
    (held,) = intake.held
    assert (held.row, held.reasons) == (4, ("consent-refused",))
    assert all(f"“{asked}”" in _merge(intake) for asked in header[4:])
    agreed = read([bo, [*first[:-1], "Yes"], [*again[:-1], "Yes"]], header)
    ana = next(person for person in agreed.participants if person.name == "Ana Ortega")
    assert [ana.trait(name) for name in ("keep_apart", "sit_with")] == [("Bo Lund",), ("Cy Hale",)]
    changed = read([bo, first, [*again[:4], "nobody", "nobody", "Yes"]], header)
    assert "kept" not in _merge(changed)
    assert not changed.held


def _merge(intake: Intake) -> str:
    return next(problem.message for problem in intake.problems if problem.code == "duplicate-person")
