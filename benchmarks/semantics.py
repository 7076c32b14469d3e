"""How well each engine tells what short answers are about.

    python benchmarks/semantics.py [--answers CSV] [--pairs CSV] [--engine NAME ...] [--json] [--scores CSV]
                                   [--seeds N] [--model FOLDER]

``--answers`` names a table with the columns text, facet, theme and optionally secondary_theme; the themes need not be
those of the theme list. ``--pairs`` names a table with the columns text_a, text_b, relevance, kind and group. If only
one of the two is given, only that one is judged. If neither is, the files beside this script are used: their author
wrote nothing that an engine was fitted on.
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
from ok_match.similarity import ENGINES, TextModel, open_model, theme_names
from ok_match.similarity.alignment import align
from ok_match.similarity.themes.theme_space import shipped_themes

HERE = Path(__file__).parent
PEOPLE, ANSWERS, SIZE = 96, 3, 8

Floats = NDArray[np.float64]


class Figure(NamedTuple):
    """A mean with half the width of its 95% interval."""

    mean: float
    margin: float


def rows(path: Path, columns: set[str]) -> list[dict[str, str]]:
    """The rows of a CSV file as dictionaries, with column names in lower case and cells stripped of spaces."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cleaned = [
                {key.strip().casefold(): (value or "").strip() for key, value in row.items() if isinstance(key, str)}
                for row in csv.DictReader(file)
            ]
    except (OSError, UnicodeDecodeError) as error:
        raise SystemExit(f"{path}: cannot be read ({error}).") from None
    missing = columns - set(cleaned[0] if cleaned else ())
    if missing:
        raise SystemExit(f"{path}: has no rows, or lacks the columns {', '.join(sorted(missing))}.")
    return cleaned


def read_answers(path: Path) -> list[dict[str, str]]:
    """The answers that have a text and a theme."""
    names = {key_of(theme[spelling]): theme["name"] for spelling in ("key", "name") for theme in shipped_themes()}
    labelled_rows = [row for row in rows(path, {"text", "theme"}) if row["text"] and row["theme"]]
    for row in labelled_rows:
        for column in ("theme", "secondary_theme"):
            key = key_of(row.get(column, ""))
            row[column] = names.get(key, key)
        row["secondary_theme"] = row["secondary_theme"] or row["theme"]
    return labelled_rows


def key_of(theme: str) -> str:
    """The key of a theme, the same for its key and its name, whatever the case and punctuation."""
    return " ".join(theme.replace("_", " ").replace("-", " ").casefold().split())


def read_pairs(path: Path) -> list[dict[str, str]]:
    """The pairs of a file, each with a number as its relevance."""
    pairs = rows(path, {"text_a", "text_b", "relevance", "kind", "group"})
    for number, row in enumerate(pairs, start=2):
        try:
            float(row["relevance"])
        except ValueError:
            raise SystemExit(f"{path}, row {number}: relevance {row['relevance']!r} is no number.") from None
    return pairs


def auc(scores: Floats, positive: NDArray[np.bool_]) -> float:
    """The chance that a positive scores above a negative (Mann-Whitney)."""
    ranks = rankdata(scores)
    hits, misses = positive.sum(), (~positive).sum()
    return float((ranks[positive].sum() - hits * (hits + 1) / 2) / (hits * misses))


def relevance_of(answers: list[dict[str, str]]) -> Floats:
    """The grade of every two answers: 3 for the same theme, 1 if only a secondary theme is shared, else 0."""
    themes = [{row["theme"], row["secondary_theme"]} for row in answers]
    first = np.array([row["theme"] for row in answers])
    grade = np.array([[1.0 if a & b else 0.0 for b in themes] for a in themes])
    grade[first[:, None] == first[None]] = 3.0
    np.fill_diagonal(grade, 0.0)
    return grade


def ranking(scores: Floats, grade: Floats) -> tuple[list[float], list[float]]:
    """The recall of each answer among its five nearest (same theme) and the nDCG among its ten nearest (graded).

    Answers that share a theme with no other are left out.
    """
    hidden = scores.copy()
    np.fill_diagonal(hidden, -np.inf)
    order = np.argsort(-hidden, axis=1, kind="stable")
    same = grade == 3.0
    hits = np.take_along_axis(same, order[:, :5], 1).sum(1)
    possible = np.minimum(5, same.sum(1))
    recall = hits[possible > 0] / possible[possible > 0]
    ten = min(10, len(scores))
    discount = 1 / np.log2(np.arange(2, ten + 2))
    gained = (np.take_along_axis(grade, order[:, :ten], 1) * discount).sum(1)
    ideal = (-np.sort(-grade, axis=1)[:, :ten] * discount).sum(1)
    return recall.tolist(), (gained[ideal > 0] / ideal[ideal > 0]).tolist()


def labelled(reading: object, answers: list[dict[str, str]], count: int) -> Figure | None:
    """How often the theme is among the likeliest; ``None`` if the engine has no themes or the list none of these."""
    likely = getattr(reading, "themes", None)
    names = {name: number for number, name in enumerate(theme_names())}
    known = [(row, names[answer["theme"]]) for row, answer in enumerate(answers) if answer["theme"] in names]
    if likely is None or not known:
        return None
    best = np.argsort(-likely, axis=1)[:, :count]
    return interval([float(theme in best[row]) for row, theme in known])


def interval(values: list[float]) -> Figure:
    """The mean over seeds or resamples, and its margin."""
    return Figure(float(np.mean(values)), float(1.96 * np.std(values) / np.sqrt(max(1, len(values) - 1))))


def resampled_auc(scores: Floats, same: NDArray[np.bool_], seeds: int) -> Figure:
    """The AUC, with the interval of a bootstrap over answers."""
    n = len(scores)
    resampled = []
    for seed in range(max(20, seeds)):
        pick = np.unique(np.random.default_rng(seed).integers(0, n, n))
        upper = np.triu_indices(len(pick), 1)
        resampled.append(auc(scores[np.ix_(pick, pick)][upper], same[np.ix_(pick, pick)][upper]))
    upper = np.triu_indices(n, 1)
    return Figure(auc(scores[upper], same[upper]), float(1.96 * np.std(resampled)))


def recovered(scores: Floats, same: NDArray[np.bool_], seeds: int) -> Figure:
    """The shared subjects of the formed cohorts, on a scale from 0 (random) to 1 (best possible cohorts)."""
    shares = []
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
        shares.append(float((shared(cohorts(seen)) - random) / (shared(cohorts(true)) - random)))
    return interval(shares)


def rank_correlation(scores: list[float], relevance: list[float], seeds: int) -> Figure | None:
    """Spearman's correlation, with the interval of a bootstrap; ``None`` if one side is constant."""
    both = np.array([scores, relevance])
    if not np.ptp(both, axis=1).all():
        return None
    resampled = []
    for seed in range(max(20, seeds)):
        pick = np.random.default_rng(seed).integers(0, both.shape[1], both.shape[1])
        if np.ptp(both[:, pick], axis=1).all():
            resampled.append(float(spearmanr(*both[:, pick]).statistic))
    return Figure(float(spearmanr(*both).statistic), float(1.96 * np.std(resampled)))


def hard_negatives(pairs: list[dict[str, str]], scores: list[float]) -> Figure | None:
    """How often a positive pair scores above a hard negative of its group."""
    groups: dict[str, dict[str, list[float]]] = defaultdict(lambda: {"positive": [], "hard_negative": []})
    for row, value in zip(pairs, scores, strict=True):
        for kind in ("positive", "hard_negative"):
            if row["group"] and row["kind"].casefold().endswith(kind):
                groups[row["group"]][kind].append(value)
    right = [
        float(np.mean([good > bad for good in group["positive"] for bad in group["hard_negative"]]))
        for group in groups.values()
        if group["positive"] and group["hard_negative"]
    ]
    return interval(right) if right else None


def judge(
    engine: str, answers: list[dict[str, str]], pairs: list[dict[str, str]], seeds: int, model: TextModel | None
) -> tuple[dict[str, Figure], list[float]]:
    """The figures of one engine, and its score of each pair."""
    figures: dict[str, Figure | None] = {}
    if answers:
        everything = np.arange(len(answers))
        reading = ENGINES[engine]([row["text"] for row in answers], model=model)
        scores = reading.compare(everything, everything)
        grade = relevance_of(answers)
        same = grade == 3.0
        if same.any():
            figures["same-theme AUC"] = resampled_auc(scores, same, seeds)
            recall, gain = ranking(scores, grade)
            figures["recall@5"], figures["nDCG@10"] = interval(recall), interval(gain)
            figures["recovered common ground"] = recovered(scores, same, seeds)
        figures["likeliest theme right"] = labelled(reading, answers, 1)
        figures["one of three likeliest"] = labelled(reading, answers, 3)
    pair_scores: list[float] = []
    if pairs:
        texts = sorted({row[side] for row in pairs for side in ("text_a", "text_b")})
        place = {text: position for position, text in enumerate(texts)}
        everything = np.arange(len(texts))
        scores = ENGINES[engine](texts, model=model).compare(everything, everything)
        pair_scores = [float(scores[place[row["text_a"]], place[row["text_b"]]]) for row in pairs]
        figures["Spearman"] = rank_correlation(pair_scores, [float(row["relevance"]) for row in pairs], seeds)
        figures["hard negatives right"] = hard_negatives(pairs, pair_scores)
    return {name: figure for name, figure in figures.items() if figure is not None}, pair_scores


def main() -> None:
    """Measure the engines and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--engine", action="append", choices=sorted(ENGINES))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--scores", type=Path, help="write the score of each pair to this CSV file")
    parser.add_argument("--model", type=Path, help="a text model of your own, for the semantic engine")
    options = parser.parse_args()
    if options.answers is None and options.pairs is None:
        options.answers, options.pairs = HERE / "data" / "answers.csv", HERE / "data" / "pairs.csv"
    answers = read_answers(options.answers) if options.answers else []
    pairs = read_pairs(options.pairs) if options.pairs else []
    model = open_model(options.model) if options.model else None
    engines = options.engine or sorted(ENGINES)
    judged = {engine: judge(engine, answers, pairs, max(2, options.seeds), model) for engine in engines}
    if options.scores and pairs:
        with options.scores.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*pairs[0], *(f"score_{engine}" for engine in engines)])
            for number, row in enumerate(pairs):
                writer.writerow([*row.values(), *(f"{judged[engine][1][number]:.6f}" for engine in engines)])
    figures = {engine: measured for engine, (measured, _) in judged.items()}
    if options.json:
        plain = {engine: {name: figure._asdict() for name, figure in row.items()} for engine, row in figures.items()}
        print(json.dumps(plain, indent=2))
        return
    print(f"{len(answers)} answers, {len(pairs)} pairs, {options.seeds} seeds")
    print("".join([f"{'':26}", *(f"{engine:>18}" for engine in engines)]))
    for name in dict.fromkeys(name for measured in figures.values() for name in measured):
        cells = [figures[engine].get(name) for engine in engines]
        print(
            "".join(
                [f"{name:26}", *(f"{f'{cell.mean:.3f} ±{cell.margin:.3f}' if cell else '-':>18}" for cell in cells)]
            )
        )


if __name__ == "__main__":
    main()
