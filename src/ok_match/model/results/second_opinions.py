"""Other rosters that are nearly as good, and how firm each seat is among them."""

from ok_match.model.measures.terms import Score
from ok_match.model.noun import Noun

from .roster import Cohort


class RosterFigures(Noun):
    """What a roster comes to.

    Attributes
    ----------
    common_ground : int
        The mean over all seats of what a person shares with the others in the cohort, 0-1000.
    weakest_seat : str
        The id of the person who shares least, and ``weakest_seat_ground`` how much.
    weakest_cohort : str
        The label of the cohort whose members share least, and ``weakest_cohort_ground`` how much.
    similar_work : int
        Pairs of members who work in one line of work, over all cohorts.
    """

    common_ground: int
    weakest_seat: str
    weakest_seat_ground: int
    weakest_cohort: str
    weakest_cohort_ground: int
    similar_work: int


class SecondOpinion(Noun):
    """Another roster that keeps every must.

    Its cohorts have the labels of those of the roster that they share most members with. ``moved`` are the ids of
    all who sit elsewhere, or wait where they sat, or sit where they waited; ``price`` is by how many units (see
    ``ok_match.model.terms.POINT``) it is worse; below 0 it is better, which a longer search would have found too.
    """

    cohorts: tuple[Cohort, ...]
    waiting: tuple[str, ...]
    score: Score
    price: int
    figures: RosterFigures
    moved: tuple[str, ...]


class Firmness(Noun):
    """In how many of the rosters that are nearly as good somebody sits in the same cohort."""

    participant: str
    same: int


class SecondOpinions(Noun):
    """What else could be done, and how sure each seat is.

    Attributes
    ----------
    wanted : int
        How many other rosters were asked for; fewer are told where no more are nearly as good and really different.
    figures : RosterFigures
        Those of the roster itself, to compare with.
    opinions : tuple of SecondOpinion
        At least a quarter of the people sit elsewhere in each, best first.
    rosters : int
        How many rosters are known that are nearly as good, this one included; ``seats`` counts among them.
    seats : tuple of Firmness
        One for each person, in the order of ids.
    """

    wanted: int
    figures: RosterFigures
    opinions: tuple[SecondOpinion, ...]
    rosters: int
    seats: tuple[Firmness, ...]
