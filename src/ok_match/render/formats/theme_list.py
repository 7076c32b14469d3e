"""The list of statements with their likeliest themes, as the facilitator corrects it in a spreadsheet program."""

import csv
import io
import json
from collections.abc import Sequence

from ok_match.model import StatementThemes

from .table import inert

HEADER = (
    "id", "name", "sheet_row", "facet", "statement",
    "theme_1", "likely_1", "theme_2", "likely_2", "theme_3", "likely_3", "correct_theme",
)  # fmt: skip


def theme_table(found: Sequence[StatementThemes]) -> str:
    """Write CSV with an empty last column: the facilitator puts a theme's name, or "nothing", into it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for one in found:
        guesses = [cell for guess in one.guesses for cell in (guess.theme, f"{guess.likelihood / 10:.0f}%")]
        who = (one.participant, one.name)
        writer.writerow([*map(inert, who), one.row, one.facet.value, inert(one.text), *guesses, ""])
    return out.getvalue()


def theme_json(found: Sequence[StatementThemes]) -> str:
    """Write the same as JSON, likelihoods from 0 to 1000."""
    return json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False, indent=2) + "\n"
