"""What speaks for a sheet of a workbook being the one with the answers: people, and what they wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from ok_match.intake.columns.asking.cues import cues
from ok_match.intake.columns.recognition import Heading
from ok_match.intake.files.cleaning import clean, is_answer
from ok_match.model import EMAIL, Facet

from .furniture import standings

if TYPE_CHECKING:
    from ok_match.intake.columns.table import Table
    from ok_match.intake.files.grid import Grid

#: From here on the words of a header ask for a field, in percent.
_LEAST = 45
_NAMES = ("email", "name", "first_name", "last_name", "preferred_name", "id")
#: The fields by which a row is an answer to a form, and not only an entry in a list of people.
_ANSWERED = frozenset({*map(str, Facet), "availability", "keep_apart", "sit_with"})
#: The share of a column's cells that must be addresses, for it to be a column of addresses.
_MOST = 0.6
_LETTERS = re.compile(r"[^\W\d_]{2}")
#: Sheets that were put aside, by their names: earlier versions, drafts, and people who are no longer in.
_ASIDE = re.compile(
    r"\b(archived?|old|older|last (year|season|term)|previous|past|back ?up|cop(y|ies) of|copy|drafts?|templates?"
    r"|examples?|samples?|tests?|trash|deleted|removed|withdrawn|withdrew|declined|rejected|cancell?ed"
    r"|drop(ped)?[ -]?outs?|instructions?|read ?me|how to|guide|help|do not use|not used|unused|alumni"
    r"|archiv|alt|kopie|copia|copie|ancien|anterior|vorjahr)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


class Kind(IntEnum):
    """What a sheet holds: answers to the form, a list of people, or anything else."""

    OTHER = 0
    PEOPLE = 1
    ANSWERS = 2


@dataclass(frozen=True)
class Evidence:
    """A sheet that may hold the answers.

    Attributes
    ----------
    people : frozenset of str
        The addresses of those who stand in it, and the names of those without one, in lower case.
    names : frozenset of str
        All their names and addresses, in lower case.
    answered : int
        How many of them wrote or ticked something.
    filled : int
        How many of their cells stand under headers that are known.
    """

    grid: Grid
    table: Table
    people: frozenset[str]
    names: frozenset[str]
    answered: int
    filled: int
    fields: frozenset[str]

    @property
    def kind(self) -> Kind:
        """What the sheet holds."""
        if self.answered and (self.answered > 1 or len(self.people) == 1):
            return Kind.ANSWERS
        return Kind.PEOPLE if len(self.people) > 1 else Kind.OTHER

    @property
    def is_aside(self) -> bool:
        """Whether the name of the sheet says that it was put aside."""
        return _ASIDE.search(self.grid.sheet.replace("_", " ")) is not None

    @property
    def year(self) -> int:
        """The year in the name of the sheet; 0 where there is none."""
        years = _YEAR.findall(self.grid.sheet)
        return int(max(years, default="0"))

    @cached_property
    def texts(self) -> frozenset[str]:
        """Everything that stands below the header, in lower case."""
        return frozenset(
            plain(cell) for position in self.table.body for cell in self.table.body[position].tolist() if cell
        )


def plain(text: str) -> str:
    """A cell in lower case, on one line."""
    return " ".join(clean(text).split()).casefold()


def evidence_of(grid: Grid, table: Table) -> Evidence:
    """What speaks for a sheet."""
    columns = [[clean(cell) for cell in table.body[h.position].tolist()] for h in table.headers]
    fields = [_field(header.text or header.row, cells) for header, cells in zip(table.headers, columns, strict=True)]
    headings = [Heading(h.position, h.shown, h.row, field, "") for h, field in zip(table.headers, fields, strict=True)]
    rows = standings(headings, columns, table.body.index.tolist(), grid.wide, table.doubtful)
    people: set[str] = set()
    names: set[str] = set()
    answered = filled = 0
    for standing, *cells in zip(rows, *columns, strict=True):
        if standing.code:
            continue
        held = [(position, cell) for position, cell in enumerate(cells) if cell]
        known = {fields[position]: cell for position, cell in held if fields[position] and is_answer(cell)}
        called = [plain(known[field]) for field in _NAMES if field in known and _is_called(field, known[field])]
        # A word with nothing but numbers beside it is a line of a summary.
        if not called or (len(called) == 1 and sum(bool(_LETTERS.search(cell)) for _, cell in held) < 2):
            continue
        people.add(called[0])
        names.update(called)
        names.add(" ".join(plain(known[part]) for part in ("first_name", "last_name") if part in known))
        wrote = [field for field in known.keys() & _ANSWERED if _LETTERS.search(known[field])]
        answered += bool(wrote)
        filled += len(known) if wrote else 0
    return Evidence(
        grid, table, frozenset(people), frozenset(names - {""}), answered, filled, frozenset(filter(None, fields))
    )


def _is_called(field: str, text: str) -> bool:
    return bool(EMAIL.search(text)) if field == "email" else bool(_LETTERS.search(text)) or field == "id"


def _field(header: str, cells: list[str]) -> str:
    """The field that the words of a header, or the addresses below it, speak for; empty where nothing does."""
    held = [cell for cell in cells if cell]
    if held and sum(bool(EMAIL.fullmatch(cell)) for cell in held) >= _MOST * len(held):
        return "email"
    words = cues(header) if header else {}
    best = max(words, key=lambda name: words[name], default="")
    return best if best and words[best] >= _LEAST else ""
