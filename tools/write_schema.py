"""Write the JSON schema of a record to docs/, from the models."""

import json
from pathlib import Path

from ok_match import Record

if __name__ == "__main__":
    schema = Record.model_json_schema(by_alias=True)
    target = Path(__file__).parents[1] / "docs" / "record.schema.json"
    target.write_text(json.dumps(schema, indent=2) + "\n", "utf-8")
    print(f"wrote {target}")
