"""The words for times, from ``vocabulary.toml``: each with what it may mean."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_UNDERLINE = str.maketrans("_", " ")
_JOINED = re.compile(r"(?<=\d)_(?=\d)")
_DASHES = re.compile("[‐‑‒–—―−→]|>>?|\\.\\.\\.?|…")


class Meaning(NamedTuple):
    """One thing that a word may mean: the kind of token, and its value."""

    kind: str
    value: Any = None


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A text in lower case, without accents, with plain dashes and apostrophes."""
    text = _JOINED.sub("-", text)
    if text.isascii():
        # Most texts: nothing to normalise, letter by letter.
        return _DASHES.sub("-", text.translate(_APOSTROPHES)).casefold().translate(_UNDERLINE)
    letters = unicodedata.normalize("NFKD", _DASHES.sub("-", text.translate(_APOSTROPHES)).replace("º", "th"))
    return "".join(char for char in letters if not unicodedata.combining(char)).casefold().translate(_UNDERLINE)


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[Meaning, ...]]:
    """What each word or phrase may mean, the likeliest first."""
    meanings: dict[str, list[Meaning]] = {}
    for word, meaning in _meanings():
        known = meanings.setdefault(word, [])
        if meaning.kind not in [other.kind for other in known]:
            known.append(meaning)
    return {word: tuple(known) for word, known in meanings.items()}


@lru_cache(maxsize=1)
def phrases() -> re.Pattern[str]:
    """All words and phrases, the longest first; the words of a phrase may stand apart or be hyphenated."""
    known = sorted(words(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(_spaced(word) for word in known)})(?![\w])")


@lru_cache(maxsize=1)
def vague() -> re.Pattern[str]:
    """Words that make a time uncertain."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _WORDS['words']['vague']))})\b")


def span_of(text: str) -> tuple[int, int]:
    """The minutes at which a stretch such as ``08:00-12:00`` begins and ends."""
    start, end = (60 * int(clock[:2]) + int(clock[3:]) for clock in text.split("-"))
    return start, end


def _spaced(phrase: str) -> str:
    return r"[\s\-]+".join(map(re.escape, phrase.split()))


def _meanings() -> Iterator[tuple[str, Meaning]]:
    for days, names in _WORDS["days"].items():
        yield from ((name, Meaning("day", _days(days))) for name in names)
    for span, names in _WORDS["parts"].items():
        yield from ((name, Meaning("part", span_of(span))) for name in names)
    for kind in ("open", "any", "none", "neg", "trailing", "but", "maybe", "need", "prefer", "after", "before"):
        yield from ((word, Meaning(kind)) for word in _WORDS["words"][kind])
    for number, names in _WORDS["ordinals"].items():
        yield from ((name, Meaning("ordinal", int(number))) for name in names)
    for number, names in _WORDS["months"].items():
        yield from ((name, Meaning("month", int(number))) for name in names)
    for kind in ("onwards", "earlier", "to", "between", "and", "local", "alternate", "positive"):
        yield from ((word, Meaning(kind)) for word in _WORDS["words"][kind])
    yield from ((zone, Meaning("zone", zone)) for zone in _WORDS["zones"]["behind"])
    for day, names in _WORDS["short_days"].items():
        yield from ((name, Meaning("short day", _days(day))) for name in names)
    for number, name in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2):
        yield name, Meaning("number", number)
    yield from ((word, Meaning("filler")) for word in _WORDS["words"]["filler"])


def _days(text: str) -> tuple[int, ...]:
    first, dash, last = text.partition("-")
    return tuple(range(int(first), int(last) + 1)) if dash else tuple(int(day) for day in text.split(","))
