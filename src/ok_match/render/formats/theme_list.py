"""The list of statements with their likeliest themes, for corrections in a spreadsheet program."""

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


def theme_table(statements: Sequence[StatementThemes]) -> str:
    """CSV with an empty last column, in which the facilitator enters a theme's name or "nothing"."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for statement in statements:
        guesses = [cell for guess in statement.guesses for cell in (guess.theme, f"{guess.likelihood / 10:.0f}%")]
        person = (inert(statement.participant), inert(statement.name), statement.row)
        writer.writerow([*person, statement.facet.value, inert(statement.text), *guesses, ""])
    return out.getvalue()


def theme_json(statements: Sequence[StatementThemes]) -> str:
    """The same list as JSON, with likelihoods from 0 to 1000."""
    items = [statement.model_dump(mode="json") for statement in statements]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
