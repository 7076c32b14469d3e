"""A cohort in words: its facts, what its members share, and why each of them sits there."""

from __future__ import annotations

from ok_match.model import (
    Cohort,
    CohortExplanation,
    CommonGround,
    Facet,
    LoneTrait,
    OtherSeat,
    Participant,
    Peer,
    Record,
    SeatExplanation,
    Variety,
)
from ok_match.render.document import Block, Entries, Facts, Line, Lines, Section, Strong

from .crossing import crowd_line
from .links import BEHIND, SHARED, gets_line, gives_line, kind_of, subjects_of
from .phrases import Names, count, of_full, priced, quoted, spaced
from .rules import words_of

#: The most gifts that a report shows for each person, each way; the page about the person shows all.
GIFTS = 2
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


def cohort_section(record: Record, cohort: Cohort, explanation: CohortExplanation, names: Names) -> Section:
    """One cohort: the facts, what its members share, and each seat."""
    size = len(cohort.members)
    seats = {seat.participant: seat for seat in record.explanations.people}
    weakest = seats[explanation.weakest]
    blocks: list[Block] = [Facts(_facts(explanation, weakest, size, names))]
    crowded = [crowd_line(crowd, size) for crowd in record.crowds if crowd.cohort == cohort.label]
    if watch := [*crowded, *_watch_lines(explanation, weakest, record.explanations.everyone, names)]:
        blocks.append(Entries("Worth noting", tuple((line, ()) for line in watch)))
    if explanation.shared:
        blocks.append(
            Entries("What they share", tuple(shared_line(ground, size, names) for ground in explanation.shared))
        )
    else:
        blocks.append(Lines((("No subject that several of them share is clear enough to name.",),)))
    people = {person.id: person for person in record.participants}
    members = sorted(cohort.members, key=lambda member: (names[member].casefold(), member))
    entries = tuple(
        (
            _member(people[member], names),
            _seat(seats[member], explanation.shared, names, nearby=record.explanations.nearby),
        )
        for member in members
    )
    blocks.append(Entries("Who sits here, and why", entries))
    title = cohort.name if cohort.name == f"Cohort {cohort.label}" else f"Cohort {cohort.label}: {cohort.name}"
    return Section(title, count(size, "person", "people"), tuple(blocks))


def _facts(
    explanation: CohortExplanation, weakest: SeatExplanation, size: int, names: Names
) -> tuple[tuple[str, Line], ...]:
    facts: list[tuple[str, Line]] = [("Common ground", (of_full(explanation.common_ground),))]
    for finding in explanation.findings:
        words = words_of(finding.rule).finding
        if words and (line := words[1](finding, size, names)):
            facts.append((words[0], line))
    facts.append(("Industries", (_industries(explanation),)))
    if line := _various_line(explanation):
        facts.append(("Other differences", line))
    facts.append(("Weakest seat", _weakest_line(weakest, names)))
    return tuple(facts)


def _industries(explanation: CohortExplanation) -> str:
    known = [industry for industry in explanation.industries if industry.label]
    parts = [
        industry.label if len(industry.people) == 1 else f"{industry.label} ({len(industry.people)})"
        for industry in known
    ]
    silent = sum(len(industry.people) for industry in explanation.industries if not industry.label)
    return "; ".join([*parts, f"{silent} not given"] if silent else parts)


def _various_line(explanation: CohortExplanation) -> Line:
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


def _watch_lines(explanation: CohortExplanation, weakest: SeatExplanation, everyone: int, names: Names) -> list[Line]:
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


def _weakest_line(weakest: SeatExplanation, names: Names) -> Line:
    """The member who shares least, how much that is, and with whom and on what they share most."""
    start: Line = (Strong(names[weakest.participant]), f", {of_full(weakest.common_ground)}")
    if not weakest.closest:
        return start
    nearest = weakest.closest[0]
    closest = f"; closest to {names[nearest.participant]}, {of_full(nearest.affinity)}"
    return (*start, closest, ": ", *subjects_of(nearest.links[0])) if nearest.links else (*start, closest)


def shared_line(ground: CommonGround, size: int, names: Names) -> tuple[Line, tuple[Line, ...]]:
    """A theme that members share: how many and who they are, and what they wrote about it."""
    verb, behind = SHARED[ground.ground], BEHIND.get(ground.ground, "")
    quotes = tuple((f"{names[q.participant]}: ", quoted(q.statement.text)) for q in ground.quotations)
    who = f"{behind}: {names.all(ground.members)}."
    return (f"{len(ground.members)} of {size} {verb} ", quoted(ground.theme), who), quotes


def _member(person: Participant, names: Names) -> Line:
    about = ", ".join(part for part in (person.organisation, person.industry) if part)
    return (Strong(names[person.id]), f" - {about}") if about else (Strong(names[person.id]),)


def _seat(seat: SeatExplanation, shared: tuple[CommonGround, ...], names: Names, *, nearby: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    if seat.closest:
        nearest = seat.closest[0]
        pair = {seat.participant, nearest.participant}
        lines.append(_closest(nearest, [ground.theme for ground in shared if pair <= set(ground.members)], names))
        lines += [
            (
                f"{kind_of(link)}: ",
                quoted(link.mine.text),
                f" - {names[nearest.participant]}: ",
                quoted(link.theirs.text),
            )
            for link in nearest.links
            if link.facet is not Facet.THEMES
        ]
    lines += [gives_line(gift, names) for gift in seat.gives[:GIFTS]]
    lines += [gets_line(gift, names) for gift in seat.gets[:GIFTS]]
    lines.append(other_seat_line(seat.other_seat, names, nearby=nearby))
    return tuple(lines)


def _closest(nearest: Peer, themes: list[str], names: Names) -> Line:
    """The peer with whom somebody shares most; ``themes`` are the cohort's themes that include both."""
    start = f"Shares most with {names[nearest.participant]}, {of_full(nearest.affinity)}"
    subjects = [subjects_of(link) for link in nearest.links]
    if subjects:
        return (f"{start}: ", *spaced(subjects, "; "), ".")
    if themes:
        return (f"{start}; both are listed under ", *spaced([(quoted(t),) for t in themes], ", ", " and "), " above.")
    return (f"{start}, though no single subject is clear enough to name.",)


def other_seat_line(other: OtherSeat | None, names: Names, *, nearby: bool) -> Line:
    """The best other seat and its cost; ``nearby`` if only the most similar cohorts were considered."""
    where = " in the cohorts with most in common" if nearby else ""
    if other is None:
        return (f"No other seat{where} meets every must rule.",)
    change = f"swapping with {names[other.swap_with]}" if other.swap_with else "moving there"
    return (f"Best other seat{where}: cohort {other.cohort}; {change} would {priced(other.price)} overall.",)
