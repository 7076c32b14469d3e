"""Statements become an Affinity and Themes. An engine reads texts; everything else is common to all engines."""

from collections.abc import Sequence

from ok_match.model import (
    WRITTEN_FACETS,
    Affinity,
    Correction,
    FacetWeights,
    Guess,
    Participant,
    StatementThemes,
    Theme,
    ThemeList,
)

from .encoder.own_model import open_model
from .encoder.text_model import Progress, TextModel, silent
from .lexical import lexical
from .questions import question_kinds
from .reading import Reader, Reading
from .scoring import score
from .semantic import semantic
from .themes.refit import listed_themes

ENGINES: dict[str, Reader] = {"lexical": lexical, "semantic": semantic}
DEFAULT_ENGINE = "semantic"


def judge(
    engine: str,
    people: Sequence[Participant],
    weights: FacetWeights,
    corrections: Sequence[Correction] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
    progress: Progress = silent,
) -> tuple[Affinity, tuple[Theme, ...]]:
    """Score every pair of people with the engine of this name, and find the subjects that recur."""
    return score(engine, people, weights, ENGINES[engine], corrections, own, model, progress)


def theme_names(own: ThemeList | None = None) -> tuple[str, ...]:
    """Give the names of all themes that a statement can be about."""
    return listed_themes(own)[0]


def guess_themes(
    people: Sequence[Participant], own: ThemeList | None = None, model: TextModel | None = None, count: int = 3
) -> tuple[StatementThemes, ...]:
    """Give each written statement with its ``count`` likeliest themes."""
    written = [(person, one) for person in people for facet in WRITTEN_FACETS for one in person.said(facet)]
    reading = semantic([one.text for _, one in written], own=own, model=model)
    found = []
    for position, (person, statement) in enumerate(written):
        odds = reading.themes[position]
        best = sorted(range(len(odds)), key=lambda theme: (-odds[theme], theme))[:count]
        guesses = [Guess(theme=reading.space.names[theme], likelihood=round(1000 * odds[theme])) for theme in best]
        found.append(
            StatementThemes(
                participant=person.id,
                name=person.name,
                row=person.row,
                facet=statement.facet,
                text=statement.text,
                guesses=tuple(guesses),
            )
        )
    return tuple(found)


__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "Reader",
    "Reading",
    "TextModel",
    "guess_themes",
    "judge",
    "open_model",
    "question_kinds",
    "score",
    "theme_names",
]
