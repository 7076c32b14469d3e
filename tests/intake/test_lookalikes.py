"""Columns that look like something they are not, judged together with their neighbours and their values."""

import pytest

from ok_match import Intake

from .sheets import read

NAMES = ("Ana Ortega", "Bo Lund", "Cy Tabor", "Di Marsh", "Eli Nowak", "Fay Osei")
GOALS = ("Open on Saturdays", "Hire a baker", "Sell abroad", "Raise prices", "Find a partner", "Rest more")
TOWNS = ("Bend", "Sisters", "Madras", "Bend", "Redmond", "Bend")
FIRMS = ("Juniper Dental", "Tamarack Books", "Tabor Tiles", "Marsh & Daughters", "Nowak Bakery", "Osei Travel")


def with_column(header: str, values: tuple[str, ...]) -> Intake:
    """A sheet with the usual columns and one more."""
    columns = ["Email", "Name", "Company", "Town", "Goals", header]
    rows = [
        [f"p{n}@people.example", NAMES[n], FIRMS[n], TOWNS[n], GOALS[n], values[n % len(values)]]
        for n in range(len(NAMES))
    ]
    return read(rows, columns)


def asked(intake: Intake) -> set[str]:
    return {problem.column for problem in intake.decisions}


DAYS, TIMES, NUMBERS = ("Monday", "Tuesday", "Friday"), ("9 am", "10:30 am", "2 pm"), ("3", "5", "12")
PLACES, YES, HEROES = ("Lisbon", "Kyoto", "Oslo"), ("Yes", "No"), ("Marie Curie", "Nelson Mandela", "My aunt Rosa")
OTHERS = [
    ("Your busiest season", ("Spring", "Winter")),
    ("Delivery day", DAYS),
    ("When do you open?", TIMES),
    ("Best time to call you", TIMES),
    ("Favourite day of the week", DAYS),
    ("Favourite town", PLACES),
    ("Which city would you love to visit?", PLACES),
    ("Town you were born in", PLACES),
    ("Time zone you dream of", ("PST", "CET")),
    ("Speakers you admire", HEROES),
    ("Role model", HEROES),
    ("Whom would you most like to hear speak?", HEROES),
    ("Do you have a company car?", YES),
    ("Company you admire", ("Patagonia", "Fairphone")),
    ("Previous employer", ("Acme", "Globex")),
    ("Years abroad", NUMBERS),
    ("Number of children", NUMBERS),
    ("How many guests will you bring?", NUMBERS),
    ("Industry events you attend", ("Bake Expo", "Book Fair")),
    ("Industry you would switch to", ("Farming", "Film")),
    ("Who are your main competitors?", ("Acme", "Globex")),
    ("Name of your dog", ("Rex", "Bella")),
    ("Emergency contact phone", ("555-0101", "555-0102")),
    ("Staff turnover", ("10%", "20%")),
    ("Sales channels", ("Online", "Shop")),
    ("Do you sell online or in person?", ("Online", "In person")),
    ("Which day do you usually do your accounts?", (*DAYS, "Never")),
    ("On what days do you normally travel?", DAYS),
    ("Which evening do you teach?", DAYS),
    ("What is your best day for sales?", DAYS),
    ("When do you pay your staff?", DAYS),
    ("A speaker you would love to hear", HEROES),
    ("Team colour / shirt size", ("blue / M", "red / L", "green / S")),
    ("Phone make", ("Fairphone", "Pixel", "Nokia")),
    ("Who told you about us?", ("radio", "my bank", "a flyer")),
    ("How many years until you want to retire?", NUMBERS),
    ("City of your dreams", PLACES),
    ("Role of your partner in the firm", ("books", "sales")),
    ("Goal of your newsletter", ("sales", "fun")),
]


@pytest.mark.parametrize(("header", "values"), OTHERS)
def test_a_column_that_only_looks_like_a_field_is_left_alone(header: str, values: tuple[str, ...]) -> None:
    column = with_column(header, values).columns[-1]
    assert column.field is None


@pytest.mark.parametrize(("header", "values"), OTHERS)
def test_it_takes_nothing_from_the_column_that_really_asks(header: str, values: tuple[str, ...]) -> None:
    fields = [column.field for column in with_column(header, values).columns]
    assert fields[:5] == ["email", "name", "organisation", "town", "goals"]


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Home base of your business", PLACES, "town"),
        ("What trade are you in?", ("Baking", "Books"), "industry"),
        ("Evenings free", ("Monday", "Tuesday"), "availability"),
        ("Yrs in biz", NUMBERS, "years"),
        ("How many people work in your family business?", NUMBERS, "team_size"),
        ("Would you rather meet in person or online?", ("Online", "In person"), "mode"),
    ],
)
def test_odd_words_for_the_real_thing_are_understood(header: str, values: tuple[str, ...], field: str) -> None:
    columns = ["Email", "Name", "Goals", header]
    rows = [[f"p{n}@people.example", NAMES[n], GOALS[n], values[n % len(values)]] for n in range(6)]
    assert read(rows, columns).columns[-1].field == field


@pytest.mark.parametrize(
    "header",
    [
        "Awkward history",
        "Ex-partner or ex-colleague here?",
        "Competitors here",
        "Tensions",
        "Divorced from",
        "Lawsuits",
        "Hm",
    ],
)
def test_a_column_that_may_name_people_to_keep_apart_is_asked_about_or_taken(header: str) -> None:
    intake = with_column(header, ("", "Ana Ortega", "", "Cy Tabor"))
    assert intake.columns[-1].field == "keep_apart" or header in asked(intake)


@pytest.mark.parametrize("header", ["Who referred you?", "Invited by", "How did you hear about us?"])
def test_a_column_that_names_people_for_another_reason_is_not(header: str) -> None:
    intake = with_column(header, ("", "Ana Ortega", "", "Cy Tabor"))
    assert header not in asked(intake)


def test_a_wish_to_sit_with_people_nobody_of_whom_is_here_is_no_wish() -> None:
    intake = with_column("A leader you look up to", HEROES)
    assert intake.requests == ()


@pytest.mark.parametrize("header", ["Shuttle from the station", "Session you enjoyed most"])
def test_values_that_look_like_times_below_another_question_are_asked_about(header: str) -> None:
    intake = with_column(header, ("Monday evening", "Tuesday morning"))
    assert header in asked(intake)


@pytest.mark.parametrize("header", ["Meal preference for the kickoff", "Lunch on Tuesday", "What will you eat?"])
def test_meals_are_no_times_to_meet(header: str) -> None:
    intake = with_column(header, ("Lunch only", "Breakfast and lunch", "Dinner"))
    assert intake.columns[-1].field != "availability"
