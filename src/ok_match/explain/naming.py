"""Names of cohorts: distinct, drawn from what the members share, and safe to say aloud."""

from collections.abc import Mapping, Sequence

from ok_match.model import CohortExplanation, CommonGround, Facet, Ground

#: Written themes may name a cohort only if members wrote of them under these facets.
OPEN = (Facet.GOALS, Facet.OPPORTUNITIES)
#: The longest name, in characters.
LONGEST = 60


def name_cohorts(
    explanations: Sequence[CohortExplanation], sizes: Sequence[int], given: Mapping[str, str]
) -> tuple[str, ...]:
    """A name for each cohort: the theme shared by most of its members after which no other cohort is named.

    A name may reach the members, so it never reveals what only the facilitator should see. It is a ticked theme, or one
    that at least two members wrote of in their goals or opportunities.

    Parameters
    ----------
    sizes : sequence of int
        The number of members of each cohort.
    given : mapping of str to str
        The facilitator's names by label; they take precedence.
    """
    candidates = [
        (not ground.ground.chosen, -len(ground.members) / sizes[number], number, ground.theme)
        for number, explanation in enumerate(explanations)
        for ground in explanation.shared
        if _sayable(ground)
    ]
    labels = [explanation.label for explanation in explanations]
    names = {number: given[label] for number, label in enumerate(labels) if label in given}
    taken = {name.casefold() for name in names.values()}
    for _, _, number, theme in sorted(candidates):
        if number not in names and theme.casefold() not in taken:
            names[number] = theme
            taken.add(theme.casefold())
    return tuple(_title(names[number]) if number in names else f"Cohort {label}" for number, label in enumerate(labels))


def _sayable(ground: CommonGround) -> bool:
    openly = {q.participant for q in ground.quotations if q.statement.facet in OPEN}
    return (
        len(ground.theme) <= LONGEST and ground.ground is not Ground.AREA and (ground.ground.chosen or len(openly) >= 2)
    )


def _title(theme: str) -> str:
    return theme[:1].upper() + theme[1:]
