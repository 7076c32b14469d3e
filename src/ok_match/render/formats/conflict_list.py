"""The file of conflicts, as the facilitator decides on them in a spreadsheet program."""

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
    """Write CSV, one line a conflict; ``decision`` is empty: accept, soften and reject go there.

    ``b`` may be corrected to any name, e-mail address or id of the sheet. Pairs may be added below, without a key.
    """
    names = Names(intake.participants)
    called = {person.id: person.name for person in intake.participants}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for one in intake.conflicts:
        who = (one.a, called[one.a], one.b, called.get(one.b, ""))
        said = (reason(one, names), one.sentence)
        resolved = "yes" if one.resolved else "no"
        writer.writerow(
            ["", *map(inert, who), one.strength.value, f"{one.sure}%", *map(inert, said), one.row, resolved, one.key]
        )
    return out.getvalue()
