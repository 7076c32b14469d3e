"""The fit of a theme space: for the package, for a program's own themes, or for a user's own text model.

Multinomial logistic regression on the vectors of many ways to express each theme. A fit for a program or a user is kept
in the user's cache folder, so that only the first run takes the time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ok_match.model import ThemeList
from ok_match.similarity.encoder.text_model import TextModel, embed, shipped_fingerprint

from .theme_space import HERE, THEMES, Floats, ThemeSpace, in_127ths, shipped, shipped_themes

#: The inverse strength of the L2 penalty.
REGULARISATION = 10.0
#: Calibrated on authors who were left out of the fit: it maximises the likelihood of their true themes.
TEMPERATURE = 0.85
EXAMPLES = HERE / "examples.tsv"


class Fit(NamedTuple):
    """The fitted arrays of a theme space: see ``ThemeSpace``."""

    weights: Floats
    bias: Floats
    examples: NDArray[np.int8]
    starts: NDArray[np.int64]


def space_for(own: ThemeList | None = None, model: TextModel | None = None) -> ThemeSpace:
    """The theme space for a program's themes and a text model: that of the package, or one fitted for them."""
    if own is None and model is None:
        return shipped()
    names, areas, examples = _gathered(own)
    cached = _cache_folder() / f"themes-{_fingerprint(own, model)}.npz"
    fit = _saved(cached)
    if fit is None:
        fit = fit_themes(examples, len(names), model)
        _save(cached, fit)
    return ThemeSpace(names, areas, fit.weights, fit.bias, TEMPERATURE, fit.examples, fit.starts, model)


def fit_themes(examples: Sequence[tuple[str, int]], themes: int, model: TextModel | None = None) -> Fit:
    """The fit on examples: multinomial logistic regression, with a class for "about nothing".

    Parameters
    ----------
    examples : sequence of (str, int)
        Texts and the positions of their themes; position ``themes`` stands for "about nothing".
    themes : int
        The number of themes.
    model : TextModel, optional
        By default, the text model of the package.
    """
    from sklearn.linear_model import LogisticRegression

    labels = np.array([label for _, label in examples])
    vectors = embed([text for text, _ in examples], model)
    classifier = LogisticRegression(C=REGULARISATION, max_iter=1000).fit(vectors, labels)
    weights, bias = classifier.coef_.T.astype(np.float64), classifier.intercept_.astype(np.float64)
    if themes == 1:
        # With two classes, scikit-learn has one row of weights, for the second of them.
        weights, bias = np.column_stack([-weights[:, 0], weights[:, 0]]), np.array([-bias[0], bias[0]])
    order = np.argsort(labels, kind="stable")[: np.count_nonzero(labels < themes)]
    return Fit(weights, bias, in_127ths(vectors[order]), np.searchsorted(labels[order], np.arange(themes)))


def listed_themes(own: ThemeList | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of a program's themes and their areas, without a fit."""
    return _gathered(own)[:2]


def shipped_examples() -> list[tuple[str, str]]:
    """The examples of the package: the key of a theme (empty for "about nothing") and a text."""
    rows = EXAMPLES.read_text("utf-8").splitlines()[1:]
    return [(key, text) for key, _, text in (row.partition("\t") for row in rows)]


def _gathered(own: ThemeList | None) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, int]]]:
    """The program's themes and those of the package together: names, areas, examples with theme positions."""
    base = [] if own and own.replace else shipped_themes()
    names = [theme["name"] for theme in base]
    areas = [theme["area"] for theme in base]
    keys = {theme["key"]: number for number, theme in enumerate(base)}
    position = {name.casefold(): number for number, name in enumerate(names)}
    examples = [(phrase, number) for number, theme in enumerate(base) for phrase in theme["phrases"]]
    for entry in own.themes if own else ():
        if entry.name.casefold() not in position:
            position[entry.name.casefold()] = len(names)
            names.append(entry.name)
            areas.append(entry.area)
        examples += [(phrase, position[entry.name.casefold()]) for phrase in entry.phrases]
    for key, text in shipped_examples():
        if key in keys:
            examples.append((text, keys[key]))
        elif not key:
            examples.append((text, len(names)))
    return tuple(names), tuple(areas), examples


def _fingerprint(own: ThemeList | None, model: TextModel | None) -> str:
    """A hash of everything on which a fit depends."""
    parts = (
        own.model_dump_json() if own else "",
        model.fingerprint if model else shipped_fingerprint(),
        EXAMPLES.read_text("utf-8"),
        THEMES.read_text("utf-8"),
    )
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]


def _cache_folder() -> Path:
    """The user's folder for what can be made again; it may not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path("ok-match", appauthor=False)


def _saved(path: Path) -> Fit | None:
    """A saved fit; ``None`` if there is none or it cannot be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile), np.load(path) as saved:
        return Fit(*(saved[name] for name in Fit._fields))
    return None


def _save(path: Path, fit: Fit) -> None:
    """Write a fit under a temporary name, then rename it. If that fails, the next run fits again."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as file:
            np.savez_compressed(file, **fit._asdict())
        Path(name).replace(path)
