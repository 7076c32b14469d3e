"""The wishes in one answer: whom to keep apart from, how firmly, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ok_match.model import ConflictKind, Strength

from .clauses import LONGEST, Passage, passages_in
from .cues import APART, EXCEPT, FIRM, HEDGE, NOBODY, PRESENT, QUALM, SPARED, TIES, UNEASE, WELCOME, Tie, straight
from .directory import Directory
from .named import names_in
from .prose import sentences_in, words_of
from .referents import Referent, referents_in

#: The sureness that an answer about something else loses.
ASIDE = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """One other side that an answer names.

    Attributes
    ----------
    people : frozenset of int
        Positions of those who are meant (``trouble`` empty), or may be.
    trouble : str
        A stable code of why it cannot be told who is meant; empty where it can.
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
class ReadAnswer:
    """The wishes in one answer; ``nobody`` where it says that there is none."""

    wishes: tuple[Wish, ...]
    nobody: bool = False


def read_answer(text: str, speaker: int, book: Directory) -> ReadAnswer:
    """The wishes in the answer to whom somebody should not sit with; nothing in it is passed over.

    An answer that neither names anybody nor says "nobody" becomes a wish that cannot be resolved.
    """
    if len(text) > LONGEST:
        piece = text[LONGEST : LONGEST + LONGEST // 10]
        unread = Wish(frozenset(), ConflictKind.PERSON, Strength.MUST, piece, "", "asked", 0, "too-long")
        return ReadAnswer((*read_answer(text[:LONGEST], speaker, book).wishes, unread))
    names = names_in(text, speaker, book)
    if not names and _says_nobody(text):
        return ReadAnswer((), nobody=True)
    referents = referents_in(text, speaker, names, book, asked=True)
    passages = passages_in(text, referents)
    spared = _spared(referents, text)
    wishes = [wish for passage in passages for wish in _wishes_in(passage, referents, text, spared)]
    if wishes:
        return ReadAnswer(tuple(wishes))
    friendly = passages and all(_welcome(passage.about) for passage in passages) and not EXCEPT.search(text)
    return ReadAnswer((), nobody=True) if friendly else _unresolved(text)


def _unresolved(text: str) -> ReadAnswer:
    """One wish that names nobody, unless the answer says "nobody" after all."""
    rest = _unsaid(text)
    whole = text[rest[0][0] : rest[-1][1]] if rest else ""
    if not rest or _welcome(whole):
        return ReadAnswer((), nobody=True)
    tie = _nearest(_ties(whole), 0, 0, several=False)
    strength = _tone(whole) or (tie.strength if tie else Strength.MUST)
    why = tie.code if tie else "asked"
    return ReadAnswer((Wish(frozenset(), ConflictKind.PERSON, strength, whole, "", why, 30, "nobody-named"),))


def _says_nobody(text: str) -> bool:
    """Whether a text that names no one means nobody, and takes nothing of it back."""
    plain = straight(text)
    if not NOBODY.fullmatch(plain) or EXCEPT.search(plain) or _TURN.search(plain):
        return False
    return not UNEASE.search(plain) and not any(tie.plain and tie.cue.search(plain) for tie in TIES)


def read_aside(text: str, speaker: int, book: Directory) -> tuple[Wish, ...]:
    """The wishes in an answer about something else: only what plainly says how the writer and another are tied."""
    text = text[:LONGEST]
    if not (_may_matter(text) and _speaks_of_ties(straight(text))):
        return ()
    names = names_in(text, speaker, book)
    wishes: list[Wish] = []
    referents = referents_in(text, speaker, names, book, asked=False)
    for passage in passages_in(text, referents):
        if not any(map(passage.holds, referents)):
            continue
        plain = straight(passage.text)
        ties = [tie for tie in TIES if tie.cue.search(plain)]
        present = bool(ties) and PRESENT.search(plain) is not None
        clear = present or APART.search(plain) is not None or any(tie.plain for tie in ties)
        wishes += [
            replace(wish, sure=max(0, wish.sure - ASIDE))
            for wish in _wishes_in(passage, referents, text, frozenset())
            if present or (clear and wish.trouble != "role-unnamed")
        ]
    return tuple(wishes)


#: An aside without any of these words is skipped, which saves most of the work.
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


def _speaks_of_ties(plain: str) -> bool:
    """Whether a text asks for distance, or speaks of any tie."""
    return APART.search(plain) is not None or any(tie.cue.search(plain) for tie in TIES)


def _unsaid(text: str) -> list[tuple[int, int]]:
    """The sentences that say more than "nobody"."""
    return [
        (start, end)
        for start, end in sentences_in(text)
        if not _says_nobody(text[start:end]) and words_of(text[start:end])
    ]


def _spared(referents: Sequence[Referent], text: str) -> frozenset[int]:
    """Those who are explicitly not meant: "not Ivan himself"."""
    spans = [match.span("who") for match in SPARED.finditer(text)]
    return frozenset(
        i
        for referent in referents
        if any(start <= referent.start and referent.end <= end for start, end in spans)
        for i in referent.people
    )


def _wishes_in(passage: Passage, referents: Sequence[Referent], text: str, spared: frozenset[int]) -> Iterable[Wish]:
    here = [referent for referent in referents if passage.holds(referent)]
    if not here or _welcome(passage.about):
        return
    ties = _ties(text[passage.start : passage.end])
    tone = _tone(passage.text)
    for referent in here:
        people = referent.people - spared
        if referent.people and not people:
            continue
        tie = _nearest(ties, referent.start - passage.start, referent.end - passage.start, several=len(here) > 1)
        yield Wish(
            people=people,
            kind=referent.kind,
            strength=tone or (tie.strength if tie else Strength.MUST),
            sentence=passage.sentence,
            mention=text[referent.start : referent.end],
            why=tie.code if tie else "asked",
            sure=referent.sure,
            trouble=referent.trouble,
        )


#: Words after which something is taken back.
_TURN = re.compile(r"\b(?:but|however|although|(?<!even )though|yet|except|still|unless|only|wait)\b", re.IGNORECASE)
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bhardly)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def _welcome(text: str) -> bool:
    """Whether a text has nothing against those it names."""
    plain = straight(text)
    if EXCEPT.search(plain):
        return False
    parts = _TURN.split(plain)
    return any(map(_welcomes, parts)) and not any(UNEASE.search(part) and not _welcomes(part) for part in parts)


def _welcomes(text: str) -> bool:
    return any(not _NEGATED.search(text[: match.start()]) for match in WELCOME.finditer(text))


def _ties(text: str) -> list[tuple[Tie, int, int]]:
    """Every tie that a text speaks of with its span, in the order of the table."""
    plain = straight(text)
    return [(tie, *cue.span()) for tie in TIES for cue in tie.cue.finditer(plain)]


def _nearest(ties: Sequence[tuple[Tie, int, int]], start: int, end: int, *, several: bool) -> Tie | None:
    """The tie to somebody named from ``start`` to ``end``: the first one, or among several people the nearest."""
    if not ties:
        return None
    return min(ties, key=lambda tie: max(0, tie[1] - end, start - tie[2]))[0] if several else ties[0][0]


def _tone(text: str) -> Strength | None:
    """The strength that the words ask for: a hedge softens, insistence firms; ``None``: the tie decides."""
    plain = straight(text)
    if HEDGE.search(plain):
        return Strength.SHOULD
    if FIRM.search(plain):
        return Strength.MUST
    return Strength.SHOULD if QUALM.search(plain) and not any(tie.cue.search(plain) for tie in TIES) else None
