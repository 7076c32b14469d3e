"""Who sits where, and who waits."""

from ok_match.model.measures.terms import Evidence
from ok_match.model.noun import Noun
from ok_match.model.sheets.intake import Held


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


class Way(Noun):
    """One change that would let somebody who waits join a cohort, everybody else staying: it was tried, and holds.

    Attributes
    ----------
    rule : str
        What would have to give: a rule that does not count between them, or, for ``meeting_slot`` with one label of
        evidence and no people, a time that would have to suit this person too. Empty where only the size gives.
    size : int
        How many the cohort would then have, where that is more than it may; else 0.
    """

    cohort: str
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    size: int = 0


class Waiting(Noun):
    """Somebody without a seat, with the rules that hold them out, and what would seat them, the least change first."""

    participant: str
    reasons: tuple[Reason, ...]
    ways: tuple[Way, ...] = ()


class Relief(Noun):
    """One change of the program under which fewer people wait: it was solved, and holds.

    Attributes
    ----------
    rule : str
        The rule that changes; ``size`` for the sizes, ``count`` for the number of cohorts, ``leftovers`` for what
        becomes of those who are left.
    people : tuple of str
        The ids of those whom the rule names, where it names somebody.
    setting : str
        The argument that changes, or empty where the whole rule is off; ``strength`` where it becomes a should.
    value : str
        What the argument would be; ``6-11`` for sizes.
    waiting : int
        How many would wait.
    """

    rule: str
    people: tuple[str, ...] = ()
    setting: str = ""
    value: str = ""
    waiting: int = 0


class Roster(Noun):
    """All cohorts and everybody who has no seat: with the cohorts, a partition of the intake's people.

    ``reliefs`` are changes of the program under which fewer would wait, the smallest first; ``stretched`` is by how
    many people the largest size (that of even cohorts, where their number is given) could be exceeded, where the
    program allows it, so that fewer wait.
    """

    cohorts: tuple[Cohort, ...]
    waitlist: tuple[Waiting, ...]
    held: tuple[Held, ...]
    reliefs: tuple[Relief, ...] = ()
    stretched: int = 0
