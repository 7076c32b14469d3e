"""The cohorts of an earlier run, for a new run to keep their labels and names."""

from collections.abc import Callable
from hashlib import sha256

from ok_match.model import Fingerprint, Followed, FollowedCohort, Program, Record

from .history import cohorts_by_address


def follow(record: Record, name: str = "record", digest: str = "") -> Followed:
    """The cohorts of a record, for ``Program.follow``: the next cohorts keep their labels and names.

    Parameters
    ----------
    name : str
        The record's file name.
    digest : str
        The SHA-256 of the file, in hexadecimal; by default, of the record's own JSON.
    """
    cohorts = tuple(
        FollowedCohort(label=cohort.label, name=cohort.name, members=tuple(members))
        for cohort, members in zip(record.roster.cohorts, cohorts_by_address(record), strict=True)
    )
    digest = digest or sha256(record.to_json().encode()).hexdigest()
    return Followed(record=Fingerprint(name=name, sha256=digest), cohorts=cohorts)


def with_followed(program: Program, read: Callable[[str], Followed]) -> Program:
    """The program, with the cohorts of the record that it follows.

    Parameters
    ----------
    read : callable
        Maps the file that the program names to the cohorts of the record in it.
    """
    if not isinstance(program.follow, str):
        return program
    return program.model_copy(update={"follow": read(program.follow)})
