"""The program: what the facilitator wants, as a TOML file or the command line states it."""

import tomllib
from collections.abc import Callable
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, Field, JsonValue, ValidationError, field_validator, model_validator

from ok_match.errors import ProgramError
from ok_match.model.noun import Noun
from ok_match.model.people.work import OrganisationKind, Sector
from ok_match.model.people.work_names import work_called
from ok_match.model.sheets.problems import PROBLEMS
from ok_match.model.strength import Strength

from .followed import Followed
from .guidance import ColumnChoice, ColumnName, Guidance, SheetLayout, TimeNotation
from .theme_list import ThemeList
from .validation import program_error

Weight = Annotated[int, Field(ge=0, le=1000)]


class Sizes(Noun):
    """The permitted sizes of cohorts, in people.

    Attributes
    ----------
    min, max : int
        The smallest and the largest size. Not used where ``count`` is given.
    target : int or None
        The preferred size; by default, the middle of the range.
    count : int or None
        The number of cohorts. The sizes then follow from the number of people.
    """

    min: int = Field(6, ge=2, le=1000)
    max: int = Field(10, ge=2, le=1000)
    target: int | None = Field(None, ge=2, le=1000)
    count: int | None = Field(None, ge=1)

    @classmethod
    def fitting(cls, people: int) -> "Sizes":
        """Sizes that seat this many people in balanced cohorts of about eight, with one to spare either way."""
        few = max(1, people // 8)
        cohorts = min((few, few + 1), key=lambda cohorts: abs(people / cohorts - 8))
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
    """The weight of each kind of answer in common ground, 0-1000; 0 leaves it out.

    ``give_take`` is the weight of one person's offers that answer another's needs.
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
    """One line of a program: a rule, its strength and its arguments.

    Attributes
    ----------
    strength : Strength
        Where it is not set, ``rules.complete`` fills in the rule's usual strength.
    weight : int or None
        In affinity points, for a *should* only; ``None`` stands for the rule's own weight.
    why : str
        The facilitator's reason.
    arguments : dict
        Every other key of the line; the rule's card says which it accepts.
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


class StandingRule(NamedTuple):
    """A rule that holds without being written down.

    Attributes
    ----------
    strength : Strength
        How strongly it holds.
    field : str
        The field of the sheet that it judges; empty where it is not always the same one.
    """

    rule: str
    strength: Strength
    field: str


class Leftovers(StrEnum):
    """What happens to people who are left without a seat.

    ``waitlist``: they wait; as few as possible. ``stretch``: rather than leave somebody out, cohorts may exceed the
    largest size by one or two people. Where the number of cohorts is given, sizes may be uneven instead. ``ask``: the
    run stops without a roster and lists the options.
    """

    WAITLIST = "waitlist"
    STRETCH = "stretch"
    ASK = "ask"


class Crossing(StrEnum):
    """How much common ground cohorts may give up to cross industry lines.

    ``loose``: almost none, so that only blocks which cost next to nothing are broken up. ``balanced``: a few percent.
    ``strict``: whatever it takes to deal every sector evenly, as far as the musts allow.
    """

    LOOSE = "loose"
    BALANCED = "balanced"
    STRICT = "strict"


def _of_a_problem(entry: str) -> str:
    """A decision made as proposed, of a problem that there can be."""
    code = entry.partition(":")[0].strip()
    if code not in PROBLEMS:
        near = get_close_matches(code, PROBLEMS, n=1)
        raise ValueError("no problem has this code" + (f' (did you mean "{near[0]}"?)' if near else ""))
    return entry


class Program(Noun):
    """What the facilitator wants of one season.

    Attributes
    ----------
    cohorts : Sizes or None
        The permitted sizes of cohorts; ``None`` for the usual ones, or others where those do not suit the sheet.
    weights : FacetWeights
        The weight of each kind of answer in common ground.
    columns : dict
        Field name to a header or position, to several where one field has several columns, or to a ``ColumnChoice``.
        ``ignore`` lists columns to skip; ``trait.NAME`` keeps a column that has no field. All other columns are
        recognised automatically.
    sheet : SheetLayout
        Where the answers stand in the file, where that is not plain.
    times : TimeNotation
        How times to meet are written, where that is not plain.
    accept : tuple of str
        Decisions that are made as ok-match proposes, by the code of their problem; see ``Guidance.accept``.
    names : dict
        Cohort label to the facilitator's name for it; or a name to some people, most of whom sit in the cohort that
        bears it. Other cohorts are named after what their members share.
    follow : Followed, str or None
        The cohorts of an earlier record, whose labels and names go with their people. In a file: the record's name.
    themes : ThemeList or None
        The program's own themes. In a file: the name of another TOML file that holds them.
    leftovers : Leftovers
        What happens to people who are left without a seat.
    crossing : Crossing
        How much common ground cohorts may give up to cross industry lines.
    sectors : dict
        What an industry is, where ok-match reads it wrongly: the text as people wrote it, in lower case, to a sector, a
        kind of organisation or both.
    rules : tuple of Rule
        The program's own rules; ``rules.complete`` adds the standing rules that it does not mention.
    """

    name: str = ""
    season: str = ""
    cohorts: Sizes | None = None
    weights: FacetWeights = FacetWeights()
    columns: dict[str, ColumnName | tuple[ColumnName, ...] | ColumnChoice] = Field(default_factory=dict)
    sheet: SheetLayout = SheetLayout()
    times: TimeNotation = TimeNotation()
    accept: tuple[Annotated[str, AfterValidator(_of_a_problem)], ...] = ()
    names: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
    follow: Followed | str | None = None
    themes: ThemeList | None = None
    leftovers: Leftovers = Leftovers.WAITLIST
    crossing: Crossing = Crossing.BALANCED
    sectors: dict[str, tuple[Sector | OrganisationKind, ...]] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    @field_validator("columns", mode="before")
    @classmethod
    def _name_traits(cls, columns: Any) -> Any:
        """The columns, with the table ``columns.trait`` flattened into fields named ``trait.NAME``."""
        if not isinstance(columns, dict) or not isinstance(columns.get("trait"), dict):
            return columns
        others = {field: choice for field, choice in columns.items() if field != "trait"}
        return others | {f"trait.{name}": choice for name, choice in columns["trait"].items()}

    @field_validator("sectors", mode="before")
    @classmethod
    def _named_sectors(cls, sectors: Any) -> Any:
        """The sectors as lists, by text in lower case with single spaces."""
        if not isinstance(sectors, dict):
            return sectors
        return {" ".join(str(text).casefold().split()): work_called(named) for text, named in sectors.items()}

    def accepting(self, codes: tuple[str, ...]) -> "Program":
        """The program with more decisions made as ok-match proposes.

        Raises
        ------
        ProgramError
            If there is no problem of such a code.
        """
        try:
            more = type(self).model_validate({"accept": (*self.accept, *codes)})
        except ValidationError as error:
            raise program_error("the decisions to accept", type(self), error) from None
        return self.model_copy(update={"accept": more.accept})

    @property
    def sizes(self) -> Sizes:
        """The permitted sizes: those stated, else the usual ones."""
        return self.cohorts or Sizes()

    @property
    def guidance(self) -> Guidance:
        """Everything that the program says about the reading of its sheet."""
        columns = {
            field: choice if isinstance(choice, ColumnChoice) else ColumnChoice(header=choice)
            for field, choice in self.columns.items()
        }
        return Guidance(columns=columns, layout=self.sheet, times=self.times, accept=self.accept)

    @classmethod
    def from_toml(cls, text: str, name: str = "program", read: Callable[[str], str] | None = None) -> "Program":
        """A program, parsed from the text of a TOML file.

        Parameters
        ----------
        name : str
            The file's name, for messages.
        read : callable, optional
            From the name of a file that the program mentions to its text; without it, a program may mention none.

        Raises
        ------
        ProgramError
            If the text is not valid TOML, or has an unknown key or an impossible value.
        """
        try:
            table = tomllib.loads(text)
            if read and isinstance(table.get("themes"), str):
                table["themes"] = tomllib.loads(read(table["themes"]))
            return cls.model_validate(table)
        except tomllib.TOMLDecodeError as error:
            raise ProgramError(
                name,
                f"is not valid TOML: {error}.",
                "Nothing was matched.",
                'correct that line: text goes in "quotes", lists in [brackets].',
            ) from None
        except ValidationError as error:
            raise program_error(name, cls, error) from None
