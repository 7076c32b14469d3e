"""How well each engine tells what short answers are about; prints a table, engines side by side.

    python benchmarks/semantics.py [--answers CSV] [--pairs CSV] [--engine NAME ...] [--seeds N] [--json] [--scores CSV]

``--answers``: text, facet, theme, secondary_theme. ``--pairs``: text_a, text_b, relevance, kind, group. The files
beside this script were written by an author whose answers no engine was fitted on.
"""

import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata, spearmanr

from ok_match.model import PairGain, Terms
from ok_match.partition import SizePlan, solve
from ok_match.similarity import ENGINES
from ok_match.similarity.alignment import align

HERE = Path(__file__).parent
PEOPLE, ANSWERS, SIZE = 96, 3, 8

Floats = NDArray[np.float64]


class Figure(NamedTuple):
    """A mean with half the width of its 95 % interval."""

    mean: float
    margin: float


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file as dictionaries."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def compared(engine: str, texts: list[str]) -> Floats:
    """Compare all texts with one engine."""
    everything = np.arange(len(texts))
    return ENGINES[engine](texts).compare(everything, everything)


def auc(scores: Floats, positive: NDArray[np.bool_]) -> float:
    """Give the chance that a positive scores above a negative (Mann-Whitney)."""
    ranks = rankdata(scores)
    hits, misses = positive.sum(), (~positive).sum()
    return float((ranks[positive].sum() - hits * (hits + 1) / 2) / (hits * misses))


def relevance_of(answers: list[dict[str, str]]) -> Floats:
    """Grade each two answers: 3 for the same theme, 1 where only a secondary theme is shared, else 0."""
    themes = [{row["theme"], row.get("secondary_theme") or row["theme"]} for row in answers]
    first = np.array([row["theme"] for row in answers])
    grade = np.array([[1.0 if a & b else 0.0 for b in themes] for a in themes])
    grade[first[:, None] == first[None]] = 3.0
    np.fill_diagonal(grade, 0.0)
    return grade


def ranking(scores: Floats, grade: Floats) -> tuple[float, float]:
    """Give recall among the five nearest (same theme) and nDCG among the ten nearest (graded)."""
    hidden = scores.copy()
    np.fill_diagonal(hidden, -np.inf)
    order = np.argsort(-hidden, axis=1, kind="stable")
    same = grade == 3.0
    found = np.take_along_axis(same, order[:, :5], 1).sum(1)
    possible = np.minimum(5, same.sum(1))
    recall = float((found[possible > 0] / possible[possible > 0]).mean())
    discount = 1 / np.log2(np.arange(2, 12))
    gained = (np.take_along_axis(grade, order[:, :10], 1) * discount).sum(1)
    ideal = (-np.sort(-grade, axis=1)[:, :10] * discount).sum(1)
    return recall, float((gained[ideal > 0] / ideal[ideal > 0]).mean())


def interval(values: list[float]) -> Figure:
    """Give the mean over seeds or resamples, and its margin."""
    return Figure(float(np.mean(values)), float(1.96 * np.std(values) / np.sqrt(max(1, len(values) - 1))))


def resampled_auc(scores: Floats, same: NDArray[np.bool_], seeds: int) -> Figure:
    """Give the AUC with the interval of a bootstrap over answers."""
    n = len(scores)
    found = []
    for seed in range(max(20, seeds)):
        pick = np.unique(np.random.default_rng(seed).integers(0, n, n))
        upper = np.triu_indices(len(pick), 1)
        found.append(auc(scores[np.ix_(pick, pick)][upper], same[np.ix_(pick, pick)][upper]))
    upper = np.triu_indices(n, 1)
    return Figure(auc(scores[upper], same[upper]), float(1.96 * np.std(found)))


def recovered(scores: Floats, same: NDArray[np.bool_], seeds: int) -> Figure:
    """Say how much of the shared subjects of the best possible cohorts is found: 0 random, 1 best possible."""
    found = []
    owners = np.repeat(np.arange(PEOPLE), ANSWERS)
    plan = SizePlan(PEOPLE // SIZE, SIZE, SIZE, 0)
    for seed in range(seeds):
        chance = np.random.default_rng(seed)
        pick = chance.choice(len(scores), PEOPLE * ANSWERS, replace=len(scores) < PEOPLE * ANSWERS)
        true = align(same[np.ix_(pick, pick)].astype(float), owners, PEOPLE)
        seen = align(scores[np.ix_(pick, pick)], owners, PEOPLE)

        def cohorts(weights: Floats, seed: int = seed) -> NDArray[np.int64]:
            whole = np.rint(1000 * weights).astype(np.int32)
            np.fill_diagonal(whole, 0)
            solution = solve(
                Terms(PEOPLE, (PairGain(whole),)), [plan], np.random.default_rng(seed), lambda _done, _total: None
            )
            assert solution is not None
            return solution.labels

        def shared(labels: NDArray[np.int64], true: Floats = true) -> float:
            return float((true * (labels[:, None] == labels[None])).sum() - np.trace(true))

        random = np.mean([shared(chance.permutation(np.arange(PEOPLE) % plan.groups)) for _ in range(50)])
        found.append(float((shared(cohorts(seen)) - random) / (shared(cohorts(true)) - random)))
    return interval(found)


def judge(
    engine: str, answers: list[dict[str, str]], pairs: list[dict[str, str]], seeds: int
) -> tuple[dict[str, Figure], list[float]]:
    """Measure one engine; give its figures and the score of each pair."""
    figures: dict[str, Figure] = {}
    if answers:
        scores = compared(engine, [row["text"] for row in answers])
        grade = relevance_of(answers)
        same = grade == 3.0
        figures["same-theme AUC"] = resampled_auc(scores, same, seeds)
        recall, gain = ranking(scores, grade)
        figures["recall@5"], figures["nDCG@10"] = Figure(recall, 0.0), Figure(gain, 0.0)
        figures["recovered common ground"] = recovered(scores, same, seeds)
    pair_scores: list[float] = []
    if pairs:
        texts = sorted({row[side] for row in pairs for side in ("text_a", "text_b")})
        place = {text: position for position, text in enumerate(texts)}
        scores = compared(engine, texts)
        pair_scores = [float(scores[place[row["text_a"]], place[row["text_b"]]]) for row in pairs]
        relevance = [float(row["relevance"]) for row in pairs]
        figures["Spearman"] = Figure(float(spearmanr(pair_scores, relevance).statistic), 0.0)
        groups = defaultdict(dict)
        for row, value in zip(pairs, pair_scores, strict=True):
            kind = "positive" if row["kind"].endswith("positive") else row["kind"]
            groups[row["group"]]["hard" if kind.endswith("hard_negative") else kind] = value
        right = [float(one["positive"] > one["hard"]) for one in groups.values() if {"positive", "hard"} <= set(one)]
        figures["hard negatives right"] = interval(right)
    return figures, pair_scores


def main() -> None:
    """Measure the engines and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=Path, default=HERE / "data" / "answers.csv")
    parser.add_argument("--pairs", type=Path, default=HERE / "data" / "pairs.csv")
    parser.add_argument("--engine", action="append", choices=sorted(ENGINES))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--scores", type=Path)
    options = parser.parse_args()
    answers, pairs = rows(options.answers), rows(options.pairs)
    engines = options.engine or sorted(ENGINES)
    judged = {engine: judge(engine, answers, pairs, options.seeds) for engine in engines}
    if options.scores:
        with options.scores.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*pairs[0], *(f"score_{engine}" for engine in engines)])
            for number, row in enumerate(pairs):
                writer.writerow([*row.values(), *(f"{judged[engine][1][number]:.6f}" for engine in engines)])
    figures = {engine: found for engine, (found, _) in judged.items()}
    if options.json:
        plain = {engine: {name: one._asdict() for name, one in found.items()} for engine, found in figures.items()}
        print(json.dumps(plain, indent=2))
        return
    print(f"{len(answers)} answers, {len(pairs)} pairs, {options.seeds} seeds")
    print("".join([f"{'':26}", *(f"{engine:>18}" for engine in engines)]))
    for name in figures[engines[0]]:
        cells = [figures[engine][name] for engine in engines]
        print("".join([f"{name:26}", *(f"{f'{one.mean:.3f} ±{one.margin:.3f}':>18}" for one in cells)]))


if __name__ == "__main__":
    main()
