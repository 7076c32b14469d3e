"""A rule learns from earlier records who met before."""

import pytest

from ok_match import Program, ProgramError, Record, Sheet, match
from ok_match.model import Rule
from ok_match.season import with_history
from tests.conftest import SAMPLES


def test_the_cohorts_of_a_record_are_filled_in_by_address(records: dict[str, Record]) -> None:
    spring = records["hand-kept.csv"]
    program = Program(rules=(Rule(rule="history", strength="should", arguments={"records": ["spring.json"]}),))  # type: ignore[arg-type]
    names_read: list[str] = []

    def read(name: str) -> Record:
        names_read.append(name)
        return spring

    met = with_history(program, read).rules[0].arguments["met"]
    assert names_read == ["spring.json"]
    address = {person.id: person.email or person.id for person in spring.participants}
    assert met == [[address[member] for member in cohort.members] for cohort in spring.roster.cohorts]


def test_a_program_without_records_stays_as_it_is() -> None:
    program = Program(rules=(Rule(rule="history", strength="should", arguments={"mode": "keep"}),))  # type: ignore[arg-type]
    assert with_history(program, lambda _name: pytest.fail("nothing is to be read")) == program


@pytest.mark.parametrize("records", ["spring.json", [3]])
def test_records_that_are_not_a_list_of_files_are_refused(records: object) -> None:
    program = Program(rules=(Rule(rule="history", strength="should", arguments={"records": records}),))  # type: ignore[arg-type]
    with pytest.raises(ProgramError, match=r"spring\.json"):
        with_history(program, lambda _name: pytest.fail("nothing is to be read"))


def test_where_everybody_returns_no_more_pairs_meet_again_than_in_random_cohorts(record: Record) -> None:
    name = record.provenance.sheet.name
    rule = Rule(rule="history", arguments={"records": ["last.json"]})
    program = with_history(Program(cohorts=record.program.cohorts, rules=(rule,)), lambda _name: record)
    again = match(Sheet(name, (SAMPLES / name).read_bytes()), program).pairs_of("history")
    assert again
    assert again.fewest <= again.pairs <= again.random < again.among
