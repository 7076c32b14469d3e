"""What people work in, read from their answers: words first, then meaning, and the facilitator before both."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.model import OrganisationKind, Participant, ReadBy, Sector, Work, WorkChoice
from ok_match.sectors import choices_in, decided, read
from tests.builders import participant
from tests.strategies import answers

BUSINESS, NONPROFIT, PUBLIC = OrganisationKind


class Told(NamedTuple):
    """Odds as a classifier would give them."""

    sectors: Mapping[Sector | None, float]
    kinds: Mapping[OrganisationKind, float]


def judged(sector: Sector | None, likelihood: float = 0.8, kind: OrganisationKind = BUSINESS, sure: float = 0.9):  # type: ignore[no-untyped-def]
    """A judge who says the same of every text."""
    return lambda texts: [Told({sector: likelihood}, {kind: sure})] * len(texts)


def work_of(
    industry: str = "",
    *,
    judge=judged(Sector.UTILITIES),  # type: ignore[no-untyped-def] # noqa: B008
    own: Mapping[str, Sequence[Sector | OrganisationKind]] | None = None,
    **fields: object,
) -> Work:
    (person,) = read([participant("Ana", industry=industry, **fields)], judge, own or {})
    return person.work


# Words


@pytest.mark.parametrize(
    ("industry", "sector"),
    [
        ("Plumbing", Sector.CONSTRUCTION),
        ("HVAC", Sector.CONSTRUCTION),
        ("law firm", Sector.PROFESSIONAL),
        ("Bookkeeping services, LLC", Sector.PROFESSIONAL),
        ("Owner of a small coffee shop", Sector.HOSPITALITY),
        ("Marketing, branding & SEO", Sector.PROFESSIONAL),
        ("City government", Sector.PUBLIC),
    ],
)
def test_words_that_name_one_sector_and_nothing_else_are_certain(industry: str, sector: Sector) -> None:
    work = work_of(industry)
    assert (work.sector, work.by, work.text) == (sector, ReadBy.WORDS, industry)
    assert not work.unsure


def test_the_lines_of_work_are_those_inside_the_sector() -> None:
    assert work_of("Plumbing").lines == ("heating, cooling and plumbing",)
    assert work_of("marketing for dentists", judge=judged(Sector.PROFESSIONAL)).lines == ("marketing and advertising",)


def test_what_the_table_does_not_know_is_a_line_of_its_own() -> None:
    assert work_of("stained glass").lines == ("glass stained",)
    assert work_of("glass, stained").lines == ("glass stained",)


def test_a_whole_description_is_no_line_of_work() -> None:
    assert work_of("quilts of every size that my aunt and her neighbours stitch all winter").lines == ()


# Meaning


def test_what_words_leave_open_is_judged_by_meaning() -> None:
    work = work_of("we pour slabs", judge=judged(Sector.CONSTRUCTION, 0.83))
    assert (work.sector, work.sure, work.by) == (Sector.CONSTRUCTION, 83, ReadBy.MEANING)
    assert not work.unsure


def test_a_likelihood_of_little_more_than_half_is_unsure() -> None:
    assert work_of("wool", judge=judged(Sector.RETAIL, 0.55)).unsure


def test_nobody_is_quite_sure_of_a_meaning() -> None:
    assert work_of("wool", judge=judged(Sector.RETAIL, 1.0)).sure == 95


@pytest.mark.parametrize("judge", [judged(Sector.ARTS, 0.2), judged(None, 0.9)], ids=["a faint guess", "nothing"])
def test_a_text_that_tells_no_sector_gets_none_and_is_told(judge) -> None:  # type: ignore[no-untyped-def]
    work = work_of("see our website", judge=judge)
    assert (work.sector, work.kind, work.lines, work.by, work.text) == (None, None, (), None, "see our website")
    assert work.unsure


@pytest.mark.parametrize(
    "industry", ["Law / Bakery", "restaurant and real estate", "HVAC + software", "Farm & pottery"]
)
def test_two_industries_at_once_are_a_guess_with_the_lines_of_both(industry: str) -> None:
    work = work_of(industry, judge=judged(Sector.FINANCE, 0.99))
    assert work.unsure
    assert work.sector is Sector.FINANCE
    assert len(work.lines) == 2


def test_two_industries_of_one_sector_are_certain() -> None:
    assert not work_of("Plumbing and roofing").unsure


# Nothing


@pytest.mark.parametrize(
    "text", ["LLC", "Owner", "Small business", "For-profit business", "CEO", "Other", "🙂", "S Corp."]
)
def test_a_legal_form_or_a_title_tells_no_sector_whatever_the_judge_would_say(text: str) -> None:
    work = work_of(text, judge=judged(Sector.HEALTH, 0.99))
    assert work.sector is None
    assert (work.text, work.unsure) == (text, True)


def test_a_nonprofit_alone_tells_its_kind_and_no_sector() -> None:
    work = work_of("Nonprofit", judge=judged(Sector.OTHER, 0.99))
    assert (work.sector, work.kind) == (None, NONPROFIT)


def test_nothing_is_told_where_nobody_wrote_anything() -> None:
    assert work_of("") == Work()
    assert not work_of("").unsure


# Kinds of organisation


@pytest.mark.parametrize(
    ("industry", "kind"),
    [
        ("Nonprofit / dentistry", NONPROFIT),
        ("501(c)(3) theater", NONPROFIT),
        ("county government roads", PUBLIC),
        ("Plumbing, LLC", BUSINESS),
    ],
)
def test_words_tell_the_kind_before_meaning_does(industry: str, kind: OrganisationKind) -> None:
    other = BUSINESS if kind is not BUSINESS else NONPROFIT
    assert work_of(industry, judge=judged(Sector.ARTS, kind=other, sure=0.99)).kind is kind


def test_an_organisation_is_a_business_unless_something_else_is_likely() -> None:
    assert work_of("wool", judge=judged(Sector.RETAIL, kind=NONPROFIT, sure=0.9)).kind is NONPROFIT
    assert work_of("wool", judge=judged(Sector.RETAIL, kind=NONPROFIT, sure=0.4)).kind is BUSINESS


# Where it is told


def test_a_specialty_tells_the_sector_where_the_industry_does_not() -> None:
    work = work_of("LLC", specialty="roofing")
    assert (work.sector, work.text, work.kind) == (Sector.CONSTRUCTION, "roofing", BUSINESS)
    assert work_of("Bakery", specialty="roofing", judge=judged(Sector.RETAIL)).text == "Bakery"


def test_the_name_of_an_organisation_tells_a_sector_at_last_and_is_never_sure() -> None:
    work = work_of("Nonprofit", organisation="Rosewood Dental")
    assert (work.sector, work.kind, work.text) == (Sector.UTILITIES, NONPROFIT, "Rosewood Dental")
    assert work.unsure
    assert work_of("", organisation="Dentistry").unsure


def test_a_name_that_holds_no_line_of_work_tells_nothing() -> None:
    assert work_of("", organisation="Lindqvist & Sons") == Work()
    assert work_of("CEO", organisation="Lindqvist & Sons").text == "CEO"


# The facilitator


def test_the_program_decides_by_text_in_any_case() -> None:
    work = work_of("  We Pour  Slabs ", own={"we pour slabs": (Sector.MINING,)})
    assert (work.sector, work.sure, work.by, work.unsure) == (Sector.MINING, 100, ReadBy.FACILITATOR, False)


def test_the_program_decides_about_words_that_say_nothing() -> None:
    assert work_of("LLC", own={"llc": (Sector.ARTS, NONPROFIT)}).kind is NONPROFIT
    assert work_of("CEO", own={"ceo": (Sector.ARTS,)}).sector is Sector.ARTS
    assert work_of("", organisation="Lindqvist & Sons", own={"lindqvist & sons": (Sector.ARTS,)}).sector is Sector.ARTS


def test_a_kind_alone_leaves_the_sector_as_it_was_read() -> None:
    work = work_of("Plumbing", own={"plumbing": (PUBLIC,)})
    assert (work.sector, work.kind, work.by) == (Sector.CONSTRUCTION, PUBLIC, ReadBy.WORDS)


def test_a_choice_about_a_person_counts_before_all_else() -> None:
    people = read([participant("Ana", industry="Plumbing"), participant("Bo", industry="Law")], judged(None), {})
    choices = (
        WorkChoice(participant="ana", sector=Sector.ARTS, kind=NONPROFIT),
        WorkChoice(participant="nobody", sector=Sector.RETAIL),
    )
    ana, bo = decided(people, choices)
    assert (ana.work.sector, ana.work.kind, ana.work.by) == (Sector.ARTS, NONPROFIT, ReadBy.FACILITATOR)
    assert bo == people[1]
    assert choices_in(people, choices) == choices[:1]


# Laws


@given(st.lists(st.tuples(answers, answers, answers), max_size=6), st.randoms())
def test_everybody_is_read_alone_whatever_they_wrote(written: list[tuple[str, str, str]], random) -> None:  # type: ignore[no-untyped-def]
    people: list[Participant] = [
        participant(f"P{n}", industry=industry, specialty=specialty, organisation=organisation)
        for n, (industry, specialty, organisation) in enumerate(written)
    ]
    judge = judged(Sector.RETAIL, 0.7)
    works = {person.id: person.work for person in read(people, judge, {})}
    shuffled = random.sample(people, len(people))
    assert {person.id: person.work for person in read(shuffled, judge, {})} == works
    for person in people:
        work = works[person.id]
        assert read([person], judge, {})[0].work == work
        assert 0 <= work.sure <= 99
        assert (work.sector is None) == (work.by is None) == (work.sure == 0)
        assert work.text in {"", person.industry, " ".join(person.trait("specialty")), person.organisation}
