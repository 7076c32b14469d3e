"""The file formats that can be read, each told by its content and never by its name."""

from collections.abc import Callable
from typing import NamedTuple

from .delimited import read_delimited
from .grid import Grid
from .workbook import is_workbook, read_workbook


class Reader(NamedTuple):
    """One format: whether some bytes are of it, and how they become a grid."""

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Grid]


#: In the order in which they are asked; delimited text takes what nobody else wants.
READERS: dict[str, Reader] = {
    "xlsx": Reader(is_workbook, read_workbook),
    "csv": Reader(lambda _: True, read_delimited),
}
