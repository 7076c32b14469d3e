"""Fits the classifier of a theme space: once for the package, and anew where a program brings themes of its own.

Multinomial logistic regression on the vectors of many ways to say each theme. A program's fit is kept in the user's
cache folder, so that only the first run with a new list of themes takes the time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ok_match.model import ThemeList

from .text_model import FOLDER, embed
from .theme_space import HERE, Floats, ThemeSpace, shipped, shipped_themes

REGULARISATION = 10.0
#: Chosen by the likelihood of right themes on authors that were left out.
TEMPERATURE = 0.85
EXAMPLES = HERE / "examples.tsv"


def space_for(own: ThemeList | None) -> ThemeSpace:
    """Give the theme space for a program: the shipped one, or one with the program's own themes."""
    if own is None:
        return shipped()
    names, areas, examples = _gathered(own)
    cached = _cache_folder() / f"themes-{_fingerprint(own)}.npz"
    if cached.is_file():
        with contextlib.suppress(OSError, ValueError, KeyError), np.load(cached) as saved:
            return ThemeSpace(names, areas, saved["weights"], saved["bias"], TEMPERATURE)
    weights, bias = fit_classifier(examples, len(names))
    _keep(cached, weights, bias)
    return ThemeSpace(names, areas, weights, bias, TEMPERATURE)


def fit_classifier(examples: Sequence[tuple[str, int]], themes: int) -> tuple[Floats, Floats]:
    """Fit on texts with the positions of their themes; position ``themes`` means: about nothing.

    Returns
    -------
    ndarray of shape (384, themes + 1), ndarray of shape (themes + 1,)
        Weights and bias.
    """
    from sklearn.linear_model import LogisticRegression

    labels = np.array([label for _, label in examples])
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    model.fit(embed([text for text, _ in examples]), labels)
    if themes == 1:
        # Two classes have one row of weights, which speaks for the second of them.
        return np.column_stack([-model.coef_[0], model.coef_[0]]), np.array([-model.intercept_[0], model.intercept_[0]])
    return model.coef_.T.astype(np.float64), model.intercept_.astype(np.float64)


def shipped_examples() -> list[tuple[str, str]]:
    """Give the examples that come with the package: the key of a theme (empty: about nothing) and a text."""
    rows = EXAMPLES.read_text("utf-8").splitlines()[1:]
    return [(key, text) for key, _, text in (row.partition("\t") for row in rows)]


def _gathered(own: ThemeList) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, int]]]:
    """Put the program's themes and the shipped ones together: names, areas, examples with theme positions."""
    base = [] if own.replace else shipped_themes()
    names = [theme["name"] for theme in base]
    areas = [theme["area"] for theme in base]
    keys = {theme["key"]: number for number, theme in enumerate(base)}
    places = {name.casefold(): number for number, name in enumerate(names)}
    examples = [(phrase, number) for number, theme in enumerate(base) for phrase in theme["phrases"]]
    for entry in own.themes:
        if entry.name.casefold() not in places:
            places[entry.name.casefold()] = len(names)
            names.append(entry.name)
            areas.append(entry.area)
        examples += [(phrase, places[entry.name.casefold()]) for phrase in entry.phrases]
    for key, text in shipped_examples():
        if key in keys:
            examples.append((text, keys[key]))
        elif not key:
            examples.append((text, len(names)))
    return tuple(names), tuple(areas), examples


def _fingerprint(own: ThemeList) -> str:
    """Name a fit by all that it depends on."""
    parts = (own.model_dump_json(), (FOLDER / "SHA256SUMS").read_text("utf-8"), EXAMPLES.read_text("utf-8"))
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]


def _cache_folder() -> Path:
    """Give the folder for what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "ok-match"


def _keep(path: Path, weights: Floats, bias: Floats) -> None:
    """Save a fit beside its place and rename it; where that is not possible, the next run fits again."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as file:
            np.savez_compressed(file, weights=weights, bias=bias)
        Path(name).replace(path)
