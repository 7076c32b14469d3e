"""Names that are two people in one row, in every notation, and those that only look so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path

from ok_match.intake.files.cleaning import is_label
from ok_match.model.people.given_names import CALLED

from .likeness import name_words
from .written import first_last

_WORDS: Mapping[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _any(kind: str) -> str:
    return f"(?:{'|'.join(_WORDS[kind])})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.DOTALL)


_LETTER = r"[^\W\d_]"
#: Words and signs between two people.
_AND = _pattern(rf"\s*(?:[&+/;|]|,\s*(?:and|&))\s*|\s+(?:{_any('joining')}|['’]?n['’])\s+|\s+w/\s*")
#: Between two surnames of one person these words stand too: "Ruiz y López", "Costa e Silva", "Puig i Ferrer".
_SURNAMES = _pattern(r"\s+(?:y|e|i)\s+")
#: "+1", "& guest", "with her husband Ned", "(and Ned)", "(a couple)", "x2".
_COMPANY = _pattern(
    rf"(?=\W*{_LETTER})(?:"
    r".*(?:\+|\bplus)\s*(?:\d|one|two|un|une|uno|ein\w*)\b.*"
    rf"|.*(?:[&+/]|\b{_any('joining')}\b|\bw/)\s*(?:{_any('whose')}\s+)?{_any('somebody')}\b.*"
    rf"|.*[(\[]\s*(?:[&+]|w/|{_any('joining')}\b)\s*\S.*"
    rf"|.*[(\[]\s*{_any('couple')}\s*[)\]].*"
    r"|.*\bx ?2|.*\b(?:2|two) (?:people|persons)\b.*)"
)
_KIN = _pattern(rf".*\b{_any('kin_behind')}\b\.?|{_any('kin_before')} .+")
_TITLED = _pattern(rf".*\b{_any('titles')}\b\.?\s*(?:[&+/]|and|und|y|et|e|en)\s*{_any('titles')}\b.*")
#: What may stand behind "&" or a comma in the name of one person, or of a firm.
_NOT_A_PERSON = _pattern(rf"{_any('not_a_person')}\b\.?.*")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|\s*[“\"][^“”\"]*[”\"]")
_PRONOUNS = re.compile(r"[(\[]?\b(?:she|he|they|ze|xe|her|him|them)\s*/\s*\w+(?:\s*/\s*\w+)*[)\]]?", re.IGNORECASE)
_NAME = re.compile(rf"{_LETTER}[\w.'’´-]*(?:\s+{_LETTER}[\w.'’´-]*){{0,4}}")
#: Longer texts are no names, in characters.
_LONGEST = 120
_PARTICLES = frozenset("de da do dos das del della di du la le van von der den ter el al bin ibn ben st".split())


@lru_cache(maxsize=20_000)
def are_two_people(name: str, *, last_first: bool = False, given: Collection[str] = frozenset()) -> bool:
    """Whether a name stands for more than one person.

    Parameters
    ----------
    last_first : bool
        Whether the column has the last name first: "Ortega, Ana" is then one person.
    given : frozenset of str
        Folded given names that other rows have; together with the common ones they tell a name from a surname.
    """
    if len(name) > _LONGEST or not is_label(name):
        return False
    lines = [line for line in name.splitlines() if line.strip()]
    if len(lines) > 1 and all(len(name_words(line)) > 1 for line in lines):
        return True
    text = " ".join(_PRONOUNS.sub(" ", name).split())
    if _COMPANY.fullmatch(text) or _TITLED.fullmatch(text) or _KIN.fullmatch(text) or _is_plural(text):
        return True
    bare = " ".join(_ASIDE.sub(" ", text).split())
    return _joined(bare, given) or _listed(bare, given, last_first=last_first)


def _is_plural(text: str) -> bool:
    """Whether a family is named as one: "The Montoyas", "Los Ortega"."""
    first, _, rest = text.partition(" ")
    if first.casefold() == "the":
        return bool(re.fullmatch(r"[^\W\d_][\w'’ -]*s['’]?", rest)) and len(rest.split()) <= 2
    return (
        first.casefold() in {"los", "las", "les", "die", "gli", "os"} and len(rest.split()) == 1 and rest[:1].isupper()
    )


def _joined(text: str, given: Collection[str]) -> bool:
    """Whether a word or sign joins two names: "Ana & Luis", "Ana Ruiz / Luis Ortega"."""
    text = first_last(text) if _SURNAMES.search(text) else text
    pieces = [piece.strip(" ,") for piece in _AND.split(text)]
    if len(pieces) > 1:
        pieces = [part.strip() for piece in pieces for part in piece.split(",")]
    if len(pieces) < 2 or not all(pieces):
        return False
    if any(_NOT_A_PERSON.fullmatch(piece) for piece in pieces[1:]) or not all(map(_NAME.fullmatch, pieces)):
        return False
    if len(pieces) == 2 and _SURNAMES.search(text):
        # "Ana María Ruiz y López": a surname stands behind the word, and a given name stands before the first one.
        before, after = (name_words(piece) for piece in pieces)
        after = tuple(word for word in after if word not in _PARTICLES)
        return len(before) < 2 or len(after) > 1 or _is_given(after[0] if after else "", given)
    return True


def _listed(text: str, given: Collection[str], *, last_first: bool) -> bool:
    """Whether commas part several names: "Priya Varga, Jo Varga", "Ana, Luis and Jo"."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    pieces = [piece for piece in pieces if not _NOT_A_PERSON.fullmatch(piece)]
    if len(pieces) < 2 or not all(map(_NAME.fullmatch, pieces)):
        return False
    if len(pieces) > 2:
        return True
    one, other = (name_words(piece) for piece in pieces)
    if last_first or first_last(text) == text:
        return False
    if len(one) > 1 and len(other) > 1:
        # "Ruiz López, Ana María" has its given names behind the comma, and no surname twice.
        return one[-1] == other[-1] or _is_given(one[0], given) or not _is_given(other[0], given)
    return len(one) == 1 and len(other) == 1 and _is_given(one[0], given) and _is_given(other[0], given)


def _is_given(word: str, given: Collection[str]) -> bool:
    return word in CALLED or word in given
