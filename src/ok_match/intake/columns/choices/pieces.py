"""Cells that hold several options, cut into them; how they are parted is learned from a question as a whole."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ok_match.intake.files.cleaning import is_answer

from .brackets import listed, outside_brackets
from .itemised import itemised

#: An option with a comma, in quotation marks; and a comma without a space, which no option has inside.
_QUOTED = re.compile(r'(?:^|,)\s*"[^"]*,[^"]*"\s*(?:,|$)')
_TIGHT = re.compile(r",(?=\S)")
_GREATER = re.compile(r"\s*(?:>+|→|➔|»)\s*")
_NUMBER = re.compile(r"(?:(?<=[\s;,])|^)\(?(\d{1,2})[.):](?=\s|[^\W\d])\s*")
_BULLET = re.compile(r"^\s*(?:[-*•–—·▪◦‣✓✔]|\(?\d{1,2}[.)])\s+")
#: Codes in one cell, as Kobo and ODK write what was chosen of several: "hiring cash_flow".
_CODES = re.compile(r"[^\W]+(?:-\w+)*(?: [^\W]+(?:-\w+)*)*")
#: A mark that parts options, where a question uses it at all.
_MARKS = (";", "\n", "|", "•", "¦", "\t", "~", "^", "、", "；", "，", "\\n")
#: Marks that also stand within options: they part only what occurs by itself too.
_SOFT = ("/", " + ", " & ", " and ", " · ", ",")


class Cut(NamedTuple):
    """The options in each cell of a question, none twice; and whether marks between them say that they are in order."""

    options: list[tuple[str, ...]]
    ordered: bool = False


def cut(cells: Sequence[str]) -> Cut:
    """The options in each cell of a question.

    Lists in brackets or braces, and numbered ones, are read cell by cell. For all others, what parts the options is
    learned from the whole question: a semicolon, line break or bar if it uses one, else a comma. An option with a comma
    inside is recognised by quotation marks around it, by the space behind its comma where the separator has none, by
    brackets around the comma, or else by its parts, which never occur without each other.
    """
    known: dict[int, tuple[str, ...]] = {}
    arrows = filled = 0
    for line, cell in enumerate(cells):
        filled += bool(cell)
        if (marked := itemised(cell)) is not None:
            known[line] = _unique(marked)
        elif ">" in cell or "→" in cell or "➔" in cell or "»" in cell:
            pieces = _GREATER.split(cell)
            arrows += len(pieces) > 1
            known[line] = _unique(pieces)
        elif ";#" in cell:
            known[line] = _unique(_of_sharepoint(cell))
        elif (items := listed(cell) or _numbered(cell)) is not None:
            known[line] = _unique(items)
    rest = [cell for line, cell in enumerate(cells) if line not in known]
    parted = iter(_parted(rest))
    options = [known[line] if line in known else next(parted) for line in range(len(cells))]
    return Cut(_soft(options), ordered=2 * arrows > filled)


def _of_sharepoint(cell: str) -> list[str]:
    """The options between the marks ";#" of a list in SharePoint, without the numbers that a look-up puts there."""
    pieces = [piece.strip(" ;#") for piece in cell.split(";#")]
    named = [piece for piece in pieces if piece and not piece.isdecimal()]
    return named or pieces


def _numbered(cell: str) -> list[str] | None:
    """The items of "1. Hiring 2. Pricing", or ``None``: the numbers begin at 1 and go up."""
    if not cell.startswith(("1", "(1")):
        return None
    marks = list(_NUMBER.finditer(cell))
    if len(marks) < 2 or marks[0].start() or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(cell)]
    return [cell[mark.end() : end].strip(" ;,\n\t|") for mark, end in zip(marks, ends, strict=True)]


def _parted(cells: Sequence[str]) -> list[tuple[str, ...]]:
    """The options of cells that hold no lists of their own."""
    commas = sum("," in cell for cell in cells)
    counts = {mark: sum(mark in cell for cell in cells) for mark in _MARKS}
    # A mark that only a write-in or two hold is not what separates the options.
    separator = next((mark for mark, count in counts.items() if count and 3 * count >= commas), None)
    if separator is not None:
        return [_unique(_BULLET.sub("", piece) for piece in cell.split(separator)) for cell in cells]
    if any(_QUOTED.search(cell) for cell in cells):
        return [_unique(next(csv.reader([cell.replace("\n", " ")], skipinitialspace=True), [])) for cell in cells]
    tight = sum(bool(_TIGHT.search(cell)) for cell in cells)
    if 3 * tight >= commas > 0:
        return [_unique(_tightly(cell)) for cell in cells]
    if commas:
        return _joined_again([[piece.strip() for piece in outside_brackets(cell, ",")] for cell in cells])
    return _codes(cells) or [_unique([_BULLET.sub("", cell)]) for cell in cells]


def _tightly(cell: str) -> list[str]:
    """A cell cut at its commas, except at those with a space behind them or in brackets."""
    pieces: list[str] = []
    for piece in outside_brackets(cell, ","):
        if pieces and piece[:1].isspace():
            pieces[-1] = f"{pieces[-1]},{piece}"
        else:
            pieces.append(piece)
    return pieces


def _joined_again(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """The pieces of each cell, with those joined that belong to the same option."""
    glued = _glued(rows)
    return [_unique(_glue(row, glued)) for row in rows]


def _glued(rows: list[list[str]]) -> set[tuple[str, str]]:
    """The neighbours at a comma that belong to the same option."""
    single = Counter(piece for row in rows for piece in row)
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    # Where options begin with a capital letter, a small one goes on with an option.
    capitals = 2 * sum(row[0][:1].islower() for row in rows if row) < sum(map(bool, rows))
    return {
        (left, right)
        for (left, right), count in pairs.items()
        if single[right] == count and ((capitals and right[:1].islower()) or (single[left] == count and count > 2))
    }


def _glue(row: list[str], glued: set[tuple[str, str]]) -> list[str]:
    """The pieces of a cell, with those that belong together joined again."""
    pieces = row[:1]
    for left, right in pairwise(row):
        if (left, right) in glued:
            pieces[-1] = f"{pieces[-1]}, {right}"
        else:
            pieces.append(right)
    return pieces


def _codes(cells: Sequence[str]) -> list[tuple[str, ...]] | None:
    """Codes parted by spaces, or ``None``: each occurs without its neighbours, and nearly all more than once."""
    rows = [cell.split() for cell in cells]
    if sum(len(row) > 1 for row in rows) < 2 or any(cell != cell.casefold() for cell in cells):
        return None
    if not all(_CODES.fullmatch(cell) for cell in cells if cell):
        return None
    single = Counter(code for row in rows for code in row)
    pairs = Counter(frozenset(pair) for row in rows for pair in pairwise(row))
    together = any(count == min(single[code] for code in pair) and count > 1 for pair, count in pairs.items())
    if together or 10 * sum(count for count in single.values() if count > 1) < 9 * single.total():
        return None
    return [_unique(row) for row in rows]


def _soft(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Options cut once more where all their parts are options of their own: "Hiring / Pricing", "Hiring and tax"."""
    known = Counter(piece.casefold() for row in rows for piece in row)
    if not any(mark in piece for piece in known for mark in _SOFT):
        return rows
    slashes = _slashes(known)

    def parts(piece: str) -> list[str]:
        for mark in _SOFT:
            if mark in piece:
                pieces = [part.strip() for part in piece.split(mark)]
                # "Marketing and sales" may be an option beside "Marketing" and "Sales"; then it recurs.
                apart = mark not in (" & ", " and ") or known[piece.casefold()] == 1
                if apart and all(part.casefold() in known for part in pieces):
                    return pieces
                if mark == "/" and piece.casefold() in slashes:
                    return pieces
        return [piece]

    return [_unique(part for piece in row for part in parts(piece)) for row in rows]


def _slashes(known: Counter[str]) -> frozenset[str]:
    """The options that are several, parted by slashes: most of their parts occur with different neighbours."""
    rows = [[part.strip() for part in piece.split("/")] for piece in known]
    slashed = [row for row in rows if len(row) > 1]
    if len(slashed) < 3 or any(len(part.split()) > 6 for row in slashed for part in row):
        return frozenset()
    times = Counter(part for row in rows for part in set(row))
    recurring = sum(times[part] > 1 for row in slashed for part in row)
    if 10 * recurring < 8 * sum(map(len, slashed)):
        return frozenset()
    return frozenset(piece for piece in known if "/" in piece)


def _unique(pieces: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece for piece in (piece.strip() for piece in pieces) if is_answer(piece)))
