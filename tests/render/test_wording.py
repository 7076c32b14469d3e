"""What a report says about a roster."""

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
    """The whole report of a match on one line, so that wrapping does not matter."""
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


def test_the_report_says_when_nobody_is_left_over() -> None:
    assert "Left over: nobody" in words(row("Ana"), row("Bo"))


def test_a_waiting_person_is_named_with_the_reason_in_each_cohort() -> None:
    text = words(row("Ana", "Owl"), row("Bo", "Owl"), row("Cy", "Elk"))
    assert "Left over: 1 person waiting" in text
    assert "Waiting for a seat (1 person)" in text
    assert "A colleague sits in: cohort 1." in text


def test_full_cohorts_are_one_reason_on_one_line() -> None:
    text = words(row("Ana"), row("Bo"), row("Cy"), row("Di"), row("Ed"))
    assert "Full: cohorts 1 and 2." in text


def test_a_held_person_is_named_with_the_row_and_the_reason() -> None:
    nameless = ["", "", "", "", "rest at last", "", "", ""]
    text = words(row("Ana"), row("Bo"), row("Cy", agree="No"), nameless)
    assert "Left over: 2 people held" in text
    assert "Held, and not placed (2 people)" in text
    assert "Cy (row 4) Did not agree to the terms of the group." in text
    assert "Row 5 (row 5) Gave neither a name nor an e-mail address." in text


def test_those_held_and_those_waiting_are_both_counted() -> None:
    assert "Left over: 1 person waiting and 1 person held" in words(
        row("Ana"), row("Bo"), row("Cy"), row("Di", agree="No")
    )


def test_the_time_that_suits_everybody_is_shown() -> None:
    text = words(row("Ana", when="Tue;Wed"), row("Bo", when="Wed"), row("Cy", when="Tue"), row("Di", when="Tue;Thu"))
    assert "Can meet: Wed, when all 2 can come" in text
    assert "Can meet: Tue, when all 2 can come" in text


def test_similar_work_is_named_with_its_price() -> None:
    rules = (
        Rule(rule="together", arguments={"people": ["Ana", "Bo"]}),
        Rule(rule="industry_spread", strength=Strength.SHOULD, weight=50),
    )
    trades = ("HVAC", "hvac", "Bakery", "Restaurant")
    text = words(
        *(row(name, industry=trade) for name, trade in zip(("Ana", "Bo", "Cy", "Di"), trades, strict=True)), rules=rules
    )
    assert (
        "Industry lines: 1 pair from one sector (random rosters of these sizes have 0.3; the fewest possible is 0)"
        in text
    )
    assert (
        "Similar work: construction: Ana and Bo; heating, cooling and plumbing: Ana and Bo (costs 350 points)" in text
    )
    assert "Two of two work in construction." in text


def test_people_whose_sector_is_unknown_are_counted() -> None:
    trades = ("HVAC", "Plumber", "Bakery", "")
    text = words(*(row(name, industry=trade) for name, trade in zip(("Ana", "Bo", "Cy", "Di"), trades, strict=True)))
    assert "the sector of 1 person is unknown" in text


def test_rules_that_the_sheet_cannot_judge_are_listed_apart_from_those_met() -> None:
    text = words(row("Ana", "Owl"), row("Bo", "Elk"))
    assert "every must rule is met (no colleagues); the sheet says nothing about meeting times" in text


def test_a_program_without_a_must_says_so() -> None:
    off = tuple(Rule(rule=name, strength=Strength.OFF) for name in ("same_organisation", "meeting_slot"))
    assert "Rules: the program has no must rules" in words(row("Ana"), row("Bo"), rules=off)


def test_bound_companions_and_settled_seats_are_named() -> None:
    rules = (
        Rule(rule="together", arguments={"people": ["Ana", "Cy"]}),
        Rule(rule="seat", arguments={"person": "Bo", "cohorts": [2]}),
    )
    text = words(row("Ana"), row("Bo"), row("Cy"), row("Di"), rules=rules)
    assert "Together by rule: Ana and Cy" in text
    assert "Fixed seats: Bo" in text
    first, second = text.index("Together by rule"), text.index("Fixed seats")
    assert first < second


def test_what_a_cohort_ticked_comes_with_the_names_of_those_who_did() -> None:
    assert "2 of 2 ticked “Cash”: Ana and Bo." in words(row("Ana"), row("Bo"))


def test_the_nearest_peer_comes_with_what_both_wrote() -> None:
    text = words(row("Ana", goals="mend the roof"), row("Bo", goals="a roof of slate"), row("Cy"), low=3, high=3)
    assert "Shares most with Bo" in text
    assert "“mend the roof” - Bo: “a roof of slate”" in text


def test_the_report_says_when_no_other_seat_is_possible() -> None:
    assert "No other seat meets every must rule." in words(row("Ana"), row("Bo"))


def test_another_seat_comes_with_its_price() -> None:
    text = words(row("Ana"), row("Bo"), row("Cy"), row("Di"))
    assert "; swapping with " in text
    assert " would cost nothing overall." in text


def test_namesakes_are_distinguished_everywhere() -> None:
    text = words(row("Ana Ruiz", "Owl"), row("Ana Ruiz", "Elk"))
    assert "Ana Ruiz (Owl)" in text
    assert "Ana Ruiz (Elk)" in text
    assert "Ana Ruiz and" not in text


def test_industries_that_were_not_given_are_counted() -> None:
    assert "Industries: HVAC; 1 not given" in words(row("Ana", industry="HVAC"), row("Bo"))


@pytest.mark.parametrize("count", [0, 1])
def test_warnings_are_counted_where_there_are_any(count: int) -> None:
    rows = [row("Ana"), row("Bo")]
    record = matched(*rows)
    warnings = [problem for problem in record.intake.problems if problem.severity == "warning"][:count]
    kept = record.intake.model_copy(update={"problems": tuple(warnings)})
    text = plain(report(record.model_copy(update={"intake": kept})))
    assert ("To look at: 1 warning, at the end of this report" in text) is bool(count)
