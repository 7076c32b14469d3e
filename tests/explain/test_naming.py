"""Names for cohorts: distinct, and safe to say aloud."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ok_match.explain import name_cohorts
from ok_match.model import CohortExplanation, CommonGround, Facet, Ground, Place, Quotation, Statement


def ground(
    theme: str, members: str = "abc", facet: Facet | None = Facet.GOALS, kind: Ground = Ground.WORDS
) -> CommonGround:
    """A theme that these members share: all wrote of it under the facet, or ticked it (``None``)."""
    quotations = []
    if facet:
        statement = Statement(facet=facet, text=f"about {theme}", place=Place(row=2, column="Q"))
        quotations = [Quotation(participant=member, statement=statement) for member in members]
    return CommonGround(theme=theme, ground=kind, members=tuple(members), quotations=tuple(quotations))


def tick(theme: str, members: str = "abc") -> CommonGround:
    return ground(theme, members, None, Ground.TICKED)


def names(*cohorts: list[CommonGround]) -> tuple[str, ...]:
    explanations = [
        CohortExplanation(
            label=str(number), common_ground=0, shared=tuple(shared), industries=(), findings=(), weakest="a"
        )
        for number, shared in enumerate(cohorts, 1)
    ]
    return name_cohorts(explanations, [4] * len(cohorts), {})


def test_a_cohort_is_named_after_what_most_of_it_shares() -> None:
    assert names([tick("Cash", "ab"), tick("Hiring", "abcd")]) == ("Hiring",)


def test_what_was_ticked_names_a_cohort_before_what_was_written() -> None:
    assert names([ground("roof", "abcd"), tick("Cash", "ab")]) == ("Cash",)


def test_a_written_word_gets_a_capital() -> None:
    assert names([ground("roof")]) == ("Roof",)


def test_no_two_cohorts_bear_one_name() -> None:
    assert names([tick("Cash", "ab")], [tick("Cash", "abcd"), tick("Hiring", "ab")]) == ("Cohort 1", "Cash")
    assert names([ground("cash")], [tick("Cash")]) == ("Cohort 1", "Cash")


def test_a_cohort_that_lost_its_first_name_takes_its_next() -> None:
    assert names([tick("Cash", "abc"), tick("Rest", "ab")], [tick("Cash", "abcd")]) == ("Rest", "Cash")


@pytest.mark.parametrize("facet", [Facet.OBSTACLES, Facet.OFFERS])
def test_what_was_written_in_confidence_names_no_cohort(facet: Facet) -> None:
    assert names([ground("divorce", "abcd", facet)]) == ("Cohort 1",)


@pytest.mark.parametrize("facet", [Facet.GOALS, Facet.OPPORTUNITIES])
def test_what_was_written_openly_may_name_a_cohort(facet: Facet) -> None:
    assert names([ground("roof", "abcd", facet)]) == ("Roof",)


def test_one_member_who_wrote_openly_is_not_enough() -> None:
    mixed = [ground("roof", "a").quotations[0], *ground("roof", "bcd", Facet.OBSTACLES).quotations]
    shared = CommonGround(theme="roof", ground=Ground.WORDS, members=tuple("abcd"), quotations=tuple(mixed))
    assert names([shared]) == ("Cohort 1",)


def test_a_very_long_option_names_no_cohort() -> None:
    assert names([tick("a" * 61, "abcd"), tick("Cash", "ab")]) == ("Cash",)


def test_a_cohort_that_shares_nothing_keeps_its_number() -> None:
    assert names([], [tick("Cash")], []) == ("Cohort 1", "Cash", "Cohort 3")


GROUNDS = st.builds(
    ground,
    st.sampled_from(["cash", "Cash", "roof", "Hiring", "rest"]),
    st.sampled_from(["ab", "abc", "abcd"]),
    st.sampled_from([*Facet, None]),
    st.sampled_from(Ground),
)


@given(st.lists(st.lists(GROUNDS, max_size=4), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_names_are_distinct_and_never_from_confidence(cohorts: list[list[CommonGround]]) -> None:
    given = names(*cohorts)
    assert len({name.casefold() for name in given}) == len(cohorts)
    for name, shared in zip(given, cohorts, strict=True):
        sources = [ground for ground in shared if ground.theme.casefold() == name.casefold()]
        if sources:
            facets = {quote.statement.facet for source in sources for quote in source.quotations}
            assert any(source.ground.chosen for source in sources) or facets & {
                Facet.GOALS,
                Facet.OPPORTUNITIES,
            }
