"""What one cohort is like, in words: how various it is, who is alone in it, and who shares least."""

from __future__ import annotations

from ok_match.model import CohortExplanation, LoneTrait, SeatExplanation, Variety
from ok_match.render.document import Line, Strong

from .links import subjects_of
from .phrases import Names, of_full

#: Trait: what its values are called, one and many.
TRAITS = {
    "role": ("role", "roles"),
    "specialty": ("specialty", "specialties"),
    "years": ("years of experience", "years of experience"),
    "team_size": ("people in the team", "people in the team"),
    "revenue": ("revenue", "revenue"),
    "town": ("town", "towns"),
    "mode": ("way of meeting", "ways of meeting"),
    "time_zone": ("time zone", "time zones"),
}
#: More values than these are counted, not listed.
LISTED = 5
#: What it means to be the only one; ``{value}`` is what the sheet says.
ALONE = {
    "role": 'is "{value}" by role',
    "specialty": 'has the specialty "{value}"',
    "years": "has {value} years behind them",
    "team_size": "has a team of {value}",
    "revenue": "has a revenue of {value}",
    "town": "comes from {value}",
    "mode": "wants to meet {value}",
    "time_zone": "is in the time zone {value}",
}
#: The same, where a value has words of its own.
ALONE_OF_A_KIND = {
    ("revenue", "none yet"): "is pre-revenue",
    ("team_size", "1"): "works alone",
    ("years", "under 1"): "has been at it for less than a year",
    ("mode", "either"): "would meet online or in person",
}


def various_line(explanation: CohortExplanation) -> Line:
    """Say in what members differ beside their industries; empty where the sheet tells nothing."""
    said = [_variety(one) for one in explanation.various]
    return ("; ".join(said),) if said else ()


def _variety(one: Variety) -> str:
    name, names = TRAITS.get(one.trait, (one.trait, one.trait))
    if len(one.values) > LISTED:
        return f"{len(one.values)} {names}" if name != names else f"{names}: {_range(one)}"
    values = [value.label if len(value.people) == 1 else f"{value.label} ({len(value.people)})" for value in one.values]
    return f"{names}: {', '.join(values)}"


def _range(one: Variety) -> str:
    return f"from {one.values[0].label} to {one.values[-1].label}"


def watch_lines(explanation: CohortExplanation, weakest: SeatExplanation, everyone: int, names: Names) -> list[Line]:
    """Say what a facilitator should look out for: who is alone with something, silent, or shares little."""
    lines: list[Line] = [_alone(one, names) for one in explanation.alone]
    lines += [
        (Strong(names[one]), " gave no answer in which common ground could be looked for.")
        for one in explanation.silent
    ]
    if weakest.participant not in explanation.silent and weakest.common_ground < everyone:
        lines.append(
            (
                Strong(names[weakest.participant]),
                f" shares less here than any two people in the sheet do on the average ({of_full(everyone)}).",
            )
        )
    return lines


def _alone(one: LoneTrait, names: Names) -> Line:
    said = ALONE_OF_A_KIND.get((one.trait, one.value)) or ALONE.get(one.trait, 'has "{value}"').format(value=one.value)
    return ("Only ", Strong(names[one.participant]), f" {said}.")


def shares_least_line(weakest: SeatExplanation, names: Names) -> Line:
    """Say who shares least, how much, and with whom and on what they share most."""
    start: Line = (Strong(names[weakest.participant]), f", {of_full(weakest.common_ground)}")
    if not weakest.closest:
        return start
    nearest = weakest.closest[0]
    most = f"; most with {names[nearest.participant]}, {of_full(nearest.affinity)}"
    return (*start, most, ": ", *subjects_of(nearest.links[0])) if nearest.links else (*start, most)
