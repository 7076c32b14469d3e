"""One line of a sheet, its cells gathered by field."""

from collections.abc import Mapping
from dataclasses import dataclass

from ok_match.intake.answers.answers import Answers
from ok_match.intake.columns.folding import Kind
from ok_match.intake.files.cleaning import is_answer, is_label
from ok_match.intake.tables.furniture import PERSON, Standing
from ok_match.intake.values.names.written import email_address, first_last
from ok_match.model import Facet

_FACETS = frozenset(Facet)
_APART = ("keep_apart", "sit_with", "notes")


@dataclass(frozen=True, slots=True)
class Row:
    """One data row on its way in.

    Attributes
    ----------
    number : int
        The row as the spreadsheet numbers it.
    line : int
        The row counted from 0 below the header.
    texts : mapping
        Field to cleaned text; several columns of one field are joined by a space.
    answered : bool
        Whether anything was written or ticked under a facet.
    standing : Standing
        Whether the row is a person, nobody, or something that the facilitator must look at.
    consents : tuple of (str, str)
        Each question for consent, and the answer to it.
    """

    number: int
    line: int
    texts: Mapping[str, str]
    email: str
    name: str
    answered: bool
    standing: Standing = PERSON
    consents: tuple[tuple[str, str], ...] = ()

    @property
    def shown(self) -> str:
        """What the row's person is called in messages: the name, else the address."""
        return self.name or self.email


def row_of(answers: Answers, line: int, number: int, standing: Standing = PERSON) -> Row:
    """The row that stands in one line; ``number`` is the spreadsheet's."""
    texts: dict[str, str] = {}
    answered = False
    for heading in answers.headings:
        text = answers.text(heading, line)
        if heading.field == "consent" and text and texts.get("consent") == text:
            continue
        if heading.field and text:
            # What is said of people in one column is never read on into the next.
            mark = "\n" if heading.field in _APART else " "
            texts[heading.field] = f"{texts[heading.field]}{mark}{text}" if heading.field in texts else text
            chosen = answers.chosen(heading, line)
            said = is_answer(text) if chosen is None else bool(chosen)
            answered = answered or (heading.field in _FACETS and said)
    return Row(
        number=number,
        line=line,
        texts=texts,
        email=email_address(texts.get("email", "")),
        name=_name(texts, last_first=answers.last_first),
        answered=answered,
        standing=standing,
        consents=_consents(answers, line),
    )


def _consents(answers: Answers, line: int) -> tuple[tuple[str, str], ...]:
    """The questions for consent with their answers; of options that are a column each, the one that was ticked."""
    asked: dict[str, str] = {}
    for heading in answers.headings:
        if heading.field != "consent":
            continue
        if heading.kind in (Kind.TICK, Kind.CHOICE, Kind.JOINT):
            ticked = answers.text(heading, line)
            question = heading.header.replace(heading.row, "").strip(" []()")
            asked[question] = " ".join(filter(None, (asked.get(question, ""), ticked)))
        else:
            asked[heading.header] = answers.table[heading.position][line]
    return tuple(asked.items())


def _name(texts: Mapping[str, str], *, last_first: bool) -> str:
    parts = " ".join(texts[part] for part in ("first_name", "last_name") if part in texts)
    name = " ".join((texts.get("name") or parts).split())
    if not is_label(name):
        return ""
    return first_last(name) if last_first else name
