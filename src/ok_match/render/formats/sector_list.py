"""The file in which the facilitator corrects what people work in, with a spreadsheet program."""

import csv
import io

from ok_match.model import Intake

from .table import inert

HEADER = ("id", "name", "sheet_row", "text", "sector", "kind", "sure", "told_by", "correct_sector", "correct_kind")


def sector_table(intake: Intake) -> str:
    """CSV with one line per person, the least sure first, and two empty columns for what is right instead."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for person in sorted(intake.participants, key=lambda person: (person.work.sure, person.row, person.id)):
        work = person.work
        who = (inert(person.id), inert(person.name), person.row, inert(work.text))
        sure = f"{work.sure}%" if work.by else ""
        writer.writerow([*who, work.sector or "", work.kind or "", sure, work.by or "", "", ""])
    return out.getvalue()
