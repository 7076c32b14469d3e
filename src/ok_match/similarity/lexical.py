"""The lexical engine: common ground where people use the same words.

TF-IDF on word families and on character n-grams. It cannot tell that "get me off the bench" and "hire a
second-in-command" are about the same thing; what it says is literally in the text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ok_match.model import Ground, ThemeList
from ok_match.similarity.encoder.text_model import Progress, TextModel, silent

from .alignment import Floats, Positions
from .families import family, words
from .reading import Claim, Topic

#: How the two views of a text share the judgement.
WORDS, CHARACTERS = 0.6, 0.4
#: A word is a subject of the season if this many people use it, and not more than this share of all.
LEAST_PEOPLE, LARGEST_SHARE = 2, 0.4
_LEAD = re.compile(r"[,:;(/]")


@dataclass(frozen=True, slots=True)
class LexicalReading:
    """Statements as sparse vectors of unit length, one row each and one matrix a view, with the views' shares."""

    texts: Sequence[str]
    views: tuple[tuple[float, Any], ...]

    def compare(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> Floats:  # noqa: ARG002 - always is
        """Compare by the weighted cosines of the views."""
        total = np.zeros((rows.size, columns.size))
        for share, vectors in self.views:
            total += share * (vectors[rows] @ vectors[columns].T).toarray()
        return np.clip(total, 0.0, 1.0)

    def silent(self, position: int) -> bool:  # noqa: ARG002 - part of the protocol
        """Take every statement for an answer: which are empty of meaning, words alone do not tell."""
        return False

    def claim(self, first: int, second: int) -> Claim | None:
        """Name the words of the first statement whose family the second uses too."""
        theirs = set(_families(self.texts[second]))
        both = dict.fromkeys(word for word in words(self.texts[first]) if family(word) in theirs)
        return Claim(Ground.WORDS, tuple(both)) if both else None

    def about(self, position: int, option: str) -> float:
        """Look for the option's leading words, those before a comma or colon."""
        leading = set(_families(_LEAD.split(option)[0]))
        return float(bool(leading & set(_families(self.texts[position]))))

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """Give each word family that several people use, but not everybody, by its commonest form."""
        return word_topics(self.texts, owners, people)


def word_topics(texts: Sequence[str], owners: Sequence[int], people: int) -> list[Topic]:
    """Find word families that several people use, but not everybody; statements with owner -1 are left out."""
    users: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for position, text in enumerate(texts):
        if owners[position] < 0:
            continue
        for word in dict.fromkeys(words(text)):
            users[family(word)].append(position)
            forms[family(word)][word] += 1
    most = max(LEAST_PEOPLE, LARGEST_SHARE * people)
    topics = []
    for stem, positions in sorted(users.items()):
        if LEAST_PEOPLE <= len({owners[position] for position in positions}) <= most:
            name = min(forms[stem], key=lambda word: (-forms[stem][word], len(word), word))
            topics.append(Topic(name, Ground.WORDS, tuple(dict.fromkeys(positions))))
    return topics


def lexical(
    texts: Sequence[str],
    told: Sequence[str | None] = (),  # noqa: ARG001 - this engine knows no themes that it could be told
    own: ThemeList | None = None,  # noqa: ARG001
    model: TextModel | None = None,  # noqa: ARG001
    progress: Progress = silent,  # noqa: ARG001
) -> LexicalReading:
    """Read statements by their words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    settings: tuple[tuple[float, dict[str, Any], list[str]], ...] = (
        (WORDS, {"analyzer": _families}, list(texts)),
        (CHARACTERS, {"analyzer": "char_wb", "ngram_range": (4, 5)}, [" ".join(words(text)) for text in texts]),
    )
    views = []
    for share, options, view in settings:
        if any(_families(text) for text in view):
            views.append((share, TfidfVectorizer(sublinear_tf=True, **options).fit_transform(view).tocsr()))
    return LexicalReading(texts, tuple(views))


def _families(text: str) -> list[str]:
    return [family(word) for word in words(text)]
