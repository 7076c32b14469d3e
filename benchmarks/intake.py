"""How long a sheet takes to be read and checked, and how much memory: ``python benchmarks/intake.py [ROWS ...]``.

Each size runs in a process of its own on an invented sheet: the answers of the sample, under names, organisations and
addresses that are all different. Times are of the processor and of the clock, model and libraries loaded beforehand.
"""

import argparse
import csv
import io
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "google-forms.csv"
GIVEN = (
    "Maeve Colin Ana Luis Priya Omar Ines Dana Bo Cy Zoe Hana Tariq Lena Rosa Samir Ida Gus Tom Nadia Ruth Wes".split()
)
SYLLABLES = "ba co da fe gri ha jo ka le mo na or pe qui ro sa tu va wi zo".split()
TRADES = "Bakery Plumbing Dental Law Books Framing Landscaping Coffee Consulting Design Farm Clinic".split()


def sheet(rows: int) -> bytes:
    """Write a sheet of so many invented people."""
    draw = random.Random(rows)  # noqa: S311 - nothing secret
    header, *answers = csv.reader(io.StringIO(SAMPLE.read_text("utf-8")))

    def word() -> str:
        return "".join(draw.choice(SYLLABLES) for _ in range(3)).title()

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    for number in range(rows):
        given, last, firm = draw.choice(GIVEN), word(), word()
        answer = list(draw.choice(answers))
        answer[1] = f"{given}.{last}{number}@{firm}.example".casefold()
        answer[2], answer[3] = f"{given} {last}", f"{firm} {draw.choice(TRADES)}"
        writer.writerow(answer)
    return out.getvalue().encode()


def measure(rows: int) -> dict[str, float]:
    """Read and check one sheet in this process."""
    from ok_match import Sheet, check
    from ok_match.render import CHECK_FORMATS

    check(Sheet("warm.csv", sheet(12)))
    data = sheet(rows)
    clock, processor = time.perf_counter(), time.process_time()
    intake = check(Sheet("answers.csv", data))
    CHECK_FORMATS["terminal"](intake)
    return {
        "rows": intake.rows.data,
        "people": intake.rows.people,
        "seconds": time.perf_counter() - clock,
        "processor": time.process_time() - processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("rows", type=int, nargs="*", default=[100, 1_000, 10_000])
    arguments.add_argument("--json", action="store_true", help="print a line of JSON a size")
    arguments.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    told = arguments.parse_args()
    if told.here:
        print(json.dumps(measure(told.rows[0])))
        return
    if not told.json:
        print(f"{'rows':>8} {'people':>8} {'seconds':>8} {'processor':>10} {'MB':>6}")
    for rows in told.rows:
        run = [sys.executable, __file__, "--here", str(rows)]
        line = subprocess.run(run, check=True, capture_output=True, text=True).stdout  # noqa: S603 - this very file
        if told.json:
            print(line.strip())
            continue
        found = json.loads(line)
        print(
            f"{found['rows']:8} {found['people']:8} {found['seconds']:8.1f} {found['processor']:10.1f}"
            f" {found['megabytes']:6.0f}"
        )


if __name__ == "__main__":
    main()
