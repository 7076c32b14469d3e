"""Whom people would like to sit with: read from their answers, and told where nobody can be found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ok_match.model import ConflictKind, Participant, Request, Trait
from ok_match.model.sheets.ledger import Ledger, shortened

from .directory import Directory
from .referents import Referent, told_of
from .sense.clauses import LONGEST
from .sense.stances import Stance
from .wishes import asked_for

#: The column in which people are asked whom they would like to sit with.
ASKED = "sit_with"
#: Nobody of the sheet: no position is left out of what an answer names.
_STRANGER = -1
#: The number of people who may be meant that a message names.
_NAMED = 3
#: Troubles of those who are not asked for by a name or role.
_NO_NAME = ("nobody-named", "nobody-of-that-kind", "many-people")


def read_requests(book: Directory) -> tuple[Request, ...]:
    """Everybody asked for, by a name, a role or an organisation; kinds of business ask for nobody in particular.

    Returns
    -------
    tuple of Request
        Each pair once, and each name that does not tell who is meant; by ``a``, in the order of the answers.
    """
    requests: list[Request] = []
    for i, person in enumerate(book.people):
        asked = next((trait for trait in person.traits if trait.name == ASKED), None)
        if asked is not None:
            requests += _requests_of(i, asked, book)
    return tuple(requests)


def _requests_of(i: int, asked: Trait, book: Directory) -> Iterator[Request]:
    at = {"a": book.people[i].id, "row": asked.place.row, "column": asked.place.column}
    known: set[str] = set()
    for text in asked.values:
        for referent, stance in asked_for(text[:LONGEST], _STRANGER, book, asked.place.column):
            if stance is not Stance.WISHED:
                continue
            mention = text[referent.start : referent.end]
            others = sorted(book.people[j].id for j in referent.people - {i})
            if (referent.people and not others) or _names_nobody(referent):
                continue
            clear = not referent.trouble or (referent.trouble == "several-people" and len(others) == 1)
            for b in others if clear else [""]:
                if (key := b or mention.casefold()) not in known:
                    known.add(key)
                    unclear = {} if clear else {"trouble": referent.trouble, "candidates": tuple(others)}
                    yield Request(b=b, mention=mention, **at, **unclear)


def _names_nobody(referent: Referent) -> bool:
    return referent.kind is ConflictKind.KIND or referent.trouble in _NO_NAME


def remark_on_requests(requests: Sequence[Request], people: Sequence[Participant], ledger: Ledger) -> None:
    """Warn of every request that does not tell who is meant."""
    names = {person.id: person.name for person in people}
    for request in requests:
        if request.trouble:
            known = told_of(request.trouble, request.mention)
            detail = (
                known or f"somebody who could not be found: “{shortened(request.mention)}” ({_who(request, names)})"
            )
            ledger.ask("request-unresolved", request.row, column=request.column, value=names[request.a], detail=detail)


def _who(request: Request, names: dict[str, str]) -> str:
    """Who may be meant, or why nobody is."""
    if not request.candidates:
        return "no name" if request.trouble == "role-unnamed" else "nobody here is called that"
    candidates = sorted(names[candidate] for candidate in request.candidates)
    more = len(candidates) - _NAMED
    return f"may be {' or '.join([*candidates[:_NAMED], *([f'{more} others'] if more > 0 else [])])}"
