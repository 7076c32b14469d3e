"""The pairs who meet again: how many, at random, and at least."""

import json
from itertools import combinations
from statistics import mean

from ok_match import Record, read_record
from ok_match.model import Program, Rule, Strength
from ok_match.rules import complete
from ok_match.seating import Case
from ok_match.seating.pair_counts import pair_counts
from tests.builders import people, world_of


def case_of(names: str, *met: str, **arguments: object) -> Case:
    rule = Rule(
        rule="history", strength=Strength.SHOULD, arguments={"met": [list(group) for group in met], **arguments}
    )
    return Case(world_of(people(names)), complete(Program(rules=(rule,))))


def cohorts_of(roster: str) -> list[list[int]]:
    return [[ord(letter) - ord("a") for letter in cohort] for cohort in roster.split("|")]


def test_pairs_who_met_and_share_a_cohort_again_are_counted_once() -> None:
    (counted,) = pair_counts(case_of("abcdefgh", "abcd", "abe"), cohorts_of("abef|cdgh"))
    assert (counted.rule, counted.pairs, counted.among) == ("history", 4, 8)


def test_the_expected_number_is_that_of_random_rosters_of_the_same_sizes() -> None:
    case, everybody = case_of("abcdefg", "abcd", "aef"), frozenset(range(7))
    rosters = [
        [list(first), list(second)]
        for first in combinations(sorted(everybody), 3)
        for second in combinations(sorted(everybody - set(first)), 2)
    ]
    counts = [pair_counts(case, roster)[0] for roster in rosters]
    assert {count.random for count in counts} == {round(mean(count.pairs for count in counts), 1)}


def test_nothing_is_counted_where_those_who_met_should_stay_together() -> None:
    assert pair_counts(case_of("abcd", "abc", mode="keep"), cohorts_of("ab|cd")) == ()


def test_nothing_is_counted_where_nobody_met() -> None:
    assert pair_counts(case_of("abcd", "ax"), cohorts_of("ab|cd")) == ()


def test_people_who_wait_meet_nobody() -> None:
    (counted,) = pair_counts(case_of("abcdef", "abcd"), cohorts_of("ab|ef"))
    assert (counted.pairs, counted.fewest, counted.exact) == (1, 0, True)


def test_a_bound_that_the_cohorts_reach_is_exact() -> None:
    counted = [pair_counts(case_of("abcdef", "abc", "cd"), cohorts_of(roster))[0] for roster in ("abd|cef", "abc|def")]
    assert [(count.pairs, count.fewest, count.exact) for count in counted] == [(1, 1, True), (3, 1, False)]


def test_a_record_without_such_a_rule_counts_nothing_and_one_from_before_is_still_read(record: Record) -> None:
    assert record.pairs_of("history") is None
    before = json.loads(record.to_json())
    del before["pair_counts"], before["crowds"]
    assert read_record(json.dumps(before)) == record.model_copy(update={"pair_counts": (), "crowds": ()})
