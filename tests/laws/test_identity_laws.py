"""Law 14: cohorts keep their identity, whatever the order of rows, the seed, and who comes or goes."""

import random
from itertools import permutations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ok_match import ImpossibleError, Options, Program, Record, Sheet, follow, match, reopen
from ok_match.model import Rule, Sizes, Strength
from ok_match.rules import Fixed
from ok_match.seating.identity.known import Known
from ok_match.seating.identity.matching import matched
from tests.builders import sheet_of

HEADER = ("Email", "Name", "Goals", "Obstacles")
GOALS = ("hire a second-in-command", "raise prices", "sell the company", "find investors", "sleep again")
SIZES = Sizes(min=2, max=4)
thorough = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def rows(draw: st.DrawFn, least: int = 5, most: int = 12) -> list[list[str]]:
    """People who want this and that."""
    goals = st.sampled_from(GOALS)
    count = draw(st.integers(least, most))
    return [[f"p{n}@people.example", f"Person {n}", draw(goals), draw(goals)] for n in range(count)]


def formed(people: list[list[str]], seed: int = 0, **program: object) -> Record:
    wanted = Program.model_validate({"cohorts": SIZES} | program)
    return match(Sheet("sheet.csv", sheet_of(people, HEADER)), wanted, Options(engine="lexical", seed=seed))


def cohorts(record: Record) -> dict[str, set[str]]:
    return {cohort.label: set(cohort.members) for cohort in record.roster.cohorts}


def shared(mine: dict[str, set[str]], theirs: dict[str, set[str]]) -> int:
    """How many people go by the label that they went by."""
    return sum(len(members & theirs.get(label, set())) for label, members in mine.items())


@given(rows(), st.data())
@thorough
def test_labels_are_those_of_the_best_matching(people: list[list[str]], data: st.DataObject) -> None:
    last = formed(people)
    changed = [row for row in people if data.draw(st.integers(0, 4)) or len(people) < 7]
    newcomers = data.draw(rows(0, 2))
    changed += [[f"new{n}@people.example", f"New {n}", *row[2:]] for n, row in enumerate(newcomers)]
    random.Random(len(people)).shuffle(changed)  # noqa: S311 - any order will do
    if len(changed) < SIZES.min:
        return
    record = formed(changed, data.draw(st.integers(1, 3)), follow=follow(last))
    before, after = cohorts(last), cohorts(record)
    assert shared(after, before) == best_matching(list(after.values()), list(before.values()))
    labels = [int(label) for label in after]
    assert labels == sorted(set(labels))
    assert reopen(record).faithful


def best_matching(ours: list[set[str]], theirs: list[set[str]]) -> int:
    """The most people in common, over all ways to pair cohorts up."""
    few, many = sorted((ours, theirs), key=len)
    return max(sum(len(a & b) for a, b in zip(few, chosen, strict=True)) for chosen in permutations(many, len(few)))


@given(rows(), st.randoms(use_true_random=False))
@thorough
def test_a_run_that_follows_itself_is_the_same_however_it_was_labelled(
    people: list[list[str]], chance: random.Random
) -> None:
    last = formed(people)
    labels = [cohort.label for cohort in last.roster.cohorts]
    others = [str(number) for number in chance.sample(range(1, 9), len(labels))]
    renamed = {label: (other, f"The {other}th table") for label, other in zip(labels, others, strict=True)}
    relabelled = follow(last)
    relabelled = relabelled.model_copy(
        update={
            "cohorts": tuple(
                cohort.model_copy(update=dict(zip(("label", "name"), renamed[cohort.label], strict=True)))
                for cohort in relabelled.cohorts
            )
        }
    )
    chance.shuffle(people)
    record = formed(people, follow=relabelled)
    assert cohorts(record) == {renamed[label][0]: members for label, members in cohorts(last).items()}
    assert {cohort.label: cohort.name for cohort in record.roster.cohorts} == dict(renamed.values())


@given(rows(), st.data())
@thorough
def test_a_fixed_seat_is_among_the_people_of_its_cohort_or_the_record_says_otherwise(
    people: list[list[str]], data: st.DataObject
) -> None:
    before = cohorts(formed(people))
    person, label = data.draw(st.sampled_from(people))[1], data.draw(st.sampled_from(sorted(before)))
    rule = Rule(rule="seat", strength=Strength.MUST, arguments={"person": person, "cohorts": [int(label)]})
    try:
        record = formed(people, rules=(rule,))
    except ImpossibleError:
        return
    after = cohorts(record)
    (who,) = (one.id for one in record.participants if one.name == person)
    assert who in after[label]
    assert record.score.must == 0
    best = best_matching(list(after.values()), list(before.values()))
    assert (shared(after, before) == best) == (not record.roster.strayed)
    assert cohorts(formed(people[::-1], rules=(rule,))) == after
    assert reopen(record).faithful


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_matching_is_the_best_of_all_that_keep_the_fixed_seats(data: st.DataObject) -> None:
    chance = np.random.default_rng(data.draw(st.integers(0, 9999)))
    people, groups, before = 12, int(chance.integers(1, 5)), int(chance.integers(1, 5))
    formed_now = chance.integers(0, groups, people)
    formed_now[:groups] = np.arange(groups)
    earlier = chance.integers(0, before + 1, people)
    now = [np.flatnonzero(formed_now == group).tolist() for group in range(groups)]
    labels = [str(label) for label in sorted(chance.choice(np.arange(1, 8), before, replace=False).tolist())]
    known = [Known(label, "", tuple(np.flatnonzero(earlier == n).tolist()), 0) for n, label in enumerate(labels)]
    fixed = [Fixed(int(chance.integers(people)), (str(chance.choice(labels)),))] if data.draw(st.booleans()) else []

    def worth(given: tuple[str, ...]) -> int:
        own = dict(zip(given, now, strict=True))
        return sum(len(set(cohort.members) & set(own.get(cohort.label, ()))) for cohort in known)

    def keeps(given: tuple[str, ...]) -> bool:
        return all(label in seat.labels or seat.member not in members
                   for seat in fixed for label, members in zip(given, now, strict=True))  # fmt: skip

    every = list(permutations([str(number) for number in range(1, 12)], groups))
    best = max(map(worth, filter(keeps, every)))
    found = matched(now, known, fixed)
    assert keeps(found.labels)
    assert worth(found.labels) == best
    assert bool(found.strayed) == (best < max(map(worth, every)))
    order = chance.permutation(groups).tolist()
    again = matched([now[n] for n in order], known, fixed)
    assert again.labels == tuple(found.labels[n] for n in order)
