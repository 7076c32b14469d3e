"""Why a cohort is as it is: what its members share, and how various their work is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ok_match.model import (
    Affinity,
    CohortExplanation,
    CommonGround,
    Evidence,
    Facet,
    Finding,
    Ground,
    Mention,
    Participant,
    Quotation,
    Theme,
)

from .variety import alone, various

#: How many themes are told of a cohort, of each kind.
TICKED, WRITTEN = 3, 3


def explain_cohort(
    label: str,
    members: Sequence[int],
    people: Sequence[Participant],
    affinity: Affinity,
    themes: Sequence[Theme],
    findings: tuple[Finding, ...],
) -> CohortExplanation:
    """Gather what a facilitator would want to know of one cohort; ``members`` are positions, ascending."""
    means = {i: mean_affinity(affinity, i, members) for i in members}
    pairs = [int(affinity.overall[i, j]) for i in members for j in members if i < j]
    industries = defaultdict(list)
    for i in members:
        industries[people[i].industry].append(people[i].id)
    return CohortExplanation(
        label=label,
        common_ground=rounded_mean(pairs),
        shared=shared_ground(members, people, themes),
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


def mean_affinity(affinity: Affinity, person: int, members: Sequence[int]) -> int:
    """Give the mean affinity of a person to the other members, 0-1000; 0 for somebody alone."""
    return rounded_mean([int(affinity.overall[person, j]) for j in members if j != person])


def rounded_mean(values: Sequence[int]) -> int:
    """Give the mean of whole numbers, rounded to the nearest (halves up); 0 of none."""
    return (2 * sum(values) + len(values)) // (2 * len(values)) if values else 0


def shared_ground(
    members: Sequence[int], people: Sequence[Participant], themes: Sequence[Theme]
) -> tuple[CommonGround, ...]:
    """Choose the themes that bind these members more than they bind everybody, strongest first."""
    found = []
    for theme in themes:
        holders = holders_of(theme)
        here = [i for i in members if i in holders]
        if len(here) < 2:
            continue
        lift = len(here) - len(holders) * len(members) / len(people)
        found.append((lift, theme, here))
    found.sort(key=lambda item: (-round(item[0], 9), -len(item[2]), item[1].name))
    ticked = [item for item in found if item[1].ground is Ground.TICKED][:TICKED]
    ticked.sort(key=lambda item: (-len(item[2]), -round(item[0], 9), item[1].name))
    # Where boxes were ticked, a word that two members happen to use is noise beside them.
    least = 3 if ticked else 2
    written: list[tuple[float, Theme, list[int]]] = []
    for item in found:
        enough = item[1].ground is not Ground.TICKED and len(item[2]) >= least and len(written) < WRITTEN
        if enough and not _told_already(item[1], item[2], written):
            written.append(item)
    return tuple(_common_ground(theme, here, people) for _, theme, here in ticked + written)


def holders_of(theme: Theme) -> set[int]:
    """Give the people a theme belongs to: who ticked it, or who wrote of it."""
    ticked = theme.ground is Ground.TICKED
    return {m.participant for m in theme.mentions if (m.statement.facet is Facet.THEMES) == ticked}


def _told_already(theme: Theme, here: list[int], chosen: list[tuple[float, Theme, list[int]]]) -> bool:
    """Say whether a chosen theme rests on the very same statements of these people."""
    mine = _statements(theme, here)
    return any(mine <= _statements(other, there) for _, other, there in chosen)


def _statements(theme: Theme, here: list[int]) -> set[Mention]:
    return {mention for mention in theme.mentions if mention.participant in here}


def _common_ground(theme: Theme, here: list[int], people: Sequence[Participant]) -> CommonGround:
    quotations = []
    for i in here:
        spoken = [m for m in theme.mentions if m.participant == i and m.statement.facet is not Facet.THEMES]
        if spoken:
            # The likeliest is the one to show; of several as likely, the shortest.
            best = min(spoken, key=lambda m: (-m.fit, len(m.statement.text), m.statement.text))
            quotations.append(Quotation(participant=people[i].id, statement=best.statement))
    return CommonGround(
        theme=theme.name,
        ground=theme.ground,
        members=tuple(people[i].id for i in here),
        quotations=tuple(quotations),
    )
