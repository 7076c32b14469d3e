"""Write what is generated in docs/: the JSON schema of a record, and the page of problems."""

import json
from pathlib import Path

from ok_match import Record
from ok_match.intake import PROBLEMS

DOCS = Path(__file__).parents[1] / "docs"


def schema() -> str:
    """Give the JSON schema of a record, from the models."""
    return json.dumps(Record.model_json_schema(by_alias=True), indent=2) + "\n"


def problems() -> str:
    """Write the page of problems: what each code says, what to do, and a sheet that shows it."""
    parts = [
        "# Problems in a sheet",
        "`ok-match check` lists what is odd about a sheet. Each problem has a stable code (in JSON), a severity and,"
        " where one row is meant, the row as your spreadsheet numbers it. This page is written from the code that finds"
        " them; a test reads every example and expects its problem.",
    ]
    for code, kind in PROBLEMS.items():
        shown = [text.format(value="…", other="…", detail="…") for text in (kind.message, kind.advice)]
        example = f"```csv\n{kind.example}\n```" if "\n" in kind.example else kind.example
        parts.append(f"## `{code}`\n\n{shown[0]}\n\n**What to do:** {shown[1]}\n\n**Example:**\n\n{example}")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    (DOCS / "record.schema.json").write_text(schema(), "utf-8")
    (DOCS / "problems.md").write_text(problems(), "utf-8")
    print("wrote docs/record.schema.json and docs/problems.md")
