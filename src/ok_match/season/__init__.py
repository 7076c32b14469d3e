"""The life of a finished record: it is read back, reopened, and consulted for who met before."""

from .history import with_history
from .reopening import Reopened, insist_on_whole, reopen
from .saved import read_record

__all__ = ["Reopened", "insist_on_whole", "read_record", "reopen", "with_history"]
