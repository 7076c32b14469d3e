"""A finished run, as it is saved."""

from typing import Literal

from pydantic import Field

from ok_match.model.measures.terms import Bound, Score
from ok_match.model.noun import Noun
from ok_match.model.people.conflict import Conflict
from ok_match.model.people.participant import Participant
from ok_match.model.programs.program import Program
from ok_match.model.sheets.correction import Correction
from ok_match.model.sheets.intake import Column, Detected, Problem, RowAccount

from .explanation import Explanations
from .roster import Roster
from .second_opinions import SecondOpinions

SCHEMA: Literal["ok-match/record/1"] = "ok-match/record/1"


class Fingerprint(Noun):
    """Which sheet was read: its file name and the SHA-256 of its bytes, in hexadecimal."""

    name: str
    sha256: str


class Taken(Noun):
    """Which of the alternatives looked for the facilitator took: their number, and how many were asked for.

    ``price`` is by how many units the roster is worse than the first choice; below 0 it is better.
    """

    alternative: int
    wanted: int
    price: int


class Provenance(Noun):
    """What made this record: with the same sheet, program, seed, engine and version it comes out the same.

    ``model`` names a text model of the user's own, by its folder and files; ``None``: that of ok-match, or none.
    ``taken`` says which alternative the roster is; ``None``: the first choice.
    """

    version: str
    seed: int
    engine: str
    sheet: Fingerprint
    model: Fingerprint | None = None
    taken: Taken | None = None


class IntakeSummary(Noun):
    """What became of the sheet's rows and columns, and every problem found."""

    detected: Detected
    rows: RowAccount
    columns: tuple[Column, ...]
    problems: tuple[Problem, ...]


class Record(Noun):
    """A finished run: what every report is made from, and what next season's history is read from.

    It holds people's own words and is for the facilitator only.
    """

    schema_: Literal["ok-match/record/1"] = Field(SCHEMA, alias="schema")
    provenance: Provenance
    program: Program
    intake: IntakeSummary
    participants: tuple[Participant, ...]
    roster: Roster
    score: Score
    bound: Bound | None = None
    explanations: Explanations
    corrections: tuple[Correction, ...] = ()
    second_opinions: SecondOpinions | None = None
    conflicts: tuple[Conflict, ...] = ()

    def to_json(self) -> str:
        """Give the record as JSON text, ending in a newline; the same record gives the same bytes."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"
