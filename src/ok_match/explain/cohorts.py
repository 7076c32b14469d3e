"""The explanation of a cohort: what its members share, and how varied their work is."""

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

#: The most themes shown for a cohort, of each kind.
TICKED, WRITTEN = 3, 3


def explain_cohort(
    label: str,
    members: Sequence[int],
    people: Sequence[Participant],
    affinity: Affinity,
    spoken: Spoken,
    findings: tuple[Finding, ...],
) -> CohortExplanation:
    """The explanation of one cohort.

    Parameters
    ----------
    members : sequence of int
        The positions of its members in ``people``, ascending.
    findings : tuple of Finding
        The verdict of each rule on it.
    """
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
    """Each member's mean affinity with the other members, 0-1000, from an (m, m) table; 0 for somebody alone."""
    return [rounded_mean(sum(row), len(shared) - 1) for row in shared]


def ground_of(shared: Sequence[Sequence[int]]) -> int:
    """The mean affinity of all pairs of members, 0-1000, from an (m, m) table; 0 where there are no pairs."""
    return rounded_mean(sum(map(sum, shared)), len(shared) * (len(shared) - 1))


def rounded_mean(total: int, count: int) -> int:
    """The mean of ``count`` whole numbers from their sum, rounded half up; 0 if ``count`` is 0."""
    return (2 * total + count) // (2 * count) if count > 0 else 0


def shared_ground(members: Sequence[int], people: Sequence[Participant], spoken: Spoken) -> tuple[CommonGround, ...]:
    """The themes that bind these members more than they bind everybody, strongest first."""
    shared = []
    for number, holders in spoken.among(members):
        if len(holders) > 1:
            lift = len(holders) - spoken.holders(number) * len(members) / len(people)
            shared.append(_SharedTheme(round(lift, 9), number, spoken.themes[number], holders))
    shared.sort(key=lambda theme: (-theme.lift, -len(theme.holders), theme.name))
    ticked = [theme for theme in shared if theme.ground.chosen][:TICKED]
    ticked.sort(key=lambda theme: (-len(theme.holders), -theme.lift, theme.name))
    # Beside ticked boxes, a word that two members happen to use is noise.
    least = 3 if ticked else 2
    written: list[_SharedTheme] = []
    for theme in shared:
        eligible = not theme.ground.chosen and len(theme.holders) >= least and len(written) < WRITTEN
        if eligible and not _repeats(theme, written, spoken):
            written.append(theme)
    return tuple(_common_ground(theme, people, spoken) for theme in ticked + written)


class _SharedTheme(NamedTuple):
    """A theme and its holders in a cohort; ``lift`` is their number less that expected of a random cohort."""

    lift: float
    number: int
    theme: Theme
    holders: list[int]

    @property
    def name(self) -> str:
        return self.theme.name

    @property
    def ground(self) -> Ground:
        return self.theme.ground


def _repeats(theme: _SharedTheme, chosen: Sequence[_SharedTheme], spoken: Spoken) -> bool:
    """Whether a chosen theme already rests on the same statements of these people."""
    mine = _statements(theme, spoken)
    return any(mine <= _statements(other, spoken) for other in chosen)


def _statements(theme: _SharedTheme, spoken: Spoken) -> set[ThemeMention]:
    return {mention for i in theme.holders for mention in spoken.mentions(theme.number, i)}


def _common_ground(theme: _SharedTheme, people: Sequence[Participant], spoken: Spoken) -> CommonGround:
    quotations = []
    for i in theme.holders:
        written = [m for m in spoken.mentions(theme.number, i) if m.statement.facet is not Facet.THEMES]
        if written:
            # The likeliest; among equals, the shortest.
            best = min(written, key=lambda m: (-m.fit, len(m.statement.text), m.statement.text))
            quotations.append(Quotation(participant=people[i].id, statement=best.statement))
    return CommonGround(
        theme=theme.name,
        ground=theme.ground,
        members=tuple(people[i].id for i in theme.holders),
        quotations=tuple(quotations),
    )
