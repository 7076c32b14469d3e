"""The semantic engine finds the same subject in different words and different trades."""

import numpy as np
import pytest

from ok_match.model import MISSING, Correction, Facet, FacetWeights, Ground
from ok_match.similarity import guess_themes, judge, semantic, theme_names
from ok_match.similarity.themes.theme_space import shipped
from tests.builders import participant

LETTING_GO = ["I end up back on the bench every night", "Nobody can decide anything unless I'm in the building"]
GETTING_PAID = ["Customers who take ninety days to pay an invoice", "Stop chasing people for money they owe us"]


def compare(first: str, second: str) -> float:
    positions = np.array([0]), np.array([1])
    return float(semantic([first, second]).compare(*positions)[0, 0])


@pytest.mark.parametrize(
    ("anchor", "same", "other"),
    [
        (LETTING_GO[0], LETTING_GO[1], "Our workbench needs new vices and a coat of varnish"),
        (GETTING_PAID[0], GETTING_PAID[1], "I want more clients next spring"),
        ("Hand the bakery to my daughter", "My son may take over the ranch", "The bakery needs a new oven"),
    ],
)
def test_the_subject_counts_and_not_the_trade(anchor: str, same: str, other: str) -> None:
    assert compare(anchor, same) > compare(anchor, other)


def test_what_is_about_nothing_is_no_answer() -> None:
    reading = semantic(["many thanks to the organizers", "find a second chef before the season starts"])
    assert reading.silent(0)
    assert not reading.silent(1)


def test_likelihoods_over_themes_add_up_to_one() -> None:
    themes, nothing = shipped().probabilities(semantic(LETTING_GO + GETTING_PAID).vectors)
    assert np.allclose(themes.sum(axis=1), 1)
    assert ((nothing >= 0) & (nothing <= 1)).all()


def test_theme_names_are_distinct_and_human() -> None:
    names = theme_names()
    assert len(set(names)) == len(names) > 70
    assert all(name[0].isupper() and "_" not in name for name in names)


def people_of(*goals: str):  # type: ignore[no-untyped-def]
    return tuple(participant(chr(65 + i), goals=goal) for i, goal in enumerate(goals))


def test_affinity_is_symmetric_whole_and_within_its_range() -> None:
    affinity, _ = judge("semantic", people_of(*LETTING_GO, *GETTING_PAID), FacetWeights())
    assert affinity.overall.dtype == np.int32
    assert (affinity.overall == affinity.overall.T).all()
    assert ((affinity.overall >= 0) & (affinity.overall <= 1000)).all()
    assert affinity.overall[0, 1] > max(affinity.overall[0, 2], affinity.overall[1, 3])


def test_a_claim_names_a_theme_and_shows_both_statements() -> None:
    affinity, _ = judge("semantic", people_of(*GETTING_PAID), FacetWeights())
    (link,) = affinity.links(0, 1)
    assert link.subjects == ("Getting paid on time",)
    assert (link.mine.text, link.theirs.text) == tuple(GETTING_PAID)


def test_trade_words_hardly_change_who_is_near_whom() -> None:
    plain = [
        "I can't let go of the {}",
        "late payers at the {} again",
        "my son may take over the {}",
        "the {} is short of hands",
    ]
    trades = ["bakery", "clinic", "garage", "farm"]

    def near(shift: int) -> list[int]:
        goals = [text.format(trades[(i + shift) % 4]) for i, text in enumerate(plain * 2)]
        for i in range(4, 8):
            goals[i] = plain[i - 4].format(trades[(i + shift + 1) % 4])
        overall = judge("semantic", people_of(*goals), FacetWeights())[0].overall
        return overall.argmax(axis=1).tolist()

    assert near(0) == near(1) == [4, 5, 6, 7, 0, 1, 2, 3]


def test_what_one_offers_meets_what_another_lacks() -> None:
    giver = participant("G", offers="I got our invoices paid in thirty days instead of seventy")
    taker = participant("T", goals="Getting slow customers to pay")
    affinity, _ = judge("semantic", (giver, taker), FacetWeights())
    (gift,) = affinity.gifts(0, 1)
    assert (gift.giver, gift.taker) == ("g", "t")
    assert affinity.gifts(1, 0) == ()


def test_a_correction_is_obeyed_before_anything_the_engine_thinks() -> None:
    people = people_of(GETTING_PAID[0], LETTING_GO[0])
    corrections = tuple(
        Correction(participant=p.id, facet=Facet.GOALS, text=p.statements[0].text, theme="Alone at the top")
        for p in people
    )
    before, _ = judge("semantic", people, FacetWeights())
    after, themes = judge("semantic", people, FacetWeights(), corrections)
    assert after.overall[0, 1] > before.overall[0, 1]
    assert after.links(0, 1)[0].subjects == ("Alone at the top",)
    assert "Alone at the top" in {theme.name for theme in themes if theme.ground is Ground.THEME}


def test_a_statement_corrected_to_nothing_is_no_answer() -> None:
    people = people_of(*GETTING_PAID)
    corrections = (Correction(participant="a", facet=Facet.GOALS, text=GETTING_PAID[0], theme=""),)
    affinity, _ = judge("semantic", people, FacetWeights(), corrections)
    assert affinity.facet(Facet.GOALS, 0, 1) == MISSING


def test_a_subject_that_the_list_lacks_goes_by_the_word_that_people_use() -> None:
    odd = ["the alpacas, mostly", "our alpacas again", "my alpacas and I", *LETTING_GO, *GETTING_PAID, "a second chef"]
    _, themes = judge("semantic", people_of(*odd), FacetWeights())
    assert [theme.name for theme in themes if theme.ground is Ground.WORDS] == ["alpacas"]


def test_guesses_come_likeliest_first() -> None:
    (guess,) = guess_themes(people_of(GETTING_PAID[1]))
    assert guess.guesses[0].theme == "Getting paid on time"
    likelihoods = [theme.likelihood for theme in guess.guesses]
    assert likelihoods == sorted(likelihoods, reverse=True)
