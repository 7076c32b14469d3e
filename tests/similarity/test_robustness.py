"""Odd answers stay harmless, and people's trades count for little."""

import re
import tracemalloc

import numpy as np
import pytest

from ok_match.model import FacetWeights
from ok_match.similarity import guess_themes, judge
from ok_match.similarity.encoder.text_model import embed
from ok_match.similarity.themes.refit import shipped_examples
from tests.builders import participant

TRADES = ("bakery", "dental clinic", "machine shop", "vineyard", "law office", "daycare", "brewery", "roofing firm")
#: One subject a row, in three wordings that leave room for a trade.
SUBJECTS = (
    ("nobody at the {} decides anything without me", "I am the bottleneck of the {}", "letting go of the {}"),
    ("customers of the {} pay us late", "the {} waits ninety days for its money", "unpaid invoices at the {}"),
    ("my daughter may take over the {}", "handing the {} to my son", "which of the kids will run the {}"),
    ("the {} cannot find people to hire", "no applicants for our {}", "the {} has two empty posts"),
    ("the landlord wants the {} out", "a building of its own for the {}", "our lease on the {} ends in May"),
    ("a hacker locked the computers of the {}", "somebody phished the {}", "backups for the {}"),
    ("my partner in the {} and I disagree", "buying my partner out of the {}", "two owners at odds in the {}"),
    ("the {} has no cash in winter", "February empties the {}", "the {} lives from season to season"),
)


def nearest(shift: int) -> list[int]:
    """The nearest of 24 people to each; person i writes of subject i // 3, in a trade that depends on ``shift``."""
    people = [
        participant(f"P{i:02d}", row=i + 2, goals=SUBJECTS[i // 3][i % 3].format(TRADES[(i + shift * (i % 3)) % 8]))
        for i in range(24)
    ]
    overall = judge("semantic", people, FacetWeights())[0].overall
    return overall.argmax(axis=1).tolist()


def test_other_trades_in_the_same_sentences_hardly_change_who_is_near_whom() -> None:
    before, after = nearest(1), nearest(3)

    assert sum(other // 3 == i // 3 for i, other in enumerate(before)) >= 18
    assert sum(a // 3 == b // 3 for a, b in zip(before, after, strict=True)) >= 18


def test_people_of_one_trade_are_no_nearer_than_others() -> None:
    people, trade, subject = [], [], []
    for i in range(24):
        trade.append((i * 5) % 8)
        subject.append(i // 3)
        goals = SUBJECTS[i // 3][i % 3].format(TRADES[trade[-1]])
        people.append(participant(f"P{i:02d}", row=i + 2, goals=goals))
    overall = judge("semantic", people, FacetWeights())[0].overall
    upper = [(i, j) for i in range(24) for j in range(i)]
    of_trade = [overall[i, j] for i, j in upper if trade[i] == trade[j] and subject[i] != subject[j]]
    of_subject = [overall[i, j] for i, j in upper if subject[i] == subject[j]]
    others = [overall[i, j] for i, j in upper if subject[i] != subject[j] and trade[i] != trade[j]]

    assert np.mean(of_trade) - np.mean(others) < 0.15 * (np.mean(of_subject) - np.mean(others))


def test_the_industry_column_is_not_looked_at() -> None:
    texts = [text for _, text in shipped_examples()[:40]]
    chance = np.random.default_rng(1)
    industries = [str(chance.choice(TRADES)) for _ in texts]

    def overall() -> np.ndarray:
        people = [
            participant(f"P{i:02d}", row=i + 2, goals=text, industry=industries[i]) for i, text in enumerate(texts)
        ]
        return judge("semantic", people, FacetWeights())[0].overall

    before = overall()
    chance.shuffle(industries)
    assert (overall() == before).all()


ODD = {
    "emoji": "🙂🔥🚀" * 50,
    "another script": "我们需要更多的客户和更好的员工",
    "right to left": "نحتاج إلى المزيد من العملاء",
    "one long word": "x" * 40_000,
    "only marks": "?!… —" * 2_000,
    "combining marks": "e" + "\u0301" * 5_000,
    "a very long answer": "We cannot find a second cook, and everybody is tired of the double shifts. " * 530,
}


@pytest.mark.parametrize("engine", ["semantic", "lexical"])
@pytest.mark.parametrize("kind", ODD)
def test_odd_answers_are_judged_like_any_other(engine: str, kind: str) -> None:
    people = [participant("Ada", goals=ODD[kind]), participant("Ben", goals="find a second cook"), participant("Cy")]

    affinity, _ = judge(engine, people, FacetWeights())

    assert ((affinity.overall >= 0) & (affinity.overall <= 1000)).all()
    for link in affinity.links(0, 1):
        assert link.mine.text in ODD[kind]


def test_an_empty_intake_and_silent_people_share_nothing() -> None:
    for engine in ("semantic", "lexical"):
        assert judge(engine, (), FacetWeights())[0].overall.shape == (0, 0)
        overall = judge(engine, [participant(name) for name in "ABC"], FacetWeights())[0].overall
        assert not overall.any()
    assert guess_themes((participant("A"),)) == ()


def test_many_very_long_answers_take_little_memory() -> None:
    embed(["the model is loaded before memory is measured"])
    texts = [re.sub("cook", f"cook{i}", ODD["a very long answer"]) for i in range(30)]
    tracemalloc.start()
    try:
        embed(texts)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 30e6
