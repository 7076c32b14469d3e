"""Form this season's cohorts so that people meet somebody new.

Run ``python examples/next_season.py LAST_RECORD SHEET NEW_RECORD``.

``LAST_RECORD`` is what ``ok-match match SHEET -o record.json`` wrote last season. People are recognized by their e-mail
address.
"""

import sys
from itertools import combinations
from pathlib import Path

from ok_match import Program, Record, Sheet, match, read_record, with_history

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
    before = read_record(Path(last).read_text("utf-8"), last)
    program = with_history(Program.from_toml(PROGRAM), lambda _name: before)
    path = Path(sheet)
    record = match(Sheet(path.name, path.read_bytes()), program)
    Path(new).write_text(record.to_json(), "utf-8")
    again = pairs(before) & pairs(record)
    print(f"{len(again)} of {len(pairs(record))} pairs have met before.")


if __name__ == "__main__":
    main(*sys.argv[1:])
