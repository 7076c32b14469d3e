"""The facilitator's decisions on conflicts are followed, and no line of theirs is lost."""

import io

import pytest
import xlsxwriter

from ok_match import SheetError
from ok_match.intake import decide, read_decisions
from ok_match.mentions import PeopleFinder
from ok_match.model import Conflict, Decision, Participant, Strength
from tests.builders import participant, sheet_of
from tests.mentions.test_conflicts import find_conflicts, wishing

HEADER = ("decision", "a", "a_name", "b", "b_name", "strength", "key")
PEOPLE = [
    wishing(participant("Ana Ortega", row=2), "Bo Lund, we were partners until 2018. And somebody from church."),
    participant("Bo Lund", row=3),
    participant("Cy Dunn", row=4),
    participant("Di Frey", row=5),
]
PROPOSED = find_conflicts(PEOPLE)
FIRM = next(conflict for conflict in PROPOSED if conflict.resolved)
OPEN = next(conflict for conflict in PROPOSED if not conflict.resolved)


def decided(*rows: tuple[str, ...], people: list[Participant] = PEOPLE) -> dict[tuple[str, str], Conflict]:
    lines = read_decisions(sheet_of(rows, HEADER), "conflicts.csv")
    return {(conflict.a, conflict.b): conflict for conflict in decide(PROPOSED, lines, people, PeopleFinder(people))}


def line(
    decision: str, conflict: Conflict, b: str | None = None, b_name: str = "", strength: str = ""
) -> tuple[str, ...]:
    return (decision, conflict.a, "", conflict.b if b is None else b, b_name, strength, conflict.key)


@pytest.mark.parametrize(
    ("decision", "acts"),
    [
        ("accept", Strength.MUST), ("Accept.", Strength.MUST), ("soften", Strength.SHOULD),
        ("REJECT", Strength.OFF), ("", Strength.MUST),
    ],
)  # fmt: skip
def test_a_decision_is_followed(decision: str, acts: Strength) -> None:
    assert decided(line(decision, FIRM))[FIRM.a, FIRM.b].acts_as is acts


def test_a_changed_strength_counts_even_without_a_decision() -> None:
    assert decided(line("", FIRM, strength="should"))[FIRM.a, FIRM.b].acts_as is Strength.SHOULD


def test_a_conflict_without_a_line_stands_as_proposed() -> None:
    assert decided()[FIRM.a, FIRM.b] == FIRM


@pytest.mark.parametrize("named", ["cy dunn", "Cy Dunn", "cy dunn@people.example", "  CY   DUNN "])
def test_the_other_person_can_be_corrected_or_filled_in(named: str) -> None:
    conflicts = decided(line("", OPEN, b=named), line("accept", FIRM, b_name=named))
    assert conflicts[OPEN.a, "cy dunn"].acts_as is Strength.MUST
    assert (FIRM.a, FIRM.b) not in conflicts


def test_one_line_may_be_copied_to_name_several_people() -> None:
    conflicts = decided(line("accept", OPEN, b="Di Frey"), line("soften", OPEN, b="Cy Dunn"))
    assert conflicts[OPEN.a, "di frey"].decision is Decision.ACCEPT
    assert conflicts[OPEN.a, "cy dunn"].decision is Decision.SOFTEN


def test_a_rejected_line_is_no_longer_unresolved() -> None:
    assert OPEN.open
    assert not decided(line("reject", OPEN))[OPEN.a, ""].open


def test_pairs_can_be_added() -> None:
    added = decided(("", "bo lund@people.example", "", "", "Cy Dunn", "", ""))["bo lund", "cy dunn"]
    assert (added.acts_as, added.why, added.sentence) == (Strength.MUST, "added", "")
    assert decided(("soften", "Bo Lund", "", "Cy Dunn", "", "", ""))["bo lund", "cy dunn"].acts_as is Strength.SHOULD


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("accept", "Bo Lund", "", "Cy Donn", "", "", ""), 'did you mean "Cy Dunn"'),
        (("accept", "Bo Lund", "", "", "", "", ""), "only one person"),
        (("accept", "Bo Lund", "", "bo lund", "", "", ""), "same person twice"),
        (("accept", "gone@people.example", "", "Bo Lund", "", "", "c123"), "nobody in the sheet"),
        (("perhaps", "Bo Lund", "", "Cy Dunn", "", "", ""), "not a decision"),
        (("accept", "Bo Lund", "", "Cy Dunn", "", "hard", ""), "strength"),
        (line("accept", OPEN), "nobody is named"),
    ],
)
def test_a_line_that_matches_nobody_is_refused_with_its_row(row: tuple[str, ...], words: str) -> None:
    with pytest.raises(SheetError, match=words) as refused:
        decided(line("", FIRM), row)
    assert refused.value.where == "conflicts.csv, row 3"
    assert "church" not in str(refused.value)


def test_a_name_of_two_people_is_refused() -> None:
    people = [*PEOPLE, participant("Cy Dunn", id="cy2", email="cy2@people.example")]
    with pytest.raises(SheetError, match="name of 2 people"):
        decided(line("accept", OPEN, b="Cy Dunn"), people=people)


def test_a_file_that_is_not_a_list_of_conflicts_is_refused() -> None:
    with pytest.raises(SheetError, match="no column decision"):
        read_decisions(b"Name,Goals\nAna,sell\n", "answers.csv")


def test_a_workbook_is_read_as_well() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, line("reject", FIRM))
    lines = read_decisions(out.getvalue(), "conflicts.xlsx")
    assert [(line.key, line.decision) for line in lines] == [(FIRM.key, Decision.REJECT)]
