"""The price of an exchange on a page is what the exchange really costs."""

from collections.abc import Callable, Iterator
from itertools import combinations, islice

import pytest

from ok_match import Record
from ok_match.mentions import PeopleFinder
from ok_match.model import Exchange, Terms
from ok_match.partition import cost
from ok_match.rules import World, constraints_of, with_conflicts
from ok_match.season import Reopened
from ok_match.similarity import judge
from tests.render.reopened import labels_of, of_hand_kept

Cost = Callable[[list[int]], tuple[int, int]]


def pricing(record: Record) -> Cost:
    """The cost of a placement of the record's people under its program, by the terms alone."""
    people = record.participants
    affinity, _ = judge(record.provenance.engine, people, record.program.weights, record.corrections)
    world = World(people, record.roster.held, affinity, PeopleFinder(people, record.roster.held))
    rules = constraints_of(with_conflicts(record.program, record.conflicts), world)
    terms = Terms(len(people), tuple(term for rule in rules for term in rule.terms()))
    return lambda labels: cost(terms, labels, len(record.roster.cohorts))


def every_exchange(record: Record, person: str, beside: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Every swap and every move within the sizes that seats a person beside another."""
    before = labels_of(record)
    home, target = before[person], before[beside]
    sizes = [len(cohort.members) for cohort in record.roster.cohorts]
    if home < len(sizes) and sizes[home] > min(sizes) and sizes[target] < max(sizes):
        yield "", before | {person: target}
    for other in record.roster.cohorts[target].members:
        if other != beside:
            yield other, before | {person: target, other: home}


def agrees(exchange: Exchange, record: Record, beside: str, price: Cost) -> None:
    """Check an exchange on a page against every exchange really made."""
    order = [person.id for person in record.participants]
    must, should = price([labels_of(record)[person] for person in order])
    real = {}
    for partner, labels in every_exchange(record, exchange.person, beside):
        broken, more = price([labels[person] for person in order])
        if broken <= must:
            real[partner] = more - should
    if exchange.best is None:
        assert not real
        assert exchange.barriers
    else:
        assert exchange.best.price == real[exchange.best.swap_with] == min(real.values())
        assert exchange.best.price >= 0
        assert not exchange.barriers


@pytest.mark.parametrize("sample", ["google-forms.csv", "microsoft-forms.xlsx", "hand-kept.csv"])
def test_why_not_prices_are_what_the_exchange_really_costs(sample: str, reopened: dict[str, Reopened]) -> None:
    run = reopened[sample]
    record, price = run.record, pricing(run.record)
    labels = labels_of(record)
    apart = [pair for pair in combinations(labels, 2) if labels[pair[0]] != labels[pair[1]]]
    seen = set()
    for first, second in islice(apart, 0, None, max(1, len(apart) // 40)):
        page = run.why_not(first, second)
        assert not page.together
        if not page.forbidden:
            assert [exchange.person for exchange in page.exchanges] == [first, second]
            agrees(page.exchanges[0], record, second, price)
            agrees(page.exchanges[1], record, first, price)
            seen.update(bool(exchange.best.swap_with) for exchange in page.exchanges if exchange.best)
    assert seen


def test_why_not_prices_are_exact_for_those_who_wait() -> None:
    run = of_hand_kept(size=5)
    record, price = run.record, pricing(run.record)
    for waiting in record.roster.waitlist:
        for cohort in record.roster.cohorts:
            page = run.why_not(waiting.participant, cohort.members[0])
            (exchange,) = page.exchanges
            assert exchange.person == waiting.participant
            agrees(exchange, record, cohort.members[0], price)


def test_the_best_other_seat_is_the_cheapest_of_all_why_nots(reopened: dict[str, Reopened]) -> None:
    run = reopened["google-forms.csv"]
    labels = labels_of(run.record)
    for person in list(labels)[::7]:
        pages = [run.why_not(person, other) for other in labels if labels[other] != labels[person]]
        prices = [page.exchanges[0].best.price for page in pages if page.exchanges and page.exchanges[0].best]
        other_seat = run.person(person).other_seat
        assert other_seat
        assert other_seat.price == min(prices)
