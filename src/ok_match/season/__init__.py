"""The life of a finished record: saved, read back, reopened, followed, used as history; and a season's files."""

from .files import open_followed, open_program, open_record, open_sheet
from .following import follow
from .history import with_history
from .reopening import Reopened, insist_on_whole, reopen
from .saved import read_record

__all__ = [
    "Reopened",
    "follow",
    "insist_on_whole",
    "open_followed",
    "open_program",
    "open_record",
    "open_sheet",
    "read_record",
    "reopen",
    "with_history",
]
