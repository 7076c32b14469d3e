"""The words by which a question, a label or an option shows what kind it is.

The words are in ``words.toml``, beside this file.
"""

import re
import tomllib
from pathlib import Path

#: In the file, a pattern may go on in the next line behind a backslash.
_WORDS = {
    kind: [re.sub(r"\\\n\s*", "", word) for word in words]
    for kind, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}


def _whole(kind: str, end: str = "") -> re.Pattern[str]:
    """A pattern for a text that is one of the words from beginning to end."""
    return re.compile(f"(?:{'|'.join(_WORDS[kind])}){end}", re.IGNORECASE)


def _within(kind: str) -> re.Pattern[str]:
    """A pattern for a text in which one of the words stands."""
    return re.compile("|".join(rf"(?<!\w)(?:{word})(?!\w)" for word in _WORDS[kind]), re.IGNORECASE)


#: For whole texts.
OTHER = _whole("other", r"\b.*")
NOTHING, EVERYTHING, GRADE = _whole("nothing"), _whole("everything"), _whole("grades")
#: For words anywhere in a text.
RATED, TOPICS, OFFERED, ELSEWHERE, KEPT = map(_within, ("rated", "topics", "offered", "elsewhere", "kept"))
ORDER, BEST_IS_ONE, BEST_IS_LAST = map(_within, ("order", "best_is_one", "best_is_last"))
