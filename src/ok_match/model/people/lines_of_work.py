"""Which industries are one line of work, whatever people call it.

People name their industry as they like. ``lines_of_work.toml`` lists names that mean nearly the same (heating, cooling
and plumbing; accounting and bookkeeping); words that no line knows stand for themselves. Within a line, the table sets
apart the trades that nobody means by its name (``beside``); ``mentions`` reads kinds of business by the same table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, MutableSequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from .work import OrganisationKind, Sector

#: Words that name no line of work.
_VAGUE = frozenset(
    """
    a and for of or the in on an we my our i run am is with to from at by service business company firm small local
    owner other general work practice studio shop store agency profit llc inc ltd corp corporation co pllc lp llp
    enterprise startup start up entrepreneur entrepreneurship self employed freelance freelancer founder cofounder ceo
    coo cfo president director manager executive principal partner operator proprietor sole trader owned
    private sector organization organisation industry various misc miscellaneous na none tbd b2b b2c boss myself
    de del el la los las en y con para negocio propio dueño empresa organización otro
    """.split()
)
#: "it" in a sentence, which is no computer support.
_PRONOUN = re.compile(
    r"(?<=\w )(?<!managed )it\b(?! (?:consult|help|network|secur|servic|staff|support|train))"
    r"|\b[Ii]t(?=['’]| (?:all|can|changes|depends|has|is|varies|was|will)\b)"
)
#: Words that end in s and are not plurals.
_WHOLE = re.compile(r"(ss|us|is|saas|news)$")
_Name = TypeVar("_Name")


class Phrase(NamedTuple):
    """One name of a line of work.

    Attributes
    ----------
    words : tuple of str
        In lower case and the singular.
    line : str
        The line of work that it belongs to.
    kind : str
        The kind of business that is meant by it: the line, or a trade beside it.
    sector : Sector or None
        The sector that it is in; ``None`` where the name tells none, as a nonprofit's does not.
    organisation : OrganisationKind or None
        The kind of organisation that it names, if it names one instead of a line of work.
    """

    words: tuple[str, ...]
    line: str
    kind: str
    sector: Sector | None
    organisation: OrganisationKind | None


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase of the table, in its order."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(phrase for line, entry in table.items() for phrase in _phrases_of(line, entry))


def _phrases_of(line: str, entry: Mapping[str, Any]) -> Iterator[Phrase]:
    """The phrases of one line of work."""
    elsewhere = {text: Sector(sector) for sector, texts in entry.get("elsewhere", {}).items() for text in texts}
    usual = Sector(entry["sector"]) if "sector" in entry else None
    organisation = OrganisationKind(entry["organisation"]) if "organisation" in entry else None
    for kind, texts in ((line, entry["phrases"]), *entry.get("beside", {}).items()):
        for text in texts:
            yield Phrase(tuple(words_of_work(text)), line, kind, elsewhere.get(text, usual), organisation)


def lines_of_work(industry: str) -> frozenset[str]:
    """The lines that an industry's name falls in, and the words of it that no line knows.

    Words are in the singular and lower case; ``frozenset()`` where the name says nothing. Kinds of organisation
    (a nonprofit, a small business) and job titles are no line of work.
    """
    words = words_of_work(industry)
    lines = {line for line in taken(words, *_lines()) if line}
    return frozenset(lines | set(filter(_telling, words)))


def taken(words: MutableSequence[str], names: Mapping[tuple[str, ...], _Name], longest: int) -> Iterator[_Name]:
    """The names of the phrases among words, the longest first; what a phrase covers is blanked in ``words``."""
    for _, name in _placed(words, names, longest):
        yield name


@lru_cache(maxsize=20_000)
def phrases_in(text: str) -> tuple[tuple[Phrase, ...], tuple[str, ...]]:
    """The phrases that a text holds, in its order, and the telling words that none of them covers."""
    words = words_of_work(text)
    placed = sorted(_placed(words, *_by_words()), key=lambda item: item[0])
    return tuple(phrase for _, phrase in placed), tuple(filter(_telling, words))


def _placed(
    words: MutableSequence[str], names: Mapping[tuple[str, ...], _Name], longest: int
) -> Iterator[tuple[int, _Name]]:
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = tuple(words[start : start + length])
            if phrase in names and "" not in phrase:
                words[start : start + length] = [""] * length
                yield start, names[phrase]


def _telling(word: str) -> bool:
    """Whether a word may name a line of work."""
    return len(word) > 1 and word not in _VAGUE and not word.isdigit()


@cache
def _by_words() -> tuple[dict[tuple[str, ...], Phrase], int]:
    by_words = {phrase.words: phrase for phrase in phrases()}
    return by_words, max(map(len, by_words))


def words_of_work(text: str) -> list[str]:
    """The words of a name in lower case and the singular; "&" reads as "and", and the pronoun "it" is left out."""
    named = without_pronoun(text).casefold().replace("&", " and ")
    return [singular(word) for word in re.findall(r"[^\W_]+", named)]


def without_pronoun(text: str) -> str:
    """A text without "it", unless that may be computer support: ``we make`` of ``we make it``."""
    return _PRONOUN.sub(" ", text)


def singular(word: str) -> str:
    """A word in lower case without the ending of a plural."""
    if len(word) <= 3 or not word.endswith("s") or _WHOLE.search(word):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]


@cache
def classes() -> frozenset[str]:
    """The names of the lines of work that the table knows."""
    return frozenset(phrase.line for phrase in phrases() if not phrase.organisation)


@cache
def _lines() -> tuple[dict[tuple[str, ...], str], int]:
    lines = {phrase.words: "" if phrase.organisation else phrase.line for phrase in phrases()}
    return lines, max(map(len, lines))
