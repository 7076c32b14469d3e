"""Requests to sit with somebody are read by any form of a name, and names that match nobody are listed."""

import pytest

from ok_match import mentions
from ok_match.model import Intake, Program, Rule, Severity, Strength
from ok_match.rules import with_requests
from tests.builders import participant
from tests.intake.sheets import about, read

HEADER = ["Email", "Name", "Company", "Industry", "Goals", "Consent", "Whom would you like to sit with?"]
OTHERS = [
    ["ana@people.example", "Ana Ortega", "Tall Pine", "Bakery", "sell", "Yes", ""],
    ["ana.ruiz@people.example", "Ana Ruiz", "Owl & Sons", "Dentistry", "sell", "Yes", "No preference"],
    ["bob@people.example", "Robert Hale", "Hale Tiles", "Trades", "sell", "Yes", "Kit Moss"],
    ["ida@people.example", "Ida Tran", "", "Law", "rest", "No", ""],
]


def asking(answer: str) -> Intake:
    return read([["kit@people.example", "Kit Moss", "Moss Farm", "Farming", "hire", "Yes", answer], *OTHERS], HEADER)


UNFOUND = "somebody who could not be found: "


def unresolved(answer: str) -> list[str]:
    problems = [problem for problem in asking(answer).problems if problem.code == "request-unresolved"]
    start, end = "Kit Moss asked to sit with ", "."
    problems = [p.model_copy(update={"message": p.message.replace(UNFOUND, "")}) for p in problems]
    assert all(problem.message.startswith(start) and problem.severity is Severity.DECISION for problem in problems)
    return [problem.message.removeprefix(start).removesuffix(end) for problem in problems]


@pytest.mark.parametrize(
    ("answer", "unfound"),
    [
        ("Zelda Smith", ["“Zelda Smith” (nobody here is called that)"]),
        ("Robert Hale and Zelda Smith, please", ["“Zelda Smith” (nobody here is called that)"]),
        ("zelda@people.example", ["“zelda@people.example” (nobody here is called that)"]),
        ("Ana", ["“Ana” (may be Ana Ortega or Ana Ruiz)"]),
        ("Ida Tran", ["“Ida Tran”, who is held, and not placed"]),
        ("Put me with my sister", ["“my sister” (no name)"]),
        ("Zelda Smith. ZELDA SMITH!", ["“Zelda Smith” (nobody here is called that)"]),
    ],
)
def test_a_name_that_matches_nobody_is_listed(answer: str, unfound: list[str]) -> None:
    assert unresolved(answer) == unfound


@pytest.mark.parametrize(
    "answer",
    [
        "", "no", "nobody", "No preference", "Robert Hale", "robert hale", "Robert", "Bob Hale", "Rob",
        "Ana Ruiz or Ana Ortega",
        "somebody from Tall Pine", "other bakers", "dentists", "anyone who has sold a firm", "bob@people.example",
        "not Zelda Smith", "anyone but Zelda Smith", "I am Kit Moss; Robert Hale", "I hope to sit with friends",
    ],
)  # fmt: skip
def test_names_that_match_and_answers_that_name_nobody_are_not_listed(answer: str) -> None:
    assert unresolved(answer) == []


def test_an_unresolved_request_is_listed_with_its_row_and_column() -> None:
    intake = asking("Zelda Smith")
    assert about(intake, "request-unresolved") == [2]
    (problem,) = [problem for problem in intake.problems if problem.code == "request-unresolved"]
    assert problem.column == HEADER[-1]


def test_a_sheet_that_does_not_ask_has_nothing_to_list() -> None:
    intake = read([["kit@people.example", "Kit Moss", "Zelda Smith and I"]], ["Email", "Name", "Goals"])
    assert about(intake, "request-unresolved") == []


PEOPLE = (
    participant("Ana Ruiz", organisation="Tall Pine LLC"),
    participant("Bo Lund", organisation="Owl & Sons"),
    participant("Bo Hart", email="hart@people.example"),
    participant("Hope Vale", organisation="Self-employed", industry="Bakery"),
    participant("Gregory Milbrook", email="gm@people.example"),
    participant("Elizabeth Stone"),
)


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("Ana Ruiz, please", "ana ruiz"),
        ("ana ruiz and BO LUND", "ana ruiz; bo lund"),
        ("Ana", "ana ruiz"),
        ("Bo", ""),
        ("somebody from Tall Pine", "ana ruiz"),
        ("Owl & Sons", "bo lund"),
        ("the people of Owl and Sons", "bo lund"),
        ("hart@people.example", "bo hart"),
        ("I hope to sit with friends", ""),
        ("Hope, if you can", "hope vale"),
        ("not Ana Ruiz", ""),
        ("anyone but Ana", ""),
        ("Bo Lund but not Ana Ruiz", "bo lund"),
        ("Bo Lund, not Ana Ruiz", "bo lund"),
        ("Ana's table. No preference otherwise.", "ana ruiz"),
        ("self-employed people", ""),
        ("other bakers", ""),
        ("nobody special", ""),
        ("Cy Ito", ""),
        ("Greg Milbrook", "gregory milbrook"),
        ("Liz Stone and Greg", "elizabeth stone; gregory milbrook"),
        ("E. Stone or G.M.", "elizabeth stone; gregory milbrook"),
        ("Greg Milbrok", "gregory milbrook"),
        ("Greg Dunn", ""),
    ],
)
def test_whom_somebody_asks_for_is_read_from_their_answer(answer: str, asked: str) -> None:
    requests = mentions.requests_of((*PEOPLE, participant("Cy Ito", sit_with=answer)))
    assert "; ".join(sorted(request.b for request in requests if request.b)) == asked
    assert all(request.a == "cy ito" and request.mention in answer for request in requests)


def test_the_pairs_are_added_to_the_programs_own_rule() -> None:
    own = Rule(rule="requests", strength=Strength.SHOULD, weight=9, arguments={"pairs": [["Bo Lund", "Bo Hart"]]})
    people = (*PEOPLE, participant("Cy Ito", sit_with="Ana; Zelda Smith"))
    program = with_requests(Program(rules=(own,)), mentions.requests_of(people))
    (rule,) = [rule for rule in program.rules if rule.rule == "requests"]
    assert rule.arguments == {"pairs": [["Bo Lund", "Bo Hart"], ["cy ito", "ana ruiz"]]}
    assert with_requests(Program(), mentions.requests_of(people)) == Program()
