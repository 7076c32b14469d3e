"""The lexical engine: common ground where people use the same words.

TF-IDF on word families and on character n-grams. It cannot see that "get me off the bench" and "hire a
second-in-command" are about the same thing; whatever it claims is literally in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ok_match.model import Ground, ThemeList
from ok_match.similarity.encoder.text_model import StepProgress, TextModel, unreported

from .alignment import Floats, Positions
from .families import families, family, words
from .reading import Claim, Topic
from .topics import word_topics

#: The weights of the two views of a text.
WORDS, CHARACTERS = 0.6, 0.4
_LEAD = re.compile(r"[,:;(/]")


@dataclass(frozen=True, slots=True)
class LexicalReading:
    """Statements as sparse vectors of unit length: one matrix a view, one row a statement, with the view's weight."""

    texts: Sequence[str]
    views: tuple[tuple[float, Any], ...]

    def compare(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> Floats:  # noqa: ARG002 - always is
        """The weighted mean of the cosine similarities in each view: shape (rows, columns), 0 to 1."""
        total = np.zeros((rows.size, columns.size))
        for weight, vectors in self.views:
            total += weight * (vectors[rows] @ vectors[columns].T).toarray()
        return np.clip(total, 0.0, 1.0)

    def silent(self, position: int) -> bool:  # noqa: ARG002 - part of the protocol
        """Always false: words alone do not reveal which statements are about nothing."""
        return False

    def claim(self, first: int, second: int) -> Claim | None:
        """The words of the first statement whose families the second uses too."""
        theirs = set(families(self.texts[second]))
        shared = dict.fromkeys(word for word in words(self.texts[first]) if family(word) in theirs)
        return Claim(Ground.WORDS, tuple(shared)) if shared else None

    def about(self, position: int, option: str) -> float:
        """1 if the statement uses one of the option's leading words, those before a comma or colon; else 0."""
        leading = set(families(_LEAD.split(option)[0]))
        return float(bool(leading & set(families(self.texts[position]))))

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """The word families that several people use, but not everybody."""
        return word_topics(self.texts, owners, people)


def lexical(
    texts: Sequence[str],
    corrected: Sequence[str | None] = (),  # noqa: ARG001 - this engine knows no themes
    own: ThemeList | None = None,  # noqa: ARG001
    model: TextModel | None = None,  # noqa: ARG001
    progress: StepProgress = unreported,  # noqa: ARG001
) -> LexicalReading:
    """The reading of statements by their words; themes, corrections and text models play no part."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    settings: tuple[tuple[float, dict[str, Any], list[str]], ...] = (
        (WORDS, {"analyzer": families}, list(texts)),
        (CHARACTERS, {"analyzer": "char_wb", "ngram_range": (4, 5)}, [" ".join(words(text)) for text in texts]),
    )
    views = []
    for weight, options, view in settings:
        if any(families(text) for text in view):
            views.append((weight, TfidfVectorizer(sublinear_tf=True, **options).fit_transform(view).tocsr()))
    return LexicalReading(texts, tuple(views))
