"""Words by which a question shows that it asks for something else than the field that it looks like."""

import re
import tomllib
from pathlib import Path

_PATTERNS = {
    field: re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    for field, patterns in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}


def rules_out(field: str, question: str) -> bool:
    """Whether a question, in lower case and without marks, shows that it does not ask for a field."""
    if field == "availability" and is_past(question):
        return True
    return field in _PATTERNS and _PATTERNS[field].search(question) is not None


def is_past(question: str) -> bool:
    """Whether words, in lower case, tell what happened at some time: who attended, paid or was called."""
    return _PATTERNS["past"].search(question) is not None
