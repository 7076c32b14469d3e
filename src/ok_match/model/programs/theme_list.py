"""The subjects that a program looks for, beside or instead of those that come with ok-match."""

from typing import Annotated

from pydantic import Field

from ok_match.model.noun import Noun


class ThemeEntry(Noun):
    """One theme: what reports call it, and phrases that say it, the more various the better.

    An entry with the name of a theme that exists already adds its phrases to it.
    """

    name: Annotated[str, Field(min_length=1, max_length=60)]
    area: str = ""
    meaning: str = ""
    phrases: Annotated[tuple[str, ...], Field(min_length=3)]


class ThemeList(Noun):
    """Themes of a program's own; with ``replace``, nothing else is looked for."""

    replace: bool = False
    themes: Annotated[tuple[ThemeEntry, ...], Field(min_length=1)]
