"""The theme space: the subject of a text, as probabilities over a list of themes.

Vectors of sentences are close if their trades are. Through a classifier fitted on many ways to express each theme, they
are close if their subjects are.
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
#: The weight of a theme's nearest example relative to the classifier, and the divisor of their sum.
PULL, SPREAD = 20.0, 1.3
#: The number of texts compared with all examples at once.
BLOCK = 512


@dataclass(frozen=True, slots=True)
class ThemeSpace:
    """A linear classifier over themes and "about nothing", and the examples on which it was fitted.

    The classifier captures what all examples of a theme have in common; the nearest example, what only a few have.

    Attributes
    ----------
    names, areas : tuple of str
        The name of each theme, and the area to which it belongs.
    weights : ndarray of shape (dimensions, themes + 1)
        The last column is that of "about nothing".
    bias : ndarray of shape (themes + 1,)
        The last entry is that of "about nothing".
    temperature : float
        The divisor of the scores that calibrates the probabilities (Guo et al., On Calibration of Modern Neural
        Networks, ICML 2017, section 4.2).
    examples : ndarray of shape (examples, dimensions), int8
        The vectors of the examples, in 127ths, grouped by theme in the order of themes.
    starts : ndarray of shape (themes,)
        The index at which the examples of each theme begin.
    model : TextModel or None
        The source of the vectors; ``None`` for the text model of the package.
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
        """The likelihoods of themes, from the vectors of texts: shape (texts, dimensions).

        Returns
        -------
        ndarray of shape (texts, themes)
            The likelihood of each theme; rows sum to one.
        ndarray of shape (texts,)
            The likelihood that the text is about nothing, 0 to 1.
        """
        scores = (vectors.astype(np.float64) @ self.weights + self.bias) / self.temperature
        nothing = _shares(scores)[:, -1]
        return _shares((scores[:, :-1] + PULL * self.nearest(vectors)) / SPREAD), nothing

    @property
    def area_names(self) -> tuple[str, ...]:
        """The areas, each once, in order of appearance; a theme need not have one."""
        return tuple(dict.fromkeys(area for area in self.areas if area))

    def in_areas(self, themes: Floats) -> Floats:
        """The likelihoods of areas, the sums over their themes: from shape (texts, themes) to (texts, areas)."""
        within = np.array([[area == name for name in self.area_names] for area in self.areas], np.float64)
        sums: Floats = themes @ within.reshape(len(self.areas), len(self.area_names))
        return sums

    def nearest(self, vectors: Vectors) -> Floats:
        """The cosine similarity of each text with the nearest example of each theme: shape (texts, themes)."""
        examples = self.examples.astype(np.float32).T / np.float32(127)
        cosines = np.empty((len(vectors), len(self.names)))
        for start in range(0, len(vectors), BLOCK):
            near = vectors[start : start + BLOCK] @ examples
            cosines[start : start + BLOCK] = np.maximum.reduceat(near, self.starts, axis=1)
        return cosines


def _shares(scores: Floats) -> Floats:
    """The softmax of each row."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares


def in_127ths(vectors: Vectors) -> NDArray[np.int8]:
    """Vectors of unit length, rounded to one byte per number."""
    rounded: NDArray[np.int8] = np.rint(127 * np.clip(vectors, -1, 1)).astype(np.int8)
    return rounded


def shipped_themes() -> list[dict[str, Any]]:
    """The themes of the package: key, area, name, meaning and phrases of each."""
    themes: list[dict[str, Any]] = tomllib.loads(THEMES.read_text("utf-8"))["themes"]
    return themes


@lru_cache(maxsize=1)
def shipped() -> ThemeSpace:
    """The theme space of the package, loaded lazily and once."""
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
