"""The lexical engine on small worlds."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.model import FULL, MISSING, Affinity, Facet, FacetWeights, Ground, Participant, Theme
from ok_match.similarity import judge
from tests.builders import participant

ROOF = "Mend the leaking roof of our bakery"
STAFF = "Hire bakers who stay longer"
DEBT = "Settle old debts and breathe"
CHOIR = "Join a choir"


def lexical(people: Sequence[Participant], weights: FacetWeights | None = None) -> tuple[Affinity, tuple[Theme, ...]]:
    return judge("lexical", people, weights or FacetWeights())


def shared(affinity: Affinity, facet: Facet, i: int = 0, j: int = 1) -> int:
    return affinity.facet(facet, i, j)


WRITTEN = [Facet.GOALS, Facet.OBSTACLES, Facet.OPPORTUNITIES]


@pytest.mark.parametrize("facet", WRITTEN)
def test_the_same_answer_is_all_that_can_be_shared(facet: Facet) -> None:
    answers = {facet.value: [ROOF, STAFF]}
    affinity, _ = lexical([participant("A", **answers), participant("B", **answers), participant("C", goals=DEBT)])
    assert shared(affinity, facet) == FULL


@pytest.mark.parametrize("facet", WRITTEN)
def test_answers_without_a_word_in_common_share_nothing(facet: Facet) -> None:
    affinity, _ = lexical([participant("A", **{facet.value: ROOF}), participant("B", **{facet.value: CHOIR})])
    assert shared(affinity, facet) == 0


def test_more_words_in_common_is_more_common_ground() -> None:
    people = [
        participant("A", goals=ROOF),
        participant("B", goals="Mend the roof, then rest"),
        participant("C", goals="Paint the roof with my children, rain or shine"),
        participant("D", goals=CHOIR),
    ]
    affinity, _ = lexical(people)
    goals = [shared(affinity, Facet.GOALS, 0, j) for j in (1, 2, 3)]
    assert goals[0] > goals[1] > goals[2] == 0


def test_kinds_of_answer_do_not_meet_each_other() -> None:
    affinity, _ = lexical([participant("A", goals=ROOF), participant("B", obstacles=ROOF)])
    assert shared(affinity, Facet.GOALS) == shared(affinity, Facet.OBSTACLES) == MISSING


def test_a_facet_that_one_of_two_left_out_is_missing() -> None:
    affinity, _ = lexical([participant("A", goals=ROOF), participant("B"), participant("C", goals=STAFF)])
    assert shared(affinity, Facet.GOALS, 0, 1) == shared(affinity, Facet.GOALS, 1, 2) == MISSING
    assert shared(affinity, Facet.GOALS, 0, 2) != MISSING


def test_silence_neither_helps_nor_harms() -> None:
    people = [
        participant("A", goals=ROOF, obstacles=DEBT),
        participant("B", goals=ROOF, obstacles=DEBT),
        participant("C", goals=CHOIR, obstacles=STAFF),
        participant("D"),
    ]
    overall = lexical(people)[0].overall
    assert overall[0, 2] < overall[0, 3] < overall[0, 1]
    assert len({int(overall[3, j]) for j in range(3)}) == 1


def test_the_same_tick_counts_for_more_the_rarer_it_is() -> None:
    people = [participant(name, themes=ticks) for name, ticks in zip("ABCDEF", TICKS, strict=True)]
    affinity, _ = lexical(people)
    rare, common = shared(affinity, Facet.THEMES, 0, 1), shared(affinity, Facet.THEMES, 2, 3)
    assert rare > common > shared(affinity, Facet.THEMES, 0, 2) == 0


TICKS = [["Succession"], ["Succession"], ["Cash"], ["Cash"], ["Cash"], ["Cash"]]


def test_a_tick_that_only_two_people_share_is_all_that_can_be_shared() -> None:
    people = [participant(name, themes=ticks) for name, ticks in zip("ABCDEF", TICKS, strict=True)]
    assert shared(lexical(people)[0], Facet.THEMES) == FULL


def test_what_a_program_does_not_weigh_does_not_count() -> None:
    people = [participant("A", goals=ROOF, obstacles=DEBT), participant("B", goals=ROOF, obstacles=CHOIR)]
    nothing = dict.fromkeys(FacetWeights.model_fields, 0)
    affinities = [
        int(lexical(people, FacetWeights(**nothing | weights))[0].overall[0, 1])
        for weights in ({"goals": 9}, {"obstacles": 1})
    ]
    assert affinities == [FULL, 0]
    with pytest.raises(ValueError, match="every weight is 0"):
        FacetWeights(**nothing)


ANSWERS = [ROOF, STAFF, DEBT, CHOIR, "Roof and debts", "get it all done", "Hire, hire, hire", ""]


@st.composite
def worlds(draw: st.DrawFn) -> list[Participant]:
    def texts() -> list[str]:
        return [text for text in draw(st.lists(st.sampled_from(ANSWERS), max_size=2)) if text]

    return [
        participant(
            name,
            row=row,
            goals=texts(),
            obstacles=texts(),
            offers=texts(),
            themes=draw(st.lists(st.sampled_from(["Cash", "Hiring", "Rest"]), unique=True)),
        )
        for row, name in enumerate(("A", "B", "C", "D"), 2)
    ]


@given(worlds())
@settings(max_examples=30, deadline=None)
def test_affinity_is_symmetric_whole_and_in_range(people: list[Participant]) -> None:
    affinity, _ = lexical(people)
    overall = affinity.overall
    assert overall.dtype == np.int32
    assert (overall == overall.T).all()
    assert not overall.diagonal().any()
    assert ((overall >= 0) & (overall <= FULL)).all()
    everybody = range(len(people))
    for facet in Facet:
        values = np.array([[affinity.facet(facet, i, j) for j in everybody] for i in everybody])
        assert (values == values.T).all()
        assert ((values >= 0) & (values <= FULL) | (values == MISSING)).all()
        silent = [not person.said(facet) for person in people]
        assert (values[silent] == MISSING).all()


@given(worlds(), st.permutations(range(4)))
@settings(max_examples=30, deadline=None)
def test_the_order_of_people_changes_nothing(people: list[Participant], order: list[int]) -> None:
    straight, themes = lexical(people)
    turned, others = lexical([people[i] for i in order])
    assert (turned.overall == straight.overall[np.ix_(order, order)]).all()
    assert {theme.name for theme in themes} == {theme.name for theme in others}


@given(worlds())
@settings(max_examples=30, deadline=None)
def test_links_quote_what_both_said_and_their_common_words(people: list[Participant]) -> None:
    affinity, _ = lexical(people)
    for i, j in ((0, 1), (1, 0), (2, 3)):
        links = affinity.links(i, j)
        assert [link.affinity for link in links] == sorted((link.affinity for link in links), reverse=True)
        for link in links:
            assert link.mine in people[i].said(link.facet)
            assert link.theirs in people[j].said(link.facet)
            assert link.subjects
            assert link.affinity == shared(affinity, link.facet, i, j)
            if link.facet is not Facet.THEMES:
                assert all(subject in link.mine.text.casefold() for subject in link.subjects)


def test_a_link_shows_the_statements_that_share_a_word() -> None:
    people = [participant("A", goals=[DEBT, ROOF]), participant("B", goals=[CHOIR, "Paint that roof"])]
    (link,) = lexical(people)[0].links(0, 1)
    assert (link.mine.text, link.theirs.text, link.subjects) == (ROOF, "Paint that roof", ("roof",))


def test_people_who_share_no_word_have_no_link() -> None:
    assert lexical([participant("A", goals=ROOF), participant("B", goals=CHOIR)])[0].links(0, 1) == ()


def test_a_link_names_every_option_that_both_ticked() -> None:
    people = [
        participant("A", themes=["Cash", "Hiring", "Rest"]),
        participant("B", themes=["Rest", "Cash", "Succession"]),
    ]
    (link,) = lexical(people)[0].links(0, 1)
    assert (link.facet, link.subjects) == (Facet.THEMES, ("Cash", "Rest"))


def themes_of(people: Sequence[Participant]) -> dict[str, set[int]]:
    return {theme.name: {mention.participant for mention in theme.mentions} for theme in lexical(people)[1]}


def test_a_word_that_some_use_is_a_theme_and_one_that_all_use_is_none() -> None:
    people = [
        participant("A", goals="Grow the bakery, mend the roof"),
        participant("B", obstacles="The bakery and its roofing"),
        participant("C", goals="A bakery without debts"),
        participant("D", opportunities="My bakery and jazz"),
        participant("E", goals="Bakery, bakery"),
    ]
    themes = themes_of(people)
    assert themes["roof"] == {0, 1}
    assert "bakery" not in themes
    assert "debts" not in themes


def test_a_theme_is_called_by_its_commonest_form() -> None:
    people = [participant(name, goals=text) for name, text in zip("ABCDEFGH", ["Hiring"] * 2 + ["Hire"] + [CHOIR] * 5)]  # noqa: B905
    assert "hiring" in themes_of(people)
    assert "hire" not in themes_of(people)


def test_what_people_offer_is_no_theme() -> None:
    people = [participant(name, offers="Juggling lessons") for name in "AB"] + [participant(n) for n in "CDEF"]
    assert "juggling" not in themes_of(people)


def test_every_ticked_option_is_a_theme_with_what_its_people_wrote_of_it() -> None:
    people = [
        participant("A", themes=["Hiring and keeping people"], goals=[STAFF, DEBT]),
        participant("B", themes=["Cash"], goals="Hire a foreman"),
    ]
    ticked = {theme.name: theme for theme in lexical(people)[1] if theme.ground is Ground.TICKED}
    assert set(ticked) == {"Hiring and keeping people", "Cash"}
    mentions = [
        (mention.participant, mention.statement.text) for mention in ticked["Hiring and keeping people"].mentions
    ]
    assert mentions == [(0, "Hiring and keeping people"), (0, STAFF)]


def test_people_without_answers_share_nothing() -> None:
    affinity, themes = lexical([participant("A"), participant("B")])
    assert not affinity.overall.any()
    assert themes == ()
