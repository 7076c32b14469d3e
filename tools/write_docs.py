"""Write what is generated in docs/: the JSON schema of a record, and the table of problems."""

import json
from pathlib import Path

from ok_match import Record
from ok_match.intake import PROBLEMS

DOCS = Path(__file__).parents[1] / "docs"
MARK = "<!-- problems -->\n"


def schema() -> str:
    """Give the JSON schema of a record, from the models."""
    return json.dumps(Record.model_json_schema(by_alias=True), indent=2) + "\n"


def with_problems(page: str) -> str:
    """Put the table of all problems behind its mark, at the end of the page."""

    def shown(text: str) -> str:
        return text.format(value="…", other="…").replace("|", "\\|")

    rows = [f"| `{code}` | {shown(what)} | {shown(advice)} |" for code, (what, advice) in PROBLEMS.items()]
    table = ["| code | what it says | what to do |", "|---|---|---|", *rows]
    return page[: page.index(MARK) + len(MARK)] + "\n".join(table) + "\n"


if __name__ == "__main__":
    (DOCS / "record.schema.json").write_text(schema(), "utf-8")
    sheets = DOCS / "sheets.md"
    sheets.write_text(with_problems(sheets.read_text("utf-8")), "utf-8")
    print("wrote docs/record.schema.json and docs/sheets.md")
