"""What happens to finished records: opening them again, who met in earlier ones; and a season's files."""

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
