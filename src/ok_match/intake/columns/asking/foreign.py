"""What the words of a question in another language than English tell about the field it asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ok_match.model.languages import LANGUAGES, Language, language_of, plain_words

#: A question of so few words may be in a language though it holds none of its frequent words: "Disponibilité".
_SHORT = 6
#: How surely the words of such a question can ask for a field, in percent.
_SHORT_SURE = 90
#: Short words of English that keep a header from being taken for another language's.
_ENGLISH = re.compile(
    r"\b(the|of|to|or|you|your|our|my|is|are|does|for|with|at|by|on|any|not|what|who|how|why|when|where)\b", re.I
)


class Foreign(NamedTuple):
    """A question read in another language.

    Attributes
    ----------
    language : Language or None
        The language that its words give away; ``None`` where they are too few to tell.
    field : str
        The field that it asks for, else empty.
    sure : int
        How surely, in percent.
    """

    language: Language | None = None
    field: str = ""
    sure: int = 0


@lru_cache(maxsize=20_000)
def read_foreign(question: str) -> Foreign:
    """The reading of a question in the language that it seems to be in."""
    # Remarks in brackets are read only where nothing stands before them.
    bare = re.sub(r"\([^()]*\)", " ", question)
    text = bare if plain_words(bare) else question
    language = language_of(text)
    if language is not None:
        field, sure = language.asks_for(text)
        return Foreign(language, field, sure)
    words = plain_words(text).split()
    if not words or len(words) > _SHORT or _ENGLISH.search(text):
        return Foreign()
    field, sure = max((language.asks_for(text) for language in LANGUAGES.values()), key=lambda found: found[1])
    return Foreign(None, field, sure if sure > _SHORT_SURE + 5 else min(sure, _SHORT_SURE))


def is_not_understood(question: str) -> bool:
    """Whether a question is in another language, asks for no field that is known, and is not plainly of no use."""
    foreign = read_foreign(question)
    return foreign.language is not None and not foreign.field and not foreign.language.leaves_out(question)


def is_of_no_use(question: str) -> bool:
    """Whether a question in another language is plainly none that matching uses: a newsletter, photographs."""
    foreign = read_foreign(question)
    return foreign.language is not None and not foreign.field and foreign.language.leaves_out(question)


def is_foreign_platform(question: str) -> bool:
    """Whether a form tool adds a column of this header for itself, in another language."""
    text = plain_words(question)
    return any(text in language.platform for language in LANGUAGES.values())
