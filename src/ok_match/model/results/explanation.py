"""Why each cohort, and each seat in it, is as it is: data that the renderers put into words."""

from ok_match.model.measures.affinity import Gift, Ground, Link
from ok_match.model.measures.terms import Evidence, Finding
from ok_match.model.noun import Noun
from ok_match.model.people.participant import Statement


class Quotation(Noun):
    """What somebody wrote or ticked, word for word."""

    participant: str
    statement: Statement


class CommonGround(Noun):
    """A theme that several members of a cohort share, with the statements that show it.

    ``members`` are the ids of all who spoke of it; ``quotations`` holds at most one for each of them.
    """

    theme: str
    ground: Ground
    members: tuple[str, ...]
    quotations: tuple[Quotation, ...]


class Variety(Noun):
    """The values that members have of one trait, the smallest amount first, and who has which."""

    trait: str
    values: tuple[Evidence, ...]


class LoneTrait(Noun):
    """A value of a trait that only one member of a cohort has."""

    trait: str
    value: str
    participant: str


class CohortExplanation(Noun):
    """Why one cohort is as it is.

    Attributes
    ----------
    common_ground : int
        Mean affinity between two members, 0-1000.
    shared : tuple of CommonGround
        What most binds the cohort, strongest first.
    industries : tuple of Evidence
        Each industry and who works in it, most members first.
    findings : tuple of Finding
        What each rule says of this cohort; over all cohorts the costs add up to the score.
    weakest : str
        The id of the member who shares least with the others.
    various : tuple of Variety
        The other traits in which members differ.
    alone : tuple of LoneTrait
        Who is the only one of a kind here.
    silent : tuple of str
        The ids of members who gave no answer in which common ground could be looked for.
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
    """Somebody in the same cohort, how much is shared (0-1000), and the statements that show it."""

    participant: str
    affinity: int
    links: tuple[Link, ...]


class OtherSeat(Noun):
    """The best seat elsewhere that keeps every must.

    ``swap_with`` is the id of the one who would change places, or empty for a plain move. ``price`` is by how
    many units (see ``ok_match.model.terms.POINT``) the whole roster would be worse; never negative.
    """

    cohort: str
    swap_with: str
    price: int


class SeatExplanation(Noun):
    """Why one person sits where they sit.

    ``common_ground`` is the mean affinity to the others in the cohort, 0-1000; ``closest`` holds those whom
    they share most with, nearest first; ``gives`` and ``gets`` what they could give to others in the cohort and
    get from them, best first; ``other_seat`` is ``None`` where no other seat keeps every must.
    """

    participant: str
    cohort: str
    common_ground: int
    closest: tuple[Peer, ...]
    gives: tuple[Gift, ...]
    gets: tuple[Gift, ...]
    other_seat: OtherSeat | None


class Explanations(Noun):
    """The explanations of a whole roster. ``everyone`` is the mean affinity of any two people of the intake.

    ``nearby`` says that for each person only the cohorts with most in common were looked at: among very many people.
    """

    everyone: int
    nearby: bool = False
    cohorts: tuple[CohortExplanation, ...]
    people: tuple[SeatExplanation, ...]
