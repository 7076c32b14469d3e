"""Options that were put in order keep their order; ratings keep their question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from ok_match import Intake
from ok_match.intake.columns.choices.ranks import counts, place_in, rank_of
from ok_match.model import Facet

from .sheets import read
from .test_choices import chosen, fields, sheet

OPTIONS = ("Hiring", "Pricing", "Cash flow", "Selling")
#: The place that each person gives each option.
PLACES = (
    (1, 2, 3, 4),
    (2, 3, 4, 1),
    (3, 4, 1, 2),
    (4, 1, 2, 3),
    (1, 3, 2, 4),
    (4, 3, 2, 1),
    (2, 1, 4, 3),
    (3, 1, 2, 4),
)
#: The options of each person, best first.
ORDERS = tuple(tuple(sorted(OPTIONS, key=lambda o, row=row: row[OPTIONS.index(o)])) for row in PLACES)  # type: ignore[misc]


def ranked(intake: Intake) -> list[list[tuple[str, int | None]]]:
    people = sorted(intake.participants, key=lambda person: person.row)
    return [[(said.text, said.rank) for said in person.said(Facet.THEMES)] for person in people]


def best(count: int) -> list[list[tuple[str, int]]]:
    return [[(option, rank) for rank, option in enumerate(order[:count], 1)] for order in ORDERS]


NUMBERS: dict[str, tuple[str, Callable[[int], str]]] = {
    "a grid": ("Rank these topics [{o}]", str),
    "1 is best": ("Topics, 1 = most important - {o}", str),
    "1 is worst": ("Rank from 1 (least important) to 4 (most important): {o}", lambda place: str(5 - place)),
    "4 is best": ("Number the topics, 4 = most important [{o}]", lambda place: str(5 - place)),
    "ordinals": ("Order of importance/{o}", lambda place: ("first", "second", "third", "fourth")[place - 1]),
    "1st": ("Please rank the topics ({o})", lambda place: ("1st", "2nd", "3rd", "4th")[place - 1]),
    "choices": (
        "Rank the topics [{o}]",
        lambda place: ("1st choice", "2nd choice", "3rd choice", "4th choice")[place - 1],
    ),
    "rank 1": ("Rank {o}", lambda place: f"Rank {place}"),
    "#1": ("Priority order: {o}", lambda place: f"#{place}"),
    "Alchemer": ("{o}:Drag these into your order", str),
    "in each header": ("{o} (1 = top priority)", str),
    "decimals": ("Rank the topics | {o}", lambda place: f"{place}.0"),
}


@pytest.mark.parametrize("form", NUMBERS)
def test_numbers_below_topics_are_places_and_the_top_half_counts(form: str) -> None:
    header, write = NUMBERS[form]
    intake = sheet([header.format(o=option) for option in OPTIONS], [[write(place) for place in row] for row in PLACES])
    assert fields(intake) == ["themes"] * 4
    assert ranked(intake) == best(2)
    assert not intake.decisions


def test_places_without_a_word_about_which_end_is_best_are_asked_about() -> None:
    intake = sheet(OPTIONS, [[str(place) for place in row] for row in PLACES])
    assert ranked(intake) == best(2)
    assert [problem.code for problem in intake.decisions] == ["options-in-order"]


def test_a_topic_with_company_or_industry_in_its_name_is_never_the_employer() -> None:
    topics = ["Growing the company", "Trends in the industry", "Town hall meetings", "Name recognition"]
    intake = sheet(topics, [[str(place) for place in row] for row in PLACES])
    assert fields(intake) == ["themes"] * 4
    assert {person.organisation + person.industry for person in intake.participants} == {""}


def test_of_many_options_three_count_at_most() -> None:
    assert [counts(options) for options in range(1, 12)] == [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3]


def test_somebody_may_rank_only_some() -> None:
    rows = [[str(place) if place < 3 else "" for place in row] for row in PLACES]
    assert ranked(sheet([f"Rank your top two [{option}]" for option in OPTIONS], rows)) == best(2)


@pytest.mark.parametrize(
    "headers",
    [
        ["1st choice", "2nd choice", "3rd choice"],
        ["First choice topic", "Second choice topic", "Third choice topic"],
        ["Priority 1", "Priority 2", "Priority 3"],
        ["Topic rank #1", "Topic rank #2", "Topic rank #3"],
        ["Top topic", "Second topic", "Third topic"],
        [
            "Which topic is your first choice?",
            "Which topic is your second choice?",
            "Which topic is your third choice?",
        ],
        ["#1", "#2", "#3"],
        ["Most important challenge", "Second most important challenge", "Third most important challenge"],
        ["Topics [1st choice]", "Topics [2nd choice]", "Topics [3rd choice]"],
        ["Rank the topics [Rank 1]", "Rank the topics [Rank 2]", "Rank the topics [Rank 3]"],
        ["Topic ranking - 1", "Topic ranking - 2", "Topic ranking - 3"],
    ],
)
def test_a_column_for_each_place_gives_the_options_in_order(headers: list[str]) -> None:
    intake = sheet(headers, [order[:3] for order in ORDERS])
    assert fields(intake) == ["themes"] * 3
    assert ranked(intake) == best(2)
    assert not intake.decisions


def test_columns_for_places_that_hold_own_words_are_no_options() -> None:
    rows = [[f"Hire somebody for shop {n}", f"Move out of garage {n}"] for n in range(8)]
    assert "themes" not in fields(sheet(["Goal 1", "Goal 2"], rows))


LISTS: dict[str, Callable[[Sequence[str]], str]] = {
    "greater": " > ".join,
    "arrows": " → ".join,
    "commas": ", ".join,
    "semicolons": ";".join,
    "numbers": lambda row: "; ".join(f"{n}. {option}" for n, option in enumerate(row, 1)),
    "lines": lambda row: "\n".join(f"{n}. {option}" for n, option in enumerate(row, 1)),
    "JSON": lambda row: "[" + ", ".join(f'"{option}"' for option in row) + "]",
}


@pytest.mark.parametrize("notation", LISTS)
def test_a_list_under_a_question_that_asks_for_an_order_keeps_it(notation: str) -> None:
    intake = sheet(["Put the topics in order, dearest first"], [[LISTS[notation](order)] for order in ORDERS])
    assert ranked(intake) == best(2)
    assert not intake.decisions


@pytest.mark.parametrize("notation", LISTS)
def test_lists_in_which_everybody_has_everything_in_an_order_of_their_own_are_in_order(notation: str) -> None:
    intake = sheet(["Topics"], [[LISTS[notation](order)] for order in ORDERS])
    assert ranked(intake) == best(2)
    said = [] if notation in ("greater", "arrows") else ["options-in-order"]
    assert [problem.code for problem in intake.decisions] == said


def test_the_least_important_may_come_first() -> None:
    intake = sheet(["Order the topics, least important first"], [[", ".join(order[::-1])] for order in ORDERS])
    assert ranked(intake) == best(2)


def test_numbers_of_a_list_are_no_places_where_people_ticked_some_of_many() -> None:
    cells = ["1. Hiring 2. Pricing", "1. Selling", "1. Pricing 2. Selling", "1. Cash flow 2. Hiring"] * 2
    intake = sheet(["Topics you want help with"], [[cell] for cell in cells])
    assert ranked(intake)[0] == [("Hiring", None), ("Pricing", None)]


RATED = [
    ([f"Rate your interest in {option} (1-5)" for option in OPTIONS[:3]], ("5", "4", "3", "4", "1", "2")),
    (
        [f"How confident are you? [{option}]" for option in OPTIONS[:3]],
        ("Very confident", "Not confident", "Very confident"),
    ),
    (
        ["I like my work", "My prices are right", "I have somebody to talk to"],
        ("Agree", "Neutral", "Strongly disagree"),
    ),
    (["Company culture", "Industry knowledge", "Pricing"], ("5", "5", "2", "1", "4", "4")),
    (
        ["How satisfied are you with the room?", "How useful was it?", "Overall satisfaction"],
        ("3", "5", "3", "4", "4", "2"),
    ),
    (
        [f"{option}: how important is it?" for option in OPTIONS[:3]],
        ("Very important", "Not important", "Not important"),
    ),
]


@pytest.mark.parametrize(("headers", "values"), RATED)
def test_ratings_are_neither_places_nor_ticks_and_keep_their_question(
    headers: list[str], values: tuple[str, ...]
) -> None:
    rows = [[values[(line + column) % len(values)] for column in range(3)] for line in range(8)]
    intake = sheet(headers, rows)
    assert fields(intake) == ["ratings"] * 3
    assert set(chosen(intake)) == {()}
    person = min(intake.participants, key=lambda person: person.row)
    (trait,) = [trait for trait in person.traits if trait.name == "ratings"]
    assert len({grade.label for grade in trait.grades}) == 3
    assert all(any(grade.label in header for header in headers) for grade in trait.grades)


@pytest.mark.parametrize(
    ("cell", "rank"),
    [("2", 2), ("2.0", 2), ("2nd", 2), ("#2", 2), ("Rank 2", 2), ("second", 2), ("2nd choice", 2), ("2 (important)", 2),
     ("Priority 2", 2), ("no. 2", 2), ("zweite", 2), ("", None), ("0", None), ("two shops", None), ("2 shops", None)],
)  # fmt: skip
def test_a_place_is_read_in_many_words(cell: str, rank: int | None) -> None:
    assert rank_of(cell) == rank


@pytest.mark.parametrize(
    ("header", "place"),
    [("1st choice", (1, "")), ("Priority 3", (3, "")), ("Second choice of topic", (2, "of topic")),
     ("Which topic is your first choice?", (1, "which topic is your choice?")), ("First name", None), ("Goals", None),
     ("First language", None), ("Address 2", None)],
)  # fmt: skip
def test_a_header_names_a_place_or_does_not(header: str, place: tuple[int, str] | None) -> None:
    found = place_in(header)
    assert (found and found[0]) == (place and place[0])


SLIPS = {"a mark": ("x", "x", "", ""), "a mark among places": ("1", "2", "x", ""), "a question": ("?", "1", "", "2")}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("form", ["Rank these: {o}", "{o}"])
def test_one_row_of_marks_undoes_nobody_elses_order_and_is_asked_about(form: str, slip: str) -> None:
    rows = [*([str(place) for place in row] for row in PLACES[:-1]), list(SLIPS[slip])]
    intake = sheet([form.format(o=option) for option in OPTIONS], rows)
    assert fields(intake) == ["themes"] * 4
    assert ranked(intake)[:-1] == best(2)[:-1]
    assert "unclear-tick" in [problem.code for problem in intake.decisions]
    assert not {option for option, _ in ranked(intake)[-1]} & {
        option for option, cell in zip(OPTIONS, SLIPS[slip], strict=True) if cell in ("x", "?")
    }


def test_ties_undo_no_order_that_was_asked_for() -> None:
    rows = [[str(place) for place in row] for row in PLACES[:-2]] + [["1", "1", "2", ""], ["1", "2", "2", "3"]]
    intake = sheet([f"Rank these: {option}" for option in OPTIONS], rows)
    assert fields(intake) == ["themes"] * 4
    assert ranked(intake)[:-2] == best(2)[:-2]


def test_columns_that_the_program_names_as_themes_are_read_as_an_order() -> None:
    headers = [f"{option} question" for option in OPTIONS]
    people = [[f"Person {n}", f"p{n}@people.example", *map(str, row)] for n, row in enumerate(PLACES)]
    spread = [[*row[:3], "a goal", row[3], "none", *row[4:]] for row in people]
    header = ["Name", "Email", headers[0], "Goals", headers[1], "Obstacles", *headers[2:]]
    intake = read(spread, header, columns={"themes": headers})
    assert ranked(intake) == [[(f"{option} question", rank) for option, rank in order] for order in best(2)]
