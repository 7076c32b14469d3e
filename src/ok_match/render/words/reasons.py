"""What rules and prices say of people, in words: why somebody sits, waits, or does not sit beside somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from ok_match.model import Barrier, Bond, Evidence, Exchange, PersonPage, Portrait, Reason, Record, Standing, Strength
from ok_match.render.document import Line, Strong

from .checking import HELD_FOR
from .conflicts import asked_lines
from .phrases import Names, count, listed, points, some, which_cohorts
from .rules import Grounds, words_of

Entry = tuple[Line, tuple[Line, ...]]
#: So many people at most are named of those whom a rule concerns.
NAMED = 40


class Cast:
    """What to call the people and cohorts of a record, those who are held included."""

    def __init__(self, record: Record) -> None:
        self.names = Names(record.participants)
        self._conflicts = record.conflicts
        self._waiting = {waiting.participant for waiting in record.roster.waitlist}
        self.nearby = record.explanations.nearby
        self._cohorts = {cohort.label: cohort for cohort in record.roster.cohorts}

    @property
    def total(self) -> int:
        """How many cohorts there are."""
        return len(self._cohorts)

    def name(self, who: Portrait) -> str:
        """Give somebody's name, as reports do."""
        if who.standing is Standing.HELD:
            return who.name or who.email or f"Row {who.row}"
        return self.names[who.participant]

    def cohort(self, label: str) -> str:
        """Give a cohort's label and, where it has one of its own, its name."""
        name = self._cohorts[label].name
        return f"cohort {label}" if name.casefold() == f"cohort {label}" else f"cohort {label}, {name}"

    def place(self, who: Portrait) -> str:
        """Say where somebody stands."""
        if who.standing is Standing.HELD:
            return f"held, and not placed: {listed([HELD_FOR.get(reason, reason) for reason in who.held_for])}"
        if who.standing is Standing.WAITING:
            return "waits for a seat"
        size = count(len(self._cohorts[who.cohort].members), "person", "people")
        return f"{self.cohort(who.cohort)} ({size})"

    def asked(self, people: Sequence[str], person: str) -> tuple[Line, ...]:
        """Say who asked for two people to be kept apart, in their own words."""
        return asked_lines(self._conflicts, people, person, self.names)

    def waits(self, one: str) -> bool:
        """Say whether the person of this id waits for a seat."""
        return one in self._waiting

    def seating(self, first: Portrait, second: Portrait, *, together: bool) -> str:
        """Say whether two people sit together."""
        if together:
            return f"yes, in {self.cohort(first.cohort)}"
        if Standing.WAITING in (first.standing, second.standing):
            return "no: both wait" if first.standing is second.standing else "no: one of them waits"
        return "no"


def waiting_lines(page: PersonPage, cast: Cast) -> tuple[Entry, ...]:
    """Say what holds somebody out of the cohorts, rule by rule, with those concerned."""
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
    """Say what each rule has to do with a person (who is not named again), or with two people."""
    entries: list[Entry] = []
    for bond in bonds:
        words = words_of(bond.rule)
        told = (words.parts if bond.apart else words.holds) or words.name.capitalize()
        kind = "a must" if bond.strength is Strength.MUST else "a wish"
        entries.append(((Strong(told), f" ({kind})"), _grounds(bond.rule, bond.evidence, cast, person)))
    return tuple(entries)


def forbidden_lines(reasons: Sequence[Reason], cast: Cast) -> tuple[Entry, ...]:
    """Say which musts let no cohort have two people, and on what that rests."""
    return tuple(
        (
            (Strong(words_of(reason.rule).parts or words_of(reason.rule).name.capitalize()), " (a must)"),
            _grounds(reason.rule, reason.evidence, cast),
        )
        for reason in reasons
    )


def exchange_lines(exchange: Exchange, cast: Cast) -> Entry:
    """Say how one person would best come to sit in a cohort and what that costs, or what stands in the way."""
    title: Line = (Strong(cast.names[exchange.person]), f" into {cast.cohort(exchange.cohort)}")
    if exchange.best is None:
        lead: Line = ("No single exchange within the sizes keeps every must.",)
        return title, (lead, *(_barrier(barrier, cast) for barrier in exchange.barriers))
    best = exchange.best
    how = f"By changing places with {cast.names[best.swap_with]}" if best.swap_with else "By moving there"
    if cast.waits(exchange.person):
        how += ", who would then wait"
    gain = "would cost nothing" if best.price == 0 else f"would cost {points(best.price)}"
    return title, ((f"{how}; it {gain if best.price >= 0 else f'would gain {points(-best.price)}'} in all.",),)


def _barrier(barrier: Barrier, cast: Cast) -> Line:
    """Say what one must has against the exchanges."""
    if barrier.rule == "size":
        return ("Moving there does not fit the sizes of the cohorts; somebody would have to change places.",)
    swap = f"changing places with {listed([cast.names[one] for one in barrier.swap_with], 'or')}"
    ways = ["moving there"] * barrier.move + [swap] * bool(barrier.swap_with)
    tried = " as well as ".join(ways)
    return (f"{tried[:1].upper()}{tried[1:]} would break: {words_of(barrier.rule).name}.",)


def _grounds(rule: str, evidence: Sequence[Evidence], cast: Cast, person: str = "") -> tuple[Line, ...]:
    """Say what a rule rests on: times, people's own words, or whom it names."""
    grounds = words_of(rule).grounds
    if grounds is Grounds.ASKED:
        return tuple(line for shown in evidence for line in cast.asked(shown.people, person))
    if grounds is Grounds.TIMES and not person:
        return _times(evidence, cast)
    return _evidence(evidence, cast, person)


def _evidence(evidence: Sequence[Evidence], cast: Cast, person: str = "") -> tuple[Line, ...]:
    return tuple((said,) for one in evidence if (said := _named(one, cast, person)))


def _named(evidence: Evidence, cast: Cast, person: str) -> str:
    """Name those concerned, other than the person whose page it is, and why."""
    others = some([cast.names[one] for one in evidence.people if one != person], NAMED)
    return f"{others}: {evidence.label}" if others and evidence.label else others or evidence.label


def _times(evidence: Sequence[Evidence], cast: Cast) -> tuple[Line, ...]:
    """Say of each person when they can come."""
    free: dict[str, list[str]] = {}
    for one in evidence:
        for person in one.people:
            free.setdefault(person, []).append(one.label)
    return tuple((f"{cast.names[person]} can come {listed(slots, 'or')}",) for person, slots in free.items())
