"""Form cohorts from a sheet, and print who sits where and what they share.

Run ``python examples/form_cohorts.py SHEET [PROGRAM]``.
"""

import sys

from ok_match import OkMatchError, Options, Program, check, match, open_program, open_sheet


def main(sheet: str, program: str = "") -> None:
    """Print the cohorts of a sheet, each with its themes and its members."""
    answers = open_sheet(sheet)
    wanted = open_program(program) if program else Program()

    intake = check(answers, wanted)
    print(f"{intake.rows.people} people in {intake.rows.data} rows")

    record = match(answers, wanted, Options(seed=1))
    person = {participant.id: participant for participant in record.participants}
    for cohort, why in zip(record.roster.cohorts, record.explanations.cohorts, strict=True):
        print(f"\nCohort {cohort.label}: {cohort.name} (common ground {why.common_ground} of 1000)")
        for ground in why.shared:
            print(f"  {len(ground.members)} of {len(cohort.members)} share: {ground.theme}")
        for member in cohort.members:
            print(f"  - {person[member].name}, {person[member].organisation}")
    for waiting in record.roster.waitlist:
        rules = ", ".join(sorted({reason.rule for reason in waiting.reasons}))
        print(f"\nNo seat: {person[waiting.participant].name} (held out by {rules})")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except OkMatchError as error:
        sys.exit(f"{error.where}: {error.what}\n{error.follows}\nTry: {error.advice}")
