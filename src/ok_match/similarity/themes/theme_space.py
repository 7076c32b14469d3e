"""The theme space: what a text is about, as probabilities over a list of themes.

Vectors of sentences lie close when their trades do. Seen through a classifier that was fitted on many ways of
saying each theme, they lie close when their subjects do.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ok_match.similarity.encoder.text_model import TextModel, Vectors

Floats = NDArray[np.float64]

HERE = Path(__file__).parent
THEMES = HERE / "themes.toml"
#: How much the nearest example of a theme counts beside the classifier, and what then divides both.
PULL, SPREAD = 20.0, 1.3
#: Texts that are compared with all examples at once.
BLOCK = 512


@dataclass(frozen=True, slots=True)
class ThemeSpace:
    """A linear classifier over themes and "about nothing", and the examples that it was fitted on.

    The classifier sees what all examples of a theme have in common, the nearest example what only some have.

    Attributes
    ----------
    names, areas : tuple of str
        What each theme is called, and the area it belongs to.
    weights : ndarray of shape (dimensions, themes + 1)
        The last column is that of "about nothing".
    bias : ndarray of shape (themes + 1,)
    temperature : float
        Divides the scores before they become probabilities, so that these can be taken at their word.
    examples : ndarray of shape (examples, dimensions), int8
        Vectors of the examples, in 127ths; those of one theme stand together, in the order of themes.
    starts : ndarray of shape (themes,)
        Where the examples of each theme begin.
    model : TextModel or None
        What makes the vectors; ``None``: the text model that comes with the package.
    """

    names: tuple[str, ...]
    areas: tuple[str, ...]
    weights: Floats
    bias: Floats
    temperature: float
    examples: NDArray[np.int8]
    starts: NDArray[np.int64]
    model: TextModel | None = None

    def probabilities(self, vectors: Vectors) -> tuple[Floats, Floats]:
        """Judge texts by their vectors.

        Returns
        -------
        ndarray of shape (texts, themes)
            How likely each theme is; rows sum to one.
        ndarray of shape (texts,)
            How likely the text is about nothing.
        """
        scores = (vectors.astype(np.float64) @ self.weights + self.bias) / self.temperature
        nothing = _shares(scores)[:, -1]
        return _shares((scores[:, :-1] + PULL * self.nearest(vectors)) / SPREAD), nothing

    @property
    def area_names(self) -> tuple[str, ...]:
        """Give each area once, in order; themes without one have none."""
        return tuple(dict.fromkeys(area for area in self.areas if area))

    def in_areas(self, themes: Floats) -> Floats:
        """Add up the probabilities of the themes of each area: (texts, themes) becomes (texts, areas)."""
        within = np.array([[area == one for one in self.area_names] for area in self.areas], np.float64)
        added: Floats = themes @ within.reshape(len(self.areas), len(self.area_names))
        return added

    def nearest(self, vectors: Vectors) -> Floats:
        """Give the cosine of each text with the nearest example of each theme: shape (texts, themes)."""
        examples = self.examples.astype(np.float32).T / np.float32(127)
        found = np.empty((len(vectors), len(self.names)))
        for start in range(0, len(vectors), BLOCK):
            near = vectors[start : start + BLOCK] @ examples
            found[start : start + BLOCK] = np.maximum.reduceat(near, self.starts, axis=1)
        return found


def _shares(scores: Floats) -> Floats:
    """Turn scores into probabilities, row by row."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares


def in_127ths(vectors: Vectors) -> NDArray[np.int8]:
    """Round vectors of unit length to a byte a number."""
    rounded: NDArray[np.int8] = np.rint(127 * np.clip(vectors, -1, 1)).astype(np.int8)
    return rounded


def shipped_themes() -> list[dict[str, Any]]:
    """Read the list of themes that comes with the package: key, area, name, meaning and phrases of each."""
    themes: list[dict[str, Any]] = tomllib.loads(THEMES.read_text("utf-8"))["themes"]
    return themes


@lru_cache(maxsize=1)
def shipped() -> ThemeSpace:
    """Load the theme space that comes with the package."""
    themes = shipped_themes()
    with np.load(HERE / "theme_space.npz") as saved:
        return ThemeSpace(
            names=tuple(theme["name"] for theme in themes),
            areas=tuple(theme["area"] for theme in themes),
            weights=saved["weights"].astype(np.float64),
            bias=saved["bias"].astype(np.float64),
            temperature=float(saved["temperature"]),
            examples=saved["examples"],
            starts=saved["starts"],
        )
