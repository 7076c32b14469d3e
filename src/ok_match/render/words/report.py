"""The report of a finished run, in words. All English about cohorts and seats is written here, once."""

from __future__ import annotations

from ok_match.model import (
    Bound,
    Cohort,
    CohortExplanation,
    CommonGround,
    Decision,
    Facet,
    OtherSeat,
    Peer,
    Record,
    Roster,
    SeatExplanation,
    Severity,
    Strength,
)
from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Section, Strong

from .checking import HELD_FOR, problem_entries
from .cohort_facts import shares_least_line, various_line, watch_lines
from .conflicts import conflict_section
from .links import SHARED, gets_line, gives_line, kind_of, subjects_of
from .phrases import Names, count, listed, of_full, points, quoted, row_account, spaced, which_cohorts
from .rules import words_of
from .second_opinions import second_opinions_section
from .unseated import relief_lines, way_lines

CONFIDENTIAL = "For the facilitator only: these pages quote confidential answers."
#: How many gifts the report tells of each person, each way; the page about the person tells all.
GIFTS = 2
ENGINES = {
    "semantic": "semantic: looks for the same meaning, whatever the words, and for the same ticked boxes",
    "lexical": "lexical: looks for the same words and the same ticked boxes, not for meaning",
}


def report(record: Record) -> Document:
    """Word a whole record: the overview, each cohort, and who is without a seat."""
    names = Names(record.participants)
    cohorts = record.roster.cohorts
    placed = record.score.placed
    heading = f"{count(placed, 'person', 'people')} in {count(len(cohorts), 'cohort')}"
    sections = [
        cohort_section(record, cohort, explanation, names)
        for cohort, explanation in zip(cohorts, record.explanations.cohorts, strict=True)
    ]
    if record.second_opinions:
        sections.append(second_opinions_section(record.second_opinions, len(record.participants), names))
    if record.roster.waitlist:
        sections.append(_waitlist(record.roster, names, nearby=record.explanations.nearby))
    if record.roster.held:
        sections.append(_held(record))
    seats = {member: cohort.label for cohort in cohorts for member in cohort.members}
    conflicts = conflict_section(
        record.conflicts, names, lambda a, b: seats.get(a, "") if seats.get(a) == seats.get(b) else ""
    )
    if conflicts:
        sections.append(conflicts)
    warnings = [one for one in record.intake.problems if one.severity is not Severity.NOTE]
    if warnings:
        sections.append(Section("To look at", "", (Entries("", tuple(problem_entries(warnings))),)))
    title = f"{record.program.name}: {heading}" if record.program.name else heading
    return Document(title, _overview(record, names), tuple(sections))


def _overview(record: Record, names: Names) -> tuple[Block, ...]:
    rows = record.intake.rows
    sizes = [len(cohort.members) for cohort in record.roster.cohorts]
    explanations = record.explanations
    seats = explanations.people
    mean = sum(seat.common_ground for seat in seats) // max(1, len(seats))
    weakest = min(seats, key=lambda seat: (seat.common_ground, seat.participant), default=None)
    held, waiting = len(record.roster.held), len(record.roster.waitlist)
    left = [
        f"{count(number, 'person', 'people')} {state}"
        for number, state in ((waiting, "waiting"), (held, "held"))
        if number
    ]
    warnings = sum(problem.severity is not Severity.NOTE for problem in record.intake.problems)
    facts: list[tuple[str, Line]] = [
        ("Sheet", (record.provenance.sheet.name,)),
        ("Rows", row_account(rows)),
        (
            "Cohorts",
            (f"{len(sizes)}, of {listed([str(size) for size in sorted(set(sizes))], 'or')} people{_stretch(record)}",),
        ),
        ("Left over", (listed(left) if left else "nobody",)),
        (
            "Common ground",
            (f"{of_full(mean)} with the others in the cohort; {explanations.everyone} between any two people here",),
        ),
    ]
    if record.bound and (record.bound.proven or record.bound.shared > 0):
        facts.append(("How good", (_bound(record.bound),)))
    if weakest:
        where = f" in cohort {weakest.cohort}: {of_full(weakest.common_ground)}"
        facts.append(("Weakest seat", (Strong(names[weakest.participant]), where)))
    if len(explanations.cohorts) > 1:
        least = min(explanations.cohorts, key=lambda cohort: cohort.common_ground)
        facts.append(("Weakest cohort", (f"cohort {least.label}: {of_full(least.common_ground)} between two members",)))
    if taken := record.provenance.taken:
        price = f"{points(abs(taken.price))} {'worse' if taken.price > 0 else 'better'} in all than the first choice"
        price = price if taken.price else "as good in all as the first choice"
        facts.append(("Chosen", (f"alternative {taken.alternative} of the {taken.wanted} asked for, {price}",)))
    facts.append(("Rules", (_rules_kept(record),)))
    engine = record.provenance.engine
    facts.append(("Engine", (ENGINES.get(engine, engine),)))
    if record.provenance.model:
        facts.append(("Text model", (f"your own, {record.provenance.model.name}",)))
    if told := _conflicts_told(record):
        facts.append(("Conflicts", (told,)))
    if warnings:
        facts.append(("To look at", (f"{count(warnings, 'warning')}, at the end of this report",)))
    return (Lines(((CONFIDENTIAL,),)), Facts(tuple(facts)))


def _bound(bound: Bound) -> str:
    """Say how much better another roster could be at most; rounded up, so that it stays true."""
    if bound.proven:
        return "the best there is: every other roster was looked at"
    permille = -(-1000 * max(0, bound.most - bound.shared) // bound.shared)
    more = f"more than {permille // 10}.{permille % 10} % more" if permille else "more"
    return f"no cohorts of these sizes could share {more} than these, even without any rule"


def _stretch(record: Record) -> str:
    """Say if cohorts were let grow past the largest size, or, where their number is given, become uneven."""
    members = [len(cohort.members) for cohort in record.roster.cohorts]
    if record.program.cohorts.count is not None:
        even = -(-len(record.participants) // record.program.cohorts.count)
        told = f"uneven, so that fewer wait; even ones would be of {even} at most"
        return f" ({told})" if max(members) - min(members) > 1 else ""
    more = max(members) - record.program.cohorts.max
    if not record.roster.stretched or more <= 0:
        return ""
    return f" ({more} more than the largest size, so that fewer wait)"


def _conflicts_told(record: Record) -> str:
    """Say how many conflicts were acted upon, and how many of them nobody has looked at."""
    active = [one for one in record.conflicts if one.acts_as is not Strength.OFF]
    unresolved = sum(one.open for one in record.conflicts)
    if not active and not unresolved:
        return ""
    proposed = sum(one.decision is Decision.PENDING for one in active)
    kept = f"{count(len(active), 'pair')} kept apart"
    told = f"{kept}, {proposed} as read from the sheet unless you reject them" if proposed else kept
    return f"{told}; {unresolved} not resolved"


def _rules_kept(record: Record) -> str:
    """Say which musts are kept, and which the sheet gives no means to judge."""
    findings = record.explanations.cohorts[0].findings if record.explanations.cohorts else ()
    strict = [finding for finding in findings if finding.strength is Strength.MUST]
    kept = list(dict.fromkeys(words_of(finding.rule).name for finding in strict if finding.judged))
    blind = list(dict.fromkeys(_unjudged(finding.rule) for finding in strict if not finding.judged))
    said = [f"every must is kept ({listed(kept)})"] if kept else []
    said += [f"the sheet says nothing about {listed(blind)}"] if blind else []
    return "; ".join(said) or "the program has no must"


def _unjudged(rule: str) -> str:
    words = words_of(rule)
    return words.unjudged or words.name


def cohort_section(record: Record, cohort: Cohort, explanation: CohortExplanation, names: Names) -> Section:
    """Word one cohort: the facts, what its members share, and each seat."""
    size = len(cohort.members)
    facts: list[tuple[str, Line]] = [("Common ground", (of_full(explanation.common_ground),))]
    facts += [
        (found[0], line)
        for finding in explanation.findings
        if (found := words_of(finding.rule).found) and (line := found[1](finding, size, names))
    ]
    facts.append(("Industries", (_industries(explanation),)))
    if line := various_line(explanation):
        facts.append(("Also various", line))
    weakest = next(s for s in record.explanations.people if s.participant == explanation.weakest)
    facts.append(("Shares least", shares_least_line(weakest, names)))
    shared = tuple(shared_line(ground, size, names) for ground in explanation.shared)
    seats = {seat.participant: seat for seat in record.explanations.people}
    people = {person.id: person for person in record.participants}
    entries, nearby = [], record.explanations.nearby
    for member in sorted(cohort.members, key=lambda one: (names[one].casefold(), one)):
        person = people[member]
        about = ", ".join(part for part in (person.organisation, person.industry) if part)
        title: Line = (Strong(names[member]), f" - {about}") if about else (Strong(names[member]),)
        entries.append((title, _seat(seats[member], explanation.shared, names, nearby=nearby)))
    blocks: list[Block] = [Facts(tuple(facts))]
    if watch := watch_lines(explanation, weakest, record.explanations.everyone, names):
        blocks.append(Entries("Look out for", tuple((line, ()) for line in watch)))
    if shared:
        blocks.append(Entries("What they share", shared))
    else:
        blocks.append(Lines((("No subject that several of them share is plain enough to be named.",),)))
    blocks.append(Entries("Who sits here, and why", tuple(entries)))
    return Section(f"Cohort {cohort.label}: {cohort.name}" if cohort.name != f"Cohort {cohort.label}" else cohort.name,
                   count(size, "person", "people"), tuple(blocks))  # fmt: skip


def _industries(explanation: CohortExplanation) -> str:
    known = [one for one in explanation.industries if one.label]
    lines = [one.label if len(one.people) == 1 else f"{one.label} ({len(one.people)})" for one in known]
    silent = sum(len(one.people) for one in explanation.industries if not one.label)
    lines += [f"{silent} not given"] if silent else []
    return "; ".join(lines)


def shared_line(ground: CommonGround, size: int, names: Names) -> tuple[Line, tuple[Line, ...]]:
    """Say how many members share a theme, who they are, and what they wrote of it."""
    verb = SHARED[ground.ground]
    said = tuple((f"{names[q.participant]}: ", quoted(q.statement.text)) for q in ground.quotations)
    return (f"{len(ground.members)} of {size} {verb} ", quoted(ground.theme), f": {names.all(ground.members)}."), said


def _seat(seat: SeatExplanation, shared: tuple[CommonGround, ...], names: Names, *, nearby: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    if seat.closest:
        nearest = seat.closest[0]
        both = {seat.participant, nearest.participant}
        lines.append(_closest(nearest, [ground.theme for ground in shared if both <= set(ground.members)], names))
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


def _closest(nearest: Peer, told: list[str], names: Names) -> Line:
    """Say with whom somebody shares most; ``told`` are the cohort's subjects that both of them have part in."""
    start = f"Shares most with {names[nearest.participant]}, {of_full(nearest.affinity)}"
    subjects = [subjects_of(link) for link in nearest.links]
    if not subjects and told:
        return (f"{start}; both have part in ", *spaced([(quoted(theme),) for theme in told], ", ", " and "), " above.")
    if not subjects:
        return (f"{start}, though nothing of it is plain enough to be named.",)
    return (f"{start}: ", *spaced(subjects, "; "), ".")


def other_seat_line(other: OtherSeat | None, names: Names, *, nearby: bool) -> Line:
    """Say where else somebody could sit, and what that would cost; ``nearby`` if not all cohorts were looked at."""
    where = " in the cohorts with most in common" if nearby else ""
    if other is None:
        return (f"No other seat{where} keeps every must.",)
    how = f"changing places with {names[other.swap_with]}" if other.swap_with else "moving there"
    price = f"would {'cost' if other.price > 0 else 'gain'} {points(abs(other.price))}"
    price = price if other.price else "would cost nothing"
    return (f"Best other seat{where}: cohort {other.cohort}, {how}; it {price} in all.",)


def _waitlist(roster: Roster, names: Names, *, nearby: bool) -> Section:
    entries = []
    for waiting in roster.waitlist:
        by_rule: dict[str, list[str]] = {}
        for reason in waiting.reasons:
            by_rule.setdefault(reason.rule, []).append(reason.cohort)
        lines: list[Line] = [
            (f"{words_of(rule).waits or rule}: {which_cohorts(cohorts, len(roster.cohorts))}.",)
            for rule, cohorts in by_rule.items()
        ]
        if lines and nearby:
            lines.append(("Only the cohorts with most in common were looked at.",))
        entries.append(
            (
                (Strong(names[waiting.participant]),),
                (
                    *(lines or [("There are too few people for another cohort.",)]),
                    *way_lines(waiting, names.__getitem__),
                ),
            )
        )
    blocks: list[Block] = [Entries("", tuple(entries))]
    if roster.reliefs:
        reliefs = relief_lines(roster.reliefs, names.__getitem__)
        blocks.append(Entries("What would seat more people", tuple((line, ()) for line in reliefs)))
    return Section("Waiting for a seat", count(len(entries), "person", "people"), tuple(blocks))


def _held(record: Record) -> Section:
    entries = tuple(
        (
            (Strong(one.name or one.email or f"Row {one.row}"), f" (row {one.row})"),
            ((f"{listed([HELD_FOR.get(reason, reason) for reason in one.reasons]).capitalize()}.",),),
        )
        for one in record.roster.held
    )
    return Section("Held, and not placed", count(len(entries), "person", "people"), (Entries("", entries),))
