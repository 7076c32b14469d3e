"""The roster: the cohorts, and the people who wait."""

from ok_match.model.measures.terms import Evidence
from ok_match.model.noun import Noun
from ok_match.model.sheets.intake import Held


class Cohort(Noun):
    """A group of people. ``label`` ("1", "2", ...) is short and permanent; ``members`` are participant ids, sorted."""

    label: str
    name: str
    members: tuple[str, ...]


class Reason(Noun):
    """A rule that keeps somebody out of a cohort, with its evidence. An empty ``cohort`` means every cohort."""

    rule: str
    cohort: str = ""
    evidence: tuple[Evidence, ...] = ()


class Way(Noun):
    """One change that would let a waiting person join a cohort while everybody else stays; it was tried and works.

    Attributes
    ----------
    cohort : str
        The label of the cohort.
    rule : str
        The rule that would not apply between the people named in the evidence. For ``meeting_slot`` with one label and
        no people: a time that would have to suit this person too. Empty where only the size changes.
    evidence : tuple of Evidence
        The labels and the people concerned.
    size : int
        The size of the cohort afterwards if it exceeds the largest permitted; else 0.
    """

    cohort: str
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    size: int = 0


class Waiting(Noun):
    """A person without a seat, the rules that keep them out, and the ways to seat them, smallest change first."""

    participant: str
    reasons: tuple[Reason, ...]
    ways: tuple[Way, ...] = ()


class Relief(Noun):
    """One change to the program that leaves fewer people waiting; it was solved and works.

    Attributes
    ----------
    rule : str
        The rule that changes; ``size`` for the sizes, ``count`` for the number of cohorts, ``leftovers`` for the
        treatment of people without a seat.
    people : tuple of str
        The ids of the people whom the rule names, if any.
    setting : str
        The argument that changes; ``strength`` where the rule becomes a should; empty where the rule is switched off.
    value : str
        The new value of the argument; for sizes, a range such as ``6-11``.
    waiting : int
        The number of people who would still wait.
    """

    rule: str
    people: tuple[str, ...] = ()
    setting: str = ""
    value: str = ""
    waiting: int = 0


class Kept(Noun):
    """A cohort that goes by the label of an earlier one, of ``was`` members; ``kept`` of them sit in it now."""

    label: str
    was: int
    kept: int


class Suited(Noun):
    """Sizes that were chosen for a sheet because the usual ones do not suit it.

    Attributes
    ----------
    low, high : int
        The smallest and the largest size permitted, in people.
    usual_low, usual_high : int
        The usual sizes.
    usual_waiting : int or None
        The number of people who would wait with the usual sizes; ``None`` where no cohort could be formed.
    """

    low: int
    high: int
    usual_low: int
    usual_high: int
    usual_waiting: int | None


class Roster(Noun):
    """All cohorts and everybody without a seat: together, each person of the intake exactly once.

    Attributes
    ----------
    waitlist : tuple of Waiting
        The people who wait for a seat.
    held : tuple of Held
        The people who were held back and not placed.
    reliefs : tuple of Relief
        Changes to the program that would leave fewer people waiting, smallest first.
    stretched : int
        The number of people by which cohorts could exceed the largest size, so that fewer wait, where the program
        permits it. Where the number of cohorts is given, the largest size is that of even cohorts.
    kept : tuple of Kept
        The cohorts that go by the label of one in the record that the program follows; empty where it follows none.
    strayed : tuple of str
        The labels that fixed seats gave to a cohort although, by most members in common, another would bear them.
    suited : Suited or None
        The sizes chosen for this sheet; ``None`` where they were stated, or are the usual ones.
    """

    cohorts: tuple[Cohort, ...]
    waitlist: tuple[Waiting, ...]
    held: tuple[Held, ...]
    reliefs: tuple[Relief, ...] = ()
    stretched: int = 0
    kept: tuple[Kept, ...] = ()
    strayed: tuple[str, ...] = ()
    suited: Suited | None = None
