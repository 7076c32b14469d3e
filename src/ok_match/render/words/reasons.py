"""What rules and prices mean for people, in words: why somebody sits, waits, or does not sit with somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import Barrier, Bond, Evidence, Exchange, PersonPage, Portrait, Reason, Record, Standing, Strength
from ok_match.render.document import Line, Strong

from .conflicts import asked_lines
from .phrases import Names, count, listed, priced, some, which_cohorts
from .rules import Grounds, words_of
from .sheet.problems import held_for

Entry = tuple[Line, tuple[Line, ...]]
#: The most people named among those whom a rule concerns.
NAMED = 40


class Cast:
    """The names of a record's people and cohorts, including those who are held."""

    def __init__(self, record: Record) -> None:
        self.names = Names(record.participants)
        self._conflicts = record.conflicts
        self._waiting = {waiting.participant for waiting in record.roster.waitlist}
        self.nearby = record.explanations.nearby
        self._cohorts = {cohort.label: cohort for cohort in record.roster.cohorts}

    @property
    def total(self) -> int:
        """The number of cohorts."""
        return len(self._cohorts)

    def name(self, who: Portrait) -> str:
        """Somebody's name, as it stands in reports."""
        if who.standing is Standing.HELD:
            return who.name or who.email or f"Row {who.row}"
        return self.names[who.participant]

    def cohort(self, label: str) -> str:
        """A cohort's label and, where it has one, its name."""
        name = self._cohorts[label].name
        return f"cohort {label}" if name.casefold() == f"cohort {label}" else f"cohort {label}, {name}"

    def place(self, who: Portrait) -> str:
        """The seat that somebody has, or what they have instead."""
        if who.standing is Standing.HELD:
            return f"held and not placed: {held_for(who.held_for)}"
        if who.standing is Standing.WAITING:
            return "waits for a seat"
        size = count(len(self._cohorts[who.cohort].members), "person", "people")
        return f"{self.cohort(who.cohort)} ({size})"

    def asked(self, people: Sequence[str], person: str) -> tuple[Line, ...]:
        """The requests to keep two people apart, in the words of those who asked."""
        return asked_lines(self._conflicts, people, person, self.names)

    def waits(self, participant: str) -> bool:
        """Whether the participant with this id waits for a seat."""
        return participant in self._waiting

    def seating(self, first: Portrait, second: Portrait, *, together: bool) -> str:
        """Whether two people sit together, in words."""
        if together:
            return f"yes, in {self.cohort(first.cohort)}"
        if Standing.WAITING in (first.standing, second.standing):
            return "no: both wait" if first.standing is second.standing else "no: one of them waits"
        return "no"


def waiting_lines(page: PersonPage, cast: Cast) -> tuple[Entry, ...]:
    """The rules that keep somebody out of the cohorts, each with the people concerned."""
    if page.who.standing is not Standing.WAITING:
        return ()
    by_rule: dict[str, list[Reason]] = {}
    for reason in page.waits_for:
        by_rule.setdefault(reason.rule, []).append(reason)
    entries: list[Entry] = []
    for rule, reasons in by_rule.items():
        where = which_cohorts([reason.cohort for reason in reasons], cast.total)
        named = tuple(
            (f"Cohort {reason.cohort}: {_named(evidence, cast, page.who.participant)}",)
            for reason in reasons
            for evidence in reason.evidence
            if set(evidence.people) - {page.who.participant}
        )
        entries.append(((f"{words_of(rule).waits or words_of(rule).name}: {where}.",), named))
    return tuple(entries) or ((("There are too few people for another cohort.",), ()),)


def bond_lines(bonds: Sequence[Bond], cast: Cast, person: str = "") -> tuple[Entry, ...]:
    """The rules that concern a person (who is not named again), or two people."""
    entries: list[Entry] = []
    for bond in bonds:
        words = words_of(bond.rule)
        title = (words.parts if bond.apart else words.holds) or words.name.capitalize()
        kind = "must" if bond.strength is Strength.MUST else "should"
        entries.append(((Strong(title), f" ({kind})"), _grounds(bond.rule, bond.evidence, cast, person)))
    return tuple(entries)


def forbidden_lines(reasons: Sequence[Reason], cast: Cast) -> tuple[Entry, ...]:
    """The must rules under which no cohort can hold two people, and what they rest on."""
    return tuple(
        (
            (Strong(words_of(reason.rule).parts or words_of(reason.rule).name.capitalize()), " (must)"),
            _grounds(reason.rule, reason.evidence, cast),
        )
        for reason in reasons
    )


def exchange_lines(exchange: Exchange, cast: Cast) -> Entry:
    """The best way for a person to join a cohort with its cost, or the rules that stand in the way."""
    title: Line = (Strong(cast.names[exchange.person]), f" into {cast.cohort(exchange.cohort)}")
    if exchange.best is None:
        lead: Line = ("No single swap or move within the cohort sizes meets every must rule.",)
        return title, (lead, *(_barrier(barrier, cast) for barrier in exchange.barriers))
    best = exchange.best
    change = f"Swapping with {cast.names[best.swap_with]}" if best.swap_with else "Moving there"
    if best.swap_with and cast.waits(exchange.person):
        change += ", who would then wait,"
    return title, ((f"{change} would {priced(best.price)} overall.",),)


def _barrier(barrier: Barrier, cast: Cast) -> Line:
    """The exchanges that would break one must rule."""
    if barrier.rule == "size":
        return ("Moving there does not fit the cohort sizes; somebody would have to swap.",)
    swap = f"swapping with {listed([cast.names[partner] for partner in barrier.swap_with], 'or')}"
    exchanges = " or ".join(["moving there"] * barrier.move + [swap] * bool(barrier.swap_with))
    return (f"{exchanges[:1].upper()}{exchanges[1:]} would break: {words_of(barrier.rule).name}.",)


def _grounds(rule: str, evidence: Sequence[Evidence], cast: Cast, person: str = "") -> tuple[Line, ...]:
    """The grounds of a rule: times, people's own words, or the people it names."""
    grounds = words_of(rule).grounds
    if grounds is Grounds.ASKED:
        return tuple(line for shown in evidence for line in cast.asked(shown.people, person))
    if grounds is Grounds.TIMES and not person:
        return _times(evidence, cast)
    return _evidence(evidence, cast, person)


def _evidence(evidence: Sequence[Evidence], cast: Cast, person: str = "") -> tuple[Line, ...]:
    return tuple((text,) for item in evidence if (text := _named(item, cast, person)))


def _named(evidence: Evidence, cast: Cast, person: str) -> str:
    """The people concerned, except the person whose page it is, and why."""
    others = some([cast.names[other] for other in evidence.people if other != person], NAMED)
    return f"{others}: {evidence.label}" if others and evidence.label else others or evidence.label


def _times(evidence: Sequence[Evidence], cast: Cast) -> tuple[Line, ...]:
    """The times when each person can come."""
    free: dict[str, list[str]] = {}
    for slot in evidence:
        for person in slot.people:
            free.setdefault(person, []).append(slot.label)
    return tuple((f"{cast.names[person]} can come {listed(slots, 'or')}",) for person, slots in free.items())
