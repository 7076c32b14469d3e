"""A program's own themes, in addition to those that come with ok-match or in place of them."""

from typing import Annotated

from pydantic import Field

from ok_match.model.noun import Noun


class ThemeEntry(Noun):
    """One theme: its name in reports, and at least three phrases that express it, as varied as possible.

    An entry with the name of an existing theme adds its phrases to that theme.
    """

    name: Annotated[str, Field(min_length=1, max_length=60)]
    area: str = ""
    meaning: str = ""
    phrases: Annotated[tuple[str, ...], Field(min_length=3)]


class ThemeList(Noun):
    """A program's own themes. With ``replace``, they are the only ones."""

    replace: bool = False
    themes: Annotated[tuple[ThemeEntry, ...], Field(min_length=1)]
