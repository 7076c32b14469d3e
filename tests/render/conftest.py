"""The records of the samples, reopened."""

import pytest

from ok_match import Record
from ok_match.season import Reopened, reopen


@pytest.fixture(scope="session")
def reopened(records: dict[str, Record]) -> dict[str, Reopened]:
    """Every sample's record, saved, read back and reopened."""
    return {name: reopen(Record.model_validate_json(record.to_json())) for name, record in records.items()}
