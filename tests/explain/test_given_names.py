"""A facilitator may name cohorts, and a name that fits no cohort is rejected."""

import pytest

from ok_match import Options, Program, ProgramError, Sheet, match
from tests.conftest import SAMPLES

SHEET = (SAMPLES / "hand-kept.csv").read_bytes()


def test_a_given_name_replaces_the_one_from_common_ground() -> None:
    record = match(Sheet("s.csv", SHEET), Program(names={"2": "The river"}), Options(engine="lexical"))
    assert [cohort.name for cohort in record.roster.cohorts][1] == "The river"
    assert record.roster.cohorts[0].name != "The river"


def test_a_name_for_a_cohort_that_does_not_exist_stops_the_run() -> None:
    with pytest.raises(ProgramError, match='no cohort "7"; 2 were formed'):
        match(Sheet("s.csv", SHEET), Program(names={"7": "Nobody"}), Options(engine="lexical"))
