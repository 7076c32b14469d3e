"""What people put in order binds by the places that they gave it."""

import pytest

from ok_match.model import FULL, Affinity, Facet, FacetWeights, Ground, Participant, Theme
from ok_match.render.words.links import kind_of, subjects_of
from ok_match.similarity import judge
from ok_match.similarity.openness import spellings, weight_of
from tests.builders import participant


def ranked(name: str, *options: str) -> Participant:
    """Somebody who put these options first, second and third."""
    person = participant(name, themes=options)
    placed = tuple(said.model_copy(update={"rank": rank}) for rank, said in enumerate(person.statements, 1))
    return person.model_copy(update={"statements": placed})


def judged(*people: Participant) -> tuple[Affinity, tuple[Theme, ...]]:
    return judge("lexical", people, FacetWeights())


def shared(*people: Participant) -> int:
    return judged(*people)[0].facet(Facet.THEMES, 0, 1)


OTHERS = (ranked("C", "Selling", "Tax"), ranked("D", "Tax", "Selling"), ranked("E", "Selling", "Tax"))


@pytest.mark.parametrize(("rank", "weight"), [(None, 1.0), (1, 1.0), (2, 2 / 3), (3, 1 / 3), (4, 1 / 3), (9, 1 / 3)])
def test_each_place_counts_a_third_less_than_the_one_before(rank: int | None, weight: float) -> None:
    assert weight_of(rank) == pytest.approx(weight)


def test_the_same_two_in_the_same_order_is_more_than_in_the_other_order() -> None:
    same = shared(ranked("A", "Hiring", "Pricing"), ranked("B", "Hiring", "Pricing"), *OTHERS)
    turned = shared(ranked("A", "Hiring", "Pricing"), ranked("B", "Pricing", "Hiring"), *OTHERS)
    assert same > turned > 0


def test_a_common_first_is_more_than_a_common_second() -> None:
    first = shared(ranked("A", "Hiring", "Pricing"), ranked("B", "Hiring", "Cash"), *OTHERS)
    second = shared(ranked("A", "Hiring", "Pricing"), ranked("B", "Cash", "Pricing"), *OTHERS)
    assert first > second > 0


def test_what_was_ticked_without_an_order_counts_in_full() -> None:
    people = (participant("A", themes=["Hiring"]), participant("B", themes=["Hiring"]))
    assert shared(*people, *OTHERS) == FULL


def test_a_link_and_a_theme_say_that_people_put_it_among_their_first() -> None:
    affinity, themes = judged(ranked("A", "Hiring", "Pricing"), ranked("B", "Pricing", "Hiring"), *OTHERS)
    (link,) = [link for link in affinity.links(0, 1) if link.facet is Facet.THEMES]
    assert link.ground is Ground.RANKED
    words = "".join(part if isinstance(part, str) else str(part) for part in subjects_of(link))
    assert words.startswith("both put ")
    assert words.endswith(" among their first")
    assert kind_of(link) == "Ranked themes"
    assert {theme.ground for theme in themes if theme.ground.chosen} == {Ground.RANKED}


def test_a_theme_that_some_ticked_and_some_ranked_was_ticked() -> None:
    affinity, themes = judged(ranked("A", "Hiring"), participant("B", themes=["Hiring"]), *OTHERS)
    assert affinity.links(0, 1)[0].ground is Ground.TICKED
    assert {theme.name: theme.ground for theme in themes}["Hiring"] is Ground.TICKED


def test_options_that_differ_only_in_capitals_are_the_same() -> None:
    people = (
        participant("A", themes=["hiring"]),
        participant("B", themes=["Hiring"]),
        participant("C", themes=["Hiring"]),
    )
    assert spellings(people) == {"hiring": "Hiring", "Hiring": "Hiring"}
    affinity, themes = judged(*people, *OTHERS)
    assert affinity.facet(Facet.THEMES, 0, 1) == affinity.facet(Facet.THEMES, 1, 2) > 0
    assert affinity.links(0, 1)[0].subjects == ("hiring",)
    assert [theme.name for theme in themes if theme.name.casefold() == "hiring"] == ["Hiring"]


def test_a_statement_without_a_place_is_written_as_it_always_was() -> None:
    (plain,) = participant("A", themes=["Hiring"]).statements
    (first,) = ranked("A", "Hiring").statements
    assert "rank" not in plain.model_dump()
    assert first.model_dump()["rank"] == 1
    assert type(first).model_validate(first.model_dump()) == first
