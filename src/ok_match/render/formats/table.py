"""CSV: one line a person, safe to open in a spreadsheet."""

import csv
import io

from ok_match.model import Record
from ok_match.render.words.phrases import Names

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
    writer.writerow([*HEADER, *_more_columns(record)])
    places = [(c.label, c.name, "seated", member) for c in record.roster.cohorts for member in c.members]
    places += [("", "", "waiting", waiting.participant) for waiting in record.roster.waitlist]
    for label, name, status, one in places:
        person, seat = people[one], seats.get(one)
        closest = names[seat.closest[0].participant] if seat and seat.closest else ""
        row = (label, name, status, one, person.name, person.email, person.organisation, person.industry)
        ground = seat.common_ground if seat else ""
        writer.writerow([*map(inert, row), person.row, ground, inert(closest), *_more(record, one)])
    for held in record.roster.held:
        row = ("", "", "held", held.participant, held.name, held.email, "", "")
        writer.writerow([*map(inert, row), held.row, "", "", *("" for _ in _more_columns(record))])
    return out.getvalue()


def _more_columns(record: Record) -> list[str]:
    """Name the columns of the second opinions, where there are any."""
    found = record.second_opinions
    return [] if found is None else ["firmness", *(f"alternative_{n + 1}" for n in range(len(found.opinions)))]


def _more(record: Record, one: str) -> list[str]:
    """Say how firm somebody's seat is, and the label of their cohort in each other roster."""
    found = record.second_opinions
    if found is None:
        return []
    firmness = next(f"{seat.same} of {found.rosters}" for seat in found.seats if seat.participant == one)
    labels = [next((c.label for c in opinion.cohorts if one in c.members), "") for opinion in found.opinions]
    return [firmness, *labels]


def inert(cell: str) -> str:
    """Mark a cell that a spreadsheet would run, so that it is shown instead."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
