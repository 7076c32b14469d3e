"""One line of a sheet, its cells gathered by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ok_match.intake.answers.answers import Answers
from ok_match.intake.columns.folding import Kind
from ok_match.intake.files.cleaning import is_answer
from ok_match.intake.tables.furniture import PERSON, Standing
from ok_match.intake.values.names.likeness import name_words
from ok_match.intake.values.names.written import email_address, full_name
from ok_match.model import Facet

from .status import Status, statuses

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
    account : str
        Another address of the row: that of the account beside the typed one, or the other way round.
    answered : bool
        Whether anything was written or ticked under a facet.
    standing : Standing
        Whether the row is a person, nobody, or something that the facilitator must look at.
    statuses : tuple of Status
        What status columns say that keeps its person from being placed.
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
    account: str = ""
    statuses: tuple[Status, ...] = ()
    consents: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """The id that the sheet itself gives the row; empty where it gives none."""
        return " ".join(self.texts.get("id", "").split())

    @property
    def shown(self) -> str:
        """What the row's person is called in messages: the name, else the address, else the sheet's own id."""
        return self.name or self.email or self.code


def rows_of(answers: Answers, numbers: Sequence[int], standings: Sequence[Standing]) -> list[Row]:
    """The rows of a sheet, top to bottom; ``numbers`` are the spreadsheet's, ``standings`` what each row is."""
    said = statuses(answers)
    return [_row_of(answers, line, number, standings[line], said[line]) for line, number in enumerate(numbers)]


def given_names(rows: Sequence[Row]) -> frozenset[str]:
    """The folded given names of a sheet's people, by which one name is told from two."""
    return frozenset(words[0] for row in rows if len(words := name_words(row.name)) > 1)


def _row_of(answers: Answers, line: int, number: int, standing: Standing, status: tuple[Status, ...]) -> Row:
    texts: dict[str, str] = {}
    spare: dict[str, str] = {}
    answered = False
    for heading in answers.headings:
        text = answers.text(heading, line)
        if heading.field == "consent" and text and texts.get("consent") == text:
            continue
        if heading.field and text:
            known = texts.get(heading.field, "")
            # A surname asked for twice is one surname; what is said of people is never read on into the next column.
            repeated = heading.field == "last_name" and text.casefold() == known.casefold()
            mark = "\n" if heading.field in _APART else " "
            texts[heading.field] = f"{known}{mark}{text}" if known and not repeated else text
            chosen = answers.chosen(heading, line)
            said = is_answer(text) if chosen is None else bool(chosen)
            answered = answered or (heading.field in _FACETS and said)
        elif heading.spare and text:
            spare.setdefault(heading.spare, text)
    typed, account = email_address(texts.get("email", "")), email_address(spare.get("email", ""))
    name = full_name(texts, last_first=answers.last_first)
    if not name and "name" in spare:
        name = full_name({"name": spare["name"]}, last_first=answers.last_first)
    return Row(
        number=number,
        line=line,
        texts=texts,
        email=typed or account,
        name=name or ("" if answers.has_names else " ".join(texts.get("id", "").split())),
        answered=answered,
        standing=standing,
        account=account if typed and account != typed else "",
        statuses=status,
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
