"""Lists of options in one cell: every notation, under any header, and what only looks like one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.intake.columns.choices.brackets import listed
from ok_match.intake.columns.choices.pieces import cut

from .test_choices import chosen, fields, sheet

LISTS = (
    ("Hiring", "Pricing"),
    ("Pricing",),
    ("Cash flow", "Hiring"),
    ("Marketing",),
    ("Marketing", "Pricing", "Cash flow"),
    ("Hiring",),
    ("Cash flow",),
    ("Pricing", "Marketing"),
)


def _postgres(row: Sequence[str]) -> str:
    return "{" + ",".join(f'"{option}"' if " " in option else option for option in row) + "}"


NOTATIONS: dict[str, Callable[[Sequence[str]], str]] = {
    "semicolons": "; ".join,
    "semicolons that end each": lambda row: "".join(f"{option};" for option in row),
    "commas": ", ".join,
    "tight commas": ",".join,
    "bars": " | ".join,
    "tight bars": "|".join,
    "slashes": "/".join,
    "lines": "\n".join,
    "dashes on lines": lambda row: "\n".join(f"- {option}" for option in row),
    "bullets on lines": lambda row: "\n".join(f"• {option}" for option in row),
    "bullets between": " • ".join,
    "quotes": lambda row: ", ".join(f'"{option}"' for option in row),
    "and": " and ".join,
    "plus": " + ".join,
    "JSON": lambda row: json.dumps(list(row)),
    "JSON objects": lambda row: json.dumps([{"id": f"sel{option}", "name": option, "color": "blue"} for option in row]),
    "JSON objects with labels": lambda row: json.dumps([{"label": option, "value": option.upper()} for option in row]),
    "JSON of true and false": lambda row: json.dumps(
        {option: option in row for option in dict.fromkeys((*row, "Tax"))}
    ),
    "Python": lambda row: str(list(row)),
    "Python tuple": lambda row: str(tuple(row)),
    "Postgres": _postgres,
    "bare brackets": lambda row: f"[{', '.join(row)}]",
    "SharePoint": lambda row: ";#" + "".join(f"{option};#" for option in row),
    "SharePoint look-ups": lambda row: ";#".join(f"{n};#{option}" for n, option in enumerate(row, 7)),
    "tildes": "~".join,
    "carets": "^".join,
    "ideographic commas": "、".join,
    "line breaks as typed": "\\n".join,
    "line breaks of HTML": "<br>".join,
    "a list of HTML": lambda row: f"<ul>{''.join(f'<li>{option}</li>' for option in row)}</ul>",
    "angle brackets": lambda row: "".join(f"<{option}>" for option in row),
    "dashes before each": lambda row: "- " + " - ".join(row),
    "boxes": lambda row: " ".join(f"{'☑' if option in row else '☐'} {option}" for option in (*row, "Tax")),
    "boxes typed": lambda row: ", ".join(f"[{'x' if option in row else ' '}] {option}" for option in ("Tax", *row)),
    "yes and no": lambda row: "; ".join(f"{option}: {'yes' if option in row else 'no'}" for option in (*row, "Tax")),
    "numbers": lambda row: " ".join(f"{n}. {option}" for n, option in enumerate(row, 1)),
    "numbers with brackets": lambda row: ", ".join(f"{n}) {option}" for n, option in enumerate(row, 1)),
    "numbers on lines": lambda row: "\n".join(f"{n}. {option}" for n, option in enumerate(row, 1)),
}
HEADERS = [
    "Interests", "Tags", "Keywords", "Top challenges", "Seeking help with", "I'd like to talk about", "Topics",
    "Which areas do you want to improve?", "What are you struggling with? (select all that apply)", "Focus areas",
    "What would you like support on?", "Biggest headaches", "Themen, die mich interessieren", "Temas de interés",
]  # fmt: skip


@pytest.mark.parametrize("notation", NOTATIONS)
def test_options_in_one_cell_are_told_apart_in_every_notation(notation: str) -> None:
    intake = sheet(["Interests"], [[NOTATIONS[notation](row)] for row in LISTS])
    assert fields(intake) == ["themes"]
    assert chosen(intake) == list(LISTS)
    assert not intake.decisions


@pytest.mark.parametrize("header", HEADERS)
def test_a_ticked_list_is_known_by_what_recurs_under_any_header(header: str) -> None:
    intake = sheet([header], [["; ".join(row)] for row in LISTS])
    assert fields(intake) == ["themes"]
    assert chosen(intake) == list(LISTS)
    assert not intake.decisions


def test_a_list_under_a_header_that_says_nothing_is_read_and_asked_about() -> None:
    intake = sheet(["Conference table"], [["; ".join(row)] for row in LISTS])
    assert chosen(intake) == list(LISTS)
    assert [(problem.code, problem.column) for problem in intake.decisions] == [("unsure-column", "Conference table")]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Languages spoken", ["English; Spanish", "English", "Spanish; French", "French"] * 2),
        ("Industries you know", ["Retail; Farming", "Farming", "Retail; Tourism", "Tourism"] * 2),
        ("Background", ["Retail; Farming", "Farming", "Retail; Construction", "Construction"] * 2),
        ("Towns you deliver to", ["Bend; Sisters", "Bend", "Sisters; Redmond", "Redmond"] * 2),
        ("How did you hear about us?", ["Friend; Radio", "Radio", "Friend", "Mail; Radio"] * 2),
        ("Which days are busiest?", ["Monday; Friday", "Friday", "Monday", "Friday; Monday"] * 2),
        ("Distance", ["6,8", "11,9", "6,8", "11,9"] * 2),
    ],
)
def test_lists_of_other_things_are_no_themes(header: str, cells: list[str]) -> None:
    assert "themes" not in fields(sheet([header], [[cell] for cell in cells]))


@pytest.mark.parametrize("mark", [" - ", " and ", " × "])
def test_topics_that_nobody_can_cut_are_asked_about(mark: str) -> None:
    intake = sheet(["Topics"], [[mark.join(row[:2])] for row in (*LISTS[::2], *LISTS[::2])][:4])
    assert fields(intake) == ["themes"] or intake.undecided


def test_prose_with_commas_is_no_list() -> None:
    prose = [
        "We grew, we hired, we are tired",
        "Sales are slow, rent is up",
        "My partner left, I run it all",
        "Prices, wages, rent, all up",
        "New shop, new staff",
        "Nothing fits, honestly",
        "Two sites, one van",
        "One van, two sites",
    ]
    assert "themes" not in fields(sheet(["What is going on?"], [[cell] for cell in prose]))


@pytest.mark.parametrize(
    ("cell", "options"),
    [
        ("Hiring; Other: selling to my niece", ("Hiring", "selling to my niece")),
        ("Hiring; Other (please specify): the lease", ("Hiring", "the lease")),
        ("Hiring; None of the above", ("Hiring",)),
        ("None of these", ()),
        ("Other", ()),
        ("n/a", ()),
        ("[]", ()),
        ("Other people's mistakes; Hiring", ("Other people's mistakes", "Hiring")),
    ],
)
def test_own_words_are_kept_and_options_that_name_nothing_are_not(cell: str, options: tuple[str, ...]) -> None:
    assert chosen(sheet(["Topics"], [[cell], *(["; ".join(row)] for row in LISTS[1:])]))[0] == options


def test_all_of_the_above_is_asked_about() -> None:
    intake = sheet(["Topics"], [["All of the above"], *(["; ".join(row)] for row in LISTS[1:])])
    assert chosen(intake)[0] == ()
    assert [problem.code for problem in intake.decisions] == ["unclear-tick"]


def test_numbers_without_labels_are_asked_about() -> None:
    intake = sheet(["Topics"], [["1;3;7"], ["3"], ["1;7"], ["7"]] * 2)
    assert chosen(intake)[0] == ("1", "3", "7")
    assert [problem.code for problem in intake.decisions] == ["coded-options"]


def test_a_comma_within_brackets_parts_nothing() -> None:
    money = "Money (grants, loans, prices)"
    assert cut([f"{money}, Hiring", f"Hiring, {money}", money]).options == [
        (money, "Hiring"),
        ("Hiring", money),
        (money,),
    ]


def test_a_list_typed_by_hand_is_cut_at_marks_that_others_use() -> None:
    cells = ["Hiring; Pricing", "Pricing; Tax", "Hiring / Tax", "Hiring and pricing", "Tax", "Hiring; Tax"]
    assert cut(cells).options[2:4] == [("Hiring", "Tax"), ("Hiring", "pricing")]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1), max_size=6))
@settings(max_examples=80, deadline=None)
def test_a_list_that_a_program_wrote_comes_back(texts: list[str]) -> None:
    assert listed(json.dumps(texts)) == tuple(texts)
    assert listed(str(texts)) == tuple(texts)


@given(st.lists(st.text(max_size=60), max_size=6))
@settings(max_examples=80, deadline=None)
def test_any_cells_at_all_can_be_cut_and_nothing_is_invented(cells: list[str]) -> None:
    for cell, options in zip(cells, cut(cells).options, strict=True):
        words = "".join(ch for ch in cell if ch.isalnum())
        assert all(option == option.strip() != "" for option in options)
        if not cell.lstrip().startswith(("[", "{", "(", '"', "'")):
            assert all("".join(ch for ch in option if ch.isalnum()) in words for option in options)
