"""Explanations of cohorts and seats, as data; the renderers write the sentences."""

from ok_match.model.measures.affinity import Gift, Ground, Link
from ok_match.model.measures.terms import Evidence, Finding
from ok_match.model.noun import Noun
from ok_match.model.people.participant import Statement


class Quotation(Noun):
    """A statement, verbatim, and the person who wrote or ticked it."""

    participant: str
    statement: Statement


class CommonGround(Noun):
    """A theme that several members of a cohort share, with the statements that show it.

    ``members`` are the ids of everybody who mentioned it; ``quotations`` has at most one for each of them.
    """

    theme: str
    ground: Ground
    members: tuple[str, ...]
    quotations: tuple[Quotation, ...]


class Variety(Noun):
    """The values of one trait among the members, lowest amount first, with the members who have each."""

    trait: str
    values: tuple[Evidence, ...]


class LoneTrait(Noun):
    """A trait value that only one member of a cohort has."""

    trait: str
    value: str
    participant: str


class CohortExplanation(Noun):
    """The explanation of one cohort.

    Attributes
    ----------
    label : str
        The cohort's label.
    common_ground : int
        The mean affinity of two members, 0-1000.
    shared : tuple of CommonGround
        The themes that bind the cohort, strongest first.
    industries : tuple of Evidence
        Each industry and its members, most members first.
    findings : tuple of Finding
        The verdict of each rule on this cohort. Over all cohorts, the costs add up to the score.
    weakest : str
        The id of the member who shares least with the others.
    various : tuple of Variety
        The other traits in which members differ.
    alone : tuple of LoneTrait
        The traits in which one member is the only one of a kind.
    silent : tuple of str
        The ids of members who gave no answers from which to judge common ground.
    """

    label: str
    common_ground: int
    shared: tuple[CommonGround, ...]
    industries: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    weakest: str
    various: tuple[Variety, ...] = ()
    alone: tuple[LoneTrait, ...] = ()
    silent: tuple[str, ...] = ()


class Peer(Noun):
    """Another member of the cohort, the affinity with them (0-1000), and the statements that show it."""

    participant: str
    affinity: int
    links: tuple[Link, ...]


class OtherSeat(Noun):
    """The best seat in another cohort that keeps every must.

    Attributes
    ----------
    cohort : str
        The label of that cohort.
    swap_with : str
        The id of the person who would change places; empty for a plain move.
    price : int
        How much worse the whole roster would be, in units of 1/POINT affinity point; never negative.
    """

    cohort: str
    swap_with: str
    price: int


class SeatExplanation(Noun):
    """The explanation of one person's seat.

    Attributes
    ----------
    participant, cohort : str
        The person's id and the cohort's label.
    common_ground : int
        The mean affinity with the other members, 0-1000.
    closest : tuple of Peer
        The members with whom they share most, nearest first.
    gives, gets : tuple of Gift
        What they could give to other members, and get from them, best first.
    other_seat : OtherSeat or None
        The best other seat; ``None`` where no other seat keeps every must.
    """

    participant: str
    cohort: str
    common_ground: int
    closest: tuple[Peer, ...]
    gives: tuple[Gift, ...]
    gets: tuple[Gift, ...]
    other_seat: OtherSeat | None


class Explanations(Noun):
    """The explanations of a whole roster.

    Attributes
    ----------
    everyone : int
        The mean affinity of any two people in the intake, 0-1000.
    nearby : bool
        Whether other seats were sought only in the cohorts with most in common, as in very large intakes.
    cohorts : tuple of CohortExplanation
        One for each cohort.
    people : tuple of SeatExplanation
        One for each person with a seat.
    """

    everyone: int
    nearby: bool = False
    cohorts: tuple[CohortExplanation, ...]
    people: tuple[SeatExplanation, ...]
