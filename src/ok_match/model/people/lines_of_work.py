"""Which industries are one line of work, whatever people call it.

People name their industry as they like. ``lines_of_work.toml`` lists names that mean nearly the same (heating, cooling
and plumbing; accounting and bookkeeping); words that no line knows stand for themselves. Within a line, the table sets
apart the trades that nobody means by its name (``beside``); ``mentions`` reads kinds of business by the same table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, MutableSequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

#: Words that name no line of work.
_VAGUE = frozenset(
    """
    a and for of or the in on service business company firm small local owner other general work practice studio
    shop store agency
    """.split()
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
    """

    words: tuple[str, ...]
    line: str
    kind: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase of the table, in its order."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(
        Phrase(tuple(words_of_work(text)), line, kind)
        for line, entry in table.items()
        for kind, texts in ((line, entry["phrases"]), *entry.get("beside", {}).items())
        for text in texts
    )


def lines_of_work(industry: str) -> frozenset[str]:
    """The lines that an industry's name falls in, and the words of it that no line knows.

    Words are in the singular and lower case; ``frozenset()`` where the name says nothing.
    """
    words = words_of_work(industry)
    lines = set(taken(words, *_lines()))
    return frozenset(lines | {word for word in words if len(word) > 1 and word not in _VAGUE and not word.isdigit()})


def taken(words: MutableSequence[str], names: Mapping[tuple[str, ...], _Name], longest: int) -> Iterator[_Name]:
    """The names of the phrases among words, the longest first; what a phrase covers is blanked in ``words``."""
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = tuple(words[start : start + length])
            if phrase in names and "" not in phrase:
                words[start : start + length] = [""] * length
                yield names[phrase]


def words_of_work(text: str) -> list[str]:
    """The words of a name in lower case and the singular; "&" reads as "and"."""
    return [singular(word) for word in re.findall(r"[^\W_]+", text.casefold().replace("&", " and "))]


def singular(word: str) -> str:
    """A word in lower case without the ending of a plural."""
    if len(word) <= 3 or not word.endswith("s") or _WHOLE.search(word):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]


@cache
def classes() -> frozenset[str]:
    """The names of the lines of work that the table knows."""
    return frozenset(phrase.line for phrase in phrases())


@cache
def _lines() -> tuple[dict[tuple[str, ...], str], int]:
    lines = {phrase.words: phrase.line for phrase in phrases()}
    return lines, max(map(len, lines))
