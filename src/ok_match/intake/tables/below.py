"""Second tables below the table of answers: other headers, and rows that belong to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from ok_match.intake.columns.asking.cues import cues, recognisable
from ok_match.model import EMAIL

from .likeness import asks, likeness, shape

#: Cells that a header has at least, and the share of them that must read like headers, in tenths.
_LEAST, _MOSTLY = 2, 6
_NAMING = 80
_PEOPLE = ("name", "first_name", "email")


class Block(NamedTuple):
    """A second table: whether people stand in it who are not above it, and its headers as text."""

    holds_people: bool
    shown: str


def block_at(
    lines: Sequence[Sequence[str]], index: int, mails: Collection[int], names: Collection[int], follows_gap: bool
) -> Block | None:
    """The second table whose header stands in a line; ``None`` where no table begins there.

    Parameters
    ----------
    lines : sequence of sequence of str
        The rows of the sheet below its header.
    mails, names : collection of int
        Positions of the columns of addresses and of names.
    follows_gap : bool
        Whether an empty row stands above the line.
    """
    line = lines[index]
    filled = [cell for cell in line if cell]
    if len(filled) < _LEAST or any(EMAIL.search(cell) for cell in filled):
        return None
    if any(line[position] and shape(line[position]) == "name" for position in names):
        return None
    above = [other for other in lines[max(0, index - 40) : index] if sum(map(bool, other)) > 1]
    seen = likeness(line, above)
    if seen.alike:
        return None
    is_header = sum(map(asks, filled)) * 10 >= len(filled) * _MOSTLY
    is_known = recognisable(filled) >= (1 if follows_gap else _LEAST) and (seen.unlike or follows_gap)
    # Behind a gap, rows without a single address where addresses stand above are another table, whatever its headers.
    is_strange = (
        follows_gap and seen.unlike and not any(EMAIL.search(other[n]) for other in lines[index:] for n in mails)
    )
    if not (is_header and is_known) and not is_strange:
        return None
    return Block(_holds_people(lines, index, mails, names), " · ".join(filled[:4]))


def _holds_people(lines: Sequence[Sequence[str]], index: int, mails: Collection[int], names: Collection[int]) -> bool:
    """Whether rows below a second header name people who do not stand above it."""
    above = lines[:index]
    known = {line[n].casefold() for n in (*mails, *names) for line in above if line[n]}
    naming = [n for n, cell in enumerate(lines[index]) if cell and max(cues(cell)[name] for name in _PEOPLE) >= _NAMING]
    cells = [line[n].casefold() for n in naming for line in lines[index + 1 :] if line[n] and sum(map(bool, line)) > 1]
    cells += [line[n].casefold() for n in names for line in lines[index + 1 :] if shape(line[n]) == "name"]
    strangers = {cell for cell in cells if cell not in known}
    addresses = {
        cell.casefold()
        for line in lines[index + 1 :]
        for cell in line
        if EMAIL.fullmatch(cell) and cell.casefold() not in known
    }
    return bool(strangers or addresses)
