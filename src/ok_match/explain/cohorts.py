"""Why a cohort is as it is: what its members share, and how various their work is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ok_match.model import (
    Affinity,
    CohortExplanation,
    CommonGround,
    Evidence,
    Facet,
    Finding,
    Ground,
    Participant,
    Quotation,
    Theme,
    ThemeMention,
)

from .spoken import Spoken
from .variety import alone, various

#: How many themes are told of a cohort, of each kind.
TICKED, WRITTEN = 3, 3


def explain_cohort(
    label: str,
    members: Sequence[int],
    people: Sequence[Participant],
    affinity: Affinity,
    spoken: Spoken,
    findings: tuple[Finding, ...],
) -> CohortExplanation:
    """Gather what a facilitator would want to know of one cohort; ``members`` are positions, ascending."""
    shared = affinity.table(members)
    means = dict(zip(members, mean_affinities(shared), strict=True))
    industries = defaultdict(list)
    for i in members:
        industries[people[i].industry].append(people[i].id)
    return CohortExplanation(
        label=label,
        common_ground=ground_of(shared),
        shared=shared_ground(members, people, spoken),
        industries=tuple(
            Evidence(label=industry, people=tuple(ids))
            for industry, ids in sorted(industries.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
        ),
        findings=findings,
        weakest=people[min(members, key=lambda i: (means[i], people[i].id))].id,
        various=various(members, people),
        alone=alone(members, people),
        silent=tuple(people[i].id for i in members if not people[i].statements),
    )


def mean_affinities(shared: Sequence[Sequence[int]]) -> list[int]:
    """Give each member's mean affinity to the other members, 0-1000, from those of all pairs; 0 for somebody alone."""
    return [rounded_mean(sum(row), len(shared) - 1) for row in shared]


def ground_of(shared: Sequence[Sequence[int]]) -> int:
    """Give the mean affinity of all pairs of members, 0-1000; 0 where there is none."""
    return rounded_mean(sum(map(sum, shared)), len(shared) * (len(shared) - 1))


def rounded_mean(total: int, count: int) -> int:
    """Give the mean of whole numbers from their sum, rounded to the nearest (halves up); 0 of none."""
    return (2 * total + count) // (2 * count) if count > 0 else 0


def shared_ground(members: Sequence[int], people: Sequence[Participant], spoken: Spoken) -> tuple[CommonGround, ...]:
    """Choose the themes that bind these members more than they bind everybody, strongest first."""
    found = []
    for turn, here in spoken.among(members):
        if len(here) > 1:
            lift = len(here) - spoken.holders(turn) * len(members) / len(people)
            found.append(_Bond(round(lift, 9), turn, spoken.themes[turn], here))
    found.sort(key=lambda one: (-one.lift, -len(one.here), one.theme.name))
    ticked = [one for one in found if one.theme.ground is Ground.TICKED][:TICKED]
    ticked.sort(key=lambda one: (-len(one.here), -one.lift, one.theme.name))
    # Where boxes were ticked, a word that two members happen to use is noise beside them.
    least = 3 if ticked else 2
    written: list[_Bond] = []
    for one in found:
        enough = one.theme.ground is not Ground.TICKED and len(one.here) >= least and len(written) < WRITTEN
        if enough and not _told_already(one, written, spoken):
            written.append(one)
    return tuple(_common_ground(one, people, spoken) for one in ticked + written)


class _Bond(NamedTuple):
    """A theme, the members to whom it belongs, and by how many they are more than in any such cohort."""

    lift: float
    turn: int
    theme: Theme
    here: list[int]


def _told_already(one: _Bond, chosen: Sequence[_Bond], spoken: Spoken) -> bool:
    """Say whether a chosen theme rests on the very same statements of these people."""
    mine = _statements(one, spoken)
    return any(mine <= _statements(other, spoken) for other in chosen)


def _statements(one: _Bond, spoken: Spoken) -> set[ThemeMention]:
    return {mention for i in one.here for mention in spoken.mentions(one.turn, i)}


def _common_ground(one: _Bond, people: Sequence[Participant], spoken: Spoken) -> CommonGround:
    quotations = []
    for i in one.here:
        written = [m for m in spoken.mentions(one.turn, i) if m.statement.facet is not Facet.THEMES]
        if written:
            # The likeliest is the one to show; of several as likely, the shortest.
            best = min(written, key=lambda m: (-m.fit, len(m.statement.text), m.statement.text))
            quotations.append(Quotation(participant=people[i].id, statement=best.statement))
    return CommonGround(
        theme=one.theme.name,
        ground=one.theme.ground,
        members=tuple(people[i].id for i in one.here),
        quotations=tuple(quotations),
    )
