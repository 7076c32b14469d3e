"""The rows of a sheet that are no people: blanks, titles of sections, totals, headers repeated."""

import re
from collections.abc import Collection, Sequence

from ok_match.model import EMAIL

_TOTAL = re.compile(r"(grand |sub ?)?(total|sum|count|average|mean|summe|gesamt|somme)\b.*|n ?= ?\d+.*", re.IGNORECASE)
#: What a line above a part of a hand-kept list says, and no name does.
_SECTION = re.compile(
    r".*(:|-{2,}|={2,}|—$)|\W.*\W"
    r"|.*\b(applicants?|applications?|members?|groups?|cohorts?|circles?|teams?|waitlist(ed)?|waiting list"
    r"|total|section|returning|new|spring|summer|autumn|fall|winter|season|online|in person|confirmed|pending|late"
    r"|maybe|20\d\d)\b.*",
    re.IGNORECASE,
)
#: A table with fewer columns than this has no room for sections.
_NARROW = 4
#: Words of the longest line above a section.
_LONGEST = 12


def furniture_code(
    filled: Sequence[tuple[int, str]], headers: Sequence[str], named: Collection[int], *, merged: bool
) -> str | None:
    """The problem code of a row that is no person; ``None`` for a row that may be one.

    Parameters
    ----------
    filled : sequence of (int, str)
        Position and text of the cells that hold anything, left to right.
    headers : sequence of str
        The headers of the sheet, by position.
    named : collection of int
        Positions of the columns with names and e-mail addresses.
    merged : bool
        Whether cells of this row are merged across.
    """
    if not filled:
        return "blank-row"
    repeated = sum(position < len(headers) and text == headers[position] for position, text in filled)
    if repeated > 1 and repeated * 10 >= len(filled) * 6:
        return "header-row"
    first = filled[0][1]
    if len(headers) < _NARROW or any(EMAIL.search(text) for _, text in filled):
        return None
    if _TOTAL.fullmatch(first) and len(filled) * 2 <= len(headers) and not _words_beyond(filled):
        return "total-row"
    # A single answer without a name is held, not dropped: only a line that stands where sections do is a title.
    alone = len(filled) == 1 and re.search(r"[^\W\d_]", first) is not None and len(first.split()) <= _LONGEST
    leading = filled[0][0] == 0 and 0 not in named
    if alone and (merged or leading or _SECTION.fullmatch(first)):
        return "section-row"
    return None


def _words_beyond(filled: Sequence[tuple[int, str]]) -> bool:
    """Whether anything but a number stands behind the first filled cell."""
    return any(re.search(r"[^\W\d_]{3,}", text) for _, text in filled[1:])
