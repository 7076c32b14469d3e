"""The field that a question on a form asks for, judged by its meaning: goals, obstacles, a name, a phone number.

A multinomial logistic regression on the text model's vector of the question and on its words, fitted on about 700 ways
to ask for the fields (``tools/fit_questions.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.similarity.encoder.text_model import embed

Floats = NDArray[np.float64]

FITTED = Path(__file__).with_suffix(".npz")
#: The weight of a question's words relative to its vector; both have length one.
WORDS = 0.5
_WORD = re.compile(r"[^\W_]+")


class _Kinds(NamedTuple):
    """The fitted classifier: its fields, its vocabulary, weights (384 + words, fields) and bias (fields,)."""

    fields: tuple[str, ...]
    vocabulary: tuple[str, ...]
    weights: Floats
    bias: Floats


def question_kinds(headers: Sequence[str]) -> list[dict[str, float]]:
    """The likelihood of each field, for each question.

    On questions outside the fit, the likeliest field is right nine times in ten if its likelihood is 0.6 or more. The
    hardest to tell apart are whom somebody wants to sit with and whom they want to avoid.

    Returns
    -------
    list of dict
        For each header, in order: field to likelihood, 0 to 1, likeliest first; the likelihoods sum to one. The fields
        are those of the intake (goals, obstacles, name, ...), and ``other`` if none of them fits.
    """
    if not headers:
        return []
    fields, vocabulary, weights, bias = _fitted()
    scores = features(headers, vocabulary) @ weights + bias
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    return [{fields[k]: float(row[k]) for k in np.argsort(-row, kind="stable")} for row in odds]


def features(questions: Sequence[str], vocabulary: Sequence[str]) -> Floats:
    """The features of each question: its vector, then its words. Shape (questions, 384 + words)."""
    column = {word: number for number, word in enumerate(vocabulary)}
    present = np.zeros((len(questions), len(vocabulary)))
    for row, question in enumerate(questions):
        present[row, [column[word] for word in words_of(question) if word in column]] = 1.0
    length = np.sqrt(present.sum(axis=1, keepdims=True))
    return np.hstack([embed(questions), WORDS * present / np.maximum(length, 1.0)])


def words_of(question: str) -> set[str]:
    """All words of a question, in lower case; common ones (what, who, when) are what tells questions apart."""
    return {word.casefold() for word in _WORD.findall(question)}


@lru_cache(maxsize=1)
def _fitted() -> _Kinds:
    with np.load(FITTED) as saved:
        return _Kinds(
            fields=tuple(saved["fields"].tolist()),
            vocabulary=tuple(saved["vocabulary"].tolist()),
            weights=saved["weights"].astype(np.float64),
            bias=saved["bias"].astype(np.float64),
        )
