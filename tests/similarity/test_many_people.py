"""Affinities computed on demand equal those in full matrices."""

import numpy as np
import pytest

from ok_match import Sheet, check
from ok_match.model import Affinity, Facet, FacetWeights, Factored
from ok_match.model.measures import weights
from ok_match.similarity import judge
from ok_match.similarity.summary import summarised
from tests.conftest import SAMPLES

PEOPLE = check(Sheet("google-forms.csv", (SAMPLES / "google-forms.csv").read_bytes())).participants


@pytest.mark.parametrize("engine", ["lexical", "semantic"])
def test_affinities_on_demand_equal_those_in_full(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    people = PEOPLE
    dense, themes = judge(engine, people, FacetWeights(offers=1))
    monkeypatch.setattr(weights, "MANY", 1)
    asked, same = judge(engine, people, FacetWeights(offers=1))
    assert same == themes
    assert isinstance(asked.overall, Factored)
    everybody = range(len(people))
    # The sample is everybody here, so that nothing but the last bits of sums can differ.
    assert np.abs(asked.among(everybody) - dense.overall).max() <= 1
    assert np.abs(asked.known() - dense.known()).max() <= 1
    for i, j in ((0, 1), (2, 9), (5, 5)):
        assert all(abs(asked.facet(facet, i, j) - dense.facet(facet, i, j)) <= 1 for facet in Facet)
        assert texts(asked, i, j) == texts(dense, i, j)


def texts(affinity: Affinity, i: int, j: int) -> list[tuple[str, str]]:
    links = [(link.mine.text, link.theirs.text) for link in affinity.links(i, j)]
    return links + [(gift.offered.text, gift.needed.text) for gift in affinity.gifts(i, j)]


def test_an_affinity_does_not_depend_on_who_else_is_in_the_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "MANY", 1)
    asked, _ = judge("semantic", PEOPLE, FacetWeights())
    whole = asked.among(range(20))
    for size in (2, 3, 7):
        group = np.random.default_rng(size).choice(20, size, replace=False).tolist()
        assert (asked.among(group) == whole[np.ix_(group, group)]).all()


def test_products_of_summaries_come_near_to_affinities_of_low_rank() -> None:
    random = np.random.default_rng(0)
    themes = random.dirichlet(np.full(6, 0.4), 300)
    affinities = np.rint(1000 * themes @ themes.T).astype(np.int32)
    chosen = np.sort(random.choice(300, 60, replace=False))
    sample = affinities[chosen]
    sample[np.arange(60), chosen] = 0
    rows = summarised(sample, chosen)
    apart = ~np.eye(300, dtype=bool)
    assert np.corrcoef((rows @ rows.T)[apart], affinities[apart])[0, 1] > 0.97


def test_a_summary_of_people_who_share_nothing_is_nothing() -> None:
    assert not summarised(np.zeros((3, 9), np.int32), np.array([1, 4, 7])).any()
