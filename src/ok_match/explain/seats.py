"""The explanation of each person's seat, and the reasons why somebody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ok_match.model import (
    Affinity,
    Facet,
    Finding,
    Gift,
    Ground,
    OtherSeat,
    Participant,
    Peer,
    Reason,
    SeatExplanation,
    Strength,
)

from .cohorts import mean_affinities

#: The number of nearest members shown for each person.
CLOSEST = 3

#: From the positions of a cohort's members, ascending, and its number, to the finding of every rule.
Judge = Callable[[Sequence[int], int], tuple[Finding, ...]]


def explain_seats(
    label: str,
    members: Sequence[int],
    people: Sequence[Participant],
    affinity: Affinity,
    other_seats: Sequence[OtherSeat | None],
) -> tuple[SeatExplanation, ...]:
    """For each member: the people with whom they share most, the statements that show it, and the best other seat.

    Parameters
    ----------
    members : sequence of int
        The positions of the cohort's members in ``people``, ascending.
    other_seats : sequence of OtherSeat or None
        The best other seat of each of ``people``.
    """
    shared = affinity.table(members)
    means = mean_affinities(shared)
    gifts = {(i, j): affinity.gifts(i, j) for i in members for j in members if i != j}
    seats = []
    for row, i in enumerate(members):
        near = dict(zip(members, shared[row], strict=True))
        others = sorted((j for j in members if j != i), key=lambda j: (-near[j], people[j].id))
        seats.append(
            SeatExplanation(
                participant=people[i].id,
                cohort=label,
                common_ground=means[row],
                closest=tuple(
                    Peer(participant=people[j].id, affinity=near[j], links=affinity.links(i, j))
                    for j in others[:CLOSEST]
                ),
                gives=best_first([gift for j in others for gift in gifts[i, j]]),
                gets=best_first([gift for j in others for gift in gifts[j, i]]),
                other_seat=other_seats[i],
            )
        )
    return tuple(seats)


def best_first(gifts: list[Gift]) -> tuple[Gift, ...]:
    """The gifts, offers before opportunities, and within each the surest and nearest first."""
    return tuple(
        sorted(
            gifts,
            key=lambda gift: (
                gift.offered.facet is not Facet.OFFERS,
                gift.ground is not Ground.THEME,
                -gift.affinity,
                gift.giver,
                gift.taker,
            ),
        )
    )


def waiting_reasons(
    person: int,
    cohorts: Sequence[Sequence[int]],
    labels: Sequence[str],
    largest: int,
    judge: Judge,
    asked: Iterable[int] | None = None,
) -> tuple[Reason, ...]:
    """For each cohort: the musts, or the size limit, that would break if the person joined it.

    Parameters
    ----------
    largest : int
        The largest permitted size, in people.
    asked : iterable of int, optional
        The numbers of the cohorts to consider; by default, all.
    """
    reasons = []
    for number in range(len(cohorts)) if asked is None else asked:
        members, label = cohorts[number], labels[number]
        joined = judge(sorted([*members, person]), number)
        before = judge(members, number)
        broken = [
            Reason(rule=after.rule, cohort=label, evidence=after.evidence)
            for earlier, after in zip(before, joined, strict=True)
            if after.strength is Strength.MUST and after.cost > earlier.cost
        ]
        if not broken and len(members) >= largest:
            broken = [Reason(rule="size", cohort=label)]
        reasons += broken
    return tuple(reasons)
