"""How time, memory and quality change from 24 to 100,000 people, in groups of eight.

    python benchmarks/scaling.py [PEOPLE...] [--rules] [--columns D] [--json]

Each person is a unit vector: one of forty subjects plus a personal part. Affinity is the product of two vectors, from 0
to 1000. ``--rules`` adds three kinds of rules: pairs kept apart (one person in ten), one of twenty industries for
everybody (at most three of one in a group, and a price on each two), and couples who sit together (one person in
twenty-five). Each number of people runs in a process of its own, so that memory is measured separately. Times are
processor times.
"""

import argparse
import json
import resource
import subprocess
import sys
import time

import numpy as np

from ok_match.model import POINT, Apart, Counted, Factored, PairGain, Term, Terms, Together, written_down
from ok_match.partition import balanced, certify, cost, solve

PEOPLE = (24, 60, 120, 240, 480, 1000, 5000, 20_000, 100_000)
FULL = 1000
#: The most people with a full matrix, and the most with an upper bound (which takes minutes for more).
DENSE, BOUNDED = 1_999, 20_000


def rows_of(people: int, columns: int) -> np.ndarray:
    random = np.random.default_rng(people)
    rows = random.normal(size=(40, columns))[random.integers(0, 40, people)] + random.normal(size=(people, columns))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows * np.sqrt(FULL)).astype(np.float32)


def rules_for(people: int) -> tuple[Term, ...]:
    random = np.random.default_rng(people + 1)
    members = np.arange(people + 1)
    industry = random.integers(0, 20, people).astype(np.int32)
    order = random.permutation(people).tolist()
    couples = [Together((order[2 * couple], order[2 * couple + 1])) for couple in range(people // 50)]
    others = order[2 * len(couples) :]
    return (
        Apart(tuple(zip(others[: people // 20], others[people // 20 : 2 * (people // 20)], strict=True))),
        Counted(industry, np.tile(np.maximum(members - 3, 0), (20, 1)).astype(np.int64), must=True),
        Counted(industry, np.tile(members * (members - 1) // 2 * 20 * POINT, (20, 1)).astype(np.int64)),
        *couples,
    )


def run(people: int, columns: int, rules: bool) -> dict[str, object]:
    gain = PairGain(Factored(rows_of(people, columns)), FULL)
    if people <= DENSE:
        gain = PairGain(written_down(gain.weights, people), FULL)
    terms = Terms(people, (gain, *(rules_for(people) if rules else ())))
    plan = balanced(people, people // 8)
    small = Terms(24, (PairGain(gain.among(range(24)).astype(np.int32), FULL),))
    for ready in (small, terms) if people <= DENSE else (small,):  # compiled, or read from the disk
        solve(ready, [balanced(ready.people, ready.people // 8)], np.random.default_rng(0), lambda _d, _t: None)
    start = time.process_time()
    solution = solve(terms, [plan], np.random.default_rng(0), lambda _done, _total: None)
    seconds = time.process_time() - start
    if solution is None:
        return {"people": people, "seconds": round(seconds, 2), "found": False}
    alone = Terms(people, (gain,))

    def shared(labels: np.ndarray) -> float:
        return FULL - cost(alone, labels.tolist(), plan.groups)[1] / POINT / people

    row: dict[str, object] = {
        "people": people,
        "seconds": round(seconds, 2),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "found": True,
        "must": solution.must,
        "random": round(shared(np.random.default_rng(1).permutation(solution.labels)), 1),
        "value": round(shared(solution.labels), 1),
    }
    if people <= BOUNDED:
        start = time.process_time()
        certificate = certify(terms, solution)
        row["gap"] = None if certificate is None or certificate.gap is None else round(100 * certificate.gap, 2)
        row["bound_seconds"] = round(time.process_time() - start, 2)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", nargs="*", type=int, default=PEOPLE)
    parser.add_argument("--columns", type=int, default=64)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(run(options.people[0], options.columns, options.rules)))
        return
    if not options.json:
        print(f"{'people':>8}{'seconds':>9}{'MB':>7}{'broken':>8}{'random':>9}{'found':>9}{'bound above':>13}{'in':>9}")
    rows = []
    for people in options.people:
        command = [sys.executable, __file__, str(people), "--one", "--columns", str(options.columns)]
        command += ["--rules"] if options.rules else []
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
        rows.append(row)
        if not options.json:
            gap = f"{row['gap']:>11.2f} %{row['bound_seconds']:>7.2f} s" if row.get("gap") is not None else ""
            figures = f"{row['must']:>8}{row['random']:>9.1f}{row['value']:>9.1f}" if row["found"] else "    none found"
            print(f"{people:>8}{row['seconds']:>9.2f}{row.get('megabytes', 0):>7}{figures}{gap}", flush=True)
    if options.json:
        print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
