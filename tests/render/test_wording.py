"""What a report says of a roster, in words."""

import pytest

from ok_match import Options, Program, Record, Sheet, match
from ok_match.model import Rule, Sizes, Strength
from ok_match.render import plain, report
from tests.builders import sheet_of

HEADER = ("Email", "Name", "Organisation", "Industry", "Goals", "Themes", "Availability", "I agree to the terms")
TICKS = "Cash;Hiring"


def row(
    name: str, organisation: str = "", industry: str = "", goals: str = "sell bread", when: str = "", agree: str = ""
) -> list[str]:
    address = f"{name.casefold().replace(' ', '.')}.{organisation.casefold()}@people.example"
    return [address, name, organisation, industry, goals, TICKS, when, agree]


def matched(*rows: list[str], low: int = 2, high: int = 2, name: str = "", rules: tuple[Rule, ...] = ()) -> Record:
    program = Program(name=name, cohorts=Sizes(min=low, max=high), rules=rules, columns={"themes": "Themes"})
    return match(Sheet("sheet.csv", sheet_of(rows, HEADER)), program, Options(engine="lexical"))


def words(*rows: list[str], **program: object) -> str:
    """Match and give the whole report on one line, so that wrapping does not matter."""
    return " ".join(plain(report(matched(*rows, **program))).split())  # type: ignore[arg-type]


def test_the_title_counts_people_and_cohorts() -> None:
    assert words(row("Ana"), row("Bo")).startswith("2 people in 1 cohort ")
    assert words(row("Ana"), row("Bo"), row("Cy"), row("Di"), name="Circles").startswith(
        "Circles: 4 people in 2 cohorts"
    )


def test_it_says_first_that_it_is_confidential() -> None:
    assert report(matched(row("Ana"), row("Bo"))).opening[0].lines[0] == (  # type: ignore[union-attr]
        "For the facilitator only: these pages quote confidential answers.",
    )


def test_nobody_left_over_is_said() -> None:
    assert "Left over: nobody" in words(row("Ana"), row("Bo"))


def test_who_waits_is_named_with_the_reason_in_each_cohort() -> None:
    said = words(row("Ana", "Owl"), row("Bo", "Owl"), row("Cy", "Elk"))
    assert "Left over: 1 person waiting" in said
    assert "Waiting for a seat (1 person)" in said
    assert "A colleague sits in: cohort 1." in said


def test_a_full_cohort_is_a_reason_told_once_for_all_cohorts() -> None:
    said = words(row("Ana"), row("Bo"), row("Cy"), row("Di"), row("Ed"))
    assert "Full: cohort 1 and 2." in said


def test_who_is_held_is_named_with_the_row_and_the_reason() -> None:
    nameless = ["", "", "", "", "rest at last", "", "", ""]
    said = words(row("Ana"), row("Bo"), row("Cy", agree="No"), nameless)
    assert "Left over: 2 people held" in said
    assert "Held, and not placed (2 people)" in said
    assert "Cy (row 4) Did not agree to the terms of the group." in said
    assert "Row 5 (row 5) Gave neither name nor e-mail address." in said


def test_those_held_and_those_waiting_are_both_counted() -> None:
    assert "Left over: 1 person waiting and 1 person held" in words(
        row("Ana"), row("Bo"), row("Cy"), row("Di", agree="No")
    )


def test_the_time_that_suits_all_is_told() -> None:
    said = words(row("Ana", when="Tue;Wed"), row("Bo", when="Wed"), row("Cy", when="Tue"), row("Di", when="Tue;Thu"))
    assert "Can meet: Wed, when all 2 can come" in said
    assert "Can meet: Tue, when all 2 can come" in said


def test_similar_work_is_named_with_its_price() -> None:
    said = words(row("Ana", industry="HVAC"), row("Bo", industry="hvac"))
    assert "Similar work: heating, cooling and plumbing: Ana and Bo (costs 400 points)" in said


def test_rules_that_the_sheet_cannot_judge_are_told_apart_from_those_kept() -> None:
    said = words(row("Ana", "Owl"), row("Bo", "Elk"))
    assert "every must is kept (no colleagues); the sheet says nothing about meeting times" in said


def test_a_program_without_a_must_says_so() -> None:
    off = tuple(Rule(rule=name, strength=Strength.OFF) for name in ("same_organisation", "meeting_slot"))
    assert "Rules: the program has no must" in words(row("Ana"), row("Bo"), rules=off)


def test_bound_companions_and_settled_seats_are_named() -> None:
    rules = (
        Rule(rule="together", arguments={"people": ["Ana", "Cy"]}),
        Rule(rule="seat", arguments={"person": "Bo", "cohorts": [2]}),
    )
    said = words(row("Ana"), row("Bo"), row("Cy"), row("Di"), rules=rules)
    assert "Together by rule: Ana and Cy" in said
    assert "Fixed seats: Bo" in said
    first, second = said.index("Together by rule"), said.index("Fixed seats")
    assert first < second


def test_what_a_cohort_ticked_is_told_with_who_did() -> None:
    assert "2 of 2 ticked “Cash”: Ana and Bo." in words(row("Ana"), row("Bo"))


def test_nearest_peers_are_told_with_what_both_wrote() -> None:
    said = words(row("Ana", goals="mend the roof"), row("Bo", goals="a roof of slate"), row("Cy"), low=3, high=3)
    assert "Shares most with Bo" in said
    assert "“mend the roof” - Bo: “a roof of slate”" in said


def test_somebody_who_could_sit_nowhere_else_is_told_so() -> None:
    assert "No other seat keeps every must." in words(row("Ana"), row("Bo"))


def test_another_seat_is_told_with_its_price() -> None:
    said = words(row("Ana"), row("Bo"), row("Cy"), row("Di"))
    assert "it would cost nothing in all." in said
    assert "changing places with" in said


def test_namesakes_are_told_apart_everywhere() -> None:
    said = words(row("Ana Ruiz", "Owl"), row("Ana Ruiz", "Elk"))
    assert "Ana Ruiz (Owl)" in said
    assert "Ana Ruiz (Elk)" in said
    assert "Ana Ruiz and" not in said


def test_industries_that_were_not_given_are_counted() -> None:
    assert "Industries: HVAC; 1 not given" in words(row("Ana", industry="HVAC"), row("Bo"))


@pytest.mark.parametrize("count", [0, 1])
def test_warnings_are_counted_where_there_are_any(count: int) -> None:
    rows = [row("Ana"), row("Bo")]
    record = matched(*rows)
    warnings = [problem for problem in record.intake.problems if problem.severity == "warning"][:count]
    kept = record.intake.model_copy(update={"problems": tuple(warnings)})
    said = plain(report(record.model_copy(update={"intake": kept})))
    assert ("To look at: 1 warning, at the end of this report" in said) is bool(count)
