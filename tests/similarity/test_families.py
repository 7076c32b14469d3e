"""Families of words that are about the same thing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.similarity.families import family, words

FAMILIES = [
    "hire hires hired hiring",
    "price prices priced pricing",
    "delegate delegates delegating delegated",
    "plan plans planned planning",
    "employee employees",
    "manage manager managers managing",
    "supply supplies supplied",
    "city cities",
    "tax taxes taxed",
    "sell sells selling seller",
    "fee fees",
    "grow grows growing grower",
    "customer customers",
    "invoice invoices invoicing",
]
STRANGERS = ["cash crash", "hire fire", "staff start", "market money", "price pride", "tax taxi", "bread break"]


@pytest.mark.parametrize("members", FAMILIES)
def test_inflections_of_a_word_are_one_family(members: str) -> None:
    assert len({family(word) for word in members.split()}) == 1


@pytest.mark.parametrize("members", ["process processes processing", "loss losses", "stress stressed", "boss bosses"])
def test_inflections_of_a_word_that_ends_in_ss_are_one_family(members: str) -> None:
    assert len({family(word) for word in members.split()}) == 1


def test_words_that_only_look_alike_are_strangers() -> None:
    assert family("letting") != family("letter")


@pytest.mark.parametrize("pair", STRANGERS)
def test_different_words_are_different_families(pair: str) -> None:
    first, second = pair.split()
    assert family(first) != family(second)


@given(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=14))
@settings(max_examples=50, deadline=None)
def test_a_family_begins_its_word_and_keeps_three_letters(word: str) -> None:
    stem = family(word)
    assert word.startswith(stem)
    assert len(stem) >= min(3, len(word))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Hire a second-in-command", ["hire", "command"]),
        ("I'm not able to get it all done by myself", []),
        ("Don’t burn out; burn on", ["burn", "burn"]),
        ("The shop's roof, 3 leaks & 40% more", ["shop", "roof", "leaks"]),
        ("ZÜRICH Zürich", ["zürich", "zürich"]),
        ("", []),
    ],
)
def test_only_words_that_reveal_what_a_text_is_about_count(text: str, content: list[str]) -> None:
    assert list(words(text)) == content
