"""What a cohort shares, according to its explanation."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.explain import Spoken, explain_cohort, rounded_mean
from ok_match.explain.cohorts import shared_ground
from ok_match.model import CohortExplanation, Facet, Ground, Participant, Place, Statement, Theme, ThemeMention
from tests.builders import affinity_of, people, world_of

NAMES = "abcdefgh"
EVERYBODY = people(NAMES)


def statement(text: str, facet: Facet) -> Statement:
    return Statement(facet=facet, text=text, place=Place(row=2, column=facet.value))


def written(name: str, texts: Mapping[str, str], facet: Facet = Facet.GOALS) -> Theme:
    """A theme named by a word; ``texts`` holds what each person, known by a letter, wrote about it."""
    mentions = [ThemeMention(NAMES.index(who), statement(text, facet)) for who, text in texts.items()]
    return Theme(name, Ground.WORDS, tuple(mentions))


def ticked(name: str, who: str, texts: Mapping[str, str] | None = None) -> Theme:
    """A theme that these people ticked; ``texts`` holds what some of them wrote about it."""
    mentions = [ThemeMention(NAMES.index(letter), statement(name, Facet.THEMES)) for letter in who]
    more = written(name, texts or {}).mentions
    return Theme(name, Ground.TICKED, (*mentions, *more))


def shared(members: str, *themes: Theme) -> dict[str, str]:
    """The themes that these members share, each with the letters of those who share it."""
    grounds = shared_ground([NAMES.index(letter) for letter in members], EVERYBODY, Spoken(themes))
    return {ground.theme: "".join(ground.members) for ground in grounds}


def explained(members: Sequence[int], persons: Sequence[Participant], weights: object = None) -> CohortExplanation:
    affinity = affinity_of(weights) if weights is not None else world_of(persons).affinity
    return explain_cohort("1", members, persons, affinity, Spoken(()), ())


def test_shared_ground_names_exactly_those_members_who_share_it() -> None:
    assert shared("abcd", ticked("Cash", "acdf"), ticked("Rest", "bde")) == {"Cash": "acd", "Rest": "bd"}


def test_what_only_one_member_has_is_not_shared() -> None:
    assert shared("abcd", ticked("Cash", "aefgh"), written("roof", {"b": "mend the roof", "e": "roof"})) == {}


def test_writing_about_a_ticked_option_does_not_count_as_ticking_it() -> None:
    (ground,) = shared_ground([0, 1, 2], EVERYBODY, Spoken([ticked("Cash", "ab", {"a": "more cash", "b": "cash"})]))
    assert ground.members == ("a", "b")
    assert [(quote.participant, quote.statement.text) for quote in ground.quotations] == [
        ("a", "more cash"),
        ("b", "cash"),
    ]


def test_a_tick_itself_is_not_quoted() -> None:
    (ground,) = shared_ground([0, 1], EVERYBODY, Spoken([ticked("Cash", "ab")]))
    assert ground.quotations == ()


def test_each_member_is_quoted_once_by_their_shortest_statement() -> None:
    theme = written("roof", {"a": "mend the roof of the old mill", "b": "the roof"})
    longer = written("roof", {"a": "a roof"})
    (ground,) = shared_ground(
        [0, 1], EVERYBODY, Spoken([Theme("roof", Ground.WORDS, theme.mentions + longer.mentions)])
    )
    assert [(quote.participant, quote.statement.text) for quote in ground.quotations] == [
        ("a", "a roof"),
        ("b", "the roof"),
    ]


def test_a_word_shared_by_two_is_shown_only_where_nothing_was_ticked() -> None:
    roof = written("roof", {"a": "my roof", "b": "our roof"})
    mill = written("mill", {"a": "my mill", "b": "the mill", "c": "a mill"})
    assert shared("abcd", roof) == {"roof": "ab"}
    assert shared("abcd", roof, mill, ticked("Cash", "cd")) == {"Cash": "cd", "mill": "abc"}


def test_ticks_come_before_words_and_those_of_most_members_first() -> None:
    themes_shown = shared(
        "abcd",
        written("roof", {letter: f"{letter} roof" for letter in "abcd"}),
        ticked("Rest", "ab"),
        ticked("Cash", "abc"),
    )
    assert list(themes_shown) == ["Cash", "Rest", "roof"]


def test_what_sets_a_cohort_apart_comes_before_what_everybody_shares() -> None:
    everywhere = written("bread", {letter: f"{letter} bread" for letter in NAMES})
    here = written("roof", {letter: f"{letter} roof" for letter in "abc"})
    assert list(shared("abcd", everywhere, here)) == ["roof", "bread"]


def test_at_most_three_themes_of_a_kind_are_shown() -> None:
    many = [ticked(f"Option {n}", "abc") for n in range(5)]
    words = [written(f"word{n}", {letter: f"{letter} word{n}" for letter in "abc"}) for n in range(5)]
    themes_shown = shared("abcd", *many, *words)
    assert sum(name.startswith("Option") for name in themes_shown) == 3
    assert sum(name.startswith("word") for name in themes_shown) == 3


def test_words_from_the_same_statements_are_shown_once() -> None:
    texts = {"a": "mend the mill roof", "b": "the mill needs a roof"}
    assert len(shared("abc", written("roof", texts), written("mill", texts))) == 1


@given(
    st.lists(st.tuples(st.booleans(), st.sets(st.sampled_from(NAMES), min_size=1)), max_size=6),
    st.sets(st.sampled_from(NAMES), min_size=2),
)
@settings(max_examples=50, deadline=None)
def test_the_members_shown_are_always_those_who_said_it(kinds: list[tuple[bool, set[str]]], members: set[str]) -> None:
    themes = {
        f"theme {n}": ticked(f"theme {n}", "".join(sorted(who)))
        if tick
        else written(f"theme {n}", dict.fromkeys(sorted(who), f"theme {n}"))
        for n, (tick, who) in enumerate(kinds)
    }
    for name, who in shared("".join(sorted(members)), *themes.values()).items():
        assert set(who) == kinds[int(name.split()[1])][1] & members
        assert len(who) >= 2


def test_the_member_who_shares_least_is_named() -> None:
    weights = [[0, 500, 400], [500, 0, 100], [400, 100, 0]]
    assert explained([0, 1, 2], people("abc"), weights).weakest == "c"


def test_common_ground_is_the_mean_of_all_pairs() -> None:
    weights = [[0, 500, 400, 9], [500, 0, 100, 9], [400, 100, 0, 9], [9, 9, 9, 0]]
    assert explained([0, 1, 2], people("abcd"), weights).common_ground == 333
    assert explained([0, 3], people("abcd"), weights).common_ground == 9


def test_industries_are_listed_with_most_members_first() -> None:
    persons = people("abcde", industry=["Retail", "HVAC", "Retail", "", "arts"])
    assert [(industry.label, industry.people) for industry in explained([0, 1, 2, 3, 4], persons).industries] == [
        ("Retail", ("a", "c")),
        ("", ("d",)),
        ("arts", ("e",)),
        ("HVAC", ("b",)),
    ]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12))
@settings(max_examples=50, deadline=None)
def test_means_are_rounded_to_the_nearest_whole_halves_up(values: list[int]) -> None:
    assert rounded_mean(sum(values), len(values)) == floor(Fraction(sum(values), len(values)) + Fraction(1, 2))


def test_the_mean_of_nothing_is_nothing() -> None:
    assert rounded_mean(0, 0) == 0
