"""Written answers become statements, and ticked boxes become options."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake
from ok_match.intake.files.cleaning import clean
from ok_match.intake.values.statements import statements_in, ticked
from ok_match.model import Facet
from tests.strategies import answers

from .sheets import about, codes, read

NO_ANSWERS = [
    "n/a",
    "N/A",
    "na",
    "N.A.",
    "none",
    "None",
    "NOTHING",
    "-",
    "--",
    "—",
    ".",
    "tbd",
    "TBA",
    "?",
    "???",
    "xxx",
]
NO_ANSWERS += ["not sure", "I don't know", "see above", "same as above", "", "   ", "..."]


def goals_of(answer: str) -> list[str]:
    """The statements that a sheet's only answer becomes."""
    (person,) = read([["ana@people.example", "Ana", "", "", answer, "", "", ""]]).participants
    return [statement.text for statement in person.said(Facet.GOALS)]


def themes_of(cells: list[str]) -> list[tuple[str, ...]]:
    """The options of a column, person by person."""
    intake = read([[f"P{n}", cell] for n, cell in enumerate(cells)], ["Name", "Themes"], columns={"themes": "Themes"})
    people = sorted(intake.participants, key=lambda person: person.row)
    return [tuple(statement.text for statement in person.said(Facet.THEMES)) for person in people]


@pytest.mark.parametrize(
    ("answer", "statements"),
    [
        ("Sell more bread. Hire a second baker! Why not now?", 3),
        ("Sell more bread\nHire a second baker", 2),
        ("Sell more bread; hire a second baker", 2),
        ("1. Sell more bread\n2. Hire a second baker", 2),
        ("- Sell more bread\n- Hire a second baker", 2),
        ("• Sell more bread\n\n\n• Hire a second baker", 2),
        ("Sell more bread, hire a second baker and rest", 1),
        ("Grow by 2.5 points, e.g. With more bread, to St. Louis", 1),
        ("Work with Dr. Lindqvist and Mrs. Okoro on prices", 1),
        ("Rest", 1),
    ],
)
def test_a_long_answer_is_cut_into_the_things_it_says(answer: str, statements: int) -> None:
    assert len(goals_of(answer)) == statements


def test_list_marks_are_not_part_of_what_was_said() -> None:
    assert goals_of("1) Sell more bread\n- Hire a second baker") == ["Sell more bread", "Hire a second baker"]


def test_a_line_with_no_answer_among_others_is_left_out() -> None:
    assert goals_of("Sell more bread\nn/a\nHire a second baker") == ["Sell more bread", "Hire a second baker"]


def test_a_word_alone_stays_with_its_neighbour() -> None:
    assert goals_of("Grow. Open a second shop in the old mill.") == ["Grow. Open a second shop in the old mill."]


@given(answers)
@settings(max_examples=50, deadline=None)
def test_every_statement_stands_verbatim_and_in_order_in_the_answer(answer: str) -> None:
    text, at = clean(answer), 0
    for statement in statements_in(text):
        assert statement == statement.strip() != ""
        at = text.index(statement, at) + len(statement)


SENTENCES = (
    "Hire a second-in-command",
    "Get 3 invoices paid on time",
    "Raise prices, finally",
    "hand over to my daughter",
)


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([". ", "! ", "\n", "; ", "\n\n- "])
)
@settings(max_examples=50, deadline=None)
def test_no_sentence_is_lost_and_none_is_cut(sentences: list[str], end: str) -> None:
    assert [text.rstrip(".!") for text in statements_in(end.join(sentences))] == sentences


@pytest.mark.parametrize("answer", NO_ANSWERS)
def test_a_no_answer_is_no_statement(answer: str) -> None:
    assert goals_of(answer) == []


@pytest.mark.parametrize("answer", ["None.", "Nothing.", "TBD.", "n/a - see above"])
def test_a_no_answer_with_a_period_is_still_none(answer: str) -> None:
    assert goals_of(answer) == []


def test_a_no_answer_with_a_curly_apostrophe_is_still_none() -> None:
    assert goals_of("I don’t know") == []


@pytest.mark.parametrize("answer", ["Rest", "No", "🙂", "5 new clients", "Nothing but bread", "xylophones", "国際化"])
def test_a_short_answer_is_an_answer(answer: str) -> None:
    assert goals_of(answer) == [answer]


def test_somebody_without_any_answer_is_mentioned_and_kept() -> None:
    intake = read([["ana@people.example", "Ana", "", "", "n/a", "-", "", ""]])
    assert about(intake, "no-answers") == [2]
    assert intake.rows.people == 1


@pytest.mark.parametrize("name", ["Null", "None", "NA", "Rebecca Null", "Na", "Nil Noone", "True", "O'Néill", "李"])
def test_a_name_that_looks_like_no_answer_is_a_name(name: str) -> None:
    intake = read([["ana@people.example", name, "", "", "sell bread", "", "", ""]])
    assert [person.name for person in intake.participants] == [name]
    assert "no-name" not in codes(intake)


@pytest.mark.parametrize("label", ["Null", "None", "NA"])
def test_an_organisation_that_looks_like_no_answer_is_kept(label: str) -> None:
    (ana,) = read([["ana@people.example", "Ana", label, label, "sell bread", "", "", ""]]).participants
    assert (ana.organisation, ana.industry) == (label, label)


@pytest.mark.parametrize("label", ["n/a", "N/A", "-", "", "--", "n.a."])
def test_an_organisation_that_is_a_dash_is_none(label: str) -> None:
    (ana,) = read([["ana@people.example", "Ana", label, label, "sell bread", "", "", ""]]).participants
    assert (ana.organisation, ana.industry) == ("", "")


@pytest.mark.parametrize("name", ["n/a", "-"])
def test_a_dash_is_not_a_name(name: str) -> None:
    intake = read([["ana@people.example", name, "", "", "sell bread", "", "", ""]])
    assert [person.name for person in intake.participants] == ["ana@people.example"]
    assert about(intake, "no-name") == [2]


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        (["Hiring;Cash", "Cash;"], [("Hiring", "Cash"), ("Cash",)]),
        (["Hiring\nCash", "Cash"], [("Hiring", "Cash"), ("Cash",)]),
        (["Hiring, Cash", "Cash", "Hiring"], [("Hiring", "Cash"), ("Cash",), ("Hiring",)]),
        (["Hiring | Cash", "Cash"], [("Hiring", "Cash"), ("Cash",)]),
        (["Hiring;Cash, debt", "Cash, debt"], [("Hiring", "Cash, debt"), ("Cash, debt",)]),
        (["Hiring; Hiring;", ""], [("Hiring",), ()]),
        (["Hiring;n/a", "-;Hiring;none"], [("Hiring",), ("Hiring",)]),
    ],
)
def test_options_are_told_apart_the_way_their_column_does(cells: list[str], options: list[tuple[str, ...]]) -> None:
    assert themes_of(cells) == options


def test_an_option_with_a_comma_of_its_own_stays_whole() -> None:
    growing = "Growing: new location, product or market"
    cells = [f"Cash, {growing}", f"{growing}, Hiring", "Cash, Hiring", growing]
    assert themes_of(cells) == [("Cash", growing), (growing, "Hiring"), ("Cash", "Hiring"), (growing,)]


OPTIONS = ["Cash", "Hiring", "Burnout, time and being alone", "Growing: new location, product or market", "Selling"]


@given(st.lists(st.lists(st.sampled_from(OPTIONS), unique=True), min_size=1, max_size=8), st.sampled_from(";\n|"))
@settings(max_examples=50, deadline=None)
def test_options_joined_by_a_plain_separator_come_back(ticks: list[list[str]], mark: str) -> None:
    cells = [mark.join(row) + (mark if row else "") for row in ticks]
    if any(mark in cell for cell in cells):
        assert ticked(cells) == [tuple(row) for row in ticks]


@given(st.lists(st.lists(st.sampled_from(OPTIONS), unique=True), max_size=8))
@settings(max_examples=50, deadline=None)
def test_options_with_commas_come_back_once_each_was_seen_alone(ticks: list[list[str]]) -> None:
    rows = [*([option] for option in OPTIONS), *ticks]
    assert ticked([", ".join(row) for row in rows]) == [tuple(row) for row in rows]


def test_a_semicolon_in_one_write_in_does_not_glue_everybody_elses_options() -> None:
    cells = ["Hiring, Cash", "Cash, Selling", "Selling, Hiring", "Cash, my own; a longer story"]
    assert themes_of(cells)[:3] == [("Hiring", "Cash"), ("Cash", "Selling"), ("Selling", "Hiring")]


@pytest.mark.parametrize("mark", ["\x0b", "\u2028", "\x85"])
def test_a_soft_line_break_parts_words(mark: str) -> None:
    assert goals_of(f"sell bread{mark}hire a baker") == ["sell bread", "hire a baker"]


def test_a_statement_keeps_its_place() -> None:
    intake: Intake = read([["", "", "", "", "", "", "", ""], ["a1@people.example", "Ana", "", "", "sell", "", "", ""]])
    (statement,) = intake.participants[0].statements
    assert (statement.place.row, statement.place.column) == (3, "Goals")
