"""The semantic engine: common ground where people mean the same, whatever their words and their trade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ok_match.errors import ProgramError
from ok_match.model import Ground, ThemeList
from ok_match.similarity.encoder.text_model import StepProgress, TextModel, Vectors, embed, unreported
from ok_match.similarity.themes.refit import space_for
from ok_match.similarity.themes.theme_space import ThemeSpace

from .alignment import Floats, Positions
from .reading import Claim, Topic
from .topics import word_topics

#: The weight of agreement on themes; the rest is the cosine similarity of the vectors.
THEMES = 0.9
#: The likelihood of being about nothing above which a statement is no answer.
NOTHING = 0.5
#: The least likelihood that two statements are about one theme: to claim it, and to claim it as likely.
SURE, LIKELY = 0.98, 0.8
#: The same for a single statement.
SURE_ALONE, LIKELY_ALONE = 0.95, 0.8
#: The least likelihood that two statements are in one area of themes to claim it, and the same for a single statement.
AREA, AREA_ALONE = 0.9, 0.95
#: The fewest people who make a subject of a word in statements without a clear theme.
UNLISTED = 3
#: The least overlap between the themes of a statement and of a ticked option for the statement to be about it.
SAME_AS_OPTION = 0.6


@dataclass(frozen=True, slots=True)
class SemanticReading:
    """Statements as vectors of unit length, and as probabilities over themes and over the areas of themes.

    Attributes
    ----------
    vectors : ndarray of shape (s, dimensions), float32
    themes, areas : ndarray of shape (s, themes) and (s, areas)
        Likelihoods, 0 to 1.
    nothing : ndarray of shape (s,)
        The likelihood that a statement is about nothing, 0 to 1.
    space : ThemeSpace
        The classifier behind the likelihoods.
    options : dict
        A cache: option to its likelihoods over themes.
    """

    texts: Sequence[str]
    vectors: Vectors
    themes: Floats
    areas: Floats
    nothing: Floats
    space: ThemeSpace
    options: dict[str, Floats]

    def compare(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> Floats:
        """The overlap of themes (Bhattacharyya), weighted by their certainty, mixed with a little cosine similarity."""
        mine, theirs = self.vectors[rows], self.vectors[columns]
        if precisely:
            # The last bits of 32-bit sums depend on the shape of the matrix.
            mine, theirs = mine.astype(np.float64), theirs.astype(np.float64)
        return overlap(self.themes[rows], mine, self.themes[columns], theirs)

    def silent(self, position: int) -> bool:
        """Whether a statement is likely to be about nothing."""
        return bool(self.nothing[position] > NOTHING)

    def claim(self, first: int, second: int) -> Claim | None:
        """The theme that both statements are likely about, graded by that likelihood; failing that, the area."""
        of_theme = self.themes[first] * self.themes[second]
        theme = int(of_theme.argmax())
        if of_theme[theme] >= LIKELY:
            ground = Ground.THEME if of_theme[theme] >= SURE else Ground.LIKELY_THEME
            return Claim(ground, (self.space.names[theme],))
        of_area = self.areas[first] * self.areas[second]
        area = int(of_area.argmax())
        return Claim(Ground.AREA, (self.space.area_names[area],)) if of_area[area] >= AREA else None

    def about(self, position: int, option: str) -> float:
        """The overlap of a statement's themes with those of a ticked option, 0-1; 0 if it is small."""
        if option not in self.options:
            self.options[option] = self.space.probabilities(embed([option], self.space.model))[0][0]
        shared = float(np.sqrt(self.themes[position] * self.options[option]).sum())
        return shared if shared >= SAME_AS_OPTION else 0.0

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """The themes that several people surely or likely wrote about, then areas and words.

        Areas and words are sought in statements without a clear theme: the words are subjects that the list lacks.
        """
        topics = []
        for theme, name in enumerate(self.space.names):
            for ground, least in ((Ground.THEME, SURE_ALONE), (Ground.LIKELY_THEME, LIKELY_ALONE)):
                topics += self._topic(name, ground, self.themes[:, theme], least, owners, 2)
        best = self.themes.max(axis=1, initial=0.0)
        unclear = [owner if best[position] < LIKELY_ALONE else -1 for position, owner in enumerate(owners)]
        for area, name in enumerate(self.space.area_names):
            topics += self._topic(name, Ground.AREA, self.areas[:, area], AREA_ALONE, unclear, UNLISTED)
        by_word = word_topics(self.texts, unclear, people)
        return topics + [topic for topic in by_word if len({owners[p] for p in topic.statements}) >= UNLISTED]

    def _topic(
        self, name: str, ground: Ground, likelihood: Floats, least: float, owners: Sequence[int], people: int
    ) -> list[Topic]:
        """The topic of the statements of at least this likelihood; none if fewer than ``people`` people made them."""
        likely = np.flatnonzero(likelihood >= least).tolist()
        positions = [position for position in likely if owners[position] >= 0 and not self.silent(position)]
        if len({owners[position] for position in positions}) < people:
            return []
        return [Topic(name, ground, tuple(positions), tuple(float(likelihood[position]) for position in positions))]


def overlap(themes: Floats, vectors: Vectors | Floats, other_themes: Floats, other_vectors: Vectors | Floats) -> Floats:
    """The similarity of two sets of statements: shape (first, second), 0 to 1.

    The Bhattacharyya coefficient of their themes (Bhattacharyya, Bulletin of the Calcutta Mathematical Society 35,
    1943, 99-109), weighted by the classifier's certainty about both. Where no theme fits, cosine similarity decides.
    """
    agreement = np.sqrt(themes) @ np.sqrt(other_themes).T
    certainty = np.sqrt(np.outer(themes.max(axis=1, initial=0.0), other_themes.max(axis=1, initial=0.0)))
    cosine = np.clip(vectors @ other_vectors.T, 0.0, 1.0)
    mixed: Floats = THEMES * agreement * certainty + (1.0 - THEMES) * cosine
    return np.clip(mixed, 0.0, 1.0)


def semantic(
    texts: Sequence[str],
    corrected: Sequence[str | None] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
    progress: StepProgress = unreported,
) -> SemanticReading:
    """The reading of statements by their meaning; the facilitator's corrections override it.

    Raises
    ------
    ProgramError
        If a correction names an unknown theme.
    """
    space = space_for(own, model)
    vectors = embed(texts, model, progress)
    themes, nothing = space.probabilities(vectors)
    for position, theme in enumerate(corrected):
        if theme and theme not in space.names:
            raise ProgramError(
                "corrected themes",
                f'"{theme}" is not a theme.',
                "Nothing was matched.",
                "use a name from the list that `ok-match themes` writes.",
            )
        if theme is not None:
            nothing[position] = float(theme == "")
        if theme:
            themes[position] = np.eye(len(space.names))[space.names.index(theme)]
    return SemanticReading(texts, vectors, themes, space.in_areas(themes), nothing, space, {})
