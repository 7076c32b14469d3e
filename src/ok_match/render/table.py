"""CSV: one line a person, safe to open in a spreadsheet."""

import csv
import io

from ok_match.model import Record

from .phrases import Names

HEADER = (
    "cohort", "cohort_name", "status", "id", "name", "email", "organisation", "industry", "sheet_row",
    "common_ground", "shares_most_with",
)  # fmt: skip
#: A cell that starts like this would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def table(record: Record) -> str:
    """List everybody: who sits where, then who waits, then who is held."""
    names = Names(record.participants)
    people = {person.id: person for person in record.participants}
    seats = {seat.participant: seat for seat in record.explanations.people}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    places = [(c.label, c.name, "seated", member) for c in record.roster.cohorts for member in c.members]
    places += [("", "", "waiting", waiting.participant) for waiting in record.roster.waitlist]
    for label, name, status, one in places:
        person, seat = people[one], seats.get(one)
        closest = names[seat.closest[0].participant] if seat and seat.closest else ""
        row = (label, name, status, one, person.name, person.email, person.organisation, person.industry)
        writer.writerow([*map(inert, row), person.row, seat.common_ground if seat else "", inert(closest)])
    for held in record.roster.held:
        row = ("", "", "held", held.participant, held.name, held.email, "", "")
        writer.writerow([*map(inert, row), held.row, "", ""])
    return out.getvalue()


def inert(cell: str) -> str:
    """Mark a cell that a spreadsheet would run, so that it is shown instead."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
