"""Fit the classifiers of sectors and kinds of organisation on the shipped text model; write sectors.npz.

Run it with the package installed and the text model in its place. It prints how well the texts of each author are read
by a fit that saw none of them:

    python tools/fit_sectors.py

``corpus/naics.tsv`` holds the titles, definitions and illustrative examples of NAICS 2017 (United States Census Bureau,
public domain; see the README beside the classifiers). ``corpus/industries.csv`` holds what people might write about
their industry, by several authors, all invented for this project: a to f in English, g in Spanish, and h what tells no
sector ("see our website", "VP of operations").
"""

import csv
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ok_match.model import OrganisationKind
from ok_match.model.people.lines_of_work import phrases
from ok_match.similarity.classifiers.sectors import (
    COOLED,
    FITTED,
    TOLD,
    Vocabulary,
    meanings,
    parts_of,
    runs_of,
    spellings,
)

CORPUS = Path(__file__).parent / "corpus"
#: The inverse strength of regularisation of the two readers.
MEANING, SPELLING = 10.0, 30.0
#: The authors on whom a fit without them is judged.
JUDGED = ("a", "b")
#: The weight of an example by its origin: what people write counts most.
WEIGHTS = {"title": 0.5, "definition": 0.3, "example": 0.5, "phrase": 1.0}
WRITTEN = 3.0
#: The least number of texts that a part of a word or a run of letters must stand in.
OFTEN = 2


class Example(NamedTuple):
    """A text, what it is of, who wrote it, and how much it counts.

    The sector is empty where the text tells none; a kind is known only of what people write.
    """

    text: str
    sector: str
    kind: str
    author: str
    weight: float


def examples() -> list[Example]:
    """Every example, those of NAICS first."""
    known = []
    for line in (CORPUS / "naics.tsv").read_text("utf-8").splitlines():
        sector, origin, text = line.split("\t")
        known.append(Example(text, sector, "", "naics", WEIGHTS[origin]))
    known += [
        Example(" ".join(phrase.words), phrase.sector.value, "", "phrases", WEIGHTS["phrase"])
        for phrase in phrases()
        if phrase.sector
    ]
    with (CORPUS / "industries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return known + [Example(row["text"], row["sector"], row["kind"], row["author"], WRITTEN) for row in rows]


class Fit(NamedTuple):
    """What one fit learned."""

    vocabulary: Vocabulary
    sector_meaning: LogisticRegression
    sector_spelling: LogisticRegression
    kind_meaning: LogisticRegression
    kind_spelling: LogisticRegression


def fit(known: Sequence[Example]) -> Fit:
    texts = [example.text for example in known]
    vocabulary = vocabulary_of(texts)
    labels = np.array([example.sector for example in known])
    many = Counter(labels.tolist())
    weights = np.array([example.weight / many[example.sector] ** 0.5 for example in known])
    weights /= weights.mean()
    meant, spelt = csr_matrix(meanings(texts, vocabulary).astype(np.float32)), sparse(texts, vocabulary)
    told = np.array([bool(example.kind) for example in known])
    kinds = np.array([example.kind for example in known])
    return Fit(
        vocabulary,
        learner(MEANING).fit(meant, labels, weights),
        learner(SPELLING).fit(spelt, labels, weights),
        learner(MEANING).fit(meant[told], kinds[told]),
        learner(SPELLING).fit(spelt[told], kinds[told]),
    )


def learner(regularisation: float) -> LogisticRegression:
    return LogisticRegression(C=regularisation, max_iter=200, tol=1e-3)


def vocabulary_of(texts: Sequence[str]) -> Vocabulary:
    """The parts of words and runs of letters that stand in at least two texts."""
    parts = Counter(part for text in texts for part in parts_of(text))
    runs = Counter(run for text in texts for run in set(runs_of(text)))
    often = [sorted(item for item in times if times[item] >= OFTEN) for times in (parts, runs)]
    rarity = np.array([1.0 + math.log((1 + len(texts)) / (1 + runs[run])) for run in often[1]])
    return Vocabulary(*({item: number for number, item in enumerate(items)} for items in often), rarity)


def sparse(texts: Sequence[str], vocabulary: Vocabulary) -> csr_matrix:
    rows = spellings(texts, vocabulary)
    columns = np.concatenate([np.array(columns, np.int64) for columns, _ in rows])
    shares = np.concatenate([shares for _, shares in rows])
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    return csr_matrix((shares, columns, ends), shape=(len(texts), len(vocabulary.runs)))


def judge(learned: Fit, judged: Sequence[Example], author: str) -> None:
    """Print how well a fit reads the texts of an author whom it did not see."""
    texts = [example.text for example in judged]
    meant, spelt = meanings(texts, learned.vocabulary), sparse(texts, learned.vocabulary)
    print(f"author {author}: {len(judged)} texts")
    for what, meaning, spelling in (
        ("sector", learned.sector_meaning, learned.sector_spelling),
        ("kind", learned.kind_meaning, learned.kind_spelling),
    ):
        odds = COOLED * (meaning.predict_log_proba(meant) + spelling.predict_log_proba(spelt))
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        sure = odds.max(axis=1) / odds.sum(axis=1)
        right = meaning.classes_[odds.argmax(axis=1)] == np.array([getattr(example, what) for example in judged])
        print(f"  {what}: {right.mean():.1%} right, {sure.mean():.1%} likely on average")
        for gate in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            print(f"    at {gate:.0%} and more: {(sure >= gate).mean():.0%}, {right[sure >= gate].mean():.0%} right")


def main() -> None:
    known = examples()
    for author in JUDGED:
        learned = fit([example for example in known if example.author != author])
        judge(learned, [example for example in known if example.author == author], author)
    learned = fit(known)
    saved = {}
    for name, names in (("sector", TOLD), ("kind", tuple(OrganisationKind))):
        for reader in ("meaning", "spelling"):
            model = getattr(learned, f"{name}_{reader}")
            rows = [list(model.classes_).index(wanted.value if wanted else "") for wanted in names]
            saved[f"{name}_{reader}_weights"] = model.coef_[rows].T.astype(np.float16)
            saved[f"{name}_{reader}_bias"] = model.intercept_[rows].astype(np.float32)
    np.savez_compressed(
        FITTED,
        parts=np.array(list(learned.vocabulary.parts)),
        runs=np.array(list(learned.vocabulary.runs)),
        rarity=learned.vocabulary.rarity.astype(np.float32),
        **saved,
    )


if __name__ == "__main__":
    main()
