"""The message of the first run, which compiles the optimizer."""

import pytest

from ok_match import Program, Sheet, match, partition
from ok_match.model import Sizes
from tests.builders import sheet_of


@pytest.mark.parametrize("prepared", [True, False])
def test_only_the_first_run_says_that_it_prepares_the_optimizer(
    prepared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partition, "is_prepared", lambda: prepared)
    monkeypatch.setattr(partition, "forget_others", lambda: None)
    rows = [[f"p{i}@people.example", f"P{i}", "", "", "sell bread", "", "", ""] for i in range(4)]
    stages: list[str] = []
    program = Program(cohorts=Sizes(min=2, max=2))
    match(Sheet("sheet.csv", sheet_of(rows)), program, progress=lambda stage, _done, _total: stages.append(stage))
    assert any("Preparing the optimiser" in stage for stage in stages) is not prepared
