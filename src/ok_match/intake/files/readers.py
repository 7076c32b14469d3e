"""The file formats that can be read, each told by its content and never by its name."""

from collections.abc import Callable
from typing import NamedTuple

from .delimited import read_delimited
from .grid import Grid
from .workbook import is_workbook, read_workbook


class Reader(NamedTuple):
    """One format: whether some bytes are of it, and how they become grids, one for each sheet in the file."""

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], tuple[Grid, ...]]


#: In the order in which they are asked; delimited text takes what nobody else wants.
READERS: dict[str, Reader] = {
    "workbook": Reader(is_workbook, read_workbook),
    "csv": Reader(lambda _: True, read_delimited),
}


def grids_of(data: bytes, name: str) -> tuple[Grid, ...]:
    """Read all sheets of a file that hold anything, at least one.

    Raises
    ------
    SheetError
        If the file is no spreadsheet.
    """
    reader = next(reader for reader in READERS.values() if reader.recognises(data))
    return reader.read(data, name)
