"""Form this season's cohorts so that people meet somebody new.

Run ``python examples/next_season.py LAST_RECORD SHEET NEW_RECORD``.

``LAST_RECORD`` is what ``ok-match match SHEET -o record.json`` wrote last season. People are recognized by their e-mail
address.
"""

import sys
from itertools import combinations
from pathlib import Path

from ok_match import Program, Record, match, open_record, open_sheet, to_text, with_history

PROGRAM = """
    [[rules]]
    rule = "history"
    mode = "avoid"
    weight = 400
    records = ["last season"]
"""


def pairs(record: Record) -> set[frozenset[str]]:
    """Everybody who shares a cohort, two at a time, by e-mail address."""
    address = {person.id: person.email or person.id for person in record.participants}
    return {
        frozenset((address[first], address[second]))
        for cohort in record.roster.cohorts
        for first, second in combinations(cohort.members, 2)
    }


def main(last: str, sheet: str, new: str) -> None:
    """Write the new record, and print how many pairs meet again."""
    before = open_record(last)
    program = with_history(Program.from_toml(PROGRAM), lambda _name: before)
    record = match(open_sheet(sheet), program)
    Path(new).write_text(to_text(record, "json"), "utf-8")
    again = pairs(before) & pairs(record)
    print(f"{len(again)} of {len(pairs(record))} pairs have met before.")


if __name__ == "__main__":
    main(*sys.argv[1:])
