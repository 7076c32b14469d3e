"""Proposes whom to keep apart: from what people wrote, and from what two of them share in the sheet."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from ok_match.model import (
    NO_EMPLOYER,
    SURE_ENOUGH,
    WRITTEN_FACETS,
    Conflict,
    ConflictKind,
    Held,
    Participant,
    Strength,
    organisation_key,
    organisation_words,
)

from .directory import Directory
from .kinds import Kinds, trades
from .mail_hosts import PUBLIC_HOSTS
from .referents import MOST_OF_A_KIND
from .wishes import Wish, read_aside, read_wish

#: The column in which people are asked whom they should not sit with.
ASKED = "keep_apart"
#: Bonds that hold within one organisation.
_INSIDE = frozenset({"hierarchy", "partner", "former-partner"})
#: Nobody of the sheet: no position is left out of what an answer names.
_STRANGER = -1
_KIN = frozenset({"spouse", "family"})
#: A domain that more people share than this, or more than half of all, is a host and no employer.
_COLLEAGUES = 4


def find_conflicts(people: Sequence[Participant], held: Iterable[Held] = ()) -> tuple[Conflict, ...]:
    """Read everybody's answers, and compare what the sheet says of them.

    Returns
    -------
    tuple of Conflict
        Sorted by ``a``, then by what they say; every ``b`` is another participant, every sentence verbatim.
    """
    book, kinds = Directory(people, held), Kinds(people)
    told: list[tuple[int, int, str, Wish]] = []
    known: dict[tuple[str, bool], tuple[Wish, ...]] = {}
    for i, person in enumerate(people):
        for row, column, text, asked in _answers(person):
            # Many give the same answer, and it reads the same for all whom it does not name.
            if (text, asked) not in known:
                known[text, asked] = _read(text, _STRANGER, book, kinds, asked=asked)
            wishes = known[text, asked]
            if any(i in wish.people for wish in wishes):
                wishes = _read(text, i, book, kinds, asked=asked)
            told += [(i, row, column, wish) for wish in wishes]
    told = _unlocked(told, book, kinds)
    found = [conflict for i, row, column, wish in told for conflict in _proposed(i, row, column, wish, people)]
    return tuple(sorted(_once([*found, *_colleagues(people)]), key=_order))


def _read(text: str, speaker: int, book: Directory, kinds: Kinds, *, asked: bool) -> tuple[Wish, ...]:
    return read_wish(text, speaker, book, kinds).wishes if asked else read_aside(text, speaker, book, kinds)


def _order(one: Conflict) -> tuple[object, ...]:
    return one.a, not one.sentence, one.sentence, one.mention, one.b, one.kind


def _answers(person: Participant) -> Iterable[tuple[int, str, str, bool]]:
    """Give row, column, text and whether it answers the question, of all that may tell of a conflict."""
    for trait in person.traits:
        if trait.name in (ASKED, "notes"):
            for value in trait.values:
                yield trait.place.row, trait.place.column, value, trait.name == ASKED
    for facet in WRITTEN_FACETS:
        for statement in person.said(facet):
            yield statement.place.row, statement.place.column, statement.text, False


def _unlocked(
    told: list[tuple[int, int, str, Wish]], book: Directory, kinds: Kinds
) -> list[tuple[int, int, str, Wish]]:
    """Find out who "my clinic manager" is: a colleague of that role, or somebody who says so from their side."""
    named: dict[tuple[int, str], set[int]] = defaultdict(set)
    for i, _, _, wish in told:
        if not wish.trouble:
            for other in wish.people:
                named[other, wish.why].add(i)
    return [
        (
            i,
            row,
            column,
            _met(i, wish, named, book, kinds) if wish.trouble in ("role-unnamed", "nobody-named") else wish,
        )
        for i, row, column, wish in told
    ]


def _met(i: int, wish: Wish, named: dict[tuple[int, str], set[int]], book: Directory, kinds: Kinds) -> Wish:
    colleagues = book.employer(i) - {i}
    if wish.trouble == "role-unnamed":
        of_role = frozenset(
            j for j in colleagues if trades(wish.mention) & trades(" ".join(book.people[j].trait("role")))
        )
        if wish.why in _INSIDE or of_role:
            for who, sure in ((of_role, 92), (colleagues, 78)):
                if len(who) == 1:
                    return replace(wish, people=who, sure=sure, trouble="")
        if wish.why in _KIN:
            surname = book.names[i][1]
            kin = frozenset(j for j in colleagues if surname & book.names[j][1])
            if len(kin) == 1:
                return replace(wish, people=kin, sure=75, trouble="")
    back = frozenset(named.get((i, wish.why), ())) if wish.why != "asked" else frozenset()
    if len(back) == 1 and wish.trouble == "role-unnamed":
        return replace(wish, people=back, sure=85, trouble="")
    may_be = back or (colleagues if wish.why in _INSIDE else frozenset()) or _of_trade(i, wish, kinds)
    return replace(wish, people=may_be)


def _of_trade(i: int, wish: Wish, kinds: Kinds) -> frozenset[int]:
    if wish.why == "competitor":
        return kinds.peers(i)
    if wish.trouble == "role-unnamed" and wish.why in ("adviser", "landlord"):
        return kinds.of(wish.mention.split()[-1]) - {i}
    return frozenset()


def _proposed(i: int, row: int, column: str, wish: Wish, people: Sequence[Participant]) -> Iterable[Conflict]:
    """Make a conflict of each person who is meant, or one that waits for the facilitator."""
    a, ids = people[i].id, sorted(people[j].id for j in wish.people)
    trouble = wish.trouble or ("nobody-named" if wish.sure < SURE_ENOUGH or not ids else "")
    for b in [""] if trouble else ids:
        yield Conflict(
            key=_key(a, b, wish.kind, column, wish.sentence, wish.mention),
            a=a,
            b=b,
            kind=wish.kind,
            strength=wish.strength,
            sentence=wish.sentence,
            row=row,
            column=column,
            mention=wish.mention,
            why=wish.why,
            trouble=trouble,
            candidates=tuple(ids) if trouble else (),
            sure=wish.sure,
            resolved=not trouble,
        )


def _key(*told: str) -> str:
    """Make a short name for a proposal; it starts with a letter, so that no spreadsheet takes it for a number."""
    return "c" + hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:9]


def _once(found: Sequence[Conflict]) -> list[Conflict]:
    """Keep one conflict for what somebody says of one other person: the firmest, then the surest."""
    best: dict[tuple[str, ...], Conflict] = {}
    for one in found:
        place = (one.a, one.b) if one.b else (one.a, "", one.sentence, one.mention)
        rank = (one.sentence != "", one.strength is Strength.MUST, one.sure, one.key)
        other = best.get(place)
        if other is None or rank > (other.sentence != "", other.strength is Strength.MUST, other.sure, other.key):
            best[place] = one
    return list(best.values())


def _colleagues(people: Sequence[Participant]) -> list[Conflict]:
    """Propose pairs of one organisation, and of one e-mail domain that is no mail host."""
    found = []
    employers: dict[str, list[Participant]] = defaultdict(list)
    domains: dict[str, list[Participant]] = defaultdict(list)
    for person in people:
        key = organisation_key(person.organisation)
        if key and key not in NO_EMPLOYER:
            employers[key].append(person)
        domain = person.email.rpartition("@")[2]
        if domain and domain not in PUBLIC_HOSTS:
            domains[domain].append(person)
    for group in employers.values():
        # Everybody of one employer is kept apart by a rule of its own: of a large one, a pair says enough.
        pairs = _pairs(group) if len(group) <= MOST_OF_A_KIND else islice(_pairs(group), 1)
        for one, other in pairs:
            found.append(_sharing(one, other, ConflictKind.EMPLOYER, one.organisation, Strength.MUST, 97))
    addressed = sum(bool(person.email) for person in people)
    for domain, group in domains.items():
        if 1 < len(group) <= _COLLEAGUES and 2 * len(group) <= addressed:
            for one, other in _pairs(group):
                keys = organisation_key(one.organisation), organisation_key(other.organisation)
                if keys[0] != keys[1] or not keys[0]:
                    alike = bool(
                        set(organisation_words(one.organisation)) & set(organisation_words(other.organisation))
                    )
                    # Two firms of different names behind one domain: as likely a mail host that is not in the list.
                    unlike = SURE_ENOUGH - 10 if keys[0] and keys[1] else 60
                    strength, sure = (Strength.MUST, 85) if alike else (Strength.SHOULD, unlike)
                    found.append(_sharing(one, other, ConflictKind.DOMAIN, domain, strength, sure))
    return found


def _pairs(group: Sequence[Participant]) -> Iterable[tuple[Participant, Participant]]:
    ranked = sorted(group, key=lambda person: person.id)
    return ((one, other) for at, one in enumerate(ranked) for other in ranked[at + 1 :])


def _sharing(
    one: Participant, other: Participant, kind: ConflictKind, what: str, strength: Strength, sure: int
) -> Conflict:
    return Conflict(
        key=_key(one.id, other.id, kind, what),
        a=one.id,
        b=other.id,
        kind=kind,
        strength=strength,
        row=one.row,
        mention=what,
        why=f"same-{kind.value}",
        sure=sure,
        resolved=True,
    )
