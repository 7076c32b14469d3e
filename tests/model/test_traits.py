"""Typed traits in a record: written where they are set, and read from text where an older record lacks them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.model import Grade, MeetingMode, Place, Trait

PLACE = Place(row=2, column="When")
#: As records wrote traits before any of them was typed.
BEFORE = {"place": {"row": 2, "column": "When"}, "original": "", "number": None}


def before(name: str, *values: str) -> str:
    return json.dumps({"name": name, "values": values, **BEFORE}, separators=(",", ":"))


@pytest.mark.parametrize(
    ("name", "values", "field", "typed"),
    [
        ("time_zone", ["UTC+5:30"], "offset", 330),
        ("time_zone", ["UTC"], "offset", 0),
        ("time_zone", ["Pacific"], "offset", None),
        ("facilitate", ["no"], "yes", False),
        ("mode", ["in person"], "mode", MeetingMode.IN_PERSON),
        ("ratings", ["Trust: 4"], "grades", (Grade(label="Trust", step=4),)),
        ("ratings", ["Candour: 3 of 5"], "grades", (Grade(label="Candour", step=3),)),
        ("dues", ["$1M-5M"], "edge", 1e6),
        ("dues", ["a bit"], "edge", None),
    ],
)
def test_a_trait_of_an_older_record_is_typed_and_written_again_as_it_was(
    name: str, values: list[str], field: str, typed: object
) -> None:
    written = before(name, *values)
    trait = Trait.model_validate_json(written)
    assert getattr(trait, field) == typed
    assert trait.model_dump_json() == written


@pytest.mark.parametrize(
    "trait",
    [
        Trait(name="time_zone", values=("UTC-8",), place=PLACE, offset=-480),
        Trait(name="facilitate", values=("no",), place=PLACE, yes=False),
        Trait(name="mode", values=("either",), place=PLACE, mode=MeetingMode.EITHER),
        Trait(name="ratings", values=("Trust: 4",), place=PLACE, grades=(Grade(label="Trust", step=4),)),
        Trait(name="town", values=("Boise",), place=PLACE),
    ],
)
def test_a_trait_reads_back_and_is_written_only_where_it_is_typed(trait: Trait) -> None:
    written = trait.model_dump_json()
    again = Trait.model_validate_json(written)
    assert (again, again.model_dump_json()) == (trait, written)
    typed = {"edge", "offset", "yes", "mode", "grades"}
    assert len(typed & set(json.loads(written))) == (trait.name != "town")


def test_what_is_set_counts_more_than_the_text() -> None:
    assert Trait(name="time_zone", values=("UTC-8",), place=PLACE, offset=-420).offset == -420


@given(st.sampled_from(["time_zone", "facilitate", "mode", "ratings", "dues"]), st.lists(st.text(), max_size=3))
def test_no_text_of_an_older_record_keeps_it_from_being_read(name: str, values: list[str]) -> None:
    written = before(name, *values)
    assert json.loads(Trait.model_validate_json(written).model_dump_json()) == json.loads(written)
