"""The same people in the exports of many form tools: every tool yields the same people.

``tests/data/dialects/people.json`` holds the people, and ``expected.json`` the differences between files.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pytest

from ok_match import Intake, Sheet, check
from ok_match.model import WRITTEN_FACETS, Facet, Participant

from .sheets import DATA

DIALECTS = DATA / "dialects"
EXPECTED: Mapping[str, Any] = json.loads((DIALECTS / "expected.json").read_text("utf-8"))
PEOPLE: Mapping[str, Any] = {
    person["email"]: person for person in json.loads((DIALECTS / "people.json").read_text("utf-8"))
}
AS_WRITTEN = ("role", "town", "keep_apart", "notes")
BANDS = {"team_size": "team_band", "revenue": "revenue_band"}
files = pytest.mark.parametrize("name", EXPECTED)


@cache
def intake_of(name: str) -> Intake:
    return check(Sheet(name, (DIALECTS / name).read_bytes()))


def placed(name: str) -> dict[str, Participant]:
    """The people of a file who are not held, by email address."""
    return {person.email: person for person in intake_of(name).participants}


def asking(*fields: str) -> Any:
    """A test that runs once for each file and field that its form asks for."""
    cases = [(name, field) for name in EXPECTED for field in fields if field in EXPECTED[name]["asks"]]
    return pytest.mark.parametrize(("name", "field"), cases)


def one_line(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def is_yes(answers: Iterable[str]) -> bool:
    return one_line(answers).casefold().startswith(("yes", "true", "1", "checked"))


def test_every_file_is_expected_and_every_expected_file_is_there() -> None:
    kept = {path.name for path in DIALECTS.iterdir() if path.suffix not in {".py", ".json"} and path.is_file()}
    assert kept == set(EXPECTED)


@files
def test_the_format_of_the_file_is_recognized(name: str) -> None:
    detected = intake_of(name).detected
    for what, value in EXPECTED[name]["detected"].items():
        assert (what, getattr(detected, what)) == (what, value)


@files
def test_every_row_is_accounted_for(name: str) -> None:
    assert intake_of(name).rows.model_dump() == EXPECTED[name]["rows"]


@files
def test_people_who_did_not_consent_or_finish_are_held(name: str) -> None:
    assert sorted(held.email for held in intake_of(name).held) == EXPECTED[name]["held"]


@files
def test_the_same_people_are_placed(name: str) -> None:
    held = set(EXPECTED[name]["held"])
    assert {email: person.name for email, person in placed(name).items()} == {
        email: f"{person['first']} {person['last']}" for email, person in PEOPLE.items() if email not in held
    }


@asking("organisation", "industry")
def test_people_have_the_same_labels(name: str, field: str) -> None:
    read = {email: getattr(person, field) for email, person in placed(name).items()}
    assert read == {email: PEOPLE[email][field] for email in read}


@asking(*WRITTEN_FACETS)
def test_people_say_the_same_under_each_facet(name: str, field: str) -> None:
    read = {
        email: [statement.text for statement in person.said(Facet(field))] for email, person in placed(name).items()
    }
    assert read == {email: list(PEOPLE[email][field]) for email in read}


@asking("themes")
def test_people_ticked_the_same_options_and_keep_their_own_words(name: str, field: str) -> None:
    read = {
        email: {statement.text for statement in person.said(Facet.THEMES)} for email, person in placed(name).items()
    }
    own = {email: {PEOPLE[email]["own_theme"]} - {""} for email in read}
    assert read == {email: {*PEOPLE[email]["themes"], *own[email]} for email in read}


@asking("availability")
def test_people_can_meet_at_the_same_times(name: str, field: str) -> None:
    read = {email: {slot.casefold() for slot in person.trait(field)} for email, person in placed(name).items()}
    assert read == {email: {slot.casefold() for slot in PEOPLE[email]["slots"]} for email in read}


@asking(*AS_WRITTEN)
def test_traits_are_kept_as_they_were_written(name: str, field: str) -> None:
    read = {email: one_line(person.trait(field)) for email, person in placed(name).items()}
    assert read == {email: PEOPLE[email][field] for email in read}


@asking("share_contact")
def test_consent_to_share_an_address_is_kept_for_each_person(name: str, field: str) -> None:
    read = {email: is_yes(person.trait(field)) for email, person in placed(name).items()}
    assert read == {email: PEOPLE[email][field] for email in read}


@asking(*BANDS)
def test_amounts_in_any_words_become_the_same_bands(name: str, field: str) -> None:
    read = {email: one_line(person.trait(field)) for email, person in placed(name).items()}
    assert read == {email: PEOPLE[email][BANDS[field]] or "" for email in read}


@files
def test_no_field_is_invented_that_the_form_does_not_ask_for(name: str) -> None:
    known = {field for expected in EXPECTED.values() for field in expected["asks"]}
    read = {column.field for column in intake_of(name).columns if column.field}
    assert read & known <= set(EXPECTED[name]["asks"])
