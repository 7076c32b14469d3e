"""Reads one answer: whom it asks to be kept apart from, how firmly, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ok_match.model import ConflictKind, Strength

from .clauses import Group, grouped
from .conflict_cues import (
    APART,
    BONDS,
    EXCEPT,
    FIRM,
    HEDGE,
    NOBODY,
    PRESENT,
    QUALM,
    SPARED,
    UNEASE,
    WELCOME,
    Bond,
    straight,
)
from .directory import Directory
from .kinds import Kinds
from .mentions import mentions_in
from .referents import Referent, referents_in
from .words import words_of

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
    mentions = mentions_in(text, speaker, book, kinds)
    if not mentions and NOBODY.fullmatch(straight(text)) and not (EXCEPT.search(text) or _TURN.search(text)):
        return Reading((), nobody=True)
    groups = grouped(text, referents_in(text, speaker, mentions, book, kinds, asked=True))
    spared = _spared(groups, text)
    wishes = [wish for group in groups for wish in _of(group, text, spared)]
    if wishes:
        return Reading(tuple(wishes))
    content = [group for group in groups if not _welcome(group.about)]
    if groups and not content and not EXCEPT.search(text):
        return Reading((), nobody=True)
    rest = [(s, e) for s, e in _unsaid(text)]
    if not rest:
        return Reading((), nobody=True)
    whole = text[rest[0][0] : rest[-1][1]]
    if _welcome(whole):
        return Reading((), nobody=True)
    bond = _bond(whole, 0, len(whole))
    strength = _strength(whole, bond)
    return Reading((Wish(frozenset(), ConflictKind.PERSON, strength, whole, "", _code(bond), 30, "nobody-named"),))


def read_aside(text: str, speaker: int, book: Directory, kinds: Kinds) -> tuple[Wish, ...]:
    """Read an answer about something else: only what plainly says how the writer and another are bound."""
    if not _may_matter(text):
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
    ow owe same separate separately split supervisor with report reports works work table group enrolled signed signing
    fired unpaid stole terms director program you program this raw too
    """.split()
)


def _may_matter(text: str) -> bool:
    return not _TELLING.isdisjoint(re.findall(r"[a-z]+", text.casefold()))


def _unsaid(text: str) -> list[tuple[int, int]]:
    """Give the sentences that do not merely say "nobody"."""
    return [
        (group.start, group.end)
        for group in grouped(text, ())
        if not NOBODY.fullmatch(straight(group.text)) and words_of(group.text)
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
    for one in group.referents:
        people = one.people - spared
        if one.people and not people:
            continue
        bond = _bond(
            text[group.start : group.end], one.start - group.start, one.end - group.start, len(group.referents) > 1
        )
        yield Wish(
            people=people,
            kind=one.kind,
            strength=_strength(group.text, bond),
            sentence=group.sentence,
            mention=text[one.start : one.end],
            why=_code(bond),
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


def _bond(text: str, start: int, end: int, several: bool = False) -> Bond | None:
    """Find how the writer is bound to somebody: the first bond told, or, among several people, the nearest."""
    plain = straight(text)
    found = [(bond, cue) for bond in BONDS if (cue := bond.cue.search(plain))]
    if not found:
        return None
    if not several or len(found) == 1:
        return found[0][0]

    def gap(cue: re.Match[str]) -> int:
        return max(0, cue.start() - end, start - cue.end())

    return min(((bond, cue) for bond, _ in found for cue in bond.cue.finditer(plain)), key=lambda pair: gap(pair[1]))[0]


def _code(bond: Bond | None) -> str:
    return bond.code if bond else "asked"


def _strength(text: str, bond: Bond | None) -> Strength:
    """Weigh the words: a hedge asks softly, insistence firmly, else the bond decides."""
    plain = straight(text)
    if HEDGE.search(plain):
        return Strength.SHOULD
    if FIRM.search(plain):
        return Strength.MUST
    if bond:
        return bond.strength
    return Strength.SHOULD if QUALM.search(plain) else Strength.MUST


__all__ = ["Reading", "Referent", "Wish", "read_aside", "read_wish"]
