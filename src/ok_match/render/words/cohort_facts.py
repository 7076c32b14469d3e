"""What one cohort is like, in words: its variety, who is alone with something, and who shares least."""

from __future__ import annotations

from ok_match.model import CohortExplanation, LoneTrait, SeatExplanation, Variety
from ok_match.render.document import Line, Strong

from .links import subjects_of
from .phrases import Names, of_full

#: Trait to the noun for its values, singular and plural.
TRAITS = {
    "role": ("role", "roles"),
    "specialty": ("specialty", "specialties"),
    "years": ("years of experience", "years of experience"),
    "team_size": ("people on the team", "people on the team"),
    "revenue": ("revenue", "revenue"),
    "town": ("town", "towns"),
    "mode": ("way of meeting", "ways of meeting"),
    "time_zone": ("time zone", "time zones"),
}
#: Beyond this number, values are counted instead of listed.
LISTED = 5
#: The predicate for the only one with a value; ``{value}`` is what the sheet says.
ALONE = {
    "role": 'has the role "{value}"',
    "specialty": 'has the specialty "{value}"',
    "years": "has {value} years of experience",
    "team_size": "has a team of {value}",
    "revenue": "has revenue of {value}",
    "town": "is from {value}",
    "mode": "wants to meet {value}",
    "time_zone": "is in time zone {value}",
}
#: The same, for values with a predicate of their own.
ALONE_OF_A_KIND = {
    ("revenue", "none yet"): "is pre-revenue",
    ("team_size", "1"): "works alone",
    ("years", "under 1"): "has been at it for less than a year",
    ("mode", "either"): "would meet online or in person",
}


def various_line(explanation: CohortExplanation) -> Line:
    """The traits in which members differ, industries aside; empty where the sheet has none."""
    varieties = [_variety(variety) for variety in explanation.various]
    return ("; ".join(varieties),) if varieties else ()


def _variety(variety: Variety) -> str:
    singular, plural = TRAITS.get(variety.trait, (variety.trait, variety.trait))
    values = variety.values
    if len(values) > LISTED:
        if singular != plural:
            return f"{len(values)} {plural}"
        return f"{plural}: from {values[0].label} to {values[-1].label}"
    shown = [value.label if len(value.people) == 1 else f"{value.label} ({len(value.people)})" for value in values]
    return f"{plural}: {', '.join(shown)}"


def watch_lines(explanation: CohortExplanation, weakest: SeatExplanation, everyone: int, names: Names) -> list[Line]:
    """What a facilitator should watch: who is alone with something, gave no answers, or shares little."""
    lines: list[Line] = [_alone(lone, names) for lone in explanation.alone]
    lines += [
        (Strong(names[participant]), " gave no answers that could show common ground.")
        for participant in explanation.silent
    ]
    if weakest.participant not in explanation.silent and weakest.common_ground < everyone:
        lines.append(
            (
                Strong(names[weakest.participant]),
                f" shares less with this cohort than two people in the sheet share on average ({of_full(everyone)}).",
            )
        )
    return lines


def _alone(lone: LoneTrait, names: Names) -> Line:
    general = ALONE.get(lone.trait, 'has "{value}"').format(value=lone.value)
    predicate = ALONE_OF_A_KIND.get((lone.trait, lone.value)) or general
    return ("Only ", Strong(names[lone.participant]), f" {predicate}.")


def shares_least_line(weakest: SeatExplanation, names: Names) -> Line:
    """The member who shares least, how much that is, and with whom and on what they share most."""
    start: Line = (Strong(names[weakest.participant]), f", {of_full(weakest.common_ground)}")
    if not weakest.closest:
        return start
    nearest = weakest.closest[0]
    closest = f"; closest to {names[nearest.participant]}, {of_full(nearest.affinity)}"
    return (*start, closest, ": ", *subjects_of(nearest.links[0])) if nearest.links else (*start, closest)
