"""The semantic engine: common ground where people mean the same, whatever words they use and whatever they sell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ok_match.errors import ProgramError
from ok_match.model import Ground, ThemeList
from ok_match.similarity.encoder.text_model import Progress, TextModel, Vectors, embed, silent
from ok_match.similarity.themes.refit import space_for
from ok_match.similarity.themes.theme_space import ThemeSpace

from .alignment import Floats, Positions
from .lexical import word_topics
from .reading import Claim, Topic

#: How much the agreement on themes counts, beside the plain likeness of the vectors.
THEMES = 0.9
#: A statement more likely than this to be about nothing is no answer.
NOTHING = 0.5
#: How likely it must be that both statements are about one theme, to say so and to say that it seems so.
SURE, LIKELY = 0.98, 0.8
#: The same for a single statement.
SURE_ALONE, LIKELY_ALONE = 0.95, 0.8
#: How likely it must be that both are in one area of themes, to say that it seems so, and for a single statement.
AREA, AREA_ALONE = 0.9, 0.95
#: So many people must use the same word, in statements of which no theme would be told, for it to be a subject.
UNLISTED = 3
#: How much of a statement's subject must agree with a ticked option to be quoted beside it.
SAME_AS_OPTION = 0.6


@dataclass(frozen=True, slots=True)
class SemanticReading:
    """Statements as vectors of unit length, and as probabilities over themes and over the areas of themes."""

    texts: Sequence[str]
    vectors: Vectors
    themes: Floats
    areas: Floats
    nothing: Floats
    space: ThemeSpace
    options: dict[str, Floats]

    def compare(self, rows: Positions, columns: Positions, *, precisely: bool = False) -> Floats:
        """Compare by the overlap of the themes (Bhattacharyya), less where they are unsure, and a little cosine."""
        mine, theirs = self.vectors[rows], self.vectors[columns]
        if precisely:
            # Sums of 32 bits depend, in their last bits, on the shape of what is added up.
            mine, theirs = mine.astype(np.float64), theirs.astype(np.float64)
        return overlap(self.themes[rows], mine, self.themes[columns], theirs)

    def silent(self, position: int) -> bool:
        """Say whether a statement is likely to be about nothing."""
        return bool(self.nothing[position] > NOTHING)

    def claim(self, first: int, second: int) -> Claim | None:
        """Name the theme that both are likely to be about, graded by how likely that is; failing that, the area."""
        both = self.themes[first] * self.themes[second]
        theme = int(both.argmax())
        if both[theme] >= LIKELY:
            ground = Ground.THEME if both[theme] >= SURE else Ground.LIKELY_THEME
            return Claim(ground, (self.space.names[theme],))
        wider = self.areas[first] * self.areas[second]
        area = int(wider.argmax())
        return Claim(Ground.AREA, (self.space.area_names[area],)) if wider[area] >= AREA else None

    def about(self, position: int, option: str) -> float:
        """Compare the themes of a statement with those of a ticked option."""
        if option not in self.options:
            self.options[option] = self.space.probabilities(embed([option], self.space.model))[0][0]
        shared = float(np.sqrt(self.themes[position] * self.options[option]).sum())
        return shared if shared >= SAME_AS_OPTION else 0.0

    def topics(self, owners: Sequence[int], people: int) -> list[Topic]:
        """Give each theme that several people are sure, or likely, to have written about.

        Subjects that the list lacks are looked for in what no theme fits, and go by the words that people use.
        """
        topics = []
        for theme, name in enumerate(self.space.names):
            for ground, least in ((Ground.THEME, SURE_ALONE), (Ground.LIKELY_THEME, LIKELY_ALONE)):
                found = [
                    position
                    for position in np.flatnonzero(self.themes[:, theme] >= least).tolist()
                    if owners[position] >= 0 and not self.silent(position)
                ]
                if len({owners[position] for position in found}) > 1:
                    fits = tuple(float(self.themes[position, theme]) for position in found)
                    topics.append(Topic(name, ground, tuple(found), fits))
        best = self.themes.max(axis=1, initial=0.0)
        unclear = [owner if best[p] < LIKELY_ALONE else -1 for p, owner in enumerate(owners)]
        for area, name in enumerate(self.space.area_names):
            likely = np.flatnonzero(self.areas[:, area] >= AREA_ALONE).tolist()
            found = [position for position in likely if unclear[position] >= 0 and not self.silent(position)]
            if len({owners[position] for position in found}) >= UNLISTED:
                fits = tuple(float(self.areas[position, area]) for position in found)
                topics.append(Topic(name, Ground.AREA, tuple(found), fits))
        words = word_topics(self.texts, unclear, people)
        return topics + [one for one in words if len({owners[p] for p in one.statements}) >= UNLISTED]


def overlap(themes: Floats, vectors: Vectors | Floats, other_themes: Floats, other_vectors: Vectors | Floats) -> Floats:
    """Compare two sets of statements: shape (first, second), 0 to 1.

    The themes' overlap is weighed by how sure the classifier is of both, so that where no theme fits, the plain
    likeness of the vectors decides.
    """
    agreement = np.sqrt(themes) @ np.sqrt(other_themes).T
    certainty = np.sqrt(np.outer(themes.max(axis=1, initial=0.0), other_themes.max(axis=1, initial=0.0)))
    cosine = np.clip(vectors @ other_vectors.T, 0.0, 1.0)
    mixed: Floats = THEMES * agreement * certainty + (1.0 - THEMES) * cosine
    return np.clip(mixed, 0.0, 1.0)


def semantic(
    texts: Sequence[str],
    told: Sequence[str | None] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
    progress: Progress = silent,
) -> SemanticReading:
    """Read statements by what they mean, and by what the facilitator says that they mean."""
    space = space_for(own, model)
    vectors = embed(texts, model, progress)
    themes, nothing = space.probabilities(vectors)
    for position, theme in enumerate(told):
        if theme and theme not in space.names:
            raise ProgramError(
                "corrected themes",
                f'"{theme}" is not a theme.',
                "Nothing was matched.",
                "take a name from the list that `ok-match themes` writes.",
            )
        if theme is not None:
            nothing[position] = float(theme == "")
        if theme:
            themes[position] = np.eye(len(space.names))[space.names.index(theme)]
    return SemanticReading(texts, vectors, themes, space.in_areas(themes), nothing, space, {})
