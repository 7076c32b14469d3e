"""Pages about one person, one cohort and two people, from a scene and the record behind it."""

from __future__ import annotations

from ok_match.model import (
    MISSING,
    Cohort,
    CohortExplanation,
    CohortPage,
    CommonGround,
    Facet,
    FacetShare,
    FacetWeights,
    Held,
    OtherSeat,
    Pairing,
    PairPage,
    Peer,
    PersonPage,
    Portrait,
    SeatExplanation,
    Standing,
    Waiting,
    WhyNotPage,
)

from .bonds import bonds_between, bonds_of, forbidden
from .cohorts import mean_affinities
from .exchanges import Price, exchange
from .scene import Scene
from .seats import best_first


def portrait(scene: Scene, person: int) -> Portrait:
    """The identity and status of a person who sits or waits."""
    participant = scene.people[person]
    number = scene.cohort_of(person)
    return Portrait(
        participant=participant.id,
        name=participant.name,
        email=participant.email,
        organisation=participant.organisation,
        industry=participant.industry,
        row=participant.row,
        standing=Standing.WAITING if number is None else Standing.SEATED,
        cohort="" if number is None else scene.labels[number],
    )


def held_portrait(held: Held) -> Portrait:
    """The identity and status of a held person, as far as the record has them."""
    return Portrait(
        participant=held.participant,
        name=held.name,
        email=held.email,
        organisation="",
        industry="",
        row=held.row,
        standing=Standing.HELD,
        held_for=held.reasons,
    )


def seated_page(
    scene: Scene, person: int, shared: tuple[CommonGround, ...], other_seat: OtherSeat | None, *, faithful: bool
) -> PersonPage:
    """The page of a person with a seat; ``shared`` are the themes of their cohort."""
    me = scene.people[person]
    number = scene.cohort_of(person)
    members = scene.cohorts[number] if number is not None else ()
    shared_with = scene.affinity.table(members)
    row = members.index(person)
    near = dict(zip(members, shared_with[row], strict=True))
    others = sorted((j for j in members if j != person), key=lambda j: (-near[j], scene.people[j].id))
    gives = [gift for j in others for gift in scene.affinity.gifts(person, j)]
    gets = [gift for j in others for gift in scene.affinity.gifts(j, person)]
    return PersonPage(
        faithful=faithful,
        who=portrait(scene, person),
        statements=me.statements,
        can_come=me.trait("availability"),
        common_ground=mean_affinities(shared_with)[row],
        shared=tuple(ground for ground in shared if me.id in ground.members),
        peers=tuple(
            Peer(participant=scene.people[j].id, affinity=near[j], links=scene.affinity.links(person, j))
            for j in others
        ),
        gives=best_first(gives),
        gets=best_first(gets),
        bonds=bonds_of(scene, person),
        other_seat=other_seat,
    )


def waiting_page(scene: Scene, person: int, waiting: Waiting, *, faithful: bool) -> PersonPage:
    """The page of a waiting person: what they wrote, and what keeps them out of each cohort."""
    me = scene.people[person]
    return PersonPage(
        faithful=faithful,
        who=portrait(scene, person),
        statements=me.statements,
        can_come=me.trait("availability"),
        bonds=bonds_of(scene, person),
        waits_for=waiting.reasons,
    )


def cohort_page(
    scene: Scene, cohort: Cohort, explanation: CohortExplanation, seats: tuple[SeatExplanation, ...], *, faithful: bool
) -> CohortPage:
    """The page of a cohort, with the affinity of every two of its members."""
    members = scene.cohorts[scene.labels.index(cohort.label)]
    shared = scene.affinity.table(members)
    pairs = sorted((-shared[a][b], i, j) for a, i in enumerate(members) for b, j in enumerate(members) if i < j)
    return CohortPage(
        faithful=faithful,
        cohort=cohort,
        explanation=explanation,
        seats=seats,
        pairs=tuple(
            Pairing(first=scene.people[i].id, second=scene.people[j].id, affinity=-less) for less, i, j in pairs
        ),
    )


def pair_page(scene: Scene, first: int, second: int, weights: FacetWeights, *, faithful: bool) -> PairPage:
    """The page of two people: what they share, facet by facet, and how the rules affect them."""
    together = _sit_together(scene, first, second)
    return PairPage(
        faithful=faithful,
        first=portrait(scene, first),
        second=portrait(scene, second),
        together=together,
        affinity=scene.affinity.of(first, second),
        facets=tuple(_facet_share(scene, facet, first, second, weights) for facet in Facet),
        links=scene.affinity.links(first, second),
        gives=scene.affinity.gifts(first, second),
        gets=scene.affinity.gifts(second, first),
        forbidden=() if together else forbidden(scene, first, second),
        bonds=bonds_between(scene, first, second),
    )


def why_not_page(scene: Scene, first: int, second: int, price: Price, *, faithful: bool) -> WhyNotPage:
    """The page on why two people sit apart: the musts that forbid it, or the cost of seating each with the other."""
    together = _sit_together(scene, first, second)
    reasons = () if together else forbidden(scene, first, second)
    ways = [] if together or reasons else [
        exchange(scene, first, second, price),
        exchange(scene, second, first, price),
    ]  # fmt: skip
    return WhyNotPage(
        faithful=faithful,
        first=portrait(scene, first),
        second=portrait(scene, second),
        together=together,
        affinity=scene.affinity.of(first, second),
        forbidden=reasons,
        exchanges=tuple(way for way in ways if way),
    )


def _sit_together(scene: Scene, first: int, second: int) -> bool:
    number = scene.cohort_of(first)
    return number is not None and number == scene.cohort_of(second)


def _facet_share(scene: Scene, facet: Facet, first: int, second: int, weights: FacetWeights) -> FacetShare:
    shared = scene.affinity.facet(facet, first, second)
    return FacetShare(facet=facet, affinity=None if shared == MISSING else shared, weight=getattr(weights, facet.value))
