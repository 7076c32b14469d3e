"""Answers in other languages: in which one an answer is, and its stance towards each one it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ok_match.model.languages import LANGUAGES, Language, language_of, plain_words

from .clauses import Span
from .stances import Stance

_ENGLISH = re.compile(
    r"\b(?:the|and|with|not|but|my|is|was|are|i'm|anyone|everyone|please|we|he|she|would|have|of|to|any|other)\b",
    re.I,
)
#: Cuts what is said of one from what is said of the next.
_CUT = re.compile(r"[,;:.!?\n()]+|\s[-–—]\s")
_TURNS = re.compile(r"\s(?=(?:pero|mais|aber|mas|maar|ma|men|ale|ama)\s)", re.IGNORECASE)
_OK = re.compile(r"\b(?:ok|okay|okey|okej|oke|super|perfect\w*)\b")
#: Before a word of welcome: "nicht gern", "pas avec plaisir".
_DENIED = re.compile(
    r"\b(?:nicht|nie|niemals|kein\w*|no|nunca|tampoco|pas|jamais|non|mai|nao|nem|niet|nooit|inte|ikke|nie)\s+"
    r"(?:(?:so|sehr|wirklich|besonders|mas|muy|tan|tres|vraiment|molto|muito|zo|erg|heel|me|nos|mi)\s+)*$"
)
#: All who are or do something, unless it is whom one knows: "todos los que venden pan", but "nadie que yo conozca".
_SOME_OF_ALL = re.compile(
    r"\b(?:tod[oa]s|cualquiera|alguien|nadie|tous|toutes|personne|tutti|tutte|chiunque|nessuno|qualquer|ninguem|iedereen)"
    r"(?: \w+){0,2} (?:que|qui|quien\w*|che|quem|die)\b"
    r"(?!(?: \w+){0,3} (?:conoz\w*|conoc\w*|sepa|recuerd\w*|venga|connais\w*|sach\w*|conosc\w*|conhec\w*|saiba|ken)\b)"
)
#: Words that join names, and say nothing of them.
_JOINING = frozenset("y e et und en i och og ve ou o oder of lub con avec mit com met med z cu".split())
#: Words that say nothing of what is wanted: titles, "please", articles.
_EMPTY = frozenset(
    "por favor s il vous te plait svp bitte per favore alstublieft graag el la le der die das il os as".split()
)


def tongue_of(text: str, question: str) -> Language | None:
    """The language of an answer, by its own words or else by its question's; ``None`` for English."""
    language = language_of(text)
    if language is not None or _ENGLISH.search(text):
        return language
    return language_of(question) or _by_its_cues(text)


@lru_cache(maxsize=20_000)
def _by_its_cues(text: str) -> Language | None:
    words = plain_words(text)
    cues = (
        language
        for language in LANGUAGES.values()
        if language.excepted.search(words)
        or language.fine.search(words)
        or language.nobody.fullmatch(words)
        or not language.negation.isdisjoint(words.split())
    )
    return next(cues, None)


@lru_cache(maxsize=20_000)
def says_nobody(text: str) -> bool:
    """Whether an answer says "nobody" in any language."""
    words = plain_words(text)
    return any(
        language.nobody.fullmatch(words) or language.everybody.fullmatch(words) for language in LANGUAGES.values()
    )


def means_nobody(text: str, language: Language) -> bool:
    """Whether an answer that names no one has nothing against anybody, in a language."""
    words = plain_words(text)
    if language.nobody.fullmatch(words):
        return True
    if language.excepted.search(words) or _SOME_OF_ALL.search(words):
        return False
    pieces = [piece for piece in map(plain_words, _CUT.split(text)) if piece]
    return all(
        language.nobody.fullmatch(piece)
        or language.everybody.search(piece)
        or language.fine.search(piece)
        or set(piece.split()) <= _EMPTY
        for piece in pieces
    )


def stances_abroad(text: str, names: Sequence[Span], language: Language, *, to_avoid: bool) -> list[Stance]:
    """The stance towards each name; one that nothing is said of is wished for what the question asks."""
    bare = Stance.APART if to_avoid else Stance.WISHED
    found: list[Stance] = [bare] * len(names)
    last: Stance | None = None
    waiting: list[int] = []
    for start, end in _pieces(text, names):
        here = [index for index, name in enumerate(names) if start <= name.start < end]
        said, after = _split(text, start, end, [names[index] for index in here])
        words = f"{said} {after}".strip()
        stance = _stance(said, after, language, bare)
        if not here:
            # "Jo, alles gut": what is said of nobody is said of those before it.
            if stance is Stance.FINE and waiting:
                for index in waiting:
                    found[index] = stance
            waiting = [] if words else waiting
            continue
        plain = set(words.split()) <= _JOINING | _EMPTY
        for index in here:
            found[index] = last if plain and last is not None else stance
        last = found[here[-1]]
        waiting = here if plain else []
    return found


def _stance(before: str, after: str, language: Language, bare: Stance) -> Stance:
    both = f"{before} {after}"
    if language.excepted.search(before) or re.search(
        r"\b(excluid\w+|exclu\w*|esclus\w+|ausgenommen|excepte\w*)\b", after
    ):
        negative = language.apart.search(language.excepted.sub(" ", before)) and not language.everybody.search(before)
        return Stance.APART if not negative else Stance.FINE
    if any(not _DENIED.search(both[: match.start()]) for match in language.fine.finditer(both)) or _OK.search(both):
        return Stance.FINE
    if language.apart.search(both):
        return Stance.APART
    return bare


def _pieces(text: str, names: Sequence[Span]) -> list[tuple[int, int]]:
    """The stretches between commas, full stops and "but", none of which cuts a name."""
    cuts = sorted(
        (cut.start(), cut.end())
        for pattern in (_CUT, _TURNS)
        for cut in pattern.finditer(text)
        if not any(name.start < cut.end() and cut.start() < name.end for name in names)
    )
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _split(text: str, start: int, end: int, names: Sequence[Span]) -> tuple[str, str]:
    """The plain words of a stretch before the last of its names, and those behind it, without the names."""
    before, at = [], start
    for name in names:
        before.append(text[at : name.start])
        at = min(name.end, end)
    return plain_words(" ".join(before)), plain_words(text[at:end])
