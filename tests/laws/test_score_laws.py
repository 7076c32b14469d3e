"""Laws 3, 5 and 7: findings, terms, prices and the search agree to the last unit."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Program, Record
from ok_match.model import Participant, Rule, Sizes, Strength, Terms
from ok_match.partition import SizePlan, Solution, cost, other_seats, plans, solve
from ok_match.rules import CARDS, Constraint, complete, constraints_of
from tests.builders import people, world_of
from tests.strategies import SLOTS

PEOPLE = 12


def rule(name: str, strength: str = "must", weight: int | None = None, **arguments: object) -> Rule:
    return Rule(rule=name, strength=Strength(strength), weight=weight, arguments=arguments)  # type: ignore[arg-type]


#: Examples of each rule, in every form; a new rule is tested as soon as it has one.
RULES = {
    "apart": (rule("apart", people=["A", "B", "C"]), rule("apart", "should", people=["D", "E", "F", "A"], weight=333)),
    "conflict": (
        rule("conflict", pairs=[["A", "B"], ["C", "H"]]),
        rule("conflict", "should", pairs=[["A", "B"], ["B", "D"]], weight=250),
    ),
    "at_least": (
        rule("at_least", field="years", amount=10),
        rule("at_least", "should", field="role", values=["owner", "director"], least=2),
    ),
    "at_most": (
        rule("at_most", field="town", most=2),
        rule("at_most", "should", field="industry", most=1, weight=7),
        rule("at_most", "should", field="role", values=["owner"], most=1),
    ),
    "balance": (rule("balance", "should", field="team_size"), rule("balance", "should", field="town")),
    "facilitators": (
        rule("facilitators", people=["A", "F"]),
        rule("facilitators", "should", least=2),
    ),
    "history": (
        rule("history", "should", met=[["a", "B@people.example", "gone", "f"], ["a", "b", "c"]]),
        rule("history", "should", mode="keep", weight=99),
    ),
    "industry_spread": (rule("industry_spread", "should"),),
    "meeting_mode": (rule("meeting_mode"), rule("meeting_mode", "should")),
    "meeting_slot": (rule("meeting_slot", slots=2), rule("meeting_slot", "should", slots=2, weight=17)),
    "nobody_alone": (rule("nobody_alone", field="town"), rule("nobody_alone", "should", field="role")),
    "nobody_stranded": (
        rule("nobody_stranded", "should"),
        rule("nobody_stranded", "should", person=600, cohort=650, weight=3),
        rule("nobody_stranded", "should", person=0),
    ),
    "one_per": (
        rule("one_per", field="specialty", within="town"),
        rule("one_per", "should", field="industry"),
        rule("one_per", field="organisation"),
    ),
    "requests": (rule("requests", "should", pairs=[["A", "B"], ["B", "A"], ["C", "H"]]),),
    "same_organisation": (rule("same_organisation"), rule("same_organisation", "should", weight=41)),
    "seat": (rule("seat", person="G", cohorts=[1, 3]), rule("seat", person="G", **{"with": ["A", "B"]})),
    "similar": (
        rule("similar", field="team_size", within=1),
        rule("similar", "should", field="team_size"),
        rule("similar", "should", field="role"),
    ),
    "strong_in_each": (rule("strong_in_each", values=["Trust"]), rule("strong_in_each", "should", strong=3)),
    "time_zone": (rule("time_zone", gap=2), rule("time_zone", "should", gap=0.5)),
    "together": (rule("together", people=["D", "E", "F"]), rule("together", "should", people=["G", "H", "I"])),
}
OFF = tuple(Rule(rule=name, strength=Strength.OFF) for name in CARDS)


@st.composite
def constraint_sets(draw: st.DrawFn, names: tuple[str, ...] = tuple(RULES)) -> tuple[Constraint, ...]:
    """The constraints of a few rules, always including common ground, on generated people."""
    numbers = np.random.default_rng(draw(st.integers(0, 999)))
    half = np.triu(numbers.integers(0, 1001, (PEOPLE, PEOPLE)), 1)
    persons = invented(numbers)
    chosen = draw(st.lists(st.sampled_from(names), unique=True)) if len(names) > 1 else list(names)
    silenced = tuple(rule for rule in OFF if rule.rule not in chosen)
    wanted = tuple(draw(st.sampled_from(RULES[name])) for name in chosen)
    program = Program(cohorts=Sizes(min=3, max=5), rules=(*wanted, *silenced))
    return constraints_of(complete(program), world_of(persons, half + half.T))


EXAMPLES = [example for examples in RULES.values() for example in examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.rule}-{example.strength}")
def test_no_law_judges_an_example_that_never_costs_or_earns_anything(example: Rule) -> None:
    for seed in range(20):
        numbers = np.random.default_rng(seed)
        half = np.triu(numbers.integers(0, 1000, (PEOPLE, PEOPLE)), 1)
        persons = invented(numbers)
        silenced = tuple(rule for rule in OFF if rule.rule != example.rule)
        program = complete(Program(cohorts=Sizes(min=3, max=5), rules=(example, *silenced)))
        *_, judged = constraints_of(program, world_of(persons, half + half.T))
        groups = [sorted(numbers.choice(PEOPLE, size, replace=False).tolist()) for size in (3, 4, 5) * 8]
        if any(judged.finding(group, number % 3).cost for number, group in enumerate(groups)):
            return
    pytest.fail(f"the people whom the laws invent give {example.rule} nothing to judge: add its field to traits()")


def invented(numbers: np.random.Generator) -> tuple[Participant, ...]:
    """Twelve people for the laws."""
    return people(
        "abcdefghijkl",
        organisation=numbers.choice(["", "Tall Pine Ltd", "Tall Pine", "Owl & Co"], PEOPLE).tolist(),
        industry=numbers.choice(
            ["", "nonprofit - arts", "Nonprofits", "HVAC", "retail", "Retail shop"], PEOPLE
        ).tolist(),
        slots=[[slot for slot in SLOTS if numbers.random() < 0.8] for _ in range(PEOPLE)],
        **traits(numbers),
    )


def traits(numbers: np.random.Generator) -> dict[str, list[object]]:
    """Values for the other traits; each value occurs at least once."""

    def mixed(*values: object) -> list[object]:
        drawn = numbers.integers(0, len(values), PEOPLE - len(values))
        return [*values, *(values[index] for index in drawn)]

    bands = [("1-5", 3.0), ("6-20", 12.0), ("6-20", 8.0), ("Over 20", 40.0), ""]
    return {
        "town": mixed("Bend", "bend", "Redmond", "Sisters", ""),
        "role": mixed("Owner", "director", "manager", ""),
        "specialty": mixed("Tax", "tax", "Roofs", ""),
        "team_size": mixed(*bands),
        "years": mixed("10+ years", "2 years", "12", ""),
        "mode": mixed("in person", "online", "either", ""),
        "time_zone": mixed("UTC-8", "UTC-5", "UTC+5:30", ""),
        "sit_with": mixed("Anybody from Tall Pine, or B", "C and D", "not with E", ""),
        "facilitate": mixed("yes", "no", ""),
        "ratings": mixed(["Trust: 4", "Candour: 2"], ["Trust: 3", "Candour: 5"], ["Trust: 1"], ""),
        "earlier_group": mixed("Spring 2025", "spring 2025", "none", "Autumn", ""),
    }


def terms_of(constraints: tuple[Constraint, ...]) -> Terms:
    return Terms(PEOPLE, tuple(term for constraint in constraints for term in constraint.terms()))


def judged(constraints: tuple[Constraint, ...], labels: list[int], groups: int) -> tuple[int, int]:
    """The sums of the findings over all rules and cohorts, must and should."""
    totals = {Strength.MUST: 0, Strength.SHOULD: 0}
    for group in range(groups):
        members = [i for i, label in enumerate(labels) if label == group]
        for constraint in constraints:
            finding = constraint.finding(members, group)
            totals[finding.strength] += finding.cost
    return totals[Strength.MUST], totals[Strength.SHOULD]


def test_every_rule_has_an_example() -> None:
    assert set(RULES) == set(CARDS)


@pytest.mark.parametrize("name", RULES)
def test_findings_and_terms_of_each_rule_cost_the_same(name: str) -> None:
    @given(constraint_sets((name,)), st.lists(st.integers(0, 3), min_size=PEOPLE, max_size=PEOPLE))
    @settings(max_examples=50, deadline=None)
    def law(constraints: tuple[Constraint, ...], labels: list[int]) -> None:
        assert cost(terms_of(constraints), labels, 3) == judged(constraints, labels, 3)

    law()


@given(constraint_sets(), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_a_solution_keeps_every_must_and_has_the_price_it_claims(
    constraints: tuple[Constraint, ...], seed: int
) -> None:
    terms = terms_of(constraints)
    solution = solve(terms, plans(PEOPLE, 3, 5), np.random.default_rng(seed), lambda _done, _total: None)
    if solution is not None:
        labels = solution.labels.tolist()
        assert (solution.must, solution.should) == judged(constraints, labels, solution.plan.groups)
        assert solution.must == 0


def neighbours(labels: list[int], plan: SizePlan):  # type: ignore[no-untyped-def]
    """Every roster that is one swap or one move away, within the plan's sizes."""
    sizes = [labels.count(group) for group in range(plan.groups)]
    for i, j in combinations(range(len(labels)), 2):
        if labels[i] != labels[j]:
            changed = list(labels)
            changed[i], changed[j] = changed[j], changed[i]
            yield i, j, changed
    for i, label in enumerate(labels):
        for group in range(plan.groups):
            roomy = sizes[group] < plan.high and label < plan.groups and sizes[label] > plan.low
            if group != label and roomy:
                changed = list(labels)
                changed[i] = group
                yield i, None, changed


def solved(constraints: tuple[Constraint, ...], seed: int) -> tuple[Terms, Solution | None]:
    terms = terms_of(constraints)
    return terms, solve(terms, plans(PEOPLE, 3, 5), np.random.default_rng(seed), lambda _done, _total: None)


@given(constraint_sets(), st.integers(0, 99))
@settings(max_examples=20, deadline=None)
def test_no_single_swap_or_move_improves_a_finished_roster(constraints: tuple[Constraint, ...], seed: int) -> None:
    terms, solution = solved(constraints, seed)
    if solution is not None:
        fixed = {term.member for term in terms.terms if type(term).__name__ == "Seat"}
        for _i, _j, changed in neighbours(solution.labels.tolist(), solution.plan):
            if any(changed[member] == solution.plan.groups for member in fixed):
                continue
            assert cost(terms, changed, solution.plan.groups) >= (0, solution.should)


@given(constraint_sets(), st.integers(0, 99))
@settings(max_examples=20, deadline=None)
def test_the_price_of_another_seat_is_what_the_change_costs(constraints: tuple[Constraint, ...], seed: int) -> None:
    terms, solution = solved(constraints, seed)
    if solution is None:
        return
    labels, groups = solution.labels.tolist(), solution.plan.groups
    cheapest: dict[int, int] = {}
    for i, j, changed in neighbours(labels, solution.plan):
        must, should = cost(terms, changed, groups)
        placed = [k for k in (i, j) if k is not None and labels[k] < groups and changed[k] < groups]
        if must == 0 and (j is None or len(placed) == 2):
            for person in placed:
                cheapest[person] = min(cheapest.get(person, should), should)
    for person, seat in enumerate(other_seats(terms, solution)):
        if seat is None:
            assert person not in cheapest
            continue
        changed = list(labels)
        if seat.partner is not None:
            changed[seat.partner] = labels[person]
        changed[person] = seat.group
        assert cost(terms, changed, groups) == (0, solution.should + seat.price)
        assert seat.price == cheapest[person] - solution.should


def test_findings_in_a_record_add_up_to_its_score(record: Record) -> None:
    findings = [finding for cohort in record.explanations.cohorts for finding in cohort.findings]
    assert sum(finding.cost for finding in findings if finding.strength is Strength.MUST) == record.score.must == 0
    assert sum(finding.cost for finding in findings if finding.strength is Strength.SHOULD) == record.score.should
