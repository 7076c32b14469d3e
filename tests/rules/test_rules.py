"""The finding of each rule about a cohort: its cost and its evidence."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Program, ProgramError
from ok_match.mentions import PeopleFinder
from ok_match.model import FULL, POINT, Finding, Held, Participant, Rule, Strength
from ok_match.rules import CARDS, Constraint, World, complete, constraints_of
from tests.builders import affinity_of, participant, people, world_of


def applied(name: str, persons: Sequence[Participant], weights: object = None, **line: object) -> Constraint:
    """The constraint of one rule, as a program line, on these people."""
    own = {key: line.pop(key) for key in ("strength", "weight", "why") if key in line}
    default = Strength.SHOULD if name == "industry_spread" else Strength.MUST
    rule = Rule(rule=name, arguments=line, **({"strength": default} | own))  # type: ignore[arg-type]
    return CARDS[name].apply(rule, world_of(persons, weights))


def finding_of(constraint: Constraint, seated: str, cohort: int = 0) -> Finding:
    """The finding about a cohort written as letters, such as ``acd``."""
    return constraint.finding([ord(letter) - ord("a") for letter in seated], cohort)


def evidence(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {piece.label: piece.people for piece in finding.evidence}


# Apart


def test_apart_counts_the_pairs_that_sit_together_and_names_them() -> None:
    rule = applied("apart", people("abcde"), people=["A", "C", "D"], why="competitors")
    finding = finding_of(rule, "abcd")
    assert finding.cost == 3
    assert evidence(finding) == {"competitors": ("a", "c", "d")}
    assert finding.strength is Strength.MUST


@pytest.mark.parametrize("seated", ["", "b", "ab", "be", "bde"])
def test_apart_has_nothing_to_say_where_one_of_them_sits_alone(seated: str) -> None:
    finding = finding_of(applied("apart", people("abcde"), people=["A", "C", "D"]), seated)
    assert (finding.cost, finding.evidence) == (0, ())


# Together


def test_together_costs_nothing_where_all_sit_or_none_does() -> None:
    rule = applied("together", people("abcde"), people=["A", "C", "D"], why="partners")
    assert finding_of(rule, "acd").cost == finding_of(rule, "acde").cost == finding_of(rule, "be").cost == 0
    assert evidence(finding_of(rule, "acde")) == {"partners": ("a", "c", "d")}
    assert finding_of(rule, "be").evidence == ()


def test_together_costs_each_companion_who_is_elsewhere() -> None:
    rule = applied("together", people("abcde"), people=["A", "C", "D"])
    assert (finding_of(rule, "ab").cost, finding_of(rule, "acb").cost) == (2, 2)
    assert evidence(finding_of(rule, "ab")) == {"": ("a",)}


# Seat


def test_a_seat_with_people_is_kept_where_all_of_them_sit() -> None:
    rule = applied("seat", people("abcd"), person="B", why="asked for them", **{"with": ["A", "D"]})
    assert [finding_of(rule, seated).cost for seated in ("abd", "ab", "c", "")] == [0, 2, 0, 0]
    assert evidence(finding_of(rule, "abcd")) == {"asked for them": ("a", "b", "d")}
    assert finding_of(rule, "ab").rule == "seat"


def test_a_seat_is_kept_in_any_cohort_that_it_names() -> None:
    rule = applied("seat", people("abc"), person="B", cohorts=[1, 3], why="moderates there")
    assert [finding_of(rule, "ab", cohort).cost for cohort in range(3)] == [0, 1, 0]
    assert evidence(finding_of(rule, "ab", 1)) == {"moderates there": ("b",)}
    assert finding_of(rule, "ac", 1).evidence == ()
    assert finding_of(rule, "ac", 1).cost == 0


# Same organisation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tall Pine", "tall pine"),
        ("Tall Pine", "Tall  Pine, LLC"),
        ("Tall Pine Ltd", "Tall Pine Limited"),
        ("The Tall Pine Company", "Tall Pine Co."),
        ("Owl & Sons", "Owl and Sons, Inc."),
        ("O'Hare Baking", "OHare Baking"),
        ("Tall-Pine", "TallPine"),
    ],
)
def test_colleagues_are_known_whatever_the_spelling_and_legal_form(one: str, other: str) -> None:
    finding = finding_of(applied("same_organisation", people("abc", organisation=[one, "Elsewhere", other])), "abc")
    assert finding.cost == 1
    assert evidence(finding) == {one: ("a", "c")}


@pytest.mark.parametrize(("one", "other"), [("Tall Pine LLC", "Tall Pine, L.L.C."), ("Owl PLLC", "Owl, P.L.L.C.")])
def test_points_in_a_legal_form_do_not_matter(one: str, other: str) -> None:
    assert finding_of(applied("same_organisation", people("ab", organisation=[one, other])), "ab").cost == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("None", "none"),
        ("Self-employed", "self employed"),
        ("Freelance", "freelance"),
        ("Retired", "retired"),
        ("NA", "na"),
        ("Tall Pine", "Short Pine"),
        ("Pine", "Pineapple"),
        ("Co", "Inc"),
    ],
)
def test_people_without_a_common_employer_are_no_colleagues(one: str, other: str) -> None:
    assert finding_of(applied("same_organisation", people("ab", organisation=[one, other])), "ab").cost == 0


def test_colleagues_cost_a_break_a_pair_organisation_by_organisation() -> None:
    persons = people("abcdef", organisation=["Owl", "Owl", "Owl", "Pine", "Pine", "Elk"])
    finding = finding_of(applied("same_organisation", persons), "abcdef")
    assert finding.cost == 4
    assert evidence(finding) == {"Owl": ("a", "b", "c"), "Pine": ("d", "e")}


def test_organisations_are_not_judged_where_nobody_gave_one() -> None:
    assert not finding_of(applied("same_organisation", people("ab")), "ab").judged
    assert finding_of(applied("same_organisation", people("ab", organisation=["Owl", ""])), "ab").judged


# Meeting slot

WEEK = [["Tue", "Wed"], ["Wed", "Thu"], ["Tue", "Wed", "Thu"], []]


def test_times_that_suit_all_are_listed() -> None:
    rule = applied("meeting_slot", people("abcd", slots=WEEK))
    assert list(evidence(finding_of(rule, "abc"))) == ["Wed"]
    assert sorted(evidence(finding_of(rule, "ac"))) == ["Tue", "Wed"]
    assert finding_of(rule, "abc").cost == 0


def test_somebody_who_gave_no_times_is_free_at_every_time() -> None:
    rule = applied("meeting_slot", people("abcd", slots=WEEK))
    assert sorted(evidence(finding_of(rule, "d"))) == ["Thu", "Tue", "Wed"]
    assert list(evidence(finding_of(rule, "abd"))) == ["Wed"]


@pytest.mark.parametrize(("needed", "cost"), [(1, 0), (2, 1), (3, 2)])
def test_each_time_short_of_those_asked_for_is_a_break(needed: int, cost: int) -> None:
    assert finding_of(applied("meeting_slot", people("abcd", slots=WEEK), slots=needed), "ab").cost == cost


def test_times_are_not_judged_where_the_sheet_has_none() -> None:
    finding = finding_of(applied("meeting_slot", people("ab")), "ab")
    assert (finding.judged, finding.cost, finding.evidence) == (False, 0, ())


# Common ground


@given(st.integers(2, 14), st.integers(0, FULL))
@settings(max_examples=50, deadline=None)
def test_common_ground_costs_what_each_falls_short_of_full(size: int, shared: int) -> None:
    persons = [participant(f"P{n}", row=n + 2) for n in range(size)]
    weights = [[0 if i == j else shared for j in range(size)] for i in range(size)]
    wanted, *_ = constraints_of(complete(Program()), world_of(persons, weights))
    cost = wanted.finding(range(size), 0).cost
    # Above 13 members, the share of a pair is rounded to the nearest unit.
    assert abs(cost - size * (FULL - shared) * POINT) <= (0 if size <= 13 else shared * size * size)


# Strengths, arguments and unknown rules


def test_a_fixed_seat_cannot_be_a_wish() -> None:
    with pytest.raises(ProgramError, match=r'strength = "should".*must, off'):
        applied("seat", people("ab"), strength=Strength.SHOULD, person="A", cohorts=[1])


@pytest.mark.parametrize("name", ["industry_spread", "nobody_stranded", "balance", "history", "requests"])
def test_a_wish_cannot_be_a_hard_rule(name: str) -> None:
    with pytest.raises(ProgramError, match=r'strength = "must".*should, off'):
        applied(name, people("ab"), strength=Strength.MUST)


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("apart", {}, '"people" is missing'),
        ("apart", {"people": ["A"]}, "at least 2"),
        ("apart", {"peple": ["A", "B"]}, '"peple" is not a key.*did you mean "people"'),
        ("together", {"people": "A"}, "people"),
        ("seat", {"person": "A"}, r"give one of: cohorts = \[1, 2\]"),
        ("seat", {"person": "A", "cohorts": [1], "with": ["B"]}, "give one of"),
        ("seat", {"person": "A", "wiht": ["B"]}, 'did you mean "with"'),
        ("seat", {"person": "A", "cohort": "The river"}, 'no cohort is called "The river"'),
        ("seat", {"person": "A", "cohorts": []}, "at least 1"),
        ("seat", {"person": "A", "cohorts": [0]}, "greater than or equal to 1, got 0"),
        ("meeting_slot", {"slots": 0}, "greater than or equal to 1, got 0"),
        ("same_organisation", {"people": ["A"]}, '"people" is not a key'),
        ("industry_spread", {"wieght": 3}, '"wieght" is not a key'),
    ],
)
def test_arguments_that_a_rule_does_not_take_are_refused(name: str, arguments: dict[str, object], message: str) -> None:
    with pytest.raises(ProgramError, match=message) as caught:
        applied(name, people("ab"), **arguments)
    assert caught.value.where == f"program, rule {name}"


def test_an_unknown_rule_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ProgramError, match=r'no rule "aprat".*did you mean apart'):
        constraints_of(Program(rules=(Rule(rule="aprat"),)), world_of(people("ab")))


def test_a_rule_that_is_off_says_nothing() -> None:
    off = tuple(Rule(rule=name, strength=Strength.OFF) for name in CARDS)
    rules = constraints_of(complete(Program(rules=off)), world_of(people("ab", organisation=["Owl", "Owl"])))
    assert [rule.finding([0, 1], 0).rule for rule in rules] == ["common_ground"]


def test_without_a_program_the_standing_rules_hold() -> None:
    rules = constraints_of(complete(Program()), world_of(people("ab")))
    assert [rule.finding([0], 0).rule for rule in rules] == [
        "common_ground",
        "same_organisation",
        "meeting_slot",
        "industry_spread",
        "nobody_stranded",
    ]


def test_a_rule_whose_people_are_all_held_asks_nothing() -> None:
    held = Held(participant="z", name="Zed", email="z@people.example", row=9, reasons=("consent-refused",))
    world = World(people("ab"), (held,), affinity_of([[0, 1], [1, 0]]), PeopleFinder(people("ab"), (held,)))
    for name, arguments in (
        ("seat", {"person": "Zed", "cohorts": [2]}),
        ("seat", {"person": "Zed", "with": ["A"]}),
        ("apart", {"people": ["A", "Zed"]}),
        ("together", {"people": ["z@people.example", "B"]}),
    ):
        rule = CARDS[name].apply(Rule(rule=name, arguments=arguments), world)  # type: ignore[arg-type]
        assert rule.finding([0, 1], 0).cost == rule.finding([0], 0).cost == 0
