"""Law: for every program and sheet, every must holds in the roster and as few people as possible wait."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ok_match import ImpossibleError, Options, Program, Sheet, match
from ok_match.model import Rule, Sizes
from ok_match.partition import plans
from tests.builders import sheet_of
from tests.partition.brute import fewest_waiting

from .checker import BANDS, Line, Row, kept

NAMES = ["Ana", "Bo", "Cy", "Dee", "Eve", "Flo", "Gus", "Hal", "Ida", "Jo", "Kit", "Lu"]
HEADER = (
    "Email", "Name", "Goals", "Organisation", "Availability", "Town", "Specialty", "Role", "Staff", "Mode", "Zone",
    "Facilitate", "Years", "Ratings",
)  # fmt: skip
COLUMNS = {
    "email": "Email", "name": "Name", "goals": "Goals", "organisation": "Organisation", "availability": "Availability",
    "town": "Town", "specialty": "Specialty", "role": "Role", "trait.staff": "Staff", "mode": "Mode",
    "time_zone": "Zone", "facilitate": "Facilitate", "years": "Years", "ratings": "Ratings",
}  # fmt: skip
SLOTS = ("Tuesday evening", "Wednesday morning", "Thursday noon")
GOALS = ("hire a second-in-command", "raise prices", "sell the company", "hire people")
ALTERNATIVES = {
    "Town": ("Bend", "Redmond", ""),
    "Specialty": ("Tax law", "Roofs", "Bread", ""),
    "Role": ("Owner", "Director"),
    "Staff": (*BANDS, ""),
    "Mode": ("In person", "Online", "Either"),
    "Zone": ("UTC-8", "UTC-5", ""),
    "Facilitate": ("Yes", "No"),
    "Years": ("12", "3", "30", ""),
    "Ratings": ("Trust: 4\nCandour: 2", "Trust: 1\nCandour: 5", "Trust: 5\nCandour: 4", "Trust: 3", ""),
    "Organisation": ("", "", "Tall Pine", "Owl"),
}


@st.composite
def sheets(draw: st.DrawFn, least: int, most: int) -> list[Row]:
    """Rows of people with a value in every column; the first rows give each alternative once."""
    size = draw(st.integers(least, most))
    chance = draw(st.randoms(use_true_random=False))
    rows = []
    for number in range(size):
        row = {"Email": f"{NAMES[number].casefold()}@people.example", "Name": NAMES[number]}
        row["Goals"] = chance.choice(GOALS)
        row["Availability"] = ";".join(slot for slot in SLOTS if chance.random() < 0.7)
        for column, values in ALTERNATIVES.items():
            row[column] = values[number] if number < len(values) else chance.choice(values)
        rows.append(row)
    return rows


@st.composite
def musts(draw: st.DrawFn, rows: list[Row]) -> list[Line]:
    """Up to four musts, each with arguments that fit the sheet, and the standing rules."""
    several = st.lists(st.sampled_from([row["Name"] for row in rows]), unique=True)
    lines: dict[str, st.SearchStrategy[Line]] = {
        "apart": several.filter(lambda names: 2 <= len(names) <= 3).map(lambda names: {"people": names}),
        "together": several.filter(lambda names: len(names) == 2).map(lambda names: {"people": names}),
        "seat": st.builds(lambda who, where: {"person": who, "cohorts": where}, st.sampled_from(NAMES[: len(rows)]),
                          st.sampled_from([[1], [1, 2]])),
        "one_per": st.sampled_from([{"field": "specialty"}, {"field": "specialty", "within": "town"}]),
        "at_most": st.sampled_from([{"field": "town", "most": 2}, {"field": "role", "most": 3}]),
        "at_least": st.sampled_from([{"field": "role", "values": ["Owner"], "least": 1},
                                     {"field": "years", "amount": 10, "least": 1}]),
        "conflict": several.filter(lambda names: 2 <= len(names) <= 4).map(
            lambda names: {"pairs": [list(pair) for pair in zip(names[::2], names[1::2], strict=False)]}),
        "nobody_alone": st.just({"field": "role"}),
        "facilitators": st.builds(lambda who: {"least": 1} | ({"people": who} if who else {}),
                                  several.filter(lambda names: len(names) <= 2)),
        "strong_in_each": st.sampled_from([{}, {"strong": 3}, {"values": ["Trust"]}, {"strong": 5, "least": 1}]),
        "meeting_mode": st.just({}),
        "time_zone": st.just({"gap": 2}),
        "similar": st.just({"field": "staff", "within": 1}),
        "meeting_slot": st.sampled_from([{"slots": 1}, {"slots": 2}]),
    }  # fmt: skip
    chosen = draw(st.lists(st.sampled_from(sorted(lines)), unique=True, max_size=4))
    asked = [{"rule": name, "strength": "must"} | draw(lines[name]) for name in chosen]
    if "facilitators" in chosen and "apart" not in chosen:
        # A should is only a wish, unless one of its people facilitates.
        asked.append({"rule": "apart", "strength": "should"} | draw(lines["apart"]))
    standing = {"same_organisation", "meeting_slot"} - set(chosen)
    return asked + [{"rule": name} for name in sorted(standing)]


def program_of(lines: list[Line], sizes: Sizes) -> Program:
    # The checker takes people without times to be free at all of them.
    free = {"meeting_slot": {"unanswered": "free"}}
    rules = [Rule.model_validate(line | free.get(line["rule"], {})) for line in lines]
    return Program.model_validate({"cohorts": sizes, "columns": COLUMNS, "rules": rules})


def seated_by(rows: list[Row], lines: list[Line], sizes: Sizes) -> tuple[list[list[int]], int] | None:
    """The cohorts of a match, as positions in the sheet, and the number waiting; None if no roster is possible."""
    position = {row["Email"]: i for i, row in enumerate(rows)}
    sheet = sheet_of([[row[column] for column in HEADER] for row in rows], HEADER)
    try:
        record = match(Sheet("sheet.csv", sheet), program_of(lines, sizes), Options(engine="lexical"))
    except ImpossibleError:
        return None
    return [[position[member] for member in c.members] for c in record.roster.cohorts], len(record.roster.waitlist)


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_must_holds_in_every_roster(data: st.DataObject) -> None:
    rows = data.draw(sheets(6, 12))
    lines = data.draw(musts(rows))
    formed = seated_by(rows, lines, Sizes(min=2, max=4))
    if formed is None:
        return
    cohorts, waiting = formed
    assert sum(map(len, cohorts)) + waiting == len(rows)
    assert all(2 <= len(cohort) <= 4 for cohort in cohorts)
    for line in lines:
        assert kept(line, rows, cohorts, lines), line


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_as_few_people_wait_as_the_musts_allow(data: st.DataObject) -> None:
    rows = data.draw(sheets(5, 7))
    lines = data.draw(musts(rows))
    formed = seated_by(rows, lines, Sizes(min=2, max=3))

    def holds(groups: Any) -> bool:
        return all(kept(line, rows, groups, lines) for line in lines)

    numbered = any(line["rule"] == "seat" for line in lines)
    ways = list(plans(len(rows), 2, 3))
    assert (formed[1] if formed else None) == fewest_waiting(len(rows), ways, holds, numbered=numbered)


def test_the_checker_notices_broken_musts() -> None:
    rows = [dict.fromkeys(HEADER, "") | {"Name": name, "Organisation": "Owl", "Mode": mode, "Availability": slot}
            for name, mode, slot in (("Ana", "Online", SLOTS[0]), ("Bo", "In person", SLOTS[1]))]  # fmt: skip
    for line in (
        {"rule": "same_organisation"},
        {"rule": "meeting_mode"},
        {"rule": "meeting_slot"},
        {"rule": "apart", "people": ["Ana", "Bo"]},
        {"rule": "facilitators", "least": 1},
        {"rule": "conflict", "pairs": [["Cy", "Dee"], ["Bo", "Ana"]]},
        {"rule": "at_least", "field": "years", "amount": 10, "least": 1},
        {"rule": "strong_in_each", "values": ["Trust"]},
    ):
        assert not kept(line, rows, [[0, 1]]), line
    wish = {"rule": "apart", "strength": "should", "people": ["Ana", "Bo"]}
    helping = {"rule": "facilitators", "least": 1, "people": ["Bo"]}
    assert kept(wish, rows, [[0, 1]])
    assert kept(helping, rows, [[0, 1]])
    assert not kept(helping, rows, [[0, 1]], [wish, helping])
    assert not kept({"rule": "together", "people": ["Ana", "Bo"]}, rows, [[0], [1]])
    assert not kept({"rule": "seat", "person": "Ana", "cohorts": [2]}, rows, [[0], [1]])
