"""How long a whole match takes, stage by stage, and how much memory it needs.

    python benchmarks/matching.py [PEOPLE ...] [--program TOML] [--seed N] [--write CSV] [--json]

Each size runs in a process of its own on an invented sheet. Everybody has a few themes and answers four questions. The
answers come from ``data/answers.csv`` and are varied a little, so that hardly any two texts are the same. Names,
firms, trades, towns, times and ticked boxes are drawn at random. One person in fifty works where another does, and one
in a hundred asks not to sit with somebody. ``--write`` writes the sheet of the first size and stops.
"""

import argparse
import csv
import io
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
GIVEN = """Maeve Colin Ana Luis Priya Omar Ines Dana Bo Cy Zoe Hana Tariq Lena Rosa Samir Ida Gus Tom Nadia Ruth Wes
Joaquin Mina Petra Olu Kofi Greta Signe Arlo Bea Theo Uma Vera Walt Yara Xiomara Farid Elif Noor""".split()
SYLLABLES = "ba co da fe gri ha jo ka le mo na or pe qui ro sa tu va wi zo lin ber stad wick".split()
TRADES = """Bakery Plumbing Dental Law Books Framing Landscaping Coffee Consulting Design Farm Clinic Roofing Brewery
Childcare Accounting Trucking Software Nonprofit Gym Outfitters Pottery Veterinary Pharmacy Printing Tutoring""".split()
TOWNS = [*"Bend Redmond Sisters Prineville Madras Sunriver Terrebonne".split(), "La Pine"]
FACETS = {
    "goal": "What do you most want to get done over the next twelve months?",
    "obstacle": "What stands in your way? (only the facilitator sees this)",
    "opportunity": "What opportunities do you see coming?",
    "offer": "What could others in the group learn from you?",
}
DAYS, TIMES = ("Tuesday", "Wednesday", "Thursday"), ("Morning", "Afternoon", "Evening")
HEADER = [
    "Email Address",
    "Your full name",
    "Business or organization",
    "What industry are you in?",
    "Where are you based?",
    *FACETS.values(),
    "Which of these are on your mind right now? (tick all that apply)",
    *(f"When could you meet once a month? [{day}]" for day in DAYS),
    "Is there anyone you should not be in a group with? Tell us why if you like.",
    "I agree to keep what is said in the group confidential",
]
TICKS = {
    "hiring": "Hiring and keeping people",
    "pricing": "Pricing and margins",
    "delegation": "Letting go, delegating and building a team",
    "succession": "Succession, family or exit",
    "cash": "Cash flow and debt",
    "marketing": "Marketing, sales and new customers",
}


def sheet(people: int, seed: int = 0) -> bytes:
    """An invented sheet of this number of people, as CSV bytes."""
    draw = random.Random(f"{people} {seed}")  # noqa: S311 - nothing secret
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (HERE / "data" / "answers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            texts[row["theme"], row["facet"]].append(row["text"])
    themes = sorted({theme for theme, _ in texts})
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    names: list[str] = []
    firms: list[str] = []
    for number in range(people):
        last = _word(draw)
        name, trade = f"{draw.choice(GIVEN)} {last}", draw.choice(TRADES)
        firm = draw.choice(firms) if firms and draw.random() < 0.02 else f"{_word(draw)} {trade}"
        mine = draw.sample(themes, 3)
        answers = ["\n".join(_varied(draw, text) for text in _answer(draw, texts, mine, facet)) for facet in FACETS]
        ticked = [
            label for theme, label in TICKS.items() if any(theme in chosen for chosen in mine) or draw.random() < 0.1
        ]
        times = [";".join(slot for slot in TIMES if draw.random() < 0.6) for _ in DAYS]
        foe = f"Not with {draw.choice(names)}, please." if names and draw.random() < 0.01 else ""
        mail = f"{name.replace(' ', '.')}{number}@{re.sub(r'[^a-z]', '', firm.casefold())}.example".casefold()
        writer.writerow(
            [mail, name, firm, trade, draw.choice(TOWNS), *answers, ";".join(ticked), *times, foe, "I agree"]
        )
        names.append(name)
        firms.append(firm)
    return out.getvalue().encode()


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(3)).title()


def _answer(
    draw: random.Random, by_theme: dict[tuple[str, str], list[str]], themes: Sequence[str], facet: str
) -> list[str]:
    """Up to two texts on a person's themes, mostly on the first; sometimes none."""
    if facet == "offer" and draw.random() < 0.3:
        return []
    picked = draw.choices(themes, (4, 2, 1), k=draw.choice((1, 1, 1, 2)))
    return [draw.choice(texts) for theme in dict.fromkeys(picked) if (texts := by_theme.get((theme, facet)))]


def _varied(draw: random.Random, text: str) -> str:
    """A text with other numbers in it and a place added at its end."""
    text = re.sub(r"\b\d+\b", lambda number: str(max(2, int(number[0]) + draw.randint(-3, 9))), text)
    where = draw.choice(("in", "out in", "over in", "near"))
    return f"{text.rstrip('.')} {where} {draw.choice(TOWNS)} {draw.randint(2, 999)}"


def measure(people: int, seed: int, program: str | None) -> dict[str, object]:
    """The figures of one match in this process, with the seconds of each stage."""
    from ok_match import Options, Program, Sheet, match

    wanted = Program.from_toml(Path(program).read_text("utf-8")) if program else None
    match(Sheet("warm.csv", sheet(24)))
    data = sheet(people, seed)
    stages: dict[str, float] = defaultdict(float)
    clock, processor = time.perf_counter(), time.process_time()
    at: list[object] = ["", clock]

    def progress(stage: str, _done: int, _total: int) -> None:
        now = time.perf_counter()
        stages[str(at[0])] += now - float(at[1])  # type: ignore[arg-type]
        at[:] = [stage, now]

    record = match(Sheet("answers.csv", data), wanted, Options(seed=seed), progress=progress)
    progress("", 0, 0)
    stages.pop("", None)
    ground = [seat.common_ground for seat in record.explanations.people]
    return {
        "people": people,
        "cohorts": len(record.roster.cohorts),
        "waiting": len(record.roster.waitlist),
        "ground": sum(ground) / len(ground),
        "usual": record.explanations.everyone,
        "worst": min(ground),
        "should": record.score.should,
        "seconds": time.perf_counter() - clock,
        "processor": time.process_time() - processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "stages": dict(stages),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=int, nargs="*", default=[60, 500, 2_000])
    parser.add_argument("--program", help="a program file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", type=Path, help="write the sheet of the first size, and stop")
    parser.add_argument("--json", action="store_true", help="print one line of JSON per size")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        options.write.write_bytes(sheet(options.people[0], options.seed))
        return
    if options.here:
        print(json.dumps(measure(options.people[0], options.seed, options.program)))
        return
    for people in options.people:
        run = [sys.executable, __file__, "--here", str(people), "--seed", str(options.seed)]
        run += ["--program", options.program] if options.program else []
        line = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - this very file
        if options.json:
            print(line.strip(), flush=True)
            continue
        row = json.loads(line)
        print(
            f"{people} people: {row['cohorts']} cohorts, {row['waiting']} waiting; common ground {row['ground']:.1f}"
            f" (worst {row['worst']}, any two {row['usual']}); {row['seconds']:.1f} s, {row['megabytes']:.0f} MB"
        )
        for stage, seconds in row["stages"].items():
            print(f"    {stage:<42}{seconds:8.1f} s", flush=True)


if __name__ == "__main__":
    main()
