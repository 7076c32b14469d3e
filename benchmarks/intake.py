"""How long reading and checking a sheet takes, and how much memory: ``python benchmarks/intake.py [ROWS ...]``.

Each size runs in a process of its own. Its sheet is invented: the answers of the sample, under names, organisations
and addresses that are all different. Processor and clock times are measured once the libraries and the text model are
loaded.
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
    """An invented sheet with this number of rows, as CSV bytes."""
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
    """The figures of one sheet, read and checked in this process."""
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
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("rows", type=int, nargs="*", default=[100, 1_000, 10_000])
    parser.add_argument("--json", action="store_true", help="print one line of JSON per size")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        print(json.dumps(measure(options.rows[0])))
        return
    if not options.json:
        print(f"{'rows':>8} {'people':>8} {'seconds':>8} {'processor':>10} {'MB':>6}")
    for rows in options.rows:
        run = [sys.executable, __file__, "--here", str(rows)]
        line = subprocess.run(run, check=True, capture_output=True, text=True).stdout  # noqa: S603 - this very file
        if options.json:
            print(line.strip())
            continue
        row = json.loads(line)
        print(
            f"{row['rows']:8} {row['people']:8} {row['seconds']:8.1f} {row['processor']:10.1f} {row['megabytes']:6.0f}"
        )


if __name__ == "__main__":
    main()
