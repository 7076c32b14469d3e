"""The wishes in one answer: whom to keep apart from, how firmly, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ok_match.model import ConflictKind, Strength
from ok_match.model.languages import Language

from .directory import Directory
from .named import names_in
from .prose import sentences_in, words_of
from .referents import Referent, referents_abroad, referents_in
from .sense.abroad import means_nobody, says_nobody, stances_abroad, tongue_of
from .sense.clauses import LONGEST, Passage, clauses_in, passages_in
from .sense.cues import APART, EXCEPT, FIRM, HEDGE, NOBODY, PRESENT, QUALM, SPARED, TIES, UNEASE, WELCOME, Tie, straight
from .sense.plain import says_no_more_than_nobody
from .sense.stances import Stance, asks_together, stances_in

#: The trouble of a wish in which it is clear who is meant, and not what is wanted.
UNCLEAR = "unclear"
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


def read_answer(text: str, speaker: int, book: Directory, question: str = "") -> ReadAnswer:
    """The wishes in the answer to whom somebody should not sit with; nothing in it is passed over.

    An answer that neither names anybody nor says "nobody" becomes a wish that cannot be resolved. ``question`` is the
    header that it answers, by which its language is told where its own words are too few.
    """
    if len(text) > LONGEST:
        piece = text[LONGEST : LONGEST + LONGEST // 10]
        unread = Wish(frozenset(), ConflictKind.PERSON, Strength.MUST, piece, "", "asked", 0, "too-long")
        return ReadAnswer((*read_answer(text[:LONGEST], speaker, book, question).wishes, unread))
    if says_nobody(text):
        return ReadAnswer((), nobody=True)
    names = names_in(text, speaker, book)
    language = tongue_of(text, question)
    if language is not None:
        return _read_abroad(text, referents_abroad(text, names, book, language), language)
    if not names and _says_nobody(text):
        return ReadAnswer((), nobody=True) if says_no_more_than_nobody(text) else _open(text)
    referents = referents_in(text, speaker, names, book, asked=True)
    passages = passages_in(text, referents)
    spared = _spared(referents, text)
    stances = _stances(text, referents, to_avoid=True)
    wishes = [wish for passage in passages for wish in _wishes_in(passage, referents, text, spared, stances)]
    if wishes:
        return ReadAnswer(_taken_back(wishes, referents, stances, text))
    welcome = bool(referents) and all(
        stances.get(referent.start) is Stance.FINE
        for referent in referents
        if referent.people and not referent.people <= spared
    )
    friendly = passages and all(_welcome(passage.about) for passage in passages) and not EXCEPT.search(text)
    kind_words = bool(referents) and (friendly or (welcome and stances))
    return _kindly(text, referents[0], named=bool(names)) if kind_words else _unresolved(text)


def _kindly(text: str, first: Referent, *, named: bool) -> ReadAnswer:
    """An answer with nothing but kind words; of nobody in the sheet, nothing else would tell of them."""
    if named or says_no_more_than_nobody(text):
        return ReadAnswer((), nobody=True)
    strange = _wish(first, text, (0, len(text)), Strength.MUST, "asked")
    return ReadAnswer((replace(strange, trouble=UNCLEAR),))


def _taken_back(
    wishes: Sequence[Wish], referents: Sequence[Referent], stances: Mapping[int, Stance], text: str
) -> tuple[Wish, ...]:
    """The wishes, unclear where the answer goes on to say that the same person is fine: "Not Jo. Well, Jo is fine"."""
    last: dict[int, Stance] = {}
    for referent in referents:
        if len(referent.people) == 1 and (stance := stances.get(referent.start)) is not None:
            last.update(dict.fromkeys(referent.people, stance))
    fine = frozenset(i for i, stance in last.items() if stance is Stance.FINE)
    wishes = [replace(wish, trouble=UNCLEAR) if wish.people and wish.people <= fine else wish for wish in wishes]
    # What makes a wish unclear may stand in another sentence than the name.
    return tuple(replace(wish, sentence=text.strip()) if wish.trouble == UNCLEAR else wish for wish in wishes)


def _read_abroad(text: str, referents: Sequence[Referent], language: Language) -> ReadAnswer:
    """The wishes in an answer in another language."""
    if not referents:
        return ReadAnswer((), nobody=True) if means_nobody(text, language) else _unresolved(text)
    stances = stances_abroad(text, referents, language, to_avoid=True)
    apart = [
        _wish(referent, text, (0, len(text)), Strength.MUST, "asked")
        for referent, stance in zip(referents, stances, strict=True)
        if stance is Stance.APART
    ]
    return ReadAnswer(tuple(apart), nobody=not apart)


def _wish(referent: Referent, text: str, sentence: tuple[int, int], strength: Strength, why: str) -> Wish:
    return Wish(
        people=referent.people,
        kind=referent.kind,
        strength=strength,
        sentence=text[sentence[0] : sentence[1]].strip(),
        mention=text[referent.start : referent.end],
        why=why,
        sure=referent.sure,
        trouble=referent.trouble,
    )


def _stances(text: str, referents: Sequence[Referent], *, to_avoid: bool) -> dict[int, Stance]:
    """The stance towards those who are called by a name, by where the name starts."""
    named = [r for r in referents if r.kind is not ConflictKind.KIND and r.trouble not in _NAMELESS]
    found = stances_in(text, named, to_avoid=to_avoid)
    return {referent.start: stance for referent, stance in zip(named, found, strict=True) if stance is not None}


def read_request(text: str, speaker: int, book: Directory, question: str = "") -> tuple[Wish, ...]:
    """Whom somebody would rather not sit with after all, in the answer to whom they would like to sit with."""
    text = text[:LONGEST]
    asked = asked_for(text, speaker, book, question)
    wishes = []
    for referent, stance in asked:
        if stance is Stance.WISHED or not referent.people:
            continue
        wish = _wish(referent, text, (0, len(text)), _tone(text) or Strength.MUST, "asked")
        wishes.append(replace(wish, trouble=UNCLEAR) if stance is Stance.UNCLEAR else wish)
    return tuple(wishes)


def asked_for(text: str, speaker: int, book: Directory, question: str = "") -> list[tuple[Referent, Stance]]:
    """Everybody whom the answer to whom somebody would like to sit with is about, and what it wants of them."""
    names = names_in(text, speaker, book)
    language = None if says_nobody(text) else tongue_of(text, question)
    if language is not None:
        referents = referents_abroad(text, names, book, language)
        found = stances_abroad(text, referents, language, to_avoid=False)
        return [
            (referent, stance if stance is Stance.APART else Stance.WISHED)
            for referent, stance in zip(referents, found, strict=True)
        ]
    referents = referents_in(text, speaker, names, book, asked=True)
    stances = _stances(text, referents, to_avoid=False)
    wanted: list[tuple[Referent, Stance]] = []
    for clause in clauses_in(text, referents):
        refused = _REFUSAL.search(text[clause.start : clause.end]) is not None
        for referent in referents:
            if clause.start <= referent.start < clause.end:
                stance = stances.get(referent.start, Stance.UNCLEAR if refused else Stance.WISHED)
                wanted.append((referent, Stance.WISHED if stance is Stance.FINE else stance))
    return wanted


#: A clause with one of these words may ask for somebody, or refuse them.
_REFUSAL = re.compile(r"\b(not|no|never|except|but|avoid|without|apart|away|don['’]?t|won['’]?t|nobody)\b", re.I)
#: Troubles of those who are called by no name.
_NAMELESS = ("role-unnamed", "nobody-named", "nobody-of-that-kind", "many-people")


def _unresolved(text: str) -> ReadAnswer:
    """One wish that names nobody, unless the answer says "nobody" after all."""
    rest = _unsaid(text)
    whole = text[rest[0][0] : rest[-1][1]] if rest else ""
    if (not rest or _welcome(whole)) and says_no_more_than_nobody(text):
        return ReadAnswer((), nobody=True)
    return _open(whole or text)


def _open(whole: str) -> ReadAnswer:
    """One wish that names nobody."""
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


def read_aside(text: str, speaker: int, book: Directory, *, noted: bool = False) -> tuple[Wish, ...]:
    """The wishes in an answer about something else: only what plainly says how the writer and another are tied.

    ``noted`` if the answer is a note to the facilitator, in which words about somebody by name are meant for them.
    """
    text = text[:LONGEST]
    plain = straight(text)
    telling = noted and (_NOTED.search(plain) is not None or _speaks_of_ties(plain))
    if not telling and not (_may_matter(text) and _speaks_of_ties(plain)):
        return ()
    names = names_in(text, speaker, book)
    wishes: list[Wish] = []
    referents = referents_in(text, speaker, names, book, asked=False)
    stances = _stances(text, referents, to_avoid=True) if noted else {}
    asked_here = _asked_in(text, referents, stances) if noted else frozenset()
    for passage in passages_in(text, referents):
        if not any(map(passage.holds, referents)):
            continue
        plain = straight(passage.text)
        ties = [tie for tie in TIES if tie.cue.search(plain)]
        present = bool(ties) and PRESENT.search(plain) is not None
        tied = present or any(tie.plain for tie in ties)
        clear = tied or (not noted and APART.search(plain) is not None)
        wishes += [
            replace(wish, sure=max(0, wish.sure - ASIDE))
            for wish in _wishes_in(passage, referents, text, frozenset(), stances)
            if present or (clear and wish.trouble != "role-unnamed") or wish.mention in asked_here
        ]
    return tuple(wishes)


def _asked_in(text: str, referents: Sequence[Referent], stances: Mapping[int, Stance]) -> frozenset[str]:
    """Those, as they are called, from whom a note asks for distance in the sentence that names them."""
    asked = set()
    for start, end in sentences_in(text):
        distant = APART.search(straight(text[start:end])) is not None
        for referent in referents:
            sure = referent.sure >= _SURE_NAME and referent.trouble in ("", "several-people")
            if start <= referent.start < end and sure and (distant or stances.get(referent.start) is Stance.APART):
                asked.add(text[referent.start : referent.end])
    return frozenset(asked)


#: The least sureness of a name in a note.
_SURE_NAME = 80
#: Words with which a note may ask for distance.
_NOTED = re.compile(
    r"\b(?:avoid\w*|clear of|distance|space from|spare me|rather not|prefer not|awkward|uncomfortable"
    r"|not (?:\w+ ){0,5}with|(?:away|separate\w*|apart) from"
    r"|(?:same|different|separate|another) (?:group|table|room|cohort|circle|team)s?"
    r"|(?:prefer|rather|like|want|happier|easier|best|a) (?:\w+ ){0,4}"
    r"(?:group|table|room|cohort|circle|team|one)s? without"
    r"|other than|except|don't (?:put|seat|place|pair)|keep (?:me|us|him|her)|can't (?:stand|work)|together"
    r"|excluded)\b",
    re.IGNORECASE,
)
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


def _wishes_in(
    passage: Passage, referents: Sequence[Referent], text: str, spared: frozenset[int], stances: Mapping[int, Stance]
) -> Iterable[Wish]:
    """The wishes in a passage: those whose stance the words beside their name tell, and else all unless it is kind."""
    here = [referent for referent in referents if passage.holds(referent)]
    if not here:
        return
    unsaid = Stance.APART
    if _welcome(passage.about):
        unsaid = Stance.UNCLEAR if _EXCEPTS.search(passage.about) else Stance.FINE
    elif len(here) == 1 and asks_together(passage.text):
        unsaid = Stance.UNCLEAR  # "my wife Jo; we want the same group"
    ties = _ties(text[passage.start : passage.end])
    tone = _tone(passage.text)
    for referent in here:
        stance = stances.get(referent.start, unsaid)
        people = referent.people - spared
        if stance is Stance.FINE or (referent.people and not people):
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
            trouble=UNCLEAR if stance is Stance.UNCLEAR else referent.trouble,
        )


#: Words of an exception, after which kind words about all others say nothing of the one who is named.
_EXCEPTS = re.compile(
    r"\b(?:except\w*|apart from|aside|other than|bar|barring|exclud\w+|minus|unless)\b", re.IGNORECASE
)
#: Words after which something is taken back.
_TURN = re.compile(
    r"\b(?:but|however|although|(?<!even )though|yet(?!\W*$)|except|still|unless|only|wait)\b", re.IGNORECASE
)
_NEGATED = re.compile(r"(?:\bnot|n't|\bnever|\bhardly)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def _welcome(text: str) -> bool:
    """Whether a text has nothing against those it names."""
    plain = straight(text)
    if EXCEPT.search(plain):
        return False
    parts = _TURN.split(plain)
    firm = [tie for tie in TIES if tie.strength is Strength.MUST]
    if any(tie.cue.search(part) and not _welcomes(part) for part in parts[1:] for tie in firm):
        return False  # "I'm easy, though Jo and I run competing cafés"
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
