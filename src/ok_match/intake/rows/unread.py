"""Columns that were left out although their answers name people of the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ok_match.intake.columns.recognition import NOT_UNDERSTOOD, Heading
from ok_match.intake.columns.verdict import NAMED
from ok_match.model.languages import plain_words
from ok_match.model.sheets.ledger import Ledger

from .row import Row

#: Words beside a name that may ask for distance.
_DISTANT = re.compile(
    r"\b(?:not|n't|never|avoid\w*|apart|away|rather|separate\w*|conflict\w*|except|awkward|uncomfortable|other than|ex"
    r"|different (?:group|table|circle|cohort)|lawsuit|court|divorced|sued|competitor)\b",
    re.IGNORECASE,
)
#: Reasons for which a column may name people and be left out all the same.
_SETTLED = (NAMED, "only the form tool needs it", "the column is empty", NOT_UNDERSTOOD)


def remark_on_unread(
    headings: Sequence[Heading], table: Sequence[Sequence[str]], rows: Sequence[Row], ledger: Ledger
) -> None:
    """Ask about each column that was left out and asks for distance from somebody; warn where it only names them.

    Parameters
    ----------
    table : sequence of sequence of str
        The cleaned cells below each header, by position.
    rows : sequence of Row
        Everybody in the sheet.
    """
    left_out = [heading for heading in headings if heading.field is None and not heading.reason.startswith(_SETTLED)]
    if not left_out:
        return
    names = {key for row in rows for key in _ends(plain_words(row.name).split())}
    own = {row.line: set(_ends(plain_words(row.name).split())) for row in rows}
    asked: set[str] = set()
    for heading in left_out:
        cells = table[heading.position]
        named = [cell for line, cell in enumerate(cells) if cell and _names(cell, names, own.get(line, set()))]
        if not named or heading.header in asked:
            continue
        asked.add(heading.header)
        remark = ledger.ask if any(map(_DISTANT.search, named)) else ledger.warn
        remark("names-unread", column=heading.header, other=len(named))


def _ends(words: Sequence[str]) -> Iterable[tuple[str, str]]:
    """The first and the last word of a name of several."""
    return [(words[0], words[-1])] if len(words) > 1 else []


def _names(cell: str, names: set[tuple[str, str]], own: set[tuple[str, str]]) -> bool:
    """Whether a cell holds one of these names that is not its writer's own."""
    words = plain_words(cell).split()
    return any(pair in names and pair not in own for pair in pairwise(words))
