"""The cohorts of earlier seasons, for the rules that depend on who met before."""

from collections.abc import Callable

from ok_match.errors import ProgramError
from ok_match.model import Program, Record, Rule
from ok_match.rules import CARDS


def with_history(program: Program, read: Callable[[str], Record]) -> Program:
    """The program, with the earlier cohorts of each rule that names records.

    Parameters
    ----------
    read : callable
        Maps a file that the program names to the record in it.

    Raises
    ------
    ProgramError
        If a rule's ``records`` is not a list of files.
    """
    rules = tuple(_filled(rule, read) if _reads_records(rule) else rule for rule in program.rules)
    return program.model_copy(update={"rules": rules})


def _reads_records(rule: Rule) -> bool:
    card = CARDS.get(rule.rule)
    return card is not None and card.reads_records


def _filled(rule: Rule, read: Callable[[str], Record]) -> Rule:
    records = rule.arguments.get("records", [])
    if not isinstance(records, list) or not all(isinstance(name, str) for name in records):
        raise ProgramError(
            f"program, rule {rule.rule}",
            "records is not a list of files.",
            "Nothing was matched.",
            'write records = ["spring.json"].',
        )
    if not records:
        return rule
    met = [cohort for name in records if isinstance(name, str) for cohort in cohorts_by_address(read(name))]
    return rule.model_copy(update={"arguments": rule.arguments | {"met": met}})


def cohorts_by_address(record: Record) -> list[list[str]]:
    """A record's cohorts by e-mail address, which outlasts the ids of one sheet, or else by id."""
    address = {person.id: person.email or person.id for person in record.participants}
    return [[address[member] for member in cohort.members if member in address] for cohort in record.roster.cohorts]
