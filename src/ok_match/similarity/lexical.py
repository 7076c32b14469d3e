"""The lexical engine: common ground where people use the same words.

TF-IDF on words and on character n-grams, facet by facet, so that goals meet goals and obstacles meet obstacles.
It cannot tell that "get me off the bench" and "hire a second-in-command" are about the same thing; what it says
is literally in the text, and what was ticked counts for most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ok_match.model import (
    FULL,
    MISSING,
    Affinity,
    Facet,
    FacetWeights,
    Link,
    Mention,
    Participant,
    Statement,
    Theme,
)

from .alignment import Floats, align, weighted_mean
from .families import family, words

#: How the two views of a text share the judgement.
WORDS, CHARACTERS = 0.6, 0.4
#: A word is a subject of the season if this many people use it, and not more than this share of all.
LEAST_PEOPLE, LARGEST_SHARE = 2, 0.4
_LEAD = re.compile(r"[,:;(/]")


@dataclass(frozen=True, slots=True)
class Said:
    """All statements of one facet, with their owners (ascending) and their similarity (s, s), 0 to 1."""

    statements: tuple[Statement, ...]
    owners: NDArray[np.int64]
    similarity: Floats


def lexical(people: Sequence[Participant], weights: FacetWeights) -> tuple[Affinity, tuple[Theme, ...]]:
    """Score every pair of people, and find the subjects that recur.

    Returns
    -------
    Affinity
        Whole numbers 0-1000, facet by facet and together; ``links`` shows the statements behind a pair.
    tuple of Theme
        Ticked options, and word families that several people use.
    """
    said = {facet: _said(people, facet) for facet in Facet}
    aligned = {facet: align(one.similarity, one.owners, len(people)) for facet, one in said.items()}
    overall = weighted_mean([(getattr(weights, facet), aligned[facet]) for facet in Facet], len(people))
    np.fill_diagonal(overall, 0.0)
    facets = {facet: _whole(np.nan_to_num(values, nan=MISSING / FULL)) for facet, values in aligned.items()}
    for values in facets.values():
        np.fill_diagonal(values, MISSING)

    def links(i: int, j: int) -> tuple[Link, ...]:
        found = [_link(said[facet], facet, i, j, int(facets[facet][i, j])) for facet in Facet]
        return tuple(sorted((link for link in found if link), key=lambda link: -link.affinity))

    affinity = Affinity(engine="lexical", facets=facets, overall=_whole(overall), links=links)
    return affinity, _themes(people)


def _whole(values: Floats) -> NDArray[np.int32]:
    return np.rint(values * FULL).astype(np.int32)


def _said(people: Sequence[Participant], facet: Facet) -> Said:
    pairs = [(i, statement) for i, person in enumerate(people) for statement in person.said(facet)]
    statements = tuple(statement for _, statement in pairs)
    owners = np.array([i for i, _ in pairs], np.int64)
    texts = [statement.text for statement in statements]
    similarity = _same_ticks(texts, len(people)) if facet is Facet.THEMES else _same_words(texts)
    return Said(statements, owners, similarity)


def _same_ticks(options: list[str], people: int) -> Floats:
    """Compare ticked options: 1 for the same option if nobody else ticked it, less the more people did."""
    times = Counter(options)
    rarity = np.array([1.0 - (times[option] - 1) / max(people, 2) for option in options])
    labels = np.unique(options, return_inverse=True)[1] if options else np.zeros(0, int)
    return np.equal.outer(labels, labels) * rarity[:, None] if options else np.zeros((0, 0))


def _same_words(texts: list[str]) -> Floats:
    """Compare texts by TF-IDF on word families and on character n-grams; two weighted cosines, 0 to 1."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    total = np.zeros((len(texts), len(texts)))
    views = (
        (WORDS, {"analyzer": _families}, texts),
        (
            CHARACTERS,
            {"analyzer": "char_wb", "ngram_range": (4, 5)},
            [" ".join(words(text)) for text in texts],
        ),
    )
    for share, settings, view in views:
        if any(_families(text) for text in view):
            vectors = TfidfVectorizer(sublinear_tf=True, **settings).fit_transform(view)
            total += share * (vectors @ vectors.T).toarray()
    return np.clip((total + total.T) / 2, 0.0, 1.0)


def _families(text: str) -> list[str]:
    return [family(word) for word in words(text)]


def _link(said: Said, facet: Facet, i: int, j: int, affinity: int) -> Link | None:
    """Find the two statements of a facet that show best what two people share, if they share a word at all."""
    mine, theirs = np.flatnonzero(said.owners == i), np.flatnonzero(said.owners == j)
    if mine.size == 0 or theirs.size == 0:
        return None
    block = said.similarity[np.ix_(mine, theirs)]
    row, column = np.unravel_index(int(block.argmax()), block.shape)
    first, second = said.statements[mine[row]], said.statements[theirs[column]]
    if facet is Facet.THEMES:
        both = {said.statements[t].text for t in theirs}
        subjects = tuple(text for m in mine if (text := said.statements[m].text) in both)
    else:
        subjects = _shared(first.text, second.text)
    return Link(facet=facet, affinity=affinity, subjects=subjects, mine=first, theirs=second) if subjects else None


def _shared(first: str, second: str) -> tuple[str, ...]:
    """Give the words of the first text whose family the second uses too."""
    theirs = set(_families(second))
    return tuple(dict.fromkeys(word for word in words(first) if family(word) in theirs))


def _themes(people: Sequence[Participant]) -> tuple[Theme, ...]:
    """Find what recurs: each ticked option, and each word family that several people use but not everybody."""
    ticks: dict[str, list[Mention]] = defaultdict(list)
    written: dict[str, list[Mention]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for i, person in enumerate(people):
        for statement in person.statements:
            if statement.facet is Facet.THEMES:
                ticks[statement.text].append(Mention(i, statement))
            elif statement.facet is not Facet.OFFERS:
                for word in dict.fromkeys(words(statement.text)):
                    written[family(word)].append(Mention(i, statement))
                    forms[family(word)][word] += 1
    themes = [Theme(option, True, _with_words(option, ticked, written)) for option, ticked in sorted(ticks.items())]
    for stem, mentions in sorted(written.items()):
        users = len({mention.participant for mention in mentions})
        if LEAST_PEOPLE <= users <= max(LEAST_PEOPLE, LARGEST_SHARE * len(people)):
            name = min(forms[stem], key=lambda word: (-forms[stem][word], len(word), word))
            themes.append(Theme(name, False, tuple(dict.fromkeys(mentions))))
    return tuple(themes)


def _with_words(option: str, ticked: list[Mention], written: dict[str, list[Mention]]) -> tuple[Mention, ...]:
    """Add to those who ticked an option what they wrote in its leading words, those before a comma or colon."""
    who = {mention.participant for mention in ticked}
    spoken = [
        mention
        for stem in _families(_LEAD.split(option)[0])
        for mention in written.get(stem, ())
        if mention.participant in who
    ]
    return (*ticked, *dict.fromkeys(spoken))
