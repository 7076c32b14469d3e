"""Second opinions as a facilitator sees them, in every format."""

import csv
import io

import pytest
from typer.testing import CliRunner

from ok_match import Options, Program, ProgramError, Record, Sheet, match, read_record
from ok_match.cli.app import app
from ok_match.model import Sizes, Taken
from ok_match.render import FORMATS
from ok_match.season import reopen
from tests.conftest import SAMPLES


@pytest.fixture(scope="module")
def asked() -> Record:
    """A small sample in small cohorts, by words alone, with two second opinions."""
    name = "microsoft-forms.xlsx"
    program = Program(cohorts=Sizes(min=3, max=4))
    return match(Sheet(name, (SAMPLES / name).read_bytes()), program, Options(engine="lexical", alternatives=2))


def test_each_opinion_seats_everybody_and_a_quarter_of_them_elsewhere(asked: Record) -> None:
    answered = asked.second_opinions
    assert answered is not None
    assert answered.wanted == 2
    assert answered.opinions
    home = {member: cohort.label for cohort in asked.roster.cohorts for member in cohort.members}
    for opinion in answered.opinions:
        there = {member: cohort.label for cohort in opinion.cohorts for member in cohort.members}
        assert sorted([*there, *opinion.waiting]) == sorted(person.id for person in asked.participants)
        assert {member for member in home if home[member] != there.get(member)} == set(opinion.moved)
        assert 4 * len(opinion.moved) >= len(home)
        assert opinion.score.should - asked.score.should == opinion.price
        assert opinion.score.must == 0


def test_the_figures_of_the_roster_are_those_of_the_report(asked: Record) -> None:
    answered = asked.second_opinions
    assert answered is not None
    seats = asked.explanations.people
    weakest = min(seats, key=lambda seat: (seat.common_ground, seat.participant))
    figures = answered.figures
    assert (figures.weakest_seat, figures.weakest_seat_ground) == (weakest.participant, weakest.common_ground)
    assert figures.weakest_cohort_ground == min(cohort.common_ground for cohort in asked.explanations.cohorts)
    assert figures.common_ground == sum(seat.common_ground for seat in seats) // len(seats)


def test_a_record_with_opinions_reads_back_to_the_same_bytes(asked: Record) -> None:
    assert read_record(asked.to_json()).to_json() == asked.to_json()


@pytest.mark.parametrize("format_", ["terminal", "markdown"])
def test_the_report_says_who_would_sit_elsewhere_and_how_firm_seats_are(asked: Record, format_: str) -> None:
    report = FORMATS[format_](asked)
    for words in ("Second opinions", "Alternative 1", "would sit elsewhere", "new here", "How firm the seats are"):
        assert words in report


def test_the_table_has_a_column_for_each_opinion(asked: Record) -> None:
    answered = asked.second_opinions
    assert answered is not None
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](asked))))
    assert list(rows[0])[11:13] == ["firmness", "alternative_1"]
    times = {seat.participant: seat.same for seat in answered.seats}
    for row in rows:
        if row["status"] == "held":
            assert row["firmness"] == row["alternative_1"] == ""
            continue
        assert row["firmness"] == f"{times[row['id']]} of {answered.rosters}"
        (cohort,) = [seated.label for seated in answered.opinions[0].cohorts if row["id"] in seated.members]
        assert row["alternative_1"] == cohort


# Taking one of them


def taking(number: int) -> Record:
    name = "microsoft-forms.xlsx"
    program = Program(cohorts=Sizes(min=3, max=4))
    data = (SAMPLES / name).read_bytes()
    return match(Sheet(name, data), program, Options(engine="lexical", alternatives=2, take=number))


def test_a_chosen_alternative_becomes_the_roster_and_is_explained_like_any_other(asked: Record) -> None:
    assert asked.second_opinions is not None
    opinion = asked.second_opinions.opinions[0]
    record = taking(1)
    assert [cohort.members for cohort in record.roster.cohorts] == [cohort.members for cohort in opinion.cohorts]
    assert record.score == opinion.score
    assert record.provenance.taken == Taken(alternative=1, wanted=2, price=opinion.price)
    assert reopen(record).faithful
    for seat in record.explanations.people:
        there = next(cohort for cohort in opinion.cohorts if seat.participant in cohort.members)
        assert seat.cohort == there.label
    assert min(seat.common_ground for seat in record.explanations.people) == opinion.figures.weakest_seat_ground
    assert read_record(record.to_json()).to_json() == taking(1).to_json()
    report = " ".join(FORMATS["terminal"](record).split())
    assert "Chosen: alternative 1 of the 2 asked for, " in report
    assert " than the first choice" in report


def test_the_first_choice_says_nothing_of_alternatives(asked: Record) -> None:
    assert asked.provenance.taken is None
    assert "Chosen" not in FORMATS["terminal"](asked)


def test_an_alternative_that_does_not_exist_is_refused(asked: Record) -> None:
    assert asked.second_opinions is not None
    most = len(asked.second_opinions.opinions)
    with pytest.raises(ProgramError) as caught:
        taking(most + 1)
    assert caught.value.where == f"alternative {most + 1}"
    assert caught.value.what.startswith(f"{most} alternatives were found")
    assert caught.value.advice == f"take one of 1 to {most}, or the first choice."


def test_an_alternative_beyond_the_limit_is_refused() -> None:
    result = CliRunner().invoke(app, ["match", str(SAMPLES / "google-forms.csv"), "--alternatives", "1", "--take", "2"])
    assert result.exit_code == 2
    assert "--take 2 needs --alternatives 2 or more" in " ".join(result.stderr.split())
