"""The file formats that can be read. The content of a file tells its format; its name does not."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from .archives import unpacked
from .delimited import read_delimited
from .grid import Grid
from .kinds import refuse_other_kinds
from .mending import mend
from .workbook import is_workbook, read_workbook


class Reader(NamedTuple):
    """One format: whether bytes are of it, and how they become grids, one a sheet of the file.

    ``read`` takes the bytes, the name of the file, and the encoding that the facilitator gives, if any.
    """

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str, str], tuple[Grid, ...]]


#: In the order in which they are tried; delimited text takes what no other format recognises.
READERS: dict[str, Reader] = {
    "workbook": Reader(is_workbook, lambda data, name, _: read_workbook(data, name)),
    "csv": Reader(lambda _: True, read_delimited),
}


def grids_of(data: bytes, name: str, encoding: str = "") -> tuple[Grid, ...]:
    """The sheets of a file that hold anything; one empty grid where none does.

    Parameters
    ----------
    encoding : str
        How the letters of a text file are encoded, where the facilitator says so.

    Raises
    ------
    SheetError
        If the file is no spreadsheet.
    ProgramError
        If there is no such encoding, or the file is not in it.
    """
    refuse_other_kinds(data, name)
    content, inside = unpacked(data, name)
    if inside:
        refuse_other_kinds(content, inside)
    reader = next(reader for reader in READERS.values() if reader.recognises(content))
    grids = tuple(mend(grid) for grid in reader.read(content, name, encoding))
    return tuple(_taken_out(grid, inside) for grid in grids) if inside else grids


def _taken_out(grid: Grid, inside: str) -> Grid:
    """A grid that was in an archive: the name of its file stands for the sheet's, where that has none."""
    named = grid.detected if grid.sheet else grid.detected.model_copy(update={"sheet": inside})
    return replace(grid, detected=named).remarked("unpacked", None, inside)
