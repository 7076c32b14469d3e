"""People of the same or nearly the same name: one person who answered twice, perhaps one person, or two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ok_match.intake.values.names.likeness import Likeness, generation, likeness, name_words
from ok_match.model import NO_EMPLOYER, WRITTEN_FACETS, organisation_key
from ok_match.model.people.given_names import CALLED
from ok_match.model.people.spelling import distance
from ok_match.model.sheets.ledger import Ledger

from .row import Row
from .versions import Versions, carried, changed_headers, newest_first

#: Shorter answers than this, in characters, are alike by chance.
_LONG = 10
_PLAIN_FIELDS = ("industry", "town", "role", "years", "team_size")


def one_row_each(versions: Versions, ledger: Ledger) -> tuple[list[Row], dict[int, int]]:
    """The rows that count, once those of one name are weighed; and those that may be a person with another row.

    Without an address, the same name at the same organisation is one person who answered twice, where the sheet says
    when; the ledger asks. Whoever may be the same person as another is held, by the older row. Namesakes at different
    organisations stay two.

    Returns
    -------
    kept : list of Row
    doubtful : dict
        Row number of somebody to hold, to that of the row that counts.
    """
    rows = versions.kept
    merged: dict[int, int] = {}
    counting = {row.number: row for row in rows}
    doubtful = dict(versions.doubtful)
    pairs = [(one, other, verdict) for one, other in _pairs(rows) if (verdict := _verdict(one, other))]
    order = newest_first(list({row.number: row for pair in pairs for row in pair[:2]}.values()), rows)
    for *pair, verdict in pairs:
        timed = all(row.texts.get("timestamp") for row in pair)
        # Where nothing says which is newer, the row that counts is the one with an address, whatever the order of rows.
        older, newer = sorted(pair, key=order if timed else lambda row: (bool(row.email), row.email, *order(row)))
        if {older.number, newer.number} & {*merged, *doubtful}:
            continue
        if verdict == "answered-twice":
            merged[older.number] = newer.number
            changed = changed_headers(older, newer, ledger)
            counting[newer.number], kept_too = carried(older, counting[newer.number], ledger)
            detail = f"{changed}{kept_too}"
            ledger.ask(verdict, older.number, value=older.shown, other=newer.number, detail=detail)
        elif verdict == "perhaps-one-person":
            doubtful[older.number] = newer.number
    return [row for number, row in counting.items() if number not in merged], doubtful


def remark_on_namesakes(people: Sequence[Row], ledger: Ledger) -> None:
    """A remark on each person who shares a name with one before: they stay two people."""
    by_name: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in people:
        if row.name:
            by_name[tuple(sorted(name_words(row.name)))].append(row)
    for namesakes in by_name.values():
        for row in namesakes[1:]:
            # A whole name without any address may be one person who moved on.
            unclear = len(name_words(row.name)) > 1 and not row.email and not namesakes[0].email
            tell = ledger.ask if unclear else ledger.note
            tell("same-name", row.number, value=row.name, other=namesakes[0].number)


def _pairs(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs that are worth a look, each once: they share all of the name, or a word of it and something else."""
    blocks: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        words = name_words(row.name) if row.name else ()
        if not words:
            continue
        blocks["name", *sorted(words)].append(row)
        things = [thing for thing in (_employer(row), _phone(row), row.account) if thing]
        things += _written(row) if not things or not row.email else []
        for thing in things:
            for word in {min({word, *CALLED.get(word, ())}) for word in words if len(word) > 1}:
                blocks[thing, word].append(row)
    seen: set[tuple[int, int]] = set()
    for together in blocks.values():
        for one, other in combinations(together, 2):
            key = (one.number, other.number)
            if key not in seen:
                seen.add(key)
                yield one, other


def _verdict(older: Row, newer: Row) -> str:  # noqa: PLR0911 - one return a reason
    """The problem code of two rows of alike names; empty where they are two people."""
    alike = likeness(older.name, newer.name)
    if alike < Likeness.NEAR or _both(older.code, newer.code):
        return ""
    shared, told_apart = _shared(older, newer), _told_apart(older, newer)
    addressed = bool(older.email and newer.email)
    if told_apart and not (shared and alike is Likeness.SAME and _phone(older) and _phone(older) == _phone(newer)):
        return ""
    if addressed and generation(older.name) != generation(newer.name):
        # A parent and a child in one firm, each with an address of their own.
        return ""
    if addressed:
        return "perhaps-one-person" if shared or _slipped(older.email, newer.email) else ""
    if alike is Likeness.SAME:
        timed = bool(older.texts.get("timestamp") and newer.texts.get("timestamp"))
        if shared and timed and not older.email and not newer.email:
            return "answered-twice"
        if shared or (len(name_words(older.name)) > 1 and not _differ(older, newer)):
            return "perhaps-one-person"
        return ""
    return "perhaps-one-person" if shared else ""


def _shared(one: Row, other: Row) -> bool:
    """Whether two rows share what namesakes do not: an organisation, a phone, an account, an answer word for word."""
    return bool(
        (_employer(one) and _employer(one) == _employer(other))
        or (_phone(one) and _phone(one) == _phone(other))
        or (one.account and one.account == other.account)
        or set(_written(one)) & set(_written(other))
    )


def _told_apart(one: Row, other: Row) -> bool:
    """Whether both name an organisation, and not the same."""
    first, second = _employer(one), _employer(other)
    return (
        _both(first, second)
        and not (first.startswith(second) or second.startswith(first))
        and (distance(first, second, 2) > 2)
    )


def _differ(one: Row, other: Row) -> bool:
    """Whether anything plain about two people differs: their industry, town, role."""
    return any(_both(_plain(one.texts.get(field, "")), _plain(other.texts.get(field, ""))) for field in _PLAIN_FIELDS)


def _both(one: str, other: str) -> bool:
    """Whether two texts are there and differ."""
    return bool(one and other and one.casefold() != other.casefold())


def _slipped(one: str, other: str) -> bool:
    """Whether two addresses are a slip of the pen apart."""
    return distance(one, other, 1) <= 1 or one.partition("@")[0] == other.partition("@")[0]


def _employer(row: Row) -> str:
    key = organisation_key(row.texts.get("organisation", ""))
    return "" if key in NO_EMPLOYER else key


def _phone(row: Row) -> str:
    digits = re.sub(r"\D", "", row.texts.get("phone", ""))
    return digits[-7:] if len(digits) >= 7 else ""


def _written(row: Row) -> list[str]:
    """The longer answers of a row, each with its question, folded."""
    texts = ((facet.value, _plain(row.texts.get(facet, ""))) for facet in WRITTEN_FACETS)
    return [f"{facet} {text}" for facet, text in texts if len(text) >= _LONG]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\W+", " ", text).casefold().split())
