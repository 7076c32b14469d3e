"""The text of a cell made safe to keep: what is quoted later is verbatim after this."""

import re
import unicodedata
from functools import lru_cache

#: Line breaks and tabs stay; every other control character goes, as do the marks that reorder or hide text.
_HIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ufff9-\ufffb\ud800-\udfff]|\U000e0001|[\U000e0020-\U000e007f]"
)
#: Terminal escape sequences go as a whole, so that none of their letters stay behind.
_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|[@-Z\\-_])|\x9b[0-?]*[ -/]*[@-~]")
_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NO_ANSWER = re.compile(
    r"(#(ref!|n/a|value!|name\?|div/0!|null!|num!)"
    r"|n\.?\s?[/\\.]?\s?a\.?( ?[-,(] ?see above\)?)?|none|nothing|nil|no answer|tbd|tba|tbc|see above"
    r"|same as above|as above|ditto|idk|i don'?t know|don'?t know|not sure|x+|[\W_]*)[.!?]*",
    re.IGNORECASE,
)

#: What names nothing where a name is asked for.
_NO_LABEL = re.compile(r"#?n\s?[/\\]\s?a\.?|n\.a\.?|[\W_]*", re.IGNORECASE)


def clean(cell: str) -> str:
    """A cell without hidden characters and blank ends, its line breaks alike; all else stays as it was typed."""
    if cell.isprintable():
        return cell.strip()  # nearly all cells: nothing that is removed can be printed
    return _HIDDEN.sub("", _ESCAPES.sub("", _BREAKS.sub("\n", cell))).strip()


def hides_something(cell: str) -> bool:
    """Whether cleaning removes more than spaces and line-break variants."""
    return not cell.isprintable() and bool(_HIDDEN.search(cell.replace("\r", "")))


def is_label(text: str) -> bool:
    """Whether a short text names anything: "-" and "n/a" do not; None, Null and NA may be real names."""
    return _NO_LABEL.fullmatch(text) is None


@lru_cache(maxsize=50_000)
def is_answer(text: str) -> bool:
    """Whether somebody answered; "n/a", "-", "tbd" and a blank are no answers, a lone emoji is one."""
    if _NO_ANSWER.fullmatch(text.replace("’", "'")) is None:
        return True
    return any(unicodedata.category(char) == "So" for char in text)
