"""Errors carry data, and keep it from one process to another."""

import pickle

import pytest

from ok_match import ImpossibleError, LeftoverError, ModelError, ProgramError, RecordError, SheetError
from ok_match.model import Predicament, Relief, Rule
from tests.builders import participant

PREDICAMENT = Predicament(
    obstacle="apart",
    found=3,
    limit=2,
    people=("ana", "bo"),
    rules=(Rule(rule="apart"),),
    total=2,
    waiting=None,
    reliefs=(Relief(rule="size", value="2-4"),),
    participants=(participant("Ana", goals="tell nobody"), participant("Bo")),
)


@pytest.mark.parametrize("kind", [SheetError, ProgramError, RecordError, ModelError])
def test_an_error_is_the_same_in_another_process(kind: type[SheetError]) -> None:
    error = kind("here", "is wrong.", "Nothing was matched.", "mend it.")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert vars(again) == vars(error)
    assert str(again) == str(error)


@pytest.mark.parametrize("kind", [ImpossibleError, LeftoverError])
def test_a_predicament_travels_with_its_error_and_its_people_stay_out_of_the_text(kind: type[ImpossibleError]) -> None:
    error = kind(PREDICAMENT)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert again.predicament == PREDICAMENT
    assert "apart" in str(error)
    assert "Ana" not in str(error)
    assert "tell nobody" not in str(error)
