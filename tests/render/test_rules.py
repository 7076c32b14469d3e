"""Every rule has its words, and what it says of a cohort can be read aloud."""

import pytest

from ok_match.model import POINT, Evidence, Finding, PairCount, RosterFigures, Strength
from ok_match.render import Names
from ok_match.render.words.phrases import LONGEST_LIST, some
from ok_match.render.words.rules import RULES
from ok_match.render.words.second_opinions import trade_off
from ok_match.rules import CARDS
from tests.builders import people

NAMES = Names(people("abc"))


def words_for(rule: str, cost: int, *evidence: tuple[str, str], strength: Strength = Strength.SHOULD) -> str:
    """A finding of a cohort of three in words; each letter is a person."""
    shown = tuple(Evidence(label=label, people=tuple(who)) for label, who in evidence)
    finding = Finding(rule=rule, strength=strength, cost=cost * POINT, evidence=shown)
    words = RULES[rule].finding
    assert words
    label, line_of = words
    line = line_of(finding, 3, NAMES)
    return f"{label}: {''.join(str(part) for part in line)}" if line else ""


def test_the_table_of_words_has_an_entry_for_every_rule_and_for_nothing_else() -> None:
    assert set(RULES) == set(CARDS)


@pytest.mark.parametrize("rule", CARDS)
def test_every_rule_has_all_the_words_that_its_card_calls_for(rule: str) -> None:
    card, words = CARDS[rule], RULES[rule]
    assert words.name
    assert words.meaning
    assert words.finding
    assert words_for(rule, 0) == ""
    assert words.parts or words.holds
    if card.weight and Strength.SHOULD in card.strengths and Strength.MUST in card.strengths:
        assert words.unit
    if Strength.MUST in card.strengths and not card.of_cohorts:
        assert words.waits
    if card.eases:
        assert "{value}" in words.eased
    if card.mends:
        assert "{label}" in words.way
    if card.spreads:
        assert words.headline
    if card.standing:
        assert words.standing
        assert Strength.MUST not in card.strengths or words.unjudged


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (words_for("requests", -40, ("", "ab")), "Asked to sit together: A and B"),
        (words_for("history", 40, ("Spring", "ab")), "Met before: Spring (A and B) (costs 40 points)"),
        (words_for("history", -40, ("Spring", "ab")), "Met before: Spring (A and B)"),
        (words_for("at_least", 0, ("years: 10 or more", "")), "Asked for: years: 10 or more: nobody"),
        (words_for("at_least", 9, ("years: 10 or more", "a")), "Asked for: years: 10 or more: A (costs 9 points)"),
        (words_for("facilitators", 0, ("facilitators", "ac")), "Could facilitate: A and C"),
        (words_for("facilitators", 3, ("facilitators", "")), "Could facilitate: nobody (costs 3 points)"),
        (
            words_for("strong_in_each", 9, ("Trust", ""), ("Candour", "")),
            "Nobody strong in: Trust or Candour (costs 9 points)",
        ),
        (words_for("balance", 9, ("team_size: large", "b")), "Out of balance: team size: large (B) (costs 9 points)"),
        (words_for("meeting_slot", 0, ("Tue", ""), ("Wed", "")), "Can meet: Tue or Wed, when all 3 can come"),
        (words_for("meeting_slot", 5, ("Tue", "b")), "Can meet: Tue without B"),
        (
            words_for("nobody_stranded", 7, ("200 of 1000", "c"), ("250 of 1000", "")),
            "Little in common: C, below 200 of 1000; the cohort as a whole, below 250 of 1000 (costs 7 points)",
        ),
    ],
)  # fmt: skip
def test_findings_read_as_plain_words(words: str, expected: str) -> None:
    assert words == expected


def test_long_lists_of_names_are_counted() -> None:
    names = [f"P{number}" for number in range(LONGEST_LIST + 1)]
    assert some(names[:3]) == "P0, P1 and P2"
    assert some(names[:LONGEST_LIST]).endswith(f"and P{LONGEST_LIST - 1}")
    assert some(names).endswith("and 2 others")


def test_a_trade_off_lists_only_what_differs() -> None:
    def figures(ground: int, seat: int, similar: int) -> RosterFigures:
        return RosterFigures(
            common_ground=ground,
            weakest_seat="a",
            weakest_seat_ground=seat,
            weakest_cohort="1",
            weakest_cohort_ground=150,
            similar_work=similar,
        )

    better, worse = trade_off(figures(200, 120, 3), figures(204, 112, 2), NAMES)
    assert better == ["the weakest seat (A) 120 instead of 112"]
    assert worse == ["common ground 200 instead of 204", "pairs from one sector 3 instead of 2"]


def again(pairs: int, fewest: int, *who: tuple[str, str], exact: bool = False) -> str:
    """The headline about people who meet again; each letter is a person, after the label of their cohort."""
    counted = PairCount(rule="history", pairs=pairs, among=30, random=19.9, fewest=fewest, exact=exact)
    assert RULES["history"].headline
    label, line_of = RULES["history"].headline
    line = line_of(counted, [(label, Evidence(label="", people=tuple(met))) for label, met in who], NAMES)
    return f"{label}: {''.join(str(part) for part in line)}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (again(0, 0, exact=True), "Meet again: no pairs (random rosters of these sizes have 20)"),
        (
            again(1, 0, ("2", "ab")),
            "Meet again: 1 pair (random rosters of these sizes have 20): A and B in cohort 2",
        ),
        (
            again(4, 3, ("1", "abc"), ("3", "ac")),
            "Meet again: 4 pairs (random rosters of these sizes have 20; at least 3 must): "
            "A, B and C in cohort 1; A and C in cohort 3",
        ),
        (
            again(4, 3, exact=True),
            "Meet again: 4 pairs (random rosters of these sizes have 20; the fewest possible is 3)",
        ),
        (again(3, 3, exact=True), "Meet again: 3 pairs (random rosters of these sizes have 20; none has fewer)"),
    ],
)
def test_people_who_meet_again_are_counted_beside_chance_and_the_fewest_possible(words: str, expected: str) -> None:
    assert words == expected


def test_many_people_who_meet_again_are_named_with_their_cohorts() -> None:
    assert again(9, 1, *[("1", "ab")] * 9).endswith("; 2 more, named with their cohorts")
