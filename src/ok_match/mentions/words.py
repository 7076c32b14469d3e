"""Cuts prose into words with their places, for looking up whom it names."""

import re
from dataclasses import dataclass

from .given_names import folded

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as typed, where it starts and ends, and folded (no case, accents, apostrophes, possessive)."""

    text: str
    start: int
    end: int
    plain: str

    @property
    def capital(self) -> bool:
        """Say whether it starts with a capital letter."""
        return self.text[:1].isupper()

    @property
    def acronym(self) -> bool:
        """Say whether it is written in capitals or with points throughout."""
        return "." in self.text or (len(self.plain) > 1 and self.text.isupper())


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Cut a stretch of text into words; hyphens part them, apostrophes and the points of initials do not."""
    return tuple(
        Word(found[0], found.start(), found.end(), folded(_POSSESSIVE.sub("", found[0])))
        for found in _WORD.finditer(text, start, len(text) if end is None else end)
    )
