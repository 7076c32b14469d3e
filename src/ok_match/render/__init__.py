"""A Record becomes text. A format is a function; none of them opens a file."""

from collections.abc import Callable, Sequence

from ok_match.model import Intake, Record, SeatPage, StatementThemes

from .formats.conflict_list import conflict_table
from .formats.markdown import markdown
from .formats.plain import plain
from .formats.table import table
from .formats.terminal import terminal
from .formats.theme_list import theme_json, theme_table
from .words.checking import sheet_json, sheet_page
from .words.explaining import seat_page
from .words.phrases import Names
from .words.program_file import Standing, fitting_sizes, program_file
from .words.report import report
from .words.rules import RULES, standing_question
from .words.unseated import predicament_words

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
#: The formats of a page about one seat, which is worded together with the record it was made from.
EXPLAIN_FORMATS: dict[str, Callable[[Record, SeatPage], str]] = {
    "terminal": lambda record, page: plain(seat_page(record, page)),
    "json": lambda _, page: page.model_dump_json(indent=2) + "\n",
    "markdown": lambda record, page: markdown(seat_page(record, page)),
}

__all__ = [
    "CHECK_FORMATS",
    "EXPLAIN_FORMATS",
    "FORMATS",
    "RULES",
    "THEME_FORMATS",
    "Names",
    "Standing",
    "conflict_table",
    "fitting_sizes",
    "markdown",
    "plain",
    "predicament_words",
    "program_file",
    "report",
    "seat_page",
    "sheet_page",
    "standing_question",
    "table",
    "terminal",
]
