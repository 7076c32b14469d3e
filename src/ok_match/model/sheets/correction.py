"""What the facilitator says a statement is about."""

from ok_match.model.noun import Noun
from ok_match.model.people.participant import Facet


class Correction(Noun):
    """One statement and the theme that the facilitator gave it; an empty theme means: about nothing."""

    participant: str
    facet: Facet
    text: str
    theme: str


class Guess(Noun):
    """A theme that a statement may be about, and how likely that is (0-1000)."""

    theme: str
    likelihood: int


class StatementThemes(Noun):
    """One statement with its likeliest themes, likeliest first."""

    participant: str
    name: str
    row: int
    facet: Facet
    text: str
    guesses: tuple[Guess, ...]
