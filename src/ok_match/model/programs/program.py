"""What the facilitator wants, read from a TOML file or from the command line."""

import tomllib
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, JsonValue, ValidationError, field_validator, model_validator

from ok_match.errors import ProgramError
from ok_match.model.measures.terms import Strength
from ok_match.model.noun import Noun
from ok_match.model.sheets.intake import Visibility

from .theme_list import ThemeList
from .trouble import program_error

Weight = Annotated[int, Field(ge=0, le=1000)]


class ColumnChoice(Noun):
    """Which columns of the sheet feed a field, and who may see what stands in them.

    ``header`` is the text of one header or of several; ``share`` overrules what is usual for the field.
    """

    header: str | tuple[str, ...]
    share: Visibility | None = None


class Sizes(Noun):
    """How large the cohorts may be, in people.

    ``count`` fixes the number of cohorts; the range then follows from the number of people, so that ``min``
    and ``max`` are not looked at. Without ``target`` the middle of the range is aimed at.
    """

    min: int = Field(6, ge=2, le=1000)
    max: int = Field(10, ge=2, le=1000)
    target: int | None = Field(None, ge=2, le=1000)
    count: int | None = Field(None, ge=1)

    @classmethod
    def fitting(cls, people: int) -> "Sizes":
        """Sizes that seat this many people in balanced cohorts of about eight, with one to spare either way."""
        cohorts = max(1, (people + 4) // 8)
        least, most = people // cohorts, -(-people // cohorts)
        low = max(2, min(least, 12) - 1)
        return cls(min=low, max=max(most + 1, low + 1), target=max(least, low))

    @model_validator(mode="after")
    def _in_order(self) -> "Sizes":
        if self.min > self.max:
            raise ValueError(f"min ({self.min}) is larger than max ({self.max})")
        if self.target is not None and not self.min <= self.target <= self.max:
            raise ValueError(f"target ({self.target}) is not between min ({self.min}) and max ({self.max})")
        return self


class FacetWeights(Noun):
    """How much each kind of answer counts towards common ground; 0 leaves it out.

    ``give_take`` weighs what one person offers against what another lacks.
    """

    goals: Weight = 3
    obstacles: Weight = 3
    opportunities: Weight = 2
    themes: Weight = 3
    offers: Weight = 0
    give_take: Weight = 1

    @model_validator(mode="after")
    def _something_counts(self) -> "FacetWeights":
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise ValueError("every weight is 0, so that nothing would be judged")
        return self


class Rule(Noun):
    """One line of a program: which rule, how strongly, and its arguments.

    Where ``strength`` was not set, ``rules.complete`` gives it the one that is usual for the rule. ``weight`` is in
    affinity points and counts only for a *should*; ``None`` takes the rule's own.
    """

    rule: str
    strength: Strength = Strength.MUST
    weight: Weight | None = None
    why: str = ""
    arguments: dict[str, JsonValue] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_arguments(cls, line: Any) -> Any:
        if not isinstance(line, dict) or "arguments" in line:
            return line
        own = {key: value for key, value in line.items() if key in cls.model_fields}
        return own | {"arguments": {key: value for key, value in line.items() if key not in own}}


class Leftovers(StrEnum):
    """What becomes of people for whom there is no seat.

    ``waitlist``: they wait, as few as can be. ``stretch``: cohorts may hold one or two more than the largest size
    rather than leave somebody, or, where their number is given, than even ones, and others fewer. ``ask``: nothing is
    decided; the run stops and says what could be done.
    """

    WAITLIST = "waitlist"
    STRETCH = "stretch"
    ASK = "ask"


class Program(Noun):
    """What the facilitator wants of one season.

    Attributes
    ----------
    columns : dict
        Field name to header text, or to several where answers to one facet stand in several columns, or to a
        ``ColumnChoice``. ``ignore`` lists columns that are not to be read; ``trait.NAME`` keeps a column that has no
        field. Columns that are not named here are recognised by themselves.
    names : dict
        Cohort label to the name that the facilitator gives it; the others are named after what they share.
    themes : ThemeList or None
        Subjects of the program's own. In a file, the name of another TOML file that holds them.
    leftovers : Leftovers
        What becomes of people for whom there is no seat.
    rules : tuple of Rule
        The program's own rules; ``rules.complete`` adds the standing rules that it does not mention.
    """

    name: str = ""
    season: str = ""
    cohorts: Sizes = Sizes()
    weights: FacetWeights = FacetWeights()
    columns: dict[str, str | tuple[str, ...] | ColumnChoice] = Field(default_factory=dict)
    names: dict[str, str] = Field(default_factory=dict)
    themes: ThemeList | None = None
    leftovers: Leftovers = Leftovers.WAITLIST
    rules: tuple[Rule, ...] = ()

    @field_validator("columns", mode="before")
    @classmethod
    def _name_traits(cls, columns: Any) -> Any:
        """Read the table ``columns.trait`` as fields of the names ``trait.NAME``."""
        if not isinstance(columns, dict) or not isinstance(columns.get("trait"), dict):
            return columns
        others = {field: choice for field, choice in columns.items() if field != "trait"}
        return others | {f"trait.{name}": choice for name, choice in columns["trait"].items()}

    @property
    def headers(self) -> dict[str, str | tuple[str, ...]]:
        """The headers that the program names, by field."""
        return {
            field: choice.header if isinstance(choice, ColumnChoice) else choice
            for field, choice in self.columns.items()
        }

    @property
    def shares(self) -> dict[str, Visibility]:
        """Who may see a field, where the program says so."""
        return {
            field: choice.share
            for field, choice in self.columns.items()
            if isinstance(choice, ColumnChoice) and choice.share
        }

    @classmethod
    def from_toml(cls, text: str, name: str = "program", read: Callable[[str], str] | None = None) -> "Program":
        """Read a program from the text of a TOML file.

        Parameters
        ----------
        name : str
            The file's name, for messages.
        read : callable, optional
            Gives the text of a file that the program names; without it, a program may not name any.

        Raises
        ------
        ProgramError
            If the text is not TOML, or holds an unknown key or an impossible value.
        """
        try:
            found = tomllib.loads(text)
            if read and isinstance(found.get("themes"), str):
                found["themes"] = tomllib.loads(read(found["themes"]))
            return cls.model_validate(found)
        except tomllib.TOMLDecodeError as error:
            raise ProgramError(
                name,
                f"is not valid TOML: {error}.",
                "Nothing was matched.",
                'look at that line; text stands in "quotes", lists in [brackets].',
            ) from None
        except ValidationError as error:
            raise program_error(name, cls, error) from None
