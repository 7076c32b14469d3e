"""Cohorts keep their identity: labels, names and fixed seats go with people, not with numbers."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from ok_match import (
    Options,
    Program,
    ProgramError,
    Record,
    Sheet,
    follow,
    match,
    open_sheet,
    read_record,
    reopen,
    to_text,
)
from ok_match.model import Rule, Sizes, Strength
from tests.builders import sheet_of
from tests.conftest import SAMPLES, program_of

HEADER = ("Email", "Name", "Goals", "Availability")
#: Nine people in three circles of three who want the same.
CIRCLES = (
    ("Ana", "Bo", "Cy"),
    ("Dee", "Eve", "Flo"),
    ("Gus", "Hal", "Ida"),
)
GOALS = ("hire a second-in-command", "raise prices on roof repairs", "sell the company to my daughter")
SIZES = Sizes(min=2, max=4, target=3)
FREE = "Tuesday evening;Wednesday morning"


def sheet(*, without: Sequence[str] = (), times: dict[str, str] | None = None) -> Sheet:
    """The circles as a sheet, without some people."""
    rows = [
        (f"{name.casefold()}@people.example", name, goal, (times or {}).get(name, FREE))
        for circle, goal in zip(CIRCLES, GOALS, strict=True)
        for name in circle
        if name not in without
    ]
    return Sheet("answers.csv", sheet_of(rows, HEADER))


def formed(*rules: Rule, answers: Sheet | None = None, options: Options | None = None, **program: object) -> Record:
    wanted = Program.model_validate({"cohorts": SIZES, "rules": rules, **program})
    return match(answers or sheet(), wanted, options or Options(engine="lexical"))


def seat(person: str, **arguments: object) -> Rule:
    return Rule(rule="seat", strength=Strength.MUST, arguments={"person": person} | arguments)  # type: ignore[arg-type]


def cohorts(record: Record) -> dict[str, set[str]]:
    """The names of the members of each cohort, by its label."""
    name = {person.id: person.name for person in record.participants}
    return {cohort.label: {name[member] for member in cohort.members} for cohort in record.roster.cohorts}


def names(record: Record) -> dict[str, str]:
    return {cohort.label: cohort.name for cohort in record.roster.cohorts}


def told(record: Record) -> str:
    """The report on one line."""
    return " ".join(to_text(record, "terminal").split())


def relabelled(record: Record, labels: dict[str, str]) -> Record:
    """A record with other labels, as far as following it goes."""
    changed = [cohort.model_copy(update={"label": labels[cohort.label]}) for cohort in record.roster.cohorts]
    return record.model_copy(update={"roster": record.roster.model_copy(update={"cohorts": tuple(changed)})})


def test_without_rules_the_circles_sit_together() -> None:
    assert list(cohorts(formed()).values()) == [set(circle) for circle in CIRCLES]


def test_a_fixed_seat_moves_the_person_and_not_the_number() -> None:
    moved = cohorts(formed(seat("Ana", cohorts=[3])))
    assert "Ana" in moved["3"]
    assert len(moved["3"] & set(CIRCLES[2])) == 2
    assert {"Bo", "Cy"} <= moved["1"]
    assert {"Dee", "Eve", "Flo"} == moved["2"]


def test_viktor_moves_to_the_people_of_cohort_five() -> None:
    answers, options = open_sheet(SAMPLES / "google-forms.csv"), Options(engine="lexical")
    program = program_of("google-forms.csv")
    before = cohorts(match(answers, program, options))
    (home,) = (label for label, members in before.items() if "Viktor Petrenko" in members)
    other = next(label for label in reversed(before) if label != home)
    rule = seat("Viktor Petrenko", cohorts=[int(other)])
    record = match(answers, program.model_copy(update={"rules": (*program.rules, rule)}), options)
    after = cohorts(record)
    assert "Viktor Petrenko" in after[other]
    assert 2 * len(before[other] & after[other]) > len(before[other])
    met = {(one, two): len(before[one] & after[two]) for one in before for two in after}
    assert sum(met[label, label] for label in before) == max(
        sum(met[pair] for pair in zip(before, order, strict=True)) for order in permutations(after)
    )
    assert record.roster.strayed == ()
    assert reopen(record).faithful


def test_a_seat_may_name_people_to_sit_with() -> None:
    record = formed(seat("Ana", **{"with": ["Gus", "Hal"]}))
    home = next(members for members in cohorts(record).values() if "Ana" in members)
    assert {"Gus", "Hal"} <= home
    assert reopen(record).faithful


def test_a_seat_may_name_a_cohort_that_the_program_names_by_its_number() -> None:
    record = formed(seat("Ana", cohort="the  River"), names={"3": "The river"})
    assert {"Ana", "Gus"} <= cohorts(record)["3"]
    assert names(record)["3"] == "The river"
    assert reopen(record).faithful


def test_a_seat_may_name_a_cohort_that_the_program_names_by_its_people() -> None:
    record = formed(seat("Ana", cohort="The river"), names={"The river": ["Hal", "Ida", "Bo"]})
    home = next(label for label, members in cohorts(record).items() if "Ana" in members)
    assert names(record)[home] == "The river"
    assert {"Hal", "Ida"} & cohorts(record)[home]
    assert reopen(record).faithful


def test_a_name_goes_to_the_cohort_that_holds_most_of_its_people() -> None:
    record = formed(names={"The river": ["Bo", "Gus", "Hal"], "2": "The ford"})
    assert names(record) == names(formed()) | {"2": "The ford", "3": "The river"}


def test_of_two_cohorts_that_hold_as_many_the_first_bears_the_name() -> None:
    assert names(formed(names={"The river": ["Hal", "Bo"]}))["1"] == "The river"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"The river": ["Hal"], "The ford": ["Gus"]}, '"The river" and "The ford" are both names of cohort 3'),
        ({"The river": ["Hal"], "3": "The ford"}, "both names of cohort 3"),
        ({"The river": ["Zed"]}, 'nobody in the sheet is called "Zed"'),
        ({"The river": []}, "names nobody"),
        ({"9": "The river"}, "name cohorts 1 to 3"),
    ],
)
def test_names_that_fit_no_cohort_are_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(ProgramError, match=message):
        formed(names=given)


def test_a_record_that_is_followed_gives_its_labels_and_names() -> None:
    last = relabelled(formed(names={"1": "The river"}), {"1": "3", "2": "1", "3": "2"})
    record = formed(follow=follow(last, "last.json"), options=Options(engine="lexical", seed=7))
    assert cohorts(record) == {"1": set(CIRCLES[1]), "2": set(CIRCLES[2]), "3": set(CIRCLES[0])}
    assert names(record)["3"] == "The river"
    assert [(kept.label, kept.was, kept.kept) for kept in record.roster.kept] == [("1", 3, 3), ("2", 3, 3), ("3", 3, 3)]


def test_the_record_keeps_what_it_followed_and_needs_no_other_file() -> None:
    followed = follow(formed(), "last.json")
    record = formed(seat("Ana", cohorts=[3]), follow=followed)
    again = read_record(record.to_json())
    assert again.program.follow == followed
    assert len(followed.record.sha256) == 64
    assert again.to_json() == record.to_json()
    assert reopen(again).faithful


def test_a_cohort_that_is_gone_leaves_its_label_and_the_others_keep_theirs() -> None:
    followed = follow(formed(), "last.json")
    record = formed(follow=followed, answers=sheet(without=CIRCLES[1]))
    assert cohorts(record) == {"1": set(CIRCLES[0]), "3": set(CIRCLES[2])}
    assert reopen(record).faithful
    assert "all cohorts keep at least half of their members; cohort 2 is gone" in told(record)


def test_a_new_cohort_takes_the_lowest_number_that_is_free() -> None:
    last = relabelled(formed(answers=sheet(without=CIRCLES[1])), {"1": "1", "2": "3"})
    record = formed(follow=follow(last, "last.json"))
    assert cohorts(record) == {"1": set(CIRCLES[0]), "2": set(CIRCLES[1]), "3": set(CIRCLES[2])}
    assert "cohorts 1 and 3 keep at least half of their members; cohort 2 is new" in told(record)


def test_a_cohort_that_keeps_few_of_its_members_keeps_its_label_but_not_its_name() -> None:
    last = formed(answers=sheet(without=("Ana", "Bo", "Gus", "Hal", "Ida")), names={"1": "The river"})
    assert cohorts(last) == {"1": {"Cy", "Dee", "Eve", "Flo"}}
    record = formed(follow=follow(last, "last.json"), answers=sheet(without=("Dee", "Eve", "Flo")))
    assert "Cy" in cohorts(record)["1"]
    assert names(record)["1"] != "The river"
    assert "cohort 1 keeps 1 of 4; cohort 2 is new" in told(record)


def test_a_seat_by_number_means_the_cohort_of_the_record_that_is_followed() -> None:
    last = relabelled(formed(), {"1": "3", "2": "1", "3": "2"})
    record = formed(seat("Ana", cohorts=[1]), follow=follow(last, "last.json"))
    assert "Ana" in cohorts(record)["1"]
    assert len(cohorts(record)["1"] & set(CIRCLES[1])) >= 2


def test_a_seat_in_a_cohort_that_keeps_its_name_is_a_seat_with_its_people() -> None:
    last = formed(names={"3": "The river"})
    record = formed(seat("Ana", cohort="The river"), follow=follow(last, "last.json"))
    assert {"Ana", "Gus"} <= cohorts(record)["3"]
    assert names(record)["3"] == "The river"


def test_a_seat_that_only_another_cohort_can_give_is_told() -> None:
    times = dict.fromkeys(CIRCLES[2], "Tuesday evening") | dict.fromkeys(CIRCLES[0], "Wednesday morning")
    record = formed(seat("Ana", cohorts=[3]), answers=sheet(times=times))
    assert "Ana" in cohorts(record)["3"]
    assert record.roster.strayed == ("3",)
    assert record.score.must == 0


def test_a_name_does_not_stray_with_its_label() -> None:
    times = dict.fromkeys(CIRCLES[2], "Tuesday evening") | dict.fromkeys(CIRCLES[0], "Wednesday morning")
    last = formed(answers=sheet(times=times), names={"3": "The river"})
    rule = seat("Ana", cohort="The river")
    record = formed(rule, answers=sheet(times=times), follow=follow(last, "last.json"))
    assert "Ana" in cohorts(record)["3"]
    assert record.roster.strayed == ("3",)
    assert names(record)["3"] != "The river"
    assert reopen(record).faithful
    assert "Fixed seats: cohort 3 is not made of the people it was made of before" in told(record)


def test_an_alternative_keeps_fixed_seats_with_their_people() -> None:
    alike = [(f"{name.casefold()}@people.example", name, GOALS[0], FREE) for circle in CIRCLES for name in circle]
    answers, rule = Sheet("answers.csv", sheet_of(alike, HEADER)), seat("Ana", cohorts=[2])
    before = cohorts(formed(answers=answers))
    listed = formed(rule, answers=answers, options=Options(engine="lexical", alternatives=2))
    taken = formed(rule, answers=answers, options=Options(engine="lexical", alternatives=2, take=1))
    assert listed.second_opinions is not None
    first = listed.second_opinions.opinions[0]
    assert [cohort.members for cohort in first.cohorts] == [cohort.members for cohort in taken.roster.cohorts]
    assert "Ana" in cohorts(taken)["2"]
    assert len(cohorts(taken)["2"] & before["2"]) == 2
    assert reopen(taken).faithful


def test_a_record_that_has_not_been_read_cannot_be_followed() -> None:
    with pytest.raises(ProgramError, match=r"last\.json has not been read"):
        formed(follow="last.json")
