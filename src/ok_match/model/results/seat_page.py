"""What can be told of one person, one cohort or two people: data that the renderers put into words."""

from enum import StrEnum
from typing import Literal

from ok_match.model.measures.affinity import Gift, Link
from ok_match.model.measures.terms import Evidence, Strength
from ok_match.model.noun import Noun
from ok_match.model.people.participant import Facet, Statement

from .explanation import CohortExplanation, CommonGround, OtherSeat, Peer, SeatExplanation
from .roster import Cohort, Reason


class Standing(StrEnum):
    """Where somebody stands after a run."""

    SEATED = "seated"
    WAITING = "waiting"
    HELD = "held"


class Portrait(Noun):
    """Who somebody is and where they stand.

    ``cohort`` is the label of their cohort, empty for those without a seat; ``row`` is that of the sheet, as the
    spreadsheet numbers it; ``held_for`` holds the reasons for which somebody is held.
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
    """What one rule has to do with people: ``apart`` tells whether it parts those named, or holds them where they are.

    Empty evidence names nobody: the rule then speaks of everybody on the page.
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
        Whether what was computed again agrees with the record to the last unit; false where another version of
        ok-match made it.
    statements : tuple of Statement
        What they wrote and ticked, verbatim; empty for somebody held, whose answers the record does not keep.
    can_come : tuple of str
        The times at which they can come; empty where they gave none.
    common_ground : int or None
        Mean affinity to the others in the cohort, 0-1000.
    shared : tuple of CommonGround
        The themes that bind their cohort and that they have spoken of.
    peers : tuple of Peer
        Every other member of the cohort, nearest first, with the statements that show what is shared.
    gives, gets : tuple of Gift
        What they could give to members of the cohort and get from them, best first.
    bonds : tuple of Bond
        The rules that name them in their cohort, and those that keep them apart from anybody.
    other_seat : OtherSeat or None
        The best seat in another cohort; ``None`` where there is none that keeps every must.
    waits_for : tuple of Reason
        For somebody who waits: what holds them out of each cohort.
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
    """Everything about one cohort; ``pairs`` holds every two of its members, those who share most first."""

    kind: Literal["cohort"] = "cohort"
    faithful: bool
    cohort: Cohort
    explanation: CohortExplanation
    seats: tuple[SeatExplanation, ...]
    pairs: tuple[Pairing, ...]


class FacetShare(Noun):
    """What two people share under one facet, 0-1000, or ``None`` where they did not both answer.

    ``weight`` is what the facet counts in the program; with 0 it is not looked at.
    """

    facet: Facet
    affinity: int | None
    weight: int


class PairPage(Noun):
    """What two people share, and what the rules make of them.

    ``affinity`` is 0-1000, and ``None`` if either is held; ``links`` have the first person's statement as
    ``mine``; ``gives`` are from the first to the second, ``gets`` the other way; ``forbidden`` holds the musts
    that let no cohort have both, ``bonds`` the other rules that part them or bind them.
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
    """A must (or ``size``) that an exchange would break.

    ``swap_with`` holds the ids of those with whom changing places would break it; ``move`` tells whether a plain
    move would.
    """

    rule: str
    swap_with: tuple[str, ...] = ()
    move: bool = False


class Exchange(Noun):
    """How one person could come to sit in another cohort.

    ``best`` is the cheapest single swap or move that keeps every must and the sizes, and leaves the other person
    of the page where they are; where there is none, ``barriers`` says what each would break.
    """

    person: str
    cohort: str
    best: OtherSeat | None
    barriers: tuple[Barrier, ...] = ()


class WhyNotPage(Noun):
    """Why two people are not in one cohort.

    ``affinity`` is 0-1000, and ``None`` if either is held; ``forbidden`` holds the musts that let no cohort have
    both. Without any, ``exchanges`` tells what it would cost to seat the one with the other.
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
