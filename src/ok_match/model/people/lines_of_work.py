"""Which industries are one line of work, whatever people call it.

People name their industry as they like. ``lines_of_work.toml`` lists classes of names that mean nearly the same
(heating, cooling and plumbing; accounting and bookkeeping); words that no class knows stand for themselves.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

#: Words that name no line of work.
_VAGUE = frozenset(
    """
    a and for of or the in on service business company firm small local owner other general work practice studio
    shop store agency
    """.split()
)
#: Words that end in s and are not plurals.
_WHOLE = re.compile(r"(ss|us|is|saas|news)$")


def lines_of_work(industry: str) -> frozenset[str]:
    """Give the classes that an industry's name falls in, and the words of it that no class knows.

    Words are in the singular and lower case; ``frozenset()`` where the name says nothing.
    """
    words = _words(industry)
    found: set[str] = set()
    phrases, longest = _phrases()
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            named = phrases.get(tuple(words[start : start + length]))
            if named and "" not in words[start : start + length]:
                found.add(named)
                words[start : start + length] = [""] * length
    return frozenset(found | {word for word in words if len(word) > 1 and word not in _VAGUE and not word.isdigit()})


def classes() -> dict[str, tuple[str, ...]]:
    """Give every class with its phrases, as the file lists them."""
    text = files(__package__).joinpath("lines_of_work.toml").read_text("utf-8")
    return {name: tuple(entry["phrases"]) for name, entry in tomllib.loads(text).items()}


@cache
def _phrases() -> tuple[dict[tuple[str, ...], str], int]:
    found = {tuple(_words(phrase)): name for name, phrases in classes().items() for phrase in phrases}
    return found, max(map(len, found))


def _words(text: str) -> list[str]:
    """Split a name into words in the singular; "&" reads as "and"."""
    return [_singular(word) for word in re.findall(r"[^\W_]+", text.casefold().replace("&", " and "))]


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or _WHOLE.search(word):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
