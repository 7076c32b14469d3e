"""A rule that parts fewer pairs than chance would is made firmer, where that helps."""

from collections import defaultdict

from ok_match import Options, Program, match, read_record, reopen
from ok_match.model import Crossing, Rule, Sizes, Strength
from ok_match.season import open_sheet
from tests.conftest import SAMPLES

SHEET = open_sheet(SAMPLES / "hand-kept.csv")
SIZES = Sizes(min=6, max=6)


def price(program: Program) -> int | None:
    """The price that the record says, or ``None`` for the usual one."""
    (rule,) = (rule for rule in match(SHEET, program).program.rules if rule.rule == "industry_spread")
    return rule.weight


def test_no_more_pairs_from_one_sector_share_a_cohort_than_in_random_cohorts() -> None:
    record = match(SHEET, Program(cohorts=SIZES))
    counted = record.pairs_of("industry_spread")
    assert counted
    assert counted.pairs <= counted.random
    assert price(Program(cohorts=SIZES)) is not None  # it had to be raised in this sheet


def test_a_record_under_a_raised_price_opens_to_the_same_roster() -> None:
    record = match(SHEET, Program(cohorts=SIZES), Options(alternatives=1))
    assert read_record(record.to_json()) == record
    assert reopen(record).faithful


def test_a_price_that_the_program_states_is_kept_and_so_is_loose_crossing() -> None:
    stated = Rule(rule="industry_spread", strength=Strength.SHOULD, weight=1)
    assert price(Program(cohorts=SIZES, rules=(stated,))) == 1
    assert price(Program(cohorts=SIZES, crossing=Crossing.LOOSE)) is None


def test_the_price_is_given_up_where_the_musts_allow_nothing_better() -> None:
    sectors = defaultdict(list)
    for person in match(SHEET, Program(cohorts=SIZES)).participants:
        sectors[person.work.sector].append(person.name)
    together = tuple(Rule(rule="together", arguments={"people": names}) for names in sectors.values() if len(names) > 1)
    program = Program(cohorts=SIZES, rules=together)
    counted = match(SHEET, program).pairs_of("industry_spread")
    assert counted
    assert counted.pairs == counted.among > counted.random
    assert price(program) is None
