"""Several answers of one person: which of them counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ok_match.intake.files.cleaning import is_answer
from ok_match.intake.values.consent import Assent, assent
from ok_match.intake.values.names.likeness import Likeness, generation, likeness
from ok_match.intake.values.names.written import is_office
from ok_match.intake.values.times import times_in
from ok_match.model.sheets.ledger import Ledger, shortened

from .identifying import ids_identify
from .row import Row

#: What somebody said of others, which a blank in a later answer does not take back.
_CARRIED = ("keep_apart", "sit_with")
#: Rows by which the way of writing times is judged.
_SAMPLE = 1000


class Versions(NamedTuple):
    """The rows that count, by row number, and those of them that may be a person who has another row too.

    Attributes
    ----------
    doubtful : mapping
        Row number to that of the other row.
    """

    kept: list[Row]
    doubtful: Mapping[int, int]


def is_unfinished(row: Row) -> bool:
    """Whether somebody broke off before the end of the form."""
    return any(status.code == "unfinished" for status in row.statuses)


def newest_first(rows: Sequence[Row], every: Sequence[Row]) -> Callable[[Row], tuple[bool, object, int]]:
    """The order of a person's answers, the one that counts last.

    An answer that was broken off never replaces a finished one; rows without a time that can be read count as the
    earliest, in the sheet's order.
    """
    times = times_in([_time(row) for row in rows], [_time(row) for row in every[:_SAMPLE]])
    sent = {row.number: time for row, time in zip(rows, times, strict=True)}
    return lambda row: (not is_unfinished(row), sent[row.number], row.number)


def latest(rows: Sequence[Row], ledger: Ledger) -> Versions:
    """The latest row of each person who is known by an id or an address.

    Rows are of one person if they share the sheet's own id, or else the e-mail address, and their names can be one
    person's: different names at one address are different people, and the ledger asks.
    """
    by_key: dict[str, list[Row]] = defaultdict(list)
    has_ids = ids_identify(rows)
    for row in rows:
        own = row.code.casefold()
        by_id = own and (has_ids or not row.email)
        by_key[f"id {own}" if by_id else f"mail {row.email}" if row.email else f"row {row.number}"].append(row)
    repeated = [row for together in by_key.values() if len(together) > 1 for row in together]
    order = newest_first(repeated, rows)
    kept: list[Row] = []
    doubtful: dict[int, int] = {}
    for key, together in by_key.items():
        people = _people_of(together)
        newest: list[Row] = []
        for versions in people:
            versions.sort(key=order if len(together) > 1 else lambda row: row.number)
            *older, last = versions
            whole = last
            for row in reversed(older):
                changed = changed_headers(row, last, ledger)
                whole, kept_too = carried(row, whole, ledger)
                detail = f"{changed}{kept_too}"
                ledger.note("duplicate-person", row.number, value=row.shown, other=last.number, detail=detail)
            newest.append(whole)
        if len(newest) > 1:
            doubtful |= _ask_about(sorted(newest, key=order), key, ledger)
        kept += newest
    return Versions(sorted(kept, key=lambda row: row.number), doubtful)


def _people_of(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that share an id or an address, parted by names that cannot be one person's."""
    people: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: not row.name):
        fitting = [same for same in people if all(_are_alike(row.name, other.name) for other in same)]
        if fitting and (row.name or len(people) == 1):
            fitting[0].append(row)
        else:
            people.append([row])
    return people


def _are_alike(one: str, other: str) -> bool:
    """Whether two names at one address are one person's: a parent's and a child's are not."""
    same = generation(one) == generation(other) or not (one and other)
    return same and likeness(one, other) >= Likeness.NEAR


def _ask_about(rows: Sequence[Row], key: str, ledger: Ledger) -> dict[int, int]:
    """Questions about people who share an id or address, oldest row first; those who may be one person are held."""
    doubtful: dict[int, int] = {}
    newest = rows[-1]
    for row in rows[:-1]:
        near = next((other for other in reversed(rows) if other is not row and _may_be(row, other)), None)
        if near is not None and near.number not in doubtful:
            doubtful[row.number] = near.number
        elif key.startswith("id "):
            ledger.ask("shared-id", row.number, value=row.shown, other=newest.number)
        elif is_office(row.email):
            ledger.note("shared-office", row.number, value=row.shown, other=newest.number)
        else:
            ledger.ask("shared-address", row.number, value=row.shown, other=newest.number)
    return doubtful


def _may_be(row: Row, other: Row) -> bool:
    return likeness(row.name, other.name) >= Likeness.FAINT


def changed_headers(older: Row, newer: Row, ledger: Ledger) -> str:
    """The headers under which two answers of one person differ, as text; the answers themselves stay in the sheet."""

    def answer(row: Row, field: str) -> str:
        return " ".join(row.texts.get(field, "").split()).casefold()

    fields = [
        field
        for field in reversed(ledger.fields)
        if field != "timestamp" and answer(older, field) != answer(newer, field)
    ]
    headers = [f"“{shortened(ledger.fields[field], 40)}”" for field in fields]
    return f"changed: {', '.join(headers)}" if headers else "nothing else was changed"


def carried(older: Row, newer: Row, ledger: Ledger) -> tuple[Row, str]:
    """The newer of two answers of one person with what only the older said of others and of consent, and a word on it.

    Nobody takes back a wish to be kept apart, or a refusal, by leaving the question blank the second time.
    """
    wishes = {
        field: older.texts[field]
        for field in _CARRIED
        if is_answer(older.texts.get(field, "")) and not newer.texts.get(field)
    }
    refused = {
        question: answer
        for question, answer in older.consents
        if answer and assent(answer, question, older.name) in (Assent.NO, Assent.UNCLEAR)
    }
    consents = {question: answer or refused.get(question, "") for question, answer in newer.consents}
    kept = [ledger.fields.get(field, field) for field in wishes]
    kept += [question for question, answer in newer.consents if consents[question] != answer]
    if not kept:
        return newer, ""
    row = replace(newer, texts={**newer.texts, **wishes}, consents=tuple(consents.items()))
    named = ", ".join(f"“{shortened(header, 40)}”" for header in kept)
    return row, f"; left blank there, so the earlier answer was kept: {named}"


def _time(row: Row) -> str:
    return row.texts.get("timestamp", "")
