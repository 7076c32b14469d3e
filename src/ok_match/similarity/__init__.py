"""Affinity and themes from people's statements. An engine reads the texts; everything else is common to all engines."""

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

from .classifiers.questions import question_kinds
from .classifiers.sectors import SectorOdds, sector_odds
from .encoder.own_model import open_model
from .encoder.text_model import StepProgress, TextModel, unreported
from .lexical import lexical
from .reading import Reading, SimilarityEngine
from .scoring import score
from .semantic import semantic
from .themes.refit import listed_themes

ENGINES: dict[str, SimilarityEngine] = {"lexical": lexical, "semantic": semantic}
DEFAULT_ENGINE = "semantic"


def judge(
    engine: str,
    people: Sequence[Participant],
    weights: FacetWeights,
    corrections: Sequence[Correction] = (),
    own: ThemeList | None = None,
    model: TextModel | None = None,
    progress: StepProgress = unreported,
) -> tuple[Affinity, tuple[Theme, ...]]:
    """The affinity of every pair of people, and the recurring themes, by the engine of this name.

    Parameters
    ----------
    engine : str
        A key of ``ENGINES``.
    people : sequence of Participant
        Positions in the result count in this order.
    weights : FacetWeights
        The weight of each kind of answer.
    corrections : sequence of Correction, optional
        The facilitator's themes for some statements; they override the engine.
    own : ThemeList, optional
        The program's own themes.
    model : TextModel, optional
        A text model of the user's own; by default, that of the package.
    progress : callable, optional
        Called with the number of steps done and the total.

    Raises
    ------
    KeyError
        If there is no such engine.
    ProgramError
        If a correction names an unknown theme.
    """
    return score(engine, people, weights, ENGINES[engine], corrections, own, model, progress)


def theme_names(own: ThemeList | None = None) -> tuple[str, ...]:
    """The names of all themes that a statement can be about, the program's own included."""
    return listed_themes(own)[0]


def guess_themes(
    people: Sequence[Participant], own: ThemeList | None = None, model: TextModel | None = None, count: int = 3
) -> tuple[StatementThemes, ...]:
    """Each written statement with its ``count`` likeliest themes, likeliest first; likelihoods are 0-1000."""
    written = [(person, statement) for person in people for facet in WRITTEN_FACETS for statement in person.said(facet)]
    reading = semantic([statement.text for _, statement in written], own=own, model=model)
    guesses = []
    for likelihoods, (person, statement) in zip(reading.themes, written, strict=True):
        best = sorted(range(len(likelihoods)), key=lambda theme: (-likelihoods[theme], theme))[:count]
        guesses.append(
            StatementThemes(
                participant=person.id,
                name=person.name,
                row=person.row,
                facet=statement.facet,
                text=statement.text,
                guesses=tuple(
                    Guess(theme=reading.space.names[theme], likelihood=round(1000 * likelihoods[theme]))
                    for theme in best
                ),
            )
        )
    return tuple(guesses)


__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "Reading",
    "SectorOdds",
    "SimilarityEngine",
    "TextModel",
    "guess_themes",
    "judge",
    "open_model",
    "question_kinds",
    "sector_odds",
    "theme_names",
]
