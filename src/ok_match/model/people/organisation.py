"""When two spellings name one organisation.

Case, accents, punctuation, "the" and legal forms make no difference; ``legal_forms.toml`` lists the forms and where
they may stand. "Owl & Co" is "Owl": "and Company" says that there are partners, and people leave it out. "Owl & Sons"
is another firm than "Owl", and "Co-op Green" another than "Green": "Sons" and "Co-op" are part of the name.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from pathlib import Path

#: What people write who have no employer in common.
NO_EMPLOYER = frozenset(
    """
    none self selfemployed myself me freelance freelancer freelancing independent retired unemployed
    soletrader solo own ownbusiness mybusiness consultant na tbd startup
    """.split()
)
#: "S.p.A.", "A/S", "B. V.": single letters that belong together.
_POINTED = re.compile(r"(?<![^\W_])(?:[^\W\d_][./] ?)+[^\W\d_](?![^\W_])")
#: Stands after a word that was written with points, until the words are counted.
_MARK = "\x1f"
_CAPITAL_INSIDE = re.compile(r"[A-Z]*[a-z]+[A-Z]+")


def organisation_words(name: str) -> tuple[str, ...]:
    """The words of an organisation's name, folded and without legal form."""
    return _bare(name)


@lru_cache(maxsize=50_000)
def organisation_key(name: str) -> str:
    """What all spellings of one organisation have in common; empty for an empty name."""
    return "".join(_bare(name))


def without_legal_form(words: Sequence[str], pointed: Collection[int] = ()) -> tuple[str, ...]:
    """The words of a name less "the" and its legal form; all of them where nothing else would be left.

    Parameters
    ----------
    words : sequence of str
        Folded, without points; "&" as "and".
    pointed : collection of int
        Indices of words that are written with points ("S.p.A."), which no ordinary word is.
    """
    kept = [(word, i in pointed) for i, word in enumerate(words) if word != "the"] or [(word, False) for word in words]
    kept = [(word, points) for word, points in kept if word not in _forms("anywhere")] or kept
    while (cut := _cut_at_the_end(kept)) != kept:
        kept = cut
    if len(kept) > 1 and kept[0][0] in _forms("in_front"):
        kept = kept[1:]
    return tuple(word for word, _ in kept)


def _cut_at_the_end(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The words less the longest form that ends them, and less an "and" before it."""
    for length in range(min(_longest(), len(words) - 1), 0, -1):
        ending = " ".join(word for word, _ in words[-length:])
        if ending in _forms("at_the_end") or (words[-1][1] and ending in _forms("with_points")):
            rest = words[:-length]
            while rest and rest[-1][0] == "and":
                rest = rest[:-1]
            return rest or words
    return words


@lru_cache(maxsize=50_000)
def _bare(name: str) -> tuple[str, ...]:
    words: list[str] = []
    pointed: set[int] = set()
    marked = _POINTED.sub(lambda letters: f" {re.sub('[./ ]', '', letters[0])}{_MARK} ", name)
    for token in re.findall(rf"[^\W_]+{_MARK}?", marked.replace("&", " and ")):
        if token.endswith(_MARK) or _CAPITAL_INSIDE.fullmatch(token):
            pointed.add(len(words))
        words.append(_folded(token.rstrip(_MARK)))
    return without_legal_form(_letters_joined(words), pointed)


def _letters_joined(words: list[str]) -> list[str]:
    """The words with single letters at the end ("B V") as one."""
    letters = len(words)
    while letters and len(words[letters - 1]) == 1:
        letters -= 1
    return [*words[:letters], "".join(words[letters:])] if len(words) - letters > 1 else words


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _forms(where: str) -> frozenset[str]:
    table = tomllib.loads(Path(__file__).with_name("legal_forms.toml").read_text("utf-8"))
    return frozenset(table[where])


@cache
def _longest() -> int:
    return max(len(form.split()) for where in ("at_the_end", "with_points") for form in _forms(where))
