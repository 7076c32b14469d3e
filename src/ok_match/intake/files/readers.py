"""The file formats that can be read. The content of a file tells its format; its name does not."""

from collections.abc import Callable
from typing import NamedTuple

from .delimited import read_delimited
from .grid import Grid
from .workbook import is_workbook, read_workbook


class Reader(NamedTuple):
    """One format: whether bytes are of it, and how they become grids, one a sheet of the file."""

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], tuple[Grid, ...]]


#: In the order in which they are tried; delimited text takes what no other format recognises.
READERS: dict[str, Reader] = {
    "workbook": Reader(is_workbook, read_workbook),
    "csv": Reader(lambda _: True, read_delimited),
}


def grids_of(data: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of a file that hold anything; one empty grid where none does.

    Raises
    ------
    SheetError
        If the file is no spreadsheet.
    """
    reader = next(reader for reader in READERS.values() if reader.recognises(data))
    return reader.read(data, name)
