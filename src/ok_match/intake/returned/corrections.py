"""The list of themes that a facilitator has corrected, in a text editor or a spreadsheet program."""

from collections.abc import Sequence
from difflib import get_close_matches

from ok_match.errors import SheetError
from ok_match.intake.files.cleaning import clean
from ok_match.intake.files.readers import grids_of
from ok_match.model import WRITTEN_FACETS, Correction, Facet

#: The columns that identify a statement, and the one that the facilitator fills in.
NEEDED = ("id", "facet", "statement", "correct_theme")
#: What to write for a statement that is about none of the themes.
NOTHING = "nothing"


def read_corrections(data: bytes, name: str, themes: Sequence[str]) -> tuple[Correction, ...]:
    """The corrections that were made; statements whose ``correct_theme`` is empty were not touched.

    Parameters
    ----------
    themes : sequence of str
        The names of all themes that exist.

    Raises
    ------
    SheetError
        If the file is not such a list, or names a theme that does not exist.
    """
    grid = grids_of(data, name)[0]
    rows = [(number, [clean(cell) for cell in cells]) for number, *cells in grid.cells.itertuples()]
    header = [cell.casefold() for cell in rows[0][1]] if rows else []
    missing = [column for column in NEEDED if column not in header]
    if missing:
        raise SheetError(
            name,
            f"has no column {missing[0]}.",
            "No theme was corrected, and nothing was matched.",
            "use the file that `ok-match themes` wrote, with its first row unchanged.",
        )
    positions = [header.index(column) for column in NEEDED]
    known = {theme.casefold(): theme for theme in themes} | {NOTHING: ""}
    corrections = []
    for number, cells in rows[1:]:
        person, facet, text, theme = (cells[position] for position in positions)
        if not theme:
            continue
        if theme.casefold() not in known or facet not in WRITTEN_FACETS:
            near = get_close_matches(theme.casefold(), known, n=1)
            meant = f'did you mean "{known[near[0]] or NOTHING}"?' if near else "take a name from the theme columns."
            raise SheetError(
                f"{name}, row {number}",
                f'"{theme}" is not a theme, or the facet was changed.',
                "No theme was corrected, and nothing was matched.",
                meant,
            )
        corrections.append(
            Correction(
                participant=as_typed(person), facet=Facet(facet), text=as_typed(text), theme=known[theme.casefold()]
            )
        )
    return tuple(sorted(corrections, key=lambda c: (c.participant, c.facet, c.text)))


def as_typed(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet program from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@|%") else cell
