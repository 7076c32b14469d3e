"""The rules about a field of people: what they cost, whom they name, and what they refuse."""

from collections.abc import Sequence

import pytest

from ok_match import ProgramError
from ok_match.model import POINT, Participant, Strength, pair_share
from ok_match.rules import CARDS
from tests.builders import people

from .test_rules import applied, evidence, finding_of

SHOULD = Strength.SHOULD


def costs(name: str, persons: Sequence[Participant], seated: str, **line: object) -> int:
    return finding_of(applied(name, persons, **line), seated).cost


# One per


def test_people_of_one_specialty_are_parted_only_within_a_town() -> None:
    persons = people("abcd", specialty=["Tax", "tax", "Tax", ""], town=["Bend", "bend ", "Sisters", "Bend"])
    assert costs("one_per", persons, "abcd", field="specialty") == 3
    rule = applied("one_per", persons, field="specialty", within="town")
    assert finding_of(rule, "abcd").cost == 1
    assert evidence(finding_of(rule, "abcd")) == {"Tax, Bend": ("a", "b")}
    assert finding_of(rule, "ac").cost == 0


def test_one_line_of_work_a_cohort() -> None:
    persons = people("abc", industry=["CPA", "Bookkeeping", "Bakery"])
    assert costs("one_per", persons, "abc", field="industry") == 1
    assert costs("one_per", persons, "abc", field="industry", strength=SHOULD, weight=30) == 30 * pair_share(3)


# Caps and quotas


def test_each_member_above_the_cap_costs() -> None:
    persons = people("abcd", town=["Bend", "Bend", "bend", "Sisters"])
    rule = applied("at_most", persons, field="town", most=1)
    assert [finding_of(rule, seated).cost for seated in ("a", "ab", "abc", "abcd", "ad", "")] == [0, 1, 2, 2, 0, 0]
    assert evidence(finding_of(rule, "abd")) == {"town: Bend": ("a", "b")}
    assert costs("at_most", persons, "abcd", field="town", most=1, values=["sisters"]) == 0
    assert costs("at_most", persons, "abc", field="town", most=2, strength=SHOULD, weight=10) == 10 * POINT


def test_each_missing_member_costs_and_those_present_are_named() -> None:
    persons = people("abcd", years=[("10+", 12.0), ("2", 2.0), "more than 15 years", ""])
    rule = applied("at_least", persons, field="years", amount=10, least=2)
    assert [finding_of(rule, seated).cost for seated in ("abc", "ab", "bd", "")] == [0, 1, 2, 0]
    assert evidence(finding_of(rule, "abc")) == {"years: 10 or more": ("a", "c")}
    assert costs("at_least", persons, "bd", field="years", values=["10+"]) == 1


@pytest.mark.parametrize("arguments", [{}, {"values": ["10+"], "amount": 3}])
def test_at_least_needs_values_or_an_amount(arguments: dict[str, object]) -> None:
    with pytest.raises(ProgramError, match="either values or amount"):
        applied("at_least", people("ab", years=["10+", "2"]), field="years", **arguments)


# Alone, balanced, similar, strong


def test_anyone_alone_with_their_value_is_named() -> None:
    persons = people("abcde", role=["owner", "Owner", "manager", "manager", "clerk"])
    rule = applied("nobody_alone", persons, field="role", strength=SHOULD, weight=5)
    assert [finding_of(rule, seated).cost // POINT for seated in ("ab", "abc", "acd", "ac", "e")] == [0, 5, 5, 10, 0]
    assert evidence(finding_of(rule, "abc")) == {"role: manager": ("c",)}
    only = applied("nobody_alone", persons, field="role", values=["Manager"])
    assert (finding_of(only, "ac").cost, finding_of(only, "abe").cost) == (1, 0)


def test_amounts_are_balanced_by_rank() -> None:
    persons = people("abcde", team_size=[("1", 1.0), ("2", 2.0), ("3", 3.0), ("900", 900.0), ""])
    rule = applied("balance", persons, field="team_size", strength=SHOULD, weight=100)
    assert [finding_of(rule, seated).cost // (10 * POINT) for seated in ("ad", "bc", "abcd", "e", "a", "d", "cd")] == [
        0, 0, 0, 0, 10, 10, 13,
    ]  # fmt: skip
    assert evidence(finding_of(rule, "cd")) == {"team_size: large": ("d",)}


def test_values_without_amounts_are_balanced_by_their_share() -> None:
    persons = people("abcd", town=["Bend", "Bend", "Bend", "Sisters"])
    rule = applied("balance", persons, field="town", strength=SHOULD, weight=1)
    assert finding_of(rule, "abcd").cost == 0
    assert finding_of(rule, "ab").cost == 2 * POINT


def test_peers_may_be_a_given_number_of_bands_apart() -> None:
    persons = people("abcd", team_size=["2 to 5", "6-20 people", "Over 20", ""])
    assert costs("similar", persons, "abcd", field="team_size") == 3
    rule = applied("similar", persons, field="team_size", within=1)
    assert (finding_of(rule, "abc").cost, finding_of(rule, "ab").cost) == (1, 0)
    assert list(evidence(finding_of(rule, "ac"))) == ["team_size: 2 to 5", "team_size: Over 20"]
    wish = applied("similar", persons, field="team_size", strength=SHOULD, weight=10)
    assert finding_of(wish, "ac").cost == 20 * pair_share(2)


def test_values_without_an_order_are_either_equal_or_too_far_apart() -> None:
    persons = people("abc", role=["owner", "manager", "clerk"])
    assert costs("similar", persons, "abc", field="role", strength=SHOULD, weight=1) == 3 * pair_share(3)


@pytest.mark.parametrize(
    ("small", "large"), [("Under $250k", "$1M-5M"), ("$250k", "$1M"), ("1,000", "20,000"), ("<5", "5-9")]
)
def test_bands_are_ordered_by_the_amounts_in_them(small: str, large: str) -> None:
    persons = people("abc", revenue=[large, "a bit", small])
    rule = applied("similar", people("ab", revenue=[large, small]), field="revenue")
    assert list(evidence(finding_of(rule, "ab"))) == [f"revenue: {small}", f"revenue: {large}"]
    assert costs("similar", persons, "abc", field="revenue") == 3


def test_values_in_which_nobody_is_strong_are_named() -> None:
    persons = people("abc", ratings=[["Trust: 5", "Candour: 2"], ["Trust: 4", "candour: 3 of 5"], ""])
    rule = applied("strong_in_each", persons)
    assert (finding_of(rule, "abc").cost, finding_of(rule, "c").cost) == (1, 2)
    assert evidence(finding_of(rule, "abc")) == {"Candour": ()}
    assert costs("strong_in_each", persons, "abc", strong=3) == 0
    assert costs("strong_in_each", persons, "abc", strong=3, least=2, values=["TRUST"]) == 0


# Fields


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("one_per", {"field": "specialty"}),
        ("at_most", {"field": "trait.chapter", "most": 1}),
        ("at_least", {"field": "years", "amount": 3}),
        ("nobody_alone", {"field": "industry"}),
        ("balance", {"field": "revenue"}),
        ("similar", {"field": "role"}),
        ("strong_in_each", {}),
        ("facilitators", {}),
        ("history", {}),
        ("requests", {}),
        ("meeting_mode", {}),
        ("time_zone", {}),
    ],
)
def test_a_rule_whose_field_the_sheet_lacks_is_refused(name: str, arguments: dict[str, object]) -> None:
    wish = name in ("balance", "history", "requests")
    with pytest.raises(ProgramError, match=f"rule {name}") as caught:
        applied(name, people("ab"), strength=SHOULD if wish else Strength.MUST, **arguments)
    assert "columns" in caught.value.advice
    assert name in CARDS


def test_a_value_that_nobody_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(ProgramError, match=r'nobody in the sheet has "Bedn" as town.*did you mean "bend"'):
        applied("at_most", people("ab", town=["Bend", "Sisters"]), field="town", most=1, values=["Bedn"])
