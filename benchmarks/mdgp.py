"""Judges the search on published instances of the maximally diverse grouping problem.

    python benchmarks/mdgp.py INSTANCE... [--published CSV] [--seconds S] [--seeds N] [--against] [--json]

An instance is a text file, gzipped or not, as in MDGPLIB: ``n k ss|ds low high low high ...``, then a line
``i j weight`` for each pair; or ``answers:240``, for 240 people in groups of 8 whose weights are what texts of 14
topics have: products of unit vectors of 128 columns that share a direction, more so within a topic.
``--published`` names a table with the columns instance, best, mean and cpu_limit_s;
by default ``published.csv`` beside each instance, if it is there. Without ``--seconds``, an instance has the time of
its row in that table, else 3 seconds. A time limit becomes a number of proposals before each seed is run, by the
speed of the runs before it, so that the results reproduce from ``steps`` in the JSON, one number a seed.
``--against`` runs on the same instances, in the same time, what could be installed instead: k-means-constrained,
OR-Tools CP-SAT, METIS (pymetis), KaHIP and networkx. None of them is needed by ok-match, and none comes with it;
``rivals.py`` says how to install them and what each is given.
"""

import argparse
import csv
import gzip
import json
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rivals import RIVALS

from ok_match.partition import group


class Instance(NamedTuple):
    """Weights of pairs, and the least and greatest size of each group."""

    name: str
    weights: np.ndarray
    bounds: list[tuple[int, int]]


def read(path: Path) -> Instance:
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        people, groups, _, *sizes = next(lines).split()
        weights = np.zeros((int(people), int(people)))
        for line in lines:
            if line.strip():
                i, j, weight = line.split()
                weights[int(i), int(j)] = weights[int(j), int(i)] = float(weight)
    bounds = [(int(low), int(high)) for low, high in zip(sizes[::2], sizes[1::2], strict=True)][: int(groups)]
    return Instance(path.name.split(".")[0], weights, bounds)


def answers(people: int) -> Instance:
    """Make weights as texts have them: the mean pair shares 0.57, one topic about 0.75, of 1."""
    random = np.random.default_rng(people)
    shared, topics, own = (random.normal(size=(count, 128)) for count in (1, 14, people))
    rows = np.sqrt(0.55) * shared + np.sqrt(0.2) * topics[random.integers(0, 14, people)] + np.sqrt(0.25) * own
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    weights = np.maximum(rows @ rows.T, 0)
    np.fill_diagonal(weights, 0)
    return Instance(f"answers_n{people}", weights, [(8, 8)] * (people // 8))


def published(path: Path, name: str) -> dict[str, float]:
    if not path.is_file():
        return {}
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            if row["instance"] == name:
                return {field: float(row[field]) for field in ("best", "mean", "cpu_limit_s") if row[field]}
    return {}


def calibrated(instance: Instance, seconds: float) -> float:
    """Give the proposals made in a second of the processor, by ever longer runs on the same instance."""
    group(instance.weights, instance.bounds, steps=1000)  # compiled, or read from the disk
    speed = 0.0
    for share in (0.0, 0.02, 0.1, 0.3):
        steps = max(int(speed * share * seconds), 100 * len(instance.weights) ** 2)
        start = time.process_time()
        group(instance.weights, instance.bounds, seed=1, steps=steps)
        speed = steps / (time.process_time() - start)
    return speed


def run(instance: Instance, seconds: float, seeds: int) -> dict[str, object]:
    speed = calibrated(instance, seconds)
    values, labels, spent, steps = [], [], [], []
    for seed in range(seeds):
        steps.append(max(int(speed * seconds), 1000))
        start = time.process_time()
        found = group(instance.weights, instance.bounds, seed=seed, steps=steps[-1])
        spent.append(time.process_time() - start)
        # The processor is not as fast at all times: the last two runs tell more than all of them.
        speed = sum(steps[-2:]) / sum(spent[-2:])
        values.append(found.value)
        labels.append(found.labels.tolist())
    best = int(np.argmax(values))
    return {
        "instance": instance.name,
        "seconds": round(float(np.mean(spent)), 3),
        "steps": steps,
        "steps_per_second": round(sum(steps) / sum(spent)),
        "best": max(values),
        "mean": float(np.mean(values)),
        "worst": min(values),
        "values": values,
        "labels": labels[best],
    }


def against(instance: Instance, seconds: float) -> dict[str, object]:
    """Run everything else that is installed; what is not has a word instead of a value."""
    results: dict[str, object] = {}
    for name, rival in RIVALS.items():
        start = time.process_time()
        try:
            labels = rival(instance.weights, instance.bounds, seconds)
        except ImportError:
            results[name] = "not installed"
            continue
        if labels is None:
            results[name] = "found no grouping in this time"
            continue
        same = np.triu(labels[:, None] == labels[None, :], 1)
        value = float(instance.weights[same].sum())
        results[name] = {"value": value, "seconds": round(time.process_time() - start, 2)}
    return results


def line(row: dict[str, object], known: dict[str, float]) -> str:
    text = f"{row['instance']:<22}{row['seconds']:>7.1f} s{row['steps_per_second'] / 1e6:>7.1f} M/s"  # type: ignore[operator]
    text += f"{row['best']:>13.2f}{row['mean']:>13.2f}{row['worst']:>13.2f}"
    for field, ours in (("best", row["best"]), ("mean", row["mean"])):
        text += f"{100 * (ours / known[field] - 1):>+11.4f} %" if field in known else f"{'-':>13}"  # type: ignore[operator]
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instances", nargs="+")
    parser.add_argument("--published", type=Path)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--against", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = []
    if not arguments.json:
        print(f"{'instance':<22}{'time':>9}{'speed':>11}{'best':>13}{'mean':>13}{'worst':>13}", end="")
        print(f"{'to best':>13}{'to mean':>13}")
    for name in arguments.instances:
        kind, _, people = name.partition(":")
        path = Path(name)
        instance = answers(int(people)) if kind == "answers" else read(path)
        known = published(arguments.published or path.parent / "published.csv", instance.name)
        seconds = arguments.seconds or known.get("cpu_limit_s", 3.0)
        row = run(instance, seconds, arguments.seeds)
        row["published"] = known
        if not arguments.json:
            print(line(row, known), flush=True)
        if arguments.against:
            row["against"] = against(instance, seconds)
            for rival, result in row["against"].items() if not arguments.json else ():  # type: ignore[attr-defined]
                words = result
                if isinstance(result, dict):
                    gap = 100 * (result["value"] / row["best"] - 1)
                    words = f"{result['value']:.2f} ({gap:+.2f} % of ours), {result['seconds']} s"
                print(f"    {rival:<24}{words}", flush=True)
        rows.append(row)
    if arguments.json:
        json.dump(rows, sys.stdout, indent=1)
        print()


if __name__ == "__main__":
    main()
