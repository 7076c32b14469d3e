"""A finished run, recomputed from its record alone, to answer questions about its seats."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from ok_match import explain, mentions, similarity
from ok_match.errors import ProgramError, RecordError
from ok_match.model import CohortPage, Held, PairPage, PersonPage, Portrait, Progress, Record, WhyNotPage, silent
from ok_match.rules import folded, with_conflicts, with_requests
from ok_match.seating import Case, Options, judged


class Reopened:
    """A record, together with what it does not store and is recomputed: affinity, rules and prices.

    Attributes
    ----------
    record : Record
        The run as it was saved.
    case : Case
        Its people, what they share, and the rules in force.
    faithful : bool
        Whether the recomputed costs equal those in the record, to the last unit.
    """

    def __init__(self, record: Record, case: Case) -> None:
        self.record = record
        self.case = case
        self._cohorts = tuple(
            tuple(sorted(case.position[member] for member in cohort.members)) for cohort in record.roster.cohorts
        )
        sizes = [len(members) for members in self._cohorts]
        self._scene = explain.Scene(
            people=case.people,
            affinity=case.affinity,
            cohorts=self._cohorts,
            labels=tuple(cohort.label for cohort in record.roster.cohorts),
            smallest=min(sizes),
            largest=max(sizes),
            units=case.units,
            judge=case.judge,
            of_cohorts=case.of_cohorts,
            grounds=case.grounds,
        )
        self.faithful = self._price(self._scene.placement()) == (record.score.must, record.score.should)

    def person(self, participant: str) -> PersonPage:
        """Everything about the seat of the person with this id, who may be seated, waiting or held."""
        held = self._held(participant)
        if held:
            return PersonPage(faithful=self.faithful, who=explain.held_portrait(held))
        position = self.case.position[participant]
        number = self._scene.cohort_of(position)
        if number is None:
            waiting = next(person for person in self.record.roster.waitlist if person.participant == participant)
            return explain.waiting_page(self._scene, position, waiting, faithful=self.faithful)
        explanations = self.record.explanations
        seat = next(seat for seat in explanations.people if seat.participant == participant)
        shared = explanations.cohorts[number].shared
        return explain.seated_page(self._scene, position, shared, seat.other_seat, faithful=self.faithful)

    def cohort(self, label: str) -> CohortPage:
        """Everything about the cohort with this label."""
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
        """What the people with these two ids share, and what the rules make of them."""
        if self._held(first) or self._held(second):
            portraits = self._portrait(first), self._portrait(second)
            return PairPage(faithful=self.faithful, first=portraits[0], second=portraits[1], together=False)
        positions = self.case.position[first], self.case.position[second]
        return explain.pair_page(self._scene, *positions, self.record.program.weights, faithful=self.faithful)

    def why_not(self, first: str, second: str) -> WhyNotPage:
        """Why the people with these two ids are not in the same cohort, and what it would cost to change that."""
        if self._held(first) or self._held(second):
            portraits = self._portrait(first), self._portrait(second)
            return WhyNotPage(faithful=self.faithful, first=portraits[0], second=portraits[1], together=False)
        positions = self.case.position[first], self.case.position[second]
        return explain.why_not_page(self._scene, *positions, self._price, faithful=self.faithful)

    def _price(self, labels: Sequence[int]) -> tuple[int, int]:
        return self.case.price(labels, len(self._cohorts))

    def _held(self, participant: str) -> Held | None:
        if participant in self.case.position:
            return None
        return next((held for held in self.record.roster.held if held.participant == participant), None)

    def _portrait(self, participant: str) -> Portrait:
        held = self._held(participant)
        return explain.held_portrait(held) if held else explain.portrait(self._scene, self.case.position[participant])


def reopen(
    record: Record,
    name: str = "record",
    model: similarity.TextModel | None = None,
    progress: Progress = silent,
) -> Reopened:
    """A record that is ready for questions.

    Parameters
    ----------
    name : str
        The record's file name, for messages.
    model : TextModel, optional
        The user's own text model, where the record was made with one.

    Raises
    ------
    RecordError
        If the record contradicts itself or was made with another text model, or this version of ok-match lacks the
        engine or a rule that the record needs.
    """
    insist_on_whole(record, name)
    _insist_on_model(record, name, model)
    engine = record.provenance.engine
    if engine not in similarity.ENGINES:
        raise _unfit(name, record, f'was made by the engine "{engine}", which this version does not have.')
    options = Options(record.provenance.seed, engine, model, record.corrections)
    people, held = record.participants, record.roster.held
    try:
        # The record's own program is complete: rules that became standing later must not be added.
        ruled = with_requests(with_conflicts(record.program, record.conflicts), mentions.requests_of(people, held))
        case, _ = judged(people, held, mentions.PeopleFinder(people, held), ruled, options, progress)
        cohorts = record.roster.cohorts
        named = {folded(one.name): one.label for one in cohorts if folded(one.name) in case.lineup.people}
        numbers = {cohort.label: number for number, cohort in enumerate(cohorts)}
        return Reopened(record, case.lined_up(named=named, numbers=numbers))
    except ProgramError as error:
        raise _unfit(name, record, f"has rules that do not fit its people: {error.what}") from None


def insist_on_whole(record: Record, name: str) -> None:
    """Check that the parts of a record belong together, which editing by hand can break.

    Raises
    ------
    RecordError
        If somebody has no place or two places, or a cohort or a seat lacks its explanation.
    """
    roster, explanations = record.roster, record.explanations
    seated = [(member, cohort.label) for cohort in roster.cohorts for member in cohort.members]
    placed = [member for member, _ in seated] + [waiting.participant for waiting in roster.waitlist]
    labels = [cohort.label for cohort in roster.cohorts]
    whole = (
        bool(roster.cohorts)
        and all(cohort.members for cohort in roster.cohorts)
        and len(set(labels)) == len(labels)
        and sorted(placed) == sorted(person.id for person in record.participants)
        and len(set(placed)) == len(placed)
        and labels == [cohort.label for cohort in explanations.cohorts]
        and sorted(seated) == sorted((seat.participant, seat.cohort) for seat in explanations.people)
    )
    if not whole:
        raise RecordError(
            name,
            "contradicts itself: its people, cohorts and explanations do not fit together.",
            "Nothing was explained.",
            "use the file that `ok-match match --format json` wrote, unchanged.",
        )


def _insist_on_model(record: Record, name: str, model: similarity.TextModel | None) -> None:
    """Check that the text model is the one that the cohorts were formed with."""
    wanted = record.provenance.model
    if (wanted.sha256 if wanted else None) == (model.fingerprint if model else None):
        return
    made = f'a text model of your own, "{wanted.name}"' if wanted else "the text model that comes with ok-match"
    given = "another was given" if model else "it was not given"
    raise RecordError(
        name,
        f"was made with {made}, and {given}.",
        "Nothing was explained, because the record could not be recomputed.",
        f"add --model with the folder of {wanted.name}." if wanted else "leave --model out.",
    )


def _unfit(name: str, record: Record, what: str) -> RecordError:
    made = record.provenance.version
    return RecordError(
        name,
        what,
        "Nothing was explained, because the record could not be recomputed.",
        f"use ok-match {made}, which made the record (this is {version('ok-match')}), or match the sheet again.",
    )
