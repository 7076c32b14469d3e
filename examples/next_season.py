"""Form this season's cohorts so that people meet somebody new.

Run ``python examples/next_season.py LAST_RECORD SHEET NEW_RECORD``.

``LAST_RECORD`` is what ``ok-match match SHEET -o record.json`` wrote last season. People are recognized by their e-mail
address.
"""

import sys
from pathlib import Path

from ok_match import Program, match, open_record, open_sheet, to_text, with_history

PROGRAM = """
    [[rules]]
    rule = "history"
    mode = "avoid"
    records = ["last season"]
"""


def main(last: str, sheet: str, new: str) -> None:
    """Write the new record, and print how many pairs meet again."""
    before = open_record(last)
    program = with_history(Program.from_toml(PROGRAM), lambda _name: before)
    record = match(open_sheet(sheet), program)
    Path(new).write_text(to_text(record, "json"), "utf-8")
    if again := record.pairs_of("history"):  # None if nobody came back
        print(f"{again.pairs} pairs meet again; in random cohorts {again.random:.0f} would, and {again.fewest} must.")


if __name__ == "__main__":
    main(*sys.argv[1:])
