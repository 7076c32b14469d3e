"""The admission of rows: each is a person, a repetition, a person to hold, or nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ok_match.intake.answers.free import Availability
from ok_match.intake.values.consent import Assent, assent
from ok_match.intake.values.names.couples import are_two_people
from ok_match.model import EMAIL, Held, RowAccount
from ok_match.model.sheets.ledger import Ledger, shortened

from .identifying import identify
from .namesakes import one_row_each, remark_on_namesakes
from .row import Row, given_names
from .status import NOBODY
from .versions import latest

_SURELY_TEST = re.compile(r"tests?(ing)?([\W_\d].*)?|asdf\w*|qwerty\w*", re.I)
_MAYBE_TEST = re.compile(r"example|sample|xxx+|abc|foo|bar|name|first last", re.I)
_TEST_EMAIL = re.compile(r"(test|testing|asdf|example|a|x|foo)@.*|.*@(test|example)\.(com|org|net)|.*@b\.c", re.I)
_CALL_ME = re.compile(
    r"\b(please|pls|kindly|could you|can you|would you|can we|could we|i'd like to|i would like to|want to)\b.{0,40}"
    r"\b(call|phone|ring|talk|speak|contact|chat)\b.{0,40}\b(me|before|first|you)\b"
    r"|\b(call|phone|ring|talk to|speak (to|with)|contact) me\b.{0,30}\b(before|first|about|to discuss|please)\b"
    r"|^(please )?(call|phone|ring|contact) me\W*$",
    re.IGNORECASE | re.DOTALL,
)
#: Where somebody may ask to be called; in an answer about the business, a call is the business's.
_ASIDES = ("notes", "keep_apart", "sit_with", "access", "consent", "availability", "share_contact")


@dataclass(frozen=True, slots=True)
class Admission:
    """The rows that are people, those that are held, and what became of all of them.

    Attributes
    ----------
    ids : mapping
        Row number to the id of the participant, for people and held alike.
    """

    people: tuple[Row, ...]
    held: tuple[Held, ...]
    account: RowAccount
    ids: Mapping[int, str]


def admit(
    rows: Sequence[Row], ledger: Ledger, free: Sequence[Availability] = (), *, last_first: bool = False
) -> Admission:
    """The data rows sorted into people, merged, dropped and held, with a problem for each that is not a person."""
    candidates = [row for row in rows if not _is_dropped(row, ledger)]
    kept, doubtful = one_row_each(latest(candidates, ledger), ledger)
    ids = identify(kept)
    given = given_names(kept)
    agreed = _agreed_to(kept)
    reasons = {
        row.number: (
            *_hold_reasons(row, _doubts(row, given, doubtful, agreed, last_first=last_first), ledger),
            *_on_times(row, free, ledger),
        )
        for row in kept
    }
    people = [row for row in kept if not reasons[row.number]]
    held = [
        Held(participant=ids[row.number], name=row.shown, email=row.email, row=row.number, reasons=reasons[row.number])
        for row in kept
        if reasons[row.number]
    ]
    for row in people:
        _remark(row, ledger)
    remark_on_namesakes(people, ledger)
    account = RowAccount(
        data=len(rows),
        people=len(people),
        merged=len(candidates) - len(kept),
        dropped=len(rows) - len(candidates),
        held=len(held),
    )
    held.sort(key=lambda person: (person.participant, person.row))
    return Admission(tuple(people), tuple(held), account, ids)


def _is_dropped(row: Row, ledger: Ledger) -> bool:
    """Whether a row is nobody: blank, a title or a total, a preview, spam or a test."""
    code = row.standing.code or next((status.code for status in row.statuses if status.code in NOBODY), "")
    if code:
        tell = ledger.fail if code == "second-table" else ledger.note
        tell(code, row.number, value=shortened(row.standing.about), other=row.standing.other)
        return True
    is_test_email = bool(_TEST_EMAIL.fullmatch(row.email))
    is_doubtful = is_test_email or not row.email or not row.answered
    if (
        _SURELY_TEST.fullmatch(row.name)
        or (is_doubtful and _MAYBE_TEST.fullmatch(row.name))
        or (is_test_email and not row.answered)
    ):
        ledger.note("test-row", row.number, value=row.shown)
        return True
    return False


class _Doubt(NamedTuple):
    """One reason to hold somebody, with what its message names."""

    code: str
    column: str = ""
    other: int = 0
    detail: str = ""


def _doubts(
    row: Row, given: frozenset[str], doubtful: Mapping[int, int], agreed: frozenset[str], *, last_first: bool
) -> list[_Doubt]:
    """What is unclear about who a row's person is, whether they take part, and whether they agreed to."""
    doubts = [_Doubt(s.code, s.column, detail=shortened(s.text, 40) or "blank") for s in row.statuses]
    if row.standing.doubt:
        doubts.append(_Doubt(row.standing.doubt, detail=shortened(row.standing.about)))
    if are_two_people(row.texts.get("name", row.name), last_first=last_first, given=given):
        doubts.append(_Doubt("two-people"))
    if row.number in doubtful:
        doubts.append(_Doubt("perhaps-one-person", other=doubtful[row.number]))
    if consent := _consent(row, agreed):
        doubts.append(_Doubt(consent))
    return doubts


def _agreed_to(rows: Sequence[Row]) -> frozenset[str]:
    """The questions for consent that somebody said yes to."""
    return frozenset(
        question
        for row in rows
        for question, answer in row.consents
        if answer and assent(answer, question, row.name) is Assent.YES
    )


def _consent(row: Row, agreed: frozenset[str]) -> str:
    """The gravest problem code of somebody's answers about consent; empty where they agreed to everything.

    What nobody agreed to was not asked of everybody, so that an empty cell tells nothing there.
    """
    said = {assent(answer, question, row.name) for question, answer in row.consents if answer or question in agreed}
    grave = (
        (Assent.NO, "consent-refused"),
        (Assent.UNCLEAR, "consent-unclear"),
        (Assent.MISSING, "consent-missing"),
    )
    return next((code for answer, code in grave if answer in said), "")


def _hold_reasons(row: Row, doubts: Sequence[_Doubt], ledger: Ledger) -> tuple[str, ...]:
    """The problem codes of what forbids placing a person until the facilitator has spoken with them."""
    texts = {field: text.replace("’", "'") for field, text in row.texts.items()}
    checks = (
        ("nobody-named", not row.shown and not row.standing.doubt),
        ("asks-to-talk", any(_CALL_ME.search(texts.get(field, "")) for field in _ASIDES)),
    )
    every = {doubt.code: doubt for doubt in (*doubts, *(_Doubt(code) for code, holds in checks if holds))}
    for code, doubt in every.items():
        value = "" if code == "nobody-named" else row.shown or shortened(row.standing.about)
        ledger.ask(code, row.number, column=doubt.column, value=value, other=doubt.other, detail=doubt.detail)
    reasons = tuple(every)
    return tuple(code for code in reasons if not ledger.guidance.accepts(code, row.number, row.shown))


def _on_times(row: Row, free: Sequence[Availability], ledger: Ledger) -> tuple[str, ...]:
    """The problem code of times that forbid placing a person, and remarks on those that do not."""
    if not free:
        return ()
    when, guidance = free[row.line], ledger.guidance
    for code, detail in when.notes:
        add = (
            ledger.ask
            if code in ("unread-times", "alternate-weeks")
            else ledger.warn
            if code == "unsure-times"
            else ledger.note
        )
        add(code, row.number, value=row.shown, detail=detail)
    code = when.problem
    if not code or (code == "no-times-given" and "availability" not in guidance.required):
        if code:
            ledger.note("no-availability", row.number, value=row.shown)
        return ()
    if "availability" not in guidance.judged:
        ledger.note(code, row.number, value=row.shown, detail=when.detail)
        return ()
    ledger.ask(code, row.number, value=row.shown, detail=when.detail)
    held = not guidance.accepts(code, row.number, row.shown)
    return (code,) if held else ()


def _remark(row: Row, ledger: Ledger) -> None:
    """Remarks on what a person who is placed left out, or wrote in an odd way."""
    if not row.answered:
        ledger.warn("no-answers", row.number, value=row.shown)
    if not row.name:
        ledger.warn("no-name", row.number, value=row.shown)
    addresses = {address.casefold() for address in EMAIL.findall(row.texts.get("email", ""))}
    if not row.email and ledger.has("email"):
        ledger.warn("no-email", row.number, value=row.shown)
    elif len(addresses) > 1:
        ledger.warn("two-emails", row.number, value=row.shown, detail=row.email)
    elif row.email and not EMAIL.fullmatch(row.email):
        ledger.warn("odd-email", row.number, value=shortened(row.email))
