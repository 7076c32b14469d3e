"""A finished run, looked at again: from its record alone, with the code that made it, everything about one seat."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import __version__, explain, partition, similarity
from . import rules as constraints
from .errors import ProgramError, RecordError
from .model import CohortPage, Finding, Held, PairPage, PersonPage, Portrait, Record, Terms, Together, WhyNotPage


class Revisit:
    """A record with everything computed again that it does not hold: affinity, words, rules and prices.

    ``model`` is the text model of the user's own that the record was made with, if it was.

    Attributes
    ----------
    record : Record
        The run as it was saved.
    faithful : bool
        Whether the costs computed again agree with the record to the last unit.

    Raises
    ------
    RecordError
        If the record contradicts itself, or this version of ok-match lacks what made it.
    """

    def __init__(self, record: Record, name: str = "record", model: similarity.TextModel | None = None) -> None:
        insist_on_whole(record, name)
        _insist_on_model(record, name, model)
        people = record.participants
        engine = record.provenance.engine
        if engine not in similarity.ENGINES:
            raise _unfit(name, record, f'was made by the engine "{engine}", which is not known here.')
        affinity, _ = similarity.judge(
            engine, people, record.program.weights, record.corrections, record.program.themes, model
        )
        try:
            ruled = constraints.with_conflicts(record.program, record.conflicts)
            rules = constraints.constraints_of(ruled, constraints.World(people, record.roster.held, affinity))
        except ProgramError as error:
            raise _unfit(name, record, f"holds rules that do not fit its people: {error.what}") from None
        terms = Terms(len(people), tuple(term for rule in rules for term in rule.terms()))

        def judge(members: Sequence[int], cohort: int) -> tuple[Finding, ...]:
            return tuple(rule.finding(members, cohort) for rule in rules)

        position = {person.id: i for i, person in enumerate(people)}
        cohorts = tuple(tuple(sorted(position[one] for one in c.members)) for c in record.roster.cohorts)
        sizes = [len(members) for members in cohorts]
        self.record = record
        self._position = position
        self._scene = explain.Scene(
            people=people,
            affinity=affinity,
            cohorts=cohorts,
            labels=tuple(cohort.label for cohort in record.roster.cohorts),
            smallest=min(sizes),
            largest=max(sizes),
            units=tuple(term.members for term in terms.terms if isinstance(term, Together)),
            judge=judge,
        )
        self._price: Callable[[Sequence[int]], tuple[int, int]] = lambda labels: partition.cost(
            terms, labels, len(cohorts)
        )
        self.faithful = self._price(self._scene.placement()) == (record.score.must, record.score.should)

    def person(self, one: str) -> PersonPage:
        """Tell everything about the seat of a participant (or somebody held) of this id."""
        held = self._held(one)
        if held:
            return PersonPage(faithful=self.faithful, who=explain.held_portrait(held))
        at = self._position[one]
        number = self._scene.cohort_of(at)
        if number is None:
            waiting = next(waiting for waiting in self.record.roster.waitlist if waiting.participant == one)
            return explain.waiting_page(self._scene, at, waiting, faithful=self.faithful)
        explanations = self.record.explanations
        seat = next(seat for seat in explanations.people if seat.participant == one)
        shared = explanations.cohorts[number].shared
        return explain.seated_page(self._scene, at, shared, seat.other_seat, faithful=self.faithful)

    def cohort(self, label: str) -> CohortPage:
        """Tell everything about the cohort of this label."""
        number = self._scene.labels.index(label)
        explanations = self.record.explanations
        return explain.cohort_page(
            self._scene,
            self.record.roster.cohorts[number],
            explanations.cohorts[number],
            tuple(seat for seat in explanations.people if seat.cohort == label),
            faithful=self.faithful,
        )

    def pair(self, first: str, second: str) -> PairPage:
        """Tell what the people of these two ids share, and what the rules make of them."""
        if self._held(first) or self._held(second):
            one, other = self._portrait(first), self._portrait(second)
            return PairPage(faithful=self.faithful, first=one, second=other, together=False)
        at, beside = self._position[first], self._position[second]
        return explain.pair_page(self._scene, at, beside, self.record.program.weights, faithful=self.faithful)

    def why_not(self, first: str, second: str) -> WhyNotPage:
        """Tell why the people of these two ids are not in one cohort, and what it would cost."""
        if self._held(first) or self._held(second):
            one, other = self._portrait(first), self._portrait(second)
            return WhyNotPage(faithful=self.faithful, first=one, second=other, together=False)
        at, beside = self._position[first], self._position[second]
        return explain.why_not_page(self._scene, at, beside, self._price, faithful=self.faithful)

    def _held(self, one: str) -> Held | None:
        if one in self._position:
            return None
        return next((held for held in self.record.roster.held if held.participant == one), None)

    def _portrait(self, one: str) -> Portrait:
        held = self._held(one)
        return explain.held_portrait(held) if held else explain.portrait(self._scene, self._position[one])


def insist_on_whole(record: Record, name: str) -> None:
    """Refuse a record whose parts do not belong together, as one that was edited by hand.

    Raises
    ------
    RecordError
        If somebody has no place or two, or a cohort or a seat lacks its explanation.
    """
    roster, explanations = record.roster, record.explanations
    seated = [(one, cohort.label) for cohort in roster.cohorts for one in cohort.members]
    placed = [one for one, _ in seated] + [waiting.participant for waiting in roster.waitlist]
    labels = [cohort.label for cohort in roster.cohorts]
    whole = (
        bool(roster.cohorts)
        and all(cohort.members for cohort in roster.cohorts)
        and len(set(labels)) == len(labels)
        and sorted(placed) == sorted(person.id for person in record.participants)
        and len(set(placed)) == len(placed)
        and labels == [one.label for one in explanations.cohorts]
        and sorted(seated) == sorted((seat.participant, seat.cohort) for seat in explanations.people)
    )
    if not whole:
        raise RecordError(
            name,
            "contradicts itself: its people, cohorts and explanations do not belong together.",
            "Nothing was explained.",
            "use the file that `ok-match match --format json` wrote, unchanged.",
        )


def _insist_on_model(record: Record, name: str, model: similarity.TextModel | None) -> None:
    """Refuse another text model than the one by which the cohorts were formed."""
    wanted = record.provenance.model
    if (wanted.sha256 if wanted else None) == (model.fingerprint if model else None):
        return
    made = f'a text model of your own, "{wanted.name}"' if wanted else "the text model that comes with ok-match"
    given = "another was given" if model else "it was not given"
    raise RecordError(
        name,
        f"was made with {made}, and {given}.",
        "Nothing was explained, as nothing could be computed again.",
        f"add --model with the folder of {wanted.name}." if wanted else "leave --model out.",
    )


def _unfit(name: str, record: Record, what: str) -> RecordError:
    made = record.provenance.version
    return RecordError(
        name,
        what,
        "Nothing was explained, as nothing could be computed again.",
        f"use ok-match {made}, which made the record (this is {__version__}), or match the sheet anew.",
    )
