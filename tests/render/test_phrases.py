"""Small pieces of English."""

import pytest
from hypothesis import given, settings

from ok_match.model import POINT, RowAccount
from ok_match.render.words.phrases import (
    LONGEST_QUOTE,
    Names,
    count,
    listed,
    of_full,
    points,
    priced,
    quoted,
    row_account,
    spaced,
    which_cohorts,
)
from tests.builders import participant
from tests.strategies import answers


@pytest.mark.parametrize(
    ("number", "nouns", "text"),
    [
        (0, ("cohort",), "0 cohorts"),
        (1, ("cohort",), "1 cohort"),
        (2, ("cohort",), "2 cohorts"),
        (1, ("person", "people"), "1 person"),
        (3, ("person", "people"), "3 people"),
        (0, ("person", "people"), "0 people"),
    ],
)
def test_a_number_comes_with_its_noun(number: int, nouns: tuple[str, ...], text: str) -> None:
    assert count(number, *nouns) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (("a", "b"), "a and b")],
)
def test_words_are_joined_as_people_do(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_the_last_joint_may_be_another() -> None:
    assert listed(["7", "8"], "or") == "7 or 8"


def test_lines_are_joined_with_a_text_between() -> None:
    assert spaced([("a",), ("b", "c"), ("d",)], ", ", " and ") == ("a", ", ", "b", "c", " and ", "d")
    assert spaced([("a",), ("b",)], "; ") == ("a", "; ", "b")
    assert spaced([], "; ") == ()


@pytest.mark.parametrize(
    ("units", "text"),
    [
        (0, "0 points"),
        (1, "less than 1 point"),
        (POINT - 1, "less than 1 point"),
        (POINT, "1 point"),
        (POINT + POINT // 2 - 1, "1 point"),
        (POINT + POINT // 2, "2 points"),
        (25 * POINT, "25 points"),
    ],
)
def test_a_price_is_in_whole_points(units: int, text: str) -> None:
    assert points(units) == text


@pytest.mark.parametrize(
    ("units", "text"),
    [(0, "cost nothing"), (5 * POINT, "cost 5 points"), (-POINT, "gain 1 point"), (1, "cost less than 1 point")],
)
def test_a_change_costs_or_gains_or_neither(units: int, text: str) -> None:
    assert priced(units) == text


@pytest.mark.parametrize(
    ("labels", "total", "text"),
    [
        (["2"], 5, "cohort 2"),
        (["1", "3"], 5, "cohorts 1 and 3"),
        (["1", "2", "3"], 3, "cohorts 1, 2 and 3"),
        (["1", "2", "3", "4"], 4, "every cohort"),
    ],
)
def test_cohorts_are_listed_by_label_unless_a_long_list_names_them_all(
    labels: list[str], total: int, text: str
) -> None:
    assert which_cohorts(labels, total) == text


def test_an_affinity_comes_with_its_scale() -> None:
    assert of_full(161) == "161 of 1000"


def test_an_account_of_rows_adds_up_before_the_readers_eyes() -> None:
    account = RowAccount(data=38, people=35, merged=1, dropped=2, held=0)
    assert row_account(account) == ("38 = 35 people + 1 merged + 2 dropped + 0 held",)


@given(answers)
@settings(max_examples=50, deadline=None)
def test_a_quotation_is_a_short_line_of_the_original_text(text: str) -> None:
    quotation = quoted(text).text
    line = " ".join(text.split())
    assert len(quotation) <= LONGEST_QUOTE + 2
    assert "\n" not in quotation
    assert quotation == line or (quotation.endswith(" …") and line.startswith(quotation.removesuffix(" …")))


def test_a_long_quotation_ends_with_a_whole_word() -> None:
    quotation = quoted("word " * 60).text
    assert set(quotation.removesuffix(" …").split()) == {"word"}
    assert len(quotation) > LONGEST_QUOTE - 10


def test_people_are_called_by_name() -> None:
    names = Names([participant("Ana", id="1"), participant("Bo", id="2"), participant("Cy", id="3")])
    assert names["1"] == "Ana"
    assert names.all(["1", "3", "2"]) == "Ana, Cy and Bo"


def test_namesakes_are_distinguished_by_organisation_address_or_id() -> None:
    names = Names(
        [
            participant("Ana", id="1", organisation="Owl"),
            participant("ana", id="2", email="ana@people.example"),
            participant("ANA", id="3", email=""),
            participant("Bo", id="4", organisation="Owl"),
        ]
    )
    assert [names[person_id] for person_id in "1234"] == ["Ana (Owl)", "ana (ana@people.example)", "ANA (3)", "Bo"]


def test_namesakes_from_one_organisation_are_distinguished() -> None:
    names = Names([participant("Ana", id=n, organisation="Owl", email=f"{n}@people.example") for n in "12"])
    assert names["1"] != names["2"]
