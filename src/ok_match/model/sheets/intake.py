"""What one sheet holds, and what became of each of its rows."""

from enum import StrEnum

from pydantic import model_validator

from ok_match.model.noun import Noun
from ok_match.model.people.conflict import Conflict
from ok_match.model.people.participant import Facet, Participant


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


class Visibility(StrEnum):
    """Who may see what stands in a column: everybody in the cohort, or the facilitator alone."""

    COHORT = "cohort"
    FACILITATOR = "facilitator"


class Column(Noun):
    """One column of the sheet and the field it was recognised as (``None``: ignored), with the reason.

    Attributes
    ----------
    confidence : int
        How sure the recognition is, 0 to 100; of an ignored column, how sure it is that it can be ignored.
    visibility : Visibility
        Who may see what stands in it; what is ignored is for the facilitator alone.
    """

    position: int
    header: str
    field: str | None
    reason: str
    confidence: int = 100
    visibility: Visibility = Visibility.FACILITATOR
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
    """What the file turned out to be.

    ``tool`` names the form tool that wrote it, where it gives itself away; ``header_rows`` is 3 for some.
    """

    format: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    tool: str = ""
    header_rows: int = 1


#: What matching would like to know of everybody, in the order in which reports list it.
WISHED = ("name", "email", "organisation", "industry", *Facet, "availability")


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

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the sheet has a column for."""
        return frozenset(column.field for column in self.columns if column.field)

    def missing(self, person: Participant) -> tuple[str, ...]:
        """Give what the sheet asked for, of ``WISHED``, and this person left out."""
        asked = self.fields | ({"name"} if self.fields & {"first_name", "last_name"} else set())
        has = {facet.value: bool(person.said(facet)) for facet in Facet} | {
            "name": person.name != person.email,
            "email": bool(person.email),
            "organisation": bool(person.organisation),
            "industry": bool(person.industry),
            "availability": bool(person.trait("availability")),
        }
        return tuple(str(field) for field in WISHED if field in asked and not has[field])

    @property
    def undecided(self) -> bool:
        """Whether the facilitator has something to decide before this sheet can be matched as it is meant.

        So it is where a question was not understood or a column may be two things, where somebody is held, and where
        nobody is left to place.
        """
        severe = any(problem.severity is Severity.ERROR or problem.code == "unsure-column" for problem in self.problems)
        return severe or bool(self.held) or not self.participants
