"""Sizes that suit the sheet, where nobody has said how large cohorts may be."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ok_match import ImpossibleError, LeftoverError, Options, Program, Record, Sheet, match, read_record, reopen
from ok_match.model import Leftovers, Rule, Sizes
from ok_match.render import FORMATS, predicament_words
from tests.builders import HEADER, sheet_of

NAMES = [first + last for first in ("Ana", "Bo", "Cy", "Dee", "Eve", "Flo") for last in ("", "ri", "ta", "ko", "na")]


def row(number: int, slots: str = "", organisation: str = "") -> list[str]:
    name = NAMES[number]
    fields = {"Email": f"{name.casefold()}@people.example", "Name": name, "Goals": "hire a second person"}
    fields |= {"Organisation": organisation, "Availability": slots}
    return [fields.get(column, "") for column in HEADER]


def rows_of(people: int) -> list[list[str]]:
    return [row(number) for number in range(people)]


def at(**counts: int) -> list[list[str]]:
    """As many people as given for each day, who can come on that day alone."""
    days = [day for day, people in counts.items() for _ in range(people)]
    return [row(number, day) for number, day in enumerate(days)]


def apart(*numbers: int) -> Rule:
    return Rule.model_validate({"rule": "apart", "people": [row(number)[0] for number in numbers]})


def matched(rows: list[list[str]], *rules: Rule, **fields: object) -> Record:
    program = Program.model_validate({"rules": rules} | fields)
    return match(Sheet("sheet.csv", sheet_of(rows)), program, Options(engine="lexical"))


def sizes_of(record: Record) -> list[int]:
    return sorted(len(cohort.members) for cohort in record.roster.cohorts)


def words(record: Record) -> str:
    return " ".join(FORMATS["terminal"](record).split())


# Which sizes


@pytest.mark.parametrize(
    ("people", "sizes"),
    [
        (2, [2]),
        (3, [3]),
        (4, [4]),
        (5, [5]),
        (6, [6]),
        (10, [10]),
        (11, [5, 6]),
        (12, [6, 6]),
        (13, [6, 7]),
        (14, [7, 7]),
        (20, [6, 7, 7]),
        (23, [7, 8, 8]),
    ],
)
def test_everybody_sits_in_sheets_of_every_size(people: int, sizes: list[int]) -> None:
    record = matched(rows_of(people))
    assert sizes_of(record) == sizes
    assert not record.roster.waitlist


@pytest.mark.parametrize(
    ("days", "sizes", "waiting"),
    [
        ({"Monday": 8, "Tuesday": 6}, [6, 8], 0),
        ({"Monday": 8, "Tuesday": 5}, [5, 8], 0),
        ({"Monday": 11, "Tuesday": 6}, [5, 6, 6], 0),
        ({"Monday": 10, "Tuesday": 4}, [4, 10], 0),
        ({"Monday": 8, "Tuesday": 3}, [3, 8], 0),
        ({"Monday": 8, "Tuesday": 2}, [8], 2),
        ({"Monday": 8, "Tuesday": 4, "Wednesday": 1}, [4, 8], 1),
        ({"Monday": 3, "Tuesday": 3}, [3, 3], 0),
        ({"Monday": 2, "Tuesday": 2, "Wednesday": 1}, [2, 2], 1),
    ],
)
def test_sizes_follow_the_times_at_which_people_can_meet(days: dict[str, int], sizes: list[int], waiting: int) -> None:
    record = matched(at(**days))
    assert sizes_of(record) == sizes
    assert len(record.roster.waitlist) == waiting


@pytest.mark.parametrize(
    ("people", "sizes", "waiting"),
    [(3, [2], 1), (5, [4], 1), (6, [5], 1), (7, [6], 1), (8, [4, 4], 0), (11, [5, 6], 0)],
)
def test_two_people_who_must_be_apart_stop_no_run(people: int, sizes: list[int], waiting: int) -> None:
    record = matched(rows_of(people), apart(0, 1))
    assert sizes_of(record) == sizes
    assert len(record.roster.waitlist) == waiting
    assert {person.participant for person in record.roster.waitlist} <= {row(0)[0], row(1)[0]}


def test_no_cohort_of_three_is_split_off_to_seat_one_person_more() -> None:
    record = matched(rows_of(7), apart(0, 1, 2))
    assert sizes_of(record) == [5]
    assert "2 people waiting (--size 2-10 seats everybody)" in words(record)


def test_a_seat_in_a_second_cohort_makes_a_second_cohort() -> None:
    seats = [Rule.model_validate({"rule": "seat", "person": row(i)[0], "cohorts": [i + 1]}) for i in range(2)]
    assert sizes_of(matched(rows_of(7), *seats)) == [3, 4]


# What is said and kept


def test_the_report_and_the_record_say_which_sizes_were_chosen_and_why() -> None:
    record = matched(rows_of(11))
    assert "Sizes: 5 to 10, because 1 person would wait with 6 to 10" in words(record)
    assert read_record(record.to_json()) == record
    written = json.loads(record.to_json())
    assert written["roster"]["suited"]["usual_waiting"] == 1
    assert (written["program"]["cohorts"]["min"], written["program"]["cohorts"]["max"]) == (5, 10)
    few = matched(rows_of(4))
    assert "Sizes: 4 to 10, because no cohort could be formed with 6 to 10" in words(few)


def test_a_record_in_chosen_sizes_is_reopened_as_it_was() -> None:
    balance = Rule.model_validate({"rule": "balance", "field": "organisation"})
    assert reopen(matched([row(i, organisation=("Owl", "Elk")[i % 2]) for i in range(11)], balance)).faithful


def test_a_change_is_told_with_what_follows_in_the_sizes_that_then_suit_the_sheet() -> None:
    bound = Rule.model_validate({"rule": "together", "people": [row(0)[0], row(1)[0]]})
    record = matched(rows_of(9), bound, apart(0, 1))
    assert [(relief.rule, relief.waiting) for relief in record.roster.reliefs] == [("together", 0), ("apart", 0)]


def test_nothing_is_said_where_the_usual_sizes_suit_the_sheet() -> None:
    record = matched(rows_of(12))
    assert record.roster.suited is None
    assert "Sizes:" not in words(record)
    assert record.program.cohorts == Sizes()
    assert record.to_json() == matched(rows_of(12), cohorts=Sizes()).to_json()


def test_sizes_that_are_stated_are_kept() -> None:
    record = matched(rows_of(11), cohorts=Sizes())
    assert sizes_of(record) == [10]
    assert "1 person waiting (--size 6-11 seats everybody)" in words(record)
    with pytest.raises(ImpossibleError) as caught:
        matched(rows_of(4), cohorts=Sizes())
    assert "--size 4-10" in predicament_words(caught.value.predicament)[3]


def test_a_number_of_cohorts_that_leaves_people_over_is_told_with_one_that_does_not() -> None:
    assert "1 person waiting (--cohorts 2 seats everybody)" in words(
        matched(rows_of(8), apart(0, 1), cohorts={"count": 1})
    )


def test_a_cohort_that_shares_less_than_strangers_do_is_said_to_be_so() -> None:
    rows = at(Monday=8, Tuesday=6)
    for row_ in rows[8:]:
        row_[HEADER.index("Goals")] = f"a wish of {row_[1]} alone"
    assert "between two members, less than between any two people in the sheet" in words(matched(rows))
    assert "less than between any two" not in words(matched(at(Monday=8, Tuesday=6)))


def test_sizes_are_chosen_before_cohorts_stretch_or_anybody_is_asked() -> None:
    stretched = matched(rows_of(11), leftovers=Leftovers.STRETCH)
    assert (sizes_of(stretched), stretched.roster.stretched) == ([5, 6], 0)
    assert sizes_of(matched(rows_of(11), leftovers=Leftovers.ASK)) == [5, 6]
    with pytest.raises(LeftoverError):
        matched(rows_of(6), apart(0, 1), leftovers=Leftovers.ASK)


def test_one_person_alone_is_refused_whatever_the_sizes() -> None:
    with pytest.raises(ImpossibleError) as caught:
        matched(rows_of(1))
    assert "1 person is fewer than the 2 that a cohort needs" in predicament_words(caught.value.predicament)[1]


# Law


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_everybody_sits_wherever_some_sizes_allow_it_and_never_fewer_than_with_the_usual_ones(
    data: st.DataObject,
) -> None:
    chance = data.draw(st.randoms(use_true_random=False))
    days = ("Monday", "Tuesday", "Wednesday")
    slots = [
        ";".join(day for day in days if chance.random() < 0.5) or days[0] for _ in range(data.draw(st.integers(5, 18)))
    ]
    rows = [row(number, free, chance.choice(("", "", "", "Owl"))) for number, free in enumerate(slots)]
    chosen = len(matched(rows).roster.waitlist)

    def waiting(low: int, high: int) -> int:
        try:
            return len(matched(rows, cohorts=Sizes(min=low, max=high, target=max(low, 8))).roster.waitlist)
        except ImpossibleError:
            return len(rows)

    assert chosen <= waiting(6, 10)
    assert chosen <= waiting(5, 12)
    assert chosen == 0 or waiting(4, 12) > 0
