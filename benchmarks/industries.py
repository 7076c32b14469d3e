"""How well sectors and kinds of organisation are read from what people write about their industry.

    python benchmarks/industries.py [FILE.csv] [--json] [--wrong]

The file has the columns ``text``, ``sector`` and ``kind``; without one, the list beside this script is used, which
nothing was fitted on. Every text is read as the answer of one person to a question about their industry.

- ``same``: of all pairs of texts of one sector, the share that is seen as one sector.
- ``apart``: of all pairs of texts of different sectors, the share that is not seen as one sector.
- ``sector``, ``kind``: the share of texts whose sector, or kind of organisation, is right.
- ``sure``: of the texts, the share whose sector is not told as unsure; ``right when sure``: of those, the share that is
  right.
"""

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from ok_match.model import Participant
from ok_match.sectors import read
from ok_match.similarity import sector_odds

LIST = Path(__file__).parent / "data" / "industries.csv"


def judged(path: Path) -> tuple[dict[str, float], list[tuple[str, str, str]]]:
    """The figures, and each text that was misread, with what it is and what it was read as."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    people = [Participant(id=f"{n:06}", name="", industry=row["text"], row=n + 2) for n, row in enumerate(rows)]
    works = [person.work for person in read(people, sector_odds, {})]
    sectors = np.array([work.sector.value if work.sector else "" for work in works])
    kinds = np.array([work.kind.value if work.kind else "business" for work in works])
    sure = np.array([work.sector is not None and not work.unsure for work in works])
    wanted, wanted_kinds = (np.array([row[column].strip() for row in rows]) for column in ("sector", "kind"))
    above = np.triu_indices(len(rows), 1)
    one = (wanted[:, None] == wanted)[above]
    seen = ((sectors[:, None] == sectors) & (sectors[:, None] != ""))[above]
    right = sectors == wanted
    figures = {
        "texts": len(rows),
        "same": float(seen[one].mean()),
        "apart": float(1 - seen[~one].mean()),
        "sector": float(right.mean()),
        "kind": float((kinds == wanted_kinds).mean()),
        "sure": float(sure.mean()),
        "right when sure": float(right[sure].mean()),
    }
    wrong = [
        (row["text"], f"{row['sector']}, {row['kind']}", f"{sector or 'unknown'}, {kind}")
        for row, sector, kind in zip(rows, sectors, kinds, strict=True)
        if (sector, kind) != (row["sector"], row["kind"])
    ]
    return figures, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=LIST)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list the texts that were misread")
    options = parser.parse_args()
    figures, wrong = judged(options.file)
    if options.json:
        print(json.dumps(figures | ({"wrong": wrong} if options.wrong else {}), indent=2, ensure_ascii=False))
        return
    print(f"{figures['texts']} texts")
    print(f"pairs of one sector seen as one:         {figures['same']:.1%}")
    print(f"pairs of different sectors kept apart:   {figures['apart']:.1%}")
    print(f"sector right:                            {figures['sector']:.1%}")
    print(f"kind of organisation right:              {figures['kind']:.1%}")
    print(f"sure of the sector: {figures['sure']:.1%}, of which right: {figures['right when sure']:.1%}")
    if options.wrong:
        for text, is_, read_as in wrong:
            print(f"{text} | is {is_} | read as {read_as}")


if __name__ == "__main__":
    main()
