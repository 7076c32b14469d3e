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

from .text_model import Vectors

Floats = NDArray[np.float64]

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ThemeSpace:
    """A linear classifier over themes and "about nothing".

    Attributes
    ----------
    names, areas : tuple of str
        What each theme is called, and the area it belongs to.
    weights : ndarray of shape (384, themes + 1)
        The last column is that of "about nothing".
    bias : ndarray of shape (themes + 1,)
    temperature : float
        Divides the scores before they become probabilities, so that these can be taken at their word.
    """

    names: tuple[str, ...]
    areas: tuple[str, ...]
    weights: Floats
    bias: Floats
    temperature: float

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
        odds = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
        nothing = odds[:, -1] / odds.sum(axis=1)
        return odds[:, :-1] / odds[:, :-1].sum(axis=1, keepdims=True), nothing


def shipped_themes() -> list[dict[str, Any]]:
    """Read the list of themes that comes with the package: key, area, name, meaning and phrases of each."""
    themes: list[dict[str, Any]] = tomllib.loads((HERE / "themes.toml").read_text("utf-8"))["themes"]
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
        )
