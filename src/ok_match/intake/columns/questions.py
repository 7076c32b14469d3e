"""The questions of a sheet, and what is certain about each before any of them is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from ok_match.errors import ProgramError
from ok_match.model import ColumnChoice

from .addressed import are_of_the_addresses
from .asking.agreement import Agreement, agreement_of
from .asking.cues import cues, denies, is_platform, plain_question
from .asking.name_parts import are_honorifics, are_particles, asks_for_another, name_part
from .asking.wording import asking
from .attendance import role_of, status_column
from .choices.asked import asked_for
from .choices.shapes import Shape, shape_of
from .doubts import Naming, naming
from .fields import FIELD_NAMES, KEPT
from .folding import Kind, Question, fold
from .profile import Profile, fits, is_day, is_part_of_day, names_time, profile_of
from .table import Header, Table, tidy
from .verdict import CERTAIN, NAMED, NEAR, PLAIN, UNCLEAR_STATUS, Verdict

_TOOL_COLUMNS = {
    "Qualtrics": {"Status": "status", "Finished": "finished", "RecordedDate": "timestamp"},
    "Typeform": {"Response Type": "finished"},
}
#: What form tools guess of a respondent's place (Alchemer).
_WHERE = frozenset(
    {"city", "country", "country/auto", "state", "state/region", "region", "postal", "postal code", "zip"}
)


#: From this share of addresses among its values on, a column is one of addresses.
_ADDRESSES = 0.6
#: Fields that name whoever fills in the form.
NAMED_BY = ("name", "first_name", "last_name", "preferred_name")


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The questions of a sheet in the order of its columns; the sequences have one entry a question.

    Attributes
    ----------
    shapes : tuple of Shape
        What the cells below each look like.
    certain : tuple of Verdict or None
        The verdict where nothing needs to be weighed, else ``None``.
    unclear : tuple of int
        Indices of the questions whose own words do not settle which field they ask for.
    naming : tuple of Naming or None
        How far the answers name people of the sheet.
    named : mapping
        By position of a column that the program names, the field it names, or ``None`` for ``ignore``.
    """

    table: Table
    questions: tuple[Question, ...]
    profiles: tuple[Profile, ...]
    shapes: tuple[Shape, ...]
    certain: tuple[Verdict | None, ...]
    unclear: tuple[int, ...]
    naming: tuple[Naming | None, ...]
    named: Mapping[int, str | None]

    @property
    def unclear_texts(self) -> tuple[str, ...]:
        """The questions whose meaning is wanted: of each the part that asks, in its own words."""
        texts = [self.questions[index].text for index in self.unclear]
        return tuple(asking(text).essence if asking(text).rest else text for text in texts)


def questionnaire_of(
    table: Table, columns: Sequence[Sequence[str]], wanted: Mapping[str, ColumnChoice]
) -> Questionnaire:
    """The questions of a sheet.

    Parameters
    ----------
    table : Table
        The headers of the sheet.
    columns : sequence of sequence of str
        The cleaned cells below each header.
    wanted : mapping
        The columns that the program names: field to headers or positions, and ``ignore`` to those to leave out.

    Raises
    ------
    ProgramError
        If the program names a field or a header that does not exist.
    """
    folded = fold(table.headers, columns)
    named = _named(table, folded, wanted)
    # A program may name single columns of a question: each of those is then a question of its own.
    questions = tuple(part for question in folded for part in _split(question, named))
    profiles = tuple(profile_of(_cells(question, columns)) for question in questions)
    shapes = tuple(shape_of(question, columns) for question in questions)
    certain = tuple(
        _certain(table, question, columns, named, profile, shape)
        for question, profile, shape in zip(questions, profiles, shapes, strict=True)
    )
    unclear = tuple(
        index
        for index, verdict in enumerate(certain)
        if verdict is None and _is_unclear(questions[index].text, profiles[index])
    )
    named_here = naming(questions, columns)
    return Questionnaire(table, questions, profiles, shapes, certain, unclear, named_here, named)


def _cells(question: Question, columns: Sequence[Sequence[str]]) -> list[str]:
    return [cell for part in question.parts for cell in columns[part.position]]


def _named(table: Table, questions: Sequence[Question], wanted: Mapping[str, ColumnChoice]) -> dict[int, str | None]:
    """The fields that the program names, by position of the column; ``None`` for ``ignore``."""
    named: dict[int, str | None] = {}
    asked = {part.position: question.text for question in questions for part in question.parts}
    known = [tuple(text.casefold() for text in (h.shown, h.text, asked[h.position])) for h in table.headers]
    for field, choice in wanted.items():
        if field not in (*FIELD_NAMES, "ignore") and not field.startswith(KEPT):
            raise _no_field(field)
        for header in choice.header if isinstance(choice.header, tuple) else (choice.header,):
            if isinstance(header, int):
                positions = [header - 1] if header <= len(known) else []
            else:
                key = tidy(header).casefold()
                positions = [position for position, texts in enumerate(known) if key in texts]
                positions = positions if choice.nth is None else positions[choice.nth - 1 : choice.nth]
            if not positions:
                raise _no_column(field, header, choice.nth, table)
            named.update(dict.fromkeys(positions, None if field == "ignore" else field))
    return named


def _no_field(field: str) -> ProgramError:
    near = get_close_matches(field, FIELD_NAMES, n=1)
    return ProgramError(
        "program [columns]",
        f'"{field}" is not a field.',
        "Nothing was matched.",
        f"{f'did you mean {near[0]}? ' if near else ''}The fields are: {', '.join(FIELD_NAMES)}, ignore.",
    )


def _no_column(field: str, header: str | int, nth: int | None, table: Table) -> ProgramError:
    where, follows = f"program [columns] {field}", "Nothing was matched."
    advice = "run `ok-match check` to see the sheet's columns."
    if isinstance(header, int):
        what = f"the sheet has no column {header}; it has {len(table.headers)}."
        return ProgramError(where, what, follows, advice)
    shown = {h.shown.casefold(): h.shown for h in reversed(table.headers)}
    if nth is not None and tidy(header).casefold() in shown:
        return ProgramError(where, f'the sheet has no {nth}. column "{header}".', follows, advice)
    near = get_close_matches(tidy(header).casefold(), shown, n=1, cutoff=0.5)
    return ProgramError(
        where,
        f'the sheet has no column "{header}".',
        follows,
        f'did you mean "{shown[near[0]]}"?' if near else advice,
    )


def _split(question: Question, named: Mapping[int, str | None]) -> list[Question]:
    are_named = [part.position in named for part in question.parts]
    if all(are_named) or not any(are_named):
        return [question]
    return [replace(question, parts=(part,)) for part in question.parts]


def _is_unclear(text: str, profile: Profile) -> bool:
    """Whether a question has words that settle no field, or two at once, or one that the values rule out."""
    possible = (sure * bool(fits(field, profile)) for field, sure in cues(text).items())
    best, second = sorted(possible, reverse=True)[:2]
    return bool(text) and (best < PLAIN or best - second < NEAR)


def _certain(  # noqa: PLR0911 - one return a reason
    table: Table,
    question: Question,
    columns: Sequence[Sequence[str]],
    named: Mapping[int, str | None],
    profile: Profile,
    shape: Shape,
) -> Verdict | None:
    """The verdict that needs no weighing: a named column, one that only a tool needs, one whose values say it."""
    first, cells = question.parts[0], _cells(question, columns)
    header = table.headers[first.position]
    if first.position in named:
        return Verdict(named[first.position], NAMED, CERTAIN)
    field = _TOOL_COLUMNS.get(table.tool, {}).get(header.code or header.text)
    if field is not None:
        return Verdict(field, f"{table.tool} writes it so", CERTAIN)
    if status := _of_status(header, question, cells):
        return status
    if _holds_the_names(table, question, profile, columns):
        return Verdict("name", "the addresses say the same names", 95)
    if idle := _idle(table, header, question, cells, shape):
        return Verdict(None, idle, CERTAIN)
    if _are_parts_of_a_day(question) or (not question.text and _are_times(question)):
        return Verdict("availability", "the headers are times", 90)
    if asked := asked_for(question, shape, columns):
        return Verdict(*asked)
    return _beside_names(question.text, profile, tuple(cells)) or _of_addresses(question.text, profile)


def _of_status(header: Header, question: Question, cells: Sequence[str]) -> Verdict | None:
    """The verdict on a column whose words say who takes part, or may."""
    # "Declined" below "Privacy notice" is about the notice.
    agreed = agreement_of(plain_question(header.shown)) is Agreement.TERMS and role_of(header.shown) is None
    if len(question.parts) > 1 or agreed:
        return None
    status = status_column(header.shown, cells)
    if status is None and max(cues(question.text).values()) < PLAIN:
        return UNCLEAR_STATUS
    return Verdict("status", "the words below it say who takes part", 90) if status else None


def _idle(table: Table, header: Header, question: Question, cells: Sequence[str], shape: Shape) -> str:
    """Why a column holds nothing of use, whatever it is called; empty where it may."""
    # A column of tags that holds a list is one of topics, not the tool's.
    from_tool = is_platform(question.text or header.text) and shape is not Shape.LIST
    if from_tool or _is_located(table, header) or (table.tool == "Microsoft Forms" and header.text.casefold() == "id"):
        return "only the form tool needs it"
    if not any(cells):
        return "the column is empty"
    anonymous = all(cell.casefold() == "anonymous" for cell in cells if cell)
    return "everybody answered anonymously here" if anonymous else ""


def _of_addresses(text: str, profile: Profile) -> Verdict | None:
    """The verdict on a column of e-mail addresses: those who answer have them, or somebody else."""
    if profile.addresses < _ADDRESSES:
        return None
    if asks_for_another(text):
        return Verdict(None, "somebody else's address", 90)
    sure = cues(text)
    wished = max(sure["keep_apart"], sure["sit_with"]) >= PLAIN
    if sure["email"] < 90 and not wished and not denies(text, "email"):
        return Verdict("email", "the values are e-mail addresses", 95)
    return None


def _beside_names(text: str, profile: Profile, cells: tuple[str, ...]) -> Verdict | None:
    """The verdict on a column of what stands before names: "Dr", or "van der"."""
    part = name_part(text)
    if profile.words < 4 and part is None and are_particles(cells):
        return Verdict("middle_name", "the values stand before surnames", 90)
    if profile.words < 3 and (part is None or part[0] == "name_prefix") and are_honorifics(cells):
        return Verdict("name_prefix", "the values are forms of address", 95)
    return None


def _holds_the_names(table: Table, question: Question, profile: Profile, columns: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds the names of a sheet in which no header asks for them: "Title" in a list of SharePoint."""
    if len(question.parts) > 1 or not (profile.names >= 0.6 and 1.5 < profile.words < 3.5 and profile.distinct >= 0.9):
        return False
    if any(max(map(cues(header.shown).__getitem__, NAMED_BY)) >= PLAIN for header in table.headers):
        return False
    return are_of_the_addresses(columns[question.parts[0].position], columns)


def _is_located(table: Table, header: Header) -> bool:
    """Whether a column says where a respondent's computer seems to stand, beside its latitude and longitude."""
    return header.text.casefold() in _WHERE and any(h.text.casefold() == "latitude" for h in table.headers)


def _are_parts_of_a_day(question: Question) -> bool:
    """Whether the stem of a question is nothing but a day, and its labels are parts of it: "mon_am", "mon_pm"."""
    labels = [part.label for part in question.parts if part.label]
    return bool(labels) and is_day(question.text) and all(map(is_part_of_day, labels))


def _are_times(question: Question) -> bool:
    """Whether the labels of a run of columns that share no question are times."""
    labels = [part.label for part in question.parts if part.kind is not Kind.OTHER and part.label]
    return bool(labels) and sum(map(names_time, labels)) * 2 >= len(labels)
