"""The list of what people work in, as the facilitator corrected it: read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from ok_match.errors import SheetError
from ok_match.model import OrganisationKind, Sector, WorkChoice
from ok_match.model.people.work_names import instead_of, kind_called, sector_called

from .table import rows_of

#: The columns that identify a person, and those that the facilitator fills in.
NEEDED = ("id", "correct_sector", "correct_kind")
_FOLLOWS = "No sector was corrected, and nothing was matched."
_Value = TypeVar("_Value", bound=StrEnum)


def read_sectors(data: bytes, name: str) -> tuple[WorkChoice, ...]:
    """The corrections that were made; people whose two last columns are empty were not touched.

    Raises
    ------
    SheetError
        If the file is no such list, or names a sector or a kind of organisation that does not exist.
    """
    choices = []
    for place, cells in rows_of(data, name, NEEDED, _FOLLOWS, "ok-match check SHEET --sectors FILE.csv"):
        person, sector, kind = (cells.get(column, "").strip() for column in NEEDED)
        if sector or kind:
            choices.append(
                WorkChoice(
                    participant=person,
                    sector=_value(sector, sector_called, Sector, "a sector", place),
                    kind=_value(kind, kind_called, OrganisationKind, "a kind of organisation", place),
                )
            )
    return tuple(sorted(choices, key=lambda choice: choice.participant))


def _value(
    written: str, called: Callable[[str], _Value | None], known: Iterable[str], what: str, place: str
) -> _Value | None:
    value = called(written) if written else None
    if written and value is None:
        raise SheetError(place, f'"{written}" is not {what}.', _FOLLOWS, f"{instead_of(written, known)}.")
    return value
