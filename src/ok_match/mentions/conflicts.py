"""Who should be kept apart: from what people wrote, and from what two of them share in the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ok_match.model import (
    SURE_ENOUGH,
    WRITTEN_FACETS,
    Conflict,
    ConflictKind,
    Participant,
    Request,
    Strength,
    conflict_key,
)
from ok_match.model.sheets.ledger import Ledger, shortened

from .colleagues import colleagues
from .directory import Directory
from .referents import told_of
from .wishes import UNCLEAR, Wish, read_answer, read_aside, read_request

#: The column in which people are asked whom they should not sit with.
ASKED = "keep_apart"
#: The columns in which they are asked whom they would like to sit with, and for anything else.
WANTED, NOTES = "sit_with", "notes"
#: Ties within one organisation.
_INSIDE = frozenset({"hierarchy", "partner", "former-partner"})
_KIN = frozenset({"spouse", "family"})
#: Nobody of the sheet: no position is left out of what an answer names.
_STRANGER = -1


class _Answer(NamedTuple):
    """One answer that may speak of a conflict; ``to`` is the field it answers, or empty for a facet."""

    row: int
    column: str
    text: str
    to: str


class _Read(NamedTuple):
    """A wish with the position of its writer and its place in the sheet."""

    writer: int
    row: int
    column: str
    wish: Wish


def read_conflicts(book: Directory) -> tuple[Conflict, ...]:
    """The conflicts in everybody's answers, and those that the sheet itself shows.

    Returns
    -------
    tuple of Conflict
        Sorted by ``a``, then by sentence; every ``b`` is another participant, every sentence verbatim.
    """
    reads: list[_Read] = []
    known: dict[tuple[str, str, str], tuple[Wish, ...]] = {}
    for i, person in enumerate(book.people):
        for answer in _answers(person):
            # Many give the same answer, and it reads the same for all whom it does not name.
            same = (answer.text, answer.to, answer.column if answer.to in (ASKED, WANTED) else "")
            if same not in known:
                known[same] = _wishes(answer, _STRANGER, book)
            wishes = known[same]
            if any(i in wish.people for wish in wishes):
                wishes = _wishes(answer, i, book)
            reads += [_Read(i, answer.row, answer.column, wish) for wish in wishes]
    conflicts = [conflict for read in _identified(reads, book) for conflict in _proposed(read, book.people)]
    return tuple(sorted(_firmest([*conflicts, *colleagues(book.people)]), key=_order))


def without_guesses(conflicts: Iterable[Conflict], requests: Iterable[Request]) -> tuple[Conflict, ...]:
    """The conflicts without those guessed from an e-mail domain that two people share who ask for each other."""
    asked = {(request.a, request.b) for request in requests}
    return tuple(
        conflict
        for conflict in conflicts
        if conflict.kind is not ConflictKind.DOMAIN or not {(conflict.a, conflict.b), (conflict.b, conflict.a)} <= asked
    )


def remark_on_conflicts(
    conflicts: Sequence[Conflict], people: Sequence[Participant], settled: frozenset[int], ledger: Ledger
) -> None:
    """Point to every answer with a conflict in it, once; not of people about whom the program has a rule already."""
    position = {person.id: i for i, person in enumerate(people)}
    known: set[tuple[int, bool, str]] = set()
    for conflict in conflicts:
        writer = position[conflict.a]
        known_of = told_of(conflict.trouble, conflict.mention)
        apart = (UNCLEAR, "nobody-of-that-kind")
        unclear = conflict.mention if conflict.trouble in apart else known_of
        if not conflict.sentence or (conflict.row, conflict.open, unclear) in known or writer in settled:
            continue
        known.add((conflict.row, conflict.open, unclear))
        if conflict.trouble == UNCLEAR and conflict.open:
            who = shortened(conflict.mention)
            ledger.ask("conflict-unclear", conflict.row, column=conflict.column, value=people[writer].name, detail=who)
        elif conflict.open and conflict.trouble != "nobody-of-that-kind":
            who = known_of or "somebody who could not be identified"
            ledger.ask(
                "conflict-unresolved", conflict.row, column=conflict.column, value=people[writer].name, detail=who
            )
        elif conflict.open:
            who = f"“{shortened(conflict.mention)}”, a kind of which nobody else is here"
            ledger.note(
                "conflict-unresolved", conflict.row, column=conflict.column, value=people[writer].name, detail=who
            )
        elif conflict.resolved:
            ledger.note("conflict-proposed", conflict.row, column=conflict.column, value=people[writer].name)


def _wishes(answer: _Answer, speaker: int, book: Directory) -> tuple[Wish, ...]:
    if answer.to == ASKED:
        return read_answer(answer.text, speaker, book, answer.column).wishes
    if answer.to == WANTED:
        return read_request(answer.text, speaker, book, answer.column)
    return read_aside(answer.text, speaker, book, noted=answer.to == NOTES)


def _order(conflict: Conflict) -> tuple[object, ...]:
    return (
        conflict.a,
        not conflict.sentence,
        conflict.sentence,
        conflict.mention,
        conflict.b,
        conflict.kind,
    )


def _answers(person: Participant) -> Iterable[_Answer]:
    for trait in person.traits:
        if trait.name in (ASKED, WANTED, NOTES):
            for value in trait.values:
                yield _Answer(trait.place.row, trait.place.column, value, trait.name)
    for facet in WRITTEN_FACETS:
        for statement in person.said(facet):
            yield _Answer(statement.place.row, statement.place.column, statement.text, to="")


def _identified(reads: Sequence[_Read], book: Directory) -> list[_Read]:
    """The same with "my clinic manager" identified: a colleague of that role, or somebody who says so themselves."""
    named: dict[tuple[int, str], set[int]] = defaultdict(set)
    for read in reads:
        if not read.wish.trouble:
            for other in read.wish.people:
                named[other, read.wish.why].add(read.writer)
    unclear = ("role-unnamed", "nobody-named")
    return [
        read._replace(wish=_identify(read.writer, read.wish, named, book)) if read.wish.trouble in unclear else read
        for read in reads
    ]


def _identify(i: int, wish: Wish, named: dict[tuple[int, str], set[int]], book: Directory) -> Wish:
    others = book.employer(i) - {i}
    if wish.trouble == "role-unnamed":
        of_role = frozenset(j for j in others if book.kinds.in_role(j, wish.mention))
        if wish.why in _INSIDE or of_role:
            for who, sure in ((of_role, 92), (others, 78)):
                if len(who) == 1:
                    return replace(wish, people=who, sure=sure, trouble="")
        if wish.why in _KIN:
            surnames = book.names[i][1]
            kin = frozenset(j for j in others if surnames & book.names[j][1])
            if len(kin) == 1:
                return replace(wish, people=kin, sure=75, trouble="")
    back = frozenset(named.get((i, wish.why), ())) if wish.why != "asked" else frozenset()
    if len(back) == 1 and wish.trouble == "role-unnamed":
        return replace(wish, people=back, sure=85, trouble="")
    may_be = back or (others if wish.why in _INSIDE else frozenset()) or _of_trade(i, wish, book)
    return replace(wish, people=may_be)


def _of_trade(i: int, wish: Wish, book: Directory) -> frozenset[int]:
    if wish.why == "competitor":
        return book.kinds.peers(i)
    if wish.trouble == "role-unnamed" and wish.why in ("adviser", "landlord"):
        return book.kinds.of(wish.mention.split()[-1]) - {i}
    return frozenset()


def _proposed(read: _Read, people: Sequence[Participant]) -> Iterable[Conflict]:
    """A conflict for each person who is meant, or one that waits for the facilitator."""
    wish = read.wish
    a, ids = people[read.writer].id, sorted(people[j].id for j in wish.people)
    trouble = wish.trouble or ("nobody-named" if wish.sure < SURE_ENOUGH or not ids else "")
    for b in [""] if trouble else ids:
        yield Conflict(
            key=conflict_key(a, b, wish.kind, read.column, wish.sentence, wish.mention),
            a=a,
            b=b,
            kind=wish.kind,
            strength=wish.strength,
            sentence=wish.sentence,
            row=read.row,
            column=read.column,
            mention=wish.mention,
            why=wish.why,
            trouble=trouble,
            candidates=tuple(ids) if trouble else (),
            sure=wish.sure,
            resolved=not trouble,
        )


def _firmest(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """One conflict for what somebody says of one other person: the firmest, then the surest."""
    best: dict[tuple[str, ...], Conflict] = {}
    for conflict in conflicts:
        pair = (conflict.a, conflict.b) if conflict.b else (conflict.a, "", conflict.sentence, conflict.mention)
        other = best.get(pair)
        if other is None or _rank(conflict) > _rank(other):
            best[pair] = conflict
    return list(best.values())


def _rank(conflict: Conflict) -> tuple[bool, bool, int, str]:
    return conflict.sentence != "", conflict.strength is Strength.MUST, conflict.sure, conflict.key
