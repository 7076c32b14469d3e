"""Who spoke of which theme, and where: found once for everybody, asked cohort by cohort."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ok_match.model import Facet, Ground, Theme, ThemeMention


class Spoken:
    """The themes of a sheet, by the people to whom they belong: who ticked one, or who wrote of it."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.themes = tuple(themes)
        self._mentions: dict[tuple[int, int], list[ThemeMention]] = defaultdict(list)
        self._held: dict[int, list[int]] = defaultdict(list)
        self._holders: Counter[int] = Counter()
        for turn, theme in enumerate(self.themes):
            ticked = theme.ground is Ground.TICKED
            holders: dict[int, None] = {}
            for mention in theme.mentions:
                self._mentions[turn, mention.participant].append(mention)
                if (mention.statement.facet is Facet.THEMES) == ticked:
                    holders[mention.participant] = None
            for person in holders:
                self._held[person].append(turn)
            self._holders[turn] = len(holders)

    def holders(self, turn: int) -> int:
        """Count the people to whom a theme belongs."""
        return self._holders[turn]

    def among(self, members: Sequence[int]) -> list[tuple[int, list[int]]]:
        """Give the themes that belong to some members, in order, each with those members."""
        here: dict[int, list[int]] = defaultdict(list)
        for i in members:
            for turn in self._held.get(i, ()):
                here[turn].append(i)
        return sorted(here.items())

    def mentions(self, turn: int, person: int) -> Sequence[ThemeMention]:
        """Give where a person spoke of a theme."""
        return self._mentions.get((turn, person), ())
