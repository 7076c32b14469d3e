"""The list of themes that a facilitator has corrected, in a text editor or a spreadsheet program."""

from collections.abc import Sequence
from difflib import get_close_matches

from ok_match.errors import SheetError
from ok_match.model import WRITTEN_FACETS, Correction, Facet

from .table import rows_of

#: The columns that identify a statement, and the one that the facilitator fills in.
NEEDED = ("id", "facet", "statement", "correct_theme")
#: What to write for a statement that is about none of the themes.
NOTHING = "nothing"
_FOLLOWS = "No theme was corrected, and nothing was matched."


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
    known = {theme.casefold(): theme for theme in themes} | {NOTHING: ""}
    corrections = []
    for place, cells in rows_of(data, name, NEEDED, _FOLLOWS, "ok-match themes"):
        person, facet, text, theme = (cells.get(column, "") for column in NEEDED)
        if not theme:
            continue
        if theme.casefold() not in known or facet not in WRITTEN_FACETS:
            near = get_close_matches(theme.casefold(), known, n=1)
            meant = f'did you mean "{known[near[0]] or NOTHING}"?' if near else "take a name from the theme columns."
            raise SheetError(
                place,
                f'"{theme}" is not a theme, or the facet was changed.',
                _FOLLOWS,
                meant,
            )
        corrections.append(Correction(participant=person, facet=Facet(facet), text=text, theme=known[theme.casefold()]))
    return tuple(sorted(corrections, key=lambda c: (c.participant, c.facet, c.text)))
