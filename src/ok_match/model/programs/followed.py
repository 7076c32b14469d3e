"""The cohorts of an earlier run that a new run follows, so that they keep their labels and names."""

from ok_match.model.fingerprint import Fingerprint
from ok_match.model.noun import Noun


class FollowedCohort(Noun):
    """A cohort as it was: its label and name, and its members by e-mail address or, without one, by id."""

    label: str
    name: str
    members: tuple[str, ...]


class Followed(Noun):
    """The cohorts of an earlier record, and the file that they come from."""

    record: Fingerprint
    cohorts: tuple[FollowedCohort, ...]
