"""What happens to finished records: reading them back, opening them again, and who met in earlier ones."""

from .history import with_history
from .reopening import Reopened, insist_on_whole, reopen
from .saved import read_record

__all__ = ["Reopened", "insist_on_whole", "read_record", "reopen", "with_history"]
