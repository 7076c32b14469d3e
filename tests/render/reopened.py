"""A small run, reopened, and where everybody sits in it."""

from ok_match import Options, Program, Record, Sheet, match
from ok_match.model import Rule, Sizes
from ok_match.season import Reopened, reopen
from tests.conftest import SAMPLES


def of_hand_kept(*rules: Rule, size: int = 6) -> Reopened:
    """The hand-kept sheet, matched under these rules in cohorts of one size, and reopened."""
    sheet = SAMPLES / "hand-kept.csv"
    program = Program(cohorts=Sizes(min=size, max=size), rules=rules)
    return reopen(match(Sheet(sheet.name, sheet.read_bytes()), program, Options(engine="lexical")))


def labels_of(record: Record) -> dict[str, int]:
    """Everybody's cohort, counted from 0; those who wait come after the last."""
    waiting = {person.participant: len(record.roster.cohorts) for person in record.roster.waitlist}
    seated = {member: number for number, cohort in enumerate(record.roster.cohorts) for member in cohort.members}
    return waiting | seated
