"""Results become text. A format is a function; none of them opens a file."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from ok_match.model import Intake, Record, SeatPage, StatementThemes

from .document import Document
from .formats.conflict_list import conflict_table
from .formats.markdown import markdown
from .formats.plain import plain
from .formats.sector_list import sector_table
from .formats.table import table
from .formats.terminal import terminal
from .formats.theme_list import theme_json, theme_table
from .words.explaining import seat_page
from .words.phrases import Names
from .words.program_file import draft_program
from .words.report import report
from .words.rules import RULES, standing_question
from .words.sheet.page import sheet_json, sheet_page
from .words.unseated import predicament_words

Writer = TypeVar("Writer")

#: The formats of a finished run, and of a checked sheet, as they are written to a file or a pipe.
FORMATS: dict[str, Callable[[Record], str]] = {
    "terminal": lambda record: plain(report(record)),
    "json": Record.to_json,
    "markdown": lambda record: markdown(report(record)),
    "csv": table,
}
CHECK_FORMATS: dict[str, Callable[[Intake], str]] = {
    "terminal": lambda intake: plain(sheet_page(intake)),
    "json": sheet_json,
    "markdown": lambda intake: markdown(sheet_page(intake)),
}
THEME_FORMATS: dict[str, Callable[[Sequence[StatementThemes]], str]] = {"csv": theme_table, "json": theme_json}
#: The formats of a page about one seat; its words need the record that it was made from.
EXPLAIN_FORMATS: dict[str, Callable[[Record, SeatPage], str]] = {
    "terminal": lambda record, page: plain(seat_page(record, page)),
    "json": lambda _, page: page.model_dump_json(indent=2) + "\n",
    "markdown": lambda record, page: markdown(seat_page(record, page)),
}
#: What can be written: a finished run, a checked sheet, a page about one seat, or the themes of each statement.
Result: TypeAlias = Record | Intake | SeatPage | Sequence[StatementThemes]


def to_text(result: Result, form: str, record: Record | None = None) -> str:
    """The text of a result in one of its formats, the same as the command line writes.

    Parameters
    ----------
    result : Record, Intake, page or sequence of StatementThemes
        What ``match``, ``check``, a method of ``Reopened`` or ``guess_themes`` returned.
    form : str
        ``terminal`` (plain text), ``markdown`` or ``json``; ``csv`` for a record; for themes ``csv`` or ``json``.
    record : Record, optional
        The record that a page was made from; only a page needs it.

    Raises
    ------
    ValueError
        If there is no such format of this result, or a page comes without its record.
    """
    match result:
        case Record():
            return _form(FORMATS, form)(result)
        case Intake():
            return _form(CHECK_FORMATS, form)(result)
        case Sequence():
            return _form(THEME_FORMATS, form)(result)
    return _form(EXPLAIN_FORMATS, form)(_needed(record), result)


def document(result: Result, record: Record | None = None) -> Document:
    """A result as a document, for any typesetter. Lists of themes have no such form."""
    match result:
        case Record():
            return report(result)
        case Intake():
            return sheet_page(result)
        case Sequence():
            raise ValueError("a list of themes is a table, not a document")
    return seat_page(_needed(record), result)


def _form(formats: Mapping[str, Writer], form: str) -> Writer:
    if form not in formats:
        raise ValueError(f"there is no format {form!r} here, only {', '.join(formats)}")
    return formats[form]


def _needed(record: Record | None) -> Record:
    if record is None:
        raise ValueError("a page about a seat is written together with the record that it was made from")
    return record


__all__ = [
    "CHECK_FORMATS",
    "EXPLAIN_FORMATS",
    "FORMATS",
    "RULES",
    "THEME_FORMATS",
    "Document",
    "Names",
    "Result",
    "conflict_table",
    "document",
    "draft_program",
    "markdown",
    "plain",
    "predicament_words",
    "report",
    "seat_page",
    "sector_table",
    "sheet_page",
    "standing_question",
    "table",
    "terminal",
    "to_text",
]
