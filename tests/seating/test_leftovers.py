"""People without a seat: who waits, and what would seat them."""

import pytest

from ok_match import ImpossibleError, LeftoverError, Options, Program, Record, Sheet, match
from ok_match.model import Leftovers, Rule, Sizes
from ok_match.render import FORMATS, predicament_words
from tests.builders import HEADER, sheet_of


def row(name: str, organisation: str = "", slots: str = "") -> list[str]:
    fields = {"Email": f"{name.casefold()}@people.example", "Name": name, "Goals": "hire a second person"}
    fields |= {"Organisation": organisation, "Availability": slots}
    return [fields.get(column, "") for column in HEADER]


def rule(name: str, **arguments: object) -> Rule:
    return Rule(rule=name, arguments=arguments)  # type: ignore[arg-type]


def matched(rows: list[list[str]], *rules: Rule, leftovers: str = "waitlist", **sizes: int) -> Record:
    program = Program(cohorts=Sizes(**sizes), rules=rules, leftovers=Leftovers(leftovers))
    return match(Sheet("sheet.csv", sheet_of(rows)), program, Options(engine="lexical"))


def words(record: Record) -> str:
    return " ".join(FORMATS["terminal"](record).split())


NAMES = ["Ana", "Bo", "Cy", "Dee", "Eve", "Flo", "Gus"]
SEVEN = [row(name) for name in NAMES]


# Waitlist


def test_the_report_says_what_would_seat_those_who_wait() -> None:
    record = matched(SEVEN, min=3, max=3)
    (waiting,) = record.roster.waitlist
    assert [(way.cohort, way.rule, way.size) for way in waiting.ways] == [("1", "", 4), ("2", "", 4)]
    report = words(record)
    name = next(person.name for person in record.participants if person.id == waiting.participant)
    assert f"{name} could join cohort 1 if it had 4 people; or cohort 2 if it had 4 people." in report
    assert "Allow cohorts of 3 to 4 (--size 3-4): then everybody has a seat." in report
    assert "Left over: 1 person waiting (--size 3-4 seats everybody)" in report


def test_more_times_to_meet_would_seat_somebody() -> None:
    rows = [row(name, slots="Monday;Tuesday") for name in NAMES[:6]] + [row("Gus", slots="Friday")]
    record = matched(rows, min=3, max=4)
    (waiting,) = record.roster.waitlist
    assert waiting.participant == "gus@people.example"
    assert [way.rule for way in waiting.ways] == ["meeting_slot"] * 3
    assert "Gus could join cohort 1 if they could come Monday; or cohort 1 if they could come Tuesday;" in words(record)


def test_a_rule_that_did_not_count_would_seat_somebody() -> None:
    rows = [row(name) for name in NAMES[:4]] + [row("Eve"), row("Flo")]
    parting = [rule("apart", people=["Flo", name]) for name in NAMES[:5]]
    record = matched(rows, *parting, min=2, max=3)
    (waiting,) = record.roster.waitlist
    assert waiting.participant == "flo@people.example"
    assert all(way.rule == "apart" for way in waiting.ways)
    assert "Must be kept apart from somebody in: cohorts 1 and 2." in words(record)
    assert "if the rule apart did not count between them and" in words(record)


def test_each_suggested_relief_leaves_as_many_waiting_as_it_says() -> None:
    rows = [row(name, "Owl") for name in NAMES[:4]] + [row(name) for name in NAMES[4:]]
    record = matched(rows, min=2, max=3)
    assert len(record.roster.waitlist) == 1
    assert record.roster.reliefs
    for relief in record.roster.reliefs:
        if relief.rule == "size":
            low, high = map(int, relief.value.split("-"))
            again = matched(rows, min=low, max=high)
        else:
            assert relief.rule == "same_organisation"
            again = matched(rows, Rule(rule="same_organisation", strength="off"), min=2, max=3)  # type: ignore[arg-type]
        assert len(again.roster.waitlist) == relief.waiting == 0


# Stretch and ask


def test_cohorts_stretch_no_further_than_needed() -> None:
    record = matched(SEVEN, min=3, max=3, leftovers="stretch")
    assert sorted(len(cohort.members) for cohort in record.roster.cohorts) == [3, 4]
    assert record.roster.stretched == 1
    assert "2, of 3 or 4 people each (1 over the maximum size, so that fewer people wait)" in words(record)


def test_cohorts_do_not_stretch_where_everybody_sits() -> None:
    record = matched(SEVEN[:6], min=3, max=3, leftovers="stretch")
    assert record.roster.stretched == 0
    assert {len(cohort.members) for cohort in record.roster.cohorts} == {3}


def test_cohorts_never_stretch_by_more_than_two() -> None:
    record = matched(SEVEN[:5], min=2, max=2, leftovers="stretch")
    assert record.roster.stretched == 1
    five = matched([*SEVEN, row("Hal"), row("Ida"), row("Jo"), row("Kit")], min=8, max=8, leftovers="stretch")
    assert (five.roster.stretched, len(five.roster.waitlist)) == (2, 1)


def test_asking_decides_nothing_and_says_what_could_be_done() -> None:
    with pytest.raises(LeftoverError) as caught:
        matched(SEVEN, min=3, max=3, leftovers="ask")
    predicament = caught.value.predicament
    assert predicament.waiting == 1
    _, what, follows, advice = predicament_words(predicament)
    assert what == "7 people cannot all be divided into cohorts of that size."
    assert "1 of 7 people would wait" in follows
    assert "allow cohorts of 3 to 4 (--size 3-4) (then everybody has a seat)" in advice


def test_asking_changes_nothing_where_everybody_sits() -> None:
    assert matched(SEVEN[:6], min=3, max=3, leftovers="ask").roster.waitlist == ()


# Impossible


@pytest.mark.parametrize(
    ("rows", "rules", "sizes", "where", "what", "advice"),
    [
        (
            SEVEN[:4],
            (),
            {"min": 6, "max": 9},
            "the size of cohorts",
            "4 people are fewer than the 6 that a cohort needs.",
            "allow cohorts of 4 to 9 (--size 4-9) (then everybody has a seat).",
        ),
        (
            SEVEN[:5],
            (),
            {"count": 3},
            "the number of cohorts",
            "5 people cannot form 3 cohorts of two or more.",
            "form 2 cohorts (--cohorts 2) (then everybody has a seat).",
        ),
        (
            SEVEN[:6],
            (
                rule("apart", people=["Ana", "Bo"]),
                rule("together", people=["Ana", "Bo", "Cy"]),
                rule("seat", person="Cy", cohorts=[1]),
            ),
            {"min": 3, "max": 3},
            "rules apart and together",
            "what is asked of Ana and Bo contradicts itself",
            "take Ana out of the rule together (then everybody has a seat)",
        ),
        (
            [row(name, "Owl") for name in NAMES[:4]],
            (),
            {"min": 2, "max": 4},
            "rule same_organisation",
            "Ana, Bo, Cy and Dee must all be apart from one another, and at most 2 cohorts can be formed.",
            'set the rule same_organisation to "off" (then everybody has a seat).',
        ),
        (
            [row(name, slots=day) for name, day in zip(NAMES, ("Monday;Friday", "Tuesday") * 2, strict=False)],
            (),
            {"min": 3, "max": 4},
            "rule meeting_slot",
            "at most 2 people can come at the same time, and a cohort needs 3.",
            'set the rule meeting_slot to "off"',
        ),
        (
            SEVEN[:4],
            (rule("seat", person="Bo", cohorts=[5]),),
            {"min": 2, "max": 2},
            "rule seat",
            "Bo is to sit in cohort 5, and at most 2 can be formed.",
            'set the rule seat on Bo to "off" (then everybody has a seat).',
        ),
        (
            SEVEN[:5],
            (rule("together", people=NAMES[:5]),),
            {"min": 2, "max": 3},
            "rule together",
            "Ana, Bo, Cy, Dee and Eve must sit together (5 people), and a cohort holds 3 at most.",
            "allow cohorts of 2 to 5 (--size 2-5) (then everybody has a seat)",
        ),
    ],
)
def test_what_is_impossible_is_explained_with_changes_that_work(
    rows: list[list[str]], rules: tuple[Rule, ...], sizes: dict[str, int], where: str, what: str, advice: str
) -> None:
    with pytest.raises(ImpossibleError) as caught:
        matched(rows, *rules, **sizes)
    assert caught.value.predicament.waiting is None
    lines = predicament_words(caught.value.predicament)
    assert lines[0] == where
    assert what in lines[1]
    assert advice in lines[3]


def test_people_of_whom_the_program_contradicts_itself_wait_and_the_others_sit() -> None:
    bound = rule("together", people=["Ana", "Bo", "Cy"])
    record = matched(SEVEN, rule("apart", people=["Ana", "Bo"]), bound, min=3, max=4)
    assert [waiting.participant[:3] for waiting in record.roster.waitlist] == ["ana", "bo@", "cy@"]
    assert all(waiting.reasons[0].rule == "together" for waiting in record.roster.waitlist)
    assert "Take Ana out of the rule together: then everybody has a seat." in words(record)


def test_one_person_alone_is_told_to_wait() -> None:
    with pytest.raises(ImpossibleError) as caught:
        matched(SEVEN[:1], min=2, max=3)
    assert predicament_words(caught.value.predicament)[3] == "wait until more people apply."


# Stretch with a number of cohorts: seven can come on Monday alone, three on Tuesday alone


SPLIT = [
    row(name, slots="Monday" if number < 7 else "Tuesday") for number, name in enumerate([*NAMES, "Hal", "Ida", "Jo"])
]


def sizes_of(record: Record) -> list[int]:
    return sorted(len(cohort.members) for cohort in record.roster.cohorts)


def test_a_fixed_number_of_even_cohorts_leaves_people_waiting_and_says_that_uneven_ones_would_not() -> None:
    record = matched(SPLIT, count=2)
    assert (sizes_of(record), len(record.roster.waitlist)) == ([3, 4], 3)
    assert [(relief.rule, relief.waiting) for relief in record.roster.reliefs][:1] == [("leftovers", 0)]
    assert 'Let cohorts differ in size (leftovers = "stretch"): then everybody has a seat.' in words(record)
    for entry in record.roster.waitlist:
        assert ("", 5) in [(way.rule, way.size) for way in entry.ways]


def test_a_fixed_number_of_cohorts_becomes_no_more_uneven_than_needed() -> None:
    record = matched(SPLIT, count=2, leftovers="stretch")
    assert (sizes_of(record), record.roster.waitlist, record.roster.stretched) == ([3, 7], (), 2)
    text = "2, of 3 or 7 people each (uneven, so that fewer people wait; even cohorts would have at most 5)"
    assert text in words(record)
    nine = matched(SPLIT[:9], count=2, leftovers="stretch")
    assert (sizes_of(nine), nine.roster.waitlist, nine.roster.stretched) == ([2, 7], (), 2)
    one_short = matched([*SPLIT, row("Kit", slots="Monday")], count=2, leftovers="stretch")
    assert (sizes_of(one_short), len(one_short.roster.waitlist), one_short.roster.stretched) == ([3, 8], 0, 2)


def test_a_fixed_number_of_cohorts_stays_even_where_that_seats_everybody() -> None:
    record = matched(SPLIT[:7], count=2, leftovers="stretch")
    assert (sizes_of(record), record.roster.stretched) == ([3, 4], 0)
    assert "uneven" not in words(record)


def test_a_fixed_number_of_cohorts_shrinks_before_it_grows() -> None:
    # Units of four, four and two must sit together: ten people in three cohorts, of at most four if even.
    bound = [rule("together", people=names) for names in (NAMES[:4], [*NAMES[4:], "Hal"], ["Ida", "Jo"])]
    parted = [rule("apart", people=["Ana", "Eve", "Ida"])]
    record = matched(
        [row(name) for name in [*NAMES, "Hal", "Ida", "Jo"]], *bound, *parted, count=3, leftovers="stretch"
    )
    assert (sizes_of(record), record.roster.waitlist, record.roster.stretched) == ([2, 4, 4], (), 0)
