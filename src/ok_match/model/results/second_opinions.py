"""Other rosters that are nearly as good, and how stable each seat is across them."""

from ok_match.model.measures.terms import Score
from ok_match.model.noun import Noun

from .roster import Cohort


class RosterFigures(Noun):
    """The key figures of a roster.

    Attributes
    ----------
    common_ground : int
        The mean over all seats of a person's mean affinity with the other members of the cohort, 0-1000.
    weakest_seat : str
        The id of the person with the lowest mean; ``weakest_seat_ground`` is that mean.
    weakest_cohort : str
        The label of the cohort with the lowest mean; ``weakest_cohort_ground`` is that mean.
    similar_work : int
        The number of pairs from one sector, over all cohorts.
    """

    common_ground: int
    weakest_seat: str
    weakest_seat_ground: int
    weakest_cohort: str
    weakest_cohort_ground: int
    similar_work: int


class SecondOpinion(Noun):
    """An alternative roster that keeps every must.

    Attributes
    ----------
    cohorts : tuple of Cohort
        Each has the label of the cohort in the roster with which it shares most members.
    waiting : tuple of str
        The ids of the people who wait.
    score : Score
        Its score.
    price : int
        How much worse it is than the roster, in units of 1/POINT affinity point. Negative if it is better; a longer
        search would then have found it too.
    figures : RosterFigures
        Its key figures.
    moved : tuple of str
        The ids of everybody whose cohort differs, or who waits in only one of the two.
    """

    cohorts: tuple[Cohort, ...]
    waiting: tuple[str, ...]
    score: Score
    price: int
    figures: RosterFigures
    moved: tuple[str, ...]


class Firmness(Noun):
    """The number of nearly equal rosters in which a person sits in the same cohort."""

    participant: str
    same: int


class SecondOpinions(Noun):
    """Alternatives to a roster, and the stability of each seat.

    Attributes
    ----------
    wanted : int
        The number of alternatives requested. There may be fewer that are nearly as good and clearly different.
    figures : RosterFigures
        Those of the roster itself, for comparison.
    opinions : tuple of SecondOpinion
        The alternatives, best first. In each, at least a quarter of the people sit elsewhere.
    rosters : int
        The number of rosters known to be nearly as good, this one included; ``seats`` counts among them.
    seats : tuple of Firmness
        One for each person, sorted by id.
    """

    wanted: int
    figures: RosterFigures
    opinions: tuple[SecondOpinion, ...]
    rosters: int
    seats: tuple[Firmness, ...]
