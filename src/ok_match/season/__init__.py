"""What happens across runs: reading back what an earlier run saved, and who met in it."""

from .history import with_history
from .saved import read_record

__all__ = ["read_record", "with_history"]
