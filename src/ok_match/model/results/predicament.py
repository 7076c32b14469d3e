"""The reasons why a run could not seat everybody, as data."""

from ok_match.model.noun import Noun
from ok_match.model.people.participant import Participant
from ok_match.model.programs.program import Rule

from .roster import Relief


class Predicament(Noun):
    """An obstacle to seating everybody, or to forming cohorts at all, and the changes that would help.

    Attributes
    ----------
    obstacle : str
        The kind of obstacle: a value of ``partition.Obstacle``, which also defines ``found`` and ``limit``.
    people : tuple of str
        The ids of the people concerned.
    rules : tuple of Rule
        The rules that cause it.
    total : int
        The number of people to place.
    waiting : int or None
        The number of them who would wait; ``None`` where no roster keeps every must.
    reliefs : tuple of Relief
        Changes to the program that were tried and help, smallest first.
    participants : tuple of Participant
        Everybody to be placed, so that messages can name them. Left empty where the predicament is saved.
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
