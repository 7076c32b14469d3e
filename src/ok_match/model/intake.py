"""What one sheet holds, and what became of each of its rows."""

from enum import StrEnum

from pydantic import model_validator

from .conflict import Conflict
from .noun import Noun
from .participant import Participant


class Severity(StrEnum):
    """How much a problem asks of the facilitator."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Problem(Noun):
    """One thing that is wrong or odd in the intake.

    Attributes
    ----------
    code : str
        Stable and documented, such as ``test-row``.
    row : int or None
        As the spreadsheet numbers it; ``None`` where the whole sheet or column is meant.
    value : str
        What was seen, cut to a readable length; never a confidential answer.
    """

    code: str
    severity: Severity
    row: int | None = None
    column: str = ""
    value: str = ""
    message: str
    advice: str


class Column(Noun):
    """One column of the sheet and the field it was recognised as (``None``: ignored), with the reason."""

    position: int
    header: str
    field: str | None
    reason: str
    sample: str = ""


class RowAccount(Noun):
    """What became of the data rows: ``people + merged + dropped + held == data``, always."""

    data: int
    people: int
    merged: int
    dropped: int
    held: int

    @model_validator(mode="after")
    def _adds_up(self) -> "RowAccount":
        if self.people + self.merged + self.dropped + self.held != self.data:
            raise ValueError("rows went missing")  # pragma: no cover - a defect of ours, never a bad sheet
        return self


class Held(Noun):
    """Somebody who is in the sheet but must not be placed yet, with the reasons."""

    participant: str
    name: str
    email: str
    row: int
    reasons: tuple[str, ...]


class Detected(Noun):
    """What the file turned out to be."""

    format: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


class Intake(Noun):
    """One sheet, understood. Participants are sorted by id, problems by row."""

    source: str
    sha256: str
    detected: Detected
    rows: RowAccount
    columns: tuple[Column, ...]
    participants: tuple[Participant, ...]
    held: tuple[Held, ...]
    problems: tuple[Problem, ...]
    conflicts: tuple[Conflict, ...] = ()
