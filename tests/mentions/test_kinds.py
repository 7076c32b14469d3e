"""Kinds of business in prose are the lines of work of the rules, except the trades kept separate on purpose."""

import pytest

from ok_match import mentions
from ok_match.mentions.kinds import kinds_in
from ok_match.model import OrganisationKind
from ok_match.model.people.lines_of_work import lines_of_work, phrases
from tests.builders import participant
from tests.mentions.test_conflicts import wishing

PEOPLE = (
    participant("Hv", industry="HVAC"),
    participant("Pl", industry="Plumbing"),
    participant("Re", industry="Real estate"),
    participant("Ti", industry="Title and escrow"),
    participant("Ba", industry="Bakery"),
    participant("Br", industry="Craft brewery"),
    participant("Wi", industry="Winery"),
    participant("Fo", industry="Nonprofit - food"),
    participant("Ca", industry="Catering"),
    participant("It", industry="IT support"),
    participant("Pt", industry="Physical therapy"),
    participant("Be", industry="Beekeeping"),
)


@pytest.mark.parametrize(
    ("speaker", "answer", "apart"),
    [
        ("hv", "No other HVAC companies", "pl"),
        ("pl", "other plumbers, please", "hv"),
        ("ba", "No title companies", "ti"),
        ("ba", "Not with realtors please", "re"),
        ("re", "Not with other real estate people", ""),
        ("ba", "Anyone in beer", "br"),
        ("br", "other brewers", ""),
        ("ba", "No wineries", "wi"),
        ("ba", "no caterers", "ca"),
        ("ba", "No restaurants", ""),
        ("ba", "No IT firms", "it"),
        ("ba", "Not with PTs", "pt"),
        ("ba", "no beekeepers please", "be"),
    ],
)
def test_a_kind_of_business_means_its_line_of_work(speaker: str, answer: str, apart: str) -> None:
    people = [wishing(person, answer) if person.id == speaker else person for person in PEOPLE]
    conflicts = mentions.read(people).conflicts
    assert sorted(conflict.b for conflict in conflicts if conflict.b) == apart.split()
    assert len(conflicts) == max(1, len(apart.split()))


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        ("therapy reasons", "nobody-named"),
        ("my doctor", "role-unnamed"),
        ("the baker who let me go", "several-people"),
        ("no doctors", "nobody-of-that-kind"),
    ],
)
def test_a_reason_or_a_role_is_no_kind_of_business(answer: str, trouble: str) -> None:
    (conflict,) = mentions.read([wishing(PEOPLE[0], answer), *PEOPLE[1:]]).conflicts
    assert (conflict.b, conflict.trouble) == ("", trouble)


@pytest.mark.parametrize("phrase", [line for line in phrases() if line.organisation is not OrganisationKind.BUSINESS])
def test_every_name_in_the_table_is_read_as_its_own_kind(phrase) -> None:  # type: ignore[no-untyped-def]
    text = " ".join(phrase.words)
    assert kinds_in(text.upper() if len(text) <= 2 else text) == {phrase.kind}


def test_being_a_business_is_no_kind_of_business() -> None:
    assert kinds_in("HVAC, LLC") == kinds_in("HVAC") | {"llc"}
    assert kinds_in("a for-profit business") == kinds_in("a profit business")


def test_a_trade_beside_a_line_counts_to_it_for_variety() -> None:
    assert lines_of_work("Title company") == lines_of_work("Real estate") == {"real estate"}
    assert kinds_in("title company") == {"title and escrow"}


@pytest.mark.parametrize(
    ("word", "other"),
    [("landscapers", "landscaping"), ("roofers", "roofing"), ("lenders", "bankers"), ("attorneys", "lawyers")],
)
def test_other_forms_of_a_word_name_the_same_kind(word: str, other: str) -> None:
    assert kinds_in(word) == kinds_in(other)


@pytest.mark.parametrize("text", ["it", "us", "or", "farmers", "anyone in business", ""])
def test_ordinary_words_name_no_kind_of_business(text: str) -> None:
    assert kinds_in(text) <= {"farming and ranching"}
