"""Names for cohorts: distinct, from what the members share, and safe to say aloud."""

from collections.abc import Mapping, Sequence

from ok_match.model import CohortExplanation, CommonGround, Facet, Ground

#: Words of a written theme are used for a name only if members wrote them under these facets.
OPEN = (Facet.GOALS, Facet.OPPORTUNITIES)
LONGEST = 60


def name_cohorts(
    explanations: Sequence[CohortExplanation], sizes: Sequence[int], given: Mapping[str, str]
) -> tuple[str, ...]:
    """Name each cohort after the theme that most of its members share and no other cohort is named after.

    ``given`` holds the names that the facilitator chose, by label; they come first. A name may reach the members,
    so nothing is taken from what only the facilitator should see: ticked themes, and words that at least two members
    used in goals or opportunities.
    """
    wishes = [
        (ground.ground is Ground.TICKED, len(ground.members) / sizes[turn], -turn, ground.theme, turn)
        for turn, explanation in enumerate(explanations)
        for ground in explanation.shared
        if _sayable(ground)
    ]
    names = {turn: given[one.label] for turn, one in enumerate(explanations) if one.label in given}
    taken = {name.casefold() for name in names.values()}
    for _, _, _, theme, turn in sorted(wishes, key=lambda wish: (not wish[0], -wish[1], -wish[2], wish[3])):
        if turn not in names and theme.casefold() not in taken:
            names[turn] = theme
            taken.add(theme.casefold())
    return tuple(
        _title(names[turn]) if turn in names else f"Cohort {explanation.label}"
        for turn, explanation in enumerate(explanations)
    )


def _sayable(ground: CommonGround) -> bool:
    openly = {q.participant for q in ground.quotations if q.statement.facet in OPEN}
    return (
        len(ground.theme) <= LONGEST
        and ground.ground is not Ground.AREA
        and (ground.ground is Ground.TICKED or len(openly) >= 2)
    )


def _title(theme: str) -> str:
    return theme[:1].upper() + theme[1:]
