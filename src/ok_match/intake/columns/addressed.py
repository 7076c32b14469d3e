"""Columns whose cells say the same names as the addresses of their rows, whatever their headers call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ok_match.model import EMAIL

#: Rows that are looked at, and the share of them that must agree.
_SAMPLE, _MOST = 200, 0.6
#: Shorter words stand in addresses by chance, in letters.
_LEAST = 3
_WORD = re.compile(r"[^\W\d_]+")


def are_of_the_addresses(cells: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether most cells hold a word that begins, ends or stands in the address of the same row, before its "@".

    Parameters
    ----------
    cells : sequence of str
        The cleaned cells of a column.
    columns : sequence of sequence of str
        Those of all columns of the sheet.
    """
    seen = agree = 0
    addresses = next((column for column in columns if _holds_addresses(column)), ())
    for cell, address in zip(cells[:_SAMPLE], addresses[:_SAMPLE], strict=False):
        found = EMAIL.search(address) if cell else None
        if found:
            seen += 1
            local = _folded(found[0].partition("@")[0])
            agree += any(word in local for word in _WORD.findall(_folded(cell)) if len(word) >= _LEAST)
    return seen > 1 and agree >= _MOST * seen


def _holds_addresses(column: Sequence[str]) -> bool:
    filled = [cell for cell in column[:_SAMPLE] if cell]
    return bool(filled) and sum(bool(EMAIL.search(cell)) for cell in filled) >= _MOST * len(filled)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
