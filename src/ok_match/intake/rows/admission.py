"""Decides for each row whether it is a person, a repetition, a person to hold, or nobody."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ok_match.intake.columns.fields import EMAIL
from ok_match.intake.files.cleaning import shortened
from ok_match.model import Held, RowAccount
from ok_match.model.sheets.ledger import Ledger

_SURELY_TEST = re.compile(r"tests?(ing)?([\W_\d].*)?|asdf\w*|qwerty\w*", re.I)
_MAYBE_TEST = re.compile(r"example|sample|xxx+|abc|foo|bar|name|first last", re.I)
_TEST_EMAIL = re.compile(r"(test|testing|asdf|example|a|x|foo)@.*|.*@(test|example)\.(com|org|net)|.*@b\.c", re.I)
_PREVIEW = re.compile(r"(survey )?(preview|test)|1", re.IGNORECASE)
_SPAM = re.compile(r"spam|8", re.IGNORECASE)
_UNFINISHED = re.compile(r"false|0|no|partial|incomplete|disqualified", re.IGNORECASE)
#: "Ana and Luis Ortega": two people who applied in one row.
_TWO_PEOPLE = re.compile(r"[^\W\d_][\w.'’ -]*\s(?:and|&|\+|/|und|y|et)\s[^\W\d_][\w.'’ -]*", re.IGNORECASE)
_CALL_ME = re.compile(
    r"\b(please|pls|kindly|could you|can you|would you|can we|could we|i'd like to|i would like to|want to)\b.{0,40}"
    r"\b(call|phone|ring|talk|speak|contact|chat)\b.{0,40}\b(me|before|first|you)\b"
    r"|\b(call|phone|ring|talk to|speak (to|with)|contact) me\b.{0,30}\b(before|first|about|to discuss|please)\b"
    r"|^(please )?(call|phone|ring|contact) me\W*$",
    re.IGNORECASE | re.DOTALL,
)
#: Where somebody may ask to be called; in an answer about the business, a call is the business's.
_ASIDES = ("notes", "keep_apart", "sit_with", "access", "consent", "availability", "share_contact")
_REFUSED = re.compile(
    r"(no|n|false|0|nein|non|nee|nej)\b(?!,? (problem|objection|concern|issue|worr))"
    r"|.*\b(do not|don't|cannot|can't|will not|won't|not) (agree|agreed|consent|accept|commit|promise)"
    r"|.*\b(disagree|declin|refus)|i don't$",
    re.IGNORECASE | re.DOTALL,
)
#: Ways to write a time, month first before day first: a column that reads either way is American.
_TIMES = (
    "%Y/%m/%d %I:%M:%S %p", "%Y/%m/%d %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M", "%m/%d/%y %H:%M:%S", "%m/%d/%y %H:%M", "%m/%d/%y %I:%M %p", "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M", "%d/%m/%y %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y",
)  # fmt: skip


#: Days since the last day of 1899, as spreadsheet programs count them.
_SERIAL = "serial"
_EPOCH = datetime(1899, 12, 30)
#: Rows by which the way of writing times is judged.
_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One data row on its way in.

    ``number`` is the spreadsheet's, ``line`` counts from 0 below the header; ``texts`` holds the cleaned text by
    field. ``answered``: something was written or ticked under a facet; ``furniture``: the problem code of a row that
    is no person, else empty.
    """

    number: int
    line: int
    texts: dict[str, str]
    email: str
    name: str
    answered: bool
    furniture: str


@dataclass(frozen=True, slots=True)
class Admission:
    """The rows that are people, those that are held, and what became of all of them."""

    people: tuple[Row, ...]
    held: tuple[Held, ...]
    account: RowAccount
    ids: dict[int, str]


def admit(rows: list[Row], ledger: Ledger) -> Admission:
    """Sort the data rows into people, merged, dropped and held, with a problem for each that is not a person."""
    candidates = [row for row in rows if not _dropped(row, ledger)]
    latest, merged = _latest(candidates, ledger)
    held = []
    people = []
    ids = _ids(latest)
    for row in latest:
        reasons = _hold_reasons(row, ledger)
        if reasons:
            held.append(
                Held(
                    participant=ids[row.number],
                    name=row.name,
                    email=row.email,
                    row=row.number,
                    reasons=reasons,
                )
            )
        else:
            people.append(row)
            _remark(row, ledger)
    _same_names(people, ledger)
    account = RowAccount(
        data=len(rows), people=len(people), merged=merged, dropped=len(rows) - len(candidates), held=len(held)
    )
    held.sort(key=lambda one: (one.participant, one.row))
    return Admission(tuple(people), tuple(held), account, ids)


def _dropped(row: Row, ledger: Ledger) -> bool:
    """Drop what is nobody: blank rows, titles and totals, previews, spam and test rows."""
    code = row.furniture or None
    if code is None and (status := row.texts.get("status", "")):
        code = "preview-row" if _PREVIEW.fullmatch(status) else "spam-row" if _SPAM.fullmatch(status) else None
    if code:
        ledger.note(code, row.number)
        return True
    mailed = bool(_TEST_EMAIL.fullmatch(row.email))
    doubtful = mailed or not row.email or not row.answered
    if (
        _SURELY_TEST.fullmatch(row.name)
        or (doubtful and _MAYBE_TEST.fullmatch(row.name))
        or (mailed and not row.answered)
    ):
        ledger.note("test-row", row.number, value=row.name or row.email)
        return True
    return False


def _latest(rows: list[Row], ledger: Ledger) -> tuple[list[Row], int]:
    """Keep the latest row of each person: the same id of the sheet's own, else the same e-mail address."""
    telling = _telling(rows)
    by_person: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        own = row.texts.get("id", "").casefold()
        numbered = own and (telling or not row.email)
        key = f"id {own}" if numbered else f"mail {row.email}" if row.email else f"row {row.number}"
        by_person[key].append(row)
    repeated = [row for versions in by_person.values() if len(versions) > 1 for row in versions]
    submitted = _submitted(repeated, [row.texts.get("timestamp", "") for row in rows[:_LOOKED_AT]])
    kept = []
    for versions in by_person.values():
        if len(versions) == 1:
            kept += versions
            continue
        # An answer that was broken off never replaces one that was finished.
        *older, newest = sorted(versions, key=lambda row: (not _unfinished(row), submitted[row.number], row.number))
        kept.append(newest)
        for row in older:
            changed = _changed(row, newest, ledger)
            ledger.note(
                "duplicate-person", row.number, value=row.name or row.email, other=newest.number, detail=changed
            )
    kept.sort(key=lambda row: row.number)
    return kept, len(rows) - len(kept)


def _telling(rows: Sequence[Row]) -> bool:
    """Say whether the sheet's own numbers identify people; those that start anew in each section do not."""
    emails: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        own = row.texts.get("id", "").casefold()
        if own:
            emails[own].add(row.email)
            names[own].add(row.name.casefold())
    return not any(len(emails[own] - {""}) > 1 and len(names[own] - {""}) > 1 for own in emails)


def _changed(older: Row, newer: Row, ledger: Ledger) -> str:
    """List the headers under which two answers of one person differ; what they say stays in the sheet."""

    def said(row: Row, field: str) -> str:
        return " ".join(row.texts.get(field, "").split()).casefold()

    fields = [
        name for name in reversed(ledger.fields) if name != "timestamp" and said(older, name) != said(newer, name)
    ]
    headers = [f"“{shortened(ledger.fields[name], 40)}”" for name in fields]
    return f"changed: {', '.join(headers)}" if headers else "nothing else was changed"


def _unfinished(row: Row) -> bool:
    return bool(_UNFINISHED.fullmatch(row.texts.get("finished", "")))


def _submitted(rows: Sequence[Row], column: Sequence[str]) -> dict[int, datetime]:
    """Read when each row was submitted, in the way of writing that fits most of the column's first cells.

    Rows without a time that can be read come first, in the order of the sheet.
    """
    if not rows:
        return {}
    texts = {row.number: _zoneless(row.texts.get("timestamp", "")) for row in rows}
    seen = [*map(_zoneless, column), *texts.values()]
    fits = {form: sum(_parsed(text, form) is not None for text in seen) for form in ("", _SERIAL, *_TIMES)}
    ways = sorted(fits, key=lambda form: -fits[form])
    found = {}
    for number, text in texts.items():
        read = (when for form in ways if fits[form] and (when := _parsed(text, form)))
        found[number] = next(read, datetime.min)
    return found


def _zoneless(text: str) -> str:
    """Drop a time zone behind a time; AM and PM are none."""
    return re.sub(r"\s+(?!(?:AM|PM)$)(?:[A-Z]{2,5}|(?:GMT|UTC)[+-]\d+)$", "", text.strip().upper())


def _parsed(text: str, form: str) -> datetime | None:
    """Read a time written in one way; the empty way is ISO 8601."""
    if form == _SERIAL:
        return (
            _EPOCH + timedelta(days=float(text.replace(",", ".")))
            if re.fullmatch(r"[345]\d{4}([.,]\d+)?", text)
            else None
        )
    try:
        return datetime.strptime(text, form) if form else datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _ids(rows: list[Row]) -> dict[int, str]:
    """Give each person an id that the order of rows cannot change."""
    telling = _telling(rows)
    wished = {
        row.number: (telling and row.texts.get("id")) or row.email or _slug(row.name) or "no-name" for row in rows
    }
    sharing = defaultdict(list)
    for row in rows:
        sharing[wished[row.number]].append(row)
    ids: dict[int, str] = {}
    taken = set(sharing)
    for wish, namesakes in sorted(sharing.items()):
        first, *others = sorted(namesakes, key=lambda row: (sorted(row.texts.items()), row.number))
        ids[first.number] = wish
        turn = 2
        for row in others:
            while f"{wish}-{turn}" in taken:
                turn += 1
            ids[row.number] = f"{wish}-{turn}"
            taken.add(ids[row.number])
    return ids


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain or name.casefold()).strip("-") or "-".join(name.split()).casefold()


def _hold_reasons(row: Row, ledger: Ledger) -> tuple[str, ...]:
    """Find what forbids placing a person until the facilitator has spoken with them."""
    reasons = []
    if _REFUSED.match(row.texts.get("consent", "").strip().replace("’", "'")):
        ledger.warn("consent-refused", row.number, value=row.name or row.email)
        reasons.append("consent-refused")
    if not row.name and not row.email:
        ledger.warn("nobody-named", row.number)
        reasons.append("nobody-named")
    for code, holds in (
        ("unfinished", _unfinished(row)),
        ("two-people", bool(_TWO_PEOPLE.fullmatch(row.name))),
        ("asks-to-talk", any(_CALL_ME.search(row.texts.get(name, "").replace("’", "'")) for name in _ASIDES)),
    ):
        if holds:
            ledger.warn(code, row.number, value=row.name or row.email)
            reasons.append(code)
    return tuple(reasons)


def _remark(row: Row, ledger: Ledger) -> None:
    """Mention what a person who is placed has left out."""
    if not row.answered:
        ledger.warn("no-answers", row.number, value=row.name or row.email)
    if not row.name:
        ledger.warn("no-name", row.number, value=row.email)
    if not row.email and ledger.has("email"):
        ledger.warn("no-email", row.number, value=row.name)
    elif len({found.casefold() for found in EMAIL.findall(row.texts.get("email", ""))}) > 1:
        ledger.warn("two-emails", row.number, value=row.name or row.email, detail=row.email)
    elif row.email and not EMAIL.fullmatch(row.email):
        ledger.warn("odd-email", row.number, value=shortened(row.email))


def _same_names(people: list[Row], ledger: Ledger) -> None:
    """Mention people who share a name: they stay two people."""
    by_name = defaultdict(list)
    for row in people:
        if row.name:
            by_name[row.name.casefold()].append(row)
    for namesakes in by_name.values():
        for row in namesakes[1:]:
            ledger.note("same-name", row.number, value=row.name, other=namesakes[0].number)
