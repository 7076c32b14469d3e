"""Sectors and kinds of organisation are told by meaning; the classifier was fitted on none of the texts here."""

import csv
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import OrganisationKind, Sector
from ok_match.model.people.work import SURE_OF_WORK
from ok_match.similarity import sector_odds
from tests.conftest import ROOT
from tests.strategies import answers

UNSEEN: dict[Sector, tuple[str, ...]] = {
    Sector.AGRICULTURE: ("we grow garlic and squash on twelve acres", "goat dairy and pasture", "lavender fields"),
    Sector.MINING: ("we crush rock at the quarry", "exploratory drilling for copper ore"),
    Sector.UTILITIES: ("a wind farm that feeds the grid", "rural water and sewer authority"),
    Sector.CONSTRUCTION: ("pouring concrete slabs", "stucco and plaster crews", "decks, fences and pergolas to order"),
    Sector.MANUFACTURING: ("small-batch hot sauce plant", "aluminum castings foundry", "we build canoe paddles"),
    Sector.WHOLESALE: ("we sell produce by the pallet to grocers", "wholesale plumbing supply house"),
    Sector.RETAIL: ("yarn and needlework shop on Main Street", "used records and turntables store"),
    Sector.TRANSPORT: ("two dump trucks and a lowboy, hauling for hire", "airport shuttle vans"),
    Sector.INFORMATION: ("we publish a paper every Thursday", "independent record label"),
    Sector.FINANCE: ("crop insurance salesman", "we make small loans to immigrants"),
    Sector.REAL_ESTATE: ("I rent out storage units", "commercial leasing broker"),
    Sector.PROFESSIONAL: ("I keep the books for restaurants", "packaging designer", "a patent law boutique"),
    Sector.ADMIN: ("office janitors at night", "we place temp workers", "mow and blow lawn crew"),
    Sector.EDUCATION: ("charter middle school", "piano lessons at my house"),
    Sector.HEALTH: ("therapist in private practice (LCSW)", "aides who care for seniors in their homes"),
    Sector.ARTS: ("string quartet", "community theater company", "indoor climbing walls"),
    Sector.HOSPITALITY: ("pod of food carts", "bed and breakfast on the river"),
    Sector.OTHER: ("brake and muffler shop", "parish church", "manicures and pedicures"),
    Sector.PUBLIC: ("county assessor's office", "town fire marshal"),
}
TELLS_NOTHING = (
    "see page two", "regional coordinator", "my spouse and I own it", "deputy chief", "started in 2016, four of us",
    "Great people doing great work", "senior vice president", "our company", "Sr. Manager", "various odds and ends",
    "I'd rather talk about it", "none of these fit", "we employ forty folks", "https://thing.example/about",
)  # fmt: skip
KINDS = {
    OrganisationKind.BUSINESS: ("a tire shop", "orthodontist downtown", "brewpub and grill", "cabinet makers"),
    OrganisationKind.NONPROFIT: ("food pantry run by volunteers", "a land trust", "mentoring charity for teens"),
    OrganisationKind.PUBLIC: ("the city's library", "state agency for fisheries", "principal of a public school"),
}
TEXTS = [text for texts in (*UNSEEN.values(), TELLS_NOTHING, *KINDS.values()) for text in texts]


def test_none_of_these_texts_was_part_of_the_fit() -> None:
    with (ROOT / "tools" / "corpus" / "industries.csv").open(encoding="utf-8", newline="") as file:
        fitted = {row["text"].casefold() for row in csv.DictReader(file)}
    naics = (ROOT / "tools" / "corpus" / "naics.tsv").read_text("utf-8").casefold().splitlines()
    assert not {text.casefold() for text in TEXTS} & (fitted | {line.split("\t")[2] for line in naics})


@pytest.mark.parametrize("sector", Sector)
def test_most_unseen_texts_of_every_sector_are_told_by_it(sector: Sector) -> None:
    likeliest = [next(iter(odds.sectors)) for odds in sector_odds(UNSEEN[sector])]
    assert likeliest.count(sector) * 2 >= len(likeliest), likeliest


def test_nearly_all_unseen_texts_are_told_by_their_sector() -> None:
    right = [next(iter(odds.sectors)) is sector for sector in UNSEEN for odds in sector_odds(UNSEEN[sector])]
    assert sum(right) >= 0.85 * len(right)


@pytest.mark.parametrize("text", TELLS_NOTHING)
def test_no_sector_is_sure_where_a_text_tells_none(text: str) -> None:
    (odds,) = sector_odds([text])
    assert all(100 * likelihood < SURE_OF_WORK for sector, likelihood in odds.sectors.items() if sector)


@pytest.mark.parametrize("kind", OrganisationKind)
def test_every_kind_of_organisation_is_told(kind: OrganisationKind) -> None:
    assert [next(iter(odds.kinds)) for odds in sector_odds(KINDS[kind])] == [kind] * len(KINDS[kind])


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Taller mecánico y llantas", Sector.OTHER),
        ("Restaurante de mariscos", Sector.HOSPITALITY),
        ("Limpieza de hogares y oficinas", Sector.ADMIN),
        ("Construcción de casas", Sector.CONSTRUCTION),
    ],
)
def test_spanish_is_understood(text: str, sector: Sector) -> None:
    assert next(iter(sector_odds([text])[0].sectors)) is sector


def test_whom_somebody_serves_is_not_what_they_do() -> None:
    served = sector_odds(["bookkeeping for dentists", "marketing agency serving restaurants"])
    assert [next(iter(odds.sectors)) for odds in served] == [Sector.PROFESSIONAL] * 2


@given(st.lists(answers, min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_likelihoods_are_of_every_sector_and_kind_likeliest_first_and_sum_to_one(texts: list[str]) -> None:
    for odds in sector_odds(texts):
        assert set(odds.sectors) == {*Sector, None}
        assert set(odds.kinds) == set(OrganisationKind)
        for likelihoods in (odds.sectors, odds.kinds):
            assert sum(likelihoods.values()) == pytest.approx(1.0)
            assert list(likelihoods.values()) == sorted(likelihoods.values(), reverse=True)
            assert min(likelihoods.values()) >= 0.0


def test_the_order_of_texts_and_their_company_change_nothing() -> None:
    together = dict(zip(TEXTS, sector_odds(TEXTS), strict=True))
    backwards = dict(zip(TEXTS[::-1], sector_odds(TEXTS[::-1]), strict=True))
    for text in TEXTS:
        assert list(backwards[text].sectors)[:3] == list(together[text].sectors)[:3]
        assert backwards[text].sectors == pytest.approx(together[text].sectors)
        assert backwards[text].kinds == pytest.approx(together[text].kinds)


def test_no_text_has_no_odds() -> None:
    assert sector_odds([]) == []


def test_the_texts_of_naics_are_those_that_the_readme_names() -> None:
    readme = (ROOT / "src" / "ok_match" / "similarity" / "classifiers" / "README.md").read_text("utf-8")
    assert sha256((ROOT / "tools" / "corpus" / "naics.tsv").read_bytes()).hexdigest() in readme
