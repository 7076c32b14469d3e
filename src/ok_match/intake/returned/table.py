"""The table in a file that ok-match wrote and a facilitator filled in, in a text editor or a spreadsheet program."""

from collections.abc import Iterator, Mapping, Sequence

from ok_match.errors import SheetError
from ok_match.intake.files.cleaning import clean
from ok_match.intake.files.readers import grids_of


def rows_of(
    data: bytes, name: str, needed: Sequence[str], follows: str, written_by: str
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each row below the header: its place, for messages, and its cells as typed, by lower-case header.

    Parameters
    ----------
    needed : sequence of str
        The columns that must be there.
    follows : str
        What follows if one is missing.
    written_by : str
        The command that wrote the file.

    Raises
    ------
    SheetError
        If the file is no table, or lacks a column.
    """
    rows = [(number, [clean(cell) for cell in cells]) for number, *cells in grids_of(data, name)[0].cells.itertuples()]
    header = [cell.casefold() for cell in rows[0][1]] if rows else []
    for column in needed:
        if column not in header:
            raise SheetError(
                name,
                f"has no column {column}.",
                follows,
                f"use the file that `{written_by}` wrote, with its first row unchanged.",
            )
    for number, cells in rows[1:]:
        yield f"{name}, row {number}", dict(zip(header, map(_as_typed, cells), strict=False))


def _as_typed(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet program from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@|%") else cell
