"""The whole pipeline in its form for thousands of people, on a small sheet."""

from collections.abc import Iterator

import pytest

from ok_match import Options, Record, Sheet, match
from ok_match.model.measures import weights
from ok_match.partition.sparse import annealing
from ok_match.render import FORMATS
from ok_match.season import insist_on_whole, reopen
from tests.conftest import SAMPLES, program_of

SHEET = "google-forms.csv"


@pytest.fixture(scope="module")
def many() -> Iterator[None]:
    """In every test of this file, few people are treated as many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weights, "MANY", 1)
        patch.setattr(annealing, "RUN", (200_000, 200_000))
        yield


@pytest.fixture(scope="module")
def record(many: None) -> Record:
    return match(Sheet(SHEET, (SAMPLES / SHEET).read_bytes()), program_of(SHEET))


def test_a_large_problem_is_matched_and_explained_like_a_small_one(record: Record, records: dict[str, Record]) -> None:
    insist_on_whole(record, "record")
    few = records[SHEET]
    assert record.score.must == 0
    assert record.score.placed == few.score.placed
    # The other search finds nearly the same common ground.
    assert record.score.should < 1.05 * few.score.should
    assert abs(record.explanations.everyone - few.explanations.everyone) <= 1
    findings = [finding for cohort in record.explanations.cohorts for finding in cohort.findings]
    assert sum(finding.cost for finding in findings if finding.strength == "must") == 0
    assert sum(finding.cost for finding in findings if finding.strength == "should") == record.score.should
    # Only nearby cohorts were examined, and the report claims no more.
    assert record.explanations.nearby
    assert not few.explanations.nearby
    text = FORMATS["terminal"](record)
    assert "Best other seat in the cohorts with most in common: cohort" in " ".join(text.split())
    assert "Best other seat: cohort" not in text
    for form in ("terminal", "markdown", "csv", "json"):
        assert FORMATS[form](record)


def test_a_large_record_is_explained_to_the_last_unit(record: Record) -> None:
    again = reopen(record)
    assert again.faithful
    for seat in record.explanations.people[:5]:
        page = again.person(seat.participant)
        assert page.common_ground == seat.common_ground
        assert page.other_seat == seat.other_seat


@pytest.mark.usefixtures("many")
def test_second_opinions_on_a_large_problem_keep_every_must() -> None:
    data = (SAMPLES / SHEET).read_bytes()
    first = match(Sheet(SHEET, data), program_of(SHEET), Options(alternatives=1))
    assert first.second_opinions is not None
    assert len(first.second_opinions.opinions) == 1
    (opinion,) = first.second_opinions.opinions
    assert 4 * len(opinion.moved) >= first.score.placed
    taken = match(Sheet(SHEET, data), program_of(SHEET), Options(take=1))
    assert taken.score == opinion.score
    assert all(f.cost == 0 for c in taken.explanations.cohorts for f in c.findings if f.strength == "must")
