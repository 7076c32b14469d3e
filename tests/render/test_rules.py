"""Every rule has its words, and what it says of a cohort can be read aloud."""

import pytest

from ok_match.model import POINT, Evidence, Finding, RosterFigures, Strength
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
    assert worse == ["common ground 200 instead of 204", "pairs in a similar line of work 3 instead of 2"]
