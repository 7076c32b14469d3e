"""Sheets that are easily misread, by other hands: see ``tests/data/kinds/README.md``."""

import pytest

from .cases import Case, cases
from .judging import faults

CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}-{case.name}")
def test_a_sheet_is_read_as_a_careful_person_would(case: Case) -> None:
    assert faults(case) == []


def test_there_are_ten_sheets_of_each_kind() -> None:
    kinds = [case.kind for case in CASES]
    assert {kind: kinds.count(kind) >= 10 for kind in kinds} == {f"K{number:02}": True for number in range(1, 27)}
