"""A last look at answers about others: whoever is named there without any consequence is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ok_match.model import Conflict, ConflictKind, Request
from ok_match.model.sheets.ledger import Ledger

from .conflicts import ASKED, NOTES, WANTED
from .directory import Directory
from .named import names_in
from .sense.clauses import LONGEST

#: Nobody of the sheet: no position is left out of what an answer names.
_STRANGER = -1
#: The least sureness of a name, where people were asked about others and where they were not.
_ASKED, _NOTED = 84, 94


def remark_on_ignored(
    book: Directory, conflicts: Sequence[Conflict], requests: Sequence[Request], ledger: Ledger
) -> None:
    """A note for each answer that names people of the sheet of whom nothing was made."""
    told: dict[str, set[str]] = defaultdict(set)
    for conflict in conflicts:
        if conflict.sentence:
            told[conflict.a] |= {conflict.b, *conflict.candidates}
    for request in requests:
        told[request.a] |= {request.b, *request.candidates}
    known: dict[tuple[str, int], frozenset[int]] = {}
    for i, person in enumerate(book.people):
        for trait in person.traits:
            if trait.name not in (ASKED, WANTED, NOTES):
                continue
            least = _NOTED if trait.name == NOTES else _ASKED
            text = "\n".join(trait.values)[:LONGEST]
            if (text, least) not in known:
                known[text, least] = _named(text, book, least)
            ignored = [
                book.people[j].name for j in known[text, least] - {i} if book.people[j].id not in told[person.id]
            ]
            if ignored:
                names = ", ".join(sorted(ignored))
                code = "names-noted" if trait.name == NOTES else "names-ignored"
                ledger.note(code, trait.place.row, column=trait.place.column, value=person.name, detail=names)


def _named(text: str, book: Directory, least: int) -> frozenset[int]:
    """Everybody whom a text surely names."""
    return frozenset(
        i
        for span in names_in(text, _STRANGER, book)
        if span.kind is ConflictKind.PERSON and span.sure >= least and not span.slip
        for i in span.people
    )
