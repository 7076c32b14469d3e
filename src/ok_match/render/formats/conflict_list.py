"""The file in which the facilitator decides on conflicts, with a spreadsheet program."""

import csv
import io

from ok_match.model import Intake
from ok_match.render.words.conflicts import reason
from ok_match.render.words.phrases import Names

from .table import inert

HEADER = (
    "decision", "a", "a_name", "b", "b_name", "strength", "sure", "why", "sentence", "sheet_row", "resolved", "key",
)  # fmt: skip


def conflict_table(intake: Intake) -> str:
    """CSV with one line per conflict and an empty ``decision``: accept, soften or reject goes there.

    ``b`` may be corrected to any name, e-mail address or id of the sheet. Pairs may be added below, without a key.
    """
    names = Names(intake.participants)
    full_names = {person.id: person.name for person in intake.participants}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for conflict in intake.conflicts:
        pair = (conflict.a, full_names[conflict.a], conflict.b, full_names.get(conflict.b, ""))
        why = (reason(conflict, names), conflict.sentence)
        resolved = "yes" if conflict.resolved else "no"
        grade = (conflict.strength.value, f"{conflict.sure}%")
        writer.writerow(["", *map(inert, pair), *grade, *map(inert, why), conflict.row, resolved, conflict.key])
    return out.getvalue()
