"""An index of the people behind each theme, built once and queried cohort by cohort."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ok_match.model import Facet, Theme, ThemeMention


class Spoken:
    """The themes of a sheet and their holders.

    The holders of a ticked theme are the people who ticked it; of any other theme, those who wrote of it. Themes are
    known by number, in the order given.
    """

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.themes = tuple(themes)
        self._mentions: dict[tuple[int, int], list[ThemeMention]] = defaultdict(list)
        self._held: dict[int, list[int]] = defaultdict(list)
        self._holders: Counter[int] = Counter()
        for number, theme in enumerate(self.themes):
            ticked = theme.ground.chosen
            holders: dict[int, None] = {}
            for mention in theme.mentions:
                self._mentions[number, mention.participant].append(mention)
                if (mention.statement.facet is Facet.THEMES) == ticked:
                    holders[mention.participant] = None
            for person in holders:
                self._held[person].append(number)
            self._holders[number] = len(holders)

    def holders(self, theme: int) -> int:
        """The number of people who hold a theme."""
        return self._holders[theme]

    def among(self, members: Sequence[int]) -> list[tuple[int, list[int]]]:
        """The themes that any of these members hold, ascending, each with those members."""
        holders: dict[int, list[int]] = defaultdict(list)
        for i in members:
            for theme in self._held.get(i, ()):
                holders[theme].append(i)
        return sorted(holders.items())

    def mentions(self, theme: int, person: int) -> Sequence[ThemeMention]:
        """The statements of a person about a theme."""
        return self._mentions.get((theme, person), ())
