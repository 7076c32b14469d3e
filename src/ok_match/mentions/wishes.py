"""Reads one answer: whom it asks to be kept apart from, how firmly, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ok_match.model import ConflictKind, Strength

from .clauses import Group, grouped
from .cues import APART, BONDS, EXCEPT, FIRM, HEDGE, NOBODY, PRESENT, QUALM, SPARED, UNEASE, WELCOME, Bond, straight
from .directory import Directory
from .kinds import Kinds
from .named import mentions_in
from .referents import referents_in
from .words import words_of

#: Of a longer answer only so many characters are read, and the rest is left to the facilitator.
LONGEST = 3000
#: What an answer about something else loses of its sureness.
ASIDE = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """One other side that an answer names.

    Attributes
    ----------
    people : frozenset of int
        Positions of those who are meant (``trouble`` empty), or may be.
    trouble : str
        Why it cannot be told who is meant; empty where it can.
    """

    people: frozenset[int]
    kind: ConflictKind
    strength: Strength
    sentence: str
    mention: str
    why: str
    sure: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The wishes in one answer; ``nobody`` where it says that there is none."""

    wishes: tuple[Wish, ...]
    nobody: bool = False


def read_wish(text: str, speaker: int, book: Directory, kinds: Kinds) -> Reading:
    """Read the answer to the question whom somebody should not sit with; nothing in it is passed over.

    An answer that neither names anybody nor says "nobody" becomes a wish that cannot be resolved.
    """
    if len(text) > LONGEST:
        piece = text[LONGEST : LONGEST + LONGEST // 10]
        unread = Wish(frozenset(), ConflictKind.PERSON, Strength.MUST, piece, "", "asked", 0, "too-long")
        return Reading((*read_wish(text[:LONGEST], speaker, book, kinds).wishes, unread))
    mentions = mentions_in(text, speaker, book, kinds)
    if not mentions and _says_nobody(text):
        return Reading((), nobody=True)
    groups = grouped(text, referents_in(text, speaker, mentions, book, kinds, asked=True))
    spared = _spared(groups, text)
    wishes = [wish for group in groups for wish in _of(group, text, spared)]
    if wishes:
        return Reading(tuple(wishes))
    friendly = groups and all(_welcome(group.about) for group in groups) and not EXCEPT.search(text)
    return Reading((), nobody=True) if friendly else _unresolved(text)


def _unresolved(text: str) -> Reading:
    """Read an answer that names nobody: it asks for something that cannot be told, unless it says "nobody"."""
    rest = _unsaid(text)
    whole = text[rest[0][0] : rest[-1][1]] if rest else ""
    if not rest or _welcome(whole):
        return Reading((), nobody=True)
    bond = _nearest(_bonds(whole), 0, 0, several=False)
    strength = _tone(whole) or (bond.strength if bond else Strength.MUST)
    why = bond.code if bond else "asked"
    return Reading((Wish(frozenset(), ConflictKind.PERSON, strength, whole, "", why, 30, "nobody-named"),))


def _says_nobody(text: str) -> bool:
    """Say whether a text that names no one means nobody, and takes nothing of it back."""
    plain = straight(text)
    if not NOBODY.fullmatch(plain) or EXCEPT.search(plain) or _TURN.search(plain):
        return False
    return not UNEASE.search(plain) and not any(bond.plain and bond.cue.search(plain) for bond in BONDS)


def read_aside(text: str, speaker: int, book: Directory, kinds: Kinds) -> tuple[Wish, ...]:
    """Read an answer about something else: only what plainly says how the writer and another are bound."""
    text = text[:LONGEST]
    if not (_may_matter(text) and _tells(straight(text))):
        return ()
    mentions = mentions_in(text, speaker, book, kinds)
    referents = referents_in(text, speaker, mentions, book, kinds, asked=False)
    wishes = []
    for group in grouped(text, referents):
        if not group.referents:
            continue
        plain = straight(group.text)
        bonds = [bond for bond in BONDS if bond.cue.search(plain)]
        present = bool(bonds) and PRESENT.search(plain) is not None
        named = present or APART.search(plain) is not None or any(bond.plain for bond in bonds)
        told = [one for one in _of(group, text, frozenset()) if present or (named and one.trouble != "role-unnamed")]
        wishes += [replace(one, sure=max(0, one.sure - ASIDE)) for one in told]
    return tuple(wishes)


#: Words of which an aside has at least one; the rest of the sheet is not looked at any closer.
_TELLING = frozenset(
    """
    adverse also apart appl applied apply applying avoid badly boss court divorced employee ex fell former sued suing
    lawsuit litigation manager joining joined husband wife spouse sister brother partner partners cofounder owes owed
    owe same separate separately split supervisor honest freely
    report reports works work table group enrolled signed signing
    fired unpaid stole terms director program you raw too
    """.split()
)


def _may_matter(text: str) -> bool:
    return not _TELLING.isdisjoint(re.findall(r"[a-z]+", text.casefold()))


def _tells(plain: str) -> bool:
    """Say whether a text asks for distance, or tells any bond."""
    return APART.search(plain) is not None or any(bond.cue.search(plain) for bond in BONDS)


def _unsaid(text: str) -> list[tuple[int, int]]:
    """Give the sentences that do not merely say "nobody"."""
    return [
        (group.start, group.end) for group in grouped(text, ()) if not _says_nobody(group.text) and words_of(group.text)
    ]


def _spared(groups: Sequence[Group], text: str) -> frozenset[int]:
    """Find those of whom it is said that they are not meant: "not Ivan himself"."""
    spans = [found.span("who") for found in SPARED.finditer(text)]
    return frozenset(
        i
        for group in groups
        for one in group.referents
        if any(start <= one.start and one.end <= end for start, end in spans)
        for i in one.people
    )


def _of(group: Group, text: str, spared: frozenset[int]) -> Iterable[Wish]:
    """Make the wishes of one group of clauses."""
    if not group.referents or _welcome(group.about):
        return
    told = _bonds(text[group.start : group.end])
    tone = _tone(group.text)
    for one in group.referents:
        people = one.people - spared
        if one.people and not people:
            continue
        bond = _nearest(told, one.start - group.start, one.end - group.start, several=len(group.referents) > 1)
        yield Wish(
            people=people,
            kind=one.kind,
            strength=tone or (bond.strength if bond else Strength.MUST),
            sentence=group.sentence,
            mention=text[one.start : one.end],
            why=bond.code if bond else "asked",
            sure=one.sure,
            trouble=one.trouble,
        )


#: What comes next takes something back.
_TURN = re.compile(r"\b(?:but|however|although|(?<!even )though|yet|except|still|unless|only|wait)\b", re.IGNORECASE)
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bhardly)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def _welcome(text: str) -> bool:
    """Say whether a stretch of text has nothing against those it names."""
    plain = straight(text)
    if EXCEPT.search(plain):
        return False
    turns = _TURN.split(plain)
    return any(map(_welcomes, turns)) and not any(UNEASE.search(turn) and not _welcomes(turn) for turn in turns)


def _welcomes(text: str) -> bool:
    return any(not _NEGATED.search(text[: found.start()]) for found in WELCOME.finditer(text))


def _bonds(text: str) -> list[tuple[Bond, int, int]]:
    """Find every bond that a text tells, and where, in the order in which bonds are looked for."""
    plain = straight(text)
    return [(bond, *cue.span()) for bond in BONDS for cue in bond.cue.finditer(plain)]


def _nearest(told: Sequence[tuple[Bond, int, int]], start: int, end: int, *, several: bool) -> Bond | None:
    """Choose how the writer is bound to somebody: the first bond told, or, among several people, the nearest."""
    if not told:
        return None
    return min(told, key=lambda one: max(0, one[1] - end, start - one[2]))[0] if several else told[0][0]


def _tone(text: str) -> Strength | None:
    """Weigh the words: a hedge asks softly, insistence firmly, else (``None``) the bond decides."""
    plain = straight(text)
    if HEDGE.search(plain):
        return Strength.SHOULD
    if FIRM.search(plain):
        return Strength.MUST
    return Strength.SHOULD if QUALM.search(plain) and not any(bond.cue.search(plain) for bond in BONDS) else None
