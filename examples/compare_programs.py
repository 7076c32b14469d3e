"""Form cohorts of one sheet under several programs and seeds, and compare what each program costs.

Run ``python examples/compare_programs.py SHEET``.
"""

import sys
from statistics import mean

from ok_match import Options, Program, match, open_sheet

PROGRAMS = {
    "standing rules": "",
    "industries do not matter": """
        [[rules]]
        rule = "industry_spread"
        strength = "off"
    """,
    "smaller cohorts": """
        [cohorts]
        min = 4
        max = 6
    """,
}
SEEDS = (0, 1)


def main(sheet: str) -> None:
    """Print a line for each program: the best of its rosters over all seeds."""
    answers = open_sheet(sheet)
    print(f"{'program':26} {'cohorts':>7} {'waiting':>7} {'common ground':>13} {'weakest seat':>12}")
    for name, text in PROGRAMS.items():
        program = Program.from_toml(text, name)
        records = [match(answers, program, Options(seed=seed)) for seed in SEEDS]
        # A smaller `should` is a better roster; it can be compared under one program only.
        best = min(records, key=lambda record: (-record.score.placed, record.score.should))
        seats = [seat.common_ground for seat in best.explanations.people]
        cohorts, waiting = len(best.roster.cohorts), len(best.roster.waitlist)
        print(f"{name:26} {cohorts:7} {waiting:7} {mean(seats):13.0f} {min(seats):12}")


if __name__ == "__main__":
    main(*sys.argv[1:])
