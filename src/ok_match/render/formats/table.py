"""CSV with one line per person, safe to open in a spreadsheet program."""

import csv
import io

from ok_match.model import Record
from ok_match.render.words.phrases import Names

HEADER = (
    "cohort", "cohort_name", "status", "id", "name", "email", "organisation", "industry", "sheet_row",
    "common_ground", "shares_most_with",
)  # fmt: skip
#: Spreadsheet programs run a cell that starts like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def table(record: Record) -> str:
    """A line for everybody: those who are seated, then those who wait, then those who are held."""
    names = Names(record.participants)
    people = {person.id: person for person in record.participants}
    seats = {seat.participant: seat for seat in record.explanations.people}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*HEADER, *_more_columns(record)])
    places = [(c.label, c.name, "seated", member) for c in record.roster.cohorts for member in c.members]
    places += [("", "", "waiting", waiting.participant) for waiting in record.roster.waitlist]
    for label, name, status, participant in places:
        person, seat = people[participant], seats.get(participant)
        closest = names[seat.closest[0].participant] if seat and seat.closest else ""
        row = (label, name, status, participant, person.name, person.email, person.organisation, person.industry)
        ground = seat.common_ground if seat else ""
        writer.writerow([*map(inert, row), person.row, ground, inert(closest), *_more_cells(record, participant)])
    for held in record.roster.held:
        row = ("", "", "held", held.participant, held.name, held.email, "", "")
        writer.writerow([*map(inert, row), held.row, "", "", *("" for _ in _more_columns(record))])
    return out.getvalue()


def _more_columns(record: Record) -> list[str]:
    """The names of the columns for second opinions; empty where none were asked for."""
    second = record.second_opinions
    return [] if second is None else ["firmness", *(f"alternative_{n + 1}" for n in range(len(second.opinions)))]


def _more_cells(record: Record, participant: str) -> list[str]:
    """How firm a participant's seat is, and the label of their cohort in each alternative roster."""
    second = record.second_opinions
    if second is None:
        return []
    firmness = next(f"{seat.same} of {second.rosters}" for seat in second.seats if seat.participant == participant)
    labels = [next((c.label for c in opinion.cohorts if participant in c.members), "") for opinion in second.opinions]
    return [firmness, *labels]


def inert(cell: str) -> str:
    """A cell, with an apostrophe before what a spreadsheet program would run as a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
