"""Pages about one person, one cohort or two people, as data; the renderers write the sentences."""

from enum import StrEnum
from typing import Literal

from ok_match.model.measures.affinity import Gift, Link
from ok_match.model.measures.terms import Evidence
from ok_match.model.noun import Noun
from ok_match.model.people.participant import Facet, Statement
from ok_match.model.strength import Strength

from .explanation import CohortExplanation, CommonGround, OtherSeat, Peer, SeatExplanation
from .roster import Cohort, Reason


class Standing(StrEnum):
    """The status of a person after a run."""

    SEATED = "seated"
    WAITING = "waiting"
    HELD = "held"


class Portrait(Noun):
    """A person's identity and status.

    Attributes
    ----------
    row : int
        Their row in the sheet, as the spreadsheet numbers it.
    cohort : str
        The label of their cohort; empty without a seat.
    held_for : tuple of str
        The reasons why they are held, if they are.
    """

    participant: str
    name: str
    email: str
    organisation: str
    industry: str
    row: int
    standing: Standing
    cohort: str = ""
    held_for: tuple[str, ...] = ()


class Bond(Noun):
    """The effect of one rule on people: whether it keeps those named apart, or where they are.

    Empty evidence names nobody; the rule then concerns everybody on the page.
    """

    rule: str
    strength: Strength
    apart: bool
    evidence: tuple[Evidence, ...] = ()


class PersonPage(Noun):
    """Everything about one person's seat.

    Attributes
    ----------
    faithful : bool
        Whether the recomputed figures equal those of the record to the last unit; false where another version of
        ok-match made it.
    who : Portrait
        The person.
    statements : tuple of Statement
        What they wrote and ticked, verbatim; empty for a held person, whose answers the record does not keep.
    can_come : tuple of str
        The times that suit them; empty where they gave none.
    common_ground : int or None
        The mean affinity with the other members of the cohort, 0-1000.
    shared : tuple of CommonGround
        The themes of their cohort that they mentioned.
    peers : tuple of Peer
        Every other member of the cohort, nearest first, with the statements that show what they share.
    gives, gets : tuple of Gift
        What they could give to other members, and get from them, best first.
    bonds : tuple of Bond
        The rules that name them in their cohort, and those that keep them apart from anybody.
    other_seat : OtherSeat or None
        The best seat in another cohort; ``None`` where no other seat keeps every must.
    waits_for : tuple of Reason
        For a waiting person: what keeps them out of each cohort.
    """

    kind: Literal["person"] = "person"
    faithful: bool
    who: Portrait
    statements: tuple[Statement, ...] = ()
    can_come: tuple[str, ...] = ()
    common_ground: int | None = None
    shared: tuple[CommonGround, ...] = ()
    peers: tuple[Peer, ...] = ()
    gives: tuple[Gift, ...] = ()
    gets: tuple[Gift, ...] = ()
    bonds: tuple[Bond, ...] = ()
    other_seat: OtherSeat | None = None
    waits_for: tuple[Reason, ...] = ()


class Pairing(Noun):
    """Two people and their affinity, 0-1000."""

    first: str
    second: str
    affinity: int


class CohortPage(Noun):
    """Everything about one cohort. ``pairs`` has every two of its members, highest affinity first."""

    kind: Literal["cohort"] = "cohort"
    faithful: bool
    cohort: Cohort
    explanation: CohortExplanation
    seats: tuple[SeatExplanation, ...]
    pairs: tuple[Pairing, ...]


class FacetShare(Noun):
    """The affinity of two people in one facet, 0-1000, or ``None`` where they did not both answer.

    ``weight`` is the weight of the facet in the program; with 0 it does not count.
    """

    facet: Facet
    affinity: int | None
    weight: int


class PairPage(Noun):
    """What two people share, and how the rules affect them.

    Attributes
    ----------
    together : bool
        Whether they sit in one cohort.
    affinity : int or None
        0-1000; ``None`` if either is held.
    facets : tuple of FacetShare
        Their affinity in each facet.
    links : tuple of Link
        The statements that show what they share; ``mine`` is the first person's.
    gives, gets : tuple of Gift
        What the first could give to the second, and get from them.
    forbidden : tuple of Reason
        The musts that no cohort with both could keep.
    bonds : tuple of Bond
        The other rules that part them or bind them.
    """

    kind: Literal["pair"] = "pair"
    faithful: bool
    first: Portrait
    second: Portrait
    together: bool
    affinity: int | None = None
    facets: tuple[FacetShare, ...] = ()
    links: tuple[Link, ...] = ()
    gives: tuple[Gift, ...] = ()
    gets: tuple[Gift, ...] = ()
    forbidden: tuple[Reason, ...] = ()
    bonds: tuple[Bond, ...] = ()


class Barrier(Noun):
    """A must, or ``size``, that an exchange would break.

    Attributes
    ----------
    swap_with : tuple of str
        The ids of the people with whom a swap would break it.
    move : bool
        Whether a plain move would break it.
    """

    rule: str
    swap_with: tuple[str, ...] = ()
    move: bool = False


class Exchange(Noun):
    """A way for one person to get a seat in another cohort.

    Attributes
    ----------
    person, cohort : str
        The person's id and the label of the other cohort.
    best : OtherSeat or None
        The cheapest single swap or move that keeps every must and the sizes, and leaves the other person of the page
        in place.
    barriers : tuple of Barrier
        Where there is none: what each swap or move would break.
    """

    person: str
    cohort: str
    best: OtherSeat | None
    barriers: tuple[Barrier, ...] = ()


class WhyNotPage(Noun):
    """The reasons why two people are not in one cohort.

    Attributes
    ----------
    together : bool
        Whether they sit in one cohort after all.
    affinity : int or None
        0-1000; ``None`` if either is held.
    forbidden : tuple of Reason
        The musts that no cohort with both could keep.
    exchanges : tuple of Exchange
        If none is forbidden: the cost of seating each with the other.
    """

    kind: Literal["why_not"] = "why_not"
    faithful: bool
    first: Portrait
    second: Portrait
    together: bool
    affinity: int | None = None
    forbidden: tuple[Reason, ...] = ()
    exchanges: tuple[Exchange, ...] = ()


SeatPage = PersonPage | CohortPage | PairPage | WhyNotPage
