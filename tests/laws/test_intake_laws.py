"""What is unknown in a sheet is asked: nobody becomes available, merged, kept apart or a person by it."""

import csv
import io
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake, Sheet, check
from tests.intake.kinds.judging import Reading

HEADER = (
    "Email",
    "Name",
    "Company",
    "What are your goals?",
    "What is in your way?",
    "What opportunities do you see?",
    "When can you meet? [Monday evening]",
    "When can you meet? [Tuesday morning]",
    "When can you meet? [Thursday noon]",
    "Which topics matter to you? [Hiring]",
    "Which topics matter to you? [Pricing]",
    "Which topics matter to you? [Burnout]",
    "Status",
    "Is there anyone you should not be in a group with?",
)
MONDAY, HIRING, STATUS, APART = 6, 9, 12, 13
WHO = ("Ana Ruiz", "Bo Lund", "Cleo Marsh", "Dev Okafor", "Elif Kaya", "Finn Hale")
FIRMS = ("Juniper Dental", "Tamarack Tools", "Otter Books", "Heron Legal", "Larch Dairy", "Sage Optics")
GOALS = ("Open on Saturdays", "Hire a foreman", "Sell online", "Find a partner", "Export cheese", "Train a successor")
#: What no form, language or person of these tests uses.
UNKNOWN = st.text("qzvkj§¤⊕◊", min_size=2, max_size=6)
PEOPLE = range(len(WHO))
#: A whole sheet is read for each example.
few = settings(max_examples=40)


def clean_rows() -> list[list[str]]:
    """Six people, two to each time; nothing about them has to be decided."""
    rows = []
    for at, (name, firm, goal) in enumerate(zip(WHO, FIRMS, GOALS, strict=True)):
        marks = ["Yes" if at // 2 == slot else "No" for slot in range(3)]
        ticks = ["Yes" if (at + topic) % 2 else "No" for topic in range(3)]
        email = f"{name.split()[0].lower()}@{firm.split()[0].lower()}.example"
        obstacle, chance = f"No time for {goal.lower()}", f"People in town ask us to {goal.lower()}"
        rows.append([email, name, firm, goal, obstacle, chance, *marks, *ticks, "Confirmed", "No one"])
    return rows


def read(rows: Sequence[Sequence[str]]) -> Intake:
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, *rows])
    return check(Sheet("answers.csv", out.getvalue().encode()))


def names_of(intake: Intake) -> set[str]:
    return {person.name for person in intake.participants}


def test_the_sheet_itself_needs_no_decision() -> None:
    intake = read(clean_rows())
    assert not intake.undecided, intake.decisions
    assert names_of(intake) == set(WHO)
    assert Reading(intake).meet("Ana Ruiz", "Bo Lund")


@few
@given(UNKNOWN)
def test_an_unknown_mark_is_no_time_at_which_one_can_come(mark: str) -> None:
    rows = clean_rows()
    rows[0][MONDAY] = mark
    intake = read(rows)
    assert intake.undecided
    assert not Reading(intake).meet("Ana Ruiz", "Bo Lund")
    assert Reading(intake).meet("Cleo Marsh", "Dev Okafor")


@few
@given(st.integers(0, 2), UNKNOWN)
def test_an_unknown_mark_is_no_tick(topic: int, mark: str) -> None:
    rows = clean_rows()
    before = [said.text for person in read(rows).participants for said in person.statements if person.name == WHO[0]]
    rows[0][HIRING + topic] = mark
    intake = read(rows)
    after = [said.text for person in intake.participants for said in person.statements if person.name == WHO[0]]
    assert intake.undecided
    assert set(after) <= set(before)


@few
@given(st.dictionaries(st.integers(0, len(HEADER) - 1), UNKNOWN, min_size=1, max_size=3), st.integers(0, len(WHO)))
def test_an_unknown_row_is_nobody_without_a_decision(cells: dict[int, str], at: int) -> None:
    rows = clean_rows()
    rows.insert(at, [cells.get(position, "") for position in range(len(HEADER))])
    intake = read(rows)
    assert names_of(intake) == set(WHO) or intake.undecided
    assert set(WHO) <= names_of(intake) | {person.name for person in intake.held}
    assert intake.rows.merged == 0


@few
@given(st.sampled_from(PEOPLE), UNKNOWN)
def test_an_unknown_status_is_no_seat(who: int, status: str) -> None:
    rows = clean_rows()
    rows[who][STATUS] = status
    intake = read(rows)
    assert intake.undecided
    assert WHO[who] not in names_of(intake)


@few
@given(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_one_address_makes_nobody_disappear(a: int, b: int) -> None:
    rows = clean_rows()
    rows[a][0] = rows[b][0]
    intake = read(rows)
    assert names_of(intake) | {person.name for person in intake.held} == set(WHO)
    assert intake.undecided == (a != b)


@few
@given(st.sampled_from(PEOPLE), UNKNOWN)
def test_an_unknown_wish_keeps_nobody_apart(who: int, wish: str) -> None:
    rows = clean_rows()
    rows[who][APART] = wish
    intake = read(rows)
    assert not any(conflict.b for conflict in intake.conflicts)
    assert names_of(intake) == set(WHO)


@few
@given(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), UNKNOWN, UNKNOWN)
def test_a_name_between_unknown_words_is_never_dropped(who: int, named: int, before: str, after: str) -> None:
    rows = clean_rows()
    rows[who][APART] = f"{before} {WHO[named]} {after}"
    intake = read(rows)
    assert intake.undecided or intake.conflicts or who == named
