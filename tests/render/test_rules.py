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


def said(rule: str, cost: int, *evidence: tuple[str, str], strength: Strength = Strength.SHOULD) -> str:
    """Word a finding of a cohort of three; people are written as letters."""
    shown = tuple(Evidence(label=label, people=tuple(who)) for label, who in evidence)
    finding = Finding(rule=rule, strength=strength, cost=cost * POINT, evidence=shown)
    found = RULES[rule].found
    assert found
    label, word = found
    line = word(finding, 3, NAMES)
    return f"{label}: {''.join(str(part) for part in line)}" if line else ""


def test_the_table_of_words_has_an_entry_for_every_rule_and_for_nothing_else() -> None:
    assert set(RULES) == set(CARDS)


@pytest.mark.parametrize("rule", CARDS)
def test_every_rule_has_all_the_words_that_its_card_calls_for(rule: str) -> None:
    card, words = CARDS[rule], RULES[rule]
    assert words.name
    assert words.meaning
    assert words.found
    assert said(rule, 0) == ""
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
        (said("requests", -40, ("", "ab")), "Asked to sit together: A and B"),
        (said("history", 40, ("Spring", "ab")), "Met before: Spring (A and B) (costs 40 points)"),
        (said("history", -40, ("Spring", "ab")), "Met before: Spring (A and B)"),
        (said("at_least", 0, ("years: 10 or more", "")), "Asked for: years: 10 or more: nobody"),
        (said("at_least", 9, ("years: 10 or more", "a")), "Asked for: years: 10 or more: A (costs 9 points)"),
        (said("facilitators", 0, ("facilitators", "ac")), "Could facilitate: A and C"),
        (said("facilitators", 3, ("facilitators", "")), "Could facilitate: nobody (costs 3 points)"),
        (
            said("strong_in_each", 9, ("Trust", ""), ("Candour", "")),
            "Nobody strong in: Trust or Candour (costs 9 points)",
        ),
        (said("balance", 9, ("team_size: large", "b")), "Out of balance: team size: large (B) (costs 9 points)"),
        (said("meeting_slot", 0, ("Tue", ""), ("Wed", "")), "Can meet: Tue or Wed, when all 3 can come"),
        (said("meeting_slot", 5, ("Tue", "b")), "Can meet: Tue without B"),
        (
            said("nobody_stranded", 7, ("200 of 1000", "c"), ("250 of 1000", "")),
            "Share little: C with less than 200 of 1000; the cohort, below 250 of 1000 (costs 7 points)",
        ),
    ],
)  # fmt: skip
def test_findings_are_told_in_plain_words(words: str, expected: str) -> None:
    assert words == expected


def test_long_lists_of_names_are_counted() -> None:
    names = [f"P{number}" for number in range(LONGEST_LIST + 1)]
    assert some(names[:3]) == "P0, P1 and P2"
    assert some(names[:LONGEST_LIST]).endswith(f"and P{LONGEST_LIST - 1}")
    assert some(names).endswith("and 2 others")


def test_a_trade_off_tells_only_what_differs() -> None:
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
