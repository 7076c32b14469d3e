"""A saved record comes back, or is refused in words that help."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from ok_match import Options, Record, RecordError, Sheet, match, read_record
from tests.builders import sheet_of

QUOTE = "my partner wants to sell"


@pytest.fixture(scope="module")
def saved() -> str:
    """A small record, as it was written."""
    rows = [[f"p{n}@people.example", f"P{n}", "", "", QUOTE, "", "", ""] for n in range(6)]
    return match(Sheet("sheet.csv", sheet_of(rows)), options=Options(engine="lexical")).to_json()


def without(*path: str | int) -> Callable[[Any], None]:
    """Make a change that takes one piece out."""

    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


def put(value: object, *path: str | int) -> Callable[[Any], None]:
    """Make a change that puts another value in."""

    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def test_a_record_comes_back_as_it_was(saved: str) -> None:
    record = read_record(saved)
    assert isinstance(record, Record)
    assert record.to_json() == saved
    assert len(record.roster.cohorts[0].members) == 6


def test_layout_does_not_matter(saved: str) -> None:
    assert read_record(json.dumps(json.loads(saved))).to_json() == saved


BROKEN = {
    "roster": without("roster"),
    "schema": put("ok-match/record/2", "schema"),
    "participants": put([], "participants", 0),
    "roster cohorts 0 members": without("roster", "cohorts", 0, "members"),
    "score must": put("many", "score", "must"),
    "participants 0 statements 0 facet": put("dreams", "participants", 0, "statements", 0, "facet"),
    "intake rows": put(99, "intake", "rows", "people"),
    "shoe_size": put(42, "shoe_size"),
}


@pytest.mark.parametrize("place", BROKEN)
def test_a_broken_record_is_refused_with_the_place_of_the_fault(place: str, saved: str) -> None:
    data = json.loads(saved)
    BROKEN[place](data)
    with pytest.raises(RecordError) as caught:
        read_record(json.dumps(data), "spring.json")
    error = caught.value
    assert error.where == "spring.json"
    assert place in error.what
    assert error.advice
    assert QUOTE not in str(error)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "cohort,name\n1,Ana\n", "{}"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(RecordError, match="not a whole ok-match/record/1 record"):
        read_record(text)


def test_half_a_record_is_refused_without_quoting_it(saved: str) -> None:
    half = saved[: saved.index(QUOTE) + 5]
    with pytest.raises(RecordError) as caught:
        read_record(half)
    assert QUOTE[:5] not in str(caught.value)
