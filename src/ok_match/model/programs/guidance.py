"""The facilitator's word on how a sheet is to be read, where ok-match reads it wrongly or asks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from ok_match.model.noun import Noun
from ok_match.model.sheets.visibility import Visibility

#: The header of a column, or its position, counted from 1.
ColumnName = str | Annotated[int, Field(ge=1)]


class ColumnChoice(Noun):
    """The columns of the sheet that feed a field, and who may see their content.

    Attributes
    ----------
    header : str, int or tuple of them
        The text of a header, or the position of a column counted from 1; or several.
    nth : int or None
        Which of several columns with this header is meant, counted from 1; ``None`` for all of them.
    share : Visibility or None
        Who may see the content, where that is not as usual for the field.
    """

    header: ColumnName | tuple[ColumnName, ...]
    nth: Annotated[int, Field(ge=1)] | None = None
    share: Visibility | None = None


class Hidden(StrEnum):
    """What happens to hidden rows and columns of a workbook: they are left out, or read like all others."""

    SKIP = "skip"
    READ = "read"


class SheetLayout(Noun):
    """Where the answers stand in a file, and how its letters are written.

    Attributes
    ----------
    name : str or tuple of str
        The sheet of a workbook that holds the answers, or several that are read as one.
    header : int or None
        The row of the header, as the spreadsheet numbers it; 0 where the sheet has none.
    header_rows : int or None
        How many rows the header takes.
    hidden : Hidden or None
        What happens to hidden rows and columns.
    encoding : str
        How the letters of a text file are encoded, such as ``utf-8``, ``mac-roman`` or ``cp1250``.
    """

    name: str | tuple[str, ...] = ()
    header: Annotated[int, Field(ge=0)] | None = None
    header_rows: Annotated[int, Field(ge=1, le=5)] | None = None
    hidden: Hidden | None = None
    encoding: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets that hold the answers; empty where that is left open."""
        return (self.name,) if isinstance(self.name, str) and self.name else tuple(self.name)


class Asks(StrEnum):
    """What the question about times asks for: the times at which people can come, or cannot."""

    CAN = "can"
    CANNOT = "cannot"


class TimeNotation(Noun):
    """How times to meet are written.

    Attributes
    ----------
    asks : Asks or None
        Whether the times given are those at which people can come.
    zone : str
        The time zone of all times, such as ``America/Los_Angeles``; ``local`` where each person's own is meant.
    yes, no, maybe : tuple of str
        Marks in a grid of times that say that somebody can come, cannot, or can if need be.
    """

    asks: Asks | None = None
    zone: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


class Guidance(Noun):
    """Everything that a program says about the reading of its sheet.

    Attributes
    ----------
    columns : mapping
        Field to the columns that feed it; ``ignore`` to those that are left out.
    accept : tuple of str
        Decisions that were made as ok-match proposes: a problem's code, or ``code: value`` for a single one, where the
        value is a row ("row 7"), a column's header, or the name that the problem shows.
    judged, required : frozenset of str
        The fields that a rule judges people by, and those without which nobody is placed, of the fields for which that
        makes a difference.
    """

    columns: Mapping[str, ColumnChoice] = Field(default_factory=lambda: MappingProxyType({}))
    layout: SheetLayout = SheetLayout()
    times: TimeNotation = TimeNotation()
    accept: tuple[str, ...] = ()
    judged: frozenset[str] = frozenset({"availability"})
    required: frozenset[str] = frozenset({"availability"})

    @property
    def shares(self) -> dict[str, Visibility]:
        """The visibility of each field for which the program sets one."""
        return {field: choice.share for field, choice in self.columns.items() if choice.share}

    def accepts(self, code: str, *about: object) -> bool:
        """Whether a decision was made as proposed; ``about`` is what may name it: its row, its column, its value."""
        named = {_plain(f"row {thing}" if isinstance(thing, int) else str(thing)) for thing in about if thing}
        for entry in self.accept:
            wanted, _, value = entry.partition(":")
            if wanted.strip() == code and (not value.strip() or _plain(value) in named):
                return True
        return False


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
