"""Pages about seats under every kind of rule: a rule about whole cohorts keeps no two people apart."""

from itertools import combinations

import pytest

from ok_match import Options, Program, Record, Sheet, match
from ok_match.model import Rule, Sizes
from ok_match.render import EXPLAIN_FORMATS, FORMATS
from ok_match.rules import CARDS
from ok_match.season import reopen
from tests.builders import sheet_of
from tests.laws.test_must_laws import ALTERNATIVES, COLUMNS, GOALS, HEADER, NAMES, SLOTS

OF_COHORTS = {name for name, card in CARDS.items() if card.of_cohorts}
RULES = (
    {"rule": "apart", "people": ["Ana", "Bo"]},
    {"rule": "apart", "strength": "should", "people": ["Cy", "Dee"]},
    {"rule": "together", "strength": "should", "people": ["Eve", "Flo"]},
    {"rule": "one_per", "field": "specialty", "within": "town"},
    {"rule": "at_most", "field": "town", "most": 3},
    {"rule": "at_least", "field": "role", "values": ["Owner"], "least": 2},
    {"rule": "nobody_alone", "field": "role"},
    {"rule": "balance", "field": "staff"},
    {"rule": "similar", "strength": "should", "field": "staff"},
    {"rule": "facilitators", "strength": "should", "least": 2},
    {"rule": "meeting_mode", "strength": "should"},
    {"rule": "time_zone", "strength": "should", "gap": 1},
    {"rule": "history", "met": [["ana@people.example", "cy@people.example", "gus@people.example"]]},
)


@pytest.fixture(scope="module")
def ruled() -> Record:
    """Twelve people under rules of every kind."""
    rows = [
        [
            {
                "Email": f"{name.casefold()}@people.example",
                "Name": name,
                "Goals": GOALS[number % len(GOALS)],
                "Availability": ";".join(SLOTS[: 1 + number % 3]),
            }.get(column, "")
            or (ALTERNATIVES[column][number % len(ALTERNATIVES[column])] if column in ALTERNATIVES else "")
            for column in HEADER
        ]
        for number, name in enumerate(NAMES)
    ]
    program = Program.model_validate(
        {
            "cohorts": Sizes(min=4, max=6),
            "columns": COLUMNS,
            "rules": [Rule.model_validate(line) for line in RULES],
        }
    )
    return match(Sheet("sheet.csv", sheet_of(rows, HEADER)), program, Options(engine="lexical"))


def test_every_page_can_be_written_and_agrees_with_the_record(ruled: Record) -> None:
    again = reopen(ruled)
    assert again.faithful
    pages = [again.person(person.id) for person in ruled.participants]
    for page in pages:
        assert EXPLAIN_FORMATS["terminal"](ruled, page)
    ids = [person.id for person in ruled.participants]
    for first, second in combinations(ids, 2):
        barred = again.why_not(first, second).forbidden
        assert not {reason.rule for reason in barred} & OF_COHORTS
        bonds = again.pair(first, second).bonds
        assert not {bond.rule for bond in bonds} & OF_COHORTS


def test_findings_add_up_to_the_score_under_every_kind_of_rule(ruled: Record) -> None:
    findings = [finding for cohort in ruled.explanations.cohorts for finding in cohort.findings]
    assert sum(finding.cost for finding in findings if finding.strength == "must") == 0
    assert sum(finding.cost for finding in findings if finding.strength == "should") == ruled.score.should


def test_the_report_names_the_facilitators_and_those_asked_for(ruled: Record) -> None:
    report = " ".join(FORMATS["terminal"](ruled).split())
    assert "Could facilitate:" in report
    assert "Asked for: role: Owner:" in report
