"""The rules about whom people meet and how: requests, history, facilitators, ways to meet, and nobody stranded."""

from dataclasses import replace

import numpy as np
import pytest

from ok_match import Program, ProgramError
from ok_match.model import POINT, Rule, Strength, pair_share
from ok_match.rules import CARDS, World, complete, constraints_of
from ok_match.rules.meeting.nobody_stranded import floors
from tests.builders import participant, people, world_of

from .test_rules import applied, evidence, finding_of

SHOULD = Strength.SHOULD


# Soft forms of hard rules


def test_a_wish_to_be_apart_costs_like_common_ground_lost() -> None:
    rule = applied("apart", people("abcd"), strength=SHOULD, weight=40, people=["A", "B"], why="rivals")
    assert finding_of(rule, "abc").cost == 40 * pair_share(3)
    assert evidence(finding_of(rule, "abc")) == {"rivals": ("a", "b")}
    assert finding_of(rule, "acd").cost == 0


def test_a_wish_to_be_together_earns() -> None:
    rule = applied("together", people("abcd"), strength=SHOULD, weight=40, people=["A", "B"])
    assert finding_of(rule, "ab").cost == -40 * pair_share(2)
    assert finding_of(rule, "acd").cost == 0


def test_a_soft_meeting_time_names_who_cannot_come() -> None:
    persons = people("abc", slots=[["Tue"], ["Tue", "Wed"], ["Wed"]])
    rule = applied("meeting_slot", persons, strength=SHOULD, weight=10)
    assert finding_of(rule, "abc").cost == 10 * POINT
    assert evidence(finding_of(rule, "abc")) == {"Tue": ("c",)}
    assert finding_of(rule, "ab").cost == 0


def test_a_meeting_time_cannot_be_a_must_and_a_wish_at_once() -> None:
    both = Program(rules=(Rule(rule="meeting_slot"), Rule(rule="meeting_slot", strength=SHOULD)))
    with pytest.raises(ProgramError, match="meeting_slot stands 2 times"):
        constraints_of(complete(both), world_of(people("ab")))


# Requests


def test_whoever_is_asked_for_earns_points() -> None:
    rule = applied("requests", people("abc"), strength=SHOULD, weight=10, pairs=[["A", "C"], ["a", "c"]])
    assert finding_of(rule, "ac").cost == -10 * pair_share(2)
    assert finding_of(rule, "ab").cost == finding_of(rule, "bc").cost == 0


def test_two_who_ask_for_each_other_count_twice() -> None:
    pairs = [["A", "B"], ["B", "A"], ["C", "B"]]
    rule = applied("requests", people("abc"), strength=SHOULD, weight=10, pairs=pairs)
    assert finding_of(rule, "ab").cost == -20 * pair_share(2)
    assert finding_of(rule, "bc").cost == -10 * pair_share(2)


# History


def test_people_who_named_the_same_earlier_group_met() -> None:
    persons = people("abcd", earlier_group=["Spring", "spring ", "none", "None"])
    rule = applied("history", persons, strength=SHOULD, weight=10)
    assert finding_of(rule, "abcd").cost == 10 * pair_share(4)
    assert evidence(finding_of(rule, "abcd")) == {"Spring": ("a", "b")}
    keep = applied("history", persons, strength=SHOULD, weight=10, mode="keep")
    assert finding_of(keep, "ab").cost == -10 * pair_share(2)


def test_each_earlier_cohort_counts() -> None:
    met = [["a@people.example", "B", "gone@people.example"], ["A", "b", "c"]]
    rule = applied("history", people("abcd"), strength=SHOULD, weight=10, met=met)
    assert finding_of(rule, "ab").cost == 20 * pair_share(2)
    assert finding_of(rule, "bc").cost == 10 * pair_share(2)
    assert finding_of(rule, "cd").cost == 0


def test_people_of_two_earlier_cohorts_are_told_cohort_by_cohort() -> None:
    rule = applied("history", people("abcdef"), strength=SHOULD, met=[["a", "b", "c"], ["d", "e"], ["f", "a"]])
    told = finding_of(rule, "abde").evidence
    assert [shown.people for shown in told] == [("a", "b"), ("d", "e")]


def test_parting_people_who_met_usually_outbids_all_that_two_people_share_and_keeping_them_does_not() -> None:
    part, keep = (
        applied("history", people("ab"), strength=SHOULD, met=[["a", "b"]], mode=m) for m in ("avoid", "keep")
    )
    assert finding_of(part, "ab").cost == 400 * pair_share(2)
    assert finding_of(keep, "ab").cost == -200 * pair_share(2)


def test_records_that_were_not_read_are_refused() -> None:
    with pytest.raises(ProgramError, match=r"spring\.json have not been read"):
        applied("history", people("ab"), strength=SHOULD, records=["spring.json"])


# Facilitators


def test_every_cohort_has_somebody_who_would_facilitate() -> None:
    persons = people("abcd", facilitate=["yes", "no", "", ""])
    rule = applied("facilitators", persons, people=["D"])
    assert [finding_of(rule, seated).cost for seated in ("ab", "bc", "bd", "")] == [0, 1, 0, 0]
    assert evidence(finding_of(rule, "abd")) == {"facilitators": ("a", "d")}


def test_a_facilitator_never_sits_with_a_conflict_even_a_soft_one() -> None:
    program = Program(
        rules=(
            Rule(rule="apart", strength=SHOULD, arguments={"people": ["A", "B"]}),
            Rule(rule="apart", strength=SHOULD, arguments={"people": ["C", "D"]}),
            Rule(rule="facilitators"),
        )
    )
    rules = constraints_of(complete(program), world_of(people("abcd", facilitate=["yes", "no", "", ""])))
    (rule,) = (rule for rule in rules if rule.finding([0], 0).rule == "facilitators")
    assert (finding_of(rule, "ab").cost, finding_of(rule, "acd").cost) == (1, 0)


# Ways to meet


def test_those_in_person_and_those_online_are_parted() -> None:
    rule = applied("meeting_mode", people("abcd", mode=["in person", "online", "either", ""]))
    assert (finding_of(rule, "abcd").cost, finding_of(rule, "acd").cost, finding_of(rule, "bcd").cost) == (1, 0, 0)
    assert evidence(finding_of(rule, "abc")) == {"in person": ("a",), "online": ("b",)}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("UTC-8", "UTC-5", False),
        ("UTC-8", "UTC-4", True),
        ("UTC+5:30", "UTC+2", True),
        ("UTC+5:30", "UTC+2:30", False),
        ("UTC", "GMT+3", False),
        ("UTC−3", "UTC+1", True),
        ("UTC-8", "", False),
        ("UTC-8", "Pacific", False),
    ],
)
def test_people_too_many_hours_apart_are_parted(one: str, other: str, apart: bool) -> None:
    assert finding_of(applied("time_zone", people("ab", time_zone=[one, other])), "ab").cost == int(apart)


# Nobody stranded


def test_a_shortfall_below_a_floor_costs_again() -> None:
    weights = [[0, 400, 100], [400, 0, 100], [100, 100, 0]]
    rule = applied("nobody_stranded", people("abc"), weights, strength=SHOULD, person=200, cohort=250, weight=2)
    finding = finding_of(rule, "abc")
    # Means are 250, 250 and 100; 600 in all against 3 x 250.
    assert finding.cost == 2 * (100 + 150) * POINT
    assert evidence(finding) == {"200 of 1000": ("c",), "250 of 1000": ()}
    assert finding_of(rule, "ab").cost == 0


def test_the_floors_lie_between_what_people_usually_share_and_the_best() -> None:
    numbers = np.random.default_rng(3)
    half = np.triu(numbers.integers(0, 1001, (12, 12)), 1)
    weights = half + half.T
    person, cohort = floors(replace(world_of(people("abcdefghijkl"), weights), cohorts=3))
    assert 450 < person < 550
    assert person < cohort < 1000
    order = numbers.permutation(12)
    shuffled = world_of(people("abcdefghijkl"), weights[np.ix_(order, order)])
    assert floors(replace(shuffled, cohorts=3)) == (person, cohort)


def test_one_person_alone_has_no_floor() -> None:
    assert floors(world_of(people("a"))) == (0, 0)


# Times that overlap


def free_at(*times: str) -> World:
    """A world in which each person can come at times in normal form; an empty text is nobody's answer."""
    persons = []
    for letter, text in zip("abcdefgh", times, strict=False):
        person = participant(letter.upper(), slots=[text or "?"] if text else ())
        traits = tuple(trait.model_copy(update={"times": (text,)}) for trait in person.traits)
        persons.append(person.model_copy(update={"traits": traits}))
    return world_of(persons)


def shared(*times: str, **arguments: object) -> tuple[str, ...]:
    """The times that people share; empty where they share too few."""
    rule = Rule(rule="meeting_slot", strength=Strength.MUST, arguments=arguments)
    finding = CARDS["meeting_slot"].apply(rule, free_at(*times)).finding(list(range(len(times))), 0)
    return tuple(evidence.label for evidence in finding.evidence) if not finding.cost else ()


@pytest.mark.parametrize(
    ("times", "label"),
    [
        (("Tue 17:00-22:00", "Tue 18:00-19:00"), "Tue 18:00-19:00"),
        (("Tue 17:00-20:00", "Tue 18:30-22:00"), "Tuesday 18:30–20:00"),
        (("Tue", "Mon,Tue,Wed 17:00-22:00"), "Tuesday 17:00–22:00"),
        (("any", "Tue 17:00-22:00"), "Tue 17:00-22:00"),
        (("any; not Mon", "Mon 17:00-22:00; Tue 09:00-10:00"), "Tuesday 09:00–10:00"),
        (("Tue 18:00-19:00 UTC-05:00", "Tue 15:00-16:00 UTC-08:00"), "Tue 15:00-16:00 UTC-08:00"),
        (("Tue", "2026-03-03 18:00-19:00"), "2026-03-03 18:00-19:00"),
        (("Tue 17:00-22:00", "1st Tue 18:00-19:00"), "1st Tue 18:00-19:00"),
        (("--03-03 18:00-19:00", "2026-03-03 18:00-19:00"), "2026-03-03 18:00-19:00"),
        (("= slot a", "= slot a; Tue"), "= slot a"),
        (("Tue 12:00-12:30", "Tue 12:00-13:00"), "Tue 12:00-12:30"),
        (("17:00-22:00", "Sat,Sun"), "Saturday 17:00–22:00"),
    ],
)
def test_people_share_a_time_where_their_times_overlap(times: tuple[str, ...], label: str) -> None:
    assert label in shared(*times)
    assert shared(*reversed(times))


@pytest.mark.parametrize(
    "times",
    [
        ("Tue 17:00-22:00", "Tue 21:30-23:00"),
        ("Tue 12:00-13:00", "Tue 13:00-17:00"),
        ("Tue 18:00-19:00", "Wed 18:00-19:00"),
        ("any; not Fri", "Fri 17:00-22:00"),
        ("any; not Tue 17:00-22:00", "Tue 18:00-19:00"),
        ("Tue 18:00-19:00 UTC-05:00", "Tue 18:00-19:00 UTC-08:00"),
        ("Tue 18:00-19:00", "1st Tue 18:00-19:00; 2026-03-03", "Tue 18:00-19:00; not 1st Tue; not 2026-03-03"),
        ("2026-03-03", "Wed"),
        ("= slot a", "= slot b"),
        ("any; not = slot a", "= slot a"),
        ("Tue 17:00-19:00", "Tue 18:00-20:00", "Tue 19:00-21:00"),
    ],
)
def test_people_share_no_time_where_none_suits_all(times: tuple[str, ...]) -> None:
    assert shared(*times) == ()


def test_two_shared_times_do_not_overlap() -> None:
    assert shared("Tue 17:00-18:30", "Tue 17:30-19:00; Tue 17:00-18:30", slots=1)
    with pytest.raises(ProgramError, match="offers 1 times"):
        shared("Tue 17:00-18:30", "Tue 17:00-18:30", slots=2)


def test_who_always_can_is_free_in_every_window() -> None:
    world = free_at("any", "Tue 17:00-22:00", "= slot a", "2026-03-04", "")
    free = CARDS["meeting_slot"].apply(Rule(rule="meeting_slot"), world).free  # type: ignore[attr-defined]
    assert free[0].all()
    assert free[4].all()
    assert not free[1].all()
