"""The life of a finished record: saved, read back, reopened, and consulted for who met before; and a season's files."""

from .files import open_program, open_record, open_sheet
from .history import with_history
from .reopening import Reopened, insist_on_whole, reopen
from .saved import read_record

__all__ = [
    "Reopened",
    "insist_on_whole",
    "open_program",
    "open_record",
    "open_sheet",
    "read_record",
    "reopen",
    "with_history",
]
