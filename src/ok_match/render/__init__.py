"""A Record becomes text. A format is a function; none of them opens a file."""

from collections.abc import Callable

from ok_match.model import Intake, Record

from .checking import sheet_page
from .markdown import markdown
from .plain import plain
from .table import table
from .terminal import terminal
from .wording import report

#: The formats of a finished run, and of a checked sheet, as they are written to a file or a pipe.
FORMATS: dict[str, Callable[[Record], str]] = {
    "terminal": lambda record: plain(report(record)),
    "json": Record.to_json,
    "markdown": lambda record: markdown(report(record)),
    "csv": table,
}
CHECK_FORMATS: dict[str, Callable[[Intake], str]] = {
    "terminal": lambda intake: plain(sheet_page(intake)),
    "json": lambda intake: intake.model_dump_json(indent=2) + "\n",
    "markdown": lambda intake: markdown(sheet_page(intake)),
}

__all__ = ["CHECK_FORMATS", "FORMATS", "markdown", "plain", "report", "sheet_page", "table", "terminal"]
