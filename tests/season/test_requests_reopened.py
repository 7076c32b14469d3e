"""Requests live in the people's own words: a record that keeps no pairs is priced as it was when it was made."""

from ok_match import Options, Program, Record, Sheet, match
from ok_match.model import Rule, Sizes, Strength
from ok_match.season import reopen
from tests.builders import sheet_of

HEADER = ("Email", "Name", "Goals", "Who would you like to sit with?")
NAMES = ("Ana Ruiz", "Gregory Milbrook", "Elizabeth Stone", "Robert Hale", "Cy Dunn", "Di Frey", "Ed Moss", "Flo Bell")
WISHES = {"Ana Ruiz": "Greg Milbrook", "Robert Hale": "Liz Stone, please", "Cy Dunn": "Bob Hale"}


def test_a_record_with_requests_is_reopened_from_itself_alone() -> None:
    rows = [(f"p{i}@people.example", name, "sell bread", WISHES.get(name, "")) for i, name in enumerate(NAMES)]
    rule = Rule(rule="requests", strength=Strength.SHOULD)
    program = Program(cohorts=Sizes(min=4, max=4), rules=(rule,))
    made = match(Sheet("answers.csv", sheet_of(rows, HEADER)), program, Options(engine="lexical"))
    record = Record.model_validate_json(made.to_json())
    assert next(rule for rule in record.program.rules if rule.rule == "requests").arguments == {}
    assert reopen(record).faithful
    wishes = [f for cohort in record.explanations.cohorts for f in cohort.findings if f.rule == "requests"]
    assert {pair for finding in wishes for shown in finding.evidence for pair in shown.people} == {
        "p0@people.example", "p1@people.example", "p2@people.example", "p3@people.example", "p4@people.example",
    }  # fmt: skip
