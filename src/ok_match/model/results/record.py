"""The record: a finished run, as it is saved."""

from typing import Literal

from pydantic import Field

from ok_match.model.fingerprint import Fingerprint
from ok_match.model.measures.terms import Bound, Score
from ok_match.model.noun import Noun
from ok_match.model.people.conflict import Conflict
from ok_match.model.people.participant import Participant
from ok_match.model.programs.guidance import Guidance
from ok_match.model.programs.program import Program
from ok_match.model.sheets.correction import Correction
from ok_match.model.sheets.intake import Column, Detected, Problem, RowAccount

from .crowd import Crowd
from .explanation import Explanations
from .pair_count import PairCount
from .roster import Roster
from .second_opinions import SecondOpinions

SCHEMA: Literal["ok-match/record/1"] = "ok-match/record/1"


class Taken(Noun):
    """The alternative that the facilitator chose.

    Attributes
    ----------
    alternative, wanted : int
        Its number, from 1, and the number of alternatives that were requested.
    price : int
        How much worse it is than the first choice, in units of 1/POINT affinity point; negative if it is better.
    """

    alternative: int
    wanted: int
    price: int


class Provenance(Noun):
    """The origin of a record: the same sheet, program, seed, engine and version reproduce it exactly.

    Attributes
    ----------
    version : str
        The version of ok-match.
    seed : int
        The seed of the random generator.
    engine : str
        The name of the similarity engine.
    sheet : Fingerprint
        The sheet that was read.
    model : Fingerprint or None
        The user's own text model: its folder's name, and the sum of its files. ``None`` for the one in ok-match, or
        none at all.
    taken : Taken or None
        The alternative that the roster is; ``None`` for the first choice.
    """

    version: str
    seed: int
    engine: str
    sheet: Fingerprint
    model: Fingerprint | None = None
    taken: Taken | None = None


class IntakeSummary(Noun):
    """The account of the sheet's rows and columns, and every problem in it."""

    detected: Detected
    rows: RowAccount
    columns: tuple[Column, ...]
    problems: tuple[Problem, ...]


class Record(Noun):
    """A finished run: the source of every report, and of next season's history.

    It holds people's own words, so it is for the facilitator only.
    """

    schema_: Literal["ok-match/record/1"] = Field(SCHEMA, alias="schema")
    provenance: Provenance
    program: Program
    intake: IntakeSummary
    participants: tuple[Participant, ...]
    roster: Roster
    score: Score
    bound: Bound | None = None
    pair_counts: tuple[PairCount, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    explanations: Explanations
    corrections: tuple[Correction, ...] = ()
    second_opinions: SecondOpinions | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def unused_sectors(self) -> int:
        """The number of texts under ``[sectors]`` of the program that stand in nobody's answer."""
        written = {" ".join(person.work.text.casefold().split()) for person in self.participants}
        return len(self.program.sectors.keys() - written)

    @property
    def unused_acceptances(self) -> tuple[str, ...]:
        """The entries under ``accept`` of the program that fit no decision of the sheet."""
        return tuple(
            entry
            for entry in self.program.accept
            if not any(
                Guidance(accept=(entry,)).accepts(p.code, p.row, p.column, p.value) for p in self.intake.problems
            )
        )

    def pairs_of(self, rule: str) -> PairCount | None:
        """The count of the pairs whom a rule would rather part; ``None`` where the rule counts none."""
        return next((pairs for pairs in self.pair_counts if pairs.rule == rule), None)

    def to_json(self) -> str:
        """The record as JSON text that ends in a newline. Equal records have equal bytes."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"
