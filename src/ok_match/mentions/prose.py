"""Prose cut into sentences and into words, each with its position in the text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+|\n+|;\s*")
#: Endings after which a sentence goes on.
_UNFINISHED = re.compile(
    r"(?:\b(?:e\.g|i\.e|incl|excl|exc|etc|vs|mr|mrs|ms|dr|prof|st|inc|co|ltd|jr|sr|mgmt|dept)|(?<![^\W\d_])[a-z])\.$",
    re.I,
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Letters and digits alone, without case or accents, so that two spellings of a name are equal."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
    return "".join(letter for letter in plain if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as typed, its span in the text, and folded (no case, accents, apostrophes or possessive)."""

    text: str
    start: int
    end: int
    plain: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals, or with points, throughout."""
        return "." in self.text or (len(self.plain) > 1 and self.text.isupper())


@lru_cache(maxsize=4096)
def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text; hyphens separate words, apostrophes and the points of initials do not."""
    return tuple(
        Word(match[0], match.start(), match.end(), folded(_POSSESSIVE.sub("", match[0])))
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    )


def sentences_in(text: str) -> list[tuple[int, int]]:
    """The spans (start, end) of the sentences, lines and list items of an answer."""
    cuts = [
        (cut.start(), cut.end())
        for cut in _SENTENCE.finditer(text)
        if "\n" in cut[0] or not _UNFINISHED.search(text[max(0, cut.start() - 12) : cut.start()])
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
