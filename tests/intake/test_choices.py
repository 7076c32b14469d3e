"""Questions that are answered by choosing, with a column for each option: all forms of header, all marks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match import Intake
from ok_match.intake.columns.choices.marks import mark_of
from ok_match.model import Facet

from .sheets import codes, read

NAMES = ("Ana Ruiz", "Bo Lund", "Cy Tabor", "Dee Moss", "Eve Park", "Fay Orr", "Gil Stone", "Hal Wick")
OPTIONS = ("Hiring", "Pricing", "Cash flow")
#: Who ticked which of the options.
TICKED = (
    ("Hiring",),
    ("Pricing", "Cash flow"),
    ("Hiring", "Pricing"),
    ("Cash flow",),
    ("Hiring", "Cash flow"),
    ("Pricing",),
    (),
    OPTIONS,
)
STEM = "What would you like to discuss?"
HEADERS = {
    "Google grid": "{q} [{o}]",
    "Qualtrics": "{q} - {o}",
    "Qualtrics, split": "{q} - Selected Choice - {o}",
    "a longer dash": "{q} – {o}",
    "arrows": "{q} >> {o}",
    "colon": "{q}: {o}",
    "Alchemer": "{o}:{q}",
    "Kobo": "{q}/{o}",
    "Kobo in a group": "about_you/topics/{o}",
    "REDCap": "{q} (choice={o})",
    "Gravity Forms, Tally": "{q} ({o})",
    "bar": "{q} | {o}",
    "variables": "topic_{o}",
    "variables with dots": "topics.{o}",
    "LimeSurvey": "G03Q01[SQ{n}]. {q} [{o}]",
    "numbered": "{n}. {q} - {o}",
    "option first": "{o} - {q}",
    "in quotation marks": '{q} "{o}"',
    "semicolon": "{q}; {o}",
    "a sentence": "I'd like help with {o}",
    "a question each": "Discuss {o}?",
    "no question": "{o}",
}
MARKS = [
    ("Yes", "No"), ("yes", ""), ("Y", "N"), ("1", "0"), ("1.0", "0.0"), ("1", ""), ("Checked", "Unchecked"), ("x", ""),
    ("X", ""), ("[x]", "[ ]"), ("TRUE", "FALSE"), ("True", ""), ("✓", ""), ("✔", "✗"), ("☑", "☐"), ("●", "○"),
    ("Selected", "Not selected"), ("Ticked", "-"), ("on", "off"), ("ja", "nein"), ("oui", "non"), ("sí", "no"),
    ("sim", "não"), ("Interested", "Not interested"),
]  # fmt: skip


def sheet(headers: Sequence[str], rows: Sequence[Sequence[str]], **program: object) -> Intake:
    """The intake of a sheet in which these columns stand behind name, address and goals."""
    people = [[name, f"{name.split()[0].casefold()}@x.example", f"Open a shop called {name}"] for name in NAMES]
    return read(
        [[*person, *row] for person, row in zip(people, rows, strict=False)],
        ["Name", "Email", "Goals", *headers],
        **program,
    )


def marked(yes: str, no: str) -> list[list[str]]:
    return [[yes if option in row else no for option in OPTIONS] for row in TICKED]


def chosen(intake: Intake, facet: Facet = Facet.THEMES) -> list[tuple[str, ...]]:
    """What each person chose, in the order of the sheet."""
    people = sorted(intake.participants, key=lambda person: person.row)
    return [tuple(statement.text for statement in person.said(facet)) for person in people]


def fields(intake: Intake) -> list[str | None]:
    return [column.field for column in intake.columns[3:]]


@pytest.mark.parametrize("form", HEADERS)
@pytest.mark.parametrize("marks", [("Yes", "No"), ("Checked", "Unchecked"), ("1", "0"), ("x", "")])
def test_a_column_for_each_choice_is_one_question_however_its_header_is_joined(
    form: str, marks: tuple[str, str]
) -> None:
    headers = [HEADERS[form].format(q=STEM, o=option, n=n) for n, option in enumerate(OPTIONS, 1)]
    intake = sheet(headers, marked(*marks))
    assert fields(intake) == ["themes"] * 3
    assert chosen(intake) == [tuple(row) for row in TICKED]
    assert not intake.decisions


@pytest.mark.parametrize("marks", MARKS, ids=" or ".join)
def test_every_usual_mark_says_whether_an_option_was_chosen(marks: tuple[str, str]) -> None:
    intake = sheet([f"Topics [{option}]" for option in OPTIONS], marked(*marks))
    assert chosen(intake) == [tuple(row) for row in TICKED]
    assert not intake.decisions


@pytest.mark.parametrize("form", ["{q} [{o}]", "{o}:{q}", "{q} ({o})", "{q} - Selected Choice - {o}", "{o}"])
def test_a_cell_may_repeat_the_option(form: str) -> None:
    rows = [[option if option in row else "" for option in OPTIONS] for row in TICKED]
    intake = sheet([form.format(q=STEM, o=option) for option in OPTIONS], rows)
    assert chosen(intake) == [tuple(row) for row in TICKED]


@pytest.mark.parametrize("joint", [" ", ", ", "; ", "|"])
@pytest.mark.parametrize("behind", [False, True])
def test_a_column_that_holds_all_choices_once_more_adds_nothing(joint: str, behind: bool) -> None:
    all_in_one = [joint.join(row) for row in TICKED]
    parts = [f"{STEM}/{option}" for option in OPTIONS]
    headers = [*parts, STEM] if behind else [STEM, *parts]
    rows = [[*row, whole] if behind else [whole, *row] for row, whole in zip(marked("1", "0"), all_in_one, strict=True)]
    intake = sheet(headers, rows)
    assert fields(intake) == ["themes"] * 4
    assert chosen(intake) == [tuple(row) for row in TICKED]


def test_codes_parted_by_spaces_in_one_cell_are_options() -> None:
    intake = sheet(["topics"], [[" ".join(option.casefold().replace(" ", "_") for option in row)] for row in TICKED])
    assert chosen(intake)[:2] == [("hiring",), ("pricing", "cash_flow")]


def test_a_joint_column_within_a_group_of_questions_is_known_by_its_path() -> None:
    names = [option.casefold().replace(" ", "_") for option in OPTIONS]
    headers = ["about_you/topics", *(f"about_you/topics/{name}" for name in names)]
    joint = [" ".join(name for name, mark in zip(names, row, strict=True) if mark == "1") for row in marked("1", "0")]
    intake = sheet(headers, [[whole, *row] for whole, row in zip(joint, marked("1", "0"), strict=True)])
    assert chosen(intake)[:2] == [("hiring",), ("pricing", "cash_flow")]
    assert not intake.decisions


def test_own_words_at_other_count_and_the_mark_at_other_does_not() -> None:
    headers = [*(f"{STEM} (choice={option})" for option in (*OPTIONS, "Other")), "If other, please specify"]
    rows = [[*row, "Unchecked", ""] for row in marked("Checked", "Unchecked")]
    rows[0][3:] = ["Checked", "Selling to my niece"]
    rows[1][3:] = ["Checked", ""]
    intake = sheet(headers, rows)
    assert chosen(intake)[:3] == [("Hiring", "Selling to my niece"), ("Pricing", "Cash flow"), ("Hiring", "Pricing")]


def test_own_words_within_the_joint_cell_are_kept() -> None:
    headers = [STEM, *(f"{STEM} ({option})" for option in (*OPTIONS, "Other"))]
    rows = [[", ".join(row), *marks, "FALSE"] for row, marks in zip(TICKED, marked("TRUE", "FALSE"), strict=True)]
    rows[0] = ["Hiring, Selling to my niece", "TRUE", "FALSE", "FALSE", "TRUE"]
    assert set(chosen(sheet(headers, rows))[0]) == {"Hiring", "Selling to my niece"}


def test_none_of_these_is_no_topic_of_its_own() -> None:
    headers = [f"Topics [{option}]" for option in (*OPTIONS, "None of the above")]
    intake = sheet(headers, [[*row, "Yes"] for row in marked("Yes", "No")])
    assert chosen(intake) == [tuple(row) for row in TICKED]


def test_an_unknown_mark_is_asked_about_once_and_is_no_tick() -> None:
    rows = marked("Yes", "No")
    rows[0][1] = rows[3][0] = "maybe"
    intake = sheet([f"Topics [{option}]" for option in OPTIONS], rows)
    assert chosen(intake) == [tuple(row) for row in TICKED]
    (asked,) = intake.decisions
    assert (asked.code, asked.value) == ("unclear-tick", "maybe")
    assert "2 times" in asked.message


def test_an_unknown_mark_that_was_accepted_is_asked_about_no_more() -> None:
    rows = marked("Yes", "No")
    rows[0][1] = "maybe"
    headers = [f"Topics [{option}]" for option in OPTIONS]
    accepted = sheet(headers, rows, accept=["unclear-tick: maybe"])
    assert chosen(accepted) == chosen(sheet(headers, rows))
    assert not accepted.decisions


def test_a_grid_of_nothing_but_unknown_marks_is_asked_about() -> None:
    rows = [["Love to" if option in row else "Not now" for option in OPTIONS] for row in TICKED]
    intake = sheet([f"Topics to discuss [{option}]" for option in OPTIONS], rows)
    assert set(chosen(intake)) == {()}
    assert {problem.value for problem in intake.decisions} == {"Love to", "Not now"}


KNOWN = st.sampled_from(["Yes", "No", "", "x", "1", "TRUE", "unchecked"])
UNKNOWN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=8).filter(
    lambda text: mark_of(text) is None and text.casefold() not in {option.casefold() for option in OPTIONS}
)


@given(st.lists(st.lists(st.one_of(KNOWN, KNOWN, KNOWN, UNKNOWN), min_size=3, max_size=3), min_size=4, max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_unknown_mark_becomes_a_tick_without_a_decision(rows: list[list[str]]) -> None:
    intake = sheet([f"Topics to discuss [{option}]" for option in OPTIONS], rows)
    by_row = {person.row: {said.text for said in person.said(Facet.THEMES)} for person in intake.participants}
    sure = [{option for option, cell in zip(OPTIONS, row, strict=True) if mark_of(cell)} for row in rows]
    beyond = [said - sure[row - 2] for row, said in by_row.items()]
    assert not any(beyond) or intake.undecided


def test_the_program_names_all_columns_of_a_question_by_its_words() -> None:
    headers = [f"Areas [{option}]" for option in OPTIONS]
    intake = sheet(headers, marked("Yes", "No"), columns={"themes": "Areas"})
    assert fields(intake) == ["themes"] * 3
    assert chosen(intake) == [tuple(row) for row in TICKED]
    assert not intake.decisions


def test_the_program_names_columns_of_marks_one_by_one() -> None:
    headers = ["New", "Paid", "Signed"]
    intake = sheet(headers, marked("x", ""), columns={"themes": headers})
    assert chosen(intake)[:3] == [("New",), ("Paid", "Signed"), ("New", "Paid")]


@pytest.mark.parametrize("headers", [["topic_1", "topic_2", "topic_3"], ["topics___1", "topics___2", "topics___3"]])
def test_options_that_are_known_by_numbers_only_are_asked_about(headers: list[str]) -> None:
    intake = sheet(headers, marked("1", "0"))
    assert chosen(intake)[:2] == [("1",), ("2", "3")]
    assert [problem.code for problem in intake.decisions] == ["coded-options"]


@pytest.mark.parametrize(
    "headers",
    [
        ["Do you own your building?", "Do you export?", "Is it a family business?"],
        ["Paid", "Newsletter", "Photo taken"],
        ["Dietary needs (choice=Vegan)", "Dietary needs (choice=No nuts)", "Dietary needs (choice=Halal)"],
        [
            "How did you hear about us? [Friend]",
            "How did you hear about us? [Radio]",
            "How did you hear about us? [Mail]",
        ],
        ["Languages you speak (Spanish)", "Languages you speak (French)", "Languages you speak (English)"],
        ["I agree to the rules", "I agree to photos", "I agree to the newsletter"],
    ],
)
def test_ticks_about_other_things_are_no_themes(headers: list[str]) -> None:
    intake = sheet(headers, marked("Yes", "No"))
    assert "themes" not in fields(intake)


def test_the_option_ticked_is_the_answer_to_a_question_of_another_kind() -> None:
    headers = ["Which industry are you in? (choice=Retail)", "Which industry are you in? (choice=Farming)"]
    intake = sheet(headers, [["Checked", "Unchecked"], ["Unchecked", "Checked"]] * 4)
    people = sorted(intake.participants, key=lambda person: person.row)
    assert [person.industry for person in people][:2] == ["Retail", "Farming"]


def test_what_somebody_could_give_is_an_offer_and_no_theme() -> None:
    headers = [f"What can you help others with? [{option}]" for option in OPTIONS]
    intake = sheet(headers, marked("Yes", "No"))
    assert fields(intake) == ["offers"] * 3
    assert chosen(intake, Facet.OFFERS)[:2] == [("Hiring",), ("Pricing", "Cash flow")]


def test_several_questions_of_ticks_are_all_read() -> None:
    rows = [["; ".join(row), *marks] for row, marks in zip(TICKED, marked("Yes", "No"), strict=True)]
    intake = sheet(["Interests", *(f"Top challenges [{option} at home]" for option in OPTIONS)], rows)
    assert chosen(intake)[1] == ("Pricing", "Cash flow", "Pricing at home", "Cash flow at home")


@pytest.mark.parametrize("field", ["Company", "Industry", "Town", "Job title"])
@pytest.mark.parametrize("values", [("1", "2", "3"), ("Yes", "No", "Yes"), ("1st", "2nd", "3rd"), ("x", "", "x")])
def test_numbers_and_marks_are_never_the_name_of_anything(field: str, values: tuple[str, ...]) -> None:
    intake = sheet([field], [[value] for value in values * 2])
    assert fields(intake) == [None]
    assert "unsure-must" not in codes(intake)
