"""Why a run could not seat everybody, as data: whoever shows it puts it into words."""

from ok_match.model.noun import Noun
from ok_match.model.people.participant import Participant
from ok_match.model.programs.program import Rule

from .roster import Relief


class Predicament(Noun):
    """What stands in the way of seating everybody, or of forming cohorts at all, and what would help.

    Attributes
    ----------
    obstacle : str
        The kind of obstacle, as ``partition.Obstacle`` names it; ``found`` and ``limit`` are explained there.
    people : tuple of str
        The ids of the people concerned.
    rules : tuple of Rule
        The rules that it comes from.
    total : int
        How many people there are to place.
    waiting : int or None
        How many of them would wait; ``None`` where no roster keeps every must.
    reliefs : tuple of Relief
        Changes of the program that were tried and help, the smallest first.
    participants : tuple of Participant
        Everybody to be placed, for the names. Left out where the predicament is written down.
    """

    obstacle: str
    found: int
    limit: int
    people: tuple[str, ...]
    rules: tuple[Rule, ...]
    total: int
    waiting: int | None
    reliefs: tuple[Relief, ...]
    participants: tuple[Participant, ...]
