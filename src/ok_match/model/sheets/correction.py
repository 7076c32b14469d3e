"""The themes of statements, as the facilitator corrects them."""

from ok_match.model.noun import Noun
from ok_match.model.people.participant import Facet


class Correction(Noun):
    """A statement and the theme that the facilitator gave it; an empty theme means that none fits."""

    participant: str
    facet: Facet
    text: str
    theme: str


class Guess(Noun):
    """A theme that a statement may be about, and how likely that is, from 0 to 1000."""

    theme: str
    likelihood: int


class StatementThemes(Noun):
    """A statement with its likeliest themes, likeliest first."""

    participant: str
    name: str
    row: int
    facet: Facet
    text: str
    guesses: tuple[Guess, ...]
