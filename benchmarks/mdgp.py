"""How good the search is on published instances of the maximally diverse grouping problem.

    python benchmarks/mdgp.py INSTANCE... [--published CSV] [--seconds S] [--seeds N] [--against] [--json]

An instance is a text file, gzipped or not, as in MDGPLIB: ``n k ss|ds low high low high ...``, then a line
``i j weight`` for each pair. It may also be ``answers:240``: 240 people in groups of 8, with weights like those of
texts on 14 topics (products of unit vectors with 128 columns that share a direction, more so within a topic).

``--published`` names a table with the columns instance, best, mean and cpu_limit_s. The default is ``published.csv``
beside each instance, where that exists. Without ``--seconds``, the time limit comes from that table, or else is 3
seconds. Before each seed, the time limit is converted to a number of proposals by the speed of the earlier runs. The
results therefore reproduce from ``steps`` in the JSON, which has one number per seed.

``--against`` runs other packages on the same instances in the same time: k-means-constrained, OR-Tools CP-SAT, METIS
(pymetis), KaHIP and networkx. ok-match neither needs nor installs any of them. ``rivals.py`` says how to install them
and what each is given.
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
    """An instance with weights like those of texts: 0.57 for the mean pair and about 0.75 within a topic, of 1."""
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
    """The proposals made in one processor second, measured by longer and longer runs on the same instance."""
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
        grouping = group(instance.weights, instance.bounds, seed=seed, steps=steps[-1])
        spent.append(time.process_time() - start)
        # The processor's speed varies, so the last two runs predict it better than all of them.
        speed = sum(steps[-2:]) / sum(spent[-2:])
        values.append(grouping.value)
        labels.append(grouping.labels.tolist())
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
    """The result of each rival in the same time: a value and its seconds, or a message if there is none."""
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
    options = parser.parse_args()
    rows = []
    if not options.json:
        print(f"{'instance':<22}{'time':>9}{'speed':>11}{'best':>13}{'mean':>13}{'worst':>13}", end="")
        print(f"{'to best':>13}{'to mean':>13}")
    for name in options.instances:
        kind, _, people = name.partition(":")
        path = Path(name)
        instance = answers(int(people)) if kind == "answers" else read(path)
        known = published(options.published or path.parent / "published.csv", instance.name)
        seconds = options.seconds or known.get("cpu_limit_s", 3.0)
        row = run(instance, seconds, options.seeds)
        row["published"] = known
        if not options.json:
            print(line(row, known), flush=True)
        if options.against:
            row["against"] = against(instance, seconds)
            for rival, result in row["against"].items() if not options.json else ():  # type: ignore[attr-defined]
                shown = result
                if isinstance(result, dict):
                    gap = 100 * (result["value"] / row["best"] - 1)
                    shown = f"{result['value']:.2f} ({gap:+.2f} % of ours), {result['seconds']} s"
                print(f"    {rival:<24}{shown}", flush=True)
        rows.append(row)
    if options.json:
        json.dump(rows, sys.stdout, indent=1)
        print()


if __name__ == "__main__":
    main()
