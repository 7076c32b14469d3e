"""People, and what they wrote."""

from enum import StrEnum

from ok_match.model.noun import Noun


class Facet(StrEnum):
    """The kinds of answer that common ground is looked for in."""

    GOALS = "goals"
    OBSTACLES = "obstacles"
    OPPORTUNITIES = "opportunities"
    OFFERS = "offers"
    THEMES = "themes"


#: The facets that a person answers in their own words; ``themes`` holds ticked options.
WRITTEN_FACETS = (Facet.GOALS, Facet.OBSTACLES, Facet.OPPORTUNITIES, Facet.OFFERS)


class Place(Noun):
    """Where in the sheet something stands: the row as the spreadsheet numbers it, and the column's header."""

    row: int
    column: str


class Statement(Noun):
    """One thing that a participant wrote, or ticked, under a facet: verbatim, with its place."""

    facet: Facet
    text: str
    place: Place


class Trait(Noun):
    """Any other column that is kept: its values as text, with their place.

    Attributes
    ----------
    original : str
        What stands in the sheet, where ``values`` is what was made of it (a band, a time zone).
    number : float or None
        The amount, where the answer is one.
    """

    name: str
    values: tuple[str, ...]
    place: Place
    original: str = ""
    number: float | None = None


class Participant(Noun):
    """A person to be placed.

    Attributes
    ----------
    id : str
        Stable over seasons and unaffected by the order of rows: the sheet's own id if it has one, else the
        e-mail address in lower case, else one made from the name.
    row : int
        The row of the sheet that the person's answers stand in, as the spreadsheet numbers it.
    """

    id: str
    email: str = ""
    name: str
    organisation: str = ""
    industry: str = ""
    row: int
    statements: tuple[Statement, ...] = ()
    traits: tuple[Trait, ...] = ()

    def said(self, facet: Facet) -> tuple[Statement, ...]:
        """Give the statements under one facet, in the order written."""
        return tuple(statement for statement in self.statements if statement.facet is facet)

    def trait(self, name: str) -> tuple[str, ...]:
        """Give the values of one trait; empty where the person gave none."""
        return next((trait.values for trait in self.traits if trait.name == name), ())
