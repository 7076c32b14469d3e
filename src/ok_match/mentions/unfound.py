"""Finds in the answers to whom people would like to sit with the names that nobody could be found by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from ok_match.intake.files.cleaning import shortened
from ok_match.model import ConflictKind, Held, Participant
from ok_match.model.sheets.ledger import Ledger

from .directory import Directory
from .kinds import Kinds
from .named import mentions_in
from .referents import Referent, referents_in

#: The column in which people are asked whom they would like to sit with.
ASKED = "sit_with"
#: Reads who is asked for: for each position, the parts of the answers that ask for somebody, and whom each found.
Requested = Callable[[Sequence[Participant]], Mapping[int, Sequence[tuple[str, Set[int]]]]]
#: Nobody of the sheet: no position is left out of what an answer names.
_STRANGER = -1
#: How many of those who may be meant are named.
_NAMED = 3
#: What is no name, and so asks for nobody by name.
_NO_NAME = ("nobody-named", "nobody-of-that-kind", "many-people")


def nobody_requested(people: Sequence[Participant]) -> Mapping[int, Sequence[tuple[str, Set[int]]]]:  # noqa: ARG001
    """Read no requests."""
    return {}


def remark_on_requests(
    people: Sequence[Participant], held: Iterable[Held], requested: Requested, ledger: Ledger
) -> None:
    """Point to everybody asked for by a name or a role that does not tell who is meant."""
    asked = requested(people)
    if not asked:
        return
    book, kinds = Directory(people, held), Kinds(people)
    for i, parts in asked.items():
        place = next(trait.place for trait in people[i].traits if trait.name == ASKED)
        told: set[str] = set()
        for part, found in parts:
            mentions = mentions_in(part, _STRANGER, book, kinds)
            for one in referents_in(part, _STRANGER, mentions, book, kinds, asked=True):
                words = part[one.start : one.end]
                if _is_found(one, i, found) or words.casefold() in told:
                    continue
                told.add(words.casefold())
                detail = f"“{shortened(words)}” ({_who(one, people)})"
                ledger.warn("request-unresolved", place.row, column=place.column, value=people[i].name, detail=detail)


def _is_found(one: Referent, speaker: int, found: Set[int]) -> bool:
    no_name = one.kind is ConflictKind.KIND or one.trouble in _NO_NAME
    return no_name or bool(one.people & found) or one.people == {speaker}


def _who(one: Referent, people: Sequence[Participant]) -> str:
    """Say who may be meant, or why nobody is."""
    if one.trouble == "held":
        return "held, and not placed"
    if not one.people:
        return "no name" if one.role else "nobody here is called that"
    names = sorted(people[j].name for j in one.people)
    others = len(names) - _NAMED
    return f"may be {' or '.join([*names[:_NAMED], *([f'{others} others'] if others > 0 else [])])}"
