"""The sector of an organisation, judged by the meaning of what it does: "we pour concrete" is construction.

Two readers, each a multinomial logistic regression, and the product of their likelihoods. One reads meaning: the text
model's vector of the text, its words, and the sectors of the lines of work that it names. The other reads spelling:
runs of three to five letters, so that it knows trades that the text model never heard of, and slips of the pen. The
kind of organisation is read in the same way. They were fitted on the titles, definitions and examples of NAICS (United
States Census Bureau, public domain) and on lists of what people write (``tools/fit_sectors.py``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from ok_match.model import OrganisationKind, Sector
from ok_match.model.people.lines_of_work import phrases_in, without_pronoun
from ok_match.similarity.encoder.text_model import Vectors, embed

Floats = NDArray[np.float64]

FITTED = Path(__file__).with_suffix(".npz")
#: The weights of a text's vector (of length one), of its words, and of the sectors of the phrases in it.
VECTOR, WORDS, PHRASES = 1.5, 0.7, 2.0
#: The texts whose features are held at a time: those of thousands would take gigabytes.
TOGETHER = 128
#: The lengths of the runs of letters.
RUNS = (3, 4, 5)
#: The exponent of the product of both readers' likelihoods, by which it is right as often as it says.
COOLED = 0.6
#: What follows tells whom an organisation serves, not what it does.
_CLIENTS = re.compile(r"\b(for|serving|helping|to)\b.*", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SECTORS = tuple(Sector)
#: What the readers of sectors tell apart: the sectors, and texts that tell none.
TOLD = (*_SECTORS, None)
_Name = TypeVar("_Name")


class SectorOdds(NamedTuple):
    """The likelihood of each sector and of each kind of organisation, 0 to 1, likeliest first; each sums to one.

    ``None`` among the sectors stands for a text that tells none: "see our website".
    """

    sectors: dict[Sector | None, float]
    kinds: dict[OrganisationKind, float]


class Vocabulary(NamedTuple):
    """The columns of the features: words and their beginnings, and runs of letters with the weight of each."""

    parts: Mapping[str, int]
    runs: Mapping[str, int]
    rarity: Floats


#: The weights and the bias of a reader.
Reader = tuple[Floats, Floats]


class _Fitted(NamedTuple):
    """The vocabulary, and of each reader the weights (features, classes) and the bias (classes,)."""

    vocabulary: Vocabulary
    sector_meaning: Reader
    sector_spelling: Reader
    kind_meaning: Reader
    kind_spelling: Reader


def sector_odds(texts: Sequence[str]) -> list[SectorOdds]:
    """What each text says of the sector and the kind of organisation, in the order of the texts."""
    if not texts:
        return []
    fitted, vectors = _fitted(), embed(texts)
    odds = []
    for start in range(0, len(texts), TOGETHER):
        some = texts[start : start + TOGETHER]
        meant = _meanings(some, vectors[start : start + TOGETHER], fitted.vocabulary)
        spelt = spellings(some, fitted.vocabulary)
        sectors = _both(meant, fitted.sector_meaning, spelt, fitted.sector_spelling)
        kinds = _both(meant, fitted.kind_meaning, spelt, fitted.kind_spelling)
        odds += [
            SectorOdds(_ranked(TOLD, sector), _ranked(tuple(OrganisationKind), kind))
            for sector, kind in zip(sectors, kinds, strict=True)
        ]
    return odds


def meanings(texts: Sequence[str], vocabulary: Vocabulary) -> Floats:
    """The features of meaning: the vector of each text, its parts of words, then the sectors of its phrases.

    Shape (texts, 384 + parts + 2 × sectors).
    """
    return _meanings(texts, embed(texts), vocabulary)


def _meanings(texts: Sequence[str], vectors: Vectors, vocabulary: Vocabulary) -> Floats:
    present = np.zeros((len(texts), len(vocabulary.parts)))
    named = np.zeros((len(texts), 2 * len(_SECTORS)))
    for row, text in enumerate(texts):
        present[row, [vocabulary.parts[part] for part in parts_of(text) if part in vocabulary.parts]] = 1.0
        for offset, said in ((0, _CLIENTS.sub("", text)), (len(_SECTORS), text)):
            sectors = [phrase.sector for phrase in phrases_in(said)[0] if phrase.sector]
            for sector in sectors:
                named[row, offset + _SECTORS.index(sector)] = 1.0 / len(sectors)
    length = np.sqrt(present.sum(axis=1, keepdims=True))
    return np.hstack([VECTOR * vectors, WORDS * present / np.maximum(length, 1.0), PHRASES * named])


def spellings(texts: Sequence[str], vocabulary: Vocabulary) -> list[tuple[list[int], Floats]]:
    """The features of spelling: the runs of letters in each text, by column, with their shares; a vector of length one.

    The share of a run grows with the logarithm of the times that it occurs, and with its rarity (TF-IDF).
    """
    rows = []
    for text in texts:
        times = Counter(run for run in runs_of(text) if run in vocabulary.runs)
        columns = [vocabulary.runs[run] for run in times]
        shares = np.array([1.0 + math.log(number) for number in times.values()]) * vocabulary.rarity[columns]
        rows.append((columns, shares / max(float(np.sqrt(np.square(shares).sum())), 1e-12)))
    return rows


def parts_of(text: str) -> set[str]:
    """The words of a text in lower case, and the beginnings of long words (carpenter and carpentry share one)."""
    words = {word.casefold() for word in _WORD.findall(without_pronoun(text))}
    return words | {f"{word[:size]}-" for word in words for size in (4, 6) if len(word) > size}


def runs_of(text: str) -> Iterator[str]:
    """The runs of letters in each word of a text, in lower case, with a space at either end of the word."""
    for word in _WORD.findall(without_pronoun(text).casefold()):
        spaced = f" {word} "
        for size in RUNS:
            yield from (spaced[start : start + size] for start in range(max(1, len(spaced) - size + 1)))


def _ranked(names: Sequence[_Name], odds: Floats) -> dict[_Name, float]:
    return {names[k]: float(odds[k]) for k in np.argsort(-odds, kind="stable")}


def _both(meant: Floats, meaning: Reader, spelt: Sequence[tuple[list[int], Floats]], spelling: Reader) -> Floats:
    """The likelihood of each class by both readers: shape (texts, classes).

    Two readers of one text are no two witnesses: their product is too sure of itself, and so it is cooled.
    """
    by_meaning = _log_likelihoods(meant @ meaning[0] + meaning[1])
    by_spelling = _log_likelihoods(np.array([shares @ spelling[0][columns] + spelling[1] for columns, shares in spelt]))
    return np.exp(_log_likelihoods(COOLED * (by_meaning + by_spelling)))


def _log_likelihoods(scores: Floats) -> Floats:
    above = scores - scores.max(axis=1, keepdims=True)
    logs: Floats = above - np.log(np.exp(above).sum(axis=1, keepdims=True))
    return logs


@lru_cache(maxsize=1)
def _fitted() -> _Fitted:
    with np.load(FITTED) as saved:

        def reader(name: str) -> Reader:
            return saved[f"{name}_weights"].astype(np.float64), saved[f"{name}_bias"].astype(np.float64)

        def columns(name: str) -> dict[str, int]:
            return {item: number for number, item in enumerate(saved[name].tolist())}

        vocabulary = Vocabulary(columns("parts"), columns("runs"), saved["rarity"].astype(np.float64))
        return _Fitted(vocabulary, *map(reader, _Fitted._fields[1:]))
