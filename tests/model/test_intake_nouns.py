"""Nouns that reject inconsistent values."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from ok_match.model import Facet, RowAccount, Score, pair_share
from ok_match.model.measures.terms import POINT
from tests.builders import participant

numbers = st.integers(0, 50)


@given(numbers, numbers, numbers, numbers)
@settings(max_examples=50, deadline=None)
def test_an_account_of_rows_that_adds_up_is_accepted(people: int, merged: int, dropped: int, held: int) -> None:
    data = people + merged + dropped + held
    assert RowAccount(data=data, people=people, merged=merged, dropped=dropped, held=held).data == data


@given(numbers, numbers, st.integers(-5, 5).filter(bool))
@settings(max_examples=50, deadline=None)
def test_an_account_of_rows_that_does_not_add_up_is_rejected(people: int, held: int, off: int) -> None:
    with pytest.raises(ValidationError, match="rows went missing"):
        RowAccount(data=people + held + off, people=people, merged=0, dropped=0, held=held)


def test_a_person_has_statements_by_facet_and_traits_by_name() -> None:
    ana = participant("Ana", goals=["sell", "bake"], obstacles="time", slots=["Tue"])
    assert [statement.text for statement in ana.said(Facet.GOALS)] == ["sell", "bake"]
    assert ana.said(Facet.OFFERS) == ()
    assert ana.trait("availability") == ("Tue",)
    assert ana.trait("town") == ()


def test_musts_decide_before_seats_and_seats_before_wishes() -> None:
    best = Score(must=0, placed=9, should=50)
    assert (
        best
        > Score(must=0, placed=9, should=51)
        > Score(must=0, placed=8, should=0)
        > Score(must=1, placed=9, should=0)
    )
    assert best == Score(must=0, placed=9, should=50)


@pytest.mark.parametrize("size", range(2, 14))
def test_up_to_thirteen_a_mean_over_the_others_is_a_whole_number_of_units(size: int) -> None:
    assert pair_share(size) * (size - 1) == 2 * POINT


def test_somebody_alone_shares_with_nobody() -> None:
    assert pair_share(0) == pair_share(1) == 0
