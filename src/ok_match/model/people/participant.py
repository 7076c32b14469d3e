"""People, and what they wrote."""

from enum import StrEnum
from typing import Any, Self

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator

from ok_match.model.noun import Noun

from .trait_text import typed_values
from .work import Work


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
    """One thing that a participant wrote, or ticked, under a facet: verbatim, with its place.

    Attributes
    ----------
    rank : int or None
        The place that the participant gave it among several, 1 being the best; ``None`` where nothing was put in order.
    """

    facet: Facet
    text: str
    place: Place
    rank: int | None = None

    @model_serializer(mode="wrap")
    def _without_no_rank(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # A record from before options were put in order is written again as it was.
        written: dict[str, Any] = write(self)
        return written if self.rank is not None else {k: v for k, v in written.items() if k != "rank"}


class MeetingMode(StrEnum):
    """How somebody wants to meet."""

    IN_PERSON = "in person"
    ONLINE = "online"
    EITHER = "either"


class Grade(Noun):
    """A rating that somebody gave: what was rated, and the step on a scale from 0 to 5."""

    label: str
    step: int


class Trait(Noun):
    """Any other column that is kept: its values as text, with their place, and typed where they have a type.

    The typed fields are written to a record only where the intake set them. In a record that lacks them they are
    taken from the text as the record is read, and stay unwritten: what is read and written again is the same bytes.

    Attributes
    ----------
    original : str
        What stands in the sheet, where ``values`` is what was made of it (a band, a time zone).
    number : float or None
        The amount, where the answer is one.
    edge : float or None
        The amount that a band begins with, where the answer is a band in the sheet's own words.
    offset : int or None
        The offset from UTC in minutes, without summer time, where the answer is a time zone.
    yes : bool or None
        The answer, where it is yes or no.
    mode : MeetingMode or None
        How to meet, where the answer says so.
    grades : tuple of Grade
        The ratings, in the order of the columns.
    times : tuple of str
        What each of ``values`` means in normal form, where they are times (see ``model.people.slot``).
    """

    name: str
    values: tuple[str, ...]
    place: Place
    original: str = ""
    number: float | None = None
    edge: float | None = None
    offset: int | None = None
    yes: bool | None = None
    mode: MeetingMode | None = None
    grades: tuple[Grade, ...] = ()
    times: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _typed_from_text(self) -> Self:
        if self.number is None and not self.model_fields_set & _TYPED:
            typed = dict(typed_values(self.name, self.values))
            if "grades" in typed:
                typed["grades"] = tuple(Grade(label=label, step=step) for label, step in typed["grades"])
            if "mode" in typed:
                typed["mode"] = MeetingMode(typed["mode"])
            # Not by assignment: a field that the record lacks does not count as set.
            self.__dict__.update(typed)
        return self

    @model_serializer(mode="wrap")
    def _without_unset(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        return {field: value for field, value in written.items() if field not in _TYPED - self.model_fields_set}


_TYPED = frozenset({"edge", "offset", "yes", "mode", "grades", "times"})


class Participant(Noun):
    """A person to be placed.

    Attributes
    ----------
    id : str
        Stable over seasons and unaffected by the order of rows: the sheet's own id if it has one, else the
        e-mail address in lower case, else one made from the name.
    row : int
        The row of the sheet that the person's answers stand in, as the spreadsheet numbers it.
    work : Work
        The sector and kind of organisation, as they were read from ``industry`` and what stands beside it.
    """

    id: str
    email: str = ""
    name: str
    organisation: str = ""
    industry: str = ""
    row: int
    statements: tuple[Statement, ...] = ()
    traits: tuple[Trait, ...] = ()
    work: Work = Work()

    @model_serializer(mode="wrap")
    def _without_unset_work(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # A record from before sectors were read is written again as it was.
        written: dict[str, Any] = write(self)
        return written if "work" in self.model_fields_set else {k: v for k, v in written.items() if k != "work"}

    def said(self, facet: Facet) -> tuple[Statement, ...]:
        """The statements under one facet, in the order written."""
        return tuple(statement for statement in self.statements if statement.facet is facet)

    def trait(self, name: str) -> tuple[str, ...]:
        """The values of one trait; empty where the person gave none."""
        trait = self.find_trait(name)
        return trait.values if trait else ()

    def find_trait(self, name: str) -> Trait | None:
        """One trait with its typed values; ``None`` where the person gave none."""
        return next((trait for trait in self.traits if trait.name == name), None)
