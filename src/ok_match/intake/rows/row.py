"""One line of a sheet, its cells gathered by field."""

from collections.abc import Mapping
from dataclasses import dataclass

from ok_match.intake.answers.answers import Answers
from ok_match.intake.files.cleaning import is_answer, is_label
from ok_match.intake.tables.furniture import PERSON, Standing
from ok_match.intake.values.names.written import email_address, first_last
from ok_match.model import Facet

_FACETS = frozenset(Facet)


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
    """

    number: int
    line: int
    texts: Mapping[str, str]
    email: str
    name: str
    answered: bool
    standing: Standing = PERSON

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
        if heading.field and text:
            texts[heading.field] = f"{texts[heading.field]} {text}" if heading.field in texts else text
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
    )


def _name(texts: Mapping[str, str], *, last_first: bool) -> str:
    parts = " ".join(texts[part] for part in ("first_name", "last_name") if part in texts)
    name = " ".join((texts.get("name") or parts).split())
    if not is_label(name):
        return ""
    return first_last(name) if last_first else name
