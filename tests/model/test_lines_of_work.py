"""Which names are one line of work, and which words name none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.model import OrganisationKind, Sector
from ok_match.model.people.lines_of_work import classes, lines_of_work, phrases, phrases_in
from tests.strategies import answers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HVAC", "hvac"),
        ("Restaurant", "Restaurants"),
        ("Veterinary", "veterinary clinic"),
        ("Bakery", "Bakeries"),
        ("HVAC", "Heating & Cooling"),
        ("Plumber", "HVAC"),
        ("Bookkeeper", "CPA firm"),
        ("Tax preparation", "Accounting"),
        ("Food truck", "Catering"),
        ("Retail / clothing", "clothing store"),
        ("it support", "I do IT for small offices"),
    ],
)
def test_names_of_one_line_of_work_are_one(one: str, other: str) -> None:
    assert lines_of_work(one) & lines_of_work(other) & classes()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pet food", "Food truck"),
        ("Estate planning", "Real estate"),
        ("Coffee shop", "coffee roaster"),
        ("HVAC", "Retail"),
        ("Consulting services", "Cleaning services"),
        ("nonprofit - arts", "nonprofit - youth"),
        ("Nonprofit", "non-profit"),
        ("LLC", "Plumbing LLC"),
    ],
)
def test_names_of_different_lines_of_work_share_none(one: str, other: str) -> None:
    assert not lines_of_work(one) & lines_of_work(other)


@pytest.mark.parametrize(
    "name",
    [
        "", "Other", "LLC", "Small business", "For-profit business", "Private sector", "CEO", "Owner/operator",
        "Founder & President", "Executive Director", "Self-employed", "Sole proprietor", "1099 contractor", "501(c)(3)",
        "non-profit", "Government", "n/a", "TBD", "Negocio propio", "sin fines de lucro", "It is",
    ],
)  # fmt: skip
def test_a_kind_of_organisation_or_a_title_is_no_line_of_work(name: str) -> None:
    assert lines_of_work(name) == frozenset()


@pytest.mark.parametrize(
    "sentence", ["we make it ourselves", "It's complicated", "my sister runs it now", "it varies with the season"]
)
def test_the_pronoun_it_is_no_computer_support(sentence: str) -> None:
    assert "computer support" not in lines_of_work(sentence)


@pytest.mark.parametrize("name", ["IT", "it", "It consulting", "managed it services", "Healthcare IT", "marketing, it"])
def test_the_abbreviation_it_is_computer_support(name: str) -> None:
    assert "computer support" in lines_of_work(name)


@pytest.mark.parametrize(
    ("industry", "named"),
    [("Fitness", "fitness and wellness"), ("Wellness", "fitness and wellness"), ("Glass", "glass"), ("Mews", "mew")],
)
def test_an_industry_is_its_line_of_work_or_a_word(industry: str, named: str) -> None:
    assert lines_of_work(industry) == {named}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("501(c)(3)", OrganisationKind.NONPROFIT),
        ("not-for-profit", OrganisationKind.NONPROFIT),
        ("For-profit business", OrganisationKind.BUSINESS),
        ("County government", OrganisationKind.PUBLIC),
        ("organización sin fines de lucro", OrganisationKind.NONPROFIT),
    ],
)
def test_a_name_may_tell_the_kind_of_organisation(text: str, kind: OrganisationKind) -> None:
    (phrase,), words = phrases_in(text)
    assert (phrase.organisation, words) == (kind, ())


def test_every_phrase_tells_a_sector_or_a_kind_of_organisation() -> None:
    assert all(phrase.words and (phrase.sector or phrase.organisation) for phrase in phrases())
    assert {phrase.sector for phrase in phrases()} >= set(Sector) - {Sector.MINING, Sector.WHOLESALE}


def test_no_two_phrases_have_the_same_words() -> None:
    words = [phrase.words for phrase in phrases()]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("phrase", phrases())
def test_every_phrase_is_read_as_it_stands_in_the_table(phrase) -> None:  # type: ignore[no-untyped-def]
    assert phrases_in(" ".join(phrase.words)) == ((phrase,), ())


@given(answers)
def test_phrases_and_telling_words_come_from_the_text_whatever_its_case(text: str) -> None:
    found, others = phrases_in(text.upper())
    assert all(phrase in phrases() for phrase in found)
    assert len(set(others)) <= len(text)
    assert lines_of_work(text.upper()) >= {phrase.line for phrase in found if not phrase.organisation}


@given(st.lists(st.sampled_from(["LLC", "owner", "small", "business", "CEO", "director", "self-employed", "other"])))
def test_vague_words_together_still_name_no_line_of_work(words: list[str]) -> None:
    assert lines_of_work(" ".join(words)) == frozenset()
