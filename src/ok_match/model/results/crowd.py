"""A cohort in which one kind of people has more than its fair share."""

from ok_match.model.noun import Noun


class Crowd(Noun):
    """More people of one kind in a cohort than an even deal would give it.

    Attributes
    ----------
    rule : str
        The rule that would rather deal them evenly.
    cohort : str
        The cohort's label.
    kind : str
        The kind: a sector, ``nonprofit``, or what the rule deals instead.
    people : tuple of str
        Those in the cohort.
    share : int
        The fair share: the most that any cohort has in an even deal.
    price : int or None
        What the whole roster would lose in common ground, in thousandths of it, if one of them swapped seats with
        somebody of another kind, and no other crowd grew for it; 0 where nothing would be lost. ``None`` where no such
        swap was found that keeps every must.
    """

    rule: str
    cohort: str
    kind: str
    people: tuple[str, ...]
    share: int
    price: int | None = None
