"""Who is who: rows of the same person, namesakes, and the id of each person."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from ok_match.intake.values.times import times_in
from ok_match.model.sheets.ledger import Ledger, shortened

from .row import Row

_UNFINISHED = re.compile(r"false|0|no|partial|incomplete|disqualified", re.IGNORECASE)
#: Rows by which the way of writing times is judged.
_SAMPLE = 1000


def is_unfinished(row: Row) -> bool:
    """Whether somebody broke off before the end of the form."""
    return bool(_UNFINISHED.fullmatch(row.texts.get("finished", "")))


def latest(rows: Sequence[Row], ledger: Ledger) -> list[Row]:
    """The latest row of each person, by row number.

    Rows are of one person if they share the sheet's own id, or else the e-mail address. An answer that was broken off
    never replaces a finished one; rows without a time that can be read count as the earliest, in the sheet's order.
    """
    by_person: dict[str, list[Row]] = defaultdict(list)
    has_ids = _has_ids(rows)
    for row in rows:
        own = _own_id(row)
        by_id = own and (has_ids or not row.email)
        key = f"id {own}" if by_id else f"mail {row.email}" if row.email else f"row {row.number}"
        by_person[key].append(row)
    repeated = [row for versions in by_person.values() if len(versions) > 1 for row in versions]
    times = times_in([_time(row) for row in repeated], [_time(row) for row in rows[:_SAMPLE]])
    sent = {row.number: time for row, time in zip(repeated, times, strict=True)}
    kept = []
    for versions in by_person.values():
        if len(versions) > 1:
            versions.sort(key=lambda row: (not is_unfinished(row), sent[row.number], row.number))
        *older, newest = versions
        kept.append(newest)
        for row in older:
            changed = _changed(row, newest, ledger)
            ledger.note("duplicate-person", row.number, value=row.shown, other=newest.number, detail=changed)
    return sorted(kept, key=lambda row: row.number)


def identify(rows: Sequence[Row]) -> dict[int, str]:
    """The id of each person by row number, which the order of the rows does not change.

    It is the sheet's own id if it has one, else the e-mail address, else one made of the name.
    """
    has_ids = _has_ids(rows)
    sharing: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        sharing[(has_ids and row.texts.get("id")) or row.email or _slug(row.name) or "no-name"].append(row)
    ids: dict[int, str] = {}
    taken = set(sharing)
    for wanted, namesakes in sorted(sharing.items()):
        first, *others = sorted(namesakes, key=lambda row: (sorted(row.texts.items()), row.number))
        ids[first.number] = wanted
        suffix = 2
        for row in others:
            while f"{wanted}-{suffix}" in taken:
                suffix += 1
            ids[row.number] = f"{wanted}-{suffix}"
            taken.add(ids[row.number])
    return ids


def remark_on_namesakes(people: Sequence[Row], ledger: Ledger) -> None:
    """A remark on each person who shares a name with one before: they stay two people."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in people:
        if row.name:
            by_name[row.name.casefold()].append(row)
    for namesakes in by_name.values():
        for row in namesakes[1:]:
            ledger.note("same-name", row.number, value=row.name, other=namesakes[0].number)


def _own_id(row: Row) -> str:
    return row.texts.get("id", "").casefold()


def _time(row: Row) -> str:
    return row.texts.get("timestamp", "")


def _has_ids(rows: Sequence[Row]) -> bool:
    """Whether the sheet's own numbers identify people; numbers that start again in each section do not."""
    emails: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if own := _own_id(row):
            emails[own].add(row.email)
            names[own].add(row.name.casefold())
    return not any(len(emails[own] - {""}) > 1 and len(names[own] - {""}) > 1 for own in emails)


def _changed(older: Row, newer: Row, ledger: Ledger) -> str:
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


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain or name.casefold()).strip("-") or "-".join(name.split()).casefold()
