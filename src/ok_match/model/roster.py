"""Who sits where, and who waits."""

from .intake import Held
from .noun import Noun
from .terms import Evidence


class Cohort(Noun):
    """A group formed. ``members`` are participant ids, sorted; ``label`` is short and stays ("1", "2", ...)."""

    label: str
    name: str
    members: tuple[str, ...]


class Reason(Noun):
    """A rule that holds somebody out of a cohort (``cohort`` empty: out of every cohort), with its evidence."""

    rule: str
    cohort: str = ""
    evidence: tuple[Evidence, ...] = ()


class Waiting(Noun):
    """Somebody without a seat, with the rules that hold them out."""

    participant: str
    reasons: tuple[Reason, ...]


class Roster(Noun):
    """All cohorts and everybody who has no seat: with the cohorts, a partition of the intake's people."""

    cohorts: tuple[Cohort, ...]
    waitlist: tuple[Waiting, ...]
    held: tuple[Held, ...]
