"""What is told of one seat is true: prices are what the exchange really costs, quotations are what was written."""

from collections.abc import Callable, Iterator
from itertools import combinations, islice

import pytest

from ok_match import Options, Program, Record, Sheet, match
from ok_match.mentions import PeopleFinder
from ok_match.model import Exchange, Finding, Rule, SeatPage, Sizes, Strength, Terms
from ok_match.partition import cost
from ok_match.render import EXPLAIN_FORMATS, seat_page, terminal
from ok_match.render.document import Document, Entries, Facts, Said, Span
from ok_match.rules import World, constraints_of, with_conflicts
from ok_match.season import Reopened, reopen
from ok_match.similarity import judge
from tests.conftest import SAMPLES

Cost = Callable[[list[int]], tuple[int, int]]


@pytest.fixture(scope="module")
def revisits(records: dict[str, Record]) -> dict[str, Reopened]:
    """Every sample's record, looked at again after it was saved and read back."""
    return {name: reopen(Record.model_validate_json(record.to_json())) for name, record in records.items()}


def of_hand_kept(*rules: Rule, size: int = 6) -> Reopened:
    """Match the hand-kept sheet under these rules, in cohorts of one size, and look at it again."""
    sheet = SAMPLES / "hand-kept.csv"
    program = Program(cohorts=Sizes(min=size, max=size), rules=rules)
    return reopen(match(Sheet(sheet.name, sheet.read_bytes()), program, Options(engine="lexical")))


def pricing(record: Record) -> Cost:
    """Price placements from the record's people and program, by the terms alone."""
    people = record.participants
    affinity, _ = judge(record.provenance.engine, people, record.program.weights, record.corrections)
    world = World(people, record.roster.held, affinity, PeopleFinder(people, record.roster.held))
    rules = constraints_of(with_conflicts(record.program, record.conflicts), world)
    terms = Terms(len(people), tuple(term for rule in rules for term in rule.terms()))
    return lambda labels: cost(terms, labels, len(record.roster.cohorts))


def labels_of(record: Record) -> dict[str, int]:
    """Give everybody's cohort, counted from 0; those who wait stand after the last."""
    waiting = {one.participant: len(record.roster.cohorts) for one in record.roster.waitlist}
    return waiting | {one: n for n, cohort in enumerate(record.roster.cohorts) for one in cohort.members}


def every_exchange(record: Record, person: str, beside: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Make every swap and every move within the sizes that seats a person beside another."""
    before = labels_of(record)
    home, target = before[person], before[beside]
    sizes = [len(cohort.members) for cohort in record.roster.cohorts]
    if home < len(sizes) and sizes[home] > min(sizes) and sizes[target] < max(sizes):
        yield "", before | {person: target}
    for other in record.roster.cohorts[target].members:
        if other != beside:
            yield other, before | {person: target, other: home}


def agrees(exchange: Exchange, record: Record, beside: str, price: Cost) -> None:
    """Make the exchanges for real and hold the page to them."""
    order = [one.id for one in record.participants]
    must, should = price([labels_of(record)[one] for one in order])
    real = {}
    for partner, labels in every_exchange(record, exchange.person, beside):
        broken, more = price([labels[one] for one in order])
        if broken <= must:
            real[partner] = more - should
    if exchange.best is None:
        assert not real
        assert exchange.barriers
    else:
        assert exchange.best.price == real[exchange.best.swap_with] == min(real.values())
        assert exchange.best.price >= 0
        assert not exchange.barriers


def test_the_page_is_faithful_to_the_record(revisits: dict[str, Reopened]) -> None:
    assert all(revisit.faithful for revisit in revisits.values())


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx", "hand-kept.csv"])
def test_what_is_computed_again_is_what_the_record_says(sample: str, revisits: dict[str, Reopened]) -> None:
    revisit = revisits[sample]
    for seat in revisit.record.explanations.people:
        page = revisit.person(seat.participant)
        assert page.common_ground == seat.common_ground
        assert page.peers[: len(seat.closest)] == seat.closest
        assert page.gives[: len(seat.gives)] == seat.gives
        assert page.gets[: len(seat.gets)] == seat.gets
    for cohort in revisit.record.explanations.cohorts:
        pairs = revisit.cohort(cohort.label).pairs
        assert [pair.affinity for pair in pairs] == sorted((pair.affinity for pair in pairs), reverse=True)


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx", "hand-kept.csv"])
def test_why_not_prices_are_what_the_exchange_really_costs(sample: str, revisits: dict[str, Reopened]) -> None:
    revisit = revisits[sample]
    record, price = revisit.record, pricing(revisit.record)
    labels = labels_of(record)
    apart = [pair for pair in combinations(labels, 2) if labels[pair[0]] != labels[pair[1]]]
    seen = set()
    for first, second in islice(apart, 0, None, max(1, len(apart) // 40)):
        page = revisit.why_not(first, second)
        assert not page.together
        if not page.forbidden:
            assert [one.person for one in page.exchanges] == [first, second]
            agrees(page.exchanges[0], record, second, price)
            agrees(page.exchanges[1], record, first, price)
            seen.update(bool(one.best and one.best.swap_with) for one in page.exchanges if one.best)
    assert seen


def test_why_not_prices_are_exact_for_those_who_wait() -> None:
    revisit = of_hand_kept(size=5)
    record, price = revisit.record, pricing(revisit.record)
    for waiting in record.roster.waitlist:
        for cohort in record.roster.cohorts:
            page = revisit.why_not(waiting.participant, cohort.members[0])
            (exchange,) = page.exchanges
            assert exchange.person == waiting.participant
            agrees(exchange, record, cohort.members[0], price)


def test_the_best_seat_elsewhere_is_the_best_of_all_why_nots(revisits: dict[str, Reopened]) -> None:
    revisit = revisits["google-forms.csv"]
    labels = labels_of(revisit.record)
    for person in list(labels)[::7]:
        pages = [revisit.why_not(person, other) for other in labels if labels[other] != labels[person]]
        prices = [page.exchanges[0].best.price for page in pages if page.exchanges and page.exchanges[0].best]
        other_seat = revisit.person(person).other_seat
        assert other_seat
        assert other_seat.price == min(prices)


def test_a_must_that_forbids_is_named_with_its_evidence(revisits: dict[str, Reopened]) -> None:
    revisit = revisits["google-forms.csv"]
    ids = {one.name: one.id for one in revisit.record.participants}
    page = revisit.why_not(ids["Dale Otteson"], ids["Greg Milbrook"])
    assert "apart" in [reason.rule for reason in page.forbidden]
    assert not page.exchanges
    assert "former business partners" in EXPLAIN_FORMATS["terminal"](revisit.record, page)


def test_two_without_a_time_in_common_are_told_when_each_can_come(revisits: dict[str, Reopened]) -> None:
    revisit = revisits["google-forms.csv"]
    free = {one.id: set(one.trait("availability")) for one in revisit.record.participants}
    first, second = next(
        pair for pair in combinations(free, 2) if all(map(free.get, pair)) and not free[pair[0]] & free[pair[1]]
    )
    (reason,) = [one for one in revisit.why_not(first, second).forbidden if one.rule == "meeting_slot"]
    for one in (first, second):
        assert {evidence.label for evidence in reason.evidence if one in evidence.people} == free[one]
    bonds = [bond for bond in revisit.person(first).bonds if bond.rule == "meeting_slot"]
    assert second in bonds[0].evidence[0].people


def test_a_friend_who_comes_along_may_be_what_parts_two() -> None:
    maeve, colin, derek = "Maeve Tiernan", "Colin Astbury", "Derek Ollerenshaw"
    revisit = of_hand_kept(
        Rule(rule="together", arguments={"people": [maeve, colin]}, why="came as two"),
        Rule(rule="apart", arguments={"people": [colin, derek]}, why="cousins"),
    )
    ids = {one.name: one.id for one in revisit.record.participants}
    page = revisit.why_not(ids[maeve], ids[derek])
    assert [(reason.rule, reason.evidence[0].label) for reason in page.forbidden] == [("apart", "cousins")]
    assert set(page.forbidden[0].evidence[0].people) == {ids[colin], ids[derek]}
    friends = revisit.pair(ids[maeve], ids[colin])
    assert friends.together
    assert [(bond.rule, bond.apart) for bond in friends.bonds if bond.strength is Strength.MUST] == [
        ("together", False)
    ]
    assert revisit.why_not(ids[maeve], ids[colin]).together


def test_somebody_bound_to_another_cannot_be_exchanged_alone() -> None:
    revisit = of_hand_kept(Rule(rule="together", arguments={"people": ["Maeve Tiernan", "Colin Astbury"]}))
    labels = labels_of(revisit.record)
    maeve = next(one.id for one in revisit.record.participants if one.name == "Maeve Tiernan")
    other = next(one for one in labels if labels[one] != labels[maeve])
    page = revisit.why_not(maeve, other)
    exchange = page.exchanges[0]
    assert exchange.best is None
    barrier = next(one for one in exchange.barriers if one.rule == "together")
    assert len(barrier.swap_with) == 5
    assert "would break: together." in " ".join(EXPLAIN_FORMATS["terminal"](revisit.record, page).split())


def test_fixed_seats_that_no_cohort_has_both_of() -> None:
    revisit = of_hand_kept(
        Rule(rule="seat", arguments={"person": "Maeve Tiernan", "cohorts": [1]}, why="hosts it"),
        Rule(rule="seat", arguments={"person": "Colin Astbury", "cohorts": [2]}),
    )
    ids = {one.name: one.id for one in revisit.record.participants}
    page = revisit.why_not(ids["Maeve Tiernan"], ids["Colin Astbury"])
    assert [reason.rule for reason in page.forbidden] == ["seat"]
    assert "hosts it" in EXPLAIN_FORMATS["terminal"](revisit.record, page)
    assert [bond.rule for bond in revisit.person(ids["Maeve Tiernan"]).bonds if not bond.apart] == ["seat"]


def test_a_pair_is_the_same_from_both_sides(revisits: dict[str, Reopened]) -> None:
    revisit = revisits["google-forms.csv"]
    first, second = (one.id for one in revisit.record.participants[:2])
    page, back = revisit.pair(first, second), revisit.pair(second, first)
    assert (page.affinity, page.facets, page.bonds, page.forbidden) == (
        back.affinity,
        back.facets,
        back.bonds,
        back.forbidden,
    )
    assert page.gives == back.gets


def test_a_facet_that_one_left_empty_is_said_to_be(revisits: dict[str, Reopened]) -> None:
    revisit = revisits["hand-kept.csv"]
    ids = {one.name: one.id for one in revisit.record.participants}
    page = revisit.pair(ids["Siobhán Queally"], ids["Maeve Tiernan"])
    assert [share.affinity for share in page.facets if share.facet == "opportunities"] == [None]
    assert "Opportunities: did not both answer" in EXPLAIN_FORMATS["terminal"](revisit.record, page)


def pages_of(revisit: Reopened) -> Iterator[SeatPage]:
    """Make every page about people and cohorts, and some of those about two people."""
    ids = [one.id for one in revisit.record.participants] + [one.participant for one in revisit.record.roster.held]
    yield from map(revisit.person, ids)
    yield from (revisit.cohort(cohort.label) for cohort in revisit.record.roster.cohorts)
    for pair in islice(combinations(ids, 2), 0, None, 17):
        yield revisit.pair(*pair)
        yield revisit.why_not(*pair)


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
def test_every_quotation_is_what_somebody_wrote(sample: str, revisits: dict[str, Reopened]) -> None:
    revisit = revisits[sample]
    written = [" ".join(one.text.split()) for person in revisit.record.participants for one in person.statements]
    written += [" ".join(one.sentence.split()) for one in revisit.record.conflicts]
    for page in pages_of(revisit):
        subjects = {
            subject
            for link in [
                *(link for peer in getattr(page, "peers", ()) for link in peer.links),
                *getattr(page, "links", ()),
            ]
            for subject in link.subjects
        }
        subjects |= {gift.subject for gift in [*getattr(page, "gives", ()), *getattr(page, "gets", ())]}
        subjects |= {ground.theme for cohort in revisit.record.explanations.cohorts for ground in cohort.shared}
        if page.kind == "cohort":
            subjects |= {
                subject
                for seat in page.seats
                for peer in seat.closest
                for link in peer.links
                for subject in link.subjects
            }
        for span in spans_of(seat_page(revisit.record, page)):
            if isinstance(span, Said):
                start = span.text.removesuffix(" …")
                assert span.text in subjects or any(one.startswith(start) for one in written), page.kind


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen(width: int, revisits: dict[str, Reopened]) -> None:
    from rich.cells import cell_len
    from rich.text import Text

    revisit = revisits["google-forms.csv"]
    for page in islice(pages_of(revisit), 0, None, 9):
        shown = Text.from_ansi(terminal(seat_page(revisit.record, page), width, colour=True)).plain
        assert max(map(cell_len, shown.splitlines())) <= width


def test_a_record_that_comes_out_differently_is_said_to(records: dict[str, Record]) -> None:
    record = records["hand-kept.csv"]
    changed = record.model_copy(update={"score": record.score.model_copy(update={"should": 1})})
    page = reopen(changed).person(record.participants[0].id)
    assert not page.faithful
    assert "its numbers come out differently" in " ".join(EXPLAIN_FORMATS["terminal"](changed, page).split())


def test_findings_told_of_a_person_name_them(revisits: dict[str, Reopened]) -> None:
    revisit = revisits["google-forms.csv"]
    findings: list[Finding] = [one for cohort in revisit.record.explanations.cohorts for one in cohort.findings]
    for person in revisit.record.participants:
        here = {one.rule for one in findings for evidence in one.evidence if person.id in evidence.people}
        assert here <= {bond.rule for bond in revisit.person(person.id).bonds}
