"""The contents of a sheet, and what became of each of its rows."""

from enum import StrEnum

from pydantic import model_validator

from ok_match.model.noun import Noun
from ok_match.model.people.conflict import Conflict
from ok_match.model.people.participant import Facet, Participant
from ok_match.model.people.request import Request

from .visibility import Visibility


class Severity(StrEnum):
    """How much attention a problem asks of the facilitator.

    ``note``: nothing needs to be done. ``warning``: worth a look. ``decision``: something is unclear and only the
    facilitator can decide it; until then the cautious reading holds, and nobody and nothing is lost by it. ``error``:
    going on would lose or confuse something, so nothing is matched before it is decided.
    """

    NOTE = "note"
    WARNING = "warning"
    DECISION = "decision"
    ERROR = "error"

    @property
    def open(self) -> bool:
        """Whether the facilitator has to decide."""
        return self in (Severity.DECISION, Severity.ERROR)


class Problem(Noun):
    """One thing that is wrong or odd in a sheet.

    Attributes
    ----------
    code : str
        Stable and documented, such as ``test-row``.
    row : int or None
        As the spreadsheet numbers it; ``None`` for a problem of the whole sheet or column.
    value : str
        The value seen, cut to a readable length; never a confidential answer.
    """

    code: str
    severity: Severity
    row: int | None = None
    column: str = ""
    value: str = ""
    message: str
    advice: str

    def order(self) -> tuple[int, str, str]:
        """Where it stands among others: those of the whole sheet first, then by row, column and code."""
        return (self.row or 0, self.column, self.code)


class Column(Noun):
    """A column of a sheet and the field that it was recognised as (``None``: ignored), with the reason.

    Attributes
    ----------
    confidence : int
        How sure the recognition is, in percent; for an ignored column, how sure it is that it can be ignored.
    visibility : Visibility
        Who may see the column; an ignored one is for the facilitator alone.
    sample : str
        The first answer below the header, cut to a readable length.
    """

    position: int
    header: str
    field: str | None
    reason: str
    confidence: int = 100
    visibility: Visibility = Visibility.FACILITATOR
    sample: str = ""


class RowAccount(Noun):
    """What became of the data rows of a sheet; always ``people + merged + dropped + held == data``."""

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

    def with_dropped(self, rows: int) -> "RowAccount":
        """The same account, with some rows more that were left out."""
        return RowAccount(
            data=self.data + rows, people=self.people, merged=self.merged, dropped=self.dropped + rows, held=self.held
        )


class Held(Noun):
    """A person in the sheet who must not be placed yet; ``reasons`` are problem codes."""

    participant: str
    name: str
    email: str
    row: int
    reasons: tuple[str, ...]


class Detected(Noun):
    """The format of a file, as its content shows it; what it does not show is empty.

    Attributes
    ----------
    sheet : str
        The name of the sheet that was read, in a workbook.
    tool : str
        The form tool that wrote the file.
    header_rows : int
        How many rows the header takes; some tools write 2 or 3.
    """

    format: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    tool: str = ""
    header_rows: int = 1


#: What matching would like to know about everybody, in the order in which reports list it.
WISHED = ("name", "email", "organisation", "industry", *Facet, "availability")


class Intake(Noun):
    """A sheet as it was read. Participants are sorted by id, problems by row."""

    source: str
    sha256: str
    detected: Detected
    rows: RowAccount
    columns: tuple[Column, ...]
    participants: tuple[Participant, ...]
    held: tuple[Held, ...]
    problems: tuple[Problem, ...]
    conflicts: tuple[Conflict, ...] = ()
    requests: tuple[Request, ...] = ()

    def completed(
        self, conflicts: tuple[Conflict, ...], requests: tuple[Request, ...], problems: tuple[Problem, ...]
    ) -> "Intake":
        """The intake with what people wrote about one another, and the problems met in reading that."""
        every = tuple(sorted((*self.problems, *problems), key=Problem.order))
        return self.model_copy(update=dict(conflicts=conflicts, requests=requests, problems=every))  # noqa: C408

    def with_people(self, participants: tuple[Participant, ...]) -> "Intake":
        """The intake with the same people, of whom more is known."""
        return self.model_copy(update={"participants": participants})

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the sheet has a column for."""
        return frozenset(column.field for column in self.columns if column.field)

    def missing(self, person: Participant) -> tuple[str, ...]:
        """The fields, of ``WISHED``, that the sheet asks for and a person left out."""
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
    def decisions(self) -> tuple[Problem, ...]:
        """The problems that only the facilitator can decide: about columns, rows, people and wishes alike."""
        return tuple(problem for problem in self.problems if problem.severity.open)

    @property
    def undecided(self) -> bool:
        """Whether the facilitator has to decide something before the sheet can be matched as intended."""
        return bool(self.decisions or self.held) or not self.participants
