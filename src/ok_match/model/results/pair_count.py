"""The pairs in one cohort that a rule would rather part, beside what chance and necessity would give."""

from ok_match.model.noun import Noun


class PairCount(Noun):
    """The number of pairs of one kind who share a cohort, such as people who met in an earlier season.

    Attributes
    ----------
    rule : str
        The rule that would rather part them.
    pairs : int
        The pairs who share a cohort; each counts once.
    among : int
        The pairs of that kind among everybody to be placed.
    random : float
        The expected number over random rosters of the same sizes, rules aside; rounded to a tenth.
    fewest : int
        A proven lower bound for any roster of the same sizes, rules aside.
    basis : str
        What the rule mixes instead of its usual kinds, in this sheet; empty for the usual ones.
    unknown : int
        The people of whom it is not known whether they are of such a pair.
    exact : bool
        Whether some roster of these sizes, rules aside, has no more than ``fewest``.
    """

    rule: str
    pairs: int
    among: int
    random: float
    fewest: int
    exact: bool
    basis: str = ""
    unknown: int = 0
