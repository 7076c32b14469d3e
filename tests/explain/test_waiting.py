"""Reasons to wait: what would break in each cohort if the person joined it."""

from collections.abc import Sequence

from ok_match import Program
from ok_match.explain import waiting_reasons
from ok_match.model import Participant, Reason, Rule
from ok_match.rules import complete, constraints_of
from tests.builders import people, world_of


def reasons(
    waiting: str, cohorts: Sequence[str], persons: Sequence[Participant], *rules: Rule, largest: int = 9
) -> tuple[Reason, ...]:
    """The reasons why a person, known by a letter, waits while these letters sit together."""
    constraints = constraints_of(complete(Program(rules=rules)), world_of(persons))
    return waiting_reasons(
        ord(waiting) - ord("a"),
        [[ord(letter) - ord("a") for letter in cohort] for cohort in cohorts],
        [str(number + 1) for number in range(len(cohorts))],
        largest,
        lambda members, cohort: tuple(rule.finding(members, cohort) for rule in constraints),
    )


def rules_of(reasons: tuple[Reason, ...]) -> list[tuple[str, str]]:
    return [(reason.rule, reason.cohort) for reason in reasons]


def test_a_full_cohort_is_a_reason() -> None:
    assert rules_of(reasons("e", ["ab", "cd"], people("abcde"), largest=2)) == [("size", "1"), ("size", "2")]


def test_a_colleague_is_a_reason_with_the_organisation_as_evidence() -> None:
    persons = people("abcd", organisation=["Owl", "", "", "Owl"])
    (reason,) = reasons("d", ["ab"], persons, largest=2)
    assert (reason.rule, reason.cohort) == ("same_organisation", "1")
    assert [(evidence.label, evidence.people) for evidence in reason.evidence] == [("Owl", ("a", "d"))]


def test_a_rule_comes_before_the_size() -> None:
    rule = Rule(rule="apart", arguments={"people": ["A", "E"]})
    assert rules_of(reasons("e", ["ab", "cd"], people("abcde"), rule, largest=2)) == [("apart", "1"), ("size", "2")]


def test_no_time_in_common_is_a_reason() -> None:
    persons = people("abc", slots=[["Tue"], ["Tue", "Wed"], ["Wed"]])
    assert rules_of(reasons("c", ["ab"], persons)) == [("meeting_slot", "1")]


def test_a_companion_who_waits_too_is_a_reason() -> None:
    rule = Rule(rule="together", arguments={"people": ["C", "D"]})
    assert rules_of(reasons("c", ["ab"], people("abcd"), rule)) == [("together", "1")]


def test_every_rule_that_would_break_is_a_reason() -> None:
    persons = people("abc", organisation=["Owl", "", "Owl"], slots=[["Tue"], ["Tue"], ["Wed"]])
    assert sorted(rules_of(reasons("c", ["ab"], persons))) == [("meeting_slot", "1"), ("same_organisation", "1")]


def test_what_is_no_must_is_no_reason() -> None:
    persons = people("abc", industry=["HVAC"] * 3)
    assert rules_of(reasons("c", ["ab"], persons)) == []
