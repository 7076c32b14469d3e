"""Crossing industry lines: what a cohort with more than its share of a sector costs, and whom the rule names."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import POINT, Crossing, OrganisationKind, Participant, Rule, Sector, Strength, Work, pair_share
from ok_match.rules import CARDS, World
from ok_match.rules.counting.industry_spread import IndustrySpread
from ok_match.rules.shapes.fair_share import beyond_share
from tests.builders import people, world_of

from .test_rules import evidence, finding_of

NONPROFIT = OrganisationKind.NONPROFIT


def working(
    *sectors: Sector | None, kinds: Sequence[OrganisationKind | None] = (), **fields: object
) -> list[Participant]:
    """People who work in these sectors, each in a line of work of their own."""
    kinds = kinds or [OrganisationKind.BUSINESS] * len(sectors)
    works = [Work(sector=sector, kind=kind, sure=95) for sector, kind in zip(sectors, kinds, strict=True)]
    return list(people("abcdefghijklmnopqrstuvwxyz"[: len(sectors)], work=works, **fields))


def spread(persons: Sequence[Participant], cohorts: int, weight: int | None = 60, **world: object) -> IndustrySpread:
    """The rule applied to people who will form this many cohorts."""
    line = Rule(rule="industry_spread", strength=Strength.SHOULD, weight=weight)
    applied = CARDS["industry_spread"].apply(line, replace(world_of(persons), cohorts=cohorts, **world))
    assert isinstance(applied, IndustrySpread)
    return applied


@pytest.mark.parametrize(
    ("everybody", "cohorts", "prices"),
    [
        (5, 5, [0, 0, 1, 7, 18]),  # one each: two are a pair beyond, and each further one costs steeply more
        (7, 5, [0, 0, 0, 1, 7]),  # one or two each
        (10, 5, [0, 0, 0, 1, 7]),
        (3, 1, [0, 0, 0, 0, 1]),
    ],
)
def test_a_fair_share_is_free_and_each_further_one_costs_more_than_the_last(
    everybody: int, cohorts: int, prices: list[int]
) -> None:
    assert [beyond_share(members, everybody, cohorts) for members in range(len(prices))] == prices


@given(st.integers(1, 60), st.integers(1, 12))
def test_the_price_is_convex_never_negative_and_nothing_for_an_even_deal(everybody: int, cohorts: int) -> None:
    prices = [beyond_share(members, everybody, cohorts) for members in range(everybody + 1)]
    steps = np.diff(prices)
    assert (np.diff(steps) >= 0).all()
    assert min(prices) >= 0
    low, more = divmod(everybody, cohorts)
    assert prices[low] == 0
    assert not more or prices[low + 1] == 0


def test_a_block_of_one_sector_costs_more_than_the_same_people_dealt_evenly() -> None:
    retail, health = Sector.RETAIL, Sector.HEALTH
    rule = spread(working(retail, retail, retail, retail, health, health, health, health), 2)
    assert finding_of(rule, "abef").cost == finding_of(rule, "cdgh").cost == 0
    # Three of four are one beyond the share of two.
    assert finding_of(rule, "abce").cost == 60 * POINT
    assert finding_of(rule, "abcd").cost == 7 * 60 * POINT


def test_nonprofits_are_near_whatever_they_do_and_named_as_such() -> None:
    sectors = [Sector.ARTS, Sector.HEALTH, Sector.RETAIL, Sector.RETAIL, Sector.FINANCE, Sector.HEALTH]
    kinds = [NONPROFIT, NONPROFIT, *[OrganisationKind.BUSINESS] * 4]
    rule = spread(working(*sectors, kinds=kinds), 3)
    assert evidence(finding_of(rule, "abf")) == {"nonprofit": ("a", "b")}
    assert evidence(finding_of(rule, "cde")) == {"retail": ("c", "d")}
    assert finding_of(rule, "abf").cost == finding_of(rule, "cde").cost == 60 * POINT


def test_among_nonprofits_what_they_do_counts() -> None:
    sectors = [Sector.ARTS, Sector.HEALTH, Sector.ARTS, Sector.HEALTH]
    rule = spread(working(*sectors, kinds=[NONPROFIT] * 4), 2)
    assert sorted(rule.dealt.kinds) == ["arts", "health"]


def test_a_sheet_of_one_sector_pays_nothing_for_what_nobody_can_help() -> None:
    rule = spread(working(*[Sector.CONSTRUCTION] * 6), 2)
    assert finding_of(rule, "abc").cost == finding_of(rule, "def").cost == 0


def test_where_all_work_in_one_sector_specialties_are_mixed_instead() -> None:
    persons = working(*[Sector.HEALTH] * 6, specialty=["Knees", "knees", "Hips", "Hips", "Eyes", "Teeth"])
    rule = spread(persons, 2)
    assert rule.basis == "specialty"
    assert evidence(finding_of(rule, "abe")) == {"knees": ("a", "b")}
    assert finding_of(rule, "abe").cost > finding_of(rule, "ace").cost == 0


def test_where_all_work_in_one_sector_and_have_no_specialty_lines_of_work_are_mixed_instead() -> None:
    rule = spread(people("abcdef", industry=["Plumber", "HVAC", "Roofing", "Roofer", "Carpentry", "Electrician"]), 2)
    assert rule.basis == "line"
    assert finding_of(rule, "abe").cost > finding_of(rule, "ace").cost


def test_competitors_in_one_line_of_work_cost_beyond_their_sector() -> None:
    trades = ["HVAC", "Plumber", "Roofing", "Electrician", "Bakery", "Law", "Bank", "School"]
    persons = people("abcdefgh", industry=trades)
    rule = spread(persons, 4)
    beside, competing = finding_of(rule, "ce"), finding_of(rule, "ab")
    assert competing.cost - finding_of(rule, "cd").cost == 3 * 60 * pair_share(2)
    assert beside.cost == 0


def test_people_whose_sector_is_unknown_are_near_nobody() -> None:
    rule = spread(working(None, None, Sector.RETAIL, Sector.RETAIL, kinds=[None, None, None, None]), 2)
    assert finding_of(rule, "ab").evidence == ()
    assert not spread(working(None, None, kinds=[None, None]), 1).finding([0, 1], 0).judged


def test_without_a_weight_the_price_follows_from_what_is_at_stake_and_how_firmly_lines_are_crossed() -> None:
    persons = working(*[Sector.RETAIL] * 3, *[Sector.HEALTH] * 3)
    close = [[0 if i == j else (600 if i // 3 == j // 3 else 100) for j in range(6)] for i in range(6)]
    world = replace(world_of(persons, close), cohorts=2)
    line = Rule(rule="industry_spread", strength=Strength.SHOULD)

    def price(world: World) -> int:
        return CARDS["industry_spread"].apply(line, world).finding([0, 1, 2], 0).cost

    loose, balanced, strict = (price(replace(world, crossing=how)) for how in Crossing)
    assert 0 < loose < balanced < strict
    far = [[0 if i == j else 100 for j in range(6)] for i in range(6)]
    assert price(replace(world_of(persons, far), cohorts=2)) == 0


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_those_of_a_sector_are_named_where_they_are_more_than_a_fair_share(data: st.DataObject) -> None:
    sectors = data.draw(st.lists(st.sampled_from([None, *list(Sector)[:3]]), min_size=4, max_size=9))
    rule = spread(working(*sectors), 2)
    here = data.draw(st.sets(st.sampled_from(range(len(sectors)))))
    named = {person for line in rule.finding(sorted(here), 0).evidence for person in line.people}
    crowded = {own for own in sectors if own and 2 * sum(sectors[i] is own for i in here) > sectors.count(own) + 1}
    assert named == {"abcdefghi"[i] for i in here if sectors[i] in crowded and sectors.count(sectors[i]) > 1}
