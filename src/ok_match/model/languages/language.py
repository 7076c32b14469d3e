"""A language in which a sheet may be asked and answered, read from the file of its words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

#: The fields in the order in which a question is asked for them: whom to avoid is asked in words of whom to sit with,
#: and obstacles in words of goals ("What keeps you from reaching your goals?").
_PRECEDENCE = (
    "timestamp", "email", "id", "first_name", "last_name", "middle_name", "name_prefix", "preferred_name",
    "name", "keep_apart", "sit_with", "share_contact", "consent", "facilitate", "time_zone", "mode",
    "availability", "access", "earlier_group", "themes", "obstacles", "opportunities", "offers", "team_size",
    "revenue", "years", "organisation", "role", "industry", "town", "phone", "status", "goals", "notes",
)  # fmt: skip
#: How surely a whole header, and the words of a question, ask for a field, in percent.
_WHOLE, _HELD = 98, 93
#: Letters that are no plain letter with a mark.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ı": "i", "đ": "d"})
_WORD = re.compile(r"[^\W_]+")
#: Words of a language that must be met, and how many more than of English, before a text is taken to be in it.
_LEAST = 2
_ENGLISH = frozenset(
    """
    the a an of to and or in on at is are was be been do does did you your yours we our i my me with for from by as it
    this that these those who whom what which when where how why would will can could should may not no any anyone all
    please have has had there their they he she his her him them if about up out so than but please group people like
    want name one more most next year work business need
    """.split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    """What tells that a question asks for a field: whole headers, words it holds, and words that rule it out.

    Patterns are kept as text, and compiled when they are first tried.
    """

    whole: frozenset[str]
    holds: str
    every: tuple[str, ...]
    unless: str

    def sure(self, text: str, bare: str) -> int:
        """How surely a question asks for it, in percent; ``bare`` is without the article or possessive before it."""
        if text in self.whole or bare in self.whole:
            return _WHOLE
        held = _holds(self.holds, bare) or (bool(self.every) and all(_holds(cue, bare) for cue in self.every))
        return _HELD if held and not _holds(self.unless, bare) else 0


@dataclass(frozen=True, slots=True)
class Language:
    """A language: how forms ask in it, and how people answer about one another.

    Attributes
    ----------
    common : frozenset of str
        Frequent words by which a text in it is told.
    fields : mapping
        Field to what asks for it, in the order in which they are tried.
    headers : frozenset of str
        Every whole header of ``fields``.
    any_cue : str
        A pattern that each question holds which asks for a field, but for whole headers: most texts are told by it.
    negation : frozenset of str
        Words that deny or prefer otherwise, and are no words of English.
    yes, no, nobody : Pattern
        Answers; matched from the start, ``nobody`` as a whole.
    everybody, excepted, fine, apart : Pattern
        Words of an answer about others: "all", "except", "no problem", "not".
    """

    code: str
    name: str
    common: frozenset[str]
    owners: frozenset[str]
    fields: Mapping[str, Pair]
    headers: frozenset[str]
    any_cue: str
    platform: frozenset[str]
    other: tuple[re.Pattern[str], ...]
    negation: frozenset[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    nobody: re.Pattern[str]
    everybody: re.Pattern[str]
    excepted: re.Pattern[str]
    fine: re.Pattern[str]
    apart: re.Pattern[str]

    def asks_for(self, question: str) -> tuple[str, int]:
        """The field that a question asks for in this language, and how surely, in percent; else an empty name."""
        text = plain_words(question)
        words = text.split()
        while len(words) > 1 and words[0] in self.owners:
            words = words[1:]
        bare = " ".join(words)
        if text not in self.headers and bare not in self.headers and not _holds(self.any_cue, bare):
            return "", 0
        best = max(((name, pair.sure(text, bare)) for name, pair in self.fields.items()), key=lambda found: found[1])
        return best if best[1] else ("", 0)

    def leaves_out(self, question: str) -> bool:
        """Whether a question is one that matching has no use for: where somebody heard of it, a newsletter."""
        text = plain_words(question)
        return any(cue.search(text) for cue in self.other)


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> str:
    """The words of a text in small letters without accents, one space between them."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(letters))


_compiled = lru_cache(maxsize=None)(re.compile)


def _holds(pattern: str, text: str) -> bool:
    """Whether a text holds a pattern; none holds the empty one."""
    return bool(pattern) and _compiled(pattern).search(text) is not None


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _any_cue(pairs: Iterable[Pair]) -> str:
    cues = [cue for pair in pairs for cue in (pair.holds, *pair.every[:1]) if cue]
    return _any(cues)


def _pair(table: Mapping[str, Any]) -> Pair:
    return Pair(
        whole=frozenset(table.get("whole", ())),
        holds=_any(table.get("holds", ())),
        every=tuple(map(_any, table.get("all", ()))),
        unless=table.get("unless", ""),
    )


def _language(path: Path) -> Language:
    table = tomllib.loads(path.read_text("utf-8"))
    questions, answers = table["questions"], table["answers"]
    fields = {name: _pair(questions[name]) for name in _PRECEDENCE if name in questions}
    return Language(
        code=path.stem,
        name=table["name"],
        common=frozenset(table["common"].split()),
        owners=frozenset(table["owners"].split()),
        fields=fields,
        headers=frozenset(header for pair in fields.values() for header in pair.whole),
        any_cue=_any_cue(fields.values()),
        platform=frozenset(table["platform"]),
        other=tuple(map(re.compile, table["other"])),
        negation=frozenset(answers["negation"].split()),
        yes=re.compile(answers["yes"]),
        no=re.compile(answers["no"]),
        nobody=re.compile(answers["nobody"]),
        everybody=re.compile(answers["everybody"]),
        excepted=re.compile(answers["except"]),
        fine=re.compile(answers["fine"]),
        apart=re.compile(answers["apart"]),
    )


#: By code, in the order in which they are tried.
LANGUAGES: Mapping[str, Language] = {
    code: _language(Path(__file__).with_name(f"{code}.toml"))
    for code in ("es", "fr", "de", "pt", "it", "nl", "sv", "da", "pl", "tr")
}


def language_named(code: str) -> Language | None:
    """The language of a code; ``None`` for English and all that are not known."""
    return LANGUAGES.get(code)


@lru_cache(maxsize=20_000)
def language_of(text: str) -> Language | None:
    """The language that a text seems to be in; ``None`` for English, and for texts that are too short to tell."""
    words = plain_words(text).split()
    english = sum(word in _ENGLISH for word in words)
    counts = [(sum(word in language.common for word in words), language) for language in LANGUAGES.values()]
    most, language = max(counts, key=lambda count: count[0])
    return language if most >= max(_LEAST, english + 1) else None
