"""A page about a seat is true: it agrees with the record, and its quotations are what was written."""

from collections.abc import Iterator
from itertools import combinations, islice

import pytest

from ok_match import Record
from ok_match.model import Finding, Rule, SeatPage, Strength
from ok_match.render import EXPLAIN_FORMATS, seat_page, terminal
from ok_match.render.document import Document, Entries, Facts, Quote, Span
from ok_match.season import Reopened, reopen
from tests.render.reopened import labels_of, of_hand_kept


def test_the_page_is_faithful_to_the_record(reopened: dict[str, Reopened]) -> None:
    assert all(run.faithful for run in reopened.values())


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx", "hand-kept.csv"])
def test_what_is_computed_again_is_what_the_record_says(sample: str, reopened: dict[str, Reopened]) -> None:
    run = reopened[sample]
    for seat in run.record.explanations.people:
        page = run.person(seat.participant)
        assert page.common_ground == seat.common_ground
        assert page.peers[: len(seat.closest)] == seat.closest
        assert page.gives[: len(seat.gives)] == seat.gives
        assert page.gets[: len(seat.gets)] == seat.gets
    for cohort in run.record.explanations.cohorts:
        pairs = run.cohort(cohort.label).pairs
        assert [pair.affinity for pair in pairs] == sorted((pair.affinity for pair in pairs), reverse=True)


def test_a_must_that_forbids_is_named_with_its_evidence(reopened: dict[str, Reopened]) -> None:
    run = reopened["google-forms.csv"]
    ids = {person.name: person.id for person in run.record.participants}
    page = run.why_not(ids["Dale Otteson"], ids["Greg Milbrook"])
    assert "apart" in [reason.rule for reason in page.forbidden]
    assert not page.exchanges
    assert "former business partners" in EXPLAIN_FORMATS["terminal"](run.record, page)


def test_two_people_without_a_common_time_see_when_each_can_come(reopened: dict[str, Reopened]) -> None:
    run = reopened["google-forms.csv"]
    free = {person.id: set(person.trait("availability")) for person in run.record.participants}
    first, second = next(
        pair for pair in combinations(free, 2) if all(map(free.get, pair)) and not free[pair[0]] & free[pair[1]]
    )
    (reason,) = [reason for reason in run.why_not(first, second).forbidden if reason.rule == "meeting_slot"]
    for person in (first, second):
        assert {evidence.label for evidence in reason.evidence if person in evidence.people} == free[person]
    bonds = [bond for bond in run.person(first).bonds if bond.rule == "meeting_slot"]
    assert second in bonds[0].evidence[0].people


def test_two_people_may_be_parted_by_what_forbids_a_companion() -> None:
    maeve, colin, derek = "Maeve Tiernan", "Colin Astbury", "Derek Ollerenshaw"
    run = of_hand_kept(
        Rule(rule="together", arguments={"people": [maeve, colin]}, why="came as two"),
        Rule(rule="apart", arguments={"people": [colin, derek]}, why="cousins"),
    )
    ids = {person.name: person.id for person in run.record.participants}
    page = run.why_not(ids[maeve], ids[derek])
    assert [(reason.rule, reason.evidence[0].label) for reason in page.forbidden] == [("apart", "cousins")]
    assert set(page.forbidden[0].evidence[0].people) == {ids[colin], ids[derek]}
    friends = run.pair(ids[maeve], ids[colin])
    assert friends.together
    assert [(bond.rule, bond.apart) for bond in friends.bonds if bond.strength is Strength.MUST] == [
        ("together", False)
    ]
    assert run.why_not(ids[maeve], ids[colin]).together


def test_a_person_bound_to_another_cannot_swap_alone() -> None:
    run = of_hand_kept(Rule(rule="together", arguments={"people": ["Maeve Tiernan", "Colin Astbury"]}))
    labels = labels_of(run.record)
    maeve = next(person.id for person in run.record.participants if person.name == "Maeve Tiernan")
    other = next(person for person in labels if labels[person] != labels[maeve])
    page = run.why_not(maeve, other)
    exchange = page.exchanges[0]
    assert exchange.best is None
    barrier = next(barrier for barrier in exchange.barriers if barrier.rule == "together")
    assert len(barrier.swap_with) == 5
    assert "would break: people kept together." in " ".join(EXPLAIN_FORMATS["terminal"](run.record, page).split())


def test_fixed_seats_in_different_cohorts_keep_two_people_apart() -> None:
    run = of_hand_kept(
        Rule(rule="seat", arguments={"person": "Maeve Tiernan", "cohorts": [1]}, why="hosts it"),
        Rule(rule="seat", arguments={"person": "Colin Astbury", "cohorts": [2]}),
    )
    ids = {person.name: person.id for person in run.record.participants}
    page = run.why_not(ids["Maeve Tiernan"], ids["Colin Astbury"])
    assert [reason.rule for reason in page.forbidden] == ["seat"]
    assert "hosts it" in EXPLAIN_FORMATS["terminal"](run.record, page)
    assert [bond.rule for bond in run.person(ids["Maeve Tiernan"]).bonds if not bond.apart] == ["seat"]


def test_a_pair_is_the_same_from_both_sides(reopened: dict[str, Reopened]) -> None:
    run = reopened["google-forms.csv"]
    first, second = (person.id for person in run.record.participants[:2])
    page, back = run.pair(first, second), run.pair(second, first)
    assert (page.affinity, page.facets, page.bonds, page.forbidden) == (
        back.affinity,
        back.facets,
        back.bonds,
        back.forbidden,
    )
    assert page.gives == back.gets


def test_a_facet_that_one_person_left_empty_is_marked(reopened: dict[str, Reopened]) -> None:
    run = reopened["hand-kept.csv"]
    ids = {person.name: person.id for person in run.record.participants}
    page = run.pair(ids["Siobhán Queally"], ids["Maeve Tiernan"])
    assert [share.affinity for share in page.facets if share.facet == "opportunities"] == [None]
    assert "Opportunities: not answered by both" in EXPLAIN_FORMATS["terminal"](run.record, page)


def pages_of(run: Reopened) -> Iterator[SeatPage]:
    """Every page about a person or a cohort, and some of those about two people."""
    record = run.record
    ids = [person.id for person in record.participants] + [held.participant for held in record.roster.held]
    yield from map(run.person, ids)
    yield from (run.cohort(cohort.label) for cohort in run.record.roster.cohorts)
    for pair in islice(combinations(ids, 2), 0, None, 17):
        yield run.pair(*pair)
        yield run.why_not(*pair)


def spans_of(document: Document) -> Iterator[Span]:
    for block in [*document.opening, *(block for section in document.sections for block in section.blocks)]:
        match block:
            case Facts():
                lines = [line for _, line in block.rows]
            case Entries():
                lines = [line for title, rest in block.entries for line in (title, *rest)]
            case _:
                lines = list(block.lines)
        yield from (span for line in lines for span in line)


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx", "hand-kept.csv"])
def test_every_quotation_is_what_somebody_wrote(sample: str, reopened: dict[str, Reopened]) -> None:
    run = reopened[sample]
    texts = [statement.text for person in run.record.participants for statement in person.statements]
    texts += [conflict.sentence for conflict in run.record.conflicts]
    written = [" ".join(text.split()) for text in texts]
    for page in pages_of(run):
        subjects = {
            subject
            for link in [
                *(link for peer in getattr(page, "peers", ()) for link in peer.links),
                *getattr(page, "links", ()),
            ]
            for subject in link.subjects
        }
        subjects |= {gift.subject for gift in [*getattr(page, "gives", ()), *getattr(page, "gets", ())]}
        subjects |= {ground.theme for cohort in run.record.explanations.cohorts for ground in cohort.shared}
        if page.kind == "cohort":
            subjects |= {
                subject
                for seat in page.seats
                for peer in seat.closest
                for link in peer.links
                for subject in link.subjects
            }
        for span in spans_of(seat_page(run.record, page)):
            if isinstance(span, Quote):
                start = span.text.removesuffix(" …")
                assert span.text in subjects or any(text.startswith(start) for text in written), page.kind


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(width: int, reopened: dict[str, Reopened]) -> None:
    from rich.cells import cell_len
    from rich.text import Text

    run = reopened["google-forms.csv"]
    for page in islice(pages_of(run), 0, None, 9):
        shown = Text.from_ansi(terminal(seat_page(run.record, page), width, colour=True)).plain
        assert max(map(cell_len, shown.splitlines())) <= width


def test_a_record_that_recomputes_differently_is_reported_as_such(records: dict[str, Record]) -> None:
    record = records["hand-kept.csv"]
    changed = record.model_copy(update={"score": record.score.model_copy(update={"should": 1})})
    page = reopen(changed).person(record.participants[0].id)
    assert not page.faithful
    assert "computes different numbers for it" in " ".join(EXPLAIN_FORMATS["terminal"](changed, page).split())


def test_every_finding_that_names_a_person_is_on_their_page(reopened: dict[str, Reopened]) -> None:
    run = reopened["google-forms.csv"]
    findings: list[Finding] = [f for cohort in run.record.explanations.cohorts for f in cohort.findings]
    for person in run.record.participants:
        here = {f.rule for f in findings for evidence in f.evidence if person.id in evidence.people}
        assert here <= {bond.rule for bond in run.person(person.id).bonds}
