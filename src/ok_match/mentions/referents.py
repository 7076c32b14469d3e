"""Everybody whom prose is about: by name, by kind of business, by role, or without saying who."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ok_match.model import ConflictKind
from ok_match.model.languages import Language, plain_words
from ok_match.model.people.given_names import WORDS
from ok_match.model.sheets.ledger import shortened

from .codes import code_key
from .directory import GENERIC, TITLES, Directory
from .named import NEVER, NamedSpan
from .prose import folded, sentences_in, words_of
from .sense.cues import COMPANY, KIND_OPENINGS, ROLE, SOMEBODY, straight

#: The troubles of somebody who is in the sheet and not placed, and of a code that nobody has.
HELD, NO_SUCH_CODE = "held", "no-such-code"


@dataclass(frozen=True, slots=True)
class Referent:
    """A stretch of text that is about somebody.

    Attributes
    ----------
    people : frozenset of int
        Positions: all are meant where ``trouble`` is empty, else one or more of them may be.
    role : str
        The role that stands for a name ("my clinic manager"); empty otherwise.
    """

    start: int
    end: int
    people: frozenset[int]
    kind: ConflictKind
    sure: int
    trouble: str = ""
    role: str = ""


def told_of(trouble: str, mention: str) -> str:
    """What is known of somebody who is held, or of a code that nobody has; empty for any other trouble."""
    called = f"“{shortened(mention)}”"
    if trouble == HELD:
        return f"{called}, who is held, and not placed"
    return f"{called}, a code that nobody here has" if trouble == NO_SUCH_CODE else ""


_PHRASE = r"(?P<phrase>[^\W\d_]+(?:(?:[ /&'’-]|, | & )+[^\W\d_]+){0,4})"
_KINDS = tuple(re.compile(rf"{opening}(?={_PHRASE})", re.IGNORECASE) for opening in KIND_OPENINGS)
_ROLES = re.compile(
    r"\b(?:my|our|an?|any|direct|former|(?:one|some|two|several) of (?:my|our))\s+"
    rf"(?:(?!(?:and|or|of|to|with|the)\b)[\w'-]+\s+){{0,3}}?{ROLE}\b(?!'s\b)(?!-)",
    re.IGNORECASE,
)
#: Somebody else's wife or partner, who is named by nobody's name.
_THEIRS = re.compile(rf"\b(?:and|or|nor) (?:his|her|their) (?:[\w'-]+ ){{0,2}}?{ROLE}\b", re.IGNORECASE)
_COPULA = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|as|being|became|also)|['’](?:s|re|m))\s+(?:also |now |still |like )?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:my|our|of (?:my|our))\b|^(?:direct|former)\b", re.IGNORECASE)
#: An answer of so few words may be a bare list of kinds: "bankers, lawyers".
LISTED = 8
_PIECES = re.compile(r"(?:(?!\band\b|\bor\b)[^,;/&.!?\n])+")
_SOME = re.compile(r"\s+(?:who|that|whom|which|i|we)\b", re.IGNORECASE)
#: Words that start a sentence with a capital letter and are nobody's name.
_ORDINARY = frozenset(
    """
    hard soft long same bank business conflict competing some heads definitely anything everything good great family
    former spouse husband wife mother father sister brother boss landlord client clients customer customers title real
    insurance working work worked also although though well see small town company policy think seat table group groups
    put sit being believe honestly only unfortunately again already still even between during about both each every
    either neither never always sometimes first second third new old big next last sorry thank ask call details private
    confidential obviously direct indirect potential possible potentially current currently previous previously people
    folks staff employees colleagues fellow local member members llc inc corp church school county state city covid
    apart aside away besides barring excluding except minus distance far separate separated nothing spare steer happy
    fine glad rather prefer avoid keep never nobody whoever wherever anywhere whatever zero without unless given
    zoom google facebook english spanish christmas note nb fyi re ps ok yes one two three any every all let
    """.split()
)


def referents_in(
    text: str, speaker: int, spans: Sequence[NamedSpan], book: Directory, *, asked: bool
) -> tuple[Referent, ...]:
    """Everybody whom a text is about, in the order of the text; nothing is counted twice.

    ``asked`` if the answer is to the question whom to keep apart (or sit with): only there are kinds of business,
    strangers' names and people without a name looked for.
    """
    known = [_named(span) for span in spans]
    if asked:
        known += _apart(_unplaced_codes(text, book), known)
        known += _apart(_of_a_kind(text, speaker, book), known)
        known += _apart(_strangers(text, book, known), known)
    known += _apart(_in_a_role(text, known), known)
    known += _apart(_unnamed(text, asked=asked), known)
    known += _apart(_companions(text, speaker, known, book), known)
    if asked and not known:
        known = _the_one(text, speaker, book)
    return tuple(sorted(known, key=lambda referent: (referent.start, referent.end)))


def referents_abroad(
    text: str, spans: Sequence[NamedSpan], book: Directory, language: Language
) -> tuple[Referent, ...]:
    """Everybody whom an answer in another language names: people of the sheet, and strangers."""
    known = [_named(span) for span in spans if not _is_word(text[span.start : span.end], language, slip=span.slip)]
    known += _apart(_unplaced_codes(text, book), known)
    strangers: list[Referent] = []
    words = words_of(text)
    for first, second in pairwise(words):
        if not (first.capital and second.capital) or text[first.end : second.start] != " ":
            continue
        if any(_is_word(word.text, language, slip=True) or word.plain in book.towns for word in (first, second)):
            continue
        trouble = HELD if folded(text[first.start : second.end]) in book.held else "nobody-of-that-name"
        strangers.append(Referent(first.start, second.end, frozenset(), ConflictKind.PERSON, 40, trouble))
    known += _apart(strangers, known)
    return tuple(sorted(known, key=lambda referent: (referent.start, referent.end)))


def _unplaced_codes(text: str, book: Directory) -> list[Referent]:
    """Codes like those of the people here, of somebody who is held or of nobody."""
    spans = book.codes.unknown_in(text) if book.codes else ()
    return [
        Referent(
            start,
            end,
            frozenset(),
            ConflictKind.PERSON,
            40,
            HELD if code_key(text[start:end]) in book.held_codes else NO_SUCH_CODE,
        )
        for start, end in spans
    ]


def _is_word(text: str, language: Language, *, slip: bool) -> bool:
    """Whether what may be a name is an ordinary word of a language instead."""
    plain = plain_words(text)
    if plain in language.common:
        return True
    cues = (language.nobody, language.everybody, language.excepted, language.apart, language.fine)
    return slip and any(cue.fullmatch(plain) for cue in cues)


def _apart(more: Iterable[Referent], known: Sequence[Referent]) -> list[Referent]:
    """Those that overlap neither with what is known nor with one before."""
    kept: list[Referent] = []
    for referent in more:
        if all(referent.end <= other.start or other.end <= referent.start for other in (*known, *kept)):
            kept.append(referent)
    return kept


#: A kind that holds more people than this, or more than half of all (if more than a few), makes no list of pairs: one
#: sentence would leave its writer hardly anybody to sit with. A rule of the program says it better.
MOST_OF_A_KIND, FEW = 60, 8


def _named(span: NamedSpan) -> Referent:
    trouble = ""
    if not span.people or span.sure == 0:
        trouble = "nobody-of-that-name"
    elif len(span.people) > 1 and not span.every:
        trouble = "several-people"
    return Referent(span.start, span.end, span.people, span.kind, span.sure, trouble)


def _of_a_kind(text: str, speaker: int, book: Directory) -> list[Referent]:
    opened = {match.span("phrase") for pattern in _KINDS for match in pattern.finditer(text)}
    listed = set()
    if len(words_of(text)) <= LISTED:
        listed = {piece.span() for piece in _PIECES.finditer(text) if 0 < len(words_of(piece[0])) <= 3}
    referents = []
    for start, end in sorted(opened | listed):
        cut = _longest_kind(text, start, end, book)
        if cut and ((start, end) in opened or _is_whole(text, start, cut, end)):
            people = book.kinds.of(text[start:cut]) - {speaker}
            if not people and _OWN.search(text[start:cut]):
                continue
            # Only some of them are meant where a clause follows: "contractors who bid against me".
            trouble = "nobody-of-that-kind" if not people else "several-people" if _SOME.match(text, cut) else ""
            if len(people) > MOST_OF_A_KIND or (len(people) >= FEW and 2 * len(people) > len(book.people)):
                people, trouble = frozenset(), "many-people"
            referents.append(Referent(start, cut, people, ConflictKind.KIND, 40 if trouble else 75, trouble))
    return referents


def _is_whole(text: str, start: int, cut: int, end: int) -> bool:
    """Whether a kind is all that a piece names: "restaurants are customers", but not "health reasons"."""
    named, rest = words_of(text, start, cut), words_of(text, cut, end)
    return not rest or rest[0].plain in NEVER or named[-1].plain in NEVER


_THE = re.compile(rf"\bthe\s+(?={_PHRASE})", re.IGNORECASE)


def _the_one(text: str, speaker: int, book: Directory) -> list[Referent]:
    """The only person of a kind that is named in the singular: "the vet", "the bakery lady"."""
    referents = []
    for start, end in (match.span("phrase") for match in _THE.finditer(text)):
        cut = _longest_kind(text, start, end, book)
        people = book.kinds.of(text[start:cut]) - {speaker} if cut else frozenset()
        if people and not _OWN.search(text[start:cut]):
            trouble = "" if len(people) == 1 and not _SOME.match(text, cut) else "several-people"
            referents.append(Referent(start, cut, people, ConflictKind.KIND, 40 if trouble else 60, trouble))
    return referents[:1]


def _longest_kind(text: str, start: int, end: int, book: Directory) -> int:
    """The end of the longest phrase that names a kind of business; 0 if none does."""
    words = words_of(text, start, end)
    for last in reversed(words):
        if book.kinds.named(text[start : last.end]):
            return last.end
    return 0


def _in_a_role(text: str, known: Sequence[Referent]) -> list[Referent]:
    """Roles that no name goes with: "my clinic manager"."""
    referents = []
    sentences = sentences_in(text)
    for role in _ROLES.finditer(straight(text)):
        owned = _OWN.search(role[0])
        begin, end = next(span for span in sentences if span[0] <= role.start() < span[1])
        beside = [referent for referent in known if begin <= referent.start < end]
        joined = any(
            re.fullmatch(r"\s*(?:and|or|,|&)\s*(?:also )?", text[role.end() : referent.start])
            and "," not in text[role.end() : referent.start]
            for referent in beside
        )
        pronoun = re.search(r"\b(?:he|she|they)\b\W+(?:\w+\W+)?$", text[begin : role.start()], re.IGNORECASE)
        if owned and not (beside and not joined) and not _COPULA.search(text[: role.start()]) and not pronoun:
            referents.append(
                Referent(role.start(), role.end(), frozenset(), ConflictKind.PERSON, 40, "role-unnamed", role=role[0])
            )
    return referents


def _unnamed(text: str, *, asked: bool) -> list[Referent]:
    plain = straight(text)
    spans = [
        match.span() for match in SOMEBODY.finditer(plain) if asked or re.search(r"\bof you\b", match[0], re.IGNORECASE)
    ]
    spans += [match.span() for match in _THEIRS.finditer(plain)] if asked else []
    return [Referent(start, end, frozenset(), ConflictKind.PERSON, 30, "nobody-named") for start, end in spans]


def _companions(text: str, speaker: int, known: list[Referent], book: Directory) -> list[Referent]:
    """Everybody else at the organisation of somebody named before: "Greg or anyone from his shop"."""
    referents = []
    for match in COMPANY.finditer(straight(text)):
        start, end = match.span()
        known[:] = [other for other in known if not other.trouble or other.end <= start or end <= other.start]
        before = [other for other in known if other.end <= start and len(other.people) == 1 and not other.trouble]
        if not before:
            continue
        (chief,) = before[-1].people
        people = book.employer(chief) - {chief, speaker}
        if people:
            referents.append(Referent(start, end, people, ConflictKind.ORGANISATION, 80))
    return referents


def _strangers(text: str, book: Directory, known: Sequence[Referent]) -> list[Referent]:
    """Words that look like a name and are nobody's here."""
    length = len(words_of(text))
    words = [
        word
        for word in words_of(text)
        if all(word.end <= referent.start or referent.end <= word.start for referent in known)
    ]
    referents: list[Referent] = []
    for at, word in enumerate(words):
        if (
            not word.capital
            or len(word.plain) < 2
            or (word.text.isupper() and len(word.plain) != 2 and "." not in word.text)
        ):
            continue
        if word.plain in NEVER | _ORDINARY | TITLES | GENERIC or word.plain in book.towns:
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        near = following is not None and not text[word.end : following.start].strip(" ")
        paired = near and following is not None and following.capital and following.plain not in NEVER | _ORDINARY
        if _starts(text, word.start) and not paired and not _subject(text[word.end :], length, word.plain):
            continue
        end = following.end if paired and following else word.end
        if referents and word.start < referents[-1].end:
            continue
        trouble = HELD if {word.plain, folded(text[word.start : end])} & book.held else "nobody-of-that-name"
        referents.append(Referent(word.start, end, frozenset(), ConflictKind.PERSON, 40, trouble))
    return referents


def _starts(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"“‘('*-–—•\t")
    return not before or before[-1] in ".!?:;\n"


_SUBJECT = re.compile(r"\s+(?:and (?:i|me)|is my|was my|has|who|owes|from|used to)\b|\s*\(|\s*[-–—]\s", re.IGNORECASE)


def _subject(after: str, words: int, plain: str) -> bool:
    """Whether a word that starts a sentence is followed as only a name is."""
    return (words <= 2 and plain not in WORDS) or _SUBJECT.match(after) is not None
