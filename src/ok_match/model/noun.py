"""The base of every noun that is written to a record."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """An immutable value that reads back from JSON exactly as it was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)
