"""The report of a finished run, in words: an overview, the cohorts, and everybody who has no seat."""

from __future__ import annotations

from ok_match.model import Bound, Decision, Record, Roster, Severity, Strength, Suited, Taken, Waiting
from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Section, Strong

from .cohorts import cohort_section
from .conflicts import conflict_section
from .overview.identity import identity_facts
from .phrases import Names, count, listed, of_full, points, row_account, which_cohorts
from .rules import RULES, words_of
from .second_opinions import second_opinions_section
from .sheet.problems import held_for, problem_entries
from .unseated import relief_lines, way_lines

CONFIDENTIAL = "For the facilitator only: these pages quote confidential answers."
#: The option of the command line that makes a change, where one does.
OPTIONS = {"size": "--size", "count": "--cohorts"}
ENGINES = {
    "semantic": "semantic: compares meaning, whatever the words, and ticked boxes",
    "lexical": "lexical: compares words and ticked boxes, not meaning",
}


def report(record: Record) -> Document:
    """A whole record: the overview, each cohort, and everybody without a seat."""
    names = Names(record.participants)
    cohorts = record.roster.cohorts
    heading = f"{count(record.score.placed, 'person', 'people')} in {count(len(cohorts), 'cohort')}"
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
    decisions = [problem for problem in record.intake.problems if problem.severity.open]
    if decisions:
        sections.insert(0, Section("To decide", "", (Entries("", tuple(problem_entries(decisions))),)))
    warnings = [problem for problem in record.intake.problems if problem.severity is Severity.WARNING]
    if warnings:
        sections.append(Section("To look at", "", (Entries("", tuple(problem_entries(warnings))),)))
    title = f"{record.program.name}: {heading}" if record.program.name else heading
    return Document(title, _overview(record, names), tuple(sections))


def _overview(record: Record, names: Names) -> tuple[Block, ...]:
    provenance = record.provenance
    facts: list[tuple[str, Line]] = [
        ("Sheet", (provenance.sheet.name,)),
        ("Rows", row_account(record.intake.rows)),
        *_to_decide(record),
        ("Cohorts", (_sizes(record),)),
        *([("Sizes", (_suited(record.roster.suited),))] if record.roster.suited else []),
        ("Left over", (_left_over(record.roster),)),
        *(quality := _quality(record, names))[:1],
        *_pair_counts(record, names),
        *quality[1:],
        *identity_facts(record),
    ]
    if provenance.taken:
        facts.append(("Chosen", (_chosen(provenance.taken),)))
    facts.append(("Rules", (_rules_kept(record),)))
    facts.append(("Engine", (ENGINES.get(provenance.engine, provenance.engine),)))
    if provenance.model:
        facts.append(("Text model", (f"your own, {provenance.model.name}",)))
    if conflicts := _conflicts(record):
        facts.append(("Conflicts", (conflicts,)))
    if warnings := sum(problem.severity is Severity.WARNING for problem in record.intake.problems):
        facts.append(("To look at", (f"{count(warnings, 'warning')}, at the end of this report",)))
    return (Lines(((CONFIDENTIAL,),)), Facts(tuple(facts)))


def _to_decide(record: Record) -> list[tuple[str, Line]]:
    """A remark on what was read with care because only the facilitator can decide it."""
    open_ = sum(problem.severity.open for problem in record.intake.problems)
    if not open_:
        return []
    remark = f"{count(open_, 'decision')} open; until then the cautious reading holds (see “To decide” below)"
    return [("To decide", (remark,))]


def _sizes(record: Record) -> str:
    sizes = [len(cohort.members) for cohort in record.roster.cohorts]
    return f"{len(sizes)}, of {listed([str(size) for size in sorted(set(sizes))], 'or')} people each{_stretch(record)}"


def _stretch(record: Record) -> str:
    """A remark on cohorts that grew past the largest size or, where their number is given, became uneven."""
    sizes = [len(cohort.members) for cohort in record.roster.cohorts]
    if record.program.sizes.count is not None:
        even = -(-len(record.participants) // record.program.sizes.count)
        remark = f" (uneven, so that fewer people wait; even cohorts would have at most {even})"
        return remark if max(sizes) - min(sizes) > 1 else ""
    more = max(sizes) - record.program.sizes.max
    if not record.roster.stretched or more <= 0:
        return ""
    return f" ({more} over the maximum size, so that fewer people wait)"


def _suited(sizes: Suited) -> str:
    """The sizes that were chosen, and why not the usual ones."""
    usual = f"with {sizes.usual_low} to {sizes.usual_high}"
    if sizes.usual_waiting is None:
        return f"{sizes.low} to {sizes.high}, because no cohort could be formed {usual}"
    return f"{sizes.low} to {sizes.high}, because {count(sizes.usual_waiting, 'person', 'people')} would wait {usual}"


def _left_over(roster: Roster) -> str:
    counts = ((len(roster.waitlist), "waiting"), (len(roster.held), "held"))
    over = listed([f"{count(number, 'person', 'people')} {state}" for number, state in counts if number]) or "nobody"
    remedies = [relief for relief in roster.reliefs if relief.rule in OPTIONS]
    if not remedies:
        return over
    best = min(remedies, key=lambda relief: relief.waiting)
    left = f"leaves {best.waiting}" if best.waiting else "seats everybody"
    return f"{over} ({OPTIONS[best.rule]} {best.value} {left})"


def _quality(record: Record, names: Names) -> list[tuple[str, Line]]:
    """How much the roster shares in all, against the best possible, and where it shares least."""
    seats, cohorts = record.explanations.people, record.explanations.cohorts
    mean = sum(seat.common_ground for seat in seats) // max(1, len(seats))
    everyone = record.explanations.everyone
    facts: list[tuple[str, Line]] = [
        (
            "Common ground",
            (f"{of_full(mean)} with the rest of the cohort, against {everyone} between any two people in the sheet",),
        )
    ]
    if record.bound and (record.bound.proven or record.bound.shared > 0):
        facts.append(("How good", (_bound(record.bound),)))
    if seats:
        weakest = min(seats, key=lambda seat: (seat.common_ground, seat.participant))
        where = f" in cohort {weakest.cohort}, with {of_full(weakest.common_ground)}"
        facts.append(("Weakest seat", (Strong(names[weakest.participant]), where)))
    if len(cohorts) > 1:
        least = min(cohorts, key=lambda cohort: cohort.common_ground)
        remark = ", less than between any two people in the sheet" if least.common_ground < everyone else ""
        ground = f"{of_full(least.common_ground)} between two members{remark}"
        facts.append(("Weakest cohort", (f"cohort {least.label}, with {ground}",)))
    return facts


def _pair_counts(record: Record, names: Names) -> list[tuple[str, Line]]:
    """The pairs who share a cohort though a rule would rather part them, rule by rule."""
    facts: list[tuple[str, Line]] = []
    for pairs in sorted(record.pair_counts, key=lambda pairs: list(RULES).index(pairs.rule), reverse=True):
        together = [
            (cohort.label, evidence)
            for cohort in record.explanations.cohorts
            for finding in cohort.findings
            if finding.rule == pairs.rule
            for evidence in finding.evidence
        ]
        if headline := words_of(pairs.rule).headline:
            facts.append((headline[0], headline[1](pairs, together, names)))
    return facts


def _bound(bound: Bound) -> str:
    """How much better another roster could be at most; rounded up, so that it stays true."""
    if bound.proven:
        return "the best possible: every other roster was checked"
    permille = -(-1000 * max(0, bound.most - bound.shared) // bound.shared)
    best = "the best possible for cohorts of these sizes, rules aside"
    return f"within {permille // 10}.{permille % 10}% of {best}" if permille else best


def _chosen(taken: Taken) -> str:
    """The alternative that was taken as the roster, against the first choice."""
    price = f"{points(abs(taken.price))} {'worse' if taken.price > 0 else 'better'} overall than the first choice"
    price = price if taken.price else "as good overall as the first choice"
    return f"alternative {taken.alternative} of the {taken.wanted} asked for, {price}"


def _rules_kept(record: Record) -> str:
    """The must rules that are kept, and those that this sheet gives no means to judge."""
    findings = record.explanations.cohorts[0].findings if record.explanations.cohorts else ()
    musts = [finding for finding in findings if finding.strength is Strength.MUST]
    kept = list(dict.fromkeys(words_of(finding.rule).name for finding in musts if finding.judged))
    unjudged = list(dict.fromkeys(_unjudged(finding.rule) for finding in musts if not finding.judged))
    parts = [f"every must rule is met ({listed(kept)})"] if kept else []
    parts += [f"the sheet says nothing about {listed(unjudged)}"] if unjudged else []
    return "; ".join(parts) or "the program has no must rules"


def _unjudged(rule: str) -> str:
    words = words_of(rule)
    return words.unjudged or words.name


def _conflicts(record: Record) -> str:
    """The number of conflicts that are kept apart, that nobody has decided on, and that are unresolved."""
    active = [conflict for conflict in record.conflicts if conflict.acts_as is not Strength.OFF]
    unresolved = sum(conflict.open for conflict in record.conflicts)
    if not active and not unresolved:
        return ""
    pending = sum(conflict.decision is Decision.PENDING for conflict in active)
    kept = f"{count(len(active), 'pair')} kept apart"
    if pending:
        which = "as" if pending == len(active) else f"{pending} of them"
        kept += f", {which} read from the sheet and not yet decided by you"
    return f"{kept}; {unresolved} not resolved" if unresolved else kept


def _waitlist(roster: Roster, names: Names, *, nearby: bool) -> Section:
    entries = tuple(
        (
            (Strong(names[waiting.participant]),),
            (*_waits_for(waiting, len(roster.cohorts), nearby=nearby), *way_lines(waiting, names.__getitem__)),
        )
        for waiting in roster.waitlist
    )
    blocks: list[Block] = [Entries("", entries)]
    if roster.reliefs:
        reliefs = relief_lines(roster.reliefs, names.__getitem__)
        blocks.append(Entries("What would seat more people", tuple((line, ()) for line in reliefs)))
    return Section("Waiting for a seat", count(len(entries), "person", "people"), tuple(blocks))


def _waits_for(waiting: Waiting, cohorts: int, *, nearby: bool) -> tuple[Line, ...]:
    """The rules that keep somebody waiting, each with the cohorts it keeps them out of."""
    by_rule: dict[str, list[str]] = {}
    for reason in waiting.reasons:
        by_rule.setdefault(reason.rule, []).append(reason.cohort)
    lines: list[Line] = [
        (f"{words_of(rule).waits or rule}: {which_cohorts(labels, cohorts)}.",) for rule, labels in by_rule.items()
    ]
    if not lines:
        return (("There are too few people for another cohort.",),)
    return (*lines, ("Only the cohorts that they share the most with were considered.",)) if nearby else tuple(lines)


def _held(record: Record) -> Section:
    entries = tuple(
        (
            (Strong(held.name or held.email or f"Row {held.row}"), f" (row {held.row})"),
            ((f"{held_for(held.reasons).capitalize()}.",),),
        )
        for held in record.roster.held
    )
    return Section("Held, and not placed", count(len(entries), "person", "people"), (Entries("", entries),))
